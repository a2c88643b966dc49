/*
 * decision.h - what persons decided: rows that are only ever added, chained by their hashes (prefix
 * store_decision_).
 *
 * The hash of a row is the SHA-256 of its fields, each with its length before it, and of the hash of the row
 * before. Triggers refuse to change or delete a row; who goes round them breaks the chain, and the first row
 * that does not fit is named. Rows cut off at the end leave a sound chain: note the hash of the last one
 * (`auditor review list` prints it) where nobody can change it.
 *
 * Ownership  Texts handed to a callback live until it returns.
 * Errors     ERR_DATABASE with what SQLite said, or with the row that breaks the chain.
 */
#ifndef AUDITOR_STORE_DECISION_H
#define AUDITOR_STORE_DECISION_H

#include "base/digest.h"
#include "store/store.h"

struct store_decision {
    int64_t id; /* when read, and after it was added: 1, 2, 3 … */
    int year;
    struct str agency, rule, fingerprint, evidence, kind, person, made_at, reason, number, expiry;
    struct str subject, value;
    struct str previous, hash; /* when read */
};

/* Within a transaction (store_begin). Sets d->id. The agency's standings of the year are marked as no longer
 * up to date (store_stale), but for a notice, which changes no result. */
int store_decision_add(struct store *store, struct store_decision *d, struct error *err);
/* In the order of the chain. year 0: of all years; agency "": of all agencies. */
int store_decisions(struct store *store, int year, struct str agency,
                    int (*row)(void *user, const struct store_decision *d), void *user,
                    struct error *err);
/* ERR_DATABASE names the first row that is not what was written. */
int store_decisions_verify(struct store *store, struct error *err);

/* How many agencies of an assessment have decisions that their standing does not know of yet. */
int store_stale(size_t *out, struct store *store, int64_t assessment, struct error *err);

#endif /* AUDITOR_STORE_DECISION_H */
