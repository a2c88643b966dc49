/*
 * settle.h - the outcomes of all rules become results: states, order, fingerprints, causes (prefix
 * settle_; private to engine/).
 */
#ifndef AUDITOR_ENGINE_SETTLE_H
#define AUDITOR_ENGINE_SETTLE_H

#include "engine/outcome.h"

/* Each outcome, in the order of ids, becomes the result of its rule, which stands in the audit already; the
 * results of other rules stay as they are. Causes may name the findings of any rule, so all rules
 * must have run. Two findings that name each other both stand for themselves. */
void settle(struct audit *audit, struct outcome *outcomes, size_t n);

#endif /* AUDITOR_ENGINE_SETTLE_H */
