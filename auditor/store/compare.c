/* compare.c - see compare.h. */
#include "store/compare.h"

#include "store/internal.h"

int store_assessments(struct store *store, int year,
                      int (*row)(void *user, const struct store_assessment *a), void *user,
                      struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "SELECT id, year, profile, profile_digest, rules_digest, version, state,"
                         " finished_at FROM assessment WHERE year=? AND state='done'"
                         " ORDER BY serial DESC",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, year);
    return assessments_each(store, s, row, user, err);
}

struct year_reader {
    int (*row)(void *user, int year);
    void *user;
};

static int year_row(void *user, sqlite3_stmt *s)
{
    struct year_reader *r = user;
    return r->row(r->user, sqlite3_column_int(s, 0));
}

int store_years(struct store *store, int (*row)(void *user, int year), void *user,
                struct error *err)
{
    sqlite3_stmt *s = NULL;
    int rc = sql_prepare(
        &s, store, "SELECT DISTINCT year FROM assessment WHERE state='done' ORDER BY year", err);
    return rc ? rc : sql_each(store, s, year_row, &(struct year_reader){ row, user }, err);
}

struct finding_reader {
    int (*row)(void *user, const struct store_finding *f);
    void *user;
};

static int finding_row(void *user, sqlite3_stmt *s)
{
    struct finding_reader *r = user;
    struct store_finding f = { 0 };
    int at = 0;
    f.rule = sql_column_text(s, &at);
    f.severity = sql_column_text(s, &at);
    f.fingerprint = sql_column_text(s, &at);
    f.section = sql_column_text(s, &at);
    f.table = sql_column_text(s, &at);
    f.row = sql_column_text(s, &at);
    f.column = sql_column_text(s, &at);
    f.line = (uint32_t)sql_column_int(s, &at);
    f.caused = sql_column_int(s, &at);
    f.deduction = sql_column_int(s, &at);
    return r->row(r->user, &f);
}

int store_standing_findings(struct store *store, int64_t standing,
                            int (*row)(void *user, const struct store_finding *f), void *user,
                            struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "SELECT rule, severity, fingerprint, section, tbl, row, col, line, caused,"
                         " deduction FROM standing_finding WHERE standing=? ORDER BY position",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, standing);
    return sql_each(store, s, finding_row, &(struct finding_reader){ row, user }, err);
}

struct loss_reader {
    int (*row)(void *user, int64_t standing, const struct store_loss *loss);
    void *user;
};

static int loss_row(void *user, sqlite3_stmt *s)
{
    struct loss_reader *r = user;
    struct store_loss loss = { .count = 1 };
    int at = 0;
    int64_t standing = sql_column_int(s, &at);
    loss.rule = sql_column_text(s, &at);
    loss.severity = sql_column_text(s, &at);
    loss.deduction = sql_column_int(s, &at);
    return r->row(r->user, standing, &loss);
}

int store_assessment_losses(struct store *store, int64_t assessment,
                            int (*row)(void *user, int64_t standing, const struct store_loss *loss),
                            void *user, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "SELECT t.id, f.rule, f.severity, f.deduction FROM standing t"
                         " CROSS JOIN standing_finding f ON f.standing=t.id"
                         " WHERE t.assessment=? AND NOT f.caused ORDER BY t.agency",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    return sql_each(store, s, loss_row, &(struct loss_reader){ row, user }, err);
}

struct rule_reader {
    int (*row)(void *user, struct str rule, size_t agencies);
    void *user;
};

static int rule_row(void *user, sqlite3_stmt *s)
{
    struct rule_reader *r = user;
    int at = 0;
    struct str rule = sql_column_text(s, &at);
    return r->row(r->user, rule, (size_t)sql_column_int(s, &at));
}

int store_standing_failing(struct store *store, int64_t assessment,
                           int (*row)(void *user, struct str rule, size_t agencies), void *user,
                           struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "SELECT rule, count(DISTINCT standing) FROM standing_finding f"
                         " JOIN standing t ON t.id=f.standing WHERE assessment=? AND NOT caused"
                         " GROUP BY rule ORDER BY rule",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    return sql_each(store, s, rule_row, &(struct rule_reader){ row, user }, err);
}
