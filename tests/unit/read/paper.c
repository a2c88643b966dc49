/* paper.c - see paper.h. */
#include "paper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "dump.h"

static const float EM = 10;

void paper_page(struct paper *p)
{
    if (p->pages++ > 0)
        strbuf_c(&p->xml, "  </page>\n");
    strbuf_c(&p->xml, "  <page width=\"595.000000\" height=\"842.000000\">\n");
}

void paper_text_sized(struct paper *p, float x, float y, float em, const char *text)
{
    struct str rest = str_of(text), word;
    while (str_split(&rest, ' ', &word)) {
        float width = 0;
        for (size_t i = 0; i < word.n;)
            width += em * pdf_glyph(str_next(word, &i));
        if (word.n > 0)
            strbuf_fmt(&p->xml,
                       "    <word xMin=\"%f\" yMin=\"%f\" xMax=\"%f\" yMax=\"%f\">%.*s</word>\n",
                       (double)x, (double)(y - 0.6F * em), (double)(x + width),
                       (double)(y + 0.6F * em), STR_ARG(word));
        x += width + em / 2;
    }
}

void paper_text(struct paper *p, float x, float y, const char *text)
{
    paper_text_sized(p, x, y, EM, text);
}

void paper_line(struct paper *p, float x0, float y0, float x1, float y1)
{
    p->rules[p->pages - 1][p->rule_count[p->pages - 1]++] =
        (struct pdf_rule){ .box = { x0, y0, x1, y1 }, .vertical = x0 == x1 };
}

void paper_grid(struct paper *p, const float *x, size_t nx, const float *y, size_t ny)
{
    for (size_t i = 0; i < nx; i++)
        paper_line(p, x[i], y[0], x[i], y[ny - 1]);
    for (size_t i = 0; i < ny; i++)
        paper_line(p, x[0], y[i], x[nx - 1], y[i]);
}

static void add_edge(struct paper *p, float x0, float y0, float x1, float y1)
{
    p->edges[p->pages - 1][p->edge_count[p->pages - 1]++] =
        (struct pdf_rule){ .box = { x0, y0, x1, y1 }, .vertical = x0 == x1 };
}

void paper_grounds(struct paper *p, const float *x, size_t nx, const float *y, size_t ny)
{
    for (size_t i = 0; i + 1 < nx; i++)
        for (size_t k = 0; k + 1 < ny; k++) {
            float x0 = x[i] + 1, x1 = x[i + 1] - 1, y0 = y[k] + 1, y1 = y[k + 1] - 1;
            add_edge(p, x0, y0, x1, y0);
            add_edge(p, x0, y1, x1, y1);
            add_edge(p, x0, y0, x0, y1);
            add_edge(p, x1, y0, x1, y1);
        }
}

void paper_slant(struct paper *p, float x, float y)
{
    p->slants[p->pages - 1][p->slant_count[p->pages - 1]++] =
        (struct pdf_rule){ .box = { x, y, x, y }, .what = PDF_SLANT };
}

void paper_picture(struct paper *p, float x0, float y0, float x1, float y1)
{
    p->picture[p->pages - 1] = (struct pdf_rule){ .box = { x0, y0, x1, y1 }, .what = PDF_PICTURE };
    p->picture_count[p->pages - 1] = 1;
}

struct doc *paper_read(struct paper *p)
{
    struct pdf pdf = { .arena = arena_new() };
    struct doc_build *b = doc_build_new(DOC_PDF, "UTF-8");
    (void)pdf_words(&pdf, strbuf_view(&p->xml), NULL);
    for (size_t i = 0; i < pdf.page_count; i++) {
        pdf.pages[i].rules = p->rules[i];
        pdf.pages[i].rule_count = p->rule_count[i];
        pdf.pages[i].edges = p->edges[i];
        pdf.pages[i].edge_count = p->edge_count[i];
        pdf.pages[i].slants = p->slants[i];
        pdf.pages[i].slant_count = p->slant_count[i];
        pdf.pages[i].pictures = &p->picture[i];
        pdf.pages[i].picture_count = p->picture_count[i];
    }
    pdf_lay_out(&pdf, b);
    arena_free(pdf.arena);
    strbuf_free(&p->xml);
    return doc_build_end(b);
}

static struct paper running;

struct paper *paper_fresh(void)
{
    running = (struct paper){ 0 };
    paper_page(&running);
    return &running;
}

void paper_expect_cells(const char *wanted)
{
    struct doc *doc = paper_read(&running);
    char *cells = dump_cells(doc);
    assert_string_equal(cells, wanted);
    free(cells);
    doc_free(doc);
}
