/*
 * cases_pack.h - the outcome of a rule's cases on its way from a worker (prefix cases_; inside author only).
 *
 * Ownership  What is unpacked is copied into the arena.
 * Errors     False for bytes that are not whole.
 */
#ifndef AUDITOR_AUTHOR_CASES_PACK_H
#define AUDITOR_AUTHOR_CASES_PACK_H

#include "author/cases.h"

void cases_pack(struct strbuf *out, const struct cases_rule *rule);
bool cases_unpack(struct cases_rule *out, struct str bytes, struct arena *arena);

#endif /* AUDITOR_AUTHOR_CASES_PACK_H */
