/* export_table.c - see export_table.h. */
#include "office/export_table.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/csv.h"
#include "base/json.h"
#include "base/mem.h"
#include "score/points.h"

static bool in_csv(const struct store_column *column)
{
    return column->kind != STORE_JSON; /* a cell of a spreadsheet does not hold it */
}

static bool last_in_csv(const struct store_table *table, size_t i)
{
    for (size_t k = i + 1; k < table->n; k++)
        if (in_csv(&table->columns[k]))
            return false;
    return true;
}

static int open_file(struct export_file *out, const char *folder, const char *table,
                     const char *end, struct error *err)
{
    struct strbuf name = { 0 };
    strbuf_fmt(&name, "%s.%s", table, end);
    int rc = export_file_open(out, folder, name.p, err);
    strbuf_free(&name);
    return rc;
}

/* The keys of an object stand in byte order, whatever the order of the columns. */
static void sort_columns(struct export_table *t)
{
    t->order = mem_zero(t->table->n + 1, sizeof *t->order);
    for (size_t i = 0; i < t->table->n; i++) {
        size_t k = i;
        while (k > 0 &&
               strcmp(t->table->columns[t->order[k - 1]].name, t->table->columns[i].name) > 0) {
            t->order[k] = t->order[k - 1];
            k--;
        }
        t->order[k] = i;
    }
}

int export_table_open(struct export_table *t, const char *folder, const struct store_table *table,
                      struct error *err)
{
    *t = (struct export_table){ .table = table };
    int rc = open_file(&t->csv, folder, table->name, "csv", err);
    if (rc == 0)
        rc = open_file(&t->ndjson, folder, table->name, "ndjson", err);
    if (rc)
        return rc;
    sort_columns(t);
    csv_write_bom(&t->line);
    for (size_t i = 0; i < table->n; i++)
        if (in_csv(&table->columns[i]))
            csv_write_text(&t->line, str_of(table->columns[i].name), last_in_csv(table, i));
    export_file_write(&t->csv, strbuf_view(&t->line));
    return 0;
}

/* 2026-02-03T01:30:00.123456789Z */
static void moment(struct strbuf *out, int64_t ns)
{
    char text[32];
    struct tm tm;
    int64_t rest = ns % 1000000000;
    time_t seconds = (time_t)((ns - rest) / 1000000000);
    if (!gmtime_r(&seconds, &tm) || rest < 0)
        return;
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &tm);
    strbuf_fmt(out, "%s.%09lldZ", text, (long long)rest);
}

/* Digits, "true", a time: what is no text of somebody's. */
static void plain(struct strbuf *out, enum store_kind kind, int64_t number)
{
    if (kind == STORE_POINTS)
        points_print(out, number);
    else if (kind == STORE_FLAG)
        strbuf_c(out, number ? "true" : "false");
    else if (kind == STORE_MOMENT)
        moment(out, number);
    else
        strbuf_fmt(out, "%lld", (long long)number);
}

static void csv_row(struct export_table *t, const struct store_value *values)
{
    struct strbuf digits = { 0 };
    strbuf_clear(&t->line);
    for (size_t i = 0; i < t->table->n; i++) {
        const struct store_column *column = &t->table->columns[i];
        bool last = last_in_csv(t->table, i);
        if (!in_csv(column))
            continue;
        strbuf_clear(&digits);
        if (!values[i].null && column->kind != STORE_TEXT)
            plain(&digits, column->kind, values[i].number);
        if (values[i].null || column->kind != STORE_TEXT)
            csv_write_number(&t->line, strbuf_view(&digits), last);
        else
            csv_write_text(&t->line, values[i].text, last);
    }
    export_file_write(&t->csv, strbuf_view(&t->line));
    strbuf_free(&digits);
}

static void json_value(struct json *j, enum store_kind kind, const struct store_value *value)
{
    struct strbuf text = { 0 };
    if (value->null || (kind == STORE_JSON && value->text.n == 0)) {
        json_null(j);
    } else if (kind == STORE_TEXT) {
        json_str(j, value->text);
    } else if (kind == STORE_JSON) {
        json_raw(j, value->text);
    } else {
        plain(&text, kind, value->number);
        if (kind == STORE_MOMENT)
            json_str(j, strbuf_view(&text));
        else
            json_raw(j, strbuf_view(&text));
    }
    strbuf_free(&text);
}

static void json_row(struct export_table *t, const struct store_value *values)
{
    struct json j;
    strbuf_clear(&t->line);
    json_start(&j, &t->line);
    json_object(&j);
    for (size_t i = 0; i < t->table->n; i++) {
        const struct store_column *column = &t->table->columns[t->order[i]];
        json_key(&j, column->name);
        json_value(&j, column->kind, &values[t->order[i]]);
    }
    json_end_object(&j);
    strbuf_char(&t->line, '\n');
    export_file_write(&t->ndjson, strbuf_view(&t->line));
}

void export_table_row(struct export_table *t, const struct store_value *values)
{
    csv_row(t, values);
    json_row(t, values);
    t->rows++;
}

static void add_about(cJSON *object, const char *const about[LANG_COUNT])
{
    cJSON *pair = cJSON_AddObjectToObject(object, "description");
    cJSON_AddStringToObject(pair, "en", about[LANG_EN]);
    cJSON_AddStringToObject(pair, "zh", about[LANG_ZH]);
}

static void describe(const struct export_table *t, cJSON *files, cJSON *list)
{
    cJSON *entry = cJSON_CreateObject();
    cJSON *columns = cJSON_AddArrayToObject(entry, "columns");
    for (size_t i = 0; i < t->table->n; i++) {
        cJSON *column = cJSON_CreateObject();
        cJSON_AddBoolToObject(column, "csv", in_csv(&t->table->columns[i]));
        add_about(column, t->table->columns[i].about);
        cJSON_AddStringToObject(column, "kind", store_kind_name(t->table->columns[i].kind));
        cJSON_AddStringToObject(column, "name", t->table->columns[i].name);
        cJSON_AddItemToArray(columns, column);
    }
    add_about(entry, t->table->about);
    cJSON_AddItemToObject(entry, "files", files);
    cJSON_AddStringToObject(entry, "name", t->table->name);
    cJSON_AddNumberToObject(entry, "rows", (double)t->rows);
    cJSON_AddItemToArray(list, entry);
}

int export_table_close(struct export_table *t, cJSON *list, struct error *err)
{
    cJSON *files = cJSON_CreateArray();
    int rc = export_file_close(&t->csv, files, err);
    int other = export_file_close(&t->ndjson, files, rc ? NULL : err);
    rc = rc ? rc : other;
    if (list && rc == 0)
        describe(t, files, list);
    else
        cJSON_Delete(files);
    free(t->order);
    strbuf_free(&t->line);
    return rc;
}
