/*
 * assess.h - a year's inbox into the database: only what changed (prefix assess_).
 *
 * A document is read again when its stamp (size, times, inode) changed, or is too fresh to be
 * trusted; it is audited again when its bytes, the rules, the profile, the program or what the
 * register says of its agency changed, from the stored snapshot where the bytes did not.
 */
#ifndef AUDITOR_OFFICE_ASSESS_H
#define AUDITOR_OFFICE_ASSESS_H

#include "office/office.h"
#include "store/decision.h"
#include "text/date.h"

enum { ASSESS_LATER = 16, ASSESS_NEAR = 20, ASSESS_SHEET = 128 };

struct assess_options {
    int year;
    size_t workers;
    bool rehash;       /* read every file, whatever its stamp */
    bool ocr;          /* recognise the text of scans; what could not be read is tried again */
    struct date today; /* at which decisions count; no date: the clock's */
    struct store *
        copy; /* of the database (store_copy): what is stored there is judged again, no file of the year
                         * is opened, and the office's own stays as it is; NULL: the office's */
};

struct assess_result {
    size_t documents; /* in the inbox now */
    size_t read;      /* opened and read */
    size_t audited;   /* parsed and audited */
    size_t rejudged;  /* audited from the snapshot */
    size_t unchanged;
    size_t gone;
    size_t unreadable, unmatched;
    size_t incomplete;         /* audits of documents of no agency; see open_agencies */
    enum audit_severity worst; /* of all documents and agencies */
    size_t standings;          /* agencies judged by the second pass; the others are as before */
    size_t changed;            /* agencies whose report says something else than it did */
    size_t dated_back;         /* of these: and states an earlier day of publication */
    size_t open_agencies;      /* whose standing has an open blocking duty */
    int later[ASSESS_LATER];   /* years that look back on this one, which changed; ended by 0 */
    char sheet_was
        [ASSESS_SHEET]; /* id of the profile that the year was scored by before, if it was another or was
                                   * edited; "" otherwise */
    size_t agencies, missing; /* of the register; without any document of the year */
    size_t not_due;           /* of the missing: none is asked for yet */
    size_t beside;            /* with documents of which none is a report of the year */
    char *unread_columns;     /* of the register: register.h */
    struct file_list unmatched_paths, unreadable_paths;
    struct file_list
        unmatched_near; /* of the first ASSESS_NEAR: agencies they may be of, "code name; code name" or "" */
};

/* ERR_LIMIT-free: what goes wrong with one document is in its result. ERR_ABSENT: no inbox. */
int assess_year(struct assess_result *out, const struct office *office, struct setup *setup,
                const struct assess_options *options, struct error *err);
/* Judges agencies again whose decisions changed, without looking at the inbox; agency: code, "" all. *fresh false
 * when rules, profile or program changed since the year was assessed: then nothing was done, and that is for
 * assess_year(). store is open for writing and locked. */
int assess_again(bool *fresh, struct store *store, const struct office *office, struct setup *setup,
                 int year, struct str agency, struct date today, struct error *err);
/* The assessment of a year that results may be shown of. ERR_ABSENT with what to do, when the year
 * was never assessed, or the last run did not come to its end: then it is not yet known which
 * document counts for which agency. */
int assess_find(int64_t *id, struct store *store, int year, struct error *err);

void assess_result_free(struct assess_result *result);

#endif /* AUDITOR_OFFICE_ASSESS_H */
