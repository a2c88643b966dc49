/* pdf_flow.c - what stands on the pages, in the order of reading; see pdf_page.h. */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_column.h"
#include "read/pdf_page.h"
#include "read/pdf_prose.h"

enum { COLUMNS = 32, TELLING = 4 /* long lines that may tell a column's margins */ };

struct element { /* a line, a table or a picture */
    struct pdf_prose_line line;
    const struct pdf_table *table;
    const struct pdf_rule *picture;
    float x, y;
    int column; /* of the flow */
    bool aside; /* no part of the text */
};

struct column { /* what stands in the same place on several pages; the first: the whole page */
    float x0, x1;
    struct pdf_margins margins;
};

struct flow {
    struct doc_build *build;
    struct pdf *pdf;
    struct element *list;
    size_t n;
    struct column columns[COLUMNS];
    int column_count;
    const struct element *aside; /* waits for the end of a paragraph */
    size_t aside_count;
    uint32_t line; /* the last one of text */
};

/* What is put together of a page: between two bands, or a side of a band. */
struct part {
    const struct pdf_page *page;
    const struct pdf_bands *bands;
    size_t band;   /* the one that follows, or it is a side of */
    uint32_t side; /* of its words; 0: between */
};

static float middle(const struct pdf_box *b)
{
    return (b->y0 + b->y1) / 2;
}

static int by_y(const void *a, const void *b)
{
    const struct element *x = a, *y = b;
    if (x->y != y->y)
        return x->y < y->y ? -1 : 1;
    return x->x < y->x ? -1 : x->x > y->x;
}

/* Behind how many bands? */
static size_t behind(const struct pdf_bands *bands, float y)
{
    size_t i = 0;
    while (i < bands->n && y > (bands->list[i].y0 + bands->list[i].y1) / 2)
        i++;
    return i;
}

static bool is_part(const struct part *p, const struct pdf_word *w)
{
    return w->side == p->side && (w->side > 0 || behind(p->bands, middle(&w->box)) == p->band);
}

/* The same of a table or a picture. */
static bool holds(const struct part *p, const struct pdf_box *b)
{
    float y = middle(b);
    for (size_t i = 0; i < p->bands->n; i++) {
        const struct pdf_band *band = &p->bands->list[i];
        if (y >= band->y0 && y <= band->y1)
            return p->side == 2 * i + (b->x0 < band->x ? 1 : 2);
    }
    return p->side == 0 && behind(p->bands, y) == p->band;
}

/* The column of the flow that a side of a band stands in. */
static int find_column(struct flow *f, float x0, float x1, float em)
{
    for (int i = 1; i < f->column_count; i++)
        if (fabsf(f->columns[i].x0 - x0) < em && fabsf(f->columns[i].x1 - x1) < 2 * em)
            return i;
    if (f->column_count == COLUMNS)
        return 0;
    f->columns[f->column_count] = (struct column){ .x0 = x0, .x1 = x1 };
    return f->column_count++;
}

static void add_lines(struct flow *f, const struct part *p)
{
    struct arena *arena = f->pdf->arena;
    const struct pdf_page *page = p->page;
    const struct pdf_word **words = arena_alloc(arena, (page->word_count + 1) * sizeof *words);
    size_t n = 0;
    for (size_t i = 0; i < page->word_count; i++)
        if (!page->words[i].used && is_part(p, &page->words[i]))
            words[n++] = &page->words[i];
    if (n == 0)
        return;
    struct pdf_lines lines = pdf_lines(arena, words, n, 0);
    const struct pdf_band *band = &p->bands->list[p->band];
    int right = p->side % 2 == 0;
    int column = p->side ? find_column(f, band->from[right], band->to[right], lines.list[0].em) : 0;
    const struct column *c = &f->columns[column];
    const bool *aside = &band->aside[right];
    for (size_t i = 0; i < lines.n; i++)
        f->list[f->n++] =
            (struct element){ .line = { &lines.list[i], p->side ? (const void *)aside : page,
                                        column ? c->x1 - c->x0 : page->width, &c->margins },
                              .x = lines.list[i].box.x0,
                              .y = middle(&lines.list[i].box),
                              .column = column,
                              .aside = p->side && *aside };
}

/* A stamp over a text is none of its elements. */
static bool lies_over(const struct pdf_page *page, const struct pdf_box *picture)
{
    for (size_t i = 0; i < page->word_count; i++) {
        const struct pdf_word *w = &page->words[i];
        float x = (w->box.x0 + w->box.x1) / 2, y = middle(&w->box);
        if (!w->used && x > picture->x0 && x < picture->x1 && y > picture->y0 && y < picture->y1)
            return true;
    }
    return false;
}

static void add_part(struct flow *f, const struct part *p)
{
    const struct pdf_page *page = p->page;
    size_t first = f->n;
    add_lines(f, p);
    for (size_t i = 0; i < page->table_count; i++)
        if (holds(p, &page->tables[i].box))
            f->list[f->n++] =
                (struct element){ .table = &page->tables[i], .y = page->tables[i].box.y0 };
    for (size_t i = 0; i < page->picture_count; i++)
        if (holds(p, &page->pictures[i].box))
            f->list[f->n++] = (struct element){ .picture = &page->pictures[i],
                                                .y = page->pictures[i].box.y0,
                                                .aside = lies_over(page, &page->pictures[i].box) };
    qsort(f->list + first, f->n - first, sizeof *f->list, by_y);
}

