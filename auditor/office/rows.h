/*
 * rows.h - a verdict as the database keeps it (prefix rows_).
 */
#ifndef AUDITOR_OFFICE_ROWS_H
#define AUDITOR_OFFICE_ROWS_H

#include "office/pipeline.h"
#include "store/store.h"

/* Fills the row from `kind` on, findings included; it points into the output. */
void rows_verdict(struct store_audit *row, const struct pipeline_output *out);

#endif /* AUDITOR_OFFICE_ROWS_H */
