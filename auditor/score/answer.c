/* answer.c - what a scoring model returned, checked entry by entry; see sheet.h. */
#include <cjson/cJSON.h>
#include <string.h>

#include "base/json_read.h"
#include "base/lang.h"
#include "score/sheet.h"

static const double WHOLE_MAX = 1e12; /* thousandths; sums of entries stay far below 2^63 */

enum { ENTRIES_MAX = 10000 };

struct answer {
    struct ledger *ledger;
    const struct profile *profile;
    const struct audit *audit;
    const cJSON *sheet;
    bool vetoed;
    int number; /* of the entry, from 1 */
    struct error *err;
};

static int wrong(const struct answer *a, const char *field, const char *zh, const char *en)
{
    return error_set(
        a->err, ERR_PLUGIN,
        tr("评分模型 %.*s：第 %d 条扣分的 %s：%s", "scoring model %.*s: entry %d, %s: %s"),
        STR_ARG(a->profile->model), a->number, field, tr(zh, en));
}

static int read_whole(const struct answer *a, const cJSON *entry, const char *field, int64_t *out)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(entry, field);
    if (!cJSON_IsNumber(item) || !(item->valuedouble >= -WHOLE_MAX) ||
        item->valuedouble > WHOLE_MAX || item->valuedouble != (double)(int64_t)item->valuedouble)
        return wrong(a, field, "应为整数（千分之一分）", "expected a whole number (thousandths)");
    *out = (int64_t)item->valuedouble;
    return 0;
}

static const cJSON *find_by(const cJSON *list, const char *field, const char *value)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list) {
        const char *own = json_string_if(item, field);
        if (own && strcmp(own, value) == 0)
            return item;
    }
    return NULL;
}

static int read_fingerprints(const struct answer *a, const cJSON *entry, const cJSON *rule,
                             struct ledger_entry *out)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(entry, "fingerprints");
    const cJSON *findings = cJSON_GetObjectItemCaseSensitive(rule, "findings");
    const cJSON *item;
    if (list && !cJSON_IsArray(list))
        return wrong(a, "fingerprints", "应为列表", "expected a list");
    size_t n = list ? (size_t)cJSON_GetArraySize(list) : 0;
    out->fingerprints = arena_alloc(a->ledger->arena, (n + 1) * sizeof *out->fingerprints);
    cJSON_ArrayForEach(item, list) {
        if (!cJSON_IsString(item) || !find_by(findings, "fingerprint", item->valuestring))
            return wrong(a, "fingerprints", "不是该规则的问题", "not a finding of the rule");
        out->fingerprints[out->fingerprint_count++] =
            arena_str(a->ledger->arena, str_of(item->valuestring));
    }
    return 0;
}

static int read_owner(const struct answer *a, const cJSON *entry, struct ledger_entry *out)
{
    const char *id = json_string_if(entry, "indicator");
    const char *rule = json_string_if(entry, "rule");
    const cJSON *indicators = cJSON_GetObjectItemCaseSensitive(a->sheet, "indicators");
    const cJSON *indicator = id ? find_by(indicators, "id", id) : NULL;
    if (!indicator)
        return wrong(a, "indicator", "评分表里没有这个指标", "the sheet has no such indicator");
    for (size_t i = 0; i < a->profile->indicator_count; i++)
        if (str_eq_c(a->profile->indicators[i].id, id))
            out->indicator = (int)i;
    const cJSON *rules = cJSON_GetObjectItemCaseSensitive(indicator, "rules");
    const cJSON *found = rule ? find_by(rules, "rule", rule) : NULL;
    if (rule && !found)
        return wrong(a, "rule", "该指标没有这条规则", "the indicator has no such rule");
    out->rule = arena_str(a->ledger->arena, str_of(rule));
    return read_fingerprints(a, entry, found, out);
}

static int read_limit(const struct answer *a, const cJSON *entry, struct ledger_entry *out)
{
    const char *limit = json_string_if(entry, "limit");
    for (int i = LIMIT_CAP; limit && i <= LIMIT_LEVEL; i++)
        if (strcmp(limit, ledger_limit_name((enum ledger_limit)i)) == 0)
            out->limit = (enum ledger_limit)i;
    if (limit && out->limit == LIMIT_NONE)
        return wrong(a, "limit", "应为 cap、mutex、group、gate 或 level",
                     "expected cap, mutex, group, gate or level");
    return 0;
}

