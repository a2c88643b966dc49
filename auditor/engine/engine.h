/*
 * engine.h - plugins in a sandbox: loading them, running rules on a report (prefix engine_).
 *
 * One engine per process holds one Lua state with all compiled plugins. It is made before the
 * workers are forked and works on in each of them.
 *
 * Errors     A broken rule file is not an error of loading: it becomes a rule that answers every
 *            document with `error`, naming file and line. A pack that cannot be used is refused
 *            whole, which stands as a rule "pack.ID" that answers every document with `error`. Broken
 *            forms of the program, scoring models and layouts are ERR_CONFIG.
 * Limits     ENGINE_BYTES and ENGINE_INSTRUCTIONS for a rule on a document; a layout or a scoring
 *            model gets the larger ENGINE_LAYOUT_*.
 */
#ifndef AUDITOR_ENGINE_ENGINE_H
#define AUDITOR_ENGINE_ENGINE_H

#include "base/error.h"
#include "engine/audit.h"
#include "recognise/form.h"
#include "recognise/report.h"

struct cJSON;
struct engine;

enum {
    ENGINE_BYTES = 32 * 1024 * 1024,
    ENGINE_INSTRUCTIONS = 5 * 1000 * 1000,
    ENGINE_BYTES_MORE = 1024 * 1024, /* for each further report of a dossier */
    ENGINE_INSTRUCTIONS_MORE = 200 * 1000,
    ENGINE_LAYOUT_BYTES = 512 * 1024 * 1024,
    ENGINE_LAYOUT_INSTRUCTIONS = 2000 * 1000 * 1000,
    ENGINE_PACK_INTERFACE =
        1 /* the version of the plugin interface; a pack names the one it was written for */
};

/* SCOPE_CARRIERS: a report with the other files that it also came in as. */
enum rule_scope { SCOPE_DOCUMENT, SCOPE_CARRIERS, SCOPE_AGENCY, SCOPE_OFFICE };
const char *engine_scope_name(enum rule_scope scope); /* "document" ... */

struct rule_parameter {
    struct str name, value; /* default; a profile may set "RULE.NAME" */
};

/* What is known of a rule without running it. */
struct rule_info {
    struct str id;                    /* of a broken file: the id its path suggests */
    struct str pack;                  /* "annual-report@1.0.0" */
    struct str path;                  /* of its file, relative to the pack's folder */
    struct str file;                  /* full path */
    struct str load_error;            /* "" when sound; in the language of the program */
    struct audit_text load_fault;     /* the same in both, for what is stored */
    struct str deselected;            /* pack that deselects it; "" */
    enum audit_severity relevelled;   /* what packs made of its severity; SEVERITY_NONE: nothing */
    struct audit_override *overrides; /* what packs did to it, each for its years */
    size_t override_count;
    bool gap; /* no rule: it stands for a pack that could not be used */
    struct audit_text title, remedy, why;
    enum audit_severity severity;
    enum rule_scope scope;
    struct str *forms; /* empty: all */
    size_t form_count;
    bool any_document; /* runs also on what is no annual report */
    struct str *basis; /* of all forms, in order, each once */
    size_t basis_count;
    struct rule_parameter *parameters;
    size_t parameter_count;
    struct str parameters_of; /* the rule whose values they take, too; "": they are its own */
    char digest[65];          /* SHA-256 of the file */
};

int engine_new(struct engine **out, const char *lib_folder, struct error *err);
void engine_free(struct engine *engine);

/* Packs, in the order in which they load: by level, then what they need, then by id. */
enum pack_level { PACK_NATIONAL, PACK_PROVINCE, PACK_CITY, PACK_COUNTY, PACK_OFFICE };
enum pack_state { PACK_USED, PACK_REFUSED, PACK_SUPERSEDED };

/* Where a pack lies. */
struct pack_place {
    const char *path;      /* a folder or a .zip */
    enum pack_level level; /* when its manifest names none */
    bool named;            /* by the user: it wins over one of the same id that was found */
    bool loose; /* a folder of rule files without a manifest, the pack "office@0": always last */
};

struct pack_info {
    struct str id, version; /* as far as they are known */
    struct str name;        /* "city@1.2.0" */
    struct str file;        /* where it lies */
    struct audit_text title;
    struct str region;
    enum pack_level level;
    int first_year, last_year; /* of reports; 0: open */
    enum pack_state state;
    struct audit_text why; /* it is not used; "" */
    struct str *forms;     /* ids of the forms that it brings, and */
    struct str
        *forms_were; /* the pack whose form of this id each replaces, "" none, "-" the program's */
    size_t form_count;
    size_t rule_count;
};

