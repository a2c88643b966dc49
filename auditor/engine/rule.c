/* rule.c - a rule file becomes a checked record; see rule.h. */
#include "engine/rule.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "engine/chunk.h"
#include "engine/claims.h"
#include "engine/fault.h"
#include "engine/field.h"
#include "engine/keep.h"
#include "engine/state.h"

enum { TEXT_MAX = 4000, ID_MAX = 64, PATTERN_MAX = 8192 };

static const char *const severities[] = { "advice", "minor", "major", "veto", NULL };
static const char *const scopes[] = { "document", "carriers", "agency", "office", NULL };

const char *engine_scope_name(enum rule_scope scope)
{
    return scopes[scope];
}

static const char *const documents[] = { "annual-report", "any", NULL };

struct loading {
    struct engine *engine;
    struct rule *rule;
    int chunk;
};

static void read_id(lua_State *L, int t, struct rule *rule, struct arena *arena)
{
    struct str id = field_str(L, t, "id", arena, true);
    bool sound = id.n > 0 && id.n <= ID_MAX;
    for (size_t i = 0; i < id.n; i++) {
        char c = id.p[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        sound = sound && (word || (i > 0 && i + 1 < id.n && (c == '.' || c == '-' || c == '_')));
    }
    if (!sound) {
        lua_getfield(L, t, "id");
        field_wrong(
            L, "id",
            tr("小写字母、数字、点和连字符", "lower-case letters, digits, dots and hyphens"));
    }
    rule->info.id = id;
}

static bool same_item(const struct str *items, size_t n, struct str s)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(items[i], s))
            return true;
    return false;
}

/* info.basis: those of all forms, each once. */
static void join_basis(struct rule *rule, struct arena *arena)
{
    size_t total = 0;
    for (size_t i = 0; i < rule->basis_count; i++)
        total += rule->basis[i].count;
    struct rule_info *info = &rule->info;
    info->basis = arena_alloc(arena, (total ? total : 1) * sizeof *info->basis);
    for (size_t i = 0; i < rule->basis_count; i++)
        for (size_t j = 0; j < rule->basis[i].count; j++)
            if (!same_item(info->basis, info->basis_count, rule->basis[i].items[j]))
                info->basis[info->basis_count++] = rule->basis[i].items[j];
}

static int basis_cmp(const void *a, const void *b)
{
    return str_cmp(((const struct rule_basis *)a)->form, ((const struct rule_basis *)b)->form);
}

/* A string, a list, or lists by form. */
static void read_basis(lua_State *L, int t, struct rule *rule, struct arena *arena)
{
    int type = lua_getfield(L, t, "basis");
    int value = lua_gettop(L);
    size_t n = 0;
    sandbox_uncover(L, value);
    if (type == LUA_TTABLE && lua_rawlen(L, value) == 0)
        for (lua_pushnil(L); lua_next(L, value); lua_pop(L, 1))
            n++;
    rule->basis = arena_alloc(arena, (n + 1) * sizeof *rule->basis);
    if (n > 0) {
        for (lua_pushnil(L); lua_next(L, value); lua_pop(L, 1)) {
            struct rule_basis *b = &rule->basis[rule->basis_count++];
            b->form.p = lua_tolstring(L, -2, &b->form.n);
            b->form = arena_str(arena, b->form);
            b->count = field_list_at(L, lua_gettop(L), "basis", arena, &b->items);
        }
        qsort(rule->basis, rule->basis_count, sizeof *rule->basis, basis_cmp);
    } else if (type != LUA_TNIL) {
        struct rule_basis *b = &rule->basis[rule->basis_count++];
        b->form = str_of("");
        b->count = field_list_at(L, value, "basis", arena, &b->items);
    }
    lua_settop(L, value - 1);
    join_basis(rule, arena);
}

static int parameter_cmp(const void *a, const void *b)
{
    return str_cmp(((const struct rule_parameter *)a)->name,
                   ((const struct rule_parameter *)b)->name);
}

