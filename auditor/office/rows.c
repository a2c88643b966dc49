/* rows.c - see rows.h. */
#include "office/rows.h"

static struct store_finding *finding_rows(const struct pipeline_output *out)
{
    struct store_finding *rows = arena_alloc(out->arena, (out->findings_n + 1) * sizeof *rows);
    for (size_t i = 0; i < out->findings_n; i++) {
        const struct pipeline_finding *f = &out->findings[i];
        rows[i] = (struct store_finding){
            .rule = f->rule,
            .severity = str_of(audit_severity_name(f->severity)),
            .fingerprint = f->fingerprint,
            .section = f->section,
            .table = f->table,
            .row = f->row,
            .column = f->column,
            .line = f->line,
            .caused = f->caused,
            .deduction = f->deduction,
        };
    }
    return rows;
}

void rows_verdict(struct store_audit *row, const struct pipeline_output *out)
{
    row->kind = str_of(pipeline_kind(out));
    row->level = str_of(report_level_name(out->level));
    row->agency_name = out->agency_name;
    row->form = out->form;
    row->published = out->published;
    row->problem = str_of(out->problem);
    row->grade_zh = out->grade.in[LANG_ZH];
    row->grade_en = out->grade.in[LANG_EN];
    row->worst = str_of(audit_severity_name(out->worst));
    row->result = out->stored;
    row->year = out->year;
    row->operational = out->operational;
    row->scored = out->scored;
    row->complete = out->complete;
    row->vetoed = out->vetoed;
    row->score = out->score;
    row->low = out->low;
    row->high = out->high;
    row->max = out->max;
    row->open = out->open;
    row->open_blocking = out->open_blocking;
    row->finding_total = out->finding_count;
    row->findings = finding_rows(out);
    row->finding_count = out->findings_n;
}
