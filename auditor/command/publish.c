/* publish.c - see publish.h. */
#include "command/publish.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "command/layout.h"
#include "command/sinks.h"
#include "report/output.h"
#include "report/sheet.h"

struct press {
    const struct publish *what;
    struct engine_plugin *layout; /* made when the first output asks for it */
    cJSON *sheets;
};

static bool is_output(const struct cli_value *value)
{
    return strcmp(value->name, "output") == 0;
}

int publish_check(const struct cli *cli, unsigned formats, struct error *err)
{
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < cli->value_count; i++) {
        struct output output = { 0 };
        if (!is_output(&cli->values[i]))
            continue;
        rc = output_parse(&output, cli->values[i].value, formats, err);
        output_close(&output, true, NULL);
    }
    return rc ? rc : cli_outputs_apart(cli, err);
}

static int need_layout(struct press *p, struct error *err)
{
    return p->layout ? 0 : layout_open(&p->layout, p->what->setup, p->what->layout, err);
}

static int need_sheets(struct press *p, struct error *err)
{
    int rc = need_layout(p, err);
    if (rc == 0 && !p->sheets)
        rc = engine_call(p->what->setup->engine, p->layout, "sheets", p->what->model, &p->sheets,
                         err);
    return rc;
}

static int html(struct press *p, struct strbuf *out, struct error *err)
{
    int rc = need_layout(p, err);
    return rc ? rc : layout_html(out, p->what->setup, p->layout, p->what->model, err);
}

static int xlsx(struct press *p, const char *path, struct error *err)
{
    struct sheet_book *book = NULL;
    int rc = need_sheets(p, err);
    if (rc == 0)
        rc = sheet_book_open(&book, path, err);
    if (rc)
        return rc;
    rc = sheet_book_add(book, p->sheets, err);
    int closed = sheet_book_close(book, rc ? NULL : err);
    return rc ? rc : closed;
}

static int make(struct press *p, enum output_format format, struct strbuf *out, struct error *err)
{
    if (format == OUTPUT_HTML)
        return html(p, out, err);
    if (format == OUTPUT_CSV) {
        int rc = need_sheets(p, err);
        return rc ? rc : sheet_csv(out, p->sheets, true, err);
    }
    if (format == OUTPUT_JSON)
        layout_json(out, p->what->model);
    else
        p->what->text(out, p->what->model, p->what->lists ? sinks_list_width() : sinks_width());
    return 0;
}

static int write_one(struct press *p, const char *spec, struct error *err)
{
    struct output output = { 0 };
    struct strbuf bytes = { 0 };
    int rc = output_parse(&output, spec, p->what->formats, err);
    if (rc == 0 && output.format != OUTPUT_XLSX)
        rc = make(p, output.format, &bytes, err);
    if (rc == 0)
        rc = output_open(&output, err);
    if (rc == 0 && output.format == OUTPUT_XLSX)
        rc = xlsx(p, output.path, err);
    output_write(&output, strbuf_view(&bytes));
    int closed = output_close(&output, rc != 0, rc ? NULL : err);
    strbuf_free(&bytes);
    return rc ? rc : closed;
}

int publish_write(const struct publish *publish, struct error *err)
{
    struct press press = { .what = publish };
    const struct cli *cli = publish->cli;
    int rc = 0;
    bool given = false;
    for (size_t i = 0; rc == 0 && i < cli->value_count; i++)
        if (is_output(&cli->values[i])) {
            given = true;
            rc = write_one(&press, cli->values[i].value, err);
        }
    if (rc == 0 && !given)
        rc = write_one(&press, "text", err);
    cJSON_Delete(press.sheets);
    return rc;
}
