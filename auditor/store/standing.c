/* standing.c - what holds for an agency as a whole, written and read; see store.h. */
#include "store/internal.h"

struct chosen_reader {
    int (*row)(void *user, const struct store_chosen *chosen);
    void *user;
};

static int chosen_row(void *user, sqlite3_stmt *s)
{
    struct chosen_reader *r = user;
    struct store_chosen c = { 0 };
    int at = 0;
    c.audit = sql_column_int(s, &at);
    c.document = sql_column_int(s, &at);
    c.path = sql_column_text(s, &at);
    c.sha256 = sql_column_text(s, &at);
    c.context = sql_column_text(s, &at);
    c.kind = sql_column_text(s, &at);
    c.year = (int)sql_column_int(s, &at);
    c.operational = sql_column_int(s, &at);
    c.has_snapshot = sql_column_int(s, &at);
    return r->row(r->user, &c);
}

static int of_choice(struct store *store, int64_t assessment, struct str agency, const char *choice,
                     struct chosen_reader *reader, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "SELECT a.id, d.id, d.path, a.sha256, context, kind, a.year, operational,"
                         " typeof(snapshot)<>'null' FROM audit a JOIN document d ON d.id=a.document"
                         " WHERE a.assessment=? AND a.agency IS NULLIF(?,'') AND a.choice=?"
                         " ORDER BY d.path",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    sql_text(s, &at, agency);
    sql_text(s, &at, str_of(choice));
    return sql_each(store, s, chosen_row, reader, err);
}

int store_chosen(struct store *store, int64_t assessment, struct str agency,
                 int (*row)(void *user, const struct store_chosen *chosen), void *user,
                 struct error *err)
{
    return of_choice(store, assessment, agency, "chosen", &(struct chosen_reader){ row, user },
                     err);
}

int store_lost(struct store *store, int64_t assessment, struct str agency,
               int (*row)(void *user, const struct store_chosen *lost), void *user,
               struct error *err)
{
    return of_choice(store, assessment, agency, "other", &(struct chosen_reader){ row, user }, err);
}

int store_unmatched(struct store *store, int64_t assessment,
                    int (*row)(void *user, const struct store_chosen *unmatched), void *user,
                    struct error *err)
{
    return of_choice(store, assessment, STR(""), "unmatched", &(struct chosen_reader){ row, user },
                     err);
}

struct marks_reader {
    int (*row)(void *user, const struct store_marks *marks);
    void *user;
};

static int marks_row(void *user, sqlite3_stmt *s)
{
    const struct marks_reader *r = user;
    struct store_marks m = { 0 };
    int at = 0;
    m.document = sql_column_int(s, &at);
    m.agency = sql_column_text(s, &at);
    m.marks = sql_column_text(s, &at);
    return r->row(r->user, &m);
}

