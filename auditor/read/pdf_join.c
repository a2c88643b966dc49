/*
 * pdf_join.c - a table that goes on on the next page becomes one: its columns are those of both
 * parts, a header that is repeated is dropped, and a cell that the page's end cut is whole again.
 */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_page.h"

static const float SAME = 6; /* points between the outer borders of two parts */

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

static bool alone(const struct pdf_page *page, const struct pdf_table *t, bool below)
{
    for (size_t i = 0; i < page->word_count; i++) {
        const struct pdf_word *w = &page->words[i];
        float y = (w->box.y0 + w->box.y1) / 2;
        if (!w->used && (below ? y > t->box.y1 : y < t->box.y0))
            return false;
    }
    return true;
}

static uint32_t nearest(const struct pdf_table *t, float x)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i <= t->cols; i++)
        if (fabsf(t->columns[i] - x) < fabsf(t->columns[best] - x))
            best = i;
    return best;
}

/* Does an edge of the table lie there? Two tables of different widths may stand so close to each
 * other that they are one, so its last rows may be narrower than it is. */
static bool has_edge(const struct pdf_table *t, float x)
{
    return fabsf(t->columns[nearest(t, x)] - x) < SAME;
}

/* Where the last row of t ends: what is blank and open behind it is the room beside a narrower table. */
static float row_end(const struct pdf_table *t)
{
    float end = t->box.x0;
    for (size_t i = 0; i < t->n; i++) {
        const struct pdf_cell *c = &t->cells[i];
        if (c->row + c->row_span == t->rows && (c->n > 0 || !c->open_below))
            end = fmaxf(end, c->box.x1);
    }
    return end;
}

/* Is the last row of a cut, and does b begin with a row as wide, whatever stands above and below the
 * two? */
static bool row_goes_on(const struct pdf_table *a, const struct pdf_table *b)
{
    float end = row_end(a);
    size_t cut = 0, within = 0;
    bool ends = false;
    for (size_t i = 0; i < a->n; i++) {
        const struct pdf_cell *c = &a->cells[i];
        bool last = c->row + c->row_span == a->rows && c->box.x1 < end + SAME;
        if (last && !c->open_below)
            return false;
        cut += last;
    }
    for (size_t i = 0; i < b->n && b->cells[i].row == 0; i++) {
        const struct pdf_cell *c = &b->cells[i];
        if (!c->open_above || (c->n > 0 && c->box.x1 > end + SAME))
            return false;
        ends = ends || fabsf(c->box.x1 - end) < SAME;
        within += c->box.x1 < end + SAME;
    }
    return ends && cut > 1 && cut == within;
}

static bool may_go_on(const struct pdf_page *page, const struct pdf_page *next)
{
    if (page->table_count == 0 || next->table_count == 0)
        return false;
    const struct pdf_table *a = &page->tables[page->table_count - 1], *b = &next->tables[0];
    return a->ruled && b->ruled && fabsf(a->box.x0 - b->box.x0) < SAME &&
           (has_edge(a, b->box.x1) || has_edge(b, a->box.x1) || row_goes_on(a, b)) &&
           alone(page, a, true) && alone(next, b, false) && a->rows + b->rows <= 4 * PDF_GRID;
}

/* The cells get the columns of t, which has the edges of both parts. */
static void renumber(const struct pdf_table *t, struct pdf_cell *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t from = nearest(t, cells[i].box.x0), to = nearest(t, cells[i].box.x1);
        cells[i].col = from;
        cells[i].col_span = to > from ? to - from : 1;
    }
}

static void unite_columns(struct arena *arena, struct pdf_table *a, struct pdf_table *b)
{
    float *all = arena_alloc(arena, (a->cols + b->cols + 2) * sizeof *all);
    uint32_t n = 0, kept = 0;
    for (uint32_t i = 0; i <= a->cols; i++)
        all[n++] = a->columns[i];
    for (uint32_t i = 0; i <= b->cols; i++)
        all[n++] = b->columns[i];
    qsort(all, n, sizeof *all, by_value);
    for (uint32_t i = 0; i < n; i++)
        if (kept == 0 || all[i] - all[kept - 1] > PDF_SNAP)
            all[kept++] = all[i];
    a->columns = b->columns = all;
    a->cols = b->cols = kept - 1;
    renumber(a, a->cells, a->n);
    renumber(b, b->cells, b->n);
}

