/*
 * pdf_page.h - what stands where on the pages of a PDF (prefix pdf_; inside read only).
 *
 * pdf_words.c takes the words with their boxes from pdftotext, pdf_rules.c the ruled lines from the
 * page contents. pdf_line.c puts words into lines, pdf_ruled.c finds tables by their ruled lines,
 * pdf_bare.c those without; pdf_flow.c parts what is left into paragraphs, and pdf_write.c hands
 * all to the document.
 *
 * Units      Points (1/72 inch), x to the right, y down, from the upper left corner of the page as
 *            it is shown (turned by /Rotate). "em" is the width of a Chinese character.
 * Ownership  Everything lives in the arena of struct pdf.
 */
#ifndef AUDITOR_READ_PDF_PAGE_H
#define AUDITOR_READ_PDF_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/child.h"
#include "base/error.h"
#include "base/str.h"
#include "document/build.h"

enum pdf_limit {
    PDF_PAGES = 300,
    PDF_WORDS = 400000,
    PDF_RULES = 200000, /* ruled lines */
    PDF_GRID = 400,     /* rows or columns of one table of one page */
    PDF_TABLES = 200,   /* of one page */
    PDF_FIELDS = 300000 /* of all grids */
};

#define PDF_SNAP 3.2F /* edges closer than this, in points, are one: borders are often double */

struct pdf_box {
    float x0, y0, x1, y1;
};

struct pdf_word {
    struct pdf_box box;
    struct str text;
    float em;
    float glyphs;  /* its length in em: 1 for a Chinese character, about half for a Latin one */
    uint32_t line; /* of the document, from 1: what stands at one height is one line */
    uint32_t side; /* of a gutter (pdf_column.h); 0: there is none */
    bool wide;     /* Chinese characters only */
    bool number;   /* digits and what stands between digits */
    bool used;     /* stands in a table, or is no part of the text */
    const struct pdf_word *whole; /* this is a part of; NULL: of none */
};

enum pdf_drawn {
    PDF_LINE,    /* x0 <= x1, y0 <= y1, one of the two equal */
    PDF_SHEET,   /* the page itself */
    PDF_PICTURE, /* a box */
    PDF_SHADE,   /* a box filled with a colour */
    PDF_SLANT    /* where a text begins that is neither level nor upright: a point */
};

struct pdf_rule {
    struct pdf_box box;
    enum pdf_drawn what;
    bool vertical;
};

/* Words side by side: of one paragraph, or of one cell. */
struct pdf_line {
    struct pdf_box box;
    float em;
    bool sure; /* of its em: there are Chinese characters */
    const struct pdf_word **words;
    size_t n;
};

struct pdf_lines {
    struct pdf_line *list;
    size_t n;
};

struct pdf_cell {
    uint32_t row, col, row_span, col_span;
    struct pdf_box box;
    const struct pdf_word **words;
    size_t n, cap;
    bool open_above, open_below; /* at the edge of its table, which is not drawn there */
    const struct pdf_cell *rest; /* on the next page; NULL: none */
};

/* A grid: cells in reading order; what no cell covers is not there. */
struct pdf_table {
    struct pdf_box box;
    float *columns; /* cols + 1 edges */
    uint32_t rows, cols;
    struct pdf_cell *cells;
    size_t n;
    uint32_t line; /* of its first word */
    bool ruled;
    bool drawn; /* and lines are: no grounds of colour */
};

struct pdf_page {
    float width, height;
    float left, right;      /* where its window for text begins and ends; equal: not known */
    uint32_t line;          /* its first */
    uint32_t shows, hidden; /* pieces of text, and those that nobody sees */
    uint32_t lost;          /* bytes of text that is seen and cannot be had (pdf_font.h) */
    struct pdf_word *words;
    size_t word_count;
    struct pdf_rule *rules;
    size_t rule_count;
    struct pdf_rule *pictures; /* large ones */
    size_t picture_count;
    struct pdf_rule *edges; /* of boxes that are filled */
    size_t edge_count;
    struct pdf_table *tables; /* from top to bottom */
    size_t table_count;
    struct pdf_rule *slants; /* text that is neither level nor upright */
    size_t slant_count;
    struct pdf_box
        *frames; /* of tables whose rows are parted by lines, and whose columns are not */
    size_t frame_count;
    struct pdf_lines running; /* headers, footers, page numbers: no part of the text */
};

