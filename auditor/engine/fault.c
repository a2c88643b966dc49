/* fault.c - see fault.h. */
#include "engine/fault.h"

#include <string.h>

static bool word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The line on which `word` is followed by `mark`, blanks aside; 0 when there is none. */
static unsigned line_of(struct str source, struct str word, char mark)
{
    unsigned number = 1;
    struct str line;
    for (; str_split(&source, '\n', &line); number++) {
        size_t at = str_find(line, word);
        if (at == SIZE_MAX || (at > 0 && word_char(line.p[at - 1])))
            continue;
        struct str rest = str_trim(str_sub(line, at + word.n, line.n));
        if (rest.n && rest.p[0] == mark)
            return number;
    }
    return 0;
}

/* The line of the first field that the message names. */
static unsigned named_line(struct str source, struct str message)
{
    for (size_t i = 0; i < message.n; i++) {
        size_t from = i;
        while (i < message.n && word_char(message.p[i]))
            i++;
        unsigned line = i > from ? line_of(source, str_sub(message, from, i - from), '=') : 0;
        if (line)
            return line;
    }
    return 0;
}

void fault_locate(struct strbuf *out, struct str message, struct str name, struct str source)
{
    static const char *const words[] = { "rule", "form", "scoring", "layout", "pack", "cases" };
    struct str rest = str_sub(message, name.n, message.n);
    unsigned line = 0;
    if (str_starts(message, name) && str_starts(rest, STR(": "))) {
        line = named_line(source, rest);
        for (size_t i = 0; line == 0 && i < sizeof words / sizeof *words; i++)
            line = line_of(source, str_of(words[i]), '{');
    }
    if (line)
        strbuf_fmt(out, "%.*s:%u%.*s", STR_ARG(name), line, STR_ARG(rest));
    else
        strbuf_str(out, message);
}
