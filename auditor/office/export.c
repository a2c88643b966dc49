/* export.c - the folder, its tables, its manifest; see export.h. */
#include "office/export.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/file.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/version.h"
#include "office/export_ledger.h"

struct export
{
    struct export_summary *summary;
    struct store *store;
    const char *folder; /* while it is made */
    cJSON *tables;
    struct error *err;
};

struct table_run {
    struct export_table table, ledger;
    int id, result; /* columns of a table that holds results; -1 */
    struct error *err;
};

static int column_of(const struct store_table *table, const char *name, enum store_kind kind)
{
    for (size_t i = 0; i < table->n; i++)
        if (table->columns[i].kind == kind && strcmp(table->columns[i].name, name) == 0)
            return (int)i;
    return -1;
}

static int take_row(void *user, const struct store_value *values)
{
    struct table_run *r = user;
    export_table_row(&r->table, values);
    return r->result < 0 ? 0
                         : export_ledger_rows(&r->ledger, values[r->id].number,
                                              values[r->result].text, r->err);
}

static int close_table(struct export *e, struct export_table *t, bool good)
{
    if (good) {
        e->summary->tables++;
        e->summary->rows += t->rows;
        e->summary->bytes += t->csv.bytes + t->ndjson.bytes;
    }
    return export_table_close(t, good ? e->tables : NULL, good ? e->err : NULL);
}

static int take_table(void *user, const struct store_table *table)
{
    struct export *e = user;
    struct table_run run = { .id = column_of(table, "id", STORE_NUMBER),
                             .result = column_of(table, "result", STORE_JSON),
                             .err = e->err };
    struct export_ledger ledger = { 0 };
    int rc = export_table_open(&run.table, e->folder, table, e->err);
    if (rc == 0 && run.result >= 0) {
        export_ledger_init(&ledger, table->name);
        rc = export_table_open(&run.ledger, e->folder, &ledger.table, e->err);
    }
    if (rc == 0)
        rc = store_rows(e->store, table, take_row, &run, e->err);
    int closed = close_table(e, &run.table, rc == 0);
    rc = rc ? rc : closed;
    if (run.result >= 0) {
        closed = close_table(e, &run.ledger, rc == 0);
        rc = rc ? rc : closed;
    }
    export_ledger_free(&ledger);
    return rc;
}

/* What each column is for, where a person looks: in a spreadsheet beside the others. */
static int write_columns(const struct export *e, struct error *err)
{
    static const char *const heads[] = { "table", "column", "kind", "zh", "en" };
    struct strbuf text = { 0 };
    const cJSON *table;
    const cJSON *column;
    csv_write_bom(&text);
    for (size_t i = 0; i < 5; i++)
        csv_write_text(&text, str_of(heads[i]), i == 4);
    cJSON_ArrayForEach(table, e->tables)
        cJSON_ArrayForEach(column, cJSON_GetObjectItemCaseSensitive(table, "columns")) {
            const cJSON *about = cJSON_GetObjectItemCaseSensitive(column, "description");
            const cJSON *const cells[] = {
                cJSON_GetObjectItemCaseSensitive(table, "name"),
                cJSON_GetObjectItemCaseSensitive(column, "name"),
                cJSON_GetObjectItemCaseSensitive(column, "kind"),
                cJSON_GetObjectItemCaseSensitive(about, "zh"),
                cJSON_GetObjectItemCaseSensitive(about, "en"),
            };
            for (size_t i = 0; i < 5; i++)
                csv_write_text(&text, str_of(cells[i]->valuestring), i == 4);
        }
    char *path = file_join(e->folder, "columns.csv");
    int rc = file_write(path, strbuf_view(&text), err);
    free(path);
    strbuf_free(&text);
    return rc;
}

static int write_manifest(const struct export *e, const char *office, struct error *err)
{
    cJSON *manifest = cJSON_CreateObject();
    cJSON_AddStringToObject(manifest, "office", office);
    cJSON_AddStringToObject(manifest, "schema", "auditor/export/1");
    cJSON_AddItemReferenceToObject(manifest, "tables", e->tables);
    cJSON_AddStringToObject(manifest, "version", AUDITOR_VERSION);
    char *json = cJSON_Print(manifest);
    struct strbuf text = { 0 };
    json_harden(&text, str_of(json));
    strbuf_char(&text, '\n');
    char *path = file_join(e->folder, "manifest.json");
    int rc = file_write(path, strbuf_view(&text), err);
    free(path);
    strbuf_free(&text);
    cJSON_free(json);
    cJSON_Delete(manifest);
    return rc;
}

static bool is_empty(const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    bool empty = dir != NULL;
    while (empty && (entry = readdir(dir)) != NULL)
        empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    if (dir)
        closedir(dir);
    return empty;
}

/* What this run made and gives up. */
static void drop(const char *folder)
{
    struct file_list list = { 0 };
    if (file_walk(&list, folder, NULL) == 0)
        for (size_t i = 0; i < list.n; i++)
            unlink(list.paths[i]);
    rmdir(folder);
    file_list_free(&list);
}

static int make(struct export *e, const char *office, struct error *err)
{
    int rc = store_hold(e->store, err);
    if (rc == 0)
        rc = store_tables(e->store, take_table, e, err);
    if (rc == 0)
        rc = write_columns(e, err);
    return rc ? rc : write_manifest(e, office, err);
}

static char *without_slash(const char *folder)
{
    size_t n = strlen(folder);
    while (n > 1 && folder[n - 1] == '/')
        n--;
    return mem_strndup(folder, n);
}

int export_write(struct export_summary *out, struct store *store, const char *folder,
                 const char *office, struct error *err)
{
    struct strbuf temporary = { 0 };
    *out = (struct export_summary){ 0 };
    if (file_exists(folder) && !is_empty(folder))
        return error_set(
            err, ERR_USAGE,
            tr("%s 已存在而且不空，没有写入", "%s is there and not empty: nothing was written"),
            folder);
    char *target = without_slash(folder);
    strbuf_fmt(&temporary, "%s.part-XXXXXX", target);
    struct export e = { out, store, temporary.p, cJSON_CreateArray(), err };
    int rc = file_make_parent(target, err);
    bool made = rc == 0 && mkdtemp(temporary.p) && chmod(temporary.p, 0755) == 0;
    if (rc == 0 && !made)
        rc = error_set(err, ERR_IO, tr("建不了文件夹 %s：%s", "cannot make the folder %s: %s"),
                       folder, error_system(errno));
    if (rc == 0)
        rc = make(&e, office, err);
    if (rc == 0 && file_is_folder(target))
        rmdir(target); /* empty, as was seen */
    if (rc == 0)
        rc = file_replace(temporary.p, target, err);
    if (rc && made)
        drop(temporary.p);
    cJSON_Delete(e.tables);
    strbuf_free(&temporary);
    free(target);
    return rc;
}
