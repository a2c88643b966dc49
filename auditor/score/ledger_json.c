/* ledger_json.c - the ledger as JSON; see ledger.h. */
#include "base/json.h"
#include "score/ledger.h"
#include "score/scope.h"

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
    json_key_str(j, "en", note->in[LANG_EN]);
    json_key_str(j, "zh", note->in[LANG_ZH]);
    json_end_object(j);
}

static void entry_json(struct json *j, const struct ledger_entry *e, const struct profile *p)
{
    static const struct profile_indicator none = { .group_cap = -1 };
    const struct profile_indicator *in = e->indicator >= 0 ? &p->indicators[e->indicator] : &none;
    json_object(j);
    key_points(j, "amount", e->amount);
    key_list(j, "basis", e->basis, e->basis_count);
    json_key(j, "cap");
    if (in->cap >= 0)
        json_milli(j, in->cap);
    else
        json_null(j);
    json_key(j, "count");
    json_int(j, e->count);
    key_list(j, "fingerprints", e->fingerprints, e->fingerprint_count);
    json_key_str(j, "group", in->group);
    json_key(j, "group_cap");
    if (in->group_cap >= 0)
        json_milli(j, in->group_cap);
    else
        json_null(j);
    json_key_str(j, "indicator", in->id);
    json_key(j, "kind");
    json_c(j, ledger_kind_name(e->kind));
    json_key(j, "limit");
    json_c(j, ledger_limit_name(e->limit));
    json_key_str(j, "mutex", in->mutex);
    json_key_str(j, "name", in->name);
    key_note(j, &e->note);
    key_points(j, "points", in->points);
    json_key_str(j, "rule", e->rule);
    key_points(j, "unit", e->unit);
    json_key_str(j, "waiver", e->waiver);
    json_end_object(j);
}

static void level_json(struct json *j, const struct ledger_level *level, const struct profile *p)
{
    const struct profile_indicator *in = &p->indicators[level->indicator];
    json_object(j);
    json_key_str(j, "indicator", in->id);
    json_key(j, "level");
    json_int(j, in->level);
    key_points(j, "lost", level->lost);
    json_key_str(j, "name", in->name);
    json_key(j, "open");
    json_bool(j, level->open);
    json_key_str(j, "parent", in->parent >= 0 ? p->indicators[in->parent].id : str_of(""));
    key_points(j, "points", level->worth);
    key_points(j, "score", level->worth - level->lost);
    json_end_object(j);
}

static void missing_json(struct json *j, unsigned missing)
{
    json_key(j, "missing");
    json_array(j);
    for (int i = 0; i < PROFILE_PERIODS; i++)
        if (missing & 1u << i)
            json_int(j, i + 1);
    json_end_array(j);
}

static void given_row(struct json *j, const struct scope *scope, int index)
{
    static const struct input_fill nothing;
    const struct scope_row *row = &scope->rows[index];
    const struct profile_indicator *in = &scope->profile->indicators[index];
    const struct input_fill *fill = row->fill ? row->fill : &nothing;
    json_object(j);
    json_key_str(j, "evidence", fill->evidence);
    json_key_str(j, "indicator", in->id);
    missing_json(j, row->missing);
    json_key_str(j, "name", in->name);
    json_key_str(j, "note", fill->note);
    json_key_str(j, "person", fill->person);
    key_points(j, "points", in->points);
    json_key(j, "score");
    if (row->state != SCOPE_GIVEN && row->state != SCOPE_JUDGED)
        json_null(j);
    else
        json_milli(j, in->kind == PROFILE_BONUS ? fill->points : in->points - row->lost);
    json_key(j, "state");
    json_c(j, row->state == SCOPE_OPEN      ? "open"
              : row->state == SCOPE_EXCUSED ? "excused"
                                            : "given");
    json_key_str(j, "time", fill->time);
    json_end_object(j);
}

/* What persons and periods gave, or have yet to give. */
static void given_json(struct json *j, const struct scope *scope)
{
    json_key(j, "given");
    json_array(j);
    for (size_t i = 0; scope && i < scope->profile->indicator_count; i++) {
        const struct scope_row *row = &scope->rows[i];
        const struct profile_indicator *in = &scope->profile->indicators[i];
        bool asked = in->kind == PROFILE_PERIOD || row->state == SCOPE_OPEN;
        if ((asked || row->fill) && row->state != SCOPE_OUT)
            given_row(j, scope, (int)i);
    }
    json_end_array(j);
}

static void grade_limit(struct json *j, const struct ledger *l, const struct profile *p)
{
    json_key(j, "best_grade");
    if (l->best_band >= 0 && (size_t)l->best_band < p->band_count)
        json_str(j, p->bands[l->best_band].name.in[LANG_ZH]);
    else
        json_null(j);
}

void ledger_json(struct strbuf *out, const struct ledger *ledger, const struct profile *profile,
                 const struct scope *scope)
{
    struct json j;
    json_start(&j, out);
    json_object(&j);
    grade_limit(&j, ledger, profile);
    json_key(&j, "entries");
    json_array(&j);
    for (size_t i = 0; i < ledger->n; i++)
        entry_json(&j, &ledger->entries[i], profile);
    json_end_array(&j);
    given_json(&j, scope);
    json_key(&j, "levels");
    json_array(&j);
    for (size_t i = 0; i < ledger->level_count; i++)
        level_json(&j, &ledger->levels[i], profile);
    json_end_array(&j);
    key_points(&j, "max", ledger->max);
    json_key(&j, "possible");
    if (ledger->possible)
        json_milli(&j, ledger->possible);
    else
        json_null(&j);
    json_key_str(&j, "profile", profile->id);
    key_points(&j, "score", ledger->score);
    key_points(&j, "sum", ledger_sum(ledger));
    json_key_str(&j, "version", profile->version);
    json_key(&j, "vetoed");
    json_bool(&j, ledger->vetoed);
    json_end_object(&j);
}
