/*
 * build.h - how a reader makes a document (prefix doc_build_).
 *
 * Text under DOC_HEADING is bold: a block that is bold throughout is a heading, and so is one with a
 * level. Text between doc_build_link() and its end makes DOC_LINKED in the same way. Punctuation
 * outside does not count. Where DOC_HIDDEN begins inside a block, what is hidden becomes a block behind it.
 * A table's rows and cells may lack their ends; rows and cells outside a table begin one.
 *
 * Calls come in reading order. Text appended between two block ends is one block; white space is
 * folded here. Cells and tables nest; work per call is constant, whatever the nesting. At the end
 * doc_build_end() decides the script, normalises every block and hands the document over.
 * Limits (blocks, cells, tables, nesting, spans, bytes) are enforced here: what exceeds them is
 * dropped and noted as DOC_NOTICE_CUT.
 */
#ifndef AUDITOR_DOCUMENT_BUILD_H
#define AUDITOR_DOCUMENT_BUILD_H

#include "document/document.h"

struct doc_build;

struct doc_build *doc_build_new(enum doc_format format, const char *charset);
void doc_build_free(struct doc_build *b);       /* gives up an unfinished document */
struct doc *doc_build_end(struct doc_build *b); /* frees b; the caller frees the document */

/* Appends text that begins on the given line of the file; '\n' inside it advance the line. */
void doc_build_text(struct doc_build *b, struct str utf8, uint32_t line);
/* How many bytes at its start are white space, which alone makes no block. */
size_t doc_build_blank(struct str utf8);
void doc_build_break(struct doc_build *b);                 /* ends the block, if it has any text */
void doc_build_flags(struct doc_build *b, unsigned flags); /* of the text from here on */
void doc_build_level(struct doc_build *b, unsigned level); /* h1..h6 from here on; 0 none */

/* For elements that show only at their end what they were: flags all blocks since the mark. */
struct doc_mark {
    size_t block; /* the first block after the mark */
    size_t raw;   /* bytes of raw text before it */
};
struct doc_mark doc_build_mark(struct doc_build *b);                     /* ends the block */
size_t doc_build_since(const struct doc_build *b, struct doc_mark mark); /* bytes of raw text */
void doc_build_flag_since(struct doc_build *b, struct doc_mark mark, unsigned flags);

void doc_build_empty(struct doc_build *b, uint32_t line); /* a DOC_CELL_EMPTY block */
void doc_build_rule(struct doc_build *b, struct str raw, uint32_t line); /* a DOC_RULE block */

void doc_build_table(struct doc_build *b, uint32_t line);
void doc_build_guessed(struct doc_build *b); /* of the table just begun (doc_table.guessed) */
void doc_build_row(struct doc_build *b);
/* Gives the cell a number, 0 when it was refused. */
uint32_t doc_build_cell(struct doc_build *b, unsigned row_span, unsigned col_span, bool header,
                        uint32_t line);
/* A cell of the open table, by its number, reaches into the open row too: for formats that tell a span
 * only row by row. */
void doc_build_grow(struct doc_build *b, uint32_t cell);
/* The last cell of the open row, by its number, reaches so many columns further. */
void doc_build_widen(struct doc_build *b, uint32_t cell, unsigned columns);
void doc_build_end_cell(struct doc_build *b);
void doc_build_end_table(struct doc_build *b);

void doc_build_link(struct doc_build *b, struct str href, uint32_t line);
void doc_build_end_link(struct doc_build *b);
void doc_build_image(struct doc_build *b, struct str src, struct str alt, uint32_t line);
void doc_build_meta(struct doc_build *b, struct str name, struct str content, uint32_t line);
void doc_build_notice(struct doc_build *b, enum doc_notice_code code, uint32_t count,
                      uint32_t line);

void doc_build_page(struct doc_build *b, uint32_t line); /* the next page begins on it */

#endif /* AUDITOR_DOCUMENT_BUILD_H */
