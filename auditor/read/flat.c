/* flat.c - an article that lost its line ends; see flat.h. */
#include "read/flat.h"

#include <string.h>

#include "text/numeral.h"

enum { LONG = 400, REST = 120, TITLE = 3 * 42, ORDINAL = 9 };

struct mark {
    unsigned number;
    size_t length;
    bool chapter; /* 一、, else (一) */
};

static bool starts(struct str line, size_t at, const char *what)
{
    return str_starts(str_sub(line, at, line.n), str_of(what));
}

/* Bytes of the blank at `at`, 0 for none: space, tab, no-break and ideographic space. */
static size_t blank_at(struct str line, size_t at)
{
    if (line.p[at] == ' ' || line.p[at] == '\t')
        return 1;
    return starts(line, at, "\xC2\xA0") ? 2 : starts(line, at, "\xE3\x80\x80") ? 3 : 0;
}

/* The Chinese ordinal at `at`, of up to three characters, and what must follow it. */
static unsigned ordinal(struct str line, size_t at, const char *const ends[2], size_t *length)
{
    for (size_t n = 3; n <= ORDINAL && at + n < line.n; n += 3) {
        unsigned number = numeral_ordinal(str_sub(line, at, n));
        for (size_t k = 0; number > 0 && k < 2; k++) {
            if (starts(line, at + n, ends[k])) {
                *length = n + strlen(ends[k]);
                return number;
            }
        }
    }
    return 0;
}

static bool mark_at(struct str line, size_t at, struct mark *m)
{
    static const char *const comma[] = { "、", "、" }, *const bracket[] = { ")", "）" };
    size_t open = starts(line, at, "(") ? 1 : starts(line, at, "（") ? 3 : 0;
    m->chapter = open == 0;
    m->number = ordinal(line, at + open, open ? bracket : comma, &m->length);
    m->length += open;
    return m->number > 0;
}

/* The next heading: at `from`, or behind a blank or a full stop. */
static size_t next_mark(struct str line, size_t from, struct mark *m)
{
    bool edge = true;
    for (size_t i = from; i < line.n;) {
        size_t blank = blank_at(line, i);
        if (!blank && edge && mark_at(line, i, m))
            return i;
        edge = blank > 0 || starts(line, i, "。");
        size_t before = i;
        i += blank;
        if (i == before)
            str_next(line, &i);
    }
    return line.n;
}

/* Behind the words of a heading, at the blank that parts it from the text; `from` if none does. */
static size_t title_end(struct str line, size_t from)
{
    size_t i = from;
    while (i < line.n && blank_at(line, i))
        i += blank_at(line, i);
    size_t start = i;
    while (i < line.n && i < start + TITLE) {
        if (blank_at(line, i))
            return i;
        if (starts(line, i, "。") || starts(line, i, "，") || starts(line, i, "；") ||
            line.p[i] == ',' || line.p[i] == ';')
            return from;
        str_next(line, &i);
    }
    return from;
}

bool flat_is(struct str line, bool goes_on)
{
    struct mark m = { 0 };
    size_t first = line.n, title = 0, begin = 0;
    if (line.n < (goes_on ? REST : LONG))
        return false;
    while (begin < line.n && blank_at(line, begin))
        begin += blank_at(line, begin);
    for (size_t at = next_mark(line, 0, &m); at < line.n; at = next_mark(line, at + m.length, &m)) {
        bool opens = m.number == 1 ? line.n >= LONG : goes_on && at == begin;
        if (first == line.n && m.chapter && opens) {
            first = at;
            title = title_end(line, at + m.length);
            title = title > at + m.length ? title : line.n;
        } else if (first < line.n && m.chapter) {
            return str_has(str_sub(line, first, at - first), "。"); /* no list of contents */
        }
    }
    return title > 0 && str_has(str_sub(line, title, line.n), "。");
}

size_t flat_end(struct str line, size_t from)
{
    struct mark m = { 0 };
    size_t at = next_mark(line, from, &m);
    size_t skipped = from;
    while (skipped < line.n && blank_at(line, skipped))
        skipped += blank_at(line, skipped);
    if (at > skipped)
        return at;
    size_t end = title_end(line, at + m.length);
    return end > at + m.length ? end : next_mark(line, at + m.length, &m);
}
