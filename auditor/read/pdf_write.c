/* pdf_write.c - lines and tables to the document; see pdf_page.h. */
#include "read/pdf_page.h"

void pdf_write_line(struct doc_build *b, const struct pdf_line *line)
{
    for (size_t i = 0; i < line->n; i++) {
        const struct pdf_word *w = line->words[i];
        if (i > 0 && pdf_blank_between(line->words[i - 1], w))
            doc_build_text(b, STR(" "), w->line);
        doc_build_text(b, w->text, w->line);
    }
}

static const struct pdf_word *last_word(const struct pdf_line *l)
{
    return l->words[l->n - 1];
}

/* A cell's line and the next one: one text, or two? Figures below each other are two, unless the
 * first was broken because it had no room. */
static void write_joint(struct doc_build *b, const struct pdf_cell *c, const struct pdf_line *above,
                        const struct pdf_line *below)
{
    const struct pdf_word *x = last_word(above), *y = below->words[0];
    bool latin =
        (unsigned char)x->text.p[x->text.n - 1] < 0x80 && (unsigned char)y->text.p[0] < 0x80;
    float room = (c->box.x1 - c->box.x0) - (above->box.x1 - above->box.x0);
    if (x->number && y->number) {
        if (room > 1.6F * above->em)
            doc_build_break(b);
    } else if (latin) {
        doc_build_text(b, STR(" "), y->line);
    }
}

static void write_cell(struct doc_build *b, const struct pdf_table *t, const struct pdf_cell *c,
                       struct arena *arena)
{
    const struct pdf_line *above = NULL;
    doc_build_cell(b, c->row_span, c->col_span, false, t->line);
    for (; c; c = c->rest) {
        struct pdf_lines lines = pdf_lines(arena, c->words, c->n, 0);
        for (size_t i = 0; i < lines.n; i++) {
            if (above)
                write_joint(b, c, above, &lines.list[i]);
            above = &lines.list[i];
            pdf_write_line(b, above);
        }
    }
    doc_build_end_cell(b);
}

void pdf_write_table(struct doc_build *b, const struct pdf_table *t, struct arena *arena)
{
    uint32_t rows = 0;
    doc_build_table(b, t->line);
    for (size_t i = 0; i < t->n; i++) {
        for (; rows <= t->cells[i].row; rows++)
            doc_build_row(b);
        write_cell(b, t, &t->cells[i], arena);
    }
    doc_build_end_table(b);
}
