/*
 * office.h - the folder in which a supervising office works (prefix office_).
 *
 *   office.conf        name, profile (and profile.2024: that of one year), language
 *   agencies.csv       the register
 *   inbox/YEAR/        the documents of a report year
 *   rules/             the office's own rules
 *   profiles/          the office's own scoring sheets
 *   points/YEAR.csv    what persons and periods gave (given.h); may be absent
 *   reports/           the office's own layouts of reports; may be absent
 *   office.db          the database; everything else can be made again
 *   output/            reports and rankings
 *
 * Ownership  An office owns its texts until office_free().
 * Errors     ERR_CONFIG: no office here, or a broken office.conf.
 */
#ifndef AUDITOR_OFFICE_OFFICE_H
#define AUDITOR_OFFICE_OFFICE_H

#include "base/lang.h"
#include "office/given.h"
#include "office/register.h"
#include "office/setup.h"

enum { OFFICE_NOTICE_DAYS = 15 };

struct office_year {
    int year;
    char *profile;
};

struct office {
    char *folder;
    char *name;
    char *profile;             /* id or folder */
    struct office_year *years; /* that have a profile of their own */
    size_t year_count;
    bool has_language;
    enum lang language;
    int notice_days; /* from a rectification notice to its deadline */
    const char *const
        *packs; /* packs that the user named beside its own, NULL-terminated; not owned */
    char *database, *inbox, *rules, *profiles, *layouts, *output; /* paths */
};

/* Finds office.conf in the working folder or above it; ERR_ABSENT when there is none. */
int office_find(struct office **out, struct error *err);
int office_open(struct office **out, const char *folder, struct error *err);
void office_free(struct office *office); /* NULL is allowed */

int office_register(struct agency_register **out, const struct office *office, struct error *err);
/* What persons and periods gave in that year; agencies: the register of that year. */
int office_given(struct given **out, const struct office *office, const struct profile *profile,
                 const struct agency_register *agencies, int year, struct error *err);
/* The profile of a year, or, where none was set for it, that of the office; owned by the office. */
const char *office_profile(const struct office *office, int year);
/* Engine with the office's own rules, the profile of the year (0: of no one year), its model. */
int office_setup(struct setup **out, const struct office *office, int year, struct error *err);
/* The same with a pack or folder of rules laid over its own, and with another profile; NULL leaves either
 * as it is. ERR_ABSENT when what is named is not there. */
int office_setup_as(struct setup **out, const struct office *office, const char *rules,
                    const char *profile, struct error *err);
/* What judges in the working folder: within an office its rules and, unless options name another, its profile;
 * elsewhere what is installed. ERR_CONFIG also for what is not there. */
int office_setup_here(struct setup **out, const struct setup_options *options, struct error *err);

/* Makes a new office folder. ERR_USAGE when one is there already. year: of the first inbox. */
int office_init(const char *folder, int year, struct error *err);

#endif /* AUDITOR_OFFICE_OFFICE_H */
