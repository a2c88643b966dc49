/* pdf_write.c - lines and tables to the document; see pdf_page.h. */
#include "read/pdf_page.h"
#include "read/pdf_prose.h"

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

/* Full-width digits are broken anywhere, as Chinese characters are: what is left is no longer than
 * what had room. */
static bool is_broken_wide(const struct pdf_word *x, const struct pdf_word *y)
{
    return x->wide && y->wide && y->glyphs <= x->glyphs;
}

/* A cell's line and the next one: one text, or two? Figures below each other are two, unless the
 * first was broken because it had no room. */
static void write_joint(struct doc_build *b, const struct pdf_cell *c, const struct pdf_line *above,
                        const struct pdf_line *below)
{
    const struct pdf_word *x = last_word(above), *y = below->words[0];
    bool latin =
        (unsigned char)x->text.p[x->text.n - 1] < 0x80 && (unsigned char)y->text.p[0] < 0x80;
    if (x->number && y->number) {
        if (is_broken_wide(x, y) ? !pdf_is_filled(c, above) : pdf_has_room(c, above))
            doc_build_break(b);
    } else if (latin) {
        doc_build_text(b, STR(" "), y->line);
    }
}

/* Digits one by one, in a line that is full and goes on: a figure that was drawn out to its cell's
 * width. */
static bool is_drawn_out(const struct pdf_cell *c, const struct pdf_lines *lines, size_t i)
{
    const struct pdf_line *l = &lines->list[i];
    if (l->n < 2 || i + 1 == lines->n || pdf_has_room(c, l) || !lines->list[i + 1].words[0]->number)
        return false;
    for (size_t k = 0; k < l->n; k++)
        if (!l->words[k]->number || l->words[k]->glyphs > 1)
            return false;
    return true;
}

/* Running text in a cell: a page that is laid out with a table. */
static bool is_prose(const struct pdf_cell *c, const struct pdf_lines *lines)
{
    enum { LINES = 4, CHARACTERS = 14 };
    size_t wide = 0;
    for (size_t i = 0; i < lines->n; i++)
        wide += lines->list[i].box.x1 - lines->list[i].box.x0 > CHARACTERS * lines->list[i].em;
    return (lines->n >= LINES && wide * 2 > lines->n) || (c->rest && wide > 0);
}

static void write_prose(struct doc_build *b, const struct pdf_cell *c, struct arena *arena)
{
    struct pdf_prose prose = { .build = b };
    struct pdf_margins margins = { 0 };
    for (const struct pdf_cell *part = c; part; part = part->rest) {
        struct pdf_lines lines = pdf_lines(arena, part->words, part->n, 0);
        struct pdf_prose_line *list = arena_alloc(arena, (lines.n + 1) * sizeof *list);
        for (size_t i = 0; i < lines.n; i++)
            list[i] = (struct pdf_prose_line){ &lines.list[i], part, part->box.x1 - part->box.x0,
                                               &margins };
        if (part == c)
            margins = pdf_margin_measure(arena, list, lines.n);
        for (size_t i = 0; i < lines.n; i++)
            pdf_prose_write(&prose, &list[i]);
    }
    pdf_prose_end(&prose);
}

static void write_lines(struct doc_build *b, const struct pdf_cell *c, struct arena *arena)
{
    const struct pdf_line *above = NULL;
    for (; c; c = c->rest) {
        struct pdf_lines lines = pdf_lines(arena, c->words, c->n, 0);
        for (size_t i = 0; i < lines.n; i++) {
            if (above)
                write_joint(b, c, above, &lines.list[i]);
            above = &lines.list[i];
            if (!is_drawn_out(c, &lines, i))
                pdf_write_line(b, above);
            else
                for (size_t k = 0; k < above->n; k++)
                    doc_build_text(b, above->words[k]->text, above->words[k]->line);
        }
    }
}

static void write_cell(struct doc_build *b, const struct pdf_table *t, const struct pdf_cell *c,
                       struct arena *arena)
{
    struct pdf_lines lines = pdf_lines(arena, c->words, c->n, 0);
    doc_build_cell(b, c->row_span, c->col_span, false,
                   lines.n ? lines.list[0].words[0]->line : t->line);
    if (is_prose(c, &lines))
        write_prose(b, c, arena);
    else
        write_lines(b, c, arena);
    doc_build_end_cell(b);
}

void pdf_write_table(struct doc_build *b, const struct pdf_table *t, struct arena *arena)
{
    uint32_t rows = 0;
    doc_build_table(b, t->line);
    if (!t->drawn)
        doc_build_guessed(b);
    for (size_t i = 0; i < t->n; i++) {
        for (; rows <= t->cells[i].row; rows++)
            doc_build_row(b);
        write_cell(b, t, &t->cells[i], arena);
    }
    doc_build_end_table(b);
}
