/*
 * prove_judge.h - what an audit says of a mutation (prefix judge_; inside author only).
 */
#ifndef AUDITOR_AUTHOR_PROVE_JUDGE_H
#define AUDITOR_AUTHOR_PROVE_JUDGE_H

#include "author/prove.h"

/* Fills seen, as_meant, placed, right and the lists of rules. only: judge this rule alone, NULL. */
void judge_mutant(struct prove_mutant *out, const struct mutation *m, const struct audit *audit,
                  const struct rule_info *only);
/* Whether the rule is one that the expectation "a" or "a|b" names. */
bool judge_names(struct str expectation, struct str rule);
/* Whether the mutation expects the rule. */
bool judge_expects(const struct mutation *m, struct str rule);

/* A judged mutant as bytes, for the pipe between worker and parent, and back. */
void judge_pack(struct strbuf *out, const struct prove_mutant *mutant);
bool judge_unpack(struct prove_mutant *mutant, struct str bytes);

#endif /* AUDITOR_AUTHOR_PROVE_JUDGE_H */
