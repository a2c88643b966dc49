/* audit.c - names, labels and look-up; see audit.h. */
#include "engine/audit.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *zh, *en;
} states[] = {
    [STATE_PASS] = { "pass", "通过", "pass" },
    [STATE_FAIL] = { "fail", "不通过", "fail" },
    [STATE_ERROR] = { "error", "执行出错", "error" },
    [STATE_UNKNOWN] = { "unknown", "无法判定", "unknown" },
    [STATE_NOTAPPLICABLE] = { "notapplicable", "不适用", "not applicable" },
    [STATE_NOTCHECKED] = { "notchecked", "未检查", "not checked" },
    [STATE_NOTSELECTED] = { "notselected", "未选用", "not selected" },
    [STATE_INFORMATIONAL] = { "informational", "提示", "informational" },
    [STATE_FIXED] = { "fixed", "已整改", "fixed" },
}, severities[] = {
    [SEVERITY_NONE] = { NULL, "", "" },
    [SEVERITY_ADVICE] = { "advice", "建议", "advice" },
    [SEVERITY_MINOR] = { "minor", "一般", "minor" },
    [SEVERITY_MAJOR] = { "major", "严重", "major" },
    [SEVERITY_VETO] = { "veto", "否决", "veto" },
};

void audit_free(struct audit *audit)
{
    if (!audit)
        return;
    arena_free(audit->arena);
    free(audit);
}

struct audit_result *audit_result(const struct audit *audit, struct str rule)
{
    size_t low = 0, high = audit->n; /* results stand in the order of ids */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int c = str_cmp(audit->results[middle].rule, rule);
        if (c == 0)
            return &audit->results[middle];
        if (c < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool audit_is_open(const struct audit_result *result)
{
    if (result->state == STATE_ERROR)
        return true;
    return result->state == STATE_UNKNOWN && (!result->reason || result->reason->cause.n == 0);
}

const char *audit_state_name(enum audit_state state)
{
    return states[state].name;
}

const char *audit_state_label(enum audit_state state)
{
    return lang_get() == LANG_EN ? states[state].en : states[state].zh;
}

const char *audit_severity_name(enum audit_severity s)
{
    return severities[s].name;
}

const char *audit_severity_label(enum audit_severity s)
{
    return lang_get() == LANG_EN ? severities[s].en : severities[s].zh;
}

bool audit_severity_parse(enum audit_severity *out, struct str name)
{
    for (enum audit_severity s = SEVERITY_ADVICE; s <= SEVERITY_VETO; s++)
        if (str_eq_c(name, severities[s].name)) {
            *out = s;
            return true;
        }
    return false;
}

const char *audit_override_name(enum audit_override_kind kind)
{
    static const char *const names[] = { "replaced", "deselected", "relevelled" };
    return names[kind];
}
