/*
 * plan.h - which documents of a year must be done, and how (prefix plan_).
 *
 * Compares the inbox with what the database last saw. A stamp is trusted only when the file was
 * already old as it was taken (git's rule for racy time stamps): else the bytes are compared.
 */
#ifndef AUDITOR_OFFICE_PLAN_H
#define AUDITOR_OFFICE_PLAN_H

#include "office/assess.h"
#include "store/store.h"

enum plan_action {
    PLAN_NOTHING, /* bytes, rules, profile, program and agency are the same */
    PLAN_READ,    /* read and audit the file */
    PLAN_REJUDGE, /* audit again from the snapshot */
    PLAN_RETELL   /* only of what is stored: say again why it could not be read */
};

struct plan_unread {
    struct str path;
    int64_t audit;
};

struct plan {
    struct store *store;
    int year;
    int64_t assessment;
    int64_t now_ns; /* when the run began */
    bool rehash;
    bool ocr;       /* what could not be read is read again */
    bool stored;    /* the files are those that were seen last: none is looked at */
    int64_t before; /* with `stored`: an assessment that has them all */
    const struct agency_register *agencies;
    char *folder;            /* the year's inbox */
    struct file_list files;  /* with the folder */
    struct store_seen *seen; /* by path */
    size_t seen_count, seen_cap;
    struct plan_unread *unread; /* with `stored`, by path */
    size_t unread_count, unread_cap;
    size_t read, gone; /* counted: files read here to compare their bytes; vanished */
    struct strbuf bytes;
    struct arena *arena;
};

int plan_open(struct plan *plan, struct error *err); /* the inbox and what was last seen */
void plan_close(struct plan *plan);
struct str plan_path(const struct plan *plan, size_t file); /* below the inbox */

/* The audit in plan->before of a file that could not be read; 0: none. */
int64_t plan_unread(const struct plan *plan, size_t file);

/* Decides about a file; a new stamp of old bytes is written down. *seen is NULL for a new file. */
int plan_file(struct plan *plan, size_t file, enum plan_action *action,
              const struct store_seen **seen, struct error *err);
/* Marks what was seen and is there no more. */
int plan_vanished(struct plan *plan, struct error *err);

#endif /* AUDITOR_OFFICE_PLAN_H */
