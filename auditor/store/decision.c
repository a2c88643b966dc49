/* decision.c - see decision.h. */
#include "store/decision.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "store/internal.h"

static void digest_number(struct digest *d, int64_t value)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRId64, value);
    digest_field(d, str_of(text));
}

static void hash_of(char hex[DIGEST_HEX], const struct store_decision *d, struct str previous)
{
    const struct str fields[] = { d->agency,  d->rule,    d->fingerprint, d->evidence, d->kind,
                                  d->person,  d->made_at, d->reason,      d->number,   d->expiry,
                                  d->subject, d->value,   previous };
    struct digest *digest = digest_new();
    digest_number(digest, d->id);
    digest_number(digest, d->year);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        digest_field(digest, fields[i]);
    digest_end(digest, hex);
}

struct last {
    int64_t id;
    char hash[DIGEST_HEX];
};

static int take_last(void *user, sqlite3_stmt *s)
{
    struct last *last = user;
    int at = 0;
    last->id = sql_column_int(s, &at);
    struct str hash = sql_column_text(s, &at);
    snprintf(last->hash, sizeof last->hash, "%.*s", STR_ARG(hash));
    return 0;
}

static int mark_stale(struct store *store, const struct store_decision *d, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "UPDATE standing SET context='' WHERE agency=? AND assessment IN"
                         " (SELECT id FROM assessment WHERE year=?)",
                         err);
    if (rc)
        return rc;
    sql_text(s, &at, d->agency);
    sql_int(s, &at, d->year);
    return sql_done(store, s, err);
}

static int insert(struct store *store, const struct store_decision *d, const struct last *last,
                  struct error *err)
{
    char hash[DIGEST_HEX];
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc =
        sql_prepare(&s, store,
                    "INSERT INTO decision (id, year, agency, rule, fingerprint, evidence, kind,"
                    " person, made_at, reason, number, expiry, subject, value, previous, hash)"
                    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                    err);
    if (rc)
        return rc;
    hash_of(hash, d, str_of(last->hash));
    sql_int(s, &at, d->id);
    sql_int(s, &at, d->year);
    const struct str fields[] = { d->agency,          d->rule,     d->fingerprint,
                                  d->evidence,        d->kind,     d->person,
                                  d->made_at,         d->reason,   d->number,
                                  d->expiry,          d->subject,  d->value,
                                  str_of(last->hash), str_of(hash) };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        sql_text(s, &at, fields[i]);
    return sql_done(store, s, err);
}

int store_decision_add(struct store *store, struct store_decision *d, struct error *err)
{
    struct last last = { 0 };
    sqlite3_stmt *s = NULL;
    int rc = sql_prepare(&s, store, "SELECT id, hash FROM decision ORDER BY id DESC LIMIT 1", err);
    if (rc == 0)
        rc = sql_each(store, s, take_last, &last, err);
    d->id = last.id + 1;
    if (rc == 0)
        rc = insert(store, d, &last, err);
    return rc || str_eq_c(d->kind, "notice") ? rc : mark_stale(store, d, err);
}

struct decision_reader {
    int (*row)(void *user, const struct store_decision *d);
    void *user;
};

static int decision_row(void *user, sqlite3_stmt *s)
{
    struct decision_reader *r = user;
    struct store_decision d = { 0 };
    int at = 0;
    d.id = sql_column_int(s, &at);
    d.year = (int)sql_column_int(s, &at);
    struct str *const fields[] = { &d.agency,  &d.rule,    &d.fingerprint, &d.evidence, &d.kind,
                                   &d.person,  &d.made_at, &d.reason,      &d.number,   &d.expiry,
                                   &d.subject, &d.value,   &d.previous,    &d.hash };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        *fields[i] = sql_column_text(s, &at);
    return r->row(r->user, &d);
}

int store_decisions(struct store *store, int year, struct str agency,
                    int (*row)(void *user, const struct store_decision *d), void *user,
                    struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         year && agency.n
                             ? "SELECT * FROM decision WHERE year=?1 AND agency=?2 ORDER BY id"
                             : "SELECT * FROM decision WHERE (?1=0 OR year=?1)"
                               " AND (?2='' OR agency=?2) ORDER BY id",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, year);
    sql_text(s, &at, agency);
    return sql_each(store, s, decision_row, &(struct decision_reader){ row, user }, err);
}

struct chain {
    struct store *store;
    struct error *err;
    struct last last;
};

static int check_link(void *user, const struct store_decision *d)
{
    struct chain *chain = user;
    char hash[DIGEST_HEX];
    hash_of(hash, d, str_of(chain->last.hash));
    bool whole = d->id == chain->last.id + 1 && str_eq_c(d->previous, chain->last.hash) &&
                 str_eq_c(d->hash, hash);
    if (!whole)
        return error_set(
            chain->err, ERR_DATABASE,
            tr("数据库 %s：第 %" PRId64 " 条决定与记录时不符（校验链在此断开）：请从备份恢复",
               "database %s: decision %" PRId64
               " is not what was recorded (the chain breaks here): restore a backup"),
            chain->store->path, d->id == chain->last.id + 1 ? d->id : chain->last.id + 1);
    chain->last.id = d->id;
    memcpy(chain->last.hash, hash, DIGEST_HEX);
    return 0;
}

int store_decisions_verify(struct store *store, struct error *err)
{
    struct chain chain = { .store = store, .err = err };
    return store_decisions(store, 0, str_of(""), check_link, &chain, err);
}

static int take_count(void *user, sqlite3_stmt *s)
{
    *(size_t *)user = (size_t)sqlite3_column_int64(s, 0);
    return 0;
}

int store_stale(size_t *out, struct store *store, int64_t assessment, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "SELECT count(*) FROM standing WHERE assessment=? AND context=''", err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    return sql_each(store, s, take_count, out, err);
}
