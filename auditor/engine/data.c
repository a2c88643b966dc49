/* data.c - see data.h. */
#include "engine/data.h"

#include <cjson/cJSON.h>
#include <lauxlib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "engine/sandbox.h"

#define EXACT 9007199254740992.0 /* 2^53 */

static void push(lua_State *L, const struct cJSON *data, int depth)
{
    luaL_checkstack(L, 4, "data too deep");
    if (depth > DATA_DEPTH)
        luaL_error(L, "data too deep");
    if (cJSON_IsString(data)) {
        lua_pushstring(L, data->valuestring);
    } else if (cJSON_IsNumber(data)) {
        double v = data->valuedouble;
        if (v >= -EXACT && v <= EXACT && v == floor(v))
            lua_pushinteger(L, (lua_Integer)v);
        else
            lua_pushnumber(L, v);
    } else if (cJSON_IsBool(data)) {
        lua_pushboolean(L, cJSON_IsTrue(data));
    } else if (cJSON_IsArray(data)) {
        lua_Integer n = 0;
        lua_createtable(L, cJSON_GetArraySize(data), 0);
        for (const cJSON *item = data->child; item; item = item->next) {
            push(L, item, depth + 1);
            lua_rawseti(L, -2, ++n);
        }
    } else if (cJSON_IsObject(data)) {
        lua_newtable(L);
        for (const cJSON *item = data->child; item; item = item->next) {
            push(L, item, depth + 1);
            lua_setfield(L, -2, item->string);
        }
    } else {
        lua_pushnil(L);
    }
}

void data_push(lua_State *L, const struct cJSON *data)
{
    push(L, data, 0);
}

/* Where in the data something is, for messages. */
struct where {
    const struct where *outer;
    const char *name; /* NULL: a list's member */
    lua_Integer i;
};

struct taking {
    lua_State *L;
    bool skip_functions;
    struct error *err;
};

static int take(struct taking *t, const struct where *where, int depth, struct cJSON **out);

static void print_where(const struct where *where, struct strbuf *out)
{
    if (!where)
        return;
    print_where(where->outer, out);
    if (where->name)
        strbuf_fmt(out, "%s%s", out->n ? "." : "", where->name);
    else
        strbuf_fmt(out, "[%lld]", (long long)where->i);
}

static int refuse(struct taking *t, const struct where *where, const char *why)
{
    struct strbuf path = { 0 };
    print_where(where, &path);
    int code = error_set(t->err, ERR_PLUGIN, "%.*s%s%s", (int)path.n, path.n ? path.p : "",
                         path.n ? ": " : "", why);
    strbuf_free(&path);
    return code;
}

/* The number of members, and whether all keys are 1..n or all are strings. */
static bool look(lua_State *L, size_t *n, bool *list)
{
    size_t strings = 0, length = lua_rawlen(L, -1);
    *n = 0;
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        ++*n;
        strings += lua_type(L, -2) == LUA_TSTRING;
        if (lua_type(L, -2) != LUA_TSTRING && !lua_isinteger(L, -2)) {
            lua_pop(L, 2);
            return false;
        }
    }
    *list = strings == 0;
    return *list ? *n == length : strings == *n;
}

static int take_list(struct taking *t, const struct where *where, int depth, size_t n,
                     struct cJSON *array)
{
    int code = 0;
    for (size_t i = 1; i <= n && !code; i++) {
        struct where member = { where, NULL, (lua_Integer)i };
        struct cJSON *item = NULL;
        lua_rawgeti(t->L, -1, (lua_Integer)i);
        code = take(t, &member, depth + 1, &item);
        lua_pop(t->L, 1);
        if (!code)
            cJSON_AddItemToArray(array, item);
    }
    return code;
}

static int key_cmp(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int take_object(struct taking *t, const struct where *where, int depth, size_t n,
                       struct cJSON *object)
{
    const char **keys = mem_zero(n + 1, sizeof *keys); /* held by the table */
    int code = 0;
    size_t i = 0;
    for (lua_pushnil(t->L); lua_next(t->L, -2); lua_pop(t->L, 1))
        keys[i++] = lua_tostring(t->L, -2);
    qsort(keys, n, sizeof *keys, key_cmp);
    for (i = 0; i < n && !code; i++) {
        struct where member = { where, keys[i], 0 };
        struct cJSON *item = NULL;
        lua_pushstring(t->L, keys[i]);
        lua_rawget(t->L, -2);
        bool skip = t->skip_functions && lua_type(t->L, -1) == LUA_TFUNCTION;
        if (!skip)
            code = take(t, &member, depth + 1, &item);
        lua_pop(t->L, 1);
        if (!code && !skip)
            cJSON_AddItemToObject(object, keys[i], item);
    }
    free(keys);
    return code;
}

static int take_table(struct taking *t, const struct where *where, int depth, struct cJSON **out)
{
    size_t n;
    bool list;
    if (depth > DATA_DEPTH || !lua_checkstack(t->L, 6))
        return refuse(t, where, tr("层次太深", "nested too deeply"));
    bool behind = sandbox_behind(t->L, lua_gettop(t->L));
    if (!look(t->L, &n, &list)) {
        lua_pop(t->L, behind);
        return refuse(
            t, where,
            tr("表的键应全是 1..n 或全是文字", "keys must all be 1..n or all be strings"));
    }
    *out = list ? cJSON_CreateArray() : cJSON_CreateObject();
    int code = list ? take_list(t, where, depth, n, *out) : take_object(t, where, depth, n, *out);
    lua_pop(t->L, behind);
    if (code) {
        cJSON_Delete(*out);
        *out = NULL;
    }
    return code;
}

/* The value on top of the stack. */
static int take(struct taking *t, const struct where *where, int depth, struct cJSON **out)
{
    lua_State *L = t->L;
    switch (lua_type(L, -1)) {
    case LUA_TSTRING:
        if (strlen(lua_tostring(L, -1)) != lua_rawlen(L, -1))
            return refuse(t, where, tr("文字里有零字节", "a zero byte in a string"));
        *out = cJSON_CreateString(lua_tostring(L, -1));
        return 0;
    case LUA_TBOOLEAN:
        *out = cJSON_CreateBool(lua_toboolean(L, -1));
        return 0;
    case LUA_TNUMBER: {
        lua_Number v = lua_tonumber(L, -1);
        if (v != v || v > 1e300 || v < -1e300)
            return refuse(t, where, tr("不是有限的数", "not a finite number"));
        if (lua_isinteger(L, -1) && (v > EXACT || v < -EXACT))
            return refuse(t, where, tr("整数太大", "an integer beyond 2^53"));
        *out = cJSON_CreateNumber(v);
        return 0;
    }
    case LUA_TNIL:
        *out = cJSON_CreateNull();
        return 0;
    case LUA_TTABLE:
        return take_table(t, where, depth, out);
    default:
        return refuse(t, where, tr("只能是数据，不能是函数", "must be plain data, not a function"));
    }
}

int data_take(lua_State *L, int index, bool skip_functions, struct cJSON **out, struct error *err)
{
    struct taking t = { L, skip_functions, err };
    *out = NULL;
    lua_pushvalue(L, index);
    int code = take(&t, NULL, 0, out);
    lua_pop(L, 1);
    return code;
}
