/*
 * align.h - one table of one form against the stream (prefix align_).
 *
 * align_rows finds for every row of the table the record of the stream that bears its label: the
 * chain of exact labels that lies closest together in the table's order, then what lies between by
 * likeness and position. align_place puts a record's values under columns; it never guesses.
 * align_header judges the header's labels. Tables of one record (table four) go through
 * align_record instead of the first two.
 *
 * Ownership  Everything lives in the stream's arena.
 */
#ifndef AUDITOR_RECOGNISE_ALIGN_H
#define AUDITOR_RECOGNISE_ALIGN_H

#include "recognise/stream.h"

enum { ALIGN_LINES = 128 }; /* rows or columns of a form's table, form_table.c */

struct align_row {
    int record; /* -1: not found */
    int label;  /* item; -1: none */
    bool exact; /* the label is an official one or an alias */
    bool full;  /* all its values were placed */
};

struct alignment {
    const struct stream *s;
    size_t form, table; /* indexes into s->forms, form->tables */
    const struct form_table *t;
    bool hidden;                    /* records made invisible take part */
    const struct alignment *beside; /* what this one has takes no part; NULL: nothing */
    bool downward;                  /* its labels are single characters: none is judged */
    struct align_row *rows;
    const uint16_t *order;         /* of the columns from left to right, NULL: as in the form */
    uint32_t first_item, end_item; /* of the stream: header and body, half open */
    size_t header_times;           /* of a record table: how often each column label should stand */
    int *extra;                    /* records in it that are no row of the form */
    size_t extra_count;
    struct report_cell *cells;
    struct table_problem *problems;
    size_t problem_count, problem_cap;
    int score;   /* rows and columns found, what is missing or too much taken off; in hundredths */
    int missing; /* what was taken off for rows that are not there */
};

/* Looks the table up; NULL when it is not there. hidden: among what is made invisible too. beside: not among what
 * another alignment has, NULL for everywhere. */
struct alignment *align_table(const struct stream *s, size_t form, size_t table, bool hidden,
                              const struct alignment *beside);

/* --- its parts --- */

bool align_rows(struct alignment *a); /* false: not there */
/* Rows and cells of a table whose columns are named in front of the values; false: it is none such
 * as a whole. */
bool align_turned(struct alignment *a);
bool align_record(struct alignment *a); /* rows, cells of a record table */
/* The same where its labels were written downwards; finds nothing of their order. */
bool align_downward(struct alignment *a);
void align_gaps(struct alignment *a);   /* rows that no exact label found */
void align_extent(struct alignment *a); /* first_item, end_item */
void align_place(struct alignment *a, size_t row);
/* The same with values given: a slice of a longer record. */
void align_values(struct alignment *a, const uint32_t *items, size_t n, size_t row);
/* Values of which nothing says where in the row they belong. */
void align_unplaced(struct alignment *a, const uint32_t *items, size_t n, size_t row);
/* Drops what is only padding among items; true when exactly as many are left as wanted. */
bool align_trim(const struct alignment *a, uint32_t *items, size_t *n, size_t wanted);
void align_order(struct alignment *a); /* before placing: finds a header in another order */
void align_header(struct alignment *a);
/* "(单位:元)" in a column's label speaks for the cells of rows first to end that name no unit
 * themselves. */
void align_unit(struct alignment *a, const struct item *item, size_t column, size_t first,
                size_t end);
void align_row_problems(struct alignment *a);

void align_problem(struct alignment *a, struct table_problem problem, const struct item *at);
const struct word_use *align_use(const struct alignment *a, const struct item *item,
                                 enum word_role role); /* NULL: no such label of this table */
bool align_any_use(const struct alignment *a, const struct item *item);
/* Whether an item, a record takes part. */
bool align_sees(const struct alignment *a, const struct item *item);
bool align_sees_record(const struct alignment *a, const struct record *record);
/* The characters of an item's label, to be compared with many; none if it is too long for one. */
void align_read(const struct item *item, struct label_chars *out);
/* 0..100, the best of a line's label and aliases; ordinals count. */
unsigned align_similar(const struct alignment *a, const struct label_chars *label, uint32_t ordinal,
                       enum word_role role, size_t index);
/* What is wrong with the wording of a label: 0 nothing, else PROBLEM_..._RENAMED and so on. */
enum align_wording { WORDING_OFFICIAL, WORDING_SHORT, WORDING_CUT, WORDING_OTHER };
enum align_wording align_wording(const struct alignment *a, const struct item *item,
                                 enum word_role role, size_t index);

#endif /* AUDITOR_RECOGNISE_ALIGN_H */
