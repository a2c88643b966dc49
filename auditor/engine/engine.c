/* engine.c - making an engine, looking up what it holds, its digest; see engine.h. */
#include "engine/engine.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "engine/bind.h"
#include "engine/chunk.h"
#include "engine/claims.h"
#include "engine/engine_seal.h"
#include "engine/keep.h"
#include "engine/lib_text.h"
#include "engine/prefilter.h"

/* Raised when the same plugins can give other results. */
#define ENGINE_RESULTS "1"

/* The libraries of the program, which all plugins may require. */
static int load_own_libs(struct engine *engine, const char *folder, struct error *err)
{
    struct bundle *bundle = NULL;
    int code = bundle_open(&bundle, folder, BUNDLE_LOOSE, err);
    if (!code)
        chunk_load_libs(engine, bundle, str_of(""), str_of(""));
    bundle_free(bundle);
    return code;
}

int engine_new(struct engine **out, const char *lib_folder, struct error *err)
{
    struct engine *engine = mem_zero(1, sizeof *engine);
    int code = 0;
    *out = NULL;
    engine->arena = arena_new();
    engine->pack = str_of("");
    engine->sandbox = sandbox_new(engine);
    lua_State *L = sandbox_state(engine->sandbox);
    chunk_open(L);
    lib_text_open(L);
    lib_date_open(L);
    bind_open(L);
    keep_open(L);
    sandbox_settle(engine->sandbox);
    engine->running_lib = SIZE_MAX;
    if (lib_folder && file_is_folder(lib_folder))
        code = load_own_libs(engine, lib_folder, err);
    if (code) {
        engine_free(engine);
        return code;
    }
    engine_seal(engine);
    *out = engine;
    return 0;
}

void engine_free(struct engine *engine)
{
    if (!engine)
        return;
    for (size_t i = 0; i < engine->rule_count; i++)
        rule_free(engine, engine->rules[i]);
    plugin_free_all(engine->plugins);
    claims_free(engine);
    prefilter_free(engine->prefilter);
    sandbox_free(engine->sandbox); /* before what its handles could name */
    bind_free(engine);
    form_set_free(&engine->forms);
    arena_free(engine->arena);
    for (size_t i = 0; i < engine->slot_count; i++)
        slot_free(engine->slots[i]);
    for (size_t i = 0; i < engine->pack_count; i++)
        pack_free(engine->packs[i]);
    for (size_t i = 0; i < engine->lib_count; i++)
        free(engine->libs[i].needs);
    free(engine->slots);
    free(engine->packs);
    free(engine->rules);
    free(engine->libs);
    free(engine->form_files);
    free(engine);
}

const struct form_set *engine_forms(const struct engine *engine)
{
    return &engine->forms;
}

size_t engine_rule_count(const struct engine *engine)
{
    return engine->slot_count;
}

const struct rule_info *engine_rule(const struct engine *engine, size_t i)
{
    return i < engine->slot_count ? &engine->slots[i]->info : NULL;
}

const struct rule_info *engine_rule_by_id(const struct engine *engine, struct str id)
{
    const struct slot *slot = slot_find(engine, id);
    return slot ? &slot->info : NULL;
}

const struct rule_info *engine_rule_in(const struct engine *engine, struct str id, struct str pack)
{
    const struct slot *slot = slot_find(engine, id);
    for (size_t i = 0; slot && i < slot->n; i++) {
        const struct rule *rule = slot->events[i].rule;
        if (rule && str_eq(rule->info.pack, pack))
            return &rule->info;
    }
    return NULL;
}

size_t engine_pack_count(const struct engine *engine)
{
    return engine->pack_count;
}

const struct pack_info *engine_pack(const struct engine *engine, size_t i)
{
    return i < engine->pack_count ? &engine->packs[i]->info : NULL;
}

int engine_pack_file(struct engine *engine, const struct rule_info *rule, struct str name,
                     struct str *out, struct error *err)
{
    *out = str_of("");
    for (size_t i = 0; i < engine->pack_count; i++) {
        struct pack *pack = engine->packs[i];
        /* by its place: two folders without a manifest have the same name */
        if (pack->bundle && str_starts(rule->file, pack->info.file) &&
            rule->file.n == pack->info.file.n + 1 + rule->path.n)
            return bundle_read(pack->bundle, name, out, err);
    }
    return error_set(err, ERR_ABSENT, tr("没有规则包 %.*s", "there is no pack %.*s"),
                     STR_ARG(rule->pack));
}

const char *engine_digest(const struct engine *engine)
{
    return engine->digest;
}

static void digest_years(struct digest *d, const struct pack_info *info)
{
    char years[32];
    snprintf(years, sizeof years, "%d-%d", info->first_year, info->last_year);
    digest_field(d, str_of(years));
}

/* A pack by what it can change: the reason of a refusal stands in results. A loose folder is nothing but
 * its rules, which are counted by themselves: an empty one changes nothing. */
static void digest_pack(struct digest *d, const struct pack *pack)
{
    const struct pack_info *info = &pack->info;
    if (info->state == PACK_SUPERSEDED || (info->state == PACK_USED && pack->place.loose))
        return;
    digest_field(d, str_of(info->state == PACK_USED ? "pack" : "refused"));
    digest_field(d, info->name);
    digest_years(d, info);
    for (enum lang lang = LANG_ZH; lang < LANG_COUNT; lang++)
        digest_field(d, info->why.in[lang]);
}

static void digest_event(struct digest *d, const struct slot_event *e)
{
    static const char *const kinds[] = { "rule", "deselect", "relevel" };
    digest_field(d, str_of(kinds[e->kind]));
    digest_field(d, e->by->info.name);
    digest_field(d, str_of(e->kind == SLOT_DEFINED      ? e->rule->info.digest
                           : e->kind == SLOT_RELEVELLED ? audit_severity_name(e->severity)
                                                        : ""));
}

static void digest_libs(struct digest *d, const struct engine *engine)
{
    for (size_t i = 0; i < engine->lib_count; i++) {
        const struct engine_lib *lib = &engine->libs[i];
        if (!lib->counts)
            continue;
        digest_field(d, str_of("lib"));
        digest_field(d, lib->name);
        digest_field(d, lib->pack);
        digest_field(d, str_of(lib->digest));
    }
}

static void digest_forms(struct digest *d, const struct engine *engine)
{
    for (size_t i = 0; i < engine->forms.n; i++)
        for (size_t k = 0; k < engine->form_count; k++) {
            const struct engine_form *file = &engine->form_files[k];
            if (!str_eq(file->id, engine->forms.forms[i]->id))
                continue;
            digest_field(d, str_of("form"));
            digest_field(d, file->id);
            digest_field(d, str_of(file->digest));
        }
}

void engine_seal(struct engine *engine)
{
    struct digest *d = digest_new();
    chunk_mark_libs(engine);
    digest_field(d, str_of(ENGINE_RESULTS));
    digest_libs(d, engine);
    digest_forms(d, engine);
    for (size_t i = 0; i < engine->pack_count; i++)
        digest_pack(d, engine->packs[i]);
    for (size_t i = 0; i < engine->slot_count; i++) {
        digest_field(d, engine->slots[i]->id);
        for (size_t k = 0; k < engine->slots[i]->n; k++)
            digest_event(d, &engine->slots[i]->events[k]);
    }
    digest_end(d, engine->digest);
    prefilter_free(engine->prefilter);
    engine->prefilter = prefilter_new(engine->rules, engine->rule_count);
    lua_settop(sandbox_state(engine->sandbox), 0);
    sandbox_settle(engine->sandbox);
}
