/* chunk.c - see chunk.h. */
#include "engine/chunk.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "engine/call.h"
#include "engine/keep.h"

static const char declared_key; /* registry key, by its address */

enum { KEPT_MAX = 4 * 1024 * 1024 }; /* bytes that one file may leave behind */

static const struct sandbox_limits load_limits = { .bytes = ENGINE_BYTES,
                                                   .instructions = ENGINE_INSTRUCTIONS };

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

/* A file that an editor saved in GBK or UTF-16 would load, and what it looks for would never be found. */
static int check_charset(struct str text, const char *name, struct error *err)
{
    struct str line;
    if (str_valid(text) || str_starts(text, STR("\x1B"))) /* of bytecode Lua says what it is */
        return 0;
    for (unsigned number = 1; str_split(&text, '\n', &line); number++)
        if (!str_valid(line))
            return error_set(err, ERR_PLUGIN,
                             tr("%s:%u: 这一行不是 UTF-8 编码；请在编辑器中把文件另存为 UTF-8",
                                "%s:%u: this line is not UTF-8; save the file as UTF-8"),
                             name, number);
    return 0;
}

int chunk_load(struct engine *engine, struct str text, const char *name, int *chunk,
               struct error *err)
{
    struct strbuf chunk_name = { 0 };
    struct source source = { .text = text, .chunk = LUA_NOREF };
    *chunk = LUA_NOREF;
    if (text.n > CHUNK_FILE_MAX)
        return error_set(err, ERR_LIMIT,
                         tr("%s：%zu 字节，超过 %d 字节的上限",
                            "%s: %zu bytes, more than the limit of %d bytes"),
                         name, text.n, CHUNK_FILE_MAX);
    int code = check_charset(text, name, err);
    if (code)
        return code;
    if (str_starts(text, STR("\xEF\xBB\xBF"))) /* as editors leave it */
        source.text = str_sub(text, 3, text.n);
    strbuf_fmt(&chunk_name, "@%s", name);
    source.name = chunk_name.p;
    code = sandbox_call(engine->sandbox, l_compile, &source, load_limits, err);
    if (code) {
        chunk_first_line(err);
        prefix(err, name);
    }
    *chunk = source.chunk;
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

void chunk_check(lua_State *L, int index, const char *kind)
{
    type_check(L, index, type_named(sandbox_calls(L)->types, api_declared(kind)->name), kind);
}

void chunk_forget(lua_State *L, int kept)
{
    struct engine *engine = engine_of(L);
    if (kept != LUA_NOREF)
        keep_restore(L, kept);
    for (size_t i = 0; i < engine->lib_count; i++) {
        struct engine_lib *lib = &engine->libs[i];
        if (lib->used && lib->kept != LUA_NOREF)
            keep_restore(L, lib->kept);
        lib->used = false;
        lib->running = false;
    }
    engine->running_lib = SIZE_MAX;
}

/* Keeps the value on top, which it pops. LUA_NOREF: it is too big. */
static int keep_small(struct engine *engine, size_t before)
{
    lua_State *L = sandbox_state(engine->sandbox);
    int kept = keep_value(L);
    if (sandbox_used(engine->sandbox) <= before + KEPT_MAX)
        return kept;
    sandbox_collect(engine->sandbox);
    if (sandbox_used(engine->sandbox) <= before + KEPT_MAX)
        return kept;
    keep_free(L, kept);
    return LUA_NOREF;
}

static const char *too_big(void)
{
    return tr("文件留下的数据超出上限 4 MB", "the file leaves more than 4 MB behind");
}

int chunk_keep(struct engine *engine, size_t before, int *kept, struct error *err)
{
    chunk_forget(sandbox_state(engine->sandbox), LUA_NOREF); /* what running the file changed */
    *kept = keep_small(engine, before);
    return *kept == LUA_NOREF ? error_set(err, ERR_LIMIT, "%s", too_big()) : 0;
}

static struct engine_lib *find_lib(struct engine *engine, struct str name)
{
    struct engine_lib *found = NULL;
    for (size_t i = 0; i < engine->lib_count; i++) {
        struct engine_lib *lib = &engine->libs[i];
        if (!str_eq(lib->name, name))
            continue;
        if (lib->pack.n == 0)
            return lib;
        if (str_eq(lib->pack, engine->pack))
            found = lib;
    }
    return found;
}

/* Leaves what the library returns on the stack. While it runs it sees what its own pack sees. */
static void run_lib(lua_State *L, struct engine_lib *lib)
{
    struct engine *engine = engine_of(L);
    struct str pack = engine->pack;
    size_t outer = engine->running_lib;
    engine->pack = lib->pack;
    engine->running_lib = (size_t)(lib - engine->libs);
    lib->running = true;
    lua_rawgeti(L, LUA_REGISTRYINDEX, lib->chunk);
    lua_call(L, 0, 1);
    if (lua_isnil(L, -1))
        luaL_error(L, tr("库 %s 没有返回值", "library '%s' returns nothing"), lib->name.p);
    lib->running = false;
    engine->running_lib = outer;
    engine->pack = pack;
}

/* Writes down who asked: the digest counts the libraries that can change a result, and no others. */
static void note_need(struct engine *engine, struct engine_lib *lib)
{
    lib->counts = lib->counts || engine->counting;
    if (engine->running_lib == SIZE_MAX)
        return;
    struct engine_lib *by = &engine->libs[engine->running_lib];
    by->needs = mem_grow(by->needs, by->need_count, &by->need_cap, sizeof *by->needs);
    by->needs[by->need_count++] = (size_t)(lib - engine->libs);
}

void chunk_begin(struct engine *engine)
{
    engine->counting = true;
}

void chunk_end(struct engine *engine)
{
    engine->counting = false;
}

void chunk_mark_libs(struct engine *engine)
{
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < engine->lib_count; i++)
            for (size_t k = 0; engine->libs[i].counts && k < engine->libs[i].need_count; k++) {
                struct engine_lib *needed = &engine->libs[engine->libs[i].needs[k]];
                again = again || !needed->counts;
                needed->counts = true;
            }
    }
}

