/*
 * claims.h - what rules declare as `claims`: things that numbers of a text may count (prefix claims_; private
 * to engine/).
 *
 * Rules that take the table from one library share one set, so that a report is read once for all of them.
 *
 * Ownership  Sets belong to the engine and live as long as it.
 */
#ifndef AUDITOR_ENGINE_CLAIMS_H
#define AUDITOR_ENGINE_CLAIMS_H

#include <lua.h>

#include "text/claim.h"

struct engine;

/* The set of the field `claims` of a rule at an absolute stack index, NULL for none. The field has been
 * checked; raises for an expression that does not compile. */
const struct claim_set *claims_field(lua_State *L, int rule, struct engine *engine);
void claims_free(struct engine *engine);

#endif /* AUDITOR_ENGINE_CLAIMS_H */