static size_t count_named(lua_State *L, int table)
{
    size_t n = 0;
    if (lua_type(L, table) == LUA_TNIL)
        return 0;
    sandbox_uncover(L, table);
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1))
        n++;
    return n;
}

static void read_parameters(lua_State *L, int t, struct rule_info *info, struct arena *arena)
{
    lua_getfield(L, t, "parameters");
    int value = lua_gettop(L);
    size_t n = count_named(L, value);
    info->parameters = arena_alloc(arena, (n + 1) * sizeof *info->parameters);
    if (n > 0)
        for (lua_pushnil(L); lua_next(L, value); lua_pop(L, 1)) {
            struct rule_parameter *p = &info->parameters[info->parameter_count++];
            p->name.p = lua_tolstring(L, -2, &p->name.n);
            p->name = arena_str(arena, p->name);
            p->value = field_value(L, value, p->name.p, arena, TEXT_MAX);
        }
    qsort(info->parameters, info->parameter_count, sizeof *info->parameters, parameter_cmp);
    lua_settop(L, value - 1);
}

/* The value on top: a regular expression, or { pattern =, literal = string or list }. */
static void read_pattern(lua_State *L, struct rule_pattern *p, struct arena *arena)
{
    struct error err = { 0 };
    struct str source = { 0 };
    int value = lua_gettop(L);
    if (lua_type(L, value) == LUA_TSTRING) {
        source.p = lua_tolstring(L, value, &source.n);
    } else {
        sandbox_uncover(L, value);
        source = field_str(L, value, "pattern", arena, true);
        p->literal_count = field_list(L, value, "literal", arena, &p->literals);
    }
    if (source.n == 0 || source.n > PATTERN_MAX)
        luaL_error(L, tr("patterns.%s 为空或太长", "patterns.%s is empty or too long"), p->name.p);
    if (pattern_compile(&p->compiled, source, &err))
        luaL_error(L, "patterns.%s: %s", p->name.p, err.message);
    for (size_t i = 0; i < p->literal_count; i++)
        if (p->literals[i].n == 0)
            luaL_error(L, tr("patterns.%s 的 literal 为空", "patterns.%s has an empty literal"),
                       p->name.p);
    if (p->literal_count == 0)
        p->literal_count = pattern_literals(source, arena, &p->literals);
    p->longest = pattern_longest(source);
}

static int pattern_cmp(const void *a, const void *b)
{
    return str_cmp(((const struct rule_pattern *)a)->name, ((const struct rule_pattern *)b)->name);
}

static void read_patterns(lua_State *L, int t, struct rule *rule, struct arena *arena)
{
    lua_getfield(L, t, "patterns");
    int value = lua_gettop(L);
    size_t n = count_named(L, value);
    rule->patterns = arena_alloc(arena, (n + 1) * sizeof *rule->patterns);
    if (n > 0)
        for (lua_pushnil(L); lua_next(L, value); lua_pop(L, 1)) {
            struct rule_pattern *p = &rule->patterns[rule->pattern_count++];
            p->name.p = lua_tolstring(L, -2, &p->name.n);
            p->name = arena_str(arena, p->name);
            read_pattern(L, p, arena);
        }
    qsort(rule->patterns, rule->pattern_count, sizeof *rule->patterns, pattern_cmp);
    lua_settop(L, value - 1);
}

static int l_load(lua_State *L)
{
    struct loading *loading = lua_touserdata(L, 1);
    struct rule *rule = loading->rule;
    struct rule_info *info = &rule->info;
    struct arena *arena = loading->engine->arena;
    chunk_run(L, loading->chunk, "rule");
    int t = lua_gettop(L);
    read_id(L, t, rule, arena);
    chunk_check(L, t, "rule");
    field_text(L, t, "title", arena, TEXT_MAX, &info->title);
    field_text(L, t, "why", arena, TEXT_MAX, &info->why);
    field_text(L, t, "remedy", arena, TEXT_MAX, &info->remedy);
    info->severity =
        (enum audit_severity)(field_word(L, t, "severity", severities) + SEVERITY_ADVICE);
    int scope = field_word(L, t, "scope", scopes);
    info->scope = scope < 0 ? SCOPE_DOCUMENT : (enum rule_scope)scope;
    info->any_document = field_word(L, t, "documents", documents) == 1;
    info->form_count = field_list(L, t, "forms", arena, &info->forms);
    rule->need_count = field_list(L, t, "needs", arena, &rule->needs);
    read_basis(L, t, rule, arena);
    read_parameters(L, t, info, arena);
    info->parameters_of = field_str(L, t, "parameters_of", arena, false);
    read_patterns(L, t, rule, arena);
    rule->claims = claims_field(L, t, loading->engine);
    lua_settop(L, t);
    return 1;
}

