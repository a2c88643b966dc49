/* rehearse.c - assesses a copy of the office's year, and lays it beside what is there; see rehearse.h. */
#include "author/rehearse.h"

#include <stdlib.h>

#include "author/rehearse_side.h"
#include "base/mem.h"
#include "office/assess.h"
#include "store/backup.h"

struct rehearse {
    const struct office *office;
    const struct rehearse_options *options;
    struct store *stored, *copy;
    struct rehearse_side before, after;
    struct rehearse_document *documents;
    struct rehearse_agency *agencies;
    size_t n, agency_count;
    struct arena *arena;
};

static int read_side(struct rehearse *r, struct rehearse_side *out, struct store *store,
                     const struct setup *setup, struct error *err)
{
    struct rehearse_source from = { store, setup, r->office, r->options->year };
    return rehearse_side_read(out, &from, r->arena, err);
}

/* What `assess` would make of what is stored. *again: anything at all was judged. */
static int judge(struct rehearse *r, struct setup *setup, bool *again, struct error *err)
{
    struct assess_result done = { 0 };
    struct assess_options todo = { .year = r->options->year,
                                   .workers = r->options->workers,
                                   .copy = r->copy };
    int rc = assess_year(&done, r->office, setup, &todo, err);
    *again = done.audited + done.rejudged + done.standings > 0;
    assess_result_free(&done);
    return rc;
}

static int both_sides(struct rehearse *r, struct rehearsal *out, struct setup *now,
                      struct setup *changed, struct error *err)
{
    bool again = false;
    int rc = 0;
    if (changed) {
        rc = judge(r, now, &out->rejudged, err);
        if (rc == 0)
            rc = read_side(r, &r->before, r->copy, now, err);
        r->before.judge.stored = !out->rejudged;
    } else {
        rc = read_side(r, &r->before, r->stored, now, err);
        r->before.judge.stored = true;
    }
    if (rc == 0)
        rc = judge(r, changed ? changed : now, &again, err);
    return rc ? rc : read_side(r, &r->after, r->copy, changed ? changed : now, err);
}

static const struct rehearse_item *same_item(const struct rehearse_side *side,
                                             const struct rehearse_item *item)
{
    for (size_t i = 0; i < side->n; i++) {
        const struct rehearse_item *other = &side->items[i];
        if (other->standing == item->standing &&
            (item->standing ? str_eq(other->code, item->code) : str_eq(other->path, item->path)))
            return other;
    }
    return NULL;
}

static struct rehearse_agency *agency_of(struct rehearse_agency *list, size_t n, struct str code)
{
    for (size_t i = 0; code.n && i < n; i++)
        if (str_eq(list[i].code, code))
            return &list[i];
    return NULL;
}

/* Of both sides: the register may have changed since. */
static void pair_agencies(struct rehearse *r)
{
    const struct rehearse_side *before = &r->before;
    const struct rehearse_side *after = &r->after;
    r->agencies = mem_zero(before->agency_count + after->agency_count + 1, sizeof *r->agencies);
    for (size_t i = 0; i < after->agency_count; i++)
        r->agencies[r->agency_count++] = after->agencies[i];
    for (size_t i = 0; i < before->agency_count; i++) {
        const struct rehearse_agency *was = &before->agencies[i];
        struct rehearse_agency *is = agency_of(r->agencies, r->agency_count, was->code);
        if (!is) {
            is = &r->agencies[r->agency_count++];
            *is = (struct rehearse_agency){ .code = was->code,
                                            .name = was->name,
                                            .group = was->group };
        }
        is->before = was->after;
    }
}

/* Why nothing can be laid beside what was found before; "" when it was judged. */
static struct str lost_of(const struct rehearse_item *before, const struct rehearse_item *after)
{
    if (!str_eq_c(after->verdict.kind, "unreadable"))
        return str_of("");
    return before->operational || after->operational ? after->problem : STR("unreadable");
}

