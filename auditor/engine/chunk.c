/* chunk.c - see chunk.h. */
#include "engine/chunk.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

static const char declared_key, loaded_key; /* registry keys, by their addresses */
static const char *const kinds[] = { "rule", "form", "scoring", "layout", "pack", "cases" };

static const struct sandbox_limits load_limits = { ENGINE_BYTES, ENGINE_INSTRUCTIONS };

struct source {
    struct str text;
    const char *name; /* with a leading '@' */
    int chunk;
};

static int l_compile(lua_State *L)
{
    struct source *source = lua_touserdata(L, 1);
    if (luaL_loadbufferx(L, source->text.p, source->text.n, source->name, "t") != LUA_OK)
        return lua_error(L);
    sandbox_push_env(L);
    lua_setupvalue(L, -2, 1);
    source->chunk = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

void chunk_first_line(struct error *err)
{
    char *end = err ? strstr(err->message, "\nstack traceback") : NULL;
    if (end)
        *end = 0;
}

/* Puts name in front of a message that does not begin with it. */
static void prefix(struct error *err, const char *name)
{
    if (!err || strncmp(err->message, name, strlen(name)) == 0)
        return;
    struct error copy = *err;
    error_set(err, copy.code, "%s: %s", name, copy.message);
}

int chunk_load(struct engine *engine, const char *file, const char *name, int *chunk,
               char digest[65], struct error *err)
{
    struct strbuf text = { 0 }, chunk_name = { 0 };
    struct source source = { .chunk = LUA_NOREF };
    int code = file_read(&text, file, CHUNK_FILE_MAX, err);
    if (code)
        goto out;
    if (digest)
        digest_sha256(digest, strbuf_view(&text));
    source.text = strbuf_view(&text);
    if (source.text.n >= 3 &&
        memcmp(source.text.p, "\xEF\xBB\xBF", 3) == 0) /* as editors leave it */
        source.text = str_sub(source.text, 3, source.text.n);
    strbuf_fmt(&chunk_name, "@%s", name);
    strbuf_char(&chunk_name, 0);
    source.name = chunk_name.p;
    code = sandbox_call(engine->sandbox, l_compile, &source, load_limits, err);
    if (code) {
        chunk_first_line(err);
        prefix(err, name);
    }
out:
    *chunk = source.chunk;
    strbuf_free(&text);
    strbuf_free(&chunk_name);
    return code;
}

void chunk_free(struct engine *engine, int chunk)
{
    luaL_unref(sandbox_state(engine->sandbox), LUA_REGISTRYINDEX, chunk);
}

/* rule{...} and its kin: upvalue 1 is the kind. */
static int l_declare(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    engine_of(L)->declared = lua_tostring(L, lua_upvalueindex(1));
    lua_pushvalue(L, 1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &declared_key);
    return 1;
}

void chunk_run(lua_State *L, int chunk, const char *kind)
{
    struct engine *engine = engine_of(L);
    engine->declared = NULL;
    lua_rawgeti(L, LUA_REGISTRYINDEX, chunk); /* chunk */
    lua_call(L, 0, 1);                        /* result */
    lua_rawgetp(L, LUA_REGISTRYINDEX, &declared_key);
    bool same = lua_rawequal(L, -1, -2) && lua_type(L, -1) == LUA_TTABLE;
    lua_pop(L, 1);
    lua_pushnil(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &declared_key);
    if (!engine->declared || strcmp(engine->declared, kind) != 0 || !same)
        luaL_error(L,
                   tr("文件应以 return %s { … } 结尾", "the file must end in: return %s { ... }"),
                   kind);
}

void chunk_forget(lua_State *L)
{
    lua_pushnil(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &loaded_key);
}

static const struct engine_lib *find_lib(const struct engine *engine, struct str name)
{
    const struct engine_lib *found = NULL;
    for (size_t i = 0; i < engine->lib_count; i++) {
        const struct engine_lib *lib = &engine->libs[i];
        if (!str_eq(lib->name, name))
            continue;
        if (lib->pack.n == 0)
            return lib;
        if (str_eq(lib->pack, engine->pack))
            found = lib;
    }
    return found;
}

/* Within a call a library is run once; while it runs it stands in the list as false. */
static int l_require(lua_State *L)
{
    struct str name;
    name.p = luaL_checklstring(L, 1, &name.n);
    lua_settop(L, 1);
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &loaded_key) != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &loaded_key);
    } /* name loaded */
    lua_pushvalue(L, 1);
    int type = lua_rawget(L, 2); /* name loaded value */
    if (type == LUA_TBOOLEAN && !lua_toboolean(L, -1))
        return luaL_error(L, "require: library '%s' requires itself", name.p);
    if (type != LUA_TNIL)
        return 1;
    const struct engine_lib *lib = find_lib(engine_of(L), name);
    if (!lib)
        return luaL_error(L, "require: there is no library '%s'", name.p);
    if (lib->load_error.n)
        return luaL_error(L, "require: %s", lib->load_error.p);
    lua_pushvalue(L, 1);
    lua_pushboolean(L, 0);
    lua_rawset(L, 2);
    lua_rawgeti(L, LUA_REGISTRYINDEX, lib->chunk); /* name loaded nil chunk */
    lua_call(L, 0, 1);                             /* name loaded nil result */
    if (lua_isnil(L, -1))
        return luaL_error(L, "require: library '%s' returns nothing", name.p);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, 2);
    return 1;
}

void chunk_open(lua_State *L)
{
    lua_pushcfunction(L, l_require);
    sandbox_global(L, "require");
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        lua_pushstring(L, kinds[i]);
        lua_pushcclosure(L, l_declare, 1);
        sandbox_global(L, kinds[i]);
    }
}

static void add_lib(struct engine *engine, const char *file, struct str pack)
{
    struct error err = { 0 };
    struct str base = str_of(file_name(file));
    base.n -= strlen(".lua");
    engine->libs =
        mem_grow(engine->libs, engine->lib_count, &engine->lib_cap, sizeof *engine->libs);
    struct engine_lib *lib = &engine->libs[engine->lib_count++];
    *lib = (struct engine_lib){ .name = arena_str(engine->arena, base),
                                .pack = arena_str(engine->arena, pack) };
    struct str name =
        arena_fmt(engine->arena, "%.*s%slib/%s", STR_ARG(pack), pack.n ? "/" : "", file_name(file));
    if (chunk_load(engine, file, name.p, &lib->chunk, lib->digest, &err))
        lib->load_error = arena_str(engine->arena, str_of(err.message));
}

int chunk_load_libs(struct engine *engine, const char *folder, struct str pack, struct error *err)
{
    struct file_list files = { 0 };
    int code = 0;
    if (!file_is_folder(folder))
        return 0;
    code = file_walk(&files, folder, err);
    if (code)
        goto out;
    for (size_t i = 0; i < files.n; i++)
        if (str_eq_c(file_extension(files.paths[i]), "lua"))
            add_lib(engine, files.paths[i], pack);
out:
    file_list_free(&files);
    return code;
}
