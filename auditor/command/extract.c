/* extract.c - `auditor extract`: prints documents as they were understood. */
#include <string.h>

#include <stdlib.h>

#include "base/lang.h"
#include "base/log.h"
#include "command/inputs.h"
#include "command/sinks.h"
#include "command/pack_option.h"
#include "office/batch.h"
#include "office/office.h"

static const struct cli_option options[] = {
    { "year", "N", "报告年度，覆盖文中识别的年度", "report year, instead of the one recognised" },
    { "pack", PACK_OPTION },
    { "ocr", OCR_OPTION },
    { "output", "FORMAT[:PATH]", "输出：text json ndjson，可重复",
      "output: text json ndjson; repeatable" },
    { NULL, NULL, NULL, NULL },
};

enum { FORMATS = 1 << OUTPUT_TEXT | 1 << OUTPUT_JSON | 1 << OUTPUT_NDJSON };

struct extract {
    struct inputs inputs;
    struct sinks *sinks;
    struct setup *setup;
    const char **packs;
    struct pipeline pipeline;
    size_t done, unreadable;
    struct log_progress progress;
};

static bool next_job(void *user, struct pipeline_job *job)
{
    struct extract *c = user;
    return inputs_next(&c->inputs, job);
}

static int document_done(void *user, const struct pipeline_output *out, struct error *err)
{
    struct extract *x = user;
    x->unreadable += out->unreadable;
    log_progress_step(&x->progress, ++x->done);
    return sinks_document(x->sinks, out, err);
}

static int prepare(struct extract *x, const struct cli *cli, struct error *err)
{
    long year = 0;
    struct setup_options options = { .rules_only = true };
    int rc = cli_number(cli, "year", 2000, 2100, &year, err);
    if (rc == 0)
        rc = pack_option_read(&x->packs, cli, err);
    options.packs = x->packs;
    if (rc == 0)
        rc = sinks_open(&x->sinks, cli, "auditor/extract/1", FORMATS, err);
    if (rc == 0)
        rc = inputs_collect(&x->inputs, cli, err);
    if (rc == 0)
        rc = office_setup_here(&x->setup, &options, err);
    if (rc)
        return rc;
    setup_warn(x->setup);
    x->pipeline.engine = x->setup->engine;
    x->pipeline.read.ocr = cli_given(cli, "ocr");
    x->pipeline.hint.year = (int)year;
    x->pipeline.extract = true;
    x->pipeline.extract_form = EXTRACT_JSON_PUBLISHED;
    x->pipeline.lang = lang_get();
    return 0;
}

static int run_documents(struct extract *x, const struct cli *cli, struct error *err)
{
    struct batch batch = { .pipeline = &x->pipeline,
                           .workers = cli->jobs,
                           .user = x,
                           .next = next_job,
                           .done = document_done };
    int rc = sinks_begin(x->sinks, x->setup, err);
    if (rc)
        return rc;
    log_progress_start(&x->progress, tr("读取", "read"), x->inputs.list.n);
    rc = batch_run(&batch, err);
    log_progress_end(&x->progress);
    return rc;
}

static int run(const struct cli *cli)
{
    struct extract x = { 0 };
    struct error err = { 0 };
    int rc = prepare(&x, cli, &err);
    bool nothing = rc == 0 && x.inputs.list.n == 0;
    if (nothing)
        log_error(tr("没有可读取的文件", "there is no file to read"));
    else if (rc == 0)
        rc = run_documents(&x, cli, &err);
    if (x.sinks) {
        int closed = sinks_close(x.sinks, rc != 0 || nothing, rc ? NULL : &err);
        rc = rc ? rc : closed;
    }
    int code = rc                       ? cli_fail(&err)
               : x.done == x.unreadable ? EXIT_NO_READABLE
               : x.unreadable           ? EXIT_INCOMPLETE
                                        : EXIT_CLEAN;
    inputs_free(&x.inputs);
    setup_free(x.setup);
    free(x.packs);
    return code;
}

const struct command command_extract = {
    "extract",
    "extract PATH… [--output FORMAT[:PATH]]",
    "显示对文件的理解：元数据、各部分、表格及其位置",
    "prints documents as they were understood: metadata, sections, tables, with places",
    options,
    run,
};
