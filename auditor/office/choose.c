/* choose.c - see choose.h. */
#include "office/choose.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "document/snapshot.h"
#include "read/kind.h"

/* What decides about a document. */
struct choose_candidate {
    int64_t audit;
    int agency; /* -1: none */
    int rank;   /* rank_of() */
    bool complete;
    enum kind kind;
    struct str published, path;
};

struct choice {
    struct assess_result *result;
    const struct agency_register *agencies;
    int year;
    struct choose_candidate *list;
    size_t n, cap;
    struct arena *arena;
};

/* The class of a document; lower is better. */
enum rank { RANK_OF_YEAR, RANK_OF_NO_YEAR, RANK_UNREADABLE, RANK_NO_REPORT, RANK_OTHER_YEAR };

/* By its kind and the year it is about (0 unknown). */
static int rank_of(struct str kind, int found, int year)
{
    if (str_eq_c(kind, "unreadable"))
        return RANK_UNREADABLE;
    if (!str_eq_c(kind, "annual-report"))
        return RANK_NO_REPORT;
    return found == year ? RANK_OF_YEAR : found == 0 ? RANK_OF_NO_YEAR : RANK_OTHER_YEAR;
}

static void add_path(struct file_list *list, struct str path)
{
    struct strbuf shown = { 0 };
    file_shown(&shown, path);
    file_list_add(list, shown.p);
    strbuf_free(&shown);
}

/* For a person to choose from. */
static void add_near(struct choice *c, const struct store_audit *a)
{
    const struct register_clue clue = { .name = a->agency_name, .path = a->path };
    struct strbuf text = { 0 };
    int near[REGISTER_NEAR];
    if (c->result->unmatched_near.n == ASSESS_NEAR)
        return;
    size_t n = register_near(c->agencies, &clue, near);
    for (size_t i = 0; i < n; i++) {
        const struct agency *agency = &c->agencies->agencies[near[i]];
        strbuf_fmt(&text, "%s%s %s", i ? "; " : "", agency->code.p, agency->name.p);
    }
    file_list_add(&c->result->unmatched_near, text.n ? text.p : "");
    strbuf_free(&text);
}

static void count(struct choice *c, const struct store_audit *a)
{
    struct assess_result *r = c->result;
    enum audit_severity worst = SEVERITY_NONE;
    audit_severity_parse(&worst, a->worst);
    if (worst > r->worst)
        r->worst = worst;
    if (str_eq_c(a->kind, "unreadable")) {
        r->unreadable++;
        add_path(&r->unreadable_paths, a->path);
    } else if (!a->complete && a->agency.n == 0) {
        r->incomplete++; /* of an agency its standing says, which knows what persons gave and signed for */
    }
    if (a->agency.n == 0) {
        r->unmatched++;
        add_path(&r->unmatched_paths, a->path);
        add_near(c, a);
    }
}

static int take(void *user, const struct store_audit *a)
{
    struct choice *c = user;
    count(c, a);
    c->list = mem_grow(c->list, c->n, &c->cap, sizeof *c->list);
    c->list[c->n++] = (struct choose_candidate){
        .audit = a->id,
        .agency = register_by_code(c->agencies, a->agency),
        .rank = rank_of(a->kind, a->year, c->year),
        .complete = a->complete,
        .published = arena_str(c->arena, a->published),
        .kind = kind_by_name(a->path),
        .path = arena_str(c->arena, a->path),
    };
    return 0;
}

static int by_worth(const void *p, const void *q)
{
    const struct choose_candidate *a = p;
    const struct choose_candidate *b = q;
    if (a->agency != b->agency)
        return a->agency < b->agency ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (a->complete != b->complete)
        return a->complete ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    int later = str_cmp(b->published, a->published);
    return later ? later : str_cmp(a->path, b->path);
}

/* By agency and worth: the first of each agency is the one that counts. */
static void sort(struct choose_candidate *list, size_t n)
{
    if (n > 1)
        qsort(list, n, sizeof *list, by_worth);
}

/* A name may say what a file is not: of agencies that have several, what was read counts. */
static int look_closer(struct choice *c, struct store *store, struct error *err)
{
    struct strbuf bytes = { 0 };
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < c->n; i++) {
        struct choose_candidate *one = &c->list[i];
        bool with_before = i > 0 && one->agency == one[-1].agency;
        bool several = with_before || (i + 1 < c->n && one->agency == one[1].agency);
        struct doc *doc = NULL;
        if (one->agency < 0 || !several)
            continue;
        rc = store_result(store, one->audit, NULL, &bytes, err);
        if (rc == 0 && bytes.n > 0 && doc_load(&doc, strbuf_view(&bytes), NULL) == 0)
            one->kind = kind_of_read(doc->format, one->path);
        doc_free(doc);
    }
    strbuf_free(&bytes);
    return rc;
}

static bool is_first(const struct choose_candidate *list, size_t i)
{
    return list[i].agency >= 0 && (i == 0 || list[i].agency != list[i - 1].agency);
}

int choose_documents(struct assess_result *result, struct store *store, int64_t assessment,
                     int year, const struct agency_register *agencies, struct error *err)
{
    struct choice c = { .result = result, .agencies = agencies, .year = year };
    c.arena = arena_new();
    int rc = store_audits(store, assessment, take, &c, err);
    sort(c.list, c.n);
    if (rc == 0)
        rc = look_closer(&c, store, err);
    sort(c.list, c.n);
    size_t found = 0;
    for (size_t i = 0; rc == 0 && i < c.n; i++) {
        bool first = is_first(c.list, i);
        const char *choice = c.list[i].agency < 0 ? "unmatched" : first ? "chosen" : "other";
        found += first;
        result->beside += first && c.list[i].rank >= RANK_NO_REPORT;
        rc = store_choose(store, c.list[i].audit, str_of(choice), err);
    }
    result->agencies = agencies->n;
    result->missing = agencies->n - found;
    free(c.list);
    arena_free(c.arena);
    return rc;
}
