/*
 * pdf_ruled.c - tables by their ruled lines: lines that touch make a grid, and where a line is
 * missing between two fields of it they are one cell; see pdf_page.h.
 */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_grid.h"

enum { MOST = 4000 }; /* lines of one page that are compared with each other */

static const float SHORTEST = 5;   /* of a line that may be a border */
static const float COVERED = 0.6F; /* of a field's edge */

static int by_place(const void *a, const void *b)
{
    const struct pdf_rule *x = a, *y = b;
    float p = x->vertical ? x->box.x0 : x->box.y0, q = y->vertical ? y->box.x0 : y->box.y0;
    if (x->vertical != y->vertical)
        return x->vertical ? 1 : -1;
    if (p != q)
        return p < q ? -1 : 1;
    p = x->vertical ? x->box.y0 : x->box.x0;
    q = y->vertical ? y->box.y0 : y->box.x0;
    return p < q ? -1 : p > q;
}

static float place(const struct pdf_rule *r)
{
    return r->vertical ? r->box.x0 : r->box.y0;
}

static float *from(struct pdf_rule *r)
{
    return r->vertical ? &r->box.y0 : &r->box.x0;
}

static float *to(struct pdf_rule *r)
{
    return r->vertical ? &r->box.y1 : &r->box.x1;
}

static int by_start(const void *a, const void *b)
{
    struct pdf_rule x = *(const struct pdf_rule *)a, y = *(const struct pdf_rule *)b;
    return *from(&x) < *from(&y) ? -1 : *from(&x) > *from(&y);
}

/* Dashes and pieces of one line become one; too short ones are dropped. Returns how many are left. */
static size_t merge(struct pdf_rule *rules, size_t n)
{
    size_t kept = 0;
    if (n > 1)
        qsort(rules, n, sizeof *rules, by_place);
    for (size_t i = 0; i < n;) {
        size_t end = i + 1;
        while (end < n && rules[end].vertical == rules[i].vertical &&
               place(&rules[end]) - place(&rules[i]) <= PDF_SNAP / 2)
            end++;
        qsort(rules + i, end - i, sizeof *rules, by_start);
        struct pdf_rule open = rules[i];
        for (size_t k = i + 1; k <= end; k++) {
            if (k < end && *from(&rules[k]) <= *to(&open) + PDF_SNAP) {
                *to(&open) = fmaxf(*to(&open), *to(&rules[k]));
                continue;
            }
            if (*to(&open) - *from(&open) >= SHORTEST)
                rules[kept++] = open;
            if (k < end)
                open = rules[k];
        }
        i = end;
    }
    return kept;
}

static bool touch(const struct pdf_rule *h, const struct pdf_rule *v)
{
    return v->box.x0 >= h->box.x0 - PDF_SNAP && v->box.x0 <= h->box.x1 + PDF_SNAP &&
           h->box.y0 >= v->box.y0 - PDF_SNAP && h->box.y0 <= v->box.y1 + PDF_SNAP;
}

/* Upright lines of one length side by side belong together: a page may show the middle of a table,
 * where nothing crosses the outer ones. */
static bool abreast(const struct pdf_rule *a, const struct pdf_rule *b)
{
    return fabsf(a->box.y0 - b->box.y0) < PDF_SNAP && fabsf(a->box.y1 - b->box.y1) < PDF_SNAP &&
           a->box.y1 - a->box.y0 > 4 * SHORTEST;
}

static size_t root(size_t *parent, size_t i)
{
    while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
    return i;
}

/* Places closer than PDF_SNAP are one: the first of each is kept. */
static uint32_t edges(float *list, size_t n)
{
    uint32_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || list[i] - list[kept - 1] > PDF_SNAP)
            list[kept++] = list[i];
    return kept;
}

static uint32_t nearest(const float *edges, uint32_t n, float x)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < n; i++)
        if (fabsf(edges[i] - x) < fabsf(edges[best] - x))
            best = i;
    return best;
}

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

/* The part of [a, b] that [c, d] covers. */
static float share(float a, float b, float c, float d)
{
    float overlap = fminf(b, d) - fmaxf(a, c);
    return overlap > 0 && b > a ? overlap / (b - a) : 0;
}

