/* pdf_flow.c - what stands on the pages, in the order of reading; see pdf_page.h. */
#include <stdlib.h>

#include "read/pdf_page.h"
#include "read/pdf_prose.h"

struct element { /* a line, a table or a picture */
    struct pdf_prose_line line;
    const struct pdf_table *table;
    const struct pdf_rule *picture;
    float x, y;
};

struct flow {
    struct doc_build *build;
    struct pdf *pdf;
    struct element *list;
    size_t n;
    uint32_t line; /* the last one of text */
};

static float middle(const struct pdf_line *l)
{
    return (l->box.y0 + l->box.y1) / 2;
}

static int by_y(const void *a, const void *b)
{
    const struct element *x = a, *y = b;
    if (x->y != y->y)
        return x->y < y->y ? -1 : 1;
    return x->x < y->x ? -1 : x->x > y->x;
}

static void add_page(struct flow *f, const struct pdf_page *page)
{
    struct arena *arena = f->pdf->arena;
    const struct pdf_word **words = arena_alloc(arena, (page->word_count + 1) * sizeof *words);
    size_t n = 0, first = f->n;
    for (size_t i = 0; i < page->word_count; i++)
        if (!page->words[i].used)
            words[n++] = &page->words[i];
    struct pdf_lines lines = pdf_lines(arena, words, n, 0);
    for (size_t i = 0; i < lines.n; i++)
        f->list[f->n++] = (struct element){ .line = { &lines.list[i], page, page->width },
                                            .x = lines.list[i].box.x0,
                                            .y = middle(&lines.list[i]) };
    for (size_t i = 0; i < page->table_count; i++)
        f->list[f->n++] =
            (struct element){ .table = &page->tables[i], .y = page->tables[i].box.y0 };
    for (size_t i = 0; i < page->picture_count; i++)
        f->list[f->n++] =
            (struct element){ .picture = &page->pictures[i], .y = page->pictures[i].box.y0 };
    qsort(f->list + first, f->n - first, sizeof *f->list, by_y);
}

/* Headers, footers and page numbers: at the end, set apart. */
static void write_running(struct flow *f)
{
    doc_build_flags(f->build, DOC_CHROME);
    for (size_t p = 0; p < f->pdf->page_count; p++) {
        const struct pdf_page *page = &f->pdf->pages[p];
        for (size_t i = 0; i < page->running.n; i++) {
            pdf_write_line(f->build, &page->running.list[i]);
            doc_build_break(f->build);
        }
    }
    doc_build_flags(f->build, 0);
}

static void write_all(struct flow *f)
{
    struct pdf_prose prose = { .build = f->build };
    struct pdf_prose_line *lines = arena_alloc(f->pdf->arena, (f->n + 1) * sizeof *lines);
    size_t n = 0;
    for (size_t i = 0; i < f->n; i++)
        if (f->list[i].line.line)
            lines[n++] = f->list[i].line;
    pdf_prose_measure(&prose, f->pdf->arena, lines, n);
    for (size_t i = 0; i < f->n; i++) {
        const struct element *e = &f->list[i];
        if (e->line.line) {
            pdf_prose_write(&prose, &e->line);
            f->line = e->line.line->words[0]->line;
            continue;
        }
        pdf_prose_end(&prose);
        if (e->table)
            pdf_write_table(f->build, e->table, f->pdf->arena);
        else
            doc_build_image(f->build, STR(""), STR(""), f->line);
    }
    pdf_prose_end(&prose);
}

void pdf_flow(struct pdf *pdf, struct doc_build *b)
{
    struct flow f = { .build = b, .pdf = pdf, .line = 1 };
    size_t most = 0;
    for (size_t p = 0; p < pdf->page_count; p++)
        most += pdf->pages[p].word_count + pdf->pages[p].table_count + pdf->pages[p].picture_count;
    f.list = arena_alloc(pdf->arena, (most + 1) * sizeof *f.list);
    for (size_t p = 0; p < pdf->page_count; p++)
        add_page(&f, &pdf->pages[p]);
    write_all(&f);
    write_running(&f);
}
