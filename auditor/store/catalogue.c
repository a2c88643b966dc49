/* catalogue.c - the tables as the file has them; see catalogue.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/internal.h"

struct columns {
    const char *table;
    struct store_column *list;
    size_t n, cap;
};

/* By "table.column", else by the column alone. */
static const struct store_column *about(const char *table, const char *column)
{
    size_t n = strlen(table);
    for (const struct store_column *c = store_about_columns; c->name; c++)
        if (strcmp(c->name, column) == 0 || (strncmp(c->name, table, n) == 0 && c->name[n] == '.' &&
                                             strcmp(c->name + n + 1, column) == 0))
            return c;
    return NULL;
}

static int take_column(void *user, sqlite3_stmt *s)
{
    struct columns *c = user;
    const char *name = (const char *)sqlite3_column_text(s, 0);
    const char *type = (const char *)sqlite3_column_text(s, 1);
    if (strcmp(type, "BLOB") == 0)
        return 0;
    const struct store_column *known = about(c->table, name);
    struct store_column column = { .name = mem_strdup(name),
                                   .kind = strcmp(type, "INTEGER") == 0 ? STORE_NUMBER : STORE_TEXT,
                                   .about = { "", "" } };
    if (known) {
        column.kind = known->kind;
        memcpy(column.about, known->about, sizeof column.about);
    }
    c->list = mem_grow(c->list, c->n, &c->cap, sizeof *c->list);
    c->list[c->n++] = column;
    return 0;
}

static int once(struct store *store, const char *sql, const char *parameter,
                int (*row)(void *user, sqlite3_stmt *s), void *user, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc =
        sqlite3_prepare_v2(store->db, sql, -1, &s, NULL) == SQLITE_OK ? 0 : sql_fail(store, err);
    if (rc == 0 && parameter)
        sql_text(s, &at, str_of(parameter));
    if (rc == 0)
        rc = sql_each(store, s, row, user, err);
    sqlite3_finalize(s);
    return rc;
}

struct names {
    char **list;
    size_t n, cap;
};

static int take_name(void *user, sqlite3_stmt *s)
{
    struct names *names = user;
    names->list = mem_grow(names->list, names->n, &names->cap, sizeof *names->list);
    names->list[names->n++] = mem_strdup((const char *)sqlite3_column_text(s, 0));
    return 0;
}

static int one_table(struct store *store, const char *name,
                     int (*take)(void *user, const struct store_table *table), void *user,
                     struct error *err)
{
    struct columns columns = { .table = name };
    struct store_table table = { .name = name, .about = { "", "" } };
    int rc = once(store, "SELECT name, type FROM pragma_table_info(?)", name, take_column, &columns,
                  err);
    for (const struct store_table *t = store_about_tables; t->name; t++)
        if (strcmp(t->name, name) == 0)
            memcpy(table.about, t->about, sizeof table.about);
    table.columns = columns.list;
    table.n = columns.n;
    if (rc == 0)
        rc = take(user, &table);
    for (size_t i = 0; i < columns.n; i++)
        free((char *)columns.list[i].name);
    free(columns.list);
    return rc;
}

int store_tables(struct store *store, int (*take)(void *user, const struct store_table *table),
                 void *user, struct error *err)
{
    struct names names = { 0 };
    int rc = once(store,
                  "SELECT name FROM sqlite_schema WHERE type = 'table'"
                  " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
                  NULL, take_name, &names, err);
    for (size_t i = 0; rc == 0 && i < names.n; i++)
        rc = one_table(store, names.list[i], take, user, err);
    for (size_t i = 0; i < names.n; i++)
        free(names.list[i]);
    free(names.list);
    return rc;
}

struct rows {
    const struct store_table *table;
    struct store_value *values;
    int (*take)(void *user, const struct store_value *values);
    void *user;
};

static int take_row(void *user, sqlite3_stmt *s)
{
    struct rows *r = user;
    for (size_t i = 0; i < r->table->n; i++) {
        int at = (int)i;
        struct store_value *v = &r->values[i];
        v->null = sqlite3_column_type(s, at) == SQLITE_NULL;
        v->number = sqlite3_column_int64(s, at);
        bool text =
            r->table->columns[i].kind == STORE_TEXT || r->table->columns[i].kind == STORE_JSON;
        v->text = text ? sql_column_text(s, &at) : str_of("");
    }
    return r->take(r->user, r->values);
}

static void add_name(struct strbuf *sql, const char *name)
{
    strbuf_char(sql, '"');
    for (; *name; name++)
        strbuf_fmt(sql, "%s%c", *name == '"' ? "\"" : "", *name);
    strbuf_char(sql, '"');
}

static int take_key(void *user, sqlite3_stmt *s)
{
    struct strbuf *sql = user;
    strbuf_c(sql, sql->n ? ", " : " ORDER BY ");
    add_name(sql, (const char *)sqlite3_column_text(s, 0));
    return 0;
}

int store_rows(struct store *store, const struct store_table *table,
               int (*take)(void *user, const struct store_value *values), void *user,
               struct error *err)
{
    struct strbuf order = { 0 };
    struct strbuf sql = { 0 };
    struct rows rows = { table, mem_zero(table->n + 1, sizeof *rows.values), take, user };
    int rc = once(store, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
                  table->name, take_key, &order, err);
    strbuf_c(&sql, "SELECT ");
    for (size_t i = 0; i < table->n; i++) {
        strbuf_c(&sql, i ? ", " : "");
        add_name(&sql, table->columns[i].name);
    }
    strbuf_c(&sql, " FROM ");
    add_name(&sql, table->name);
    strbuf_str(&sql, strbuf_view(&order));
    if (rc == 0)
        rc = once(store, sql.p, NULL, take_row, &rows, err);
    free(rows.values);
    strbuf_free(&order);
    strbuf_free(&sql);
    return rc;
}

const char *store_kind_name(enum store_kind kind)
{
    static const char *const names[] = { "text", "number", "points", "flag", "time", "json" };
    return names[kind];
}
