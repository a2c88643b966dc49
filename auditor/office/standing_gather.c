/* standing_gather.c - see standing_gather.h. */
#include "office/standing_gather.h"

#include <stdlib.h>

#include "base/mem.h"
#include "office/standing_gather_inner.h"

struct gathering_year {
    int year;
    int64_t assessment;
};

static int take_earlier(void *user, const struct store_assessment *a)
{
    struct gathering *all = user;
    all->earlier =
        mem_grow(all->earlier, all->earlier_count, &all->earlier_cap, sizeof *all->earlier);
    all->earlier[all->earlier_count++] = (struct gathering_year){ a->year, a->id };
    return 0;
}

static int by_parent(const void *p, const void *q, void *user)
{
    const struct agency_register *reg = user;
    size_t a = *(const size_t *)p;
    size_t b = *(const size_t *)q;
    int order = str_cmp(reg->agencies[a].parent, reg->agencies[b].parent);
    return order ? order : (a > b) - (a < b);
}

static void index_children(struct gathering *all)
{
    all->by_parent = mem_zero(all->agencies->n + 1, sizeof *all->by_parent);
    for (size_t i = 0; i < all->agencies->n; i++)
        if (all->agencies->agencies[i].parent.n)
            all->by_parent[all->child_count++] = i;
    if (all->child_count > 1)
        qsort_r(all->by_parent, all->child_count, sizeof *all->by_parent, by_parent,
                (void *)all->agencies);
}

static size_t first_child(const struct gathering *all, struct str code)
{
    size_t low = 0, high = all->child_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(all->agencies->agencies[all->by_parent[middle]].parent, code) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct keeping {
    struct gathered_report *out;
    struct arena *arena;
};

static int take_stored(void *user, const struct store_chosen *c)
{
    struct keeping *k = user;
    *k->out = (struct gathered_report){ .found = true,
                                        .audit = c->audit,
                                        .document = c->document,
                                        .path = arena_str(k->arena, c->path),
                                        .sha256 = arena_str(k->arena, c->sha256),
                                        .context = arena_str(k->arena, c->context),
                                        .kind = arena_str(k->arena, c->kind),
                                        .year = c->year,
                                        .operational = c->operational };
    return 0;
}

static int take_listed(void *user, const struct store_chosen *c)
{
    struct gathered_list *k = user;
    k->list = mem_grow(k->list, k->n, &k->cap, sizeof *k->list);
    return take_stored(&(struct keeping){ &k->list[k->n++], k->arena }, c);
}

static int take_unread(void *user, const struct store_chosen *c)
{
    return str_eq_c(c->kind, "unreadable") ? take_listed(user, c) : 0;
}

static int find_stored(struct gathered_report *out, const struct gathering *all, int64_t assessment,
                       struct str code, struct arena *arena, struct error *err)
{
    struct keeping keeping = { out, arena };
    *out = (struct gathered_report){ 0 };
    return store_chosen(all->run->store, assessment, code, take_stored, &keeping, err);
}

bool gather_counts(const struct gathered_report *s, int year)
{
    return s->found && str_eq_c(s->kind, "annual-report") && (s->year == 0 || s->year == year);
}

enum dossier_received gathered_received(const struct gathered *gathered, int year)
{
    const struct gathered_report *s = &gathered->own;
    if (!s->found)
        return DOSSIER_NOTHING;
    if (str_eq_c(s->kind, "unreadable"))
        return DOSSIER_UNREADABLE;
    if (!str_eq_c(s->kind, "annual-report"))
        return DOSSIER_OTHER;
    return gather_counts(s, year) ? DOSSIER_REPORT : DOSSIER_OTHER_YEAR;
}

void gather_add(struct gathered *g, const struct gathering *all, struct standing_other other,
                const struct gathered_report *stored)
{
    other.stored = gather_counts(stored, other.year);
    if (other.stored) {
        other.file.source = PIPELINE_SNAPSHOT;
        other.file.label = stored->path;
        other.file.sha256 = stored->sha256;
        other.file.path =
            arena_fmt(g->arena, "%s/%d/%.*s", all->run->inbox, other.year, STR_ARG(stored->path));
    }
    g->others[g->n] = other;
    g->stored[g->n++] = *stored;
}

/* An agency may have been another one then; "" when none, or several, can be named. */
static struct str code_in_year(const struct gathering *all, const struct agency *agency, int year)
{
    const struct agency_register *everybody = all->run->everybody;
    int now = register_by_code(everybody, agency->code);
    int then = now >= 0 ? register_in_year(everybody, now, year) : -1;
    return then >= 0 ? everybody->agencies[then].code : str_of("");
}

static int gather_past(struct gathered *g, const struct gathering *all, struct error *err)
{
    struct gathered_report stored;
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < all->earlier_count; i++) {
        const struct gathering_year *e = &all->earlier[i];
        struct standing_other other = { .role = STANDING_PAST,
                                        .year = e->year,
                                        .code = g->agency->code,
                                        .name = g->agency->name,
                                        .level = g->agency->level };
        struct str code = code_in_year(all, g->agency, e->year);
        if (code.n == 0)
            continue;
        rc = find_stored(&stored, all, e->assessment, code, g->arena, err);
        if (rc == 0 && gather_counts(&stored, e->year))
            gather_add(g, all, other, &stored);
    }
    return rc;
}