static void add_pair(struct rehearse *r, const struct rehearse_item *before,
                     const struct rehearse_item *after)
{
    static const struct rehearse_item nothing = { .verdict.kind = { "missing", 7 } };
    const struct rehearse_item *is = after ? after : &nothing;
    const struct rehearse_item *was = before ? before : &nothing;
    const struct rehearse_item *named = after ? after : before;
    struct rehearse_agency *agency = agency_of(r->agencies, r->agency_count, named->code);
    struct rehearse_document *d = &r->documents[r->n++];
    struct strbuf shown = { 0 };
    *d = (struct rehearse_document){ .code = named->code,
                                     .agency = agency ? agency->name : str_of(""),
                                     .path = is->path.n ? is->path : was->path,
                                     .lost = lost_of(was, is),
                                     .before = was->verdict,
                                     .after = is->verdict };
    file_shown(&shown, d->path);
    d->shown = arena_str(r->arena, strbuf_view(&shown));
    strbuf_free(&shown);
    if (d->lost.n)
        d->after = d->before; /* it stays as it is */
    if (d->lost.n && agency && named->standing)
        agency->after = agency->before;
}

/* By path; agencies without a report stand behind. */
static int by_path(const void *p, const void *q)
{
    const struct rehearse_document *a = p;
    const struct rehearse_document *b = q;
    if (!a->path.n != !b->path.n)
        return a->path.n ? -1 : 1;
    int order = str_cmp(a->path, b->path);
    return order ? order : str_cmp(a->code, b->code);
}

/* A file that counts on one side only is shown by its agency. */
static void pair_items(struct rehearse *r)
{
    const struct rehearse_side *before = &r->before;
    const struct rehearse_side *after = &r->after;
    r->documents = mem_zero(before->n + after->n + 1, sizeof *r->documents);
    for (size_t i = 0; i < after->n; i++) {
        const struct rehearse_item *was = same_item(before, &after->items[i]);
        if (was || after->items[i].standing)
            add_pair(r, was, &after->items[i]);
    }
    for (size_t i = 0; i < before->n; i++)
        if (before->items[i].standing && !same_item(after, &before->items[i]))
            add_pair(r, &before->items[i], NULL);
    if (r->n > 1)
        qsort(r->documents, r->n, sizeof *r->documents, by_path);
}

static void compare(struct rehearse *r, struct rehearsal *out)
{
    pair_agencies(r);
    pair_items(r);
    for (size_t i = 0; i < r->agency_count; i++)
        rehearse_rank_compare(&r->agencies[i]);
    struct rehearse_world world = { .options = r->options,
                                    .agencies = r->agencies,
                                    .agency_count = r->agency_count,
                                    .documents = r->documents,
                                    .n = r->n,
                                    .before = r->before.judge,
                                    .after = r->after.judge,
                                    .office = r->office->name };
    rehearse_model(out, &world);
}

int rehearse_run(struct rehearsal *out, const struct office *office, struct setup *setup,
                 struct store *store, const struct rehearse_options *options, struct error *err)
{
    struct rehearse r = {
        .office = office, .options = options, .stored = store, .arena = arena_new()
    };
    struct setup *changed = NULL;
    int rc = 0;
    *out = (struct rehearsal){ 0 };
    if (options->rules || options->profile)
        rc = office_setup_as(
            &changed, office, options->rules,
            options->profile ? options->profile : office_profile(office, options->year), err);
    if (rc == 0)
        setup_warn(changed ? changed : setup);
    if (rc == 0)
        rc = store_hold(store, err);
    if (rc == 0)
        rc = store_copy(&r.copy, store, err);
    if (rc == 0)
        rc = both_sides(&r, out, setup, changed, err);
    if (rc == 0)
        compare(&r, out);
    store_close(r.copy);
    setup_free(changed);
    rehearse_side_free(&r.before);
    rehearse_side_free(&r.after);
    free(r.documents);
    free(r.agencies);
    arena_free(r.arena);
    return rc;
}

void rehearse_free(struct rehearsal *rehearsal)
{
    cJSON_Delete(rehearsal->model);
    rehearsal->model = NULL;
}
