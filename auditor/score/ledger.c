/* ledger.c - see ledger.h. */
#include "score/ledger.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/mem.h"

struct ledger *ledger_new(int64_t max)
{
    struct ledger *ledger = mem_zero(1, sizeof *ledger);
    ledger->max = ledger->score = max;
    ledger->arena = arena_new();
    return ledger;
}

void ledger_free(struct ledger *ledger)
{
    if (!ledger)
        return;
    arena_free(ledger->arena);
    free(ledger->entries);
    free(ledger);
}

struct ledger_entry *ledger_add(struct ledger *ledger)
{
    ledger->entries = mem_grow(ledger->entries, ledger->n, &ledger->cap, sizeof *ledger->entries);
    struct ledger_entry *entry = &ledger->entries[ledger->n++];
    *entry = (struct ledger_entry){ .indicator = -1 };
    return entry;
}

int64_t ledger_sum(const struct ledger *ledger)
{
    int64_t sum = 0;
    for (size_t i = 0; i < ledger->n; i++)
        sum += ledger->entries[i].amount;
    return sum;
}

int64_t ledger_of_rule(const struct ledger *l, struct str rule)
{
    int64_t sum = 0;
    for (size_t i = 0; i < l->n; i++)
        if (str_eq(l->entries[i].rule, rule))
            sum += l->entries[i].amount;
    return sum;
}

static struct ledger_entry *veto_entry(struct ledger *ledger)
{
    for (size_t i = 0; i < ledger->n; i++)
        if (ledger->entries[i].kind == LEDGER_VETO)
            return &ledger->entries[i];
    struct ledger_entry *entry = ledger_add(ledger);
    entry->kind = LEDGER_VETO;
    return entry;
}

/* What the veto takes beyond the ordinary deductions, which may have gone below zero. */
static void price_veto(struct ledger *ledger, const struct profile *profile)
{
    struct ledger_entry *entry = veto_entry(ledger);
    int64_t before = ledger->max - ledger_sum(ledger);
    if (profile->veto == VETO_FIXED ||
        (profile->veto == VETO_CEILING && before > profile->veto_points))
        entry->amount = before - profile->veto_points;
    entry->unit = entry->amount;
}

void ledger_close(struct ledger *ledger, const struct profile *profile)
{
    if (ledger->vetoed)
        price_veto(ledger, profile);
    int64_t score = ledger->max - ledger_sum(ledger);
    if (score < 0) {
        struct ledger_entry *entry = ledger_add(ledger);
        entry->kind = LEDGER_FLOOR;
        entry->count = 1;
        entry->unit = entry->amount = score;
        entry->note.in[LANG_ZH] = STR("得分不低于 0");
        entry->note.in[LANG_EN] = STR("a score is never below 0");
        score = 0;
    }
    ledger->score = score;
}

static void key_str(struct json *j, const char *key, struct str s)
{
    json_key(j, key);
    if (s.n)
        json_str(j, s);
    else
        json_null(j);
}

static void key_list(struct json *j, const char *key, const struct str *list, size_t n)
{
    json_key(j, key);
    json_array(j);
    for (size_t i = 0; i < n; i++)
        json_str(j, list[i]);
    json_end_array(j);
}

static void key_points(struct json *j, const char *key, int64_t points)
{
    json_key(j, key);
    json_milli(j, points);
}

static void key_note(struct json *j, const struct audit_text *note)
{
    json_key(j, "note");
    if (note->in[LANG_ZH].n == 0 && note->in[LANG_EN].n == 0) {
        json_null(j);
        return;
    }
    json_object(j);
    key_str(j, "en", note->in[LANG_EN]);
    key_str(j, "zh", note->in[LANG_ZH]);
    json_end_object(j);
}

static void entry_json(struct json *j, const struct ledger_entry *e, const struct profile *p)
{
    static const struct profile_indicator none = { .group_cap = -1 };
    const struct profile_indicator *in = e->indicator >= 0 ? &p->indicators[e->indicator] : &none;
    json_object(j);
    key_points(j, "amount", e->amount);
    key_list(j, "basis", e->basis, e->basis_count);
    key_points(j, "cap", in->cap);
    json_key(j, "count");
    json_int(j, e->count);
    key_list(j, "fingerprints", e->fingerprints, e->fingerprint_count);
    key_str(j, "group", in->group);
    json_key(j, "group_cap");
    if (in->group_cap >= 0)
        json_milli(j, in->group_cap);
    else
        json_null(j);
    key_str(j, "indicator", in->id);
    json_key(j, "kind");
    json_c(j, ledger_kind_name(e->kind));
    json_key(j, "limit");
    json_c(j, ledger_limit_name(e->limit));
    key_str(j, "mutex", in->mutex);
    key_str(j, "name", in->name);
    key_note(j, &e->note);
    key_points(j, "points", in->points);
    key_str(j, "rule", e->rule);
    key_points(j, "unit", e->unit);
    key_str(j, "waiver", e->waiver);
    json_end_object(j);
}

void ledger_json(struct strbuf *out, const struct ledger *ledger, const struct profile *profile)
{
    struct json j;
    json_start(&j, out);
    json_object(&j);
    json_key(&j, "entries");
    json_array(&j);
    for (size_t i = 0; i < ledger->n; i++)
        entry_json(&j, &ledger->entries[i], profile);
    json_end_array(&j);
    key_points(&j, "max", ledger->max);
    key_str(&j, "profile", profile->id);
    key_points(&j, "score", ledger->score);
    key_points(&j, "sum", ledger_sum(ledger));
    key_str(&j, "version", profile->version);
    json_key(&j, "vetoed");
    json_bool(&j, ledger->vetoed);
    json_end_object(&j);
}

const char *ledger_kind_name(enum ledger_kind kind)
{
    static const char *const names[] = { "deduction", "veto", "floor" };
    return names[kind];
}

const char *ledger_limit_name(enum ledger_limit limit)
{
    static const char *const names[] = { NULL, "cap", "mutex", "group" };
    return names[limit];
}
