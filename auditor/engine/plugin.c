/* plugin.c - plugins that are not rules: plain data, scoring models, layouts; see engine.h. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "engine/chunk.h"
#include "engine/data.h"
#include "engine/fault.h"
#include "engine/html.h"
#include "engine/keep.h"
#include "engine/lib_text.h"

struct engine_plugin {
    struct engine *engine;
    char *path;
    int kept; /* what the file declared */
    struct cJSON *data;
    struct engine_plugin *next;
};

static const struct sandbox_limits load_limits = { .bytes = ENGINE_BYTES,
                                                   .instructions = ENGINE_INSTRUCTIONS };
static const struct sandbox_limits call_limits = { .bytes = ENGINE_LAYOUT_BYTES,
                                                   .instructions = ENGINE_LAYOUT_INSTRUCTIONS };

struct running {
    int chunk;
    const char *kind;
};

static int l_run(lua_State *L)
{
    struct running *run = lua_touserdata(L, 1);
    chunk_run(L, run->chunk, run->kind); /* plugin */
    /* A pack and each case are checked by those who read them: they can say whose fault it is. */
    if (strcmp(run->kind, "pack") != 0 && strcmp(run->kind, "cases") != 0)
        chunk_check(L, lua_gettop(L), run->kind);
    return 1;
}

struct calling {
    int kept;
    const char *function;
    const struct cJSON *argument;
};

static int l_call(lua_State *L)
{
    struct calling *call = lua_touserdata(L, 1);
    keep_push(L, call->kept); /* plugin */
    if (lua_getfield(L, -1, call->function) != LUA_TFUNCTION)
        return luaL_error(L, tr("没有函数 %s", "there is no function '%s'"), call->function);
    data_push(L, call->argument); /* plugin function argument */
    lua_call(L, 1, 1);
    return 1;
}

static void finish(struct engine *engine, int kept)
{
    lua_State *L = sandbox_state(engine->sandbox);
    lua_settop(L, 0);
    chunk_forget(L, kept);
    lib_text_forget(L);
}

/* Puts the path in front of a message that does not name the file. */
static int name_file(const char *path, int code, struct error *err)
{
    if (!err || strncmp(err->message, path, strlen(path)) == 0)
        return code;
    const char *name = file_name(path);
    size_t n = strlen(name);
    struct error copy = *err;
    bool named = strncmp(copy.message, name, n) == 0 && copy.message[n] == ':';
    if (named) /* the whole path in place of the name */
        return error_set(err, copy.code, "%s%s", path, copy.message + n);
    return error_set(err, copy.code, "%s: %s", path, copy.message);
}

/* Adds the line of the field that the message is about. */
static int locate(const char *path, struct str source, int code, struct error *err)
{
    struct strbuf text = { 0 };
    if (!err)
        return code;
    struct error copy = *err;
    fault_locate(&text, str_of(copy.message), str_of(path), source);
    error_set(err, code, "%.*s", (int)text.n, text.p);
    strbuf_free(&text);
    return code;
}

/* What is loaded is the office's configuration. */
static int as_config(int code, struct error *err)
{
    if (code != ERR_PLUGIN && code != ERR_LIMIT)
        return code;
    if (err)
        err->code = ERR_CONFIG;
    return ERR_CONFIG;
}

/* Runs a file once; what it declares as data, and kept for calls if kept is not NULL. */
static int evaluate(struct engine *engine, struct str text, const char *path, const char *kind,
                    int *kept, struct cJSON **out, struct error *err)
{
    lua_State *L = sandbox_state(engine->sandbox);
    struct running run = { LUA_NOREF, kind };
    size_t before = sandbox_trim(engine->sandbox);
    *out = NULL;
    engine->pack = str_of("");
    int code = chunk_load(engine, text, file_name(path), &run.chunk, err);
    if (code)
        return as_config(name_file(path, code, err), err);
    code = sandbox_call(engine->sandbox, l_run, &run, load_limits, err);
    chunk_first_line(err);
    if (!code)
        code = data_take(L, -1, kept != NULL, out, err);
    if (!code && kept)
        code = chunk_keep(engine, before, kept, err);
    chunk_free(engine, run.chunk);
    finish(engine, LUA_NOREF);
    return code ? as_config(locate(path, text, name_file(path, code, err), err), err) : 0;
}

int engine_data_text(struct engine *engine, struct str text, const char *label, const char *kind,
                     struct cJSON **out, struct error *err)
{
    return evaluate(engine, text, label, kind, NULL, out, err);
}

static int evaluate_file(struct engine *engine, const char *path, const char *kind, int *kept,
                         struct cJSON **out, struct error *err)
{
    struct strbuf text = { 0 };
    *out = NULL;
    int code = file_read(&text, path, CHUNK_FILE_MAX, err);
    code = code ? as_config(code, err)
                : evaluate(engine, strbuf_view(&text), path, kind, kept, out, err);
    strbuf_free(&text);
    return code;
}

int engine_data(struct engine *engine, const char *path, const char *kind, struct cJSON **out,
                struct error *err)
{
    return evaluate_file(engine, path, kind, NULL, out, err);
}

int engine_plugin(struct engine *engine, const char *path, const char *kind,
                  struct engine_plugin **out, struct error *err)
{
    struct engine_plugin *plugin = mem_zero(1, sizeof *plugin);
    *out = NULL;
    int code = evaluate_file(engine, path, kind, &plugin->kept, &plugin->data, err);
    if (code) {
        cJSON_Delete(plugin->data);
        free(plugin);
        return code;
    }
    plugin->engine = engine;
    plugin->path = mem_strdup(path);
    plugin->next = engine->plugins;
    engine->plugins = plugin;
    sandbox_trim(engine->sandbox);
    *out = plugin;
    return 0;
}

void plugin_free_all(struct engine_plugin *plugin)
{
    while (plugin) {
        struct engine_plugin *next = plugin->next;
        cJSON_Delete(plugin->data);
        free(plugin->path);
        free(plugin);
        plugin = next;
    }
}

const struct cJSON *engine_plugin_data(const struct engine_plugin *plugin)
{
    return plugin->data;
}

/* Leaves the result on the stack. */
static int call(struct engine *engine, struct engine_plugin *plugin, const char *function,
                const struct cJSON *argument, struct error *err)
{
    struct calling call = { plugin->kept, function, argument };
    engine->pack = str_of("");
    int code = sandbox_call(engine->sandbox, l_call, &call, call_limits, err);
    return code ? name_file(plugin->path, code, err) : 0;
}

int engine_call(struct engine *engine, struct engine_plugin *plugin, const char *function,
                const struct cJSON *argument, struct cJSON **out, struct error *err)
{
    *out = NULL;
    int code = call(engine, plugin, function, argument, err);
    if (!code) {
        code = data_take(sandbox_state(engine->sandbox), -1, false, out, err);
        if (code)
            name_file(plugin->path, code, err);
    }
    finish(engine, plugin->kept);
    return code;
}

int engine_render(struct engine *engine, struct engine_plugin *plugin, const char *function,
                  const struct cJSON *argument, const char *const *assets, struct strbuf *out,
                  struct error *err)
{
    int code = call(engine, plugin, function, argument, err);
    if (!code) {
        code = html_write(sandbox_state(engine->sandbox), -1, assets, out, err);
        if (code)
            name_file(plugin->path, code, err);
    }
    finish(engine, plugin->kept);
    return code;
}
