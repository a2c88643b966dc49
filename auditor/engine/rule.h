/*
 * rule.h - a loaded rule (prefix rule_; private to engine/).
 *
 * rule_load() reads a file, runs it once without any document in sight, checks it field by field and
 * takes over what can be known without running it. A broken file gives a rule with load_error.
 */
#ifndef AUDITOR_ENGINE_RULE_H
#define AUDITOR_ENGINE_RULE_H

#include "engine/engine.h"
#include "text/pattern.h"

struct claim_set;

struct rule_pattern {
    struct str name;
    struct pattern *compiled;
    struct str *literals; /* one of them stands in every match; none: every block is searched */
    size_t literal_count;
    size_t longest; /* bytes of a match at most */
    uint32_t id;    /* in the engine's prefilter */
};

struct rule_basis {
    struct str form; /* "": for every form */
    struct str *items;
    size_t count;
};

struct rule {
    struct rule_info info;
    int kept; /* what the file declared; LUA_NOREF when broken */
    struct str pack_id;
    const struct pack *pack;
    struct str *needs; /* tables that must be there */
    size_t need_count;
    struct rule_basis *basis;
    size_t basis_count;
    struct rule_pattern *patterns;
    size_t pattern_count;
    const struct claim_set *claims; /* of the engine; NULL for none */
};

struct pack;

/* An empty record for a file of a pack, named below it. */
struct rule *rule_new(struct engine *engine, const struct pack *pack, struct str path);
struct rule *rule_load(struct engine *engine, const struct pack *pack, struct str path);
void rule_break(struct engine *engine, struct rule *rule, const struct audit_text *fault);
void rule_free(struct engine *engine, struct rule *rule); /* NULL is allowed */

/* The basis that holds for a form: its own, else that of the form that it is like; NULL. */
const struct rule_basis *rule_basis_of(const struct rule *rule, const struct form_set *forms,
                                       const struct form *form);
const struct rule_pattern *rule_pattern(const struct rule *rule, struct str name); /* NULL */

#endif /* AUDITOR_ENGINE_RULE_H */
