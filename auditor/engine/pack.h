/*
 * pack.h - a pack as the engine holds it (prefix pack_, manifest_; private to engine/).
 *
 * Opened, its manifest is known and nothing of it is used. Loaded, its libraries, forms and rules are in
 * the engine. A step that fails leaves the engine as it was, and may be taken again.
 *
 * Ownership  A pack owns its files (bundle.h); strings and lists lie in the engine's arena.
 * Errors     ERR_CONFIG, or what bundle.h gives; messages begin with the pack's own name, never with a path.
 */
#ifndef AUDITOR_ENGINE_PACK_H
#define AUDITOR_ENGINE_PACK_H

#include "base/bundle.h"
#include "base/semver.h"
#include "engine/engine.h"

struct rule;

struct pack_need {
    struct str id, range;
};

struct pack_relevel {
    struct str rule;
    enum audit_severity severity;
};

struct pack {
    struct pack_info info;
    struct pack_place place; /* its path is the info's */
    struct bundle *bundle;   /* NULL: it cannot be read */
    struct semver version;
    struct pack_need *needs;
    size_t need_count;
    struct str *deselect;
    size_t deselect_count;
    struct str *replace;
    size_t replace_count;
    struct pack_relevel *relevel;
    size_t relevel_count;
    bool settled; /* used, refused or superseded */
};

struct pack *pack_new(struct engine *engine, const struct pack_place *place);
void pack_free(struct pack *pack); /* NULL is allowed */

/* Opens files and manifest. When it fails the pack has as much as is known. */
int pack_open(struct pack *pack, struct engine *engine, struct error *err);

/* The manifest of a pack whose files are open into its fields. */
int manifest_read(struct pack *pack, struct engine *engine, struct error *err);

/* Whether its packs are there, then its libraries, forms and rules. */
int pack_load(struct pack *pack, struct engine *engine, struct error *err);

/* Whether the packs that it needs are in use; whether the rules that it deselects, replaces and re-levels are
 * there, and those that it replaces are among its own. */
int pack_check_needs(const struct pack *pack, const struct engine *engine, struct error *err);
int pack_check_changes(const struct pack *pack, const struct engine *engine,
                       struct rule *const *own, size_t own_count, struct error *err);

bool pack_holds_for(const struct pack *pack, int year);

/* The name of a file of it, for messages: "city.zip/forms/2027.lua". */
struct str pack_label(const struct pack *pack, struct engine *engine, struct str name);

#endif /* AUDITOR_ENGINE_PACK_H */