/* "requests/row-total.lua" suggests requests.row-total. */
static struct str id_of_path(struct str path, struct arena *arena)
{
    struct str id = arena_str(arena, str_sub(path, 0, path.n > 4 ? path.n - 4 : 0));
    char *p = (char *)id.p;
    for (size_t i = 0; i < id.n; i++)
        if (p[i] == '/')
            p[i] = '.';
    return id;
}

void rule_break(struct engine *engine, struct rule *rule, const struct audit_text *fault)
{
    keep_free(sandbox_state(engine->sandbox), rule->kept);
    rule->kept = LUA_NOREF;
    rule->info.load_fault = *fault;
    rule->info.load_error = fault->in[lang_get()];
    for (enum lang lang = LANG_ZH; lang < LANG_COUNT; lang++)
        if (rule->info.title.in[lang].n == 0)
            rule->info.title.in[lang] = rule->info.id;
    if (rule->info.severity == SEVERITY_NONE)
        rule->info.severity = SEVERITY_MINOR;
}

/* Runs the file and takes over what it declares. */
static int run_file(struct engine *engine, struct rule *rule, int chunk, struct error *err)
{
    static const struct sandbox_limits limits = { .bytes = ENGINE_BYTES,
                                                  .instructions = ENGINE_INSTRUCTIONS };
    struct loading loading = { engine, rule, chunk };
    size_t before = sandbox_trim(engine->sandbox);
    int code = sandbox_call(engine->sandbox, l_load, &loading, limits, err);
    if (!code)
        code = chunk_keep(engine, before, &rule->kept, err);
    chunk_forget(sandbox_state(engine->sandbox), LUA_NOREF);
    lua_settop(sandbox_state(engine->sandbox), 0);
    return code;
}

/* The message of a failed load, with the file's name and place in front. */
static struct str located(struct engine *engine, struct str name, struct str source,
                          struct error *err)
{
    chunk_first_line(err);
    bool named = strncmp(err->message, name.p, name.n) == 0;
    struct str message =
        arena_fmt(engine->arena, "%s%s%s", named ? "" : name.p, named ? "" : ": ", err->message);
    struct strbuf text = { 0 };
    fault_locate(&text, message, name, source);
    message = arena_str(engine->arena, strbuf_view(&text));
    strbuf_free(&text);
    return message;
}

struct rule *rule_new(struct engine *engine, const struct pack *pack, struct str path)
{
    struct arena *arena = engine->arena;
    struct rule *rule = mem_zero(1, sizeof *rule);
    struct audit_text none = { { { "", 0 }, { "", 0 } } };
    rule->kept = LUA_NOREF;
    rule->pack = pack;
    rule->pack_id = pack->info.id;
    rule->info = (struct rule_info){ .id = id_of_path(path, arena),
                                     .pack = pack->info.name,
                                     .path = arena_str(arena, path),
                                     .load_error = str_of(""),
                                     .deselected = str_of(""),
                                     .title = none,
                                     .remedy = none,
                                     .why = none };
    rule->info.file = arena_fmt(arena, "%.*s/%.*s", STR_ARG(pack->info.file), STR_ARG(path));
    return rule;
}

