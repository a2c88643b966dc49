/* engine.c - making an engine, looking up what it holds, its digest; see engine.h. */
#include "engine/engine.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/mem.h"
#include "engine/bind.h"
#include "engine/chunk.h"
#include "engine/engine_seal.h"
#include "engine/keep.h"
#include "engine/lib_text.h"
#include "engine/prefilter.h"

/* Raised when the same plugins can give other results. */
#define ENGINE_INTERFACE "1"

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
    if (lib_folder)
        code = chunk_load_libs(engine, lib_folder, str_of(""), err);
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
    prefilter_free(engine->prefilter);
    sandbox_free(engine->sandbox); /* before what its handles could name */
    bind_free(engine->bind);
    form_set_free(&engine->forms);
    arena_free(engine->arena);
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
    return engine->rule_count;
}

const struct rule_info *engine_rule(const struct engine *engine, size_t i)
{
    return i < engine->rule_count ? &engine->rules[i]->info : NULL;
}

const struct rule_info *engine_rule_by_id(const struct engine *engine, struct str id)
{
    for (size_t i = 0; i < engine->rule_count; i++)
        if (str_eq(engine->rules[i]->info.id, id))
            return &engine->rules[i]->info;
    return NULL;
}

const char *engine_digest(const struct engine *engine)
{
    return engine->digest;
}

static void add_part(struct digest *d, const char *kind, struct str name, struct str where,
                     const char *hex)
{
    digest_field(d, str_of(kind));
    digest_field(d, name);
    digest_field(d, where);
    digest_field(d, str_of(hex));
}

void engine_seal(struct engine *engine)
{
    struct digest *d = digest_new();
    digest_field(d, str_of(ENGINE_INTERFACE));
    for (size_t i = 0; i < engine->lib_count; i++)
        add_part(d, "lib", engine->libs[i].name, engine->libs[i].pack, engine->libs[i].digest);
    for (size_t i = 0; i < engine->form_count; i++)
        add_part(d, "form", engine->form_files[i].name, str_of(""), engine->form_files[i].digest);
    for (size_t i = 0; i < engine->rule_count; i++) {
        const struct rule_info *info = &engine->rules[i]->info;
        add_part(d, "rule", info->id, info->pack, info->digest);
    }
    digest_end(d, engine->digest);
    prefilter_free(engine->prefilter);
    engine->prefilter = prefilter_new(engine->rules, engine->rule_count);
    lua_settop(sandbox_state(engine->sandbox), 0);
    sandbox_settle(engine->sandbox);
}
