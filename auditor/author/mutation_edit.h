/*
 * mutation_edit.h - what the kinds of mutations are made with (prefix mutation_; inside author only).
 */
#ifndef AUDITOR_AUTHOR_MUTATION_EDIT_H
#define AUDITOR_AUTHOR_MUTATION_EDIT_H

#include "author/mutation.h"

/* A cell of an official table that holds a number. */
struct mutation_cell {
    const struct report_table *table;
    const struct form_table *layout;
    size_t row, column, index;
    const struct report_cell *cell;
};

/* Sites: every cell, every row, every table of the report that was found. */
size_t mutation_cells(const struct mutation_original *o);
bool mutation_cell_at(const struct mutation *m, struct mutation_cell *out);
size_t mutation_rows(const struct mutation_original *o);
bool mutation_row_at(const struct mutation *m, struct mutation_cell *out); /* column 0 */
size_t mutation_columns(const struct mutation_original *o);
bool mutation_column_at(const struct mutation *m, struct mutation_cell *out); /* row 0 */
size_t mutation_tables(const struct mutation_original *o);
size_t mutation_sections(const struct mutation_original *o);
size_t mutation_paragraphs(const struct mutation_original *o);
size_t mutation_paragraph_at(const struct mutation *m); /* a block; SIZE_MAX: none */
size_t mutation_blocks(const struct mutation_original *o);
size_t mutation_once(const struct mutation_original *o);

/* Notes the place that a mutation is about. */
void mutation_at_cell(struct mutation *m, const struct mutation_cell *c);
void mutation_at_section(struct mutation *m, uint32_t block);

/* How many equations of the form run through the cell. */
size_t mutation_equations(const struct mutation_cell *c);
bool mutation_is_number(const struct mutation_cell *c);

/* A number for the cell with which a bound of the form that held does so no longer; false: none. */
bool mutation_past_bound(const struct mutation *m, const struct mutation_cell *c, int64_t *out);
/* Whether a changed number leaves all bounds of the form as they were. */
bool mutation_in_bounds(const struct mutation *m, const struct mutation_cell *c,
                        struct decimal value);

/* Other text in the cell; false when the cell is not text of its own. */
bool mutation_set_cell(struct mutation *m, const struct mutation_cell *c, struct str text);
/* The cell's text with another number in place of its own. */
void mutation_renumber(struct strbuf *out, const struct mutation_cell *c, struct str number);

/* A changed table as numbers; then the equations that it breaks are what the mutation expects. */
struct mutation_values {
    const struct mutation_cell *at;
    struct decimal *values; /* by cell */
    bool *known;
};
void mutation_values_start(struct mutation_values *v, const struct mutation_cell *at);
void mutation_values_end(struct mutation_values *v, struct mutation *m); /* frees; expects */
/* Expects the rules of the bounds that the changed table breaks; mutation_bound.c. */
void mutation_expect_bounds(const struct mutation_values *v, struct mutation *m);

/* Replaces raw bytes [at, at + len) of doc->raw, which lie in one block. */
bool mutation_replace(struct mutation *m, size_t at, size_t len, struct str with);
/* Replaces `from` everywhere in a block's raw text; false when it is not there. */
bool mutation_replace_in(struct mutation *m, size_t block, struct str from, struct str to);
/* A new paragraph before the block that ends the section's text, or the article. */
size_t mutation_insert(struct mutation *m, const char *section, struct str text, unsigned flags);
void mutation_say(struct mutation *m, struct str from, struct str to);

void mutation_expect(struct mutation *m, struct str rule); /* once each */

#endif /* AUDITOR_AUTHOR_MUTATION_EDIT_H */
