/*
 * docx_body.h - the text of one part of a Word file into a document (prefix docx_body_).
 *
 * The main part, then notes, headers and footers go through the same reader, one after the other; lists
 * and paragraphs count on. A paragraph's place is its number in the order in which paragraphs begin, those
 * in cells and text boxes counted, from 1.
 *
 * Taken is the text as it stands when all tracked changes are accepted.
 */
#ifndef AUDITOR_READ_DOCX_BODY_H
#define AUDITOR_READ_DOCX_BODY_H

#include "document/build.h"
#include "read/docx_list.h"
#include "read/docx_part.h"
#include "read/docx_style.h"

struct docx_body;

struct docx_body *docx_body_new(struct doc_build *build, const struct docx_styles *styles,
                                struct docx_lists *lists);
void docx_body_free(struct docx_body *b); /* NULL is allowed; tells the document what was noticed */

/* A part, its text under the flags of a block (DOC_CHROME for what is set apart). */
int docx_body_read(struct docx_body *b, struct str part, const struct docx_relations *relations,
                   unsigned flags, const char *what, struct error *err);

/* The i-th header or footer that the parts so far name, each once; "" behind the last. */
struct str docx_body_margin(const struct docx_body *b, size_t i);

/* Where a file of another kind stands in the text (altChunk), take is called with the path of its part; false: it
 * could not be read. Without a take, or behind its false, docx_body_lost_chunk() says so. */
void docx_body_on_chunk(struct docx_body *b, bool (*take)(void *user, struct str path), void *user);
bool docx_body_lost_chunk(const struct docx_body *b);

/* The number of the last paragraph; and to count on behind a number that is not smaller. */
uint32_t docx_body_line(const struct docx_body *b);
void docx_body_go_on(struct docx_body *b, uint32_t line);

#endif /* AUDITOR_READ_DOCX_BODY_H */
