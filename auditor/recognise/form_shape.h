/*
 * form_shape.h - the fields of a form file, for checks and the reference (prefix form_shape).
 */
#ifndef AUDITOR_RECOGNISE_FORM_SHAPE_H
#define AUDITOR_RECOGNISE_FORM_SHAPE_H

#include "base/shape.h"

extern const struct shape form_shape, form_shape_names, form_shape_years, form_shape_section,
    form_shape_table, form_shape_column, form_shape_row, form_shape_equation, form_shape_bound;

#endif /* AUDITOR_RECOGNISE_FORM_SHAPE_H */
