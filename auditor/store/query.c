/* query.c - everything that is read; see store.h. */
#include "store/internal.h"

static void read_assessment(struct store_assessment *a, sqlite3_stmt *s)
{
    int at = 0;
    a->id = sql_column_int(s, &at);
    a->year = (int)sql_column_int(s, &at);
    a->profile = sql_column_text(s, &at);
    a->profile_digest = sql_column_text(s, &at);
    a->rules_digest = sql_column_text(s, &at);
    a->version = sql_column_text(s, &at);
    a->state = sql_column_text(s, &at);
    a->finished_at = sql_column_text(s, &at);
}

struct assessment_reader {
    int (*row)(void *user, const struct store_assessment *a);
    void *user;
};

static int assessment_row(void *user, sqlite3_stmt *s)
{
    struct assessment_reader *r = user;
    struct store_assessment a = { 0 };
    read_assessment(&a, s);
    return r->row(r->user, &a);
}

int assessments_each(struct store *store, sqlite3_stmt *s,
                     int (*row)(void *user, const struct store_assessment *a), void *user,
                     struct error *err)
{
    return sql_each(store, s, assessment_row, &(struct assessment_reader){ row, user }, err);
}

int store_assessment_current(struct store *store, int year,
                             int (*row)(void *user, const struct store_assessment *a), void *user,
                             struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "SELECT id, year, profile, profile_digest, rules_digest, version, state,"
                         " finished_at FROM assessment WHERE year=? ORDER BY serial DESC LIMIT 1",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, year);
    return assessments_each(store, s, row, user, err);
}

int store_assessments_before(struct store *store, int year,
                             int (*row)(void *user, const struct store_assessment *a), void *user,
                             struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "SELECT id, year, profile, profile_digest, rules_digest, version, state,"
                         " finished_at FROM assessment a WHERE year<? AND state='done'"
                         " AND serial=(SELECT max(serial) FROM assessment"
                         " WHERE year=a.year AND state='done') ORDER BY year DESC",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, year);
    return assessments_each(store, s, row, user, err);
}

struct seen_reader {
    int (*row)(void *user, const struct store_seen *seen);
    void *user;
};

static int seen_row(void *user, sqlite3_stmt *s)
{
    struct seen_reader *r = user;
    struct store_seen d = { 0 };
    int at = 0;
    d.id = sql_column_int(s, &at);
    d.path = sql_column_text(s, &at);
    d.stamp.size = sql_column_int(s, &at);
    d.stamp.mtime_ns = sql_column_int(s, &at);
    d.stamp.ctime_ns = sql_column_int(s, &at);
    d.stamp.inode = (uint64_t)sql_column_int(s, &at);
    d.seen_ns = sql_column_int(s, &at);
    d.xxh3 = (uint64_t)sql_column_int(s, &at);
    d.sha256 = sql_column_text(s, &at);
    d.found_agency = sql_column_text(s, &at);
    d.found_host = sql_column_text(s, &at);
    d.has_snapshot = sql_column_int(s, &at);
    d.gone = sql_column_int(s, &at);
    d.audited = sql_column_int(s, &at);
    d.operational = sql_column_int(s, &at);
    d.audit_sha256 = sql_column_text(s, &at);
    d.context = sql_column_text(s, &at);
    d.agency = sql_column_text(s, &at);
    d.matched = sql_column_text(s, &at);
    return r->row(r->user, &d);
}

