/* pdf_place.c - words into the cells of a grid; see pdf_grid.h. */
#include <math.h>

#include "read/pdf_grid.h"

static uint32_t field(const float *edges, uint32_t n, float x)
{
    uint32_t low = 0, high = n - 1;
    while (high - low > 1) {
        uint32_t mid = (low + high) / 2;
        if (x < edges[mid])
            high = mid;
        else
            low = mid;
    }
    return low;
}

static bool inside(const struct pdf_box *b, float x, float y)
{
    return x >= b->x0 && x <= b->x1 && y >= b->y0 && y <= b->y1;
}

void pdf_cell_add(struct pdf_cell *cell, struct arena *arena, const struct pdf_word *w)
{
    if (cell->n == cell->cap) {
        size_t cap = cell->cap ? cell->cap * 2 : 4;
        const struct pdf_word **more = arena_alloc(arena, cap * sizeof *more);
        if (cell->n > 0)
            memcpy(more, cell->words, cell->n * sizeof *more);
        cell->words = more;
        cell->cap = cap;
    }
    cell->words[cell->n++] = w;
}

/* Texts of neighbouring cells that stand so close that they became one word: what is left of the
 * border between them becomes a word of its own. NULL when no two characters part there. */
static const struct pdf_word *cut_word(struct arena *arena, struct pdf_word *w, float x)
{
    float at = w->box.x0, glyphs = 0;
    size_t i = 0;
    while (i < w->text.n && at < x - 0.35F * w->em) {
        glyphs += pdf_glyph(str_next(w->text, &i));
        at = w->box.x0 + glyphs * w->em;
    }
    if (i == 0 || i == w->text.n || at > x + 0.35F * w->em)
        return NULL;
    struct pdf_word *head = arena_alloc(arena, sizeof *head);
    *head = *w;
    head->text = str_sub(w->text, 0, i);
    head->box.x1 = w->box.x0 = at;
    head->glyphs = glyphs;
    w->glyphs -= glyphs;
    w->text = str_sub(w->text, i, w->text.n);
    return head;
}

static void place_word(struct arena *arena, const struct pdf_grid *g, struct pdf_table *t,
                       const uint32_t *owner, struct pdf_word *w)
{
    float y = (w->box.y0 + w->box.y1) / 2;
    uint32_t row = field(g->y, g->ny, y);
    if (!inside(&t->box, (w->box.x0 + w->box.x1) / 2, y))
        return;
    for (uint32_t c = 1; c < t->cols; c++) {
        float edge = g->x[c], slack = 0.35F * w->em;
        const struct pdf_word *head = NULL;
        if (owner[row * t->cols + c] != owner[row * t->cols + c - 1] && w->box.x0 < edge - slack &&
            w->box.x1 > edge + slack)
            head = cut_word(arena, w, edge);
        if (head)
            pdf_cell_add(&t->cells[owner[row * t->cols + c - 1] - 1], arena, head);
    }
    uint32_t col = field(g->x, g->nx, (w->box.x0 + w->box.x1) / 2);
    pdf_cell_add(&t->cells[owner[row * t->cols + col] - 1], arena, w);
    w->used = true;
}

/* Where a page's end cut a cell, its text may reach beyond the lines that are drawn. */
static void take_below(struct arena *arena, struct pdf_table *t, struct pdf_word *w)
{
    float x = (w->box.x0 + w->box.x1) / 2;
    for (size_t i = t->n; i-- > 0;) {
        struct pdf_cell *c = &t->cells[i];
        if (!c->open_below || c->n == 0 || x < c->box.x0 || x > c->box.x1)
            continue;
        const struct pdf_box *last = &c->words[c->n - 1]->box;
        if (w->box.y0 < last->y1 + 0.9F * w->em && w->box.y1 > c->box.y1) {
            pdf_cell_add(c, arena, w);
            w->used = true;
        }
        return;
    }
}

void pdf_grid_fill(struct arena *arena, const struct pdf_grid *g, struct pdf_table *t,
                   const uint32_t *owner, struct pdf_page *page)
{
    for (size_t i = 0; i < page->word_count; i++)
        if (!page->words[i].used)
            place_word(arena, g, t, owner, &page->words[i]);
    for (size_t i = 0; i < page->word_count; i++) /* from top to bottom */
        if (!page->words[i].used && page->words[i].box.y1 > t->box.y1)
            take_below(arena, t, &page->words[i]);
}

/* The size of most characters. */
static float em_of(const struct pdf_table *t)
{
    float width = 0, glyphs = 0;
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = 0; k < t->cells[i].n; k++) {
            width += t->cells[i].words[k]->em * t->cells[i].words[k]->glyphs;
            glyphs += t->cells[i].words[k]->glyphs;
        }
    return glyphs > 0 ? width / glyphs : 0;
}

static bool is_empty_row(const struct pdf_table *t, uint32_t row)
{
    for (size_t i = 0; i < t->n; i++)
        if (t->cells[i].row == row && t->cells[i].row_span == 1 && t->cells[i].n > 0)
            return false;
    return true;
}

static void drop_row(struct pdf_table *t, uint32_t row)
{
    size_t kept = 0;
    for (size_t i = 0; i < t->n; i++) {
        struct pdf_cell *c = &t->cells[i];
        if (c->row == row && c->row_span == 1)
            continue;
        if (c->row <= row && c->row + c->row_span > row)
            c->row_span--;
        else if (c->row > row)
            c->row--;
        t->cells[kept++] = *c;
    }
    t->n = kept;
    t->rows--;
}

void pdf_grid_trim(const struct pdf_grid *g, struct pdf_table *t)
{
    static const float LINE = 1.1F; /* em */
    float em = em_of(t);
    for (uint32_t row = g->ny - 1; row-- > 0 && t->rows > 1;)
        if (g->y[row + 1] - g->y[row] < LINE * em && is_empty_row(t, row))
            drop_row(t, row);
}