static bool same_words(const struct pdf_cell *a, const struct pdf_cell *b)
{
    struct strbuf x = { 0 }, y = { 0 };
    for (size_t i = 0; i < a->n; i++)
        strbuf_str(&x, a->words[i]->text);
    for (size_t i = 0; i < b->n; i++)
        strbuf_str(&y, b->words[i]->text);
    bool same = str_eq(strbuf_view(&x), strbuf_view(&y));
    strbuf_free(&x);
    strbuf_free(&y);
    return same;
}

/* A figure, with its unit perhaps; the number that a label begins with is none. */
static bool has_number(const struct pdf_cell *c)
{
    static const float UNIT = 2; /* glyphs */
    bool number = false;
    float others = 0;
    for (size_t i = 0; i < c->n; i++) {
        number = number || c->words[i]->number;
        others += c->words[i]->number ? 0 : c->words[i]->glyphs;
    }
    return number && others <= UNIT;
}

/* Rows at the top of b that a has too. Both list their cells in reading order. */
static uint32_t repeated(const struct pdf_table *a, const struct pdf_table *b)
{
    uint32_t rows = 0, reach = 0;
    bool text = false;
    for (size_t i = 0; i < a->n && i < b->n; i++) {
        const struct pdf_cell *x = &a->cells[i], *y = &b->cells[i];
        if (y->row >= reach && y->row > rows)
            rows = y->row; /* all cells above this row are alike, and none hangs over */
        if (x->row != y->row || x->col != y->col || x->row_span != y->row_span || has_number(y) ||
            !same_words(x, y))
            break;
        text = text || y->n > 0;
        reach = y->row + y->row_span > reach ? y->row + y->row_span : reach;
    }
    return text ? rows : 0;
}

static void drop_rows(struct pdf_table *t, uint32_t rows)
{
    size_t kept = 0;
    for (size_t i = 0; i < t->n; i++) {
        if (t->cells[i].row < rows)
            continue;
        t->cells[i].row -= rows;
        t->cells[kept++] = t->cells[i];
    }
    t->n = kept;
    t->rows -= rows;
}

static bool has_text(const struct pdf_cell *c)
{
    return c->n > 0 && !has_number(c);
}

/* The cell of a at its lower end that stands above c. */
static struct pdf_cell *cell_above(const struct pdf_table *a, const struct pdf_cell *c)
{
    for (size_t i = a->n; i-- > 0 && c->row == 0;)
        if (a->cells[i].row + a->cells[i].row_span == a->rows && a->cells[i].col == c->col &&
            a->cells[i].col_span == c->col_span)
            return &a->cells[i];
    return NULL;
}

/* Cells at the lower end of a that end below c, which is blank and as wide as they are together:
 * where a page begins some leave out what parts them. */
static bool is_rest_of(const struct pdf_cell *x, const struct pdf_table *a,
                       const struct pdf_cell *c)
{
    return c->n == 0 && x->row + x->row_span == a->rows && x->col >= c->col &&
           x->col + x->col_span <= c->col + c->col_span;
}

static bool goes_on_in(const struct pdf_table *a, const struct pdf_cell *c)
{
    uint32_t cols = 0;
    for (size_t i = 0; i < a->n; i++)
        cols += is_rest_of(&a->cells[i], a, c) ? a->cells[i].col_span : 0;
    return cols == c->col_span;
}

/* No border is drawn where the page cut the cell. */
static bool is_cut(const struct pdf_cell *above, const struct pdf_cell *c)
{
    return above && above->open_below && c->open_above;
}

