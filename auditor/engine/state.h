/*
 * state.h - what an engine holds (private to engine/).
 *
 * Ownership  All strings of loaded plugins lie in the engine's arena. Compiled chunks and kept values are
 *            references into Lua's registry.
 */
#ifndef AUDITOR_ENGINE_STATE_H
#define AUDITOR_ENGINE_STATE_H

#include "engine/engine.h"
#include "engine/pack.h"
#include "engine/rule.h"
#include "engine/sandbox.h"
#include "engine/slot.h"

struct bind;
struct claims;
struct dossier;
struct prefilter;

/* A library that plugins may require. */
struct engine_lib {
    struct str name;
    struct str pack; /* "" for those of all */
    int chunk;       /* compiled, until it has run */
    int kept;        /* what it returned, LUA_NOREF before */
    bool running;
    bool used;                    /* in the call that runs now */
    struct audit_text load_fault; /* "" when sound */
    bool counts;                  /* a rule or a form has asked for it: it can change results */
    size_t *needs;                /* positions of what it requires itself */
    size_t need_count, need_cap;
    char digest[65];
};

struct engine_form {
    struct str id;
    struct str pack; /* "" for those of all */
    char digest[65]; /* of its file */
};

/* A metatable of handles: its reference in Lua's registry, and its address, to know it by. */
struct engine_meta {
    int ref;
    const void *address;
};

enum { ENGINE_SUBJECTS = 4 };

/* Patterns that plugins write in their code, and what they were looked for in. */
struct engine_patterns {
    int kept;                           /* reference of the table of the compiled ones */
    size_t n;                           /* in it */
    uint64_t call;                      /* number of the call that runs now */
    const char *valid[ENGINE_SUBJECTS]; /* long strings of this call that are known to be UTF-8, */
    int subjects;                       /* and the table that keeps them where they are */
    size_t next;                        /* to be replaced */
};

struct engine {
    struct sandbox *sandbox;
    struct arena *arena;
    struct slot **slots; /* by id of the rule */
    size_t slot_count, slot_cap;
    struct rule **rules; /* all of all slots, as they were loaded */
    size_t rule_count, rule_cap;
    struct pack **packs; /* used ones first, in the order in which they were loaded */
    size_t pack_count, pack_cap;
    struct engine_lib *libs;
    size_t lib_count, lib_cap;
    struct engine_form *form_files;
    size_t form_count, form_cap;
    struct form_set forms;
    struct claims *claims; /* what rules declared, each table once */
    size_t claims_count, claims_cap;
    struct prefilter *prefilter; /* over the patterns of all rules */
    char digest[65];
    size_t running_lib;            /* position; SIZE_MAX: none */
    bool counting;                 /* what is required now counts into the digest */
    bool judging;                  /* a rule runs on a report */
    bool hasty;                    /* without counting its instructions */
    bool counted;                  /* never so */
    struct str pack;               /* whose lib/ `require` looks into now */
    const char *declared;          /* kind that the chunk has declared, NULL before */
    struct engine_plugin *plugins; /* all that engine_plugin() has handed out */
    struct engine_patterns patterns;
    struct engine_meta *metas; /* by enum bind_type */
    int no_items;              /* reference of the empty list */
    struct bind *bind; /* the report whose handle was used last; NULL while nothing is judged */
    struct bind **
        binds; /* the open reports; of a dossier the one under audit first. The rest is kept for reuse */
    size_t bind_count, bind_cap;
    uint32_t generation;           /* of the first open report; the others count on from it */
    const struct dossier *dossier; /* under audit; NULL: a document alone */
};

void plugin_free_all(struct engine_plugin *plugin);

static inline struct engine *engine_of(lua_State *L)
{
    return sandbox_user(L);
}

#endif /* AUDITOR_ENGINE_STATE_H */
