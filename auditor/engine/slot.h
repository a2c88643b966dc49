/*
 * slot.h - what the packs have said about one rule id, in the order in which they were loaded (prefix slot_;
 * private to engine/).
 *
 * A pack defines the rule, deselects it or gives it another severity. What holds for a report follows from
 * all packs whose years hold for its year: the last definition stands, and what was said after it.
 */
#ifndef AUDITOR_ENGINE_SLOT_H
#define AUDITOR_ENGINE_SLOT_H

#include "engine/rule.h"

struct engine;
struct pack;

enum slot_event_kind { SLOT_DEFINED, SLOT_DESELECTED, SLOT_RELEVELLED };

struct slot_event {
    enum slot_event_kind kind;
    const struct pack *by;
    struct rule *rule;            /* of SLOT_DEFINED */
    enum audit_severity severity; /* of SLOT_RELEVELLED */
};

struct slot {
    struct str id;
    struct rule_info info; /* of the last definition, and the overrides of all packs */
    struct slot_event *events;
    size_t n, cap;
};

enum { SLOT_ANY_YEAR = -1, SLOT_OVERRIDES = 16 };

struct slot_view {
    const struct rule *rule;       /* NULL: only packs for other years have it */
    const struct pack *deselected; /* by which pack; NULL */
    const struct pack *relevelled;
    enum audit_severity severity; /* with relevelled */
    struct audit_override overrides[SLOT_OVERRIDES];
    size_t override_count;
};

struct slot *slot_find(const struct engine *engine, struct str id); /* NULL */
/* The slot of an id, made if there is none. */
struct slot *slot_of(struct engine *engine, struct str id);
void slot_add(struct engine *engine, struct slot *slot, struct slot_event event);
void slot_free(struct slot *slot);

/* year 0: not known, then only packs for all years hold. */
void slot_look(struct slot_view *out, const struct slot *slot, int year);
struct rule *slot_last(const struct slot *slot); /* the last definition; NULL */

#endif /* AUDITOR_ENGINE_SLOT_H */
