/* review_rows.c - see review_rows.h. */
#include "command/review_rows.h"

#include <string.h>

#include "base/csv.h"
#include "command/layout.h"
#include "command/sinks.h"
#include "report/output.h"
#include "report/wrap.h"

enum { FORMATS = 1 << OUTPUT_TEXT | 1 << OUTPUT_JSON | 1 << OUTPUT_CSV, HANG = 4 };

void review_rows_text(cJSON *row, const char *key, struct str text)
{
    struct strbuf terminated = { 0 };
    strbuf_str(&terminated, text);
    cJSON_AddStringToObject(row, key, terminated.n ? terminated.p : "");
    strbuf_free(&terminated);
}

static void cell_text(struct strbuf *out, const cJSON *cell, const char *column)
{
    const char *text = cJSON_GetStringValue(cell);
    if (cJSON_IsNumber(cell))
        strbuf_fmt(out, "%lld", (long long)cell->valuedouble);
    else if (cJSON_IsBool(cell))
        strbuf_c(out, cJSON_IsTrue(cell) ? "1" : "0");
    /* what spreadsheets would take for a number or a power of ten is kept whole */
    bool code = strcmp(column, "fingerprint") == 0 || strcmp(column, "hash") == 0;
    if (text && *text)
        strbuf_fmt(out, "%s%s", code ? "#" : "", text);
}

static void write_csv(struct strbuf *out, const cJSON *rows, const char *const *columns)
{
    const cJSON *row;
    csv_write_bom(out);
    for (size_t i = 0; columns[i]; i++)
        csv_write_text(out, str_of(columns[i]), columns[i + 1] == NULL);
    cJSON_ArrayForEach(row, rows)
        for (size_t i = 0; columns[i]; i++) {
            struct strbuf text = { 0 };
            cell_text(&text, cJSON_GetObjectItemCaseSensitive(row, columns[i]), columns[i]);
            csv_write_text(out, strbuf_view(&text), columns[i + 1] == NULL);
            strbuf_free(&text);
        }
}

static void write_text(struct strbuf *out, const cJSON *rows,
                       void (*line)(struct strbuf *out, const cJSON *row))
{
    const cJSON *row;
    struct strbuf text = { 0 };
    cJSON_ArrayForEach(row, rows) {
        strbuf_clear(&text);
        line(&text, row);
        wrap_text(out, strbuf_view(&text), &(struct wrap){ 0, HANG, sinks_list_width() });
    }
    strbuf_free(&text);
}

int review_rows_write(const struct cli *cli, const cJSON *rows, const char *const *columns,
                      void (*line)(struct strbuf *out, const cJSON *row), struct error *err)
{
    const char *spec = cli_value(cli, "output");
    struct output output = { 0 };
    struct strbuf bytes = { 0 };
    int rc = output_parse(&output, spec ? spec : "text", FORMATS, err);
    if (rc == 0 && output.format == OUTPUT_JSON)
        layout_json(&bytes, rows);
    else if (rc == 0 && output.format == OUTPUT_CSV)
        write_csv(&bytes, rows, columns);
    else if (rc == 0)
        write_text(&bytes, rows, line);
    if (rc == 0)
        rc = output_open(&output, err);
    if (rc == 0)
        output_write(&output, strbuf_view(&bytes));
    int closed = output_close(&output, rc != 0, rc ? NULL : err);
    strbuf_free(&bytes);
    return rc ? rc : closed;
}