/* Why a file cannot be read, by its name in the pack: what is stored names no folder of this machine. */
static struct str unread(struct engine *engine, const struct pack *pack, struct str path,
                         struct str name, const struct error *err)
{
    size_t below = strlen(bundle_path(pack->bundle)) + 1 + path.n;
    struct str message = str_of(err->message);
    char *file = file_join(bundle_path(pack->bundle), path.p);
    struct file_stamp stamp;
    bool large = err->code == ERR_LIMIT && file_stat(&stamp, file, NULL) == 0;
    free(file);
    if (large)
        return arena_fmt(engine->arena,
                         tr("%s：%lld 字节，超过 %d 字节的上限",
                            "%s: %lld bytes, more than the limit of %d bytes"),
                         name.p, (long long)stamp.size, CHUNK_FILE_MAX);
    if (message.n > below && str_starts(message, str_of(bundle_path(pack->bundle))))
        return arena_fmt(engine->arena, "%s%s", name.p, message.p + below);
    return arena_fmt(engine->arena, "%s: %s", name.p, tr("读取失败", "cannot be read"));
}

/* A broken file's fault is told in the language of the program only. */
static struct rule *load(struct engine *engine, const struct pack *pack, struct str path)
{
    struct arena *arena = engine->arena;
    struct error err = { 0 };
    struct rule *rule = rule_new(engine, pack, path);
    struct str name = arena_fmt(arena, "%.*s/%.*s", STR_ARG(pack->info.id), STR_ARG(path));
    struct str text;
    int chunk = LUA_NOREF;
    engine->pack = rule->pack_id;
    struct audit_text fault = { { { "", 0 }, { "", 0 } } };
    chunk_begin(engine);
    if (bundle_read(pack->bundle, path, &text, &err)) {
        fault.in[lang_get()] = unread(engine, pack, path, name, &err);
    } else if (chunk_load(engine, text, name.p, &chunk, &err)) {
        fault.in[lang_get()] = arena_str(arena, str_of(err.message));
    } else if (run_file(engine, rule, chunk, &err)) {
        fault.in[lang_get()] = located(engine, name, text, &err);
    }
    chunk_end(engine);
    digest_sha256(rule->info.digest, text);
    if (fault.in[lang_get()].n)
        rule_break(engine, rule, &fault);
    chunk_free(engine, chunk);
    return rule;
}

struct rule *rule_load(struct engine *engine, const struct pack *pack, struct str path)
{
    enum lang chosen = lang_get();
    enum lang other = lang_other(chosen);
    struct rule *rule = load(engine, pack, path);
    if (rule->info.load_error.n == 0)
        return rule;
    lang_set(other); /* what is stored needs both: it is asked again */
    struct rule *again = load(engine, pack, path);
    rule->info.load_fault.in[other] = again->info.load_fault.in[other];
    rule_free(engine, again);
    lang_set(chosen);
    return rule;
}

void rule_free(struct engine *engine, struct rule *rule)
{
    if (!rule)
        return;
    keep_free(sandbox_state(engine->sandbox), rule->kept);
    for (size_t i = 0; i < rule->pattern_count; i++)
        pattern_free(rule->patterns[i].compiled);
    free(rule);
}

static const struct rule_basis *basis_for(const struct rule *rule, struct str form)
{
    for (size_t i = 0; i < rule->basis_count; i++)
        if (rule->basis[i].form.n == 0 || str_eq(rule->basis[i].form, form))
            return &rule->basis[i];
    return NULL;
}

const struct rule_basis *rule_basis_of(const struct rule *rule, const struct form_set *forms,
                                       const struct form *form)
{
    const struct rule_basis *found = NULL;
    for (size_t steps = 0; !found && form && steps <= forms->n; steps++) {
        found = basis_for(rule, form->id);
        form = form->like.n ? form_by_id(forms, form->like) : NULL;
    }
    return found;
}

const struct rule_pattern *rule_pattern(const struct rule *rule, struct str name)
{
    for (size_t i = 0; i < rule->pattern_count; i++)
        if (str_eq(rule->patterns[i].name, name))
            return &rule->patterns[i];
    return NULL;
}