struct pdf {
    struct arena *arena;
    struct pdf_page *pages;
    size_t page_count;
    struct str title, author, created, modified;
    size_t fields;   /* of grids made so far */
    size_t letters;  /* characters that are not blank */
    size_t unmapped; /* of them those without a meaning: private use, U+FFFD, controls */
};

/* --- pdf_words.c --- */

/* The output of `pdftotext -bbox`. ERR_LIMIT: too many pages or words. */
int pdf_words(struct pdf *pdf, struct str xml, struct error *err);
float pdf_glyph(uint32_t c); /* about how wide a character is, in em */

/* --- pdf_turn.c --- */

struct child_task pdf_words_task(struct str bytes); /* of pdf.c: pdftotext */
/* Are there pages whose text lies on its side? Then out gets the PDF with them turned. */
bool pdf_turn(struct strbuf *out, const struct pdf *pdf, struct str bytes);

/* --- pdf_rules.c --- */

enum { PDF_RULES_OVER = 2 }; /* the contents of the pages are larger than may be */

/* For child_start(): appends the ruled lines of a PDF to out; 0, 1 or PDF_RULES_OVER. */
int pdf_rules_call(void *user, struct str bytes, struct strbuf *out);
void pdf_rules_put(struct strbuf *out, uint32_t page, const struct pdf_rule *rule); /* one */
void pdf_rules_take(struct pdf *pdf, struct str out); /* what it said, into the pages */

/* --- pdf_line.c --- */

void pdf_number_lines(struct pdf *pdf); /* gives every word its line; sorts words by it */
/* Words into lines, from top to bottom; wide gaps part them where `gap` (em) is not 0. */
struct pdf_lines pdf_lines(struct arena *arena, const struct pdf_word **words, size_t n, float gap);
/* Where a blank stands between two words of a line. */
bool pdf_blank_between(const struct pdf_word *a, const struct pdf_word *b);
bool pdf_enumerated(struct str text); /* begins as an item of a list: 一、 (二) 3. */
bool pdf_begins_item(const struct pdf_line *line);
bool pdf_is_one_of(uint32_t c, const char *marks);
bool pdf_closes(uint32_t c); /* a mark that never begins a line */
bool pdf_opens(uint32_t c);  /* one that never ends a line */
/* Where its text ends, a mark that may hang over the margin left out. */
float pdf_text_end(const struct pdf_line *line);
bool pdf_ends_sentence(const struct pdf_line *line);

/* --- pdf_struck.c --- */

void pdf_struck(struct pdf *pdf, struct doc_build *b); /* drops text that is struck out */

/* --- tables --- */

void pdf_cell_add(struct pdf_cell *cell, struct arena *arena, const struct pdf_word *word);
uint32_t pdf_table_line(const struct pdf_table *t); /* of its first word */
/* May more stand in the line than does? */
bool pdf_has_room(const struct pdf_cell *cell, const struct pdf_line *line);
/* A character more would not fit between the paddings that Word and browsers give a cell. */
bool pdf_is_filled(const struct pdf_cell *cell, const struct pdf_line *line);
/* The frame that holds a height; NULL: none. */
const struct pdf_box *pdf_frame_at(const struct pdf_page *page, float y);
void pdf_ruled(struct pdf *pdf, struct pdf_page *page);
void pdf_bare(struct pdf *pdf);
void pdf_join_tables(struct pdf *pdf); /* those that go on on the next page become one */

/* --- pdf.c, pdf_flow.c, pdf_write.c --- */

/* Words and lines to blocks and grids: all that comes behind the two processes. */
void pdf_lay_out(struct pdf *pdf, struct doc_build *b);

void pdf_flow(struct pdf *pdf, struct doc_build *b);
void pdf_write_table(struct doc_build *b, const struct pdf_table *t, struct arena *arena);
void pdf_write_line(struct doc_build *b, const struct pdf_line *line);

#endif /* AUDITOR_READ_PDF_PAGE_H */
