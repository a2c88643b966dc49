/* save.c - everything that is written; see store.h. */
#include "store/internal.h"
#include "store/revision.h"

int store_assessment_finish(struct store *store, int64_t id, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "UPDATE assessment SET state='done',"
                         " finished_at=strftime('%Y-%m-%dT%H:%M:%SZ','now') WHERE id=?",
                         err);
    if (rc == 0) {
        sql_int(s, &at, id);
        rc = sql_done(store, s, err);
    }
    if (rc == 0)
        rc = sql_prepare(
            &s, store,
            "DELETE FROM assessment WHERE year=(SELECT year FROM assessment WHERE id=?1)"
            " AND serial <= (SELECT max(serial) FROM assessment WHERE"
            " year=(SELECT year FROM assessment WHERE id=?1)) - ?2",
            err);
    if (rc == 0) {
        at = 0;
        sql_int(s, &at, id);
        sql_int(s, &at, STORE_KEEP_DONE);
        rc = sql_done(store, s, err);
    }
    return rc;
}

static int insert_assessment(struct store *store, const struct store_assessment *a,
                             struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(
        &s, store,
        "INSERT INTO assessment (year, profile, profile_digest, rules_digest, version, state,"
        " serial, started_at) VALUES (?1,?2,?3,?4,?5,'running',"
        " (SELECT coalesce(max(serial),0)+1 FROM assessment WHERE year=?1),"
        " strftime('%Y-%m-%dT%H:%M:%SZ','now'))"
        " ON CONFLICT DO UPDATE SET state='running', serial=CASE WHEN serial="
        " (SELECT max(serial) FROM assessment WHERE year=?1) THEN serial ELSE excluded.serial END",
        err);
    if (rc)
        return rc;
    sql_int(s, &at, a->year);
    sql_text(s, &at, a->profile);
    sql_text(s, &at, a->profile_digest);
    sql_text(s, &at, a->rules_digest);
    sql_text(s, &at, a->version);
    return sql_done(store, s, err);
}

int store_assessment_start(struct store *store, struct store_assessment *a, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = insert_assessment(store, a, err);
    if (rc == 0)
        rc = sql_prepare(&s, store,
                         "SELECT id FROM assessment WHERE year=? AND profile_digest=? AND"
                         " rules_digest=? AND version=?",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, a->year);
    sql_text(s, &at, a->profile_digest);
    sql_text(s, &at, a->rules_digest);
    sql_text(s, &at, a->version);
    return sql_each(store, s, sql_take_int, &a->id, err);
}

static void bind_stamp(sqlite3_stmt *s, int *at, const struct file_stamp *stamp, int64_t seen_ns)
{
    sql_int(s, at, stamp->size);
    sql_int(s, at, stamp->mtime_ns);
    sql_int(s, at, stamp->ctime_ns);
    sql_int(s, at, (int64_t)stamp->inode);
    sql_int(s, at, seen_ns);
}

static int save_document(struct store *store, int year, const struct store_audit *a, int64_t *id,
                         struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(
        &s, store,
        "INSERT INTO document (year, path, size, mtime_ns, ctime_ns, inode, seen_ns, xxh3, sha256,"
        " found_agency, found_host, snapshot, marks) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT (year, path) DO UPDATE SET size=excluded.size, mtime_ns=excluded.mtime_ns,"
        " ctime_ns=excluded.ctime_ns, inode=excluded.inode, seen_ns=excluded.seen_ns,"
        " xxh3=excluded.xxh3, sha256=excluded.sha256, found_agency=excluded.found_agency,"
        " found_host=excluded.found_host, snapshot=excluded.snapshot, marks=excluded.marks, gone=0"
        " RETURNING id",
        err);
    if (rc)
        return rc;
    sql_int(s, &at, year);
    sql_text(s, &at, a->path);
    bind_stamp(s, &at, &a->stamp, a->seen_ns);
    sql_int(s, &at, (int64_t)a->xxh3);
    sql_text(s, &at, a->sha256);
    sql_text(s, &at, a->found_agency);
    sql_text(s, &at, a->found_host);
    sql_blob_or_null(s, &at, a->snapshot);
    sql_blob_or_null(s, &at, a->marks);
    return sql_each(store, s, sql_take_int, id, err);
}

/* Audited from its snapshot: only what was recognised in it may be new. */
static int rename_document(struct store *store, int year, const struct store_audit *a, int64_t *id,
                           struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(
        &s, store,
        "UPDATE document SET found_agency=?, found_host=?, marks=? WHERE year=? AND path=?"
        " RETURNING id",
        err);
    if (rc)
        return rc;
    sql_text(s, &at, a->found_agency);
    sql_text(s, &at, a->found_host);
    sql_blob_or_null(s, &at, a->marks);
    sql_int(s, &at, year);
    sql_text(s, &at, a->path);
    return sql_each(store, s, sql_take_int, id, err);
}

