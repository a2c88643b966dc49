/* verify.c - is the database whole, and is it ours; see store.h and internal.h. */
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "store/decision.h"
#include "store/internal.h"

static int damaged(const struct store *store, const char *what, struct error *err)
{
    return error_set(
        err, ERR_DATABASE,
        tr("数据库 %s 已损坏（%s）：请从备份恢复，或改名后重新运行 assess",
           "database %s is damaged (%s): restore a backup, or rename it and run assess "
           "again"),
        store->path, what);
}

/* Schema */

struct schema {
    char **objects; /* "table audit CREATE TABLE …", tables first */
    size_t n, cap;
};

/* What others may add without harm is left out: views, and indexes or tables of other names; a trigger
 * would change what we write. Those of SQLite itself come and go. */
static const char schema_sql[] = "SELECT type || ' ' || name || ' ' || ifnull(sql, '')"
                                 " FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                                 " ORDER BY type = 'table' DESC, 1";

/* How a statement was laid out does not matter. */
static char *without_layout(struct str text)
{
    struct strbuf out = { 0 };
    bool gap = false;
    for (size_t i = 0; i < text.n; i++) {
        bool blank = text.p[i] == ' ' || text.p[i] == '\n';
        if (!blank && gap)
            strbuf_char(&out, ' ');
        if (!blank)
            strbuf_char(&out, text.p[i]);
        gap = blank;
    }
    return strbuf_take(&out);
}

static int take_object(void *user, sqlite3_stmt *s)
{
    struct schema *schema = user;
    int at = 0;
    schema->objects = mem_grow(schema->objects, schema->n, &schema->cap, sizeof *schema->objects);
    schema->objects[schema->n++] = without_layout(sql_column_text(s, &at));
    return 0;
}

static int read_schema(struct schema *out, struct store *store, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int rc = sqlite3_prepare_v2(store->db, schema_sql, -1, &s, NULL) == SQLITE_OK
                 ? 0
                 : sql_fail(store, err);
    if (rc == 0)
        rc = sql_each(store, s, take_object, out, err);
    sqlite3_finalize(s);
    return rc;
}

static void free_schema(struct schema *schema)
{
    for (size_t i = 0; i < schema->n; i++)
        free(schema->objects[i]);
    free(schema->objects);
}

/* The schema that the migrations make, in a database of its own. */
static int expected_schema(struct schema *out, struct error *err)
{
    struct store model = { .path = ":memory:" };
    int rc = sqlite3_open(model.path, &model.db) == SQLITE_OK ? 0 : sql_fail(&model, err);
    for (int v = 0; rc == 0 && store_migrations[v]; v++)
        rc = sql_run(&model, store_migrations[v], err);
    if (rc == 0)
        rc = read_schema(out, &model, err);
    sqlite3_close(model.db);
    return rc;
}

static bool holds(const struct schema *schema, const char *object)
{
    for (size_t i = 0; i < schema->n; i++)
        if (strcmp(schema->objects[i], object) == 0)
            return true;
    return false;
}

/* "table audit": the first two words. */
static int wrong_object(const struct store *store, const char *object, struct error *err)
{
    const char *end = strchr(object, ' ');
    end = end ? strchr(end + 1, ' ') : NULL;
    char *name = mem_strndup(object, end ? (size_t)(end - object) : strlen(object));
    struct strbuf what = { 0 };
    strbuf_fmt(&what, tr("结构不对：%s", "its structure is wrong: %s"), name);
    int rc = damaged(store, what.p, err);
    strbuf_free(&what);
    free(name);
    return rc;
}

int verify_schema(struct store *store, struct error *err)
{
    struct schema own = { 0 };
    struct schema expected = { 0 };
    int rc = expected_schema(&expected, err);
    if (rc == 0)
        rc = read_schema(&own, store, err);
    for (size_t i = 0; rc == 0 && i < expected.n; i++)
        if (!holds(&own, expected.objects[i]))
            rc = wrong_object(store, expected.objects[i], err);
    for (size_t i = 0; rc == 0 && i < own.n; i++)
        if (strncmp(own.objects[i], "trigger ", 8) == 0 && !holds(&expected, own.objects[i]))
            rc = wrong_object(store, own.objects[i], err);
    free_schema(&expected);
    free_schema(&own);
    return rc;
}

/* Content */

static int take_text(void *user, sqlite3_stmt *s)
{
    struct strbuf *first = user;
    int at = 0;
    if (first->n == 0)
        strbuf_str(first, sql_column_text(s, &at));
    return 0;
}

/* Runs a query whose first row tells what is wrong; `fine` is its text when nothing is, NULL: no row. */
static int expect(struct store *store, const char *sql, const char *fine, struct error *err)
{
    sqlite3_stmt *s = NULL;
    struct strbuf first = { 0 };
    int rc =
        sqlite3_prepare_v2(store->db, sql, -1, &s, NULL) == SQLITE_OK ? 0 : sql_fail(store, err);
    if (rc == 0)
        rc = sql_each(store, s, take_text, &first, err);
    sqlite3_finalize(s);
    if (rc == 0 && !str_eq_c(strbuf_view(&first), fine ? fine : ""))
        rc = damaged(store, first.n ? first.p : "?", err);
    strbuf_free(&first);
    return rc;
}

int verify_pages(struct store *store, struct error *err)
{
    return expect(store, "PRAGMA quick_check(1)", "ok", err);
}

int store_verify(struct store *store, struct error *err)
{
    static const char *const questions[] = {
        "SELECT 'foreign key ' || \"table\" || ' ' || ifnull(rowid, '')"
        " FROM pragma_foreign_key_check LIMIT 1",
        "SELECT 'result of ' || path FROM audit JOIN document ON document.id = audit.document"
        " WHERE NOT json_valid(result) LIMIT 1",
        "SELECT 'standing of ' || agency FROM standing WHERE NOT json_valid(result) LIMIT 1",
        /* The rows that a ranking counts are those that the verdict was made of. */
        "SELECT 'findings of ' || path FROM audit JOIN document ON document.id = audit.document"
        " WHERE findings <> (SELECT count(*) FROM finding WHERE audit = audit.id AND caused = 0)"
        " LIMIT 1",
        "SELECT 'findings of ' || agency FROM standing WHERE findings <> (SELECT count(*) FROM"
        " standing_finding WHERE standing = standing.id AND caused = 0) LIMIT 1",
    };
    int rc = expect(store, "PRAGMA integrity_check(1)", "ok", err);
    for (size_t i = 0; rc == 0 && !store->older && i < sizeof questions / sizeof *questions; i++)
        rc = expect(store, questions[i], NULL, err);
    if (rc == 0 && !store->older)
        rc = store_decisions_verify(store, err);
    return rc;
}
