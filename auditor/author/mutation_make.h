/*
 * mutation_make.h - how each kind of mutation is made (prefix make_; inside author only). Each
 * returns false where it would change nothing.
 */
#ifndef AUDITOR_AUTHOR_MUTATION_MAKE_H
#define AUDITOR_AUTHOR_MUTATION_MAKE_H

#include "author/mutation.h"

/* mutation_cell.c: one cell; the argument is the difference, the factor or the text's number. */
bool make_cell_add(struct mutation *m);
bool make_cell_unbound_add(struct mutation *m);
bool make_cell_past_bound(struct mutation *m);
bool make_cell_swap_digits(struct mutation *m);
bool make_cell_append_zero(struct mutation *m);
bool make_cell_negative(struct mutation *m);
bool make_cell_fraction(struct mutation *m);
bool make_cell_text(struct mutation *m);
bool make_cell_unit(struct mutation *m);
bool make_cell_wide(struct mutation *m);
bool make_cell_exchange(struct mutation *m);

/* mutation_table.c */
bool make_row_shift(struct mutation *m);
bool make_column_shift(struct mutation *m);
bool make_row_exchange(struct mutation *m);
bool make_row_order(struct mutation *m);
bool make_row_drop(struct mutation *m);
bool make_row_rename(struct mutation *m);
bool make_column_rename(struct mutation *m);
bool make_table_empty(struct mutation *m);
bool make_table_drop(struct mutation *m);
bool make_table_image(struct mutation *m);

/* mutation_content.c */
bool make_claim(struct mutation *m);
bool make_passage(struct mutation *m);
bool make_repeat(struct mutation *m);
bool make_long(struct mutation *m);
bool make_section_says(struct mutation *m);
bool make_fees_drop(struct mutation *m);

/* mutation_section.c */
bool make_section_drop(struct mutation *m);
bool make_section_move(struct mutation *m);
bool make_section_empty(struct mutation *m);
bool make_section_renumber(struct mutation *m);
bool make_heading_drop(struct mutation *m);
bool make_heading_reword(struct mutation *m);
bool make_heading_spaces(struct mutation *m);
bool make_item_renumber(struct mutation *m);
bool make_content_drop(struct mutation *m);
bool make_composition_number(struct mutation *m);
bool make_composition_part(struct mutation *m);
bool make_assessment_drop(struct mutation *m);
size_t make_headings(const struct mutation_original *o);

/* mutation_identity.c */
bool make_title_year(struct mutation *m);
bool make_title_without(struct mutation *m);
bool make_other_text(struct mutation *m);
bool make_years_shift(struct mutation *m);
bool make_period(struct mutation *m);
bool make_date(struct mutation *m);
bool make_date_drop(struct mutation *m);
bool make_date_second(struct mutation *m);
bool make_host(struct mutation *m);

/* mutation_text.c */
bool make_placeholder(struct mutation *m);
bool make_paragraph(struct mutation *m);
bool make_wrong_year(struct mutation *m);
bool make_percent(struct mutation *m);
bool make_part(struct mutation *m);
bool make_hidden(struct mutation *m);
bool make_meta(struct mutation *m);
bool make_link(struct mutation *m);
bool make_personal(struct mutation *m);
bool make_law_name(struct mutation *m);
bool make_law_repealed(struct mutation *m);
bool make_traditional(struct mutation *m);

/* mutation_own.c */
bool make_publisher(struct mutation *m);
bool make_other_agency(struct mutation *m);
bool make_hidden_link(struct mutation *m);
bool make_annex(struct mutation *m);

/* mutation_bytes.c */
bool make_bytes_damage(struct mutation *m);
bool make_bytes_mojibake(struct mutation *m);
bool make_bytes_bom(struct mutation *m);
bool make_bytes_label(struct mutation *m);
bool make_bytes_crlf(struct mutation *m);
bool make_bytes_gb18030(struct mutation *m);

#endif /* AUDITOR_AUTHOR_MUTATION_MAKE_H */
