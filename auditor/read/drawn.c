/* drawn.c - see drawn.h. */
#include "read/drawn.h"

#include <string.h>

enum { MOST_CELLS = 40, MOST_LINES = 16 };

enum line_kind { LINE_OTHER, LINE_SEAM, LINE_ROW, LINE_MIXED };

enum mark { MARK_TEXT, MARK_LEVEL, MARK_UPRIGHT, MARK_CORNER };

struct cell {
    struct str text;
    bool ruled; /* nothing but a level line */
};

struct line {
    enum line_kind kind;
    struct cell cells[MOST_CELLS];
    size_t n;
};

/* The lines between two seams. */
struct group {
    struct line lines[MOST_LINES];
    size_t n;
};

bool drawn_any(struct str text)
{
    return str_find(text, STR("\xE2\x94")) != SIZE_MAX ||
           str_find(text, STR("\xE2\x95")) != SIZE_MAX || str_find(text, STR("+--")) != SIZE_MAX ||
           str_find(text, STR("+==")) != SIZE_MAX;
}

static bool is_level(char c)
{
    return c == '-' || c == '=';
}

/* What the character at byte i is to a table, and how many bytes it has. */
static enum mark mark_at(struct str s, size_t i, size_t *len)
{
    static const char level[] = "\x80\x81\x84\x85\x88\x89", upright[] = "\x82\x83\x86\x87\x8A\x8B";
    const unsigned char *at = (const unsigned char *)s.p + i;
    *len = 1;
    if (*at == '|')
        return MARK_UPRIGHT;
    if (is_level(s.p[i]))
        return MARK_LEVEL;
    if (*at == '+')
        return (i > 0 && is_level(s.p[i - 1])) || (i + 1 < s.n && is_level(s.p[i + 1]))
                   ? MARK_CORNER
                   : MARK_TEXT;
    if (*at != 0xE2 || i + 3 > s.n || (at[1] != 0x94 && at[1] != 0x95))
        return MARK_TEXT;
    *len = 3;
    if (at[1] == 0x95)
        return at[2] == 0x90 || at[2] == 0x8C || at[2] == 0x8D   ? MARK_LEVEL
               : at[2] == 0x91 || at[2] == 0x8E || at[2] == 0x8F ? MARK_UPRIGHT
               : at[2] < 0xB0                                    ? MARK_CORNER
                                                                 : MARK_TEXT;
    return strchr(level, (char)at[2])     ? MARK_LEVEL
           : strchr(upright, (char)at[2]) ? MARK_UPRIGHT
                                          : MARK_CORNER;
}

/* A single mark may be a dash that stands for no figure, but not in a line that has corners. */
static bool is_ruled(struct str s, bool corners)
{
    size_t marks = 0, len;
    for (size_t i = 0; i < s.n; i += len, marks++)
        if (mark_at(s, i, &len) != MARK_LEVEL)
            return false;
    return marks > (corners ? 0 : 1);
}

static bool has_corners(struct str s)
{
    size_t len;
    for (size_t i = 0; i < s.n; i += len)
        if (mark_at(s, i, &len) == MARK_CORNER)
            return true;
    return false;
}

static void read_line(struct line *out, struct str text)
{
    struct str inner = str_trim(text);
    size_t ruled = 0, blank = 0, from = 0, len;
    enum mark first = inner.n ? mark_at(inner, 0, &len) : MARK_TEXT, mark = first;
    bool open = false, corners = has_corners(inner);
    out->n = 0;
    out->kind = LINE_OTHER;
    if (first != MARK_UPRIGHT && first != MARK_CORNER)
        return;
    for (size_t i = 0; i < inner.n; i += len) {
        mark = mark_at(inner, i, &len);
        if (mark != MARK_UPRIGHT && mark != MARK_CORNER)
            continue;
        if (open) {
            struct str cell = str_sub(inner, from, i - from);
            if (out->n == MOST_CELLS)
                return;
            out->cells[out->n] = (struct cell){ str_trim(cell), is_ruled(cell, corners) };
            ruled += out->cells[out->n].ruled;
            blank += out->cells[out->n++].text.n == 0;
        }
        open = true;
        from = i + len;
    }
    if (out->n == 0 || from != inner.n)
        return;
    out->kind = ruled == 0 ? LINE_ROW : ruled + blank == out->n ? LINE_SEAM : LINE_MIXED;
}

static bool is_figure(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    return s.n > 0;
}

/* Whether the lines are one row: as many cells each, and no figures below each other. */
static bool is_one_row(const struct group *g)
{
    for (size_t i = 1; i < g->n; i++)
        if (g->lines[i].n != g->lines[0].n)
            return false;
    for (size_t c = 0; c < g->lines[0].n; c++) {
        size_t figures = 0;
        for (size_t i = 0; i < g->n; i++)
            figures += is_figure(g->lines[i].cells[c].text);
        if (figures > 1)
            return false;
    }
    return true;
}

static void write_cell(struct strbuf *out, const struct cell *cell)
{
    struct str rest = cell->ruled ? STR("") : cell->text, part;
    for (bool first = true; str_split(&rest, '|', &part); first = false) {
        strbuf_c(out, first ? "" : "\\|");
        strbuf_str(out, part);
    }
}

/* Cells of the lines [from, to) below each other, as one row. */
static void write_row(struct strbuf *out, const struct group *g, size_t from, size_t to)
{
    for (size_t c = 0; c < g->lines[from].n; c++) {
        strbuf_c(out, "|");
        for (size_t i = from; i < to; i++)
            write_cell(out, &g->lines[i].cells[c]);
    }
    strbuf_c(out, "|\n");
    for (size_t i = from + 1; i < to; i++)
        strbuf_c(out, DRAWN_SEAM "\n");
}

static void flush(struct strbuf *out, struct group *g)
{
    if (g->n > 0 && is_one_row(g))
        write_row(out, g, 0, g->n);
    else
        for (size_t i = 0; i < g->n; i++)
            write_row(out, g, i, i + 1);
    g->n = 0;
}

/* "│三、办理结果├────┼──┤总计│": the text beside the line belongs to cells that reach over several rows. */
static void take_reaching(struct group *g, const struct line *mixed)
{
    struct line *last = g->n > 0 ? &g->lines[g->n - 1] : NULL;
    size_t most = last && last->n < mixed->n ? last->n : mixed->n;
    for (size_t c = 0; last && c < most && !mixed->cells[c].ruled; c++)
        if (last->cells[c].text.n == 0)
            last->cells[c].text = mixed->cells[c].text;
    for (size_t c = 1; last && c <= most && !mixed->cells[mixed->n - c].ruled; c++)
        if (last->cells[last->n - c].text.n == 0)
            last->cells[last->n - c].text = mixed->cells[mixed->n - c].text;
}

void drawn_flatten(struct strbuf *out, struct str text)
{
    struct group g = { .n = 0 };
    struct line line;
    struct str part;
    bool within = false;
    while (str_split(&text, '\n', &part)) {
        read_line(&line, part);
        if (line.kind == LINE_OTHER || (!within && line.kind != LINE_SEAM)) {
            flush(out, &g);
            within = false;
            strbuf_str(out, part);
            strbuf_char(out, '\n');
            continue;
        }
        within = true;
        if (line.kind == LINE_MIXED)
            take_reaching(&g, &line);
        if (line.kind == LINE_ROW && g.n == MOST_LINES)
            flush(out, &g);
        if (line.kind == LINE_ROW) {
            g.lines[g.n++] = line;
            continue;
        }
        flush(out, &g);
        strbuf_c(out, DRAWN_SEAM "\n");
    }
    flush(out, &g);
}
