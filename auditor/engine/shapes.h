/*
 * shapes.h - the tables and words of the plugin interface, one constant each (prefix shape_; private to engine/).
 *
 * What a form declares is beside its reader: recognise/form_shape.h.
 */
#ifndef AUDITOR_ENGINE_SHAPES_H
#define AUDITOR_ENGINE_SHAPES_H

#include "base/shape.h"

extern const struct shape shape_words_pair, shape_text, shape_level, shape_script, shape_severity,
    shape_state, shape_where, shape_cell_kind, shape_quantity_class, shape_column, shape_violation,
    shape_bound, shape_place, shape_at, shape_cause, shape_reason_table, shape_finding,
    shape_passed, shape_undecided, shape_rule, shape_pattern, shape_claims, shape_counted,
    shape_contexts, shape_change, shape_pack, shape_years, shape_scoring, shape_scoring_sheet,
    shape_scoring_indicator, shape_scoring_rule, shape_scoring_finding, shape_scoring_answer,
    shape_scoring_entry, shape_layout, shape_sheet, shape_sheet_column, shape_model,
    shape_document_model, shape_verdict, shape_verdict_result, shape_verdict_finding,
    shape_verdict_place, shape_cases, shape_case, shape_case_report, shape_case_year,
    shape_case_child, shape_case_other, shape_edit, shape_expected, shape_expected_place;

#endif /* AUDITOR_ENGINE_SHAPES_H */
