/*
 * label.h - what counts of a label of a table when labels are compared (prefix label_).
 *
 * The core of a label is its normal text without leading ordinals, without notes in brackets
 * (unless nothing else is left) and without punctuation. Its ordinal, the last one that stands
 * before the core, tells labels apart that are alike.
 */
#ifndef AUDITOR_RECOGNISE_LABEL_H
#define AUDITOR_RECOGNISE_LABEL_H

#include "base/str.h"

enum { LABEL_LONGEST = 360 }; /* bytes of normal text; what is longer is no label */

struct label {
    uint32_t hash;    /* of the core */
    uint32_t ordinal; /* 0: none */
};

/* Appends the core of a normal text to out. The hash is of the core alone. */
struct label label_read(struct str normal, struct strbuf *out);
uint32_t label_hash(struct str core);

/* How alike two cores are, 0..100: the longest common subsequence of characters, measured against
 * both lengths. Only the first 64 characters of each count. */
unsigned label_similar(struct str a, struct str b);

/* Every character of `part` stands in `whole`, in order. */
bool label_within(struct str part, struct str whole);

#endif /* AUDITOR_RECOGNISE_LABEL_H */
