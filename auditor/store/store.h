/*
 * store.h - the office's database: the only place with SQL (prefix store_).
 *
 * SQLite in WAL mode, synchronous FULL: what store_commit() confirmed survives a killed process
 * and a power cut. One process writes at a time (store_lock); readers are never kept waiting and
 * change no byte of the file or its log.
 *
 * Ownership  The caller closes the store. Texts handed to a callback live until it returns.
 * Errors     ERR_DATABASE with what SQLite said; ERR_CONFIG for a file that is newer than this
 *            program, or no database of it; ERR_ABSENT when it must be there and is not.
 * Units      Points are integer thousandths, times nanoseconds since 1970. Booleans are bool.
 */
#ifndef AUDITOR_STORE_STORE_H
#define AUDITOR_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/file.h"
#include "base/str.h"

enum {
    STORE_BATCH = 256,  /* documents a transaction */
    STORE_KEEP_DONE = 3 /* assessments of a year that are kept */
};

struct store;

/* write: creates the file, brings an older one up to date. Else ERR_ABSENT when there is none.
 * ERR_DATABASE for tables that are not what the file's version says. */
int store_open(struct store **out, const char *path, bool write, struct error *err);
/* To read as a whole, also when the file is of an older version: for a backup before it is brought up to date. */
int store_open_as_is(struct store **out, const char *path, struct error *err);
/* Looks through the whole file, all indexes, references and stored results; ERR_DATABASE names the
 * first fault. */
int store_verify(struct store *store, struct error *err);
void store_close(struct store *store); /* NULL is allowed */
/* Keeps every other writing run out until the store is closed or the process ends. ERR_LIMIT with
 * a message for the user when another one is at work. */
int store_lock(struct store *store, struct error *err);

/* A reader's: whatever others write, all that is read from now on is the state of this moment. */
int store_hold(struct store *store, struct error *err);
int store_begin(struct store *store, struct error *err);  /* nothing when begun already */
int store_commit(struct store *store, struct error *err); /* nothing when not begun */
void store_rollback(struct store *store);

struct store_assessment {
    int64_t id;
    int year;
    struct str profile, profile_digest, rules_digest, version, state, finished_at;
};

/* The assessment with these four keys: an earlier one is taken up again. Sets a->id. */
int store_assessment_start(struct store *store, struct store_assessment *a, struct error *err);
/* Marks it done and drops what is older than the STORE_KEEP_DONE newest of the year. */
int store_assessment_finish(struct store *store, int64_t id, struct error *err);
/* The current one of a year; id 0 when there is none. */
int store_assessment_current(struct store *store, int year,
                             int (*row)(void *user, const struct store_assessment *a), void *user,
                             struct error *err);

/* The last finished one of each earlier year, newest year first. */
int store_assessments_before(struct store *store, int year,
                             int (*row)(void *user, const struct store_assessment *a), void *user,
                             struct error *err);

/* A document as it was last seen, and its audit in one assessment, if it has one. */
struct store_seen {
    int64_t id;
    struct str path, sha256, found_agency, found_host;
    struct file_stamp stamp;
    int64_t seen_ns;
    uint64_t xxh3;
    bool has_snapshot, gone;
    bool audited, operational; /* in the assessment */
    struct str audit_sha256, context, agency, matched;
};

int store_documents(struct store *store, int year, int64_t assessment,
                    int (*row)(void *user, const struct store_seen *seen), void *user,
                    struct error *err);
/* Replaces the content of *out; empty when there is no snapshot. */
int store_snapshot(struct store *store, int64_t document, struct strbuf *out, struct error *err);

struct store_finding {
    struct str rule, severity, fingerprint, section, table, row, column;
    uint32_t line;
    bool caused;
    int64_t deduction;
};

/* Everything about one audited document. */
struct store_audit {
    int64_t id; /* when read */
    struct str path, sha256, found_agency, found_host;
    struct file_stamp stamp;
    int64_t seen_ns;
    uint64_t xxh3;
    bool keep_document;         /* audited again from its snapshot: stamp and snapshot stay */
    struct str snapshot, marks; /* "" NULL in the database */
    struct str context, agency, matched, choice, kind, level, agency_name, form, published, problem;
    struct str grade_zh, grade_en, worst, result;
    int year; /* of the report; 0 unknown */
    bool operational, scored, complete, vetoed;
    int64_t score, low, high, max;
    size_t open, open_blocking, finding_total;
    const struct store_finding *findings;
    size_t finding_count;
};