static void draw_rule(struct pdf_grid *g, const struct pdf_rule *r)
{
    if (r->vertical) {
        uint32_t i = nearest(g->x, g->nx, r->box.x0);
        for (uint32_t j = 0; j + 1 < g->ny; j++)
            g->left[j * g->nx + i] += share(g->y[j], g->y[j + 1], r->box.y0 - 1, r->box.y1 + 1);
    } else {
        uint32_t j = nearest(g->y, g->ny, r->box.y0);
        for (uint32_t i = 0; i + 1 < g->nx; i++)
            g->above[j * g->nx + i] += share(g->x[i], g->x[i + 1], r->box.x0 - 1, r->box.x1 + 1);
    }
}

static struct pdf_box bounds(const struct pdf_rule *rules, size_t n)
{
    struct pdf_box b = rules[0].box;
    for (size_t i = 1; i < n; i++) {
        b.x0 = fminf(b.x0, rules[i].box.x0);
        b.y0 = fminf(b.y0, rules[i].box.y0);
        b.x1 = fmaxf(b.x1, rules[i].box.x1);
        b.y1 = fmaxf(b.y1, rules[i].box.y1);
    }
    return b;
}

/* The places of all lines of one direction, and of the bounds: an outer border may be missing. */
static uint32_t collect(struct arena *arena, const struct pdf_rule *rules, size_t n, bool vertical,
                        struct pdf_box bounds, float **out)
{
    float *list = arena_alloc(arena, (n + 2) * sizeof *list);
    size_t count = 0;
    list[count++] = vertical ? bounds.x0 : bounds.y0;
    list[count++] = vertical ? bounds.x1 : bounds.y1;
    for (size_t i = 0; i < n; i++)
        if (rules[i].vertical == vertical)
            list[count++] = place(&rules[i]);
    qsort(list, count, sizeof *list, by_value);
    *out = list;
    return edges(list, count);
}

/* The grid of lines that touch; false when they make no table. */
static bool make_grid(struct arena *arena, const struct pdf_rule *rules, size_t n,
                      struct pdf_grid *g)
{
    struct pdf_box b = bounds(rules, n);
    g->nx = collect(arena, rules, n, true, b, &g->x);
    g->ny = collect(arena, rules, n, false, b, &g->y);
    if (g->nx < 2 || g->ny < 2 || g->nx + g->ny < 5 || g->nx > PDF_GRID || g->ny > PDF_GRID)
        return false;
    g->left = arena_alloc(arena, (size_t)g->nx * g->ny * sizeof *g->left);
    g->above = arena_alloc(arena, (size_t)g->nx * g->ny * sizeof *g->above);
    for (size_t i = 0; i < n; i++)
        draw_rule(g, &rules[i]);
    return true;
}

/* How far to the right and down no line parts the fields from (row, col) on. */
static void extend(const struct pdf_grid *g, const uint32_t *owner, struct pdf_cell *cell)
{
    uint32_t cols = g->nx - 1, rows = g->ny - 1;
    uint32_t right = cell->col + 1, down = cell->row + 1;
    while (right < cols && owner[cell->row * cols + right] == 0 &&
           g->left[cell->row * g->nx + right] < COVERED)
        right++;
    for (; down < rows; down++) {
        bool open = true;
        for (uint32_t c = cell->col; c < right && open; c++)
            open = g->above[down * g->nx + c] < COVERED && owner[down * cols + c] == 0 &&
                   (c == cell->col || g->left[down * g->nx + c] < COVERED);
        if (!open)
            break;
    }
    cell->col_span = right - cell->col;
    cell->row_span = down - cell->row;
    cell->box = (struct pdf_box){ g->x[cell->col], g->y[cell->row], g->x[right], g->y[down] };
}

/* Is a cell's edge, at the upper or lower end of the grid, not drawn? */
static bool open_edge(const struct pdf_grid *g, const struct pdf_cell *cell, uint32_t edge)
{
    float drawn = 0;
    for (uint32_t c = cell->col; c < cell->col + cell->col_span; c++)
        drawn += g->above[edge * g->nx + c];
    return drawn < COVERED * (float)cell->col_span;
}