int store_marks(struct store *store, int64_t assessment,
                int (*row)(void *user, const struct store_marks *marks), void *user,
                struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc =
        sql_prepare(&s, store,
                    "SELECT d.id, a.agency, d.marks FROM audit a JOIN document d ON d.id=a.document"
                    " WHERE a.assessment=? AND a.choice='chosen' AND a.kind='annual-report'"
                    " AND d.marks IS NOT NULL ORDER BY a.agency",
                    err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    return sql_each(store, s, marks_row, &(struct marks_reader){ row, user }, err);
}

static int drop_standing(struct store *store, int64_t assessment, struct str agency,
                         struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store, "DELETE FROM standing WHERE assessment=? AND agency=?", err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    sql_text(s, &at, agency);
    return sql_done(store, s, err);
}

static int insert_standing(struct store *store, int64_t assessment,
                           const struct store_standing *standing, int64_t *id, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(
        &s, store,
        "INSERT INTO standing (assessment, agency, audit, context, path, sha256, operational, kind,"
        " level, agency_name, form, published, year, problem, scored, score, low, high, max,"
        " grade_zh, grade_en, complete, vetoed, open, open_blocking, worst, findings, result)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING id",
        err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    sql_text(s, &at, standing->agency.code);
    if (standing->audit)
        sql_int(s, &at, standing->audit);
    else
        sqlite3_bind_null(s, ++at);
    sql_text(s, &at, standing->context);
    sql_text(s, &at, standing->verdict.path);
    sql_text(s, &at, standing->verdict.sha256);
    sql_int(s, &at, standing->verdict.operational);
    verdict_bind(s, &at, &standing->verdict);
    return sql_each(store, s, sql_take_int, id, err);
}

int store_standing_save(struct store *store, int64_t assessment,
                        const struct store_standing *standing, struct error *err)
{
    int64_t id = 0;
    int rc = drop_standing(store, assessment, standing->agency.code, err);
    if (rc == 0)
        rc = insert_standing(store, assessment, standing, &id, err);
    if (rc == 0)
        rc = findings_insert(store, "INSERT INTO standing_finding VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                             id, &standing->verdict, err);
    return rc;
}

static int take_text(void *user, sqlite3_stmt *s)
{
    int at = 0;
    strbuf_str(user, sql_column_text(s, &at));
    return 0;
}

int store_standing_context(struct store *store, int64_t assessment, struct str agency,
                           struct strbuf *out, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    strbuf_clear(out);
    int rc = sql_prepare(&s, store,
                         "SELECT context FROM standing WHERE assessment=? AND agency=?"
                         " AND NOT operational",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    sql_text(s, &at, agency);
    return sql_each(store, s, take_text, out, err);
}

int store_standings_prune(struct store *store, int64_t assessment, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "DELETE FROM standing WHERE assessment=?1 AND agency NOT IN"
                         " (SELECT code FROM agency WHERE assessment=?1)",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    return sql_done(store, s, err);
}

struct standing_reader {
    int (*row)(void *user, const struct store_standing *s);
    void *user;
};

static int standing_row(void *user, sqlite3_stmt *s)
{
    struct standing_reader *r = user;
    struct store_standing out = { 0 };
    struct store_audit *v = &out.verdict;
    int at = 0;
    out.id = sql_column_int(s, &at);
    out.agency.code = sql_column_text(s, &at);
    out.agency.name = sql_column_text(s, &at);
    out.agency.level = sql_column_text(s, &at);
    out.agency.group = sql_column_text(s, &at);
    out.agency.parent = sql_column_text(s, &at);
    out.audit = sql_column_int(s, &at);
    out.context = sql_column_text(s, &at);
    v->path = sql_column_text(s, &at);
    v->sha256 = sql_column_text(s, &at);
    v->operational = sql_column_int(s, &at);
    verdict_read(v, s, &at);
    return r->row(r->user, &out);
}

#define STANDING_COLUMNS                                                                           \
    "SELECT s.id, g.code, g.name, g.level, g.grouping, g.parent, coalesce(audit, 0), context,"     \
    " path, sha256, operational, kind, s.level, agency_name, form, published, year, problem,"      \
    " scored, score, low, high, max, grade_zh, grade_en, complete, vetoed, open,"                  \
    " open_blocking, worst, findings"

int store_standings(struct store *store, int64_t assessment, struct str agency,
                    int (*row)(void *user, const struct store_standing *s), void *user,
                    struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         STANDING_COLUMNS
                         " FROM agency g JOIN standing s ON s.assessment=g.assessment"
                         " AND s.agency=g.code"
                         " WHERE g.assessment=?1 AND (?2='' OR g.code=?2) ORDER BY g.position",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, assessment);
    sql_text(s, &at, agency);
    return sql_each(store, s, standing_row, &(struct standing_reader){ row, user }, err);
}

int store_standing_read(struct store *store, int64_t standing,
                        int (*row)(void *user, const struct store_standing *s), void *user,
                        struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc =
        sql_prepare(&s, store,
                    STANDING_COLUMNS " FROM standing s JOIN agency g ON g.assessment=s.assessment"
                                     " AND g.code=s.agency WHERE s.id=?",
                    err);
    if (rc)
        return rc;
    sql_int(s, &at, standing);
    return sql_each(store, s, standing_row, &(struct standing_reader){ row, user }, err);
}

struct loss_reader {
    int (*row)(void *user, const struct store_loss *loss);
    void *user;
};

static int loss_row(void *user, sqlite3_stmt *s)
{
    struct loss_reader *r = user;
    struct store_loss loss = { 0 };
    int at = 0;
    loss.rule = sql_column_text(s, &at);
    loss.severity = sql_column_text(s, &at);
    loss.count = (size_t)sql_column_int(s, &at);
    loss.deduction = sql_column_int(s, &at);
    return r->row(r->user, &loss);
}

int store_standing_losses(struct store *store, int64_t standing,
                          int (*row)(void *user, const struct store_loss *loss), void *user,
                          struct error *err)
{
    sqlite3_stmt *s = NULL;
    int at = 0;
    int rc = sql_prepare(&s, store,
                         "SELECT rule, severity, count(*), sum(deduction) FROM standing_finding"
                         " WHERE standing=? AND NOT caused GROUP BY rule, severity"
                         " ORDER BY rule, severity",
                         err);
    if (rc)
        return rc;
    sql_int(s, &at, standing);
    return sql_each(store, s, loss_row, &(struct loss_reader){ row, user }, err);
}
