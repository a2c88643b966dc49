/* gate.c - see gate.h. */
#include "score/gate.h"

struct gate gate_count(const struct audit *audit, const struct scope *scope)
{
    struct gate gate = { 0 };
    for (size_t i = 0; i < audit->n; i++) {
        const struct audit_result *r = &audit->results[i];
        if (r->state == STATE_NOTSELECTED)
            continue;
        gate.total++;
        if (r->state == STATE_NOTAPPLICABLE) {
            gate.notapplicable++;
        } else if (audit_is_open(r) || r->state == STATE_NOTCHECKED) {
            gate.open++;
            gate.open_blocking += r->gap || profile_blocks(scope->profile, r->rule);
        } else {
            gate.done++;
        }
    }
    gate.done += scope->given;
    gate.notapplicable += scope->excused;
    gate.open += scope->open + scope->group_unknown;
    gate.open_blocking += scope->open + scope->group_unknown;
    gate.total += scope->given + scope->excused + scope->open + scope->group_unknown;
    return gate;
}