static int gather_children(struct gathered *g, const struct gathering *all, size_t first,
                           size_t end, struct error *err)
{
    struct gathered_report stored;
    int rc = 0;
    for (size_t i = first; rc == 0 && i < end; i++) {
        const struct agency *child = &all->agencies->agencies[all->by_parent[i]];
        struct standing_other other = { .role = STANDING_CHILD,
                                        .year = all->run->year,
                                        .code = child->code,
                                        .name = child->name,
                                        .level = child->level };
        rc = find_stored(&stored, all, all->run->assessment, child->code, g->arena, err);
        if (rc == 0)
            gather_add(g, all, other, &stored);
    }
    return rc;
}

/* Others' reports, and what is common stock of this one. */
static int gather_alike(struct gathered *g, const struct gathering *all, size_t agency,
                        struct error *err)
{
    struct gathered_report stored;
    int rc = 0;
    for (size_t i = all->alike.pair_first[agency]; rc == 0 && i < all->alike.pair_first[agency + 1];
         i++) {
        const struct agency *other = &all->agencies->agencies[all->alike.pairs[i].b];
        struct standing_other job = { .role = STANDING_ALIKE,
                                      .year = all->run->year,
                                      .code = other->code,
                                      .name = other->name,
                                      .level = other->level };
        rc = find_stored(&stored, all, all->run->assessment, other->code, g->arena, err);
        if (rc == 0)
            gather_add(g, all, job, &stored);
    }
    if (all->alike.marks[agency])
        alike_stock(&g->stock, &g->stock_count, &all->alike, agency);
    return rc;
}

static int take_decision(void *user, const struct store_decision *d)
{
    struct gathered *g = user;
    struct store_decision own = { .id = d->id, .year = d->year };
    if (str_eq_c(d->kind, "notice")) /* changes no result */
        return 0;
    const struct str from[] = { d->rule,   d->fingerprint, d->evidence, d->kind,
                                d->person, d->made_at,     d->reason,   d->number,
                                d->expiry, d->subject,     d->value,    d->hash };
    struct str *const to[] = { &own.rule,   &own.fingerprint, &own.evidence, &own.kind,
                               &own.person, &own.made_at,     &own.reason,   &own.number,
                               &own.expiry, &own.subject,     &own.value,    &own.hash };
    for (size_t i = 0; i < sizeof from / sizeof *from; i++)
        *to[i] = arena_str(g->arena, from[i]);
    g->decisions =
        mem_grow(g->decisions, g->decision_count, &g->decision_cap, sizeof *g->decisions);
    g->decisions[g->decision_count++] = own;
    return 0;
}

