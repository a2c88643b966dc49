/* item.c - see item.h. */
#include "store/item.h"

#include "store/internal.h"

int store_item_save(struct store *store, const struct store_item *item, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "INSERT OR REPLACE INTO item (year, agency, rule, fingerprint, severity,"
                         " found_on, found_in, state, closed_on, closed_in, returns)"
                         " VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, item->year);
    const struct str fields[] = { item->agency,   item->rule,      item->fingerprint,
                                  item->severity, item->found_on,  item->found_in,
                                  item->state,    item->closed_on, item->closed_in };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        sql_text(s, &at, fields[i]);
    sql_int(s, &at, item->returns);
    return sql_done(store, s, err);
}

struct item_reader {
    int (*row)(void *user, const struct store_item *item);
    void *user;
};

static int item_row(void *user, sqlite3_stmt *s)
{
    struct item_reader *r = user;
    struct store_item i = { 0 };
    int at = 0;
    i.year = (int)sql_column_int(s, &at);
    struct str *const fields[] = { &i.agency,   &i.rule,  &i.fingerprint, &i.severity, &i.found_on,
                                   &i.found_in, &i.state, &i.closed_on,   &i.closed_in };
    for (size_t k = 0; k < sizeof fields / sizeof *fields; k++)
        *fields[k] = sql_column_text(s, &at);
    i.returns = sql_column_int(s, &at);
    return r->row(r->user, &i);
}

int store_items(struct store *store, int year, struct str agency,
                int (*row)(void *user, const struct store_item *item), void *user,
                struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "SELECT * FROM item WHERE year=?1 AND (?2='' OR agency=?2)"
                         " ORDER BY agency, rule, fingerprint",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, year);
    sql_text(s, &at, agency);
    return sql_each(store, s, item_row, &(struct item_reader){ row, user }, err);
}