static bool lib_broken(const struct engine_lib *lib)
{
    return lib->load_fault.in[LANG_ZH].n > 0;
}

/* A library runs once, before any rule does; while it loads, what it requires is loaded first. */
static int l_require(lua_State *L)
{
    struct str name;
    name.p = lua_tolstring(L, 1, &name.n);
    struct engine_lib *lib = find_lib(engine_of(L), name);
    if (!lib)
        return luaL_error(L, tr("require：没有库 %s", "require: there is no library '%s'"), name.p);
    if (engine_of(L)->judging && !lib->counts)
        return luaL_error(L,
                          tr("require：请在文件开头引用库 '%s'",
                             "require: ask for library '%s' at the top of the file"),
                          name.p);
    note_need(engine_of(L), lib);
    if (lib_broken(lib))
        return luaL_error(L, "require: %s", lib->load_fault.in[lang_get()].p);
    if (lib->running)
        return luaL_error(
            L, tr("require：库 %s 引用了自己", "require: library '%s' requires itself"), name.p);
    if (lib->kept == LUA_NOREF) {
        struct engine *engine = engine_of(L);
        size_t before = sandbox_used(engine->sandbox);
        run_lib(L, lib);
        lib->kept = keep_small(engine, before);
        if (lib->kept == LUA_NOREF)
            return luaL_error(L, "require: %s: %s", name.p, too_big());
    }
    lib->used = true;
    keep_push(L, lib->kept);
    return 1;
}

static int l_lib(lua_State *L)
{
    run_lib(L, lua_touserdata(L, 1));
    return 1;
}

