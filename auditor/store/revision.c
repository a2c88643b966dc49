/* revision.c - see revision.h. */
#include "store/revision.h"

#include "store/internal.h"

int store_revision_add(struct store *store, const struct store_revision *r, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "INSERT INTO revision (year, agency, number, seen_on, path, sha256,"
                         " published, changes) VALUES (?1,?2,(SELECT coalesce(max(number),0)+1"
                         " FROM revision WHERE year=?1 AND agency=?2),?3,?4,?5,?6,?7)",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, r->year);
    const struct str fields[] = { r->agency, r->seen_on,   r->path,
                                  r->sha256, r->published, r->changes };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        sql_text(s, &at, fields[i]);
    return sql_done(store, s, err);
}

struct revision_reader {
    int (*row)(void *user, const struct store_revision *r);
    void *user;
};

static int revision_row(void *user, sqlite3_stmt *s)
{
    struct revision_reader *reader = user;
    struct store_revision r = { 0 };
    int at = 0;
    r.year = (int)sql_column_int(s, &at);
    r.agency = sql_column_text(s, &at);
    r.number = sql_column_int(s, &at);
    struct str *const fields[] = { &r.seen_on, &r.path, &r.sha256, &r.published, &r.changes };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        *fields[i] = sql_column_text(s, &at);
    return reader->row(reader->user, &r);
}

int store_revisions(struct store *store, int year, struct str agency,
                    int (*row)(void *user, const struct store_revision *r), void *user,
                    struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         agency.n ? "SELECT * FROM revision WHERE year=?1 AND agency=?2"
                                    " ORDER BY number"
                                  : "SELECT * FROM revision WHERE year=?1 AND ?2=''"
                                    " ORDER BY agency, number",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, year);
    sql_text(s, &at, agency);
    return sql_each(store, s, revision_row, &(struct revision_reader){ row, user }, err);
}

static int take_bytes(void *user, sqlite3_stmt *s)
{
    int at = 0;
    strbuf_str(user, sql_column_text(s, &at));
    return 0;
}

int store_revision_snapshot(struct store *store, const struct store_revision *r, struct strbuf *out,
                            struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    strbuf_clear(out);
    int rc = sql_prepare(&s, store,
                         "SELECT snapshot FROM document WHERE year=?1 AND path=?2 AND sha256=?3"
                         " AND snapshot IS NOT NULL UNION ALL"
                         " SELECT snapshot FROM former WHERE sha256=?3 LIMIT 1",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, r->year);
    sql_text(s, &at, r->path);
    sql_text(s, &at, r->sha256);
    return sql_each(store, s, take_bytes, out, err);
}

int store_revision_keep(struct store *store, int year, struct str path, struct str sha256,
                        struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "INSERT OR IGNORE INTO former SELECT d.sha256, d.snapshot FROM document d"
                         " WHERE d.year=? AND d.path=? AND d.sha256<>? AND d.snapshot IS NOT NULL"
                         " AND EXISTS (SELECT 1 FROM revision r WHERE r.sha256=d.sha256)",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, year);
    sql_text(s, &at, path);
    sql_text(s, &at, sha256);
    return sql_done(store, s, err);
}
