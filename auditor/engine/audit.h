/*
 * audit.h - the outcome of all rules on one report (prefix audit_).
 *
 * Ownership  Everything lives in the audit's arena, independent of the report and the Lua state.
 * Order      Results stand in the order of rule ids (bytes); findings by place, then message.
 */
#ifndef AUDITOR_ENGINE_AUDIT_H
#define AUDITOR_ENGINE_AUDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/lang.h"
#include "base/str.h"

enum audit_state { /* the result states of XCCDF; worse outcomes of one rule win */
                   STATE_PASS,
                   STATE_FAIL,
                   STATE_ERROR,
                   STATE_UNKNOWN,
                   STATE_NOTAPPLICABLE,
                   STATE_NOTCHECKED,
                   STATE_NOTSELECTED,
                   STATE_INFORMATIONAL,
                   STATE_FIXED
};

enum audit_severity {
    SEVERITY_NONE,
    SEVERITY_ADVICE,
    SEVERITY_MINOR,
    SEVERITY_MAJOR,
    SEVERITY_VETO
};

struct audit_text { /* by enum lang; both always there */
    struct str in[LANG_COUNT];
};

/* Where something stands. Keys are those of the forms (recognise/form.h); "" means "not of this kind". */
struct audit_place {
    struct str section, table, row, column;
    struct str document;      /* path of the document, where it is not the one under audit */
    struct str quote;         /* raw, at most 60 characters */
    uint32_t line;            /* 0: the document as a whole */
    uint32_t page;            /* from 1; 0: the document has no pages */
    uint32_t paragraph;       /* the line, where lines are paragraphs (Word files); else 0 */
    uint32_t block;           /* 1-based; 0 none */
    uint32_t raw_at, raw_len; /* in doc->raw, for marking it; len 0 if unknown */
};

struct audit_change { /* a cell of a diagnosis */
    struct str row, column, found, right;
    struct str kind;
};

struct audit_diagnosis {
    bool present;
    bool unique;
    struct audit_change *changes; /* of the first candidate */
    size_t change_count;
    struct audit_change **candidates; /* all listed ones, the first included */
    size_t *candidate_sizes;
    size_t candidate_count, candidate_total;
};

struct audit_finding {
    enum audit_severity severity; /* SEVERITY_NONE when informational */
    bool informational;
    struct audit_text message;
    struct audit_text remedy;
    struct str *basis;
    size_t basis_count;
    struct audit_place *evidence; /* at least one; the first is the finding's place */
    size_t evidence_count;
    struct str expected, found, formula; /* "" if none */
    struct audit_diagnosis diagnosis;
    struct str cause;       /* fingerprint of the finding that explains this one; "" if none */
    struct str fingerprint; /* 16 hex digits; stable as long as rule, place and evidence are */
};

/* The code by which a rule says that what it asks for is not due yet. An agency of which nothing came in is then not
 * counted as one without a report. */
#define AUDIT_NOT_DUE "not-due"

struct audit_reason { /* why a rule did not decide */
    struct str code;
    struct audit_text message;
    struct audit_place place;
    struct str cause; /* fingerprint of the finding that explains it; "" leaves the duty open */
};

/* What a pack did to a rule of an earlier one. */
enum audit_override_kind { OVERRIDE_REPLACED, OVERRIDE_DESELECTED, OVERRIDE_RELEVELLED };

struct audit_override {
    enum audit_override_kind kind;
    struct str by;  /* pack: "city@1.2.0" */
    struct str was; /* the pack whose rule it was; of OVERRIDE_RELEVELLED the severity before */
};

struct audit_result {
    struct str rule;
    struct str pack; /* "annual-report@1.0.0" */
    enum audit_state state;
    enum audit_severity severity; /* highest of its findings; SEVERITY_NONE without */
    struct audit_finding *findings;
    size_t finding_count;
    size_t finding_total;      /* more than finding_count when a limit cut the list */
    struct audit_reason *open; /* undecided places, also beside findings */
    size_t open_count;
    struct audit_reason *reason;      /* unknown, error, notapplicable, notselected; else NULL */
    struct audit_override *overrides; /* in the order of the packs */
    size_t override_count;
    bool gap;              /* a whole pack could not be used: blocks, whatever the profile says */
    uint64_t instructions; /* used, if they were counted; not part of any stored result */
};

struct audit {
    struct audit_result *results;
    size_t n;
    struct arena *arena;
};

void audit_free(struct audit *audit);
struct audit_result *audit_result(const struct audit *audit, struct str rule); /* NULL */

/* An undecided duty: state error, or unknown with a reason that no finding explains. */
bool audit_is_open(const struct audit_result *result);

const char *audit_state_name(enum audit_state state);   /* "pass" ... */
const char *audit_state_label(enum audit_state state);  /* in the chosen language */
const char *audit_severity_name(enum audit_severity s); /* "major"; NULL for none */
const char *audit_severity_label(enum audit_severity s);
const char *audit_override_name(enum audit_override_kind kind); /* "replaced" ... */
bool audit_severity_parse(enum audit_severity *out, struct str name);

#endif /* AUDITOR_ENGINE_AUDIT_H */
