/* explain.c - `auditor explain AGENCY YEAR`: the score ledger, point by point. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"
#include "base/lang.h"
#include "base/log.h"
#include "command/chosen.h"
#include "command/layout.h"
#include "command/sinks.h"
#include "report/ledger_text.h"
#include "report/model.h"
#include "report/output.h"
#include "report/wrap.h"

static const struct cli_option options[] = {
    { "output", "FORMAT[:PATH]", "输出：text json", "output: text json" },
    { NULL, NULL, NULL, NULL },
};

enum { FORMATS = 1 << OUTPUT_TEXT | 1 << OUTPUT_JSON };

static void ledger_text(struct strbuf *out, const cJSON *verdict,
                        const struct chosen_agency *agency)
{
    log_safe(out, str_of(agency->agency));
    strbuf_c(out, "  ");
    struct strbuf path = { 0 };
    file_shown(&path, str_of(agency->path));
    log_safe_line(out, strbuf_view(&path));
    strbuf_free(&path);
    strbuf_char(out, '\n');
    struct strbuf lines = { 0 };
    ledger_text_verdict(&lines, verdict);
    wrap_lines(out, strbuf_view(&lines), sinks_list_width());
    strbuf_free(&lines);
    strbuf_char(out, '\n');
}

static void ledger_json(struct strbuf *out, const cJSON *verdict,
                        const struct chosen_agency *agency)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "agency", agency->agency);
    cJSON_AddStringToObject(object, "code", agency->code);
    cJSON_AddItemReferenceToObject(object, "ledger", (cJSON *)json_member(verdict, "ledger"));
    struct strbuf path = { 0 };
    file_shown(&path, str_of(agency->path));
    if (agency->missing)
        cJSON_AddNullToObject(object, "path");
    else
        cJSON_AddStringToObject(object, "path", path.p);
    strbuf_free(&path);
    layout_json(out, object);
    cJSON_Delete(object);
}

static int explain(struct strbuf *out, struct desk *desk, const struct chosen *chosen,
                   enum output_format format, struct error *err)
{
    struct strbuf stored = { 0 };
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < chosen->n; i++) {
        cJSON *verdict = NULL;
        rc = store_standing_result(desk->store, chosen->list[i].id, &stored, NULL, err);
        if (rc == 0)
            rc = model_parse(&verdict, strbuf_view(&stored), lang_get(), err);
        if (rc == 0 && format == OUTPUT_JSON)
            ledger_json(out, verdict, &chosen->list[i]);
        else if (rc == 0)
            ledger_text(out, verdict, &chosen->list[i]);
        cJSON_Delete(verdict);
    }
    strbuf_free(&stored);
    return rc;
}

static int run_in(struct desk *desk, const struct cli *cli, int year, struct error *err)
{
    const char *spec = cli_value(cli, "output");
    struct output output = { 0 };
    struct chosen chosen = { 0 };
    struct strbuf bytes = { 0 };
    int rc = output_parse(&output, spec ? spec : "text", FORMATS, err);
    if (rc == 0)
        rc = chosen_find(&chosen, desk->store, year, cli->arguments[0], err);
    if (rc == 0)
        rc = explain(&bytes, desk, &chosen, output.format, err);
    if (rc == 0)
        rc = output_open(&output, err);
    if (rc == 0)
        output_write(&output, strbuf_view(&bytes));
    int closed = output_close(&output, rc != 0, rc ? NULL : err);
    strbuf_free(&bytes);
    chosen_free(&chosen);
    return rc ? rc : closed;
}

static int run(const struct cli *cli)
{
    struct desk desk = { 0 };
    struct error err = { 0 };
    int year = 0;
    if (cli->argument_count != 2)
        return cli_usage_error(
            cli, tr("请指明机关（或 all）和报告年度", "name an agency (or all) and a report year"));
    if (!desk_year(cli, cli->arguments[1], &year))
        return EXIT_USAGE;
    int code = desk_open_store(&desk, cli, year);
    if (code == 0) {
        desk_compare(&desk, year);
        if (run_in(&desk, cli, year, &err) != 0)
            code = cli_fail(&err);
    }
    desk_close(&desk);
    return code;
}

const struct command command_explain = {
    "explain",
    "explain AGENCY YEAR",
    "扣分账：每一分扣在哪里、依据什么",
    "the score ledger: where each point went, and why",
    options,
    run,
};
