/*
 * corrections.h - how far an agency is with what it has to correct (prefix corrections_).
 *
 * What items.h follows, together with the deadlines that notices set and with what persons decided.
 *
 * Ownership  What is handed to a callback lives until it returns.
 * Errors     Those of the store; ERR_ABSENT for a year that was not assessed.
 */
#ifndef AUDITOR_OFFICE_CORRECTIONS_H
#define AUDITOR_OFFICE_CORRECTIONS_H

#include <cjson/cJSON.h>

#include "store/item.h"
#include "text/date.h"

enum corrections_state {
    CORRECTION_OPEN,
    CORRECTION_OVERDUE,
    CORRECTION_FIXED,
    CORRECTION_LATE,      /* fixed behind the deadline */
    CORRECTION_WITHDRAWN, /* no longer found in the same content */
    CORRECTION_SPARED,    /* a person decided that it need not be corrected */
    CORRECTION_RETURNED, /* no state of its own: came back after it was fixed, or was asked for twice */
    CORRECTION_STATES
};

struct correction {
    const struct store_item *item;
    enum corrections_state state;
    const char *review; /* "closed", or the review state of the finding */
    struct date due;    /* no date: nobody said until when */
    size_t notices;     /* that named it */
    bool here;          /* it was found in the content that counts now */
};

struct corrections_options {
    int year;
    struct str agency;    /* code; "": all */
    struct date deadline; /* of what no notice named; no date: none */
    struct date today;
};

/* By agency, rule and fingerprint. */
int corrections_each(struct store *store, const struct corrections_options *options,
                     int (*take)(void *user, const struct correction *correction), void *user,
                     struct error *err);

/* {"fixed": 3, "open": 1 ...} by name of the state; returned ones are counted under their state, too. */
int corrections_count(cJSON **out, struct store *store, int year, struct date today,
                      struct error *err);

/* Whether it counts among those of the state, RETURNED included. */
bool corrections_is(const struct correction *correction, enum corrections_state state);
const char *corrections_name(enum corrections_state state);  /* "open" ... */
const char *corrections_label(enum corrections_state state); /* in the chosen language */

#endif /* AUDITOR_OFFICE_CORRECTIONS_H */
