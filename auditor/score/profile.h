/*
 * profile.h - an office's scoring sheet: which duties cost how much (prefix profile_).
 *
 * A profile is a folder with two files that an official edits: profile.conf ("key = value") and
 * sheet.csv (one indicator a row). This folder does no I/O: the caller hands over the bytes, in
 * UTF-8. docs/profiles.md lists keys and columns.
 *
 * Ownership  A profile owns everything in it and lives until profile_free().
 * Errors     ERR_CONFIG; the message names file, row and column (or key).
 * Units      Points are integer thousandths (92500 is 92.5 points); percents likewise.
 */
#ifndef AUDITOR_SCORE_PROFILE_H
#define AUDITOR_SCORE_PROFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "engine/audit.h"

struct engine;

enum profile_kind {
    PROFILE_ONCE, /* costs `unit` once, however often it occurs */
    PROFILE_EACH, /* costs `unit` for each occurrence, up to `cap` */
    PROFILE_VETO  /* any occurrence vetoes the whole result; with a `unit` only those of severity
                   * veto do, and the lighter ones cost `unit` each, up to `cap` */
};

enum profile_veto {
    VETO_CEILING, /* the score is at most `veto_points` */
    VETO_FIXED,   /* the score is `veto_points` */
    VETO_GRADE    /* the score stays, the grade is the lowest */
};

struct profile_indicator {
    struct str id, name, note;
    enum profile_kind kind;
    struct str *rules; /* rule ids, or wildcards "group.*", as written */
    size_t rule_count;
    int64_t points;    /* what the indicator is worth */
    int64_t unit;      /* what one occurrence costs; 0 for a plain veto */
    int64_t cap;       /* the most that it can cost */
    struct str mutex;  /* of indicators with one mutex name only the dearest counts; "" none */
    struct str group;  /* "" none */
    int64_t group_cap; /* the most that all indicators of the group cost; -1 no limit */
    unsigned line;     /* of the sheet */
};

struct profile_band {
    int64_t percent; /* of the maximum, thousandths: from here on */
    struct audit_text name;
};

struct profile_parameter {
    struct str key; /* "publication.late.department" */
    char *value;
    unsigned line; /* of profile.conf */
};

struct profile {
    struct str conf_name; /* of profile.conf, for messages */
    struct str id, version, model;
    struct audit_text title;
    int64_t max;
    struct profile_band *bands; /* highest first; none: no grades */
    size_t band_count;
    struct str *blocking; /* rule ids or wildcards */
    size_t blocking_count;
    struct str *planned; /* ids or wildcards that the sheet names before there are such rules */
    size_t planned_count;
    enum profile_veto veto;
    int64_t veto_points;
    bool unlisted_run; /* rules that stand in no indicator run and cost nothing */
    struct profile_parameter *parameters;
    size_t parameter_count;
    struct profile_indicator *indicators; /* in the order of the sheet */
    size_t indicator_count;
    char digest[65]; /* SHA-256 over both files */
    struct arena *arena;
};

/* The names are those of the files, for messages. */
int profile_parse(struct profile **out, const char *conf_name, struct str conf,
                  const char *sheet_name, struct str sheet, struct error *err);
void profile_free(struct profile *profile); /* NULL is allowed */

/* The indicator a rule stands in, or -1: an exact id wins over a wildcard, a longer wildcard
 * over a shorter one. */
int profile_indicator(const struct profile *profile, struct str rule);
bool profile_selects(const struct profile *profile, struct str rule);
bool profile_blocks(const struct profile *profile, struct str rule);
const char *profile_parameter(const struct profile *profile, struct str rule,
                              struct str name); /* NULL: not set */

/* True when rule is the pattern, or begins with what stands before its final '*'. */
bool profile_matches(struct str pattern, struct str rule);

/* Checks what a profile says about rules that are loaded: ERR_CONFIG with file and line for a
 * parameter of no rule, one that its rule does not have, or a value of the wrong kind
 * (score/parameter.h), and for a blocking pattern that fits no rule. */
int profile_check(const struct profile *profile, const struct engine *engine, struct error *err);

/* The two readers behind profile_parse(). */
int profile_read_conf(struct profile *p, const char *name, struct str text, struct error *err);
int profile_read_sheet(struct profile *p, const char *name, struct str text, struct error *err);

#endif /* AUDITOR_SCORE_PROFILE_H */