/* The number of an item may be in words of its own. */
static bool begins_item(struct arena *arena, const struct pdf_cell *c)
{
    struct pdf_lines lines = pdf_lines(arena, c->words, c->n, 0);
    return lines.n > 0 && pdf_begins_item(&lines.list[0]);
}

/* One character a line, which needs no more room than there is. */
static bool is_stack(struct arena *arena, const struct pdf_cell *c, size_t least)
{
    struct pdf_lines lines = pdf_lines(arena, c->words, c->n, 0);
    for (size_t i = 0; i < lines.n; i++)
        if (lines.list[i].n > 1 || lines.list[i].words[0]->glyphs > 1)
            return false;
    return lines.n >= least;
}

/* Borders are drawn, but the text breaks off for lack of room and goes on. */
static bool is_torn(struct arena *arena, const struct pdf_cell *above, const struct pdf_cell *c)
{
    struct pdf_lines lines = pdf_lines(arena, above->words, above->n, 0);
    if (is_stack(arena, above, 2) && is_stack(arena, c, 1))
        return true;
    return lines.n > 0 && c->n > 0 && pdf_is_filled(above, &lines.list[lines.n - 1]) &&
           !begins_item(arena, c);
}

/* Figures without a label at the end of a page, a label without figures at the top of the next. */
static bool parted(const struct pdf_table *a, const struct pdf_table *b)
{
    size_t figures = 0, labels = 0;
    for (size_t i = a->n; i-- > 0 && a->cells[i].row + 1 == a->rows;) {
        if (has_text(&a->cells[i]))
            return false;
        figures += has_number(&a->cells[i]);
    }
    for (size_t i = 0; i < b->n && b->cells[i].row == 0; i++) {
        if (has_number(&b->cells[i]) || (b->cells[i].row_span > 1 && b->cells[i].n > 0))
            return false;
        labels += b->cells[i].n > 0;
    }
    return figures >= 2 && labels == 1;
}

/* "1.信访举" at the end of a page, "报投诉类申请" at the top of the next, and figures beside one of the two only: what
 * begins with a number goes on in what does not. */
static bool label_torn(struct arena *arena, const struct pdf_table *a, const struct pdf_table *b)
{
    size_t begun = 0, figures_above = 0, figures = 0;
    for (size_t i = 0; i < b->n && b->cells[i].row == 0; i++) {
        const struct pdf_cell *c = &b->cells[i], *above = cell_above(a, c);
        if (!above && !goes_on_in(a, c))
            return false;
        bool number_above = above && has_number(above), number = has_number(c);
        figures_above += number_above;
        figures += number;
        if (!above || above->n == 0 || c->n == 0)
            continue;
        if (number_above || number || begins_item(arena, c))
            return false;
        begun += begins_item(arena, above);
    }
    return begun > 0 && (figures ? figures_above == 0 : figures_above >= 2);
}

/* Between the last row of a and the first one of b. SEAM_PART: of a header some cells go on, and
 * others begin below a wider one. */
enum seam { SEAM_NONE, SEAM_CUT, SEAM_TORN, SEAM_PART };

static bool below_wider(const struct pdf_table *a, const struct pdf_cell *c)
{
    for (size_t i = a->n; i-- > 0;) {
        const struct pdf_cell *x = &a->cells[i];
        if (x->row + x->row_span == a->rows && x->col_span > c->col_span && x->col <= c->col &&
            x->col + x->col_span >= c->col + c->col_span)
            return x->n > 0;
    }
    return false;
}

static bool has_figures(const struct pdf_table *t, uint32_t rows)
{
    for (size_t i = 0; i < t->n && t->cells[i].row < rows; i++)
        if (has_number(&t->cells[i]))
            return true;
    return false;
}

