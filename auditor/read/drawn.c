/* drawn.c - see drawn.h. */
#include "read/drawn.h"

#include "read/drawn_mark.h"

enum { MOST_CELLS = 40, MOST_LINES = 16 };

enum line_kind { LINE_OTHER, LINE_SEAM, LINE_ROW, LINE_MIXED };

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

/* A single mark may be a dash that stands for no figure, but not in a line that has corners. */
static bool is_ruled(struct str s, bool corners)
{
    size_t marks = 0, len;
    for (size_t i = 0; i < s.n; i += len, marks++)
        if (drawn_mark_at(s, i, &len) != DRAWN_LEVEL)
            return false;
    return marks > (corners ? 0 : 1);
}

static bool has_corners(struct str s)
{
    size_t len;
    for (size_t i = 0; i < s.n; i += len)
        if (drawn_mark_at(s, i, &len) == DRAWN_CORNER)
            return true;
    return false;
}

static void read_line(struct line *out, struct str text)
{
    struct str inner = str_trim(text);
    size_t ruled = 0, blank = 0, from = 0, len;
    enum drawn_mark first = inner.n ? drawn_mark_at(inner, 0, &len) : DRAWN_TEXT, mark = first;
    bool open = false, corners = has_corners(inner);
    out->n = 0;
    out->kind = LINE_OTHER;
    if (first != DRAWN_UPRIGHT && first != DRAWN_CORNER)
        return;
    for (size_t i = 0; i < inner.n; i += len) {
        mark = drawn_mark_at(inner, i, &len);
        if (mark != DRAWN_UPRIGHT && mark != DRAWN_CORNER)
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

/* Whether the lines are one row: as many cells each, and no figures below each other. */
static bool is_one_row(const struct group *g)
{
    for (size_t i = 1; i < g->n; i++)
        if (g->lines[i].n != g->lines[0].n)
            return false;
    for (size_t c = 0; c < g->lines[0].n; c++) {
        size_t figures = 0;
        for (size_t i = 0; i < g->n; i++)
            figures += drawn_is_figure(g->lines[i].cells[c].text);
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

/* How many lines the table has that the text begins with. */
static uint32_t count_lines(struct str text)
{
    struct line line;
    struct str part;
    uint32_t n = 0;
    for (; str_split(&text, '\n', &part); n++) {
        read_line(&line, part);
        if (line.kind == LINE_OTHER || (n == 0 && line.kind != LINE_SEAM))
            break;
    }
    return n;
}

uint32_t drawn_flatten(struct strbuf *out, struct str text)
{
    struct group g = { .n = 0 };
    struct line line;
    struct str part;
    uint32_t n = count_lines(text);
    for (uint32_t i = 0; i < n && str_split(&text, '\n', &part); i++) {
        read_line(&line, part);
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
    return n;
}