void verdict_bind(sqlite3_stmt *s, int *at, const struct store_audit *a)
{
    sql_text(s, at, a->kind);
    sql_text(s, at, a->level);
    sql_text(s, at, a->agency_name);
    sql_text(s, at, a->form);
    sql_text(s, at, a->published);
    if (a->year)
        sql_int(s, at, a->year);
    else
        sqlite3_bind_null(s, ++*at);
    sql_text(s, at, a->problem);
    sql_int(s, at, a->scored);
    sql_int(s, at, a->score);
    sql_int(s, at, a->low);
    sql_int(s, at, a->high);
    sql_int(s, at, a->max);
    sql_text(s, at, a->grade_zh);
    sql_text(s, at, a->grade_en);
    sql_int(s, at, a->complete);
    sql_int(s, at, a->vetoed);
    sql_int(s, at, (int64_t)a->open);
    sql_int(s, at, (int64_t)a->open_blocking);
    sql_text(s, at, a->worst);
    sql_int(s, at, (int64_t)a->finding_total);
    sql_text(s, at, a->result);
}

/* An audit of the same document in the same assessment is replaced, findings included. */
static int drop_audit(struct store *store, int64_t assessment, int64_t document, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store, "DELETE FROM audit WHERE assessment=? AND document=?", err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    sql_int(s, &at, document);
    return sql_done(store, s, err);
}

static int insert_audit(struct store *store, int64_t assessment, int64_t document,
                        const struct store_audit *a, int64_t *id, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(
        &s, store,
        "INSERT INTO audit (assessment, document, sha256, context, operational, agency, matched,"
        " kind, level, agency_name, form, published, year, problem, scored, score, low, high, max,"
        " grade_zh, grade_en, complete, vetoed, open, open_blocking, worst, findings, result)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING id",
        err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    sql_int(s, &at, document);
    sql_text(s, &at, a->sha256);
    sql_text(s, &at, a->context);
    sql_int(s, &at, a->operational);
    sql_text_or_null(s, &at, a->agency);
    sql_text(s, &at, a->matched);
    verdict_bind(s, &at, a);
    return sql_each(store, s, sql_take_int, id, err);
}

int findings_insert(struct store *store, const char *sql, int64_t owner,
                    const struct store_audit *a, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < a->finding_count; i++) {
        const struct store_finding *f = &a->findings[i];
        int at = 0;
        rc = sql_prepare(&s, store, sql, err);
        if (rc)
            break;
        sql_int(s, &at, owner);
        sql_int(s, &at, (int64_t)i);
        sql_text(s, &at, f->rule);
        sql_text(s, &at, f->severity);
        sql_text(s, &at, f->fingerprint);
        sql_text(s, &at, f->section);
        sql_text(s, &at, f->table);
        sql_text(s, &at, f->row);
        sql_text(s, &at, f->column);
        sql_int(s, &at, f->line);
        sql_int(s, &at, f->caused);
        sql_int(s, &at, f->deduction);
        rc = sql_done(store, s, err);
    }
    return rc;
}

int store_save(struct store *store, int64_t assessment, int year, const struct store_audit *audit,
               struct error *err)
{
    int64_t document = 0;
    int64_t id = 0;
    int rc = audit->keep_document
                 ? 0
                 : store_revision_keep(store, year, audit->path, audit->sha256, err);
    if (rc == 0)
        rc = audit->keep_document ? rename_document(store, year, audit, &document, err)
                                  : save_document(store, year, audit, &document, err);
    if (rc == 0)
        rc = drop_audit(store, assessment, document, err);
    if (rc == 0)
        rc = insert_audit(store, assessment, document, audit, &id, err);
    if (rc == 0)
        rc = findings_insert(store, "INSERT INTO finding VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", id,
                             audit, err);
    return rc;
}

int store_restamp(struct store *store, int64_t document, const struct file_stamp *stamp,
                  int64_t seen_ns, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "UPDATE document SET size=?, mtime_ns=?, ctime_ns=?, inode=?, seen_ns=?,"
                         " gone=0 WHERE id=?",
                         err);
    if (rc)
        return rc;
    bind_stamp(s, &at, stamp, seen_ns);
    sql_int(s, &at, document);
    return sql_done(store, s, err);
}

int store_gone(struct store *store, int64_t document, int64_t assessment, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = drop_audit(store, assessment, document, err);
    if (rc == 0)
        rc = sql_prepare(&s, store, "UPDATE document SET gone=1 WHERE id=?", err);
    if (rc)
        return rc;
    sql_int(s, &at, document);
    return sql_done(store, s, err);
}

int store_choose(struct store *store, int64_t audit, struct str choice, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store, "UPDATE audit SET choice=?1 WHERE id=?2 AND choice<>?1", err);
    if (rc)
        return rc;
    sql_text(s, &at, choice);
    sql_int(s, &at, audit);
    return sql_done(store, s, err);
}

static int insert_agency(struct store *store, int64_t assessment, size_t position,
                         const struct store_agency *a, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store, "INSERT INTO agency VALUES (?,?,?,?,?,?,?,?,?,?)", err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    sql_int(s, &at, (int64_t)position);
    sql_text(s, &at, a->code);
    sql_text(s, &at, a->name);
    sql_text(s, &at, a->aliases);
    sql_text(s, &at, a->level);
    sql_text(s, &at, a->group);
    sql_text(s, &at, a->parent);
    sql_text(s, &at, a->host);
    sql_text(s, &at, a->deadline);
    return sql_done(store, s, err);
}

int store_agencies_save(struct store *store, int64_t assessment, const struct store_agency *list,
                        size_t n, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store, "DELETE FROM agency WHERE assessment=?", err);
    if (rc == 0) {
        sql_int(s, &at, assessment);
        rc = sql_done(store, s, err);
    }
    for (size_t i = 0; rc == 0 && i < n; i++)
        rc = insert_agency(store, assessment, i, &list[i], err);
    return rc;
}
