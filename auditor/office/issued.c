/* issued.c - see issued.h. */
#include "office/issued.h"

#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"
#include "base/mem.h"
#include "office/decided.h"

/* Recording */

static void asked_for(struct strbuf *out, const cJSON *notice)
{
    const cJSON *item;
    struct json j;
    json_start(&j, out);
    json_array(&j);
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(notice, "items")) {
        json_array(&j);
        json_c(&j, json_string(item, "rule"));
        json_c(&j, json_string(item, "fingerprint"));
        json_end_array(&j);
    }
    json_end_array(&j);
}

struct repeat {
    const struct store_decision *notice;
    bool known;
};

static int compare_last(void *user, const struct store_decision *d)
{
    struct repeat *r = user;
    if (str_eq_c(d->kind, "notice"))
        r->known = str_eq(d->number, r->notice->number) && str_eq(d->expiry, r->notice->expiry) &&
                   str_eq(d->value, r->notice->value) && str_eq(d->reason, r->notice->reason);
    return 0;
}

int issued_add(bool *known, struct store *store, const cJSON *notice, const char *person,
               struct error *err)
{
    char now[DECIDED_MOMENT];
    struct strbuf value = { 0 };
    decided_now(now);
    asked_for(&value, notice);
    struct store_decision d = { .year = cJSON_GetObjectItemCaseSensitive(notice, "year")->valueint,
                                .agency = str_of(json_string(notice, "code")),
                                .kind = STR("notice"),
                                .person = str_of(person),
                                .made_at = str_of(now),
                                .reason = str_of(json_string(notice, "date")),
                                .number = str_of(json_string(notice, "number")),
                                .expiry = str_of(json_string(notice, "deadline")),
                                .evidence = str_of(json_string(notice, "sha256")),
                                .subject = STR("notice"),
                                .value = strbuf_view(&value) };
    struct repeat repeat = { &d, false };
    int rc = store_decisions(store, d.year, d.agency, compare_last, &repeat, err);
    *known = repeat.known;
    if (rc == 0 && !repeat.known) {
        rc = store_begin(store, err);
        if (rc == 0)
            rc = store_decision_add(store, &d, err);
        if (rc)
            store_rollback(store);
        else
            rc = store_commit(store, err);
    }
    strbuf_free(&value);
    return rc;
}

/* Looking up */

struct asked {
    struct str key; /* agency, rule and fingerprint, each ended by a line feed */
    struct issued_letter letter;
    size_t order;
};

struct issued {
    struct asked *list; /* by key, then in the order of the notices */
    size_t n, cap;
    struct arena *arena;
};

static int by_key(const void *p, const void *q)
{
    const struct asked *a = p;
    const struct asked *b = q;
    int order = str_cmp(a->key, b->key);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

static int take_notice(void *user, const struct store_decision *d)
{
    struct issued *all = user;
    const cJSON *pair;
    if (!str_eq_c(d->kind, "notice"))
        return 0;
    cJSON *list = cJSON_ParseWithLength(d->value.p, d->value.n);
    struct issued_letter letter = { arena_str(all->arena, d->number),
                                    arena_str(all->arena, d->reason),
                                    arena_str(all->arena, d->expiry) };
    cJSON_ArrayForEach(pair, list) {
        const char *rule = cJSON_GetStringValue(cJSON_GetArrayItem(pair, 0));
        const char *fingerprint = cJSON_GetStringValue(cJSON_GetArrayItem(pair, 1));
        all->list = mem_grow(all->list, all->n, &all->cap, sizeof *all->list);
        all->list[all->n] = (struct asked){ .letter = letter, .order = all->n };
        all->list[all->n++].key = arena_fmt(all->arena, "%.*s\n%s\n%s\n", STR_ARG(d->agency),
                                            rule ? rule : "", fingerprint ? fingerprint : "");
    }
    cJSON_Delete(list);
    return 0;
}

int issued_read(struct issued **out, struct store *store, int year, struct error *err)
{
    struct issued *all = mem_zero(1, sizeof *all);
    all->arena = arena_new();
    *out = all;
    int rc = store_decisions(store, year, str_of(""), take_notice, all, err);
    if (all->n > 1)
        qsort(all->list, all->n, sizeof *all->list, by_key);
    return rc;
}

void issued_free(struct issued *issued)
{
    if (!issued)
        return;
    free(issued->list);
    arena_free(issued->arena);
    free(issued);
}

static bool same_letter(const struct issued_letter *a, const struct issued_letter *b)
{
    return b && str_eq(a->number, b->number) && str_eq(a->date, b->date) &&
           str_eq(a->deadline, b->deadline);
}

struct issued_due issued_due(const struct issued *issued, struct str agency, struct str rule,
                             struct str fingerprint, const struct issued_letter *but)
{
    struct strbuf key = { 0 };
    struct issued_due due = { 0 };
    size_t low = 0, high = issued->n;
    strbuf_fmt(&key, "%.*s\n%.*s\n%.*s\n", STR_ARG(agency), STR_ARG(rule), STR_ARG(fingerprint));
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(issued->list[middle].key, strbuf_view(&key)) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < issued->n && str_eq(issued->list[low].key, strbuf_view(&key)); low++) {
        if (same_letter(&issued->list[low].letter, but))
            continue;
        due.deadline = issued->list[low].letter.deadline.p;
        due.count++;
    }
    strbuf_free(&key);
    return due;
}
