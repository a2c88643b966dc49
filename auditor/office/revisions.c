/* revisions.c - see revisions.h. */
#include "office/revisions.h"

struct past {
    struct store *store;
    struct strbuf bytes; /* the last content that is still there */
    struct store_revision last, kept;
    struct arena *arena;
    struct error *err;
    size_t n;
};

static int take(void *user, const struct store_revision *r)
{
    struct past *past = user;
    past->n++;
    past->last = (struct store_revision){ .year = r->year,
                                          .path = arena_str(past->arena, r->path),
                                          .published = arena_str(past->arena, r->published),
                                          .sha256 = arena_str(past->arena, r->sha256) };
    return 0;
}

static int take_kept(void *user, const struct store_revision *r)
{
    struct past *past = user;
    struct strbuf bytes = { 0 };
    int rc = r->sha256.n ? store_revision_snapshot(past->store, r, &bytes, past->err) : 0;
    if (rc == 0 && bytes.n) {
        struct strbuf before = past->bytes;
        past->bytes = bytes;
        bytes = before;
        past->kept = (struct store_revision){ .path = arena_str(past->arena, r->path),
                                              .sha256 = arena_str(past->arena, r->sha256) };
    }
    strbuf_free(&bytes);
    return rc;
}

int revisions_former(struct standing_other *out, bool *found, struct store *store, int year,
                     const struct agency *agency, struct str sha256, struct arena *arena,
                     struct error *err)
{
    struct past past = { .store = store, .arena = arena, .err = err };
    *found = false;
    int rc = store_revisions(store, year, agency->code, take, &past, err);
    if (rc == 0 && past.n && sha256.n && !str_eq(past.last.sha256, sha256))
        rc = store_revisions(store, year, agency->code, take_kept, &past, err);
    if (rc == 0 && past.bytes.n) {
        *found = true;
        *out = (struct standing_other){ .role = STANDING_FORMER,
                                        .year = year,
                                        .code = agency->code,
                                        .name = agency->name,
                                        .level = agency->level,
                                        .stored = true };
        out->file = (struct pipeline_job){ .source = PIPELINE_SNAPSHOT,
                                           .label = past.kept.path,
                                           .sha256 = past.kept.sha256,
                                           .bytes = arena_str(arena, strbuf_view(&past.bytes)) };
    }
    strbuf_free(&past.bytes);
    return rc;
}

static int take_date(void *user, const struct store_revision *r)
{
    if (r->published.n)
        strbuf_fmt(user, "%.*s ", STR_ARG(r->published));
    return 0;
}

int revisions_dates(struct strbuf *out, struct store *store, int year, struct str agency,
                    struct error *err)
{
    return store_revisions(store, year, agency, take_date, out, err);
}

/* Days are compared as texts: YYYY-MM-DD. */
static enum revision_kind kind_of(const struct past *past, const struct store_revision *r)
{
    if (past->n == 0 || str_has(r->changes, "\"total\":0}"))
        return REVISION_NONE;
    bool back =
        r->published.n && past->last.published.n && str_cmp(r->published, past->last.published) < 0;
    return back ? REVISION_DATED_BACK : REVISION_CHANGED;
}

int revisions_follow(enum revision_kind *kind, struct store *store, struct str agency,
                     const struct standing_job *job, const struct pipeline_output *out,
                     struct error *err)
{
    char today[DATE_LENGTH + 1];
    struct past past = { .arena = arena_new() };
    bool there = job->file.sha256.n > 0;
    *kind = REVISION_NONE;
    date_write(today, job->today);
    int rc = store_revisions(store, job->year, agency, take, &past, err);
    bool same = past.n ? str_eq(past.last.sha256, job->file.sha256) : !there;
    if (rc == 0 && !same && !out->operational) {
        struct store_revision r = { .year = job->year,
                                    .agency = agency,
                                    .seen_on = str_of(today),
                                    .path = there ? job->file.label : str_of(""),
                                    .sha256 = job->file.sha256,
                                    .published = out->published,
                                    .changes = out->changes.n ? out->changes : STR("null") };
        rc = store_revision_add(store, &r, err);
        *kind = kind_of(&past, &r);
    }
    arena_free(past.arena);
    return rc;
}

struct counting {
    struct revisions_counts *out;
    struct past past; /* the content before, of the same agency */
    struct strbuf agency;
};

static int count(void *user, const struct store_revision *r)
{
    struct counting *c = user;
    if (!str_eq(strbuf_view(&c->agency), r->agency)) {
        strbuf_clear(&c->agency);
        strbuf_str(&c->agency, r->agency);
        c->past.n = 0;
    }
    enum revision_kind kind = kind_of(&c->past, r);
    c->out->changed += kind != REVISION_NONE;
    c->out->dated_back += kind == REVISION_DATED_BACK;
    return take(&c->past, r);
}

int revisions_count(struct revisions_counts *out, struct store *store, int year, struct error *err)
{
    struct counting c = { .out = out, .past = { .arena = arena_new() } };
    *out = (struct revisions_counts){ 0 };
    int rc = store_revisions(store, year, str_of(""), count, &c, err);
    arena_free(c.past.arena);
    strbuf_free(&c.agency);
    return rc;
}
