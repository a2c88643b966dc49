/*
 * settle.h - the outcomes of all rules become results: states, order, fingerprints, causes (prefix
 * settle_; private to engine/).
 */
#ifndef AUDITOR_ENGINE_SETTLE_H
#define AUDITOR_ENGINE_SETTLE_H

#include "engine/outcome.h"

/* outcomes[i] belongs to audit->results[i]. Causes may name the findings of any rule, so all rules
 * must have run. Two findings that name each other both stand for themselves. */
void settle(struct audit *audit, struct outcome *outcomes);

#endif /* AUDITOR_ENGINE_SETTLE_H */
