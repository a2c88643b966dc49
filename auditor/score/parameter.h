/*
 * parameter.h - what a value of a rule's parameter may be (prefix parameter_).
 *
 * Rules declare defaults, not types: the default shows what kind of value it takes. A day ("01-31")
 * takes days that every year has, a number takes numbers, "true" or "false" takes either; any other text
 * takes any text.
 */
#ifndef AUDITOR_SCORE_PARAMETER_H
#define AUDITOR_SCORE_PARAMETER_H

#include "base/str.h"

/* NULL when the value fits, else what would, in the chosen language. */
const char *parameter_expected(struct str value, struct str fallback);

#endif /* AUDITOR_SCORE_PARAMETER_H */
