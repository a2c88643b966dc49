/* flat_table.c - tables whose cells stand in one line; see flat_table.h. */
#include "read/flat_table.h"

#include <string.h>

enum { ROW = 3, LONG_ROW = 10, LABEL = 46 * 3, LABELS = 26, SUFFIX = 6 };

enum token { FIGURE, LABEL_TOKEN, PROSE };

static size_t blank_at(struct str line, size_t at)
{
    char c = line.p[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
        return 1;
    struct str rest = str_sub(line, at, line.n);
    return str_starts(rest, STR("\xC2\xA0")) ? 2 : str_starts(rest, STR("\xE3\x80\x80")) ? 3 : 0;
}

static size_t token_end(struct str line, size_t at)
{
    while (at < line.n && !blank_at(line, at))
        str_next(line, &at);
    return at;
}

size_t flat_table_next(struct str line, size_t at)
{
    size_t n;
    at = token_end(line, at);
    while (at < line.n && (n = blank_at(line, at)) > 0)
        at += n;
    return at;
}

/* 12, -3, 46.00, 251000元, and what stands for a figure: / and -. */
static bool is_figure(struct str token)
{
    size_t i = 0;
    if (str_eq_c(token, "/") || str_eq_c(token, "-") || str_eq_c(token, "—"))
        return true;
    while (i < token.n && strchr("+-", token.p[i]))
        i++;
    size_t digits = i;
    while (i < token.n && strchr("0123456789.,", token.p[i]))
        i++;
    return i > digits && i + SUFFIX >= token.n && strchr("0123456789", token.p[digits]) &&
           (i == token.n || (unsigned char)token.p[i] >= 0xE3);
}

/* Whether a mark of running text stands in it, but for notes in brackets. */
static bool has_marks(struct str token)
{
    static const char *const marks[] = { "。", "，", "；", "：", "！", ",", ";", ":" };
    int depth = 0;
    for (size_t i = 0; i < token.n; str_next(token, &i)) {
        struct str rest = str_sub(token, i, token.n);
        if (token.p[i] == '(' || str_starts(rest, STR("（")))
            depth++;
        else if (token.p[i] == ')' || str_starts(rest, STR("）")))
            depth--;
        for (size_t k = 0; depth == 0 && k < sizeof marks / sizeof *marks; k++)
            if (str_starts(rest, str_of(marks[k])))
                return true;
    }
    return false;
}

static enum token token_at(struct str line, size_t at)
{
    struct str token = str_sub(line, at, token_end(line, at) - at);
    if (is_figure(token))
        return FIGURE;
    return token.n > LABEL || has_marks(token) ? PROSE : LABEL_TOKEN;
}

/* A stretch of cells as far as it is read. */
struct stretch {
    size_t labels[LABELS]; /* where the last ones begin, before any figure */
    size_t n;              /* of them */
    size_t first;          /* where it begins; SIZE_MAX: no rows yet */
    size_t run, rows;      /* figures that follow each other; such rows */
    size_t since;          /* labels since the last figure */
    bool is_table;
};

static void add_figure(struct stretch *s)
{
    s->since = 0;
    if (++s->run == ROW)
        s->rows++;
    if (s->run == ROW && s->first == SIZE_MAX && s->n > 0)
        s->first = s->labels[s->n > LABELS ? s->n % LABELS : 0];
    s->is_table |= s->first != SIZE_MAX && (s->rows > 1 || s->run >= LONG_ROW);
}

static void add_label(struct stretch *s, size_t at)
{
    if (s->run > 0 && s->first == SIZE_MAX)
        s->n = 0; /* the figures were of running text */
    s->labels[s->n++ % LABELS] = at;
    s->run = 0;
    s->since++;
}

bool flat_table_find(struct str line, size_t from, size_t *first, size_t *end)
{
    const struct stretch none = { .first = SIZE_MAX };
    struct stretch s = none;
    size_t at = from;
    for (; at < line.n; at = flat_table_next(line, at)) {
        enum token kind = token_at(line, at);
        if (kind == FIGURE)
            add_figure(&s);
        else if (kind == LABEL_TOKEN)
            add_label(&s, at);
        if (kind != PROSE && (s.first == SIZE_MAX || s.since <= LABELS))
            continue;
        if (s.is_table)
            break;
        s = none;
    }
    *first = s.first;
    *end = at;
    return s.is_table;
}
