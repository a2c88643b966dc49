/* sentence.c - see sentence.h. */
#include "text/sentence.h"

#include "text/words.h"

size_t sentence_link(struct str sentence)
{
    return words_starts(sentence, "此外, 另外, 同时, 并且, 而且,");
}

static bool is_stop(struct str text, size_t i)
{
    return text.p[i] == '!' || text.p[i] == '?' ||
           ((unsigned char)text.p[i] == 0xE3 && str_starts(str_sub(text, i, 3), STR("。")));
}

struct str sentence_last(struct str text)
{
    size_t from = text.n;
    while (from > 0 && !is_stop(text, from - 1))
        from--;
    if (from > 0 && (unsigned char)text.p[from - 1] >= 0x80) /* the first byte of three */
        from += STR("。").n - 1;
    return str_sub(text, from, text.n);
}

struct str sentence_first(struct str text)
{
    size_t to = 0;
    while (to < text.n && !is_stop(text, to))
        to++;
    return str_sub(text, 0, to);
}