/* Loads packs: pack.lua, all rule files below it (*.lua but *.cases.lua and lib/), its lib/ and forms/.
 * One that cannot be used is refused whole and costs the others nothing. Of several with one id the
 * one named by the user stands, else that of the highest version. A rule id that an earlier pack has
 * is replaced if the manifest says so; a broken file replaces nothing and gets the id "PACK.ID". */
void engine_load_packs(struct engine *engine, const struct pack_place *places, size_t n);
size_t engine_pack_count(const struct engine *engine); /* in order; those not used are last */
const struct pack_info *engine_pack(const struct engine *engine, size_t i);
const char *engine_pack_level_name(enum pack_level level);

/* One folder or zip, loose without a pack.lua; what is wrong with it is an error here. */
int engine_load_pack(struct engine *engine, const char *path, struct error *err);

/* The bytes of a file of a rule's pack by its name below the pack ("cases/clean.html"), folder or zip. They
 * live as long as the engine. ERR_ABSENT. */
int engine_pack_file(struct engine *engine, const struct rule_info *rule, struct str name,
                     struct str *out, struct error *err);
/* All *.lua of a folder as forms. */
int engine_load_forms(struct engine *engine, const char *folder, struct error *err);
const struct form_set *engine_forms(const struct engine *engine);

size_t engine_rule_count(const struct engine *engine);
const struct rule_info *engine_rule(const struct engine *engine,
                                    size_t i); /* by id, in byte order */
const struct rule_info *engine_rule_by_id(const struct engine *engine, struct str id); /* NULL */
/* The rule of that id in one pack, "city@1.2.0", also where another pack replaces it. NULL. */
const struct rule_info *engine_rule_in(const struct engine *engine, struct str id, struct str pack);

/* SHA-256 over everything loaded that can change a result, and nothing else: the packs used with what they
 * deselect and re-level, their rules, the libraries that these ask for, all forms. Hex. */
const char *engine_digest(const struct engine *engine);

/* Which rules to run and with what parameters. Empty lists: all rules, defaults. */
struct rule_choice {
    bool (*selected)(void *user, struct str rule);                          /* NULL: all */
    const char *(*parameter)(void *user, struct str rule, struct str name); /* NULL: the default */
    void *user;
};

/* A report to be judged. */
struct engine_subject {
    const struct report *report;
    struct rule_choice choice;
    struct audit *audit; /* out: the caller frees it */
};

/* Runs every rule of scope document on each of the reports; rules of other scopes are `notselected`.
 * What a report gets does not depend on those beside it: they are together only so that a rule's code is
 * still in the processor's cache when the next report comes. */
void engine_run(struct engine *engine, struct engine_subject *subjects, size_t n);
/* From now on the results tell the instructions of each rule. Without it they are counted only where a rule
 * may have passed its limit, on a report that is then run again: to count takes a tenth of their time. */
void engine_count(struct engine *engine);

/* Runs every rule of the other scopes on a dossier (of one that has only carriers, those of SCOPE_CARRIERS). The audit is that of its report, or of none, and has a
 * result for each rule; those of the rules that run here are replaced. */
struct dossier;
void engine_run_dossier(struct engine *engine, const struct dossier *dossier,
                        const struct rule_choice *choice, struct audit *audit);

/* Evaluates a plugin file of plain data ("form", "cases", "pack") to a cJSON tree; the caller
 * deletes it. engine_data_text() takes the file's text; label is what messages begin with. */
int engine_data_text(struct engine *engine, struct str text, const char *label, const char *kind,
                     struct cJSON **out, struct error *err);
int engine_data(struct engine *engine, const char *path, const char *kind, struct cJSON **out,
                struct error *err);

/* Loads a plugin with functions ("scoring", "layout") and calls one of them with plain data. */
struct engine_plugin;
int engine_plugin(struct engine *engine, const char *path, const char *kind,
                  struct engine_plugin **out, struct error *err);
/* Its fields that are plain data (id, title, ...), owned by the plugin. */
const struct cJSON *engine_plugin_data(const struct engine_plugin *plugin);
/* result of the function as plain data; *out is deleted by the caller. */
int engine_call(struct engine *engine, struct engine_plugin *plugin, const char *function,
                const struct cJSON *argument, struct cJSON **out, struct error *err);
/* The function returns nodes of plugins/lib/html.lua; out gets escaped HTML. assets are the folders,
 * NULL-terminated, from the first of which that has it a layout takes a style sheet by name. */
int engine_render(struct engine *engine, struct engine_plugin *plugin, const char *function,
                  const struct cJSON *argument, const char *const *assets, struct strbuf *out,
                  struct error *err);

#endif /* AUDITOR_ENGINE_ENGINE_H */