static const struct api_function words[] = {
    { "require", l_require, "(name: string) -> any",
      "引用一个库：先找程序的 plugins/lib/，再找本规则包的 lib/。应写在文件开头",
      "a library: of the program's plugins/lib/, then of the pack's lib/. Ask for it at the top of "
      "the file",
      "local basis = require 'basis'\nassert(type(basis.article) == 'function')" },
    { "rule", l_declare, "(declaration: Rule) -> Rule", "声明一条规则", "declares a rule", NULL },
    { "form", l_declare, "(declaration: Form) -> Form", "声明一种官方格式",
      "declares an official form", NULL },
    { "scoring", l_declare, "(declaration: Scoring) -> Scoring", "声明一种评分办法",
      "declares a scoring model", NULL },
    { "layout", l_declare, "(declaration: Layout) -> Layout", "声明一种报告版式",
      "declares the layout of a report", NULL },
    { "pack", l_declare, "(declaration: Pack) -> Pack", "声明规则包的清单",
      "declares the manifest of a pack", NULL },
    { "cases", l_declare, "(declaration: Cases) -> Cases", "声明规则的案例",
      "declares the cases of a rule", NULL },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_library chunk_words = {
    "", "声明和引用。一个文件声明一件东西，并以它作为返回值。",
    "To declare and to require. A file declares one thing and returns it.", words
};

/* What is declared is checked when it is taken over: a broken rule still has a name by then. */
void chunk_open(lua_State *L)
{
    for (const struct api_function *f = words; f->name; f++) {
        if (f->call == l_declare) {
            lua_pushstring(L, f->name);
            lua_pushcclosure(L, l_declare, 1);
        } else {
            lua_pushnil(L);
            call_push(L, f, "", NULL);
        }
        sandbox_global(L, f->name);
    }
}

/* A library on its way in. */
struct lib_load {
    struct engine *engine;
    struct engine_lib *lib;
    struct bundle *bundle;
    struct str file;
    const char *name;
};

/* What is stored is in both languages, and a message only in that of the program: a step that failed is
 * asked again in each. */
static void lib_step(struct lib_load *load, int (*step)(struct lib_load *load, struct error *err))
{
    struct error err = { 0 };
    struct audit_text fault;
    enum lang chosen = lang_get();
    if (step(load, &err) == 0)
        return;
    for (enum lang lang = LANG_ZH; lang < LANG_COUNT; lang++) {
        lang_set(lang);
        step(load, &err);
        chunk_first_line(&err);
        fault.in[lang] = arena_str(load->engine->arena, str_of(err.message));
    }
    lang_set(chosen);
    load->lib->load_fault = fault;
}

static int compile_lib(struct lib_load *load, struct error *err)
{
    struct engine_lib *lib = load->lib;
    struct str text;
    int code = bundle_read(load->bundle, load->file, &text, err);
    if (code)
        return code;
    digest_sha256(lib->digest, text);
    return chunk_load(load->engine, text, load->name, &lib->chunk, err);
}

static int run_lib_once(struct lib_load *load, struct error *err)
{
    struct engine *engine = load->engine;
    size_t before = sandbox_trim(engine->sandbox);
    int code = sandbox_call(engine->sandbox, l_lib, load->lib, load_limits, err);
    if (!code)
        code = chunk_keep(engine, before, &load->lib->kept, err);
    chunk_forget(sandbox_state(engine->sandbox), LUA_NOREF);
    lua_settop(sandbox_state(engine->sandbox), 0);
    return code;
}

/* Runs a library that no other one has asked for yet. */
static void load_lib(struct engine *engine, struct engine_lib *lib)
{
    struct lib_load load = { .engine = engine, .lib = lib };
    if (lib_broken(lib) || lib->kept != LUA_NOREF)
        return;
    lib_step(&load, run_lib_once);
    chunk_free(engine, lib->chunk);
    lib->chunk = LUA_NOREF;
}

static void add_lib(struct engine *engine, struct bundle *bundle, struct str file, struct str pack)
{
    struct str base = file;
    for (size_t slash; (slash = str_find(base, STR("/"))) != SIZE_MAX;)
        base = str_sub(base, slash + 1, base.n);
    struct str name =
        arena_fmt(engine->arena, "%.*s%slib/%.*s", STR_ARG(pack), pack.n ? "/" : "", STR_ARG(base));
    engine->libs =
        mem_grow(engine->libs, engine->lib_count, &engine->lib_cap, sizeof *engine->libs);
    struct engine_lib *lib = &engine->libs[engine->lib_count++];
    base.n -= strlen(".lua");
    *lib = (struct engine_lib){ .name = arena_str(engine->arena, base),
                                .pack = arena_str(engine->arena, pack),
                                .chunk = LUA_NOREF,
                                .kept = LUA_NOREF };
    struct lib_load load = { engine, lib, bundle, file, name.p };
    lib_step(&load, compile_lib);
}

void chunk_load_libs(struct engine *engine, struct bundle *bundle, struct str below,
                     struct str pack)
{
    for (size_t i = 0; i < bundle_count(bundle); i++) {
        struct str name = bundle_name(bundle, i);
        if (str_starts(name, below) && str_ends(name, STR(".lua")))
            add_lib(engine, bundle, name, pack);
    }
    for (size_t i = 0; i < engine->lib_count; i++)
        load_lib(engine, &engine->libs[i]);
    engine->pack = str_of("");
}

void chunk_drop_libs(struct engine *engine, size_t count)
{
    lua_State *L = sandbox_state(engine->sandbox);
    for (; engine->lib_count > count; engine->lib_count--) {
        struct engine_lib *lib = &engine->libs[engine->lib_count - 1];
        chunk_free(engine, lib->chunk);
        keep_free(L, lib->kept);
        free(lib->needs);
    }
}
