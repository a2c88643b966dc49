/*
 * item.h - what was found wrong and whether it was corrected, from one version of a report to the next
 * (prefix store_item_).
 *
 * Ownership  Texts handed to a callback live until it returns.
 * Errors     ERR_DATABASE with what SQLite said.
 * Units      Days are YYYY-MM-DD.
 */
#ifndef AUDITOR_STORE_ITEM_H
#define AUDITOR_STORE_ITEM_H

#include "store/store.h"

struct store_item {
    int year;
    struct str agency, rule, fingerprint, severity;
    struct str found_on, found_in; /* day; sha256 of the report, "" there was none */
    struct str state;              /* "open", "fixed", "withdrawn" */
    struct str closed_on, closed_in;
    int64_t returns; /* how often it came back after it was fixed */
};

/* Puts it there, or in the place of the one with the same year, agency, rule and fingerprint. */
int store_item_save(struct store *store, const struct store_item *item, struct error *err);
/* By agency, rule, fingerprint; agency "": of all. */
int store_items(struct store *store, int year, struct str agency,
                int (*row)(void *user, const struct store_item *item), void *user,
                struct error *err);

#endif /* AUDITOR_STORE_ITEM_H */
