/*
 * torn.h - an official table of which only shreds are left (prefix torn_; inside recognise only).
 *
 * A page that is printed with a table wider than the paper, or with one cell a sheet, loses columns and
 * labels; what is left stands there as scraps of labels and figures, no table. Such a table is neither
 * there nor missing. Looked for in documents whose cells are put together from places of words (PDF)
 * alone: in other carriers a cell is a cell.
 *
 * A shred is a short block that is made of pieces of the table's labels; those that stand under the
 * heading of the table's section speak for it, elsewhere more of them are needed.
 *
 * Ownership  Everything lives in the arena.
 */
#ifndef AUDITOR_RECOGNISE_TORN_H
#define AUDITOR_RECOGNISE_TORN_H

#include "base/arena.h"
#include "recognise/form.h"
#include "document/document.h"

struct torn {
    size_t evidence; /* characters of different labels that stand in shreds; 0: none worth a word */
    size_t figures;  /* blocks of nothing but a figure among them */
    size_t mixed;    /* shreds within a cell that end in a figure: two cells in one */
    uint32_t first_block, end_block; /* half open; equal: none */
    uint8_t *blocks;                 /* a bit for each block that is one of its shreds */
};

/* What is left of table t of the form, outside the blocks whose bit is set in `covered` (NULL: none).
 * False: not enough to say that a table was there. */
bool torn_find(struct torn *out, const struct doc *doc, const struct form *form, size_t t,
               const uint8_t *covered, struct arena *arena);

/* What a label that is none of the form's is. */
enum torn_label {
    TORN_LABEL_NOT,  /* whole, or something else */
    TORN_LABEL_BIT,  /* a character or two out of one: chance, where a label is due */
    TORN_LABEL_CUT,  /* a longer piece */
    TORN_LABEL_GLUED /* several whole ones */
};
enum torn_label torn_label(const struct form *form, size_t t, struct str label);
/* Pieces of several labels, in whatever order, are all or nearly all of it. */
bool torn_mixed_label(const struct form *form, size_t t, struct str label);

#endif /* AUDITOR_RECOGNISE_TORN_H */
