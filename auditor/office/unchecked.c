/* unchecked.c - see unchecked.h. */
#include "office/unchecked.h"

#include "base/mem.h"

static struct audit_reason *make_reason(struct arena *arena, const char *code, const char *zh,
                                        const char *en)
{
    struct audit_reason *reason = arena_alloc(arena, sizeof *reason);
    *reason = (struct audit_reason){ .code = str_of(code),
                                     .message = { { str_of(zh), str_of(en) } },
                                     .cause = str_of("") };
    return reason;
}

static struct audit_reason *refused_pack(struct arena *arena, const struct rule_info *rule)
{
    struct audit_reason *reason = make_reason(arena, "pack-refused", "", "");
    reason->message = rule->load_fault;
    return reason;
}

static struct audit_reason *deselected(struct arena *arena, const struct rule_info *rule)
{
    struct audit_reason *reason = make_reason(arena, "deselected", "", "");
    reason->message.in[LANG_ZH] =
        arena_fmt(arena, "规则包 %.*s 不选用这条规则", STR_ARG(rule->deselected));
    reason->message.in[LANG_EN] =
        arena_fmt(arena, "the pack %.*s deselects this rule", STR_ARG(rule->deselected));
    return reason;
}

static struct audit_reason *why_unchecked(struct arena *arena, enum unchecked_why why)
{
    switch (why) {
    case UNCHECKED_BROKE:
        return make_reason(arena, "audit-broke", "审核中断，未检查",
                           "the audit broke down: not checked");
    case UNCHECKED_MISSING:
        return make_reason(arena, "no-report", "本年度没有报告", "there is no report of the year");
    default:
        return make_reason(arena, "unreadable", "文件无法读取，未检查",
                           "the file could not be read: not checked");
    }
}

struct audit *unchecked_audit(const struct engine *engine, const struct rule_choice *choice,
                              enum unchecked_why unchecked)
{
    static const enum audit_state states[] = { STATE_UNKNOWN, STATE_ERROR, STATE_NOTAPPLICABLE };
    struct audit *audit = mem_zero(1, sizeof *audit);
    audit->arena = arena_new();
    audit->n = engine_rule_count(engine);
    audit->results = arena_alloc(audit->arena, (audit->n + 1) * sizeof *audit->results);
    struct audit_reason *left_out = make_reason(audit->arena, "not-selected", "评分细则没有选用",
                                                "not selected by the profile");
    struct audit_reason *scope = make_reason(audit->arena, "scope", "需要其他年度或其他机关的年报",
                                             "needs reports of other years or agencies");
    struct audit_reason *why = why_unchecked(audit->arena, unchecked);
    for (size_t i = 0; i < audit->n; i++) {
        const struct rule_info *rule = engine_rule(engine, i);
        struct audit_result *r = &audit->results[i];
        *r = (struct audit_result){ .rule = rule->id,
                                    .pack = rule->pack,
                                    .overrides = rule->overrides,
                                    .override_count = rule->override_count };
        r->state = STATE_NOTSELECTED;
        if (rule->gap) { /* what a refused pack would have asked is open too */
            r->state = STATE_ERROR;
            r->gap = true;
            r->reason = r->open = refused_pack(audit->arena, rule);
            r->open_count = 1;
        } else if (rule->deselected.n) {
            r->reason = deselected(audit->arena, rule);
        } else if (!choice->selected(choice->user, rule->id)) {
            r->reason = left_out;
        } else if (rule->scope > SCOPE_CARRIERS) {
            r->reason = scope;
        } else {
            r->state = states[unchecked];
            r->reason = why;
            r->open = unchecked == UNCHECKED_MISSING ? NULL : why;
            r->open_count = unchecked != UNCHECKED_MISSING;
        }
    }
    return audit;
}