/* The rest of a header's cells stands beside the first row that its groups have. */
static bool parts_header(const struct pdf_table *a, const struct pdf_table *b)
{
    size_t go_on = 0, begin = 0;
    for (size_t i = 0; i < b->n && b->cells[i].row == 0; i++) {
        const struct pdf_cell *c = &b->cells[i], *above = cell_above(a, c);
        if (!above && !below_wider(a, c))
            return false;
        begin += !above && c->n > 0;
        go_on += above && above->n > 0 && c->n > 0;
    }
    return go_on > 0 && begin >= 2 && !has_figures(a, a->rows) && !has_figures(b, 1);
}

static enum seam find_seam(struct arena *arena, const struct pdf_table *a,
                           const struct pdf_table *b)
{
    if (parts_header(a, b))
        return SEAM_PART;
    if (label_torn(arena, a, b))
        return SEAM_TORN;
    bool cut = true, torn = true, text = false, any = false;
    for (size_t i = 0; i < b->n && b->cells[i].row == 0; i++) {
        const struct pdf_cell *c = &b->cells[i], *above = cell_above(a, c);
        bool beside = c->n == 0 && c->open_above; /* a narrower table, within the other's width */
        if (!above && (beside || goes_on_in(a, c)))
            continue;
        if (!above)
            return SEAM_NONE;
        any = true;
        cut = cut && is_cut(above, c);
        bool both = above->n > 0 && c->n > 0;
        torn = torn && (!both || is_torn(arena, above, c)) &&
               !(both && (has_number(above) || has_number(c)));
        text = text || both;
    }
    if (!any)
        return SEAM_NONE;
    return cut ? SEAM_CUT : torn && (text || parted(a, b)) ? SEAM_TORN : SEAM_NONE;
}

/* c adds nothing but rows to the cells above it. */
static void lengthen(struct pdf_table *a, const struct pdf_cell *c)
{
    for (size_t i = 0; i < a->n; i++)
        if (is_rest_of(&a->cells[i], a, c))
            a->cells[i].row_span += c->row_span - 1;
}

static void append(struct arena *arena, struct pdf_table *a, const struct pdf_table *b)
{
    enum seam seam = find_seam(arena, a, b);
    uint32_t shift = a->rows - (seam == SEAM_CUT || seam == SEAM_TORN ? 1 : 0);
    struct pdf_cell *cells = arena_alloc(arena, (a->n + b->n) * sizeof *cells);
    memcpy(cells, a->cells, a->n * sizeof *cells);
    size_t n = a->n;
    a->cells = cells;
    for (size_t i = 0; i < b->n; i++) {
        struct pdf_cell *c = &b->cells[i], *cut = cell_above(a, c);
        if (shift < a->rows && c->row == 0 && !cut) {
            lengthen(a, c);
            continue;
        }
        if (is_cut(cut, c) || (cut && seam >= SEAM_TORN)) {
            cut->row_span = shift + c->row_span - cut->row;
            cut->rest = c;
            cut->open_below = c->open_below;
            continue;
        }
        cells[n] = *c;
        cells[n++].row += shift;
    }
    a->n = n;
    a->rows = shift + b->rows;
}

static void join(struct pdf *pdf, struct pdf_page *page, struct pdf_page *next)
{
    struct pdf_table *a = &page->tables[page->table_count - 1], *b = &next->tables[0];
    unite_columns(pdf->arena, a, b);
    drop_rows(b, repeated(a, b));
    append(pdf->arena, a, b);
    next->table_count--;
    memmove(next->tables, next->tables + 1, next->table_count * sizeof *next->tables);
}

static int by_top(const void *a, const void *b)
{
    const struct pdf_table *x = a, *y = b;
    return x->box.y0 < y->box.y0 ? -1 : x->box.y0 > y->box.y0;
}

void pdf_join_tables(struct pdf *pdf)
{
    for (size_t p = 0; p < pdf->page_count; p++)
        qsort(pdf->pages[p].tables, pdf->pages[p].table_count, sizeof *pdf->pages[p].tables,
              by_top);
    for (size_t p = pdf->page_count; p-- > 1;)
        if (may_go_on(&pdf->pages[p - 1], &pdf->pages[p]))
            join(pdf, &pdf->pages[p - 1], &pdf->pages[p]);
}