/* The cells of a grid; owner: by field, 1-based. */
static void make_cells(struct arena *arena, const struct pdf_grid *g, struct pdf_table *t,
                       uint32_t *owner)
{
    uint32_t cols = g->nx - 1, rows = g->ny - 1;
    t->cells = arena_alloc(arena, (size_t)cols * rows * sizeof *t->cells);
    for (uint32_t f = 0; f < cols * rows; f++) {
        if (owner[f] != 0)
            continue;
        struct pdf_cell *cell = &t->cells[t->n++];
        cell->row = f / cols;
        cell->col = f % cols;
        extend(g, owner, cell);
        cell->open_above = cell->row == 0 && open_edge(g, cell, 0);
        cell->open_below = cell->row + cell->row_span == rows && open_edge(g, cell, rows);
        for (uint32_t r = 0; r < cell->row_span; r++)
            for (uint32_t c = 0; c < cell->col_span; c++)
                owner[(cell->row + r) * cols + cell->col + c] = (uint32_t)t->n;
    }
    t->rows = rows;
    t->cols = cols;
    t->columns = g->x;
    t->box = (struct pdf_box){ g->x[0], g->y[0], g->x[cols], g->y[rows] };
}

bool pdf_has_room(const struct pdf_cell *cell, const struct pdf_line *line)
{
    float room = (cell->box.x1 - cell->box.x0) - (line->box.x1 - line->box.x0);
    return room > 1.6F * line->em;
}

bool pdf_is_filled(const struct pdf_cell *cell, const struct pdf_line *line)
{
    static const float PADDING = 12; /* points, on both sides together, and what rounding takes */
    float room = (cell->box.x1 - cell->box.x0) - (line->box.x1 - line->box.x0);
    return !pdf_has_room(cell, line) || room < PADDING + line->em;
}

/* Several figures below each other in several cells of a row: its lines do not part its rows. */
static bool part_rows(struct arena *arena, const struct pdf_table *t)
{
    enum { FIGURES = 3, CELLS = 2 };
    size_t in_row = 0;
    for (size_t i = 0; i < t->n; i++) {
        const struct pdf_cell *c = &t->cells[i];
        size_t figures = 0;
        if (i == 0 || c->row != t->cells[i - 1].row)
            in_row = 0;
        struct pdf_lines lines = pdf_lines(arena, c->words, c->n, 0);
        for (size_t k = 0; k < lines.n; k++)
            figures += lines.list[k].n == 1 && lines.list[k].words[0]->number &&
                       pdf_has_room(c, &lines.list[k]);
        in_row += figures >= FIGURES && figures == lines.n;
        if (in_row >= CELLS)
            return false;
    }
    return true;
}

/* Figures side by side in one field, in several rows: there are columns, and no lines part them. */
static bool part_columns(struct arena *arena, const struct pdf_table *t)
{
    enum { ROWS = 2 };
    size_t crowded = 0;
    for (size_t i = 0; i < t->n && crowded < ROWS; i++) {
        struct pdf_lines lines = pdf_lines(arena, t->cells[i].words, t->cells[i].n, 0);
        for (size_t k = 0; k < lines.n; k++) {
            const struct pdf_line *l = &lines.list[k];
            for (size_t w = 1; w < l->n; w++)
                if (l->words[w - 1]->number && l->words[w]->number &&
                    l->words[w]->box.x0 - l->words[w - 1]->box.x1 > l->em) {
                    crowded++;
                    break;
                }
        }
    }
    return crowded < ROWS;
}

uint32_t pdf_table_line(const struct pdf_table *t)
{
    uint32_t line = UINT32_MAX;
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = 0; k < t->cells[i].n; k++)
            line = t->cells[i].words[k]->line < line ? t->cells[i].words[k]->line : line;
    return line;
}

/* A box around a text is no table; a row of which the page before has the rest may be. */
static bool is_filled(const struct pdf_table *t)
{
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++)
        n += t->cells[i].n > 0;
    return n >= (t->cols >= 3 ? 1 : 2);
}

static bool is_figure(const struct pdf_word *w) /* with its unit, perhaps */
{
    return w->number || (w->text.p[0] >= '0' && w->text.p[0] <= '9' && !pdf_enumerated(w->text));
}