static int take_item(void *user, const struct store_item *item)
{
    struct gathered *g = user;
    struct store_item own = { .year = item->year, .returns = item->returns };
    const struct str from[] = {
        item->rule,     item->fingerprint, item->severity,  item->found_on,
        item->found_in, item->state,       item->closed_on, item->closed_in
    };
    struct str *const to[] = { &own.rule,     &own.fingerprint, &own.severity,  &own.found_on,
                               &own.found_in, &own.state,       &own.closed_on, &own.closed_in };
    for (size_t i = 0; i < sizeof from / sizeof *from; i++)
        *to[i] = arena_str(g->arena, from[i]);
    g->items = mem_grow(g->items, g->item_count, &g->item_cap, sizeof *g->items);
    g->items[g->item_count++] = own;
    return 0;
}

static int gather_persons(struct gathered *g, const struct gathering *all, struct error *err)
{
    const struct standing_run *run = all->run;
    int rc = store_decisions(run->store, run->year, g->agency->code, take_decision, g, err);
    if (rc == 0)
        rc = store_items(run->store, run->year, g->agency->code, take_item, g, err);
    return rc;
}

int gather_agency(struct gathered *g, const struct gathering *all, size_t agency, struct error *err)
{
    g->agency = &all->agencies->agencies[agency];
    g->arena = arena_new();
    size_t first = first_child(all, g->agency->code);
    size_t end = first;
    while (end < all->child_count &&
           str_eq(all->agencies->agencies[all->by_parent[end]].parent, g->agency->code))
        end++;
    struct gathered_list lost = { .arena = g->arena };
    int rc =
        store_lost(all->run->store, all->run->assessment, g->agency->code, take_listed, &lost, err);
    size_t room = all->earlier_count + (end - first) + lost.n + all->unread_count;
    room += 2; /* and what it said before */
    room += all->alike.pair_first[agency + 1] - all->alike.pair_first[agency];
    g->others = mem_zero(room, sizeof *g->others);
    g->stored = mem_zero(room, sizeof *g->stored);
    if (rc == 0)
        rc = find_stored(&g->own, all, all->run->assessment, g->agency->code, g->arena, err);
    if (rc == 0)
        rc = gather_past(g, all, err);
    if (rc == 0)
        rc = gather_children(g, all, first, end, err);
    if (rc == 0)
        rc = gather_persons(g, all, err);
    if (rc == 0)
        rc = gather_carriers(g, all, &lost, err);
    free(lost.list);
    return rc ? rc : gather_alike(g, all, agency, err);
}

void gathered_free(struct gathered *g)
{
    free(g->others);
    free(g->stock);
    free(g->decisions);
    free(g->items);
    free(g->stored);
    arena_free(g->arena);
}

static int find_unread(struct gathering *all, struct error *err)
{
    all->arena = arena_new();
    struct gathered_list found = { .arena = all->arena };
    int rc = store_unmatched(all->run->store, all->run->assessment, take_unread, &found, err);
    all->unread = found.list;
    all->unread_count = found.n;
    return rc;
}

int gather_open(struct gathering *all, const struct standing_run *run, struct error *err)
{
    *all = (struct gathering){ .run = run, .agencies = run->pipeline->agencies };
    int rc = store_assessments_before(run->store, run->year, take_earlier, all, err);
    if (rc == 0)
        index_children(all);
    if (rc == 0)
        rc = find_unread(all, err);
    return rc ? rc : alike_open(&all->alike, run->store, run->assessment, all->agencies, err);
}

void gather_close(struct gathering *all)
{
    free(all->earlier);
    free(all->by_parent);
    free(all->unread);
    if (all->arena)
        arena_free(all->arena);
    if (all->alike.agencies)
        alike_close(&all->alike);
}