int store_documents(struct store *store, int year, int64_t assessment,
                    int (*row)(void *user, const struct store_seen *seen), void *user,
                    struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc =
        sql_prepare(&s, store,
                    "SELECT d.id, d.path, size, mtime_ns, ctime_ns, inode, seen_ns, xxh3, d.sha256,"
                    " found_agency, found_host, typeof(snapshot)<>'null', gone, a.id IS NOT NULL,"
                    " coalesce(operational, 0), a.sha256, context, agency, matched"
                    " FROM document d LEFT JOIN audit a ON a.document=d.id AND a.assessment=?"
                    " WHERE d.year=? ORDER BY d.path",
                    err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    sql_int(s, &at, year);
    return sql_each(store, s, seen_row, &(struct seen_reader){ row, user }, err);
}

static int take_blob(void *user, sqlite3_stmt *s)
{
    int at = 0;
    struct strbuf *out = user;
    strbuf_clear(out);
    strbuf_str(out, sql_column_text(s, &at));
    return 0;
}

int store_snapshot(struct store *store, int64_t document, struct strbuf *out, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    strbuf_clear(out);
    int rc = sql_prepare(&s, store, "SELECT snapshot FROM document WHERE id=?", err);
    if (rc)
        return rc;
    sql_int(s, &at, document);
    return sql_each(store, s, take_blob, out, err);
}

struct agency_reader {
    int (*row)(void *user, const struct store_agency *a);
    void *user;
};

static int agency_row(void *user, sqlite3_stmt *s)
{
    struct agency_reader *r = user;
    struct store_agency a = { 0 };
    int at = 0;
    a.code = sql_column_text(s, &at);
    a.name = sql_column_text(s, &at);
    a.aliases = sql_column_text(s, &at);
    a.level = sql_column_text(s, &at);
    a.group = sql_column_text(s, &at);
    a.parent = sql_column_text(s, &at);
    a.host = sql_column_text(s, &at);
    a.deadline = sql_column_text(s, &at);
    return r->row(r->user, &a);
}

int store_agencies(struct store *store, int64_t assessment,
                   int (*row)(void *user, const struct store_agency *a), void *user,
                   struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "SELECT code, name, aliases, level, grouping, parent, host, deadline"
                         " FROM agency WHERE assessment=? ORDER BY position",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    return sql_each(store, s, agency_row, &(struct agency_reader){ row, user }, err);
}

struct audit_reader {
    int (*row)(void *user, const struct store_audit *a);
    void *user;
};

void verdict_read(struct store_audit *a, sqlite3_stmt *s, int *at)
{
    a->kind = sql_column_text(s, at);
    a->level = sql_column_text(s, at);
    a->agency_name = sql_column_text(s, at);
    a->form = sql_column_text(s, at);
    a->published = sql_column_text(s, at);
    a->year = (int)sql_column_int(s, at);
    a->problem = sql_column_text(s, at);
    a->scored = sql_column_int(s, at);
    a->score = sql_column_int(s, at);
    a->low = sql_column_int(s, at);
    a->high = sql_column_int(s, at);
    a->max = sql_column_int(s, at);
    a->grade_zh = sql_column_text(s, at);
    a->grade_en = sql_column_text(s, at);
    a->complete = sql_column_int(s, at);
    a->vetoed = sql_column_int(s, at);
    a->open = (size_t)sql_column_int(s, at);
    a->open_blocking = (size_t)sql_column_int(s, at);
    a->worst = sql_column_text(s, at);
    a->finding_total = (size_t)sql_column_int(s, at);
}

static int audit_row(void *user, sqlite3_stmt *s)
{
    struct audit_reader *r = user;
    struct store_audit a = { 0 };
    int at = 0;
    a.id = sql_column_int(s, &at);
    a.path = sql_column_text(s, &at);
    a.sha256 = sql_column_text(s, &at);
    a.operational = sql_column_int(s, &at);
    a.agency = sql_column_text(s, &at);
    a.matched = sql_column_text(s, &at);
    a.choice = sql_column_text(s, &at);
    verdict_read(&a, s, &at);
    return r->row(r->user, &a);
}

int store_audits(struct store *store, int64_t assessment,
                 int (*row)(void *user, const struct store_audit *a), void *user, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(
        &s, store,
        "SELECT a.id, d.path, a.sha256, operational, agency, matched, choice, kind, level,"
        " agency_name, form, published, a.year, problem, scored, score, low, high, max, grade_zh,"
        " grade_en, complete, vetoed, open, open_blocking, worst, findings"
        " FROM audit a JOIN document d ON d.id=a.document WHERE a.assessment=? ORDER BY d.path",
        err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    return sql_each(store, s, audit_row, &(struct audit_reader){ row, user }, err);
}

struct result_reader {
    struct strbuf *result, *snapshot;
};

static int result_row(void *user, sqlite3_stmt *s)
{
    struct result_reader *r = user;
    int at = 0;
    struct str text = sql_column_text(s, &at);
    if (r->result)
        strbuf_str(r->result, text);
    text = sql_column_text(s, &at);
    if (r->snapshot)
        strbuf_str(r->snapshot, text);
    return 0;
}

int store_result(struct store *store, int64_t audit, struct strbuf *result, struct strbuf *snapshot,
                 struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    if (result)
        strbuf_clear(result);
    if (snapshot)
        strbuf_clear(snapshot);
    int rc = sql_prepare(&s, store,
                         "SELECT result, snapshot FROM audit a JOIN document d ON d.id=a.document"
                         " WHERE a.id=?",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, audit);
    return sql_each(store, s, result_row, &(struct result_reader){ result, snapshot }, err);
}

int store_standing_result(struct store *store, int64_t standing, struct strbuf *result,
                          struct strbuf *snapshot, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    if (result)
        strbuf_clear(result);
    if (snapshot)
        strbuf_clear(snapshot);
    int rc =
        sql_prepare(&s, store,
                    "SELECT s.result, snapshot FROM standing s LEFT JOIN audit a ON a.id=s.audit"
                    " LEFT JOIN document d ON d.id=a.document WHERE s.id=?",
                    err);
    if (rc)
        return rc;
    sql_int(s, &at, standing);
    return sql_each(store, s, result_row, &(struct result_reader){ result, snapshot }, err);
}
