/*
 * edit.h - a document with changes, made of one that was read (prefix doc_edit_).
 *
 * For the rule author's bench: a defect is put into a sound document without reading anything again,
 * so what was not touched keeps its places. Blocks, cells and metas are named by their index in the
 * document as it was, whatever was changed before. Without changes the outcome equals the document.
 *
 * Ownership  The edit refers to the document, which must outlive it; texts are copied.
 * Errors     None: what names nothing changes nothing.
 */
#ifndef AUDITOR_DOCUMENT_EDIT_H
#define AUDITOR_DOCUMENT_EDIT_H

#include "document/document.h"

struct doc_edit;

struct doc_edit *doc_edit_new(const struct doc *doc);
void doc_edit_free(struct doc_edit *e);       /* gives up; NULL is allowed */
struct doc *doc_edit_end(struct doc_edit *e); /* frees e; the caller frees the document */

/* Other text for a block; "" leaves a cell empty, and outside of grids drops the block. */
void doc_edit_text(struct doc_edit *e, size_t block, struct str raw);
void doc_edit_drop(struct doc_edit *e, size_t first, size_t end); /* blocks, half open */
void doc_edit_join(struct doc_edit *e,
                   size_t block); /* the block before, neither moved, takes its text */
/* A new block begins at byte `at` of a block's raw text, which is not changed otherwise and neither dropped nor
 * joined. Cuts come in reading order; one that does not follow the last is not made. */
void doc_edit_part(struct doc_edit *e, size_t block, size_t at);
/* Blocks [first, end) go before the block `before`, which is none of them. */
void doc_edit_move(struct doc_edit *e, size_t first, size_t end, size_t before);
/* A paragraph outside of grids, before a block (block_count: at the end); returns its index. */
size_t doc_edit_insert(struct doc_edit *e, size_t before, struct str raw, unsigned flags);
/* The row of a grid goes, cells that reach over several rows shrink. */
void doc_edit_drop_row(struct doc_edit *e, size_t table, uint32_t row);

void doc_edit_meta(struct doc_edit *e, size_t meta, struct str content);
void doc_edit_drop_meta(struct doc_edit *e, size_t meta);
void doc_edit_add_meta(struct doc_edit *e, struct str name, struct str content);
void doc_edit_add_link(struct doc_edit *e, size_t block, struct str href); /* its whole text */
void doc_edit_add_image(struct doc_edit *e, size_t block, struct str src);

#endif /* AUDITOR_DOCUMENT_EDIT_H */
