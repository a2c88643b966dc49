/*
 * tables.h - the official tables of a report: where they stand and what is in their cells
 * (prefix tables_).
 *
 * The document's cells, from whatever shape they come, become one stream (stream.h) that is aligned
 * with the labels of every form. Two steps, because the outline of a report must not take the
 * numbers inside a table for headings, and the tables' form is chosen by the report's year:
 *
 *   tables_locate  needs r->doc, r->forms and r->arena; afterwards report_in_table() answers.
 *   tables_attach  needs r->form, r->sections and r->first_block..end_block too; fills r->tables,
 *                  one for each table of r->form in its order. Without a form there are none.
 *
 * Ownership  Everything lives in r->arena.
 * Errors     Nothing here can fail: what is not there is absent, what can't be placed is a problem.
 *
 * report_in_table() of report.h is defined in tables.c.
 */
#ifndef AUDITOR_RECOGNISE_TABLES_H
#define AUDITOR_RECOGNISE_TABLES_H

#include "recognise/report.h"

struct table_map; /* opaque: hangs on report->table_map */

void tables_locate(struct report *r);
void tables_attach(struct report *r);

/* The form whose labels the located tables bear; NULL without tables. */
const struct form *tables_form(const struct report *r);

#endif /* AUDITOR_RECOGNISE_TABLES_H */
