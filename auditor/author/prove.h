/*
 * prove.h - the mutation bench: single defects in clean reports, and who saw them (prefix prove_).
 *
 * All originals are audited first: whatever fires there is a false alarm, and that rule is not judged
 * on that original. Then every mutation of the plan is made and audited in worker processes. The
 * plan is the catalogue's every site (full), or one original for each site of each form, chosen by
 * the seed; the outcome depends on seed, rules and originals alone, not on the workers.
 *
 * A finding that another one explains counts as the other's. Of a coherent mutation nobody is
 * expected to see anything; after a harmless one nobody may.
 *
 * Ownership  The proof owns everything until prove_free(); it refers to the engine.
 * Errors     ERR_ABSENT: no such rule, file or example. ERR_USAGE: none of the files given is a
 *            whole report, or the rule judges more than one. ERR_IO: no worker could be started.
 */
#ifndef AUDITOR_AUTHOR_PROVE_H
#define AUDITOR_AUTHOR_PROVE_H

#include "author/mutation.h"

struct prove_options {
    const char *rule;         /* judge this rule alone; NULL: all */
    const char *const *paths; /* files or folders that are clean; none: those of the examples */
    size_t path_n;
    const char *data; /* the data folder, where the examples are */
    uint64_t seed;
    bool full;
    size_t workers;
};

enum prove_answer { PROVE_NONE, PROVE_YES, PROVE_NO };

struct prove_mutant {
    uint32_t kind, original, site;
    bool coherent, lost;        /* lost: the worker died, or the bytes could not be read */
    bool seen;                  /* a finding that no other one explains */
    enum prove_answer as_meant; /* every rule that is expected has a finding */
    enum prove_answer placed;   /* a finding stands at the place of the defect */
    enum prove_answer right;    /* it names the value that was there */
    uint16_t *leads, *caused, *strays, *missing; /* rules by index; `missing` by expectation */
    uint16_t lead_n, caused_n, stray_n, missing_n;
};

struct prove_alarm { /* a finding where nothing is wrong */
    uint32_t original;
    uint16_t rule;
    uint32_t mutant; /* of a harmless mutation; UINT32_MAX: in the original itself */
    char *message;
};

struct prove_tally {
    size_t expected, found; /* mutations that it must see; those that it saw */
    size_t fired;           /* all in which it has a finding */
    size_t strays;          /* unexplained findings that nobody expected */
    size_t alarms;
};

struct prove_kind_tally {
    size_t made, coherent, harmless, seen, as_meant, strays, lost;
    size_t placed, placed_of, right, right_of;
    size_t *by_rule; /* findings of each rule, explained or not */
};

struct proof {
    struct engine *engine;
    const struct rule_info *rule; /* NULL: all */
    uint64_t seed;
    bool full;
    size_t rule_n;
    struct mutation_original *originals;
    size_t original_n;
    char **passed_over; /* files that are no annual report, or hold less than half of one */
    size_t passed_over_n;
    struct prove_mutant *mutants;
    size_t mutant_n;
    size_t candidates; /* what --full would make */
    struct prove_alarm *alarms;
    size_t alarm_n;
    struct prove_tally *rules;      /* by rule */
    struct prove_kind_tally *kinds; /* by kind */
    struct prove_kind_tally total;
};

int prove_run(struct proof **out, struct engine *engine, const struct prove_options *options,
              struct error *err);
void prove_free(struct proof *proof); /* NULL is allowed */

/* Every mutation was seen, nothing fired without cause, and something was proven at all. */
bool prove_holds(const struct proof *proof);
/* Fills what the plan of a mutant said; mutation_free() it. */
void prove_recall(struct mutation *m, const struct proof *proof, const struct prove_mutant *mutant);

struct cJSON;
/* The whole proof as plain data in the chosen language; the caller deletes it. */
struct cJSON *prove_model(const struct proof *proof, const char *version);
/* The model for people: the summary, then everything that is to be looked at, by name. */
void prove_text(struct strbuf *out, const struct cJSON *model, unsigned width);

#endif /* AUDITOR_AUTHOR_PROVE_H */