/* Grounds make a table when figures stand on them, in several rows and columns; those of a header,
 * of labels or of every other row do not. */
static bool grounds_tell(const struct pdf_table *t)
{
    size_t figures = 0;
    for (size_t i = 0; i < t->n; i++)
        figures += t->cells[i].n > 0 && is_figure(t->cells[i].words[0]);
    return t->rows >= 2 && t->cols >= 2 && figures >= 2;
}

/* One table of lines that touch each other; they are drawn, or edges of grounds. */
static void add_table(struct pdf *pdf, struct pdf_page *page, const struct pdf_rule *rules,
                      size_t n, bool drawn)
{
    struct arena *arena = pdf->arena;
    struct pdf_grid g = { 0 };
    struct pdf_table t = { .ruled = true, .drawn = drawn };
    if (page->table_count == PDF_TABLES || !make_grid(arena, rules, n, &g))
        return;
    pdf->fields += (size_t)g.nx * g.ny;
    if (pdf->fields > PDF_FIELDS)
        return;
    uint32_t *owner = arena_alloc(arena, (size_t)g.nx * g.ny * sizeof *owner);
    make_cells(arena, &g, &t, owner);
    pdf_grid_fill(arena, &g, &t, owner, page);
    pdf_grid_trim(&g, &t);
    bool columns = part_columns(arena, &t);
    if (drawn && !columns && t.rows >= 3 && page->frame_count < PDF_TABLES)
        page->frames[page->frame_count++] = t.box;
    if (columns && is_filled(&t) && part_rows(arena, &t) && (drawn || grounds_tell(&t))) {
        t.line = pdf_table_line(&t);
        page->tables[page->table_count++] = t;
        return;
    }
    for (size_t i = 0; i < t.n; i++) /* no table after all */
        for (size_t k = 0; k < t.cells[i].n; k++)
            ((struct pdf_word *)t.cells[i].words[k])->used = false;
}

/* Gathers the lines that touch, directly or through others; sets[i]: the first of its set. */
static void gather(const struct pdf_rule *rules, size_t n, size_t *sets)
{
    size_t vertical = 0;
    for (size_t i = 0; i < n; i++) {
        sets[i] = i;
        vertical += rules[i].vertical;
    }
    for (size_t v = n - vertical; v < n; v++)
        for (size_t k = 0; k < v; k++)
            if (k < n - vertical ? touch(&rules[k], &rules[v]) : abreast(&rules[k], &rules[v])) {
                size_t a = root(sets, k), b = root(sets, v);
                sets[a < b ? b : a] = a < b ? a : b;
            }
    for (size_t i = 0; i < n; i++)
        sets[i] = root(sets, i);
}

/* Tables of lines that touch; returns how many lines there are. */
static size_t find_tables(struct pdf *pdf, struct pdf_page *page, struct pdf_rule *rules, size_t n,
                          bool drawn)
{
    n = merge(rules, n);
    if (n < 3 || n > MOST)
        return n;
    size_t *sets = arena_alloc(pdf->arena, n * sizeof *sets);
    struct pdf_rule *own = arena_alloc(pdf->arena, n * sizeof *own);
    gather(rules, n, sets);
    for (size_t i = 0; i < n; i++) {
        size_t count = 0;
        for (size_t k = i; k < n && sets[i] == i; k++)
            if (sets[k] == i)
                own[count++] = rules[k];
        if (count >= 3)
            add_table(pdf, page, own, count, drawn);
    }
    return n;
}

const struct pdf_box *pdf_frame_at(const struct pdf_page *page, float y)
{
    for (size_t i = 0; i < page->frame_count; i++)
        if (y > page->frames[i].y0 && y < page->frames[i].y1)
            return &page->frames[i];
    return NULL;
}

void pdf_ruled(struct pdf *pdf, struct pdf_page *page)
{
    page->tables = arena_alloc(pdf->arena, PDF_TABLES * sizeof *page->tables);
    page->frames = arena_alloc(pdf->arena, PDF_TABLES * sizeof *page->frames);
    page->rule_count = find_tables(pdf, page, page->rules, page->rule_count, true);
    find_tables(pdf, page, page->edges, page->edge_count, false); /* of what is in none yet */
}
