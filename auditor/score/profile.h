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
    PROFILE_ONCE,   /* costs `unit` once, however often it occurs */
    PROFILE_EACH,   /* costs `unit` for each occurrence, up to `cap` */
    PROFILE_VETO,   /* any occurrence vetoes the whole result; with a `unit` only those of severity
                     * veto do, and the lighter ones cost `unit` each, up to `cap`; without rules a
                     * person says whether it does */
    PROFILE_GRADED, /* each occurrence costs what its days come to by `steps`, up to `cap` */
    PROFILE_GATE,   /* any occurrence costs all of the parent, and nothing else of it costs more */
    PROFILE_HAND,   /* a person gives the points; worth 0: points are taken for what happened */
    PROFILE_PERIOD, /* the points of months, quarters or half years, combined */
    PROFILE_BONUS,  /* adds points: given by a person, or when all its rules pass */
    PROFILE_SUM     /* heads the indicators below it; no rules of its own */
};

enum profile_veto {
    VETO_CEILING, /* the score is at most `points` */
    VETO_FIXED,   /* the score is `points` */
    VETO_GRADE    /* the score stays */
};

/* What a veto does; the grade is at best `band`. */
struct profile_effect {
    enum profile_veto kind;
    int64_t points;
    int band; /* index of the best band that is left; -1: the lowest */
};

enum profile_missing_kind {
    MISSING_APART,  /* it is not scored, and listed apart */
    MISSING_JUDGED, /* it costs what the sheet says of the findings there are */
    MISSING_FIXED   /* the score is `points`, whatever else there is */
};

struct profile_missing { /* what an agency gets of which nothing came in */
    enum profile_missing_kind kind;
    int64_t points;
};

struct profile_step { /* of a graded deduction */
    int64_t from;     /* days, or whatever the finding differs by */
    int64_t points;
    bool per_unit; /* the points are those of a single day */
};

enum { PROFILE_PERIODS = 12 };

struct profile_combine {
    unsigned periods; /* of a year: 12, 4 or 2 */
    bool sum;         /* they are added up; else averaged by weight */
    int64_t full;     /* the most a single one gives; 0: follows from what the indicator is worth */
    int64_t weights[PROFILE_PERIODS];
};

struct profile_indicator {
    struct str id, name, note;
    enum profile_kind kind;
    struct str *rules; /* rule ids, or wildcards "group.*", as written */
    size_t rule_count;
    int64_t points;      /* what the indicator is worth */
    int64_t unit;        /* what one occurrence costs; 0 for a plain veto */
    int64_t cap;         /* the most that it, or all below it, can cost; -1 no limit */
    struct str mutex;    /* of indicators with one mutex name only the dearest counts; "" none */
    struct str group;    /* "" none */
    int64_t group_cap;   /* the most that all indicators of the group cost; -1 no limit */
    int parent;          /* an indicator of kind PROFILE_SUM; -1 none */
    unsigned level;      /* 1 without a parent */
    struct str above;    /* what the sheet names as parent; "" by its number */
    struct str *applies; /* levels of bodies and groups that it is for; none: all */
    size_t applies_count;
    struct profile_step *steps; /* of PROFILE_GRADED, by days */
    size_t step_count;
    struct profile_combine combine; /* of PROFILE_PERIOD */
    int64_t floor;                  /* fewer points than this veto the result; -1 none */
    bool has_effect;
    struct profile_effect effect; /* of its veto, instead of the profile's */
    unsigned line;                /* of the sheet */
};

struct profile_band {
    int64_t percent; /* of the maximum, thousandths: from here on */
    struct audit_text name;
};

struct profile_bonus {
    int64_t above;        /* the points from which a bonus counts; -1: always */
    bool strictly;        /* more than that, not as many */
    struct str indicator; /* of which those points are; "" of the whole */
    int64_t cap;          /* the most that all of it adds; -1 no limit */
    int64_t total;        /* the score that it does not exceed; -1 no limit */
};

struct profile_parameter {
    struct str key; /* "publication.late.department" */
    char *value;
    unsigned line; /* of profile.conf */
};

struct profile {
    struct str conf_name, sheet_name; /* for messages */
    struct str id, version, model;
    struct audit_text title;
    int64_t max;
    struct profile_band *bands; /* highest first; none: no grades */
    size_t band_count;
    struct str *blocking; /* rule ids or wildcards */
    size_t blocking_count;
    struct str *planned; /* ids or wildcards that the sheet names before there are such rules */
    size_t planned_count;
    struct profile_effect veto;
    struct profile_missing missing;
    struct profile_band top; /* a share of the ranked ones of a group; no name: none */
    struct profile_bonus bonus;
    bool applicable_only; /* what does not apply leaves the denominator */
    int64_t grain;        /* the score is a multiple of it: 10 for two decimals */
    struct str *groups;   /* of agencies, as `applies` names them */
    size_t group_count;
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
 * over a shorter one. Only those marked in `among`, by indicator; NULL: all. */
int profile_indicator(const struct profile *profile, struct str rule, const bool *among);
bool profile_selects(const struct profile *profile, struct str rule);
bool profile_blocks(const struct profile *profile, struct str rule);
const char *profile_parameter(const struct profile *profile, struct str rule,
                              struct str name); /* NULL: not set */

/* True when rule is the pattern, or begins with what stands before its final '*'. */
bool profile_matches(struct str pattern, struct str rule);

/* Whether `planned` names it: a rule id or a wildcard of the sheet. */
bool profile_plans(const struct profile *profile, struct str pattern);

const char *profile_kind_name(enum profile_kind kind); /* "once" ... */

/* Whether a person decides the indicator: of kind hand, or a veto or bonus without rules. */
bool profile_by_hand(const struct profile_indicator *indicator);

/* True when indicator is `top`, or stands below it. */
bool profile_below(const struct profile *profile, int indicator, int top);

/* Checks what a profile says about rules that are loaded: ERR_CONFIG with file and line for a
 * rule id of the sheet that fits no rule and is not planned, a parameter of no rule, one that its
 * rule does not have, or a value of the wrong kind (score/parameter.h), and for a blocking pattern
 * that fits no rule. */
int profile_check(const struct profile *profile, const struct engine *engine, struct error *err);

/* Whether any rule fits the pattern; also when a rule that cannot be loaded might. */
bool profile_serves(const struct engine *engine, struct str pattern);

/* The readers behind profile_parse(). */
int profile_read_conf(struct profile *p, const char *name, struct str text, struct error *err);
int profile_read_sheet(struct profile *p, const char *name, struct str text, struct error *err);
int profile_read_tree(struct profile *p, struct error *err);
bool profile_read_effect(const struct profile *p, struct str text, struct profile_effect *out);

#endif /* AUDITOR_SCORE_PROFILE_H */
