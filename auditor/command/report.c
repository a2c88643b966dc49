/* report.c - `auditor report AGENCY YEAR`: an agency's audit report out of the database. */
#include <stdlib.h>

#include "base/lang.h"
#include "base/log.h"
#include "command/chosen.h"
#include "command/review.h"
#include "command/sinks.h"
#include "office/batch.h"
#include "report/output.h"

static const struct cli_option options[] = {
    { "output", "FORMAT[:PATH]",
      "输出：text html csv xlsx sarif junit，可重复；html:文件夹/ 每机关一页",
      "output: text html csv xlsx sarif junit; repeatable; html:FOLDER/ makes a page an agency" },
    { NULL, NULL, NULL, NULL },
};

enum {
    FORMATS = 1 << OUTPUT_TEXT | 1 << OUTPUT_HTML | 1 << OUTPUT_CSV | 1 << OUTPUT_XLSX |
              1 << OUTPUT_SARIF | 1 << OUTPUT_JUNIT
};

struct report_run {
    struct desk desk;
    struct chosen chosen;
    struct sinks *sinks;
    struct pipeline pipeline; /* makes the extraction again, from the snapshot */
    size_t next, done;
    struct strbuf snapshot, stored, file, label;
    int year;
    struct log_progress progress;
    struct error failed; /* of next_job(), which cannot return one */
};

static bool next_job(void *user, struct pipeline_job *job)
{
    struct report_run *r = user;
    if (r->next == r->chosen.n)
        return false;
    const struct chosen_agency *agency = &r->chosen.list[r->next++];
    if (store_standing_result(r->desk.store, agency->id, NULL, &r->snapshot, &r->failed) != 0)
        return false;
    strbuf_clear(&r->file);
    strbuf_clear(&r->label);
    if (agency->missing) /* there is no file; what stands for it is the agency */
        strbuf_c(&r->label, agency->code);
    else /* from the office's folder, where whoever reads the result finds it */
        strbuf_fmt(&r->label, "%s/%d/%s", file_name(r->desk.office->inbox), r->year, agency->path);
    if (!agency->missing)
        strbuf_fmt(&r->file, "%s/%d/%s", r->desk.office->inbox, r->year, agency->path);
    *job = (struct pipeline_job){ .source = PIPELINE_SNAPSHOT,
                                  .path = strbuf_view(&r->file),
                                  .label = strbuf_view(&r->label),
                                  .bytes = strbuf_view(&r->snapshot) };
    return true;
}

static int document_done(void *user, const struct pipeline_output *out, struct error *err)
{
    struct report_run *r = user;
    const struct chosen_agency *agency = &r->chosen.list[r->done++];
    int rc = store_standing_result(r->desk.store, agency->id, &r->stored, NULL, err);
    if (rc)
        return rc;
    struct pipeline_output shown = *out;
    cJSON *changes = NULL;
    char *text = NULL;
    shown.stored = strbuf_view(&r->stored);
    log_progress_step(&r->progress, r->done);
    rc = review_changes_rows(&changes, &r->desk, r->year, &r->chosen, agency, err);
    if (rc == 0 && cJSON_GetArraySize(changes)) {
        text = cJSON_PrintUnformatted(changes);
        shown.changes = str_of(text);
    }
    if (rc == 0)
        rc = sinks_document(r->sinks, &shown, err);
    cJSON_free(text);
    cJSON_Delete(changes);
    return rc;
}

static int prepare(struct report_run *r, const struct cli *cli, struct error *err)
{
    int rc = chosen_find(&r->chosen, r->desk.store, r->year, cli->arguments[0], err);
    if (rc == 0)
        rc = sinks_open(&r->sinks, cli, "auditor/check/1", FORMATS, err);
    if (rc)
        return rc;
    r->pipeline.engine = r->desk.setup->engine;
    r->pipeline.extract = sinks_needs(r->sinks).extract;
    r->pipeline.extract_form = EXTRACT_JSON_MODEL;
    r->pipeline.lang = lang_get();
    return sinks_begin(r->sinks, r->desk.setup, err);
}

static int run_documents(struct report_run *r, const struct cli *cli, struct error *err)
{
    struct batch batch = { .pipeline = &r->pipeline,
                           .workers = cli->jobs < r->chosen.n ? cli->jobs : r->chosen.n,
                           .user = r,
                           .next = next_job,
                           .done = document_done };
    log_progress_start(&r->progress, tr("报告", "report"), r->chosen.n);
    int rc = batch_run(&batch, err);
    log_progress_end(&r->progress);
    if (rc == 0 && r->failed.code != ERR_OK) {
        *err = r->failed;
        rc = r->failed.code;
    }
    return rc;
}

static int exit_code(const struct chosen *chosen)
{
    bool incomplete = false;
    bool findings = false;
    for (size_t i = 0; i < chosen->n; i++) {
        incomplete = incomplete || chosen->list[i].unreadable || !chosen->list[i].complete;
        findings = findings || chosen->list[i].worst >= SEVERITY_MAJOR;
    }
    return incomplete ? EXIT_INCOMPLETE : findings ? EXIT_FINDINGS : EXIT_CLEAN;
}

static int run(const struct cli *cli)
{
    struct report_run r = { 0 };
    struct error err = { 0 };
    if (cli->argument_count != 2)
        return cli_usage_error(
            cli, tr("请指明机关（或 all）和报告年度", "name an agency (or all) and a report year"));
    if (!desk_year(cli, cli->arguments[1], &r.year))
        return EXIT_USAGE;
    int code = desk_open_store(&r.desk, cli, r.year);
    if (code == 0) {
        desk_compare(&r.desk, r.year);
        int rc = prepare(&r, cli, &err);
        if (rc == 0)
            rc = run_documents(&r, cli, &err);
        int closed = r.sinks ? sinks_close(r.sinks, rc != 0, rc ? NULL : &err) : 0;
        code = rc || closed ? cli_fail(&err) : exit_code(&r.chosen);
    }
    strbuf_free(&r.snapshot);
    strbuf_free(&r.stored);
    strbuf_free(&r.file);
    strbuf_free(&r.label);
    chosen_free(&r.chosen);
    desk_close(&r.desk);
    return code;
}

const struct command command_report = {
    "report",
    "report AGENCY YEAR [--output FORMAT[:PATH]]",
    "一个机关（或 all 全部）的审核报告",
    "one agency's audit report, or all of them",
    options,
    run,
};
