/* drawn_grid.c - see drawn_grid.h. */
#include "read/drawn_grid.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "read/drawn_mark.h"

enum { MOST_COLUMNS = 48, MOST_LINES = 4000, WIDEST = 4096 /* columns of a line */ };

/* Columns that characters take: of a table's lines, of Chinese, and of marks that are wide in some fonts alone. */
struct widths {
    unsigned box, wide, other;
};

struct line {
    struct str text;         /* without the blanks around it */
    size_t at[MOST_COLUMNS]; /* of each upright line of the table: the byte, SIZE_MAX none */
    uint64_t walls;          /* bit k: it has a mark there */
    uint64_t ruled;          /* bit k: it is drawn level from there to the next */
};

struct drawn_grid {
    struct line *lines;
    size_t cap;
    uint32_t n;
    unsigned columns[MOST_COLUMNS]; /* where the upright lines of the table are */
    size_t n_columns;
    struct widths widths;
    struct doc_build *build; /* where it is added */
    uint32_t number, step;   /* of its first line, and to the next */
};

/* A cell reaches over bands, the lines between two level ones, and columns. */
struct cell {
    uint32_t from, to; /* lines: behind the level line above it, that below it */
    size_t left, right;
    unsigned bands;
};

static unsigned width_of(uint32_t c, const struct widths *w)
{
    if (c < 0x80 || c == 0xA0)
        return 1;
    if (c >= 0x2500 && c < 0x2580)
        return w->box;
    int width = utf8proc_charwidth((utf8proc_int32_t)c);
    if (width != 1)
        return width == 2 ? w->wide : 0;
    return c >= 0xFF61 && c <= 0xFFDC ? 1 : w->other;
}

static unsigned columns_of(struct str s, const struct widths *w)
{
    unsigned n = 0;
    for (size_t i = 0; i < s.n && n <= WIDEST;)
        n += width_of(str_next(s, &i), w);
    return n;
}

/* The lines from an edge on that begin and end with a line of the table. */
static void take_lines(struct drawn_grid *g, struct str text)
{
    struct str part;
    uint32_t last = 0;
    size_t len;
    while (g->n < MOST_LINES && str_split(&text, '\n', &part)) {
        part = str_trim(part);
        if (part.n < 3 || drawn_mark_at(part, 0, &len) < DRAWN_UPRIGHT)
            break;
        bool narrow = drawn_mark_at(part, part.n - 1, &len) >= DRAWN_UPRIGHT;
        if (!narrow && drawn_mark_at(part, part.n - 3, &len) < DRAWN_UPRIGHT)
            break;
        g->lines = mem_grow(g->lines, g->n, &g->cap, sizeof *g->lines);
        g->lines[g->n++] = (struct line){ .text = part };
        if (g->n > 1 && drawn_is_edge(part))
            last = g->n;
    }
    g->n = last;
}

static bool ends_meet(const struct drawn_grid *g)
{
    unsigned width = columns_of(g->lines[0].text, &g->widths);
    for (uint32_t i = 1; i < g->n; i++)
        if (columns_of(g->lines[i].text, &g->widths) != width)
            return false;
    return width <= WIDEST;
}

static bool add_column(struct drawn_grid *g, unsigned column)
{
    size_t k = g->n_columns;
    while (k > 0 && g->columns[k - 1] > column)
        k--;
    if (k > 0 && g->columns[k - 1] == column)
        return true;
    if (g->n_columns == MOST_COLUMNS)
        return false;
    memmove(g->columns + k + 1, g->columns + k, (g->n_columns - k) * sizeof *g->columns);
    g->columns[k] = column;
    g->n_columns++;
    return true;
}

/* Upright lines begin and end in corners. */
static bool find_columns(struct drawn_grid *g)
{
    for (uint32_t i = 0; i < g->n; i++) {
        struct str s = g->lines[i].text;
        unsigned column = 0;
        for (size_t k = 0, len; k < s.n;) {
            if (drawn_mark_at(s, k, &len) == DRAWN_CORNER && !add_column(g, column))
                return false;
            column += width_of(str_next(s, &k), &g->widths);
        }
    }
    return g->n_columns >= 2;
}

/* What the line has at the columns of the table and between them. */
static void find_marks(const struct drawn_grid *g, struct line *line)
{
    unsigned column = 0;
    size_t next = 0;
    bool level = false; /* since the last column of the table */
    for (size_t i = 0, len; i < line->text.n && next < g->n_columns;) {
        enum drawn_mark mark = drawn_mark_at(line->text, i, &len);
        while (next < g->n_columns && column > g->columns[next])
            line->at[next++] = SIZE_MAX; /* within a wide character */
        if (next < g->n_columns && column == g->columns[next]) {
            bool corner = mark == DRAWN_CORNER || mark == DRAWN_LEVEL;
            if (next > 0 && level && corner)
                line->ruled |= UINT64_C(1) << (next - 1);
            if (mark == DRAWN_CORNER || mark == DRAWN_UPRIGHT)
                line->walls |= UINT64_C(1) << next;
            line->at[next++] = i;
            level = corner;
        } else {
            level = level && mark == DRAWN_LEVEL;
        }
        column += width_of(str_next(line->text, &i), &g->widths);
    }
}