static void add_page(struct flow *f, const struct pdf_page *page)
{
    struct pdf_bands bands = pdf_column_find(f->pdf->arena, page);
    for (size_t i = 0; i <= bands.n; i++) {
        add_part(f, &(struct part){ page, &bands, i, 0 });
        if (i == bands.n)
            break;
        uint32_t left = 2 * (uint32_t)i + 1, first = bands.list[i].aside[1] ? left + 1 : left;
        add_part(f, &(struct part){ page, &bands, i, first });
        add_part(f, &(struct part){ page, &bands, i, 2 * left + 1 - first });
    }
}

/* Too few lines to tell: as on the other pages, or as wide as they are. */
static void borrow(struct column *c, const struct pdf_margins *main)
{
    float em = main->em;
    c->margins = *main;
    if (fabsf(c->x0 - main->left) < 3 * em && fabsf(c->x1 - main->right) < 3 * em)
        return;
    c->margins.left = c->x0;
    c->margins.right = c->x1;
}

/* Most of the running text stands in columns: they tell more. */
static void borrow_main(struct flow *f)
{
    struct pdf_margins *main = &f->columns[0].margins, *most = main;
    float left = 1e6F, right = 0;
    for (int c = 1; c < f->column_count; c++) {
        struct pdf_margins *m = &f->columns[c].margins;
        if (m->told < TELLING)
            continue;
        most = m->told > most->told ? m : most;
        left = fminf(left, m->left);
        right = fmaxf(right, m->right);
    }
    if (most == main)
        return;
    if (main->told < TELLING) {
        *main = *most;
        main->left = left;
        main->right = right;
    } else if (fabsf(main->left - most->left - 2 * most->em) < 0.8F * most->em) {
        main->left = most->left;
    }
}

/* Few lines may all be short: the page's other edge tells how long they could be. */
static void widen(struct flow *f)
{
    enum { FEW = 8 };
    struct pdf_margins *main = &f->columns[0].margins;
    if (main->told > 0 && main->told < FEW)
        main->right = fmaxf(main->right, f->pdf->pages[0].width - main->left);
}

static void measure(struct flow *f)
{
    struct pdf_prose_line *lines = arena_alloc(f->pdf->arena, (f->n + 1) * sizeof *lines);
    for (int c = 0; c < f->column_count; c++) {
        size_t n = 0;
        for (size_t i = 0; i < f->n; i++)
            if (f->list[i].line.line && f->list[i].column == c && !f->list[i].aside)
                lines[n++] = f->list[i].line;
        f->columns[c].margins = pdf_margin_measure(f->pdf->arena, lines, n);
    }
    borrow_main(f);
    widen(f);
    for (int c = 1; c < f->column_count; c++)
        if (f->columns[c].margins.told < TELLING)
            borrow(&f->columns[c], &f->columns[0].margins);
}

static void write_apart(struct flow *f, const struct pdf_line *line)
{
    pdf_write_line(f->build, line);
    doc_build_break(f->build);
}

/* Headers, footers and page numbers: at the end, set apart. */
static void write_running(struct flow *f)
{
    doc_build_flags(f->build, DOC_CHROME);
    for (size_t p = 0; p < f->pdf->page_count; p++)
        for (size_t i = 0; i < f->pdf->pages[p].running.n; i++)
            write_apart(f, &f->pdf->pages[p].running.list[i]);
    doc_build_flags(f->build, 0);
}

/* What stands beside the text, between two of its paragraphs. */
static void write_aside(struct flow *f, struct pdf_prose *prose)
{
    if (f->aside_count == 0)
        return;
    pdf_prose_end(prose);
    for (size_t i = 0; i < f->aside_count; i++) {
        const struct element *e = &f->aside[i];
        doc_build_flags(f->build, e->line.line ? DOC_CHROME : 0);
        if (e->line.line)
            write_apart(f, e->line.line);
        else
            doc_build_image(f->build, STR(""), STR(""), f->line);
    }
    doc_build_flags(f->build, 0);
    f->aside_count = 0;
}

static void write_element(struct flow *f, struct pdf_prose *prose, const struct element *e)
{
    if (!e->line.line || !pdf_prose_goes_on(prose, &e->line))
        write_aside(f, prose);
    if (e->line.line) {
        pdf_prose_write(prose, &e->line);
        f->line = e->line.line->words[0]->line;
        return;
    }
    pdf_prose_end(prose);
    if (e->table)
        pdf_write_table(f->build, e->table, f->pdf->arena);
    else
        doc_build_image(f->build, STR(""), STR(""), f->line);
}

static void write_all(struct flow *f)
{
    struct pdf_prose prose = { .build = f->build };
    for (size_t i = 0; i < f->n; i++) {
        if (!f->list[i].aside) {
            write_element(f, &prose, &f->list[i]);
            continue;
        }
        write_aside(f, &prose);
        f->aside = &f->list[i];
        while (i + f->aside_count < f->n && f->list[i + f->aside_count].aside)
            f->aside_count++;
        i += f->aside_count - 1;
    }
    write_aside(f, &prose);
    pdf_prose_end(&prose);
}

void pdf_flow(struct pdf *pdf, struct doc_build *b)
{
    struct flow f = { .build = b, .pdf = pdf, .line = 1, .column_count = 1 };
    size_t most = 0;
    for (size_t p = 0; p < pdf->page_count; p++)
        most += pdf->pages[p].word_count + pdf->pages[p].table_count + pdf->pages[p].picture_count;
    f.list = arena_alloc(pdf->arena, (most + 1) * sizeof *f.list);
    for (size_t p = 0; p < pdf->page_count; p++)
        add_page(&f, &pdf->pages[p]);
    measure(&f);
    write_all(&f);
    write_running(&f);
}
