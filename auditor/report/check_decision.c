/* check_decision.c - see check_decision.h. Keys are written in byte order. */
#include "report/check_decision.h"

static const char *const kinds[DECISION_KINDS][3] = {
    { "confirm", "确认", "confirmed" },      { "dismiss", "不成立", "dismissed" },
    { "waive", "免扣", "waived" },           { "appeal", "申诉", "appealed" },
    { "uphold", "维持", "upheld" },          { "sign", "签署", "signed" },
    { "assign", "认领", "assigned" },        { "fill", "填报", "filled in" },
    { "notice", "通知整改", "notice sent" },
};

static const char *const effects[][3] = {
    { "holds", "有效", "holds" },
    { "replaced", "已被后来的决定取代", "replaced by a later one" },
    { "expired", "已过有效期", "expired" },
    { "lapsed", "证据已变，失效", "lapsed: the evidence changed" },
    { "settled", "问题已不存在", "settled: the duty is met" },
};

const char *decision_kind_name(enum decision_kind kind)
{
    return kinds[kind][0];
}

const char *decision_kind_label(enum decision_kind kind)
{
    return tr(kinds[kind][1], kinds[kind][2]);
}

bool decision_kind_parse(enum decision_kind *out, struct str name)
{
    for (int k = 0; k < DECISION_KINDS; k++)
        if (str_eq_c(name, kinds[k][0])) {
            *out = (enum decision_kind)k;
            return true;
        }
    return false;
}

const char *decision_effect_name(enum decision_effect effect)
{
    return effects[effect][0];
}

const char *decision_effect_label(enum decision_effect effect)
{
    return tr(effects[effect][1], effects[effect][2]);
}

const char *check_review_label(const char *state)
{
    static const char *const labels[][3] = {
        { "open", "待定", "open" },
        { "confirmed", "已确认", "confirmed" },
        { "dismissed", "不成立", "dismissed" },
        { "waived", "免扣", "waived" },
        { "appealed", "申诉中", "appealed" },
        { "closed", "已销号", "closed" },
    };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (str_eq_c(str_of(state), labels[i][0]))
            return tr(labels[i][1], labels[i][2]);
    return state;
}

static const struct check_decision *holding(const struct check_decisions *all, struct str rule,
                                            struct str fingerprint)
{
    for (size_t i = 0; all && i < all->n; i++)
        if (all->list[i].effect == EFFECT_HOLDS && str_eq(all->list[i].rule, rule) &&
            str_eq(all->list[i].fingerprint, fingerprint))
            return &all->list[i];
    return NULL;
}

const char *check_decision_review(const struct check_decisions *all, struct str rule,
                                  struct str fingerprint)
{
    static const char *const states[DECISION_KINDS] = { "confirmed", "dismissed", "waived",
                                                        "appealed",  "confirmed", "open",
                                                        "open",      "open",      "open" };
    const struct check_decision *d = holding(all, rule, fingerprint);
    return d ? states[d->kind] : "open";
}

bool check_decision_spares(const struct check_decisions *all, struct str rule,
                           struct str fingerprint)
{
    const struct check_decision *d = holding(all, rule, fingerprint);
    return d && (d->kind == DECISION_DISMISS || d->kind == DECISION_WAIVE);
}

void check_decisions_json(struct json *j, const struct check_decisions *all)
{
    json_array(j);
    for (size_t i = 0; i < all->n; i++) {
        const struct check_decision *d = &all->list[i];
        json_object(j);
        json_key_str(j, "at", d->time);
        json_key_str(j, "by", d->person);
        json_key_str(j, "document", d->number);
        json_key(j, "effect");
        json_c(j, decision_effect_name(d->effect));
        json_key_str(j, "fingerprint", d->fingerprint);
        json_key(j, "kind");
        json_c(j, decision_kind_name(d->kind));
        json_key(j, "number");
        json_int(j, d->id);
        json_key_str(j, "reason", d->reason);
        json_key_str(j, "rule", d->rule);
        json_key_str(j, "subject", d->subject);
        json_key_str(j, "until", d->expiry);
        json_end_object(j);
    }
    json_end_array(j);
}

void check_decisions_without(struct json *j, const struct check_decisions *all, int lang)
{
    if (!all->counted) {
        json_null(j);
        return;
    }
    json_object(j);
    json_key(j, "complete");
    json_bool(j, all->complete);
    json_key(j, "grade");
    if (all->grade.in[LANG_ZH].n == 0) {
        json_null(j);
    } else if (lang >= 0) {
        json_str(j, all->grade.in[lang]);
    } else {
        json_object(j);
        json_key_str(j, "en", all->grade.in[LANG_EN]);
        json_key_str(j, "zh", all->grade.in[LANG_ZH]);
        json_end_object(j);
    }
    json_key(j, "interval");
    json_object(j);
    json_key(j, "high");
    json_milli(j, all->high);
    json_key(j, "low");
    json_milli(j, all->low);
    json_end_object(j);
    json_key(j, "score");
    if (all->complete)
        json_milli(j, all->score);
    else
        json_null(j);
    json_end_object(j);
}