static bool has_bit(uint64_t bits, size_t k)
{
    return bits >> k & 1;
}

/* The first line at or behind i that is drawn level below the column. */
static uint32_t rule_below(const struct drawn_grid *g, uint32_t i, size_t column)
{
    while (i < g->n && !has_bit(g->lines[i].ruled, column))
        i++;
    return i;
}

/* Whether the lines from the one to the other have a wall at the column in all of them, or, if not wanted, in none. */
static bool walls_are(const struct drawn_grid *g, const struct cell *c, size_t column, bool wanted)
{
    for (uint32_t i = c->from; i < c->to; i++)
        if (has_bit(g->lines[i].walls, column) != wanted)
            return false;
    return true;
}

/* The cell whose first line and first column are given; false when its lines do not meet. */
static bool find_cell(const struct drawn_grid *g, uint32_t from, size_t left, struct cell *c)
{
    *c = (struct cell){ .from = from, .left = left, .right = left + 1 };
    c->to = rule_below(g, from, left);
    if (c->to == g->n || !walls_are(g, c, left, true))
        return false;
    while (c->right + 1 < g->n_columns && !has_bit(g->lines[from].walls, c->right))
        c->right++;
    for (size_t k = left; k < c->right; k++)
        if (!has_bit(g->lines[from - 1].ruled, k) || rule_below(g, from, k) != c->to ||
            (k > left && !walls_are(g, c, k, false)))
            return false;
    for (uint32_t i = from; i < c->to; i++)
        c->bands += g->lines[i - 1].ruled != 0;
    return walls_are(g, c, c->right, true);
}

static struct str piece_of(const struct line *line, const struct cell *c)
{
    size_t len, from = line->at[c->left], to = line->at[c->right];
    drawn_mark_at(line->text, from, &len);
    return str_trim(str_sub(line->text, from + len, to - from - len));
}

/* Figures below each other are rows that no line parts. */
static bool is_one_row(struct drawn_grid *g, const struct cell *c)
{
    size_t figures = 0;
    for (uint32_t i = c->from; i < c->to; i++)
        figures += drawn_is_figure(piece_of(&g->lines[i], c));
    return figures <= 1;
}

/* Cells begin below level lines. Hands each to take(); false when lines do not meet, or take() says no. */
static bool each_cell(struct drawn_grid *g, uint32_t i,
                      bool (*take)(struct drawn_grid *g, const struct cell *c))
{
    struct cell cell;
    for (size_t k = 0; k + 1 < g->n_columns; k = cell.right) {
        cell.right = k + 1;
        if (!has_bit(g->lines[i - 1].ruled, k) || has_bit(g->lines[i].ruled, k))
            continue; /* it began further up, or the line is drawn twice */
        if (!find_cell(g, i, k, &cell) || !take(g, &cell))
            return false;
    }
    return true;
}

static bool add_cell(struct drawn_grid *g, const struct cell *c)
{
    uint32_t first = c->from;
    while (first + 1 < c->to && piece_of(&g->lines[first], c).n == 0)
        first++;
    if (piece_of(&g->lines[first], c).n == 0)
        first = c->from;
    doc_build_cell(g->build, c->bands, (unsigned)(c->right - c->left), false,
                   g->number + g->step * first);
    for (uint32_t i = first; i < c->to; i++)
        doc_build_text(g->build, piece_of(&g->lines[i], c), g->number + g->step * i);
    doc_build_end_cell(g->build);
    return true;
}

static bool is_whole(struct drawn_grid *g)
{
    g->n_columns = 0;
    if (!ends_meet(g) || !find_columns(g))
        return false;
    for (uint32_t i = 0; i < g->n; i++) {
        g->lines[i].walls = g->lines[i].ruled = 0;
        find_marks(g, &g->lines[i]);
    }
    for (uint32_t i = 1; i < g->n; i++)
        if (g->lines[i - 1].ruled && !each_cell(g, i, is_one_row))
            return false;
    return true;
}

static bool find_widths(struct drawn_grid *g)
{
    static const struct widths known[] = {
        { 1, 2, 1 }, { 1, 2, 2 }, { 2, 2, 2 }, { 1, 1, 1 } /* programs that count characters */
    };
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        g->widths = known[k];
        if (is_whole(g))
            return true;
    }
    return false;
}

struct drawn_grid *drawn_grid_read(struct str text)
{
    struct drawn_grid *g = mem_zero(1, sizeof *g);
    take_lines(g, text);
    if (g->n >= 3 && find_widths(g))
        return g;
    free(g->lines);
    free(g);
    return NULL;
}

uint32_t drawn_grid_add(struct drawn_grid *g, struct doc_build *b, uint32_t number, uint32_t step)
{
    uint32_t lines = g->n;
    g->build = b;
    g->number = number;
    g->step = step;
    doc_build_table(b, number);
    for (uint32_t i = 1; i < lines; i++)
        if (g->lines[i - 1].ruled) {
            doc_build_row(b);
            each_cell(g, i, add_cell);
        }
    doc_build_end_table(b);
    free(g->lines);
    free(g);
    return lines;
}
