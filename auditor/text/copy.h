/*
 * copy.h - which passages two reports share (prefix copy_).
 *
 * Reports of one county are written from one template: laws, slogans and phrases are common stock and no
 * proof of copying. So a report is first reduced to what is its own: figures, dates and the agency's
 * names are masked (a copier changes those), titles in 《》 and punctuation are dropped, and passages
 * that many reports have are set aside as stock. What is left is compared letter by letter.
 *
 * Marks      A report's marks are hashes of runs of COPY_RUN letters, one of every COPY_WINDOW at most
 *            (winnowing: Schleimer, Wilkerson, Aiken 2003): two reports that share a passage of
 *            COPY_RUN + COPY_WINDOW - 1 letters share a mark, wherever it stands. They are small
 *            enough to be stored and cheap enough to be compared with those of all other reports.
 * Figures    Figures are masked because copiers change them. Where they did not, that is the best proof of all:
 *            three telling figures in a row make a mark of their own, and a passage whose telling figures are all
 *            the same counts even if its words are stock. Telling is what is neither small nor a year, a
 *            date, a number of days or of a hotline.
 * Passages   copy_common() compares two reports letter by letter and gives the passages themselves.
 * Units      A letter is one character of the masked text. `at` counts bytes in the document's normal
 *            text, which is where the places of findings are looked up.
 * Ownership  copy_text_free() frees what copy_add() has gathered; results are the caller's.
 */
#ifndef AUDITOR_TEXT_COPY_H
#define AUDITOR_TEXT_COPY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum {
    COPY_RUN = 12,      /* letters of a mark */
    COPY_WINDOW = 8,    /* of so many marks in a row the smallest is kept */
    COPY_SHORTEST = 24, /* letters of the shortest passage that is told */
    COPY_JOIN =
        8 /* passages with no more between them on either side are one: a word was changed */
};

struct copy_letter {
    uint32_t c;      /* code point; 0 ends a paragraph, '0' is a figure, 'N' a name of the agency */
    uint32_t at;     /* of its first byte in the normal text */
    uint32_t figure; /* of '0': its value where it is telling, else 0 */
    uint16_t section; /* the caller's number */
    bool stock;
};

struct copy_text {
    struct copy_letter *letters;
    size_t n, cap;
};

/* Appends normal text that begins at byte `at`. names: what the agency calls itself, the longest first. */
void copy_add(struct copy_text *text, struct str words, uint32_t at, uint16_t section,
              const struct str *names, size_t name_count);
/* A paragraph ends here: no mark and no passage reaches over it. */
void copy_break(struct copy_text *text);
void copy_text_free(struct copy_text *text);

/* The marks in order of place, each value once; *out is the caller's. */
void copy_marks(uint32_t **out, size_t *n, const struct copy_text *text);

/* The order of marks in every list here, for qsort and bsearch. */
int copy_by_mark(const void *a, const void *b);

/* Notes as stock every letter under a mark that `stock` (sorted) holds, and between two such marks
 * that follow each other. */
void copy_set_aside(struct copy_text *text, const uint32_t *stock, size_t stock_count);
/* Letters that are neither stock nor a gap between paragraphs. */
size_t copy_own(const struct copy_text *text);

/* Letters [a, a + a_len) of one text and [b, b + b_len) of the other. */
struct copy_passage {
    size_t a, a_len, b, b_len;
    size_t own;         /* letters of the first that are own */
    size_t same, other; /* telling figures that are the same on both sides, and that are not */
};

/* Whether its figures prove the passage copied, whatever its words are. */
bool copy_by_figures(const struct copy_passage *passage);

/* The passages of a that stand in b too, in a's order, none overlapping in a; *out is the caller's.
 * Only those with COPY_SHORTEST own letters or more, or of that length and proved by figures. */
void copy_common(struct copy_passage **out, size_t *n, const struct copy_text *a,
                 const struct copy_text *b);

/* Comparing all reports of a year by their marks. */
struct copy_report {
    const uint32_t *marks; /* each value once */
    size_t n;
    uint32_t family; /* those whose texts come from one template: agencies of one parent or group */
};

struct copy_pair {
    uint32_t a, b; /* a < b: positions in the list of reports */
    uint32_t
        shared; /* marks that both have and that are no stock; one of figures counts COPY_FIGURES */
};

struct copy_field {
    struct copy_pair *pairs; /* by a, then b; no more than COPY_CLOSEST for each report */
    size_t pair_count;
    uint32_t *stock; /* marks that are stock for everybody, sorted */
    size_t stock_count;
    uint64_t *family_stock; /* family << 32 | mark, sorted: stock within one family */
    size_t family_stock_count;
};

enum {
    COPY_CLOSEST = 8, /* the closest others of a report that are looked at */
    COPY_FIGURES = 8,
    COPY_SHARED = 24 /* marks that must be shared to be looked at: some hundred letters */
};

/* A passage is stock when it stands in more than 5 reports of a family and more than a third of it, or
 * in more than 5 of all and more than a tenth of them, never more than 30. */
void copy_compare(struct copy_field *out, const struct copy_report *reports, size_t n);
void copy_field_free(struct copy_field *field);
/* The stock that counts for a report of this family: both kinds, sorted; *out is the caller's. */
void copy_stock_of(uint32_t **out, size_t *n, const struct copy_field *field, uint32_t family);

#endif /* AUDITOR_TEXT_COPY_H */
