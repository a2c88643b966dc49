/* api.c - the lists of all that the interface consists of; see api.h. */
#include "engine/api.h"

#include "engine/chunk.h"
#include "engine/lib_base.h"
#include "engine/lib_text.h"
#include "engine/sandbox.h"
#include "engine/shapes.h"
#include "recognise/form_shape.h"

const struct api_library *const *api_libraries(void)
{
    static const struct api_library *const libraries[] = {
        &lib_base, &lib_string, &lib_table,   &lib_math, &lib_utf8,
        &lib_text, &lib_date,   &chunk_words, NULL,
    };
    return libraries;
}

const struct shape *const *api_shapes(void)
{
    static const struct shape *const shapes[] = {
        &shape_words_pair,     &shape_text,
        &shape_level,          &shape_script,
        &shape_severity,       &shape_state,
        &shape_where,          &shape_cell_kind,
        &shape_quantity_class, &shape_column,
        &shape_violation,      &shape_bound,
        &shape_place,          &shape_at,
        &shape_cause,          &shape_reason_table,
        &shape_finding,        &shape_passed,
        &shape_undecided,      &shape_rule,
        &shape_pattern,        &shape_claims,
        &shape_counted,        &shape_contexts,
        &shape_change,         &shape_pack,
        &shape_years,          &shape_scoring,
        &shape_scoring_sheet,  &shape_scoring_indicator,
        &shape_scoring_rule,   &shape_scoring_finding,
        &shape_scoring_answer, &shape_scoring_entry,
        &shape_layout,         &shape_sheet,
        &shape_sheet_column,   &shape_model,
        &shape_document_model, &shape_verdict,
        &shape_verdict_result, &shape_verdict_finding,
        &shape_verdict_place,  &form_shape_names,
        &form_shape,           &form_shape_years,
        &form_shape_section,   &form_shape_table,
        &form_shape_column,    &form_shape_row,
        &form_shape_equation,  &form_shape_bound,
        &shape_cases,          &shape_case,
        &shape_case_report,    &shape_case_year,
        &shape_case_child,     &shape_case_other,
        &shape_edit,           &shape_expected,
        &shape_expected_place, NULL,
    };
    return shapes;
}

const struct shape *api_shape(const char *name)
{
    for (const struct shape *const *s = api_shapes(); *s; s++)
        if (strcmp((*s)->name, name) == 0)
            return *s;
    return NULL;
}

const struct shape *api_declared(const char *word)
{
    for (const struct shape *const *s = api_shapes(); *s; s++)
        if ((*s)->declares && strcmp((*s)->declares, word) == 0)
            return *s;
    return NULL;
}