int store_save(struct store *store, int64_t assessment, int year, const struct store_audit *audit,
               struct error *err);
/* The bytes are the same as before; only the stamp is new. */
int store_restamp(struct store *store, int64_t document, const struct file_stamp *stamp,
                  int64_t seen_ns, struct error *err);
/* The file vanished: its audit leaves the assessment. */
int store_gone(struct store *store, int64_t document, int64_t assessment, struct error *err);
/* Another agency, judged alike: only the name tag changes. */
int store_choose(struct store *store, int64_t audit, struct str choice, struct error *err);

struct store_agency {
    struct str code, name, aliases, level, group, parent, host, deadline;
};

/* Replaces the register of an assessment. */
int store_agencies_save(struct store *store, int64_t assessment, const struct store_agency *list,
                        size_t n, struct error *err);
int store_agencies(struct store *store, int64_t assessment,
                   int (*row)(void *user, const struct store_agency *a), void *user,
                   struct error *err);

/* All audits of an assessment by path, without result, snapshot and findings. */
int store_audits(struct store *store, int64_t assessment,
                 int (*row)(void *user, const struct store_audit *a), void *user,
                 struct error *err);
/* The stored JSON, and the snapshot of its document; replaces the content of both (each may be NULL). */
int store_result(struct store *store, int64_t audit, struct strbuf *result, struct strbuf *snapshot,
                 struct error *err);

/* The second pass (standing.c) */

/* The document that counts for an agency in an assessment. */
struct store_chosen {
    int64_t audit, document;
    struct str path, sha256, context, kind;
    int year; /* of the report; 0 unknown */
    bool operational, has_snapshot;
};

/* At most one row. */
int store_chosen(struct store *store, int64_t assessment, struct str agency,
                 int (*row)(void *user, const struct store_chosen *chosen), void *user,
                 struct error *err);

/* The agency's documents that lost the choice, by path. */
int store_lost(struct store *store, int64_t assessment, struct str agency,
               int (*row)(void *user, const struct store_chosen *lost), void *user,
               struct error *err);

/* The documents of no agency, by path. */
int store_unmatched(struct store *store, int64_t assessment,
                    int (*row)(void *user, const struct store_chosen *unmatched), void *user,
                    struct error *err);

/* The marks of every annual report that counts for an agency in an assessment. */
struct store_marks {
    int64_t document;
    struct str agency, marks;
};

int store_marks(struct store *store, int64_t assessment,
                int (*row)(void *user, const struct store_marks *marks), void *user,
                struct error *err);

/* What holds for an agency as a whole. */
struct store_standing {
    int64_t id;                 /* when read */
    struct store_agency agency; /* as in the register; written by its code */
    struct str context;
    int64_t audit; /* of its report; 0 none */
    /* Path, sha256 and the verdict from `kind` on; its own id, agency and documents are not used. */
    struct store_audit verdict;
};

/* Replaces the agency's standing. */
int store_standing_save(struct store *store, int64_t assessment,
                        const struct store_standing *standing, struct error *err);
/* The digest of what the agency's standing was made of; "" when there is none, or its document's worker
 * died: then it is made again. */
int store_standing_context(struct store *store, int64_t assessment, struct str agency,
                           struct strbuf *out, struct error *err);
/* Drops those of agencies that the register no longer has. */
int store_standings_prune(struct store *store, int64_t assessment, struct error *err);
/* In the order of the register, without result and findings; of one agency unless `agency` is "". */
int store_standings(struct store *store, int64_t assessment, struct str agency,
                    int (*row)(void *user, const struct store_standing *s), void *user,
                    struct error *err);

/* One of them by its id, likewise. */
int store_standing_read(struct store *store, int64_t standing,
                        int (*row)(void *user, const struct store_standing *s), void *user,
                        struct error *err);

/* What the findings of one rule and severity cost an agency, explained ones left out. */
struct store_loss {
    struct str rule, severity;
    size_t count;
    int64_t deduction;
};

int store_standing_losses(struct store *store, int64_t standing,
                          int (*row)(void *user, const struct store_loss *loss), void *user,
                          struct error *err);
/* The stored JSON, and the snapshot of its document ("" without one); replaces the content of both
 * (each may be NULL). */
int store_standing_result(struct store *store, int64_t standing, struct strbuf *result,
                          struct strbuf *snapshot, struct error *err);

#endif /* AUDITOR_STORE_STORE_H */
