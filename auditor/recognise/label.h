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

enum { LABEL_CHARS = 64 }; /* of a core that are compared */

/* What stands before the core, and how the core begins: enough to know most texts for no label. */
struct label_head {
    uint32_t ordinal; /* 0: none */
    uint32_t first;   /* the first character of the core; 0: it is empty */
    uint32_t second;  /* the next one; 0: there is none */
    size_t from;      /* the byte behind the ordinals */
    bool settled;     /* text behind this one would change neither ordinal nor first */
};

/* The characters of a core, made once to be compared with many. */
struct label_chars {
    uint32_t c[LABEL_CHARS];
    size_t n;
};

struct label_head label_head(struct str normal);
/* Appends the core of a normal text to out; returns its hash. */
uint32_t label_core(struct str normal, const struct label_head *head, struct strbuf *out);
/* The same with what stands in brackets as part of the core. */
uint32_t label_core_whole(struct str normal, const struct label_head *head, struct strbuf *out);
uint32_t label_hash(struct str core);

void label_chars(struct label_chars *out, struct str core);

/* How alike two cores are, 0..100: the longest common subsequence of characters, measured against
 * both lengths. */
unsigned label_similar(const struct label_chars *a, const struct label_chars *b);

/* Every character of `part` stands in `whole`, in order. */
bool label_within(const struct label_chars *part, const struct label_chars *whole);

/* Appends a core without the words that have no meaning of their own: their coming and going
 * changes no label. */
void label_plain(struct str core, struct strbuf *out);

#endif /* AUDITOR_RECOGNISE_LABEL_H */
