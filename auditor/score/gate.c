/* gate.c - see gate.h. */
#include "score/gate.h"

struct gate gate_count(const struct audit *audit, const struct profile *profile)
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
            gate.open_blocking += r->gap || profile_blocks(profile, r->rule);
        } else {
            gate.done++;
        }
    }
    return gate;
}