/* The amount is count x unit; a limit may bring it nearer to zero, never beyond it. */
static int check_amount(const struct answer *a, const struct ledger_entry *e)
{
    int64_t full = 0;
    if (e->count < 0 || __builtin_mul_overflow(e->count, e->unit, &full))
        return wrong(a, "count", "超出范围", "out of range");
    if (e->limit == LIMIT_NONE && e->amount != full)
        return wrong(a, "amount", "不等于 次数×每处扣分", "is not count x unit");
    bool within =
        full >= 0 ? e->amount >= 0 && e->amount <= full : e->amount <= 0 && e->amount >= full;
    if (!within)
        return wrong(a, "amount", "超过 次数×每处扣分", "exceeds count x unit");
    return 0;
}

static bool has_text(const struct str *list, size_t n, struct str text)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(list[i], text))
            return true;
    return false;
}

/* The articles that the findings of an entry rest on, each once. */
static void add_basis(const struct answer *a, struct ledger_entry *e)
{
    const struct audit_result *r = a->audit ? audit_result(a->audit, e->rule) : NULL;
    size_t room = 0;
    for (size_t i = 0; r && i < r->finding_count; i++)
        room += r->findings[i].basis_count;
    e->basis = arena_alloc(a->ledger->arena, (room + 1) * sizeof *e->basis);
    for (size_t i = 0; r && i < r->finding_count; i++) {
        const struct audit_finding *f = &r->findings[i];
        if (!has_text(e->fingerprints, e->fingerprint_count, f->fingerprint))
            continue;
        for (size_t k = 0; k < f->basis_count; k++)
            if (!has_text(e->basis, e->basis_count, f->basis[k]))
                e->basis[e->basis_count++] = arena_str(a->ledger->arena, f->basis[k]);
    }
}

static int read_entry(struct answer *a, const cJSON *item)
{
    struct ledger_entry e = { .indicator = -1 };
    int rc = read_owner(a, item, &e);
    if (rc == 0)
        rc = read_whole(a, item, "count", &e.count);
    if (rc == 0)
        rc = read_whole(a, item, "unit", &e.unit);
    if (rc == 0)
        rc = read_whole(a, item, "amount", &e.amount);
    if (rc == 0)
        rc = read_limit(a, item, &e);
    if (rc == 0)
        rc = check_amount(a, &e);
    if (rc)
        return rc;
    const cJSON *note = cJSON_GetObjectItemCaseSensitive(item, "note");
    e.note.in[LANG_ZH] = arena_str(a->ledger->arena, str_of(json_string_if(note, "zh")));
    e.note.in[LANG_EN] = arena_str(a->ledger->arena, str_of(json_string_if(note, "en")));
    if (cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "veto")))
        e.kind = LEDGER_VETO;
    if (e.kind == LEDGER_VETO && (e.amount || !a->vetoed))
        return wrong(a, "veto", "否决本身不标分值，且 vetoed 须为真",
                     "a veto has no price of its own, and vetoed must be true");
    add_basis(a, &e);
    *ledger_add(a->ledger) = e;
    return 0;
}

int sheet_ledger(struct ledger **out, const cJSON *answer, const cJSON *sheet,
                 const struct profile *profile, const struct audit *audit, struct error *err)
{
    struct ledger *ledger = ledger_new(profile->max);
    const cJSON *entries = cJSON_GetObjectItemCaseSensitive(answer, "entries");
    const cJSON *vetoed = cJSON_GetObjectItemCaseSensitive(answer, "vetoed");
    struct answer a = { ledger, profile, audit, sheet, cJSON_IsTrue(vetoed), 0, err };
    const cJSON *item;
    int rc = 0;
    *out = NULL;
    if (!cJSON_IsObject(answer) || (entries && cJSON_GetArraySize(entries) > ENTRIES_MAX) ||
        (vetoed && !cJSON_IsBool(vetoed)))
        rc = wrong(&a, "entries, vetoed", "应为 { entries = {…}, vetoed = true|false }",
                   "expected { entries = {…}, vetoed = true|false }");
    cJSON_ArrayForEach(item, entries) {
        if (rc)
            break;
        a.number++;
        rc = read_entry(&a, item);
    }
    const cJSON *total = cJSON_GetObjectItemCaseSensitive(answer, "total");
    if (rc == 0 && total && total->valuedouble != (double)ledger_sum(ledger))
        rc = wrong(&a, "total", "各条相加不等于合计", "the entries do not add up to it");
    const cJSON *possible = cJSON_GetObjectItemCaseSensitive(answer, "possible");
    int64_t whole = 1;
    if (rc == 0 && possible)
        rc = read_whole(&a, answer, "possible", &whole);
    if (rc == 0 && whole <= 0)
        rc = wrong(&a, "possible", "应大于 0", "must be more than 0");
    if (rc) {
        ledger_free(ledger);
        return rc;
    }
    ledger->vetoed = a.vetoed;
    ledger->possible = possible ? (int64_t)possible->valuedouble : 0;
    *out = ledger;
    return 0;
}
