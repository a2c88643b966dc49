/*
 * revision.h - what each agency's report said over time: content that was changed after it came in is noticed
 * and kept (prefix store_revision_).
 *
 * Ownership  Texts handed to a callback live until it returns.
 * Errors     ERR_DATABASE with what SQLite said.
 * Units      Days are YYYY-MM-DD.
 */
#ifndef AUDITOR_STORE_REVISION_H
#define AUDITOR_STORE_REVISION_H

#include "store/store.h"

struct store_revision {
    int year;
    struct str agency;
    int64_t number; /* from 1 */
    struct str seen_on;
    struct str path, sha256; /* "" there was nothing any more */
    struct str published;
    struct str changes; /* JSON of changes.h; "null": it was compared with nothing */
};

/* Adds one behind those of its agency and year; its number is not looked at. */
int store_revision_add(struct store *store, const struct store_revision *revision,
                       struct error *err);
/* By agency, then number; agency "": of all. */
int store_revisions(struct store *store, int year, struct str agency,
                    int (*row)(void *user, const struct store_revision *revision), void *user,
                    struct error *err);
/* Replaces the content of *out by its snapshot; empty when there is none any more. */
int store_revision_snapshot(struct store *store, const struct store_revision *revision,
                            struct strbuf *out, struct error *err);

/* Called before the file of a document is written over by other bytes: keeps what once counted for an agency. */
int store_revision_keep(struct store *store, int year, struct str path, struct str sha256,
                        struct error *err);

#endif /* AUDITOR_STORE_REVISION_H */
