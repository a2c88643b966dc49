/* forms.c - plugins/forms/ID.lua to cJSON; see forms.h. */
#include "forms.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>
#include <lauxlib.h>
#include <lua.h>

static int l_form(lua_State *L)
{
    lua_settop(L, 1);
    return 1;
}

static cJSON *value(lua_State *L)
{
    switch (lua_type(L, -1)) {
    case LUA_TSTRING:
        return cJSON_CreateString(lua_tostring(L, -1));
    case LUA_TNUMBER:
        return cJSON_CreateNumber(lua_tonumber(L, -1));
    case LUA_TBOOLEAN:
        return cJSON_CreateBool(lua_toboolean(L, -1));
    case LUA_TTABLE:
        break;
    default:
        return NULL;
    }
    cJSON *list = NULL;
    if (lua_rawlen(L, -1) != 0) {
        list = cJSON_CreateArray();
        for (lua_Unsigned i = 1; i <= lua_rawlen(L, -1); i++) {
            lua_rawgeti(L, -1, (lua_Integer)i); /* table element */
            cJSON_AddItemToArray(list, value(L));
            lua_pop(L, 1); /* table */
        }
        return list;
    }
    list = cJSON_CreateObject();
    lua_pushnil(L);                /* table nil */
    while (lua_next(L, -2) != 0) { /* table key value */
        cJSON_AddItemToObject(list, lua_tostring(L, -2), value(L));
        lua_pop(L, 1); /* table key */
    }
    return list;
}

cJSON *forms_data(const char *id)
{
    char path[1024];
    snprintf(path, sizeof(path), "%s/plugins/forms/%s.lua", AUDITOR_SOURCE_DIR, id);
    lua_State *L = luaL_newstate();
    lua_pushcfunction(L, l_form);
    lua_setglobal(L, "form");
    if (luaL_loadfilex(L, path, "t") != LUA_OK || lua_pcall(L, 0, 1, 0) != LUA_OK)
        fail_msg("%s", lua_tostring(L, -1));
    cJSON *data = value(L);
    lua_close(L);
    return data;
}

void forms_load(struct form_set *set)
{
    static const char *const IDS[] = { "2021", "2008", "2019" };
    for (size_t i = 0; i < sizeof(IDS) / sizeof(IDS[0]); i++) {
        struct error err = { 0 };
        struct form *form = NULL;
        cJSON *data = forms_data(IDS[i]);
        if (form_build(&form, data, IDS[i], &err) != 0)
            fail_msg("%s", err.message);
        cJSON_Delete(data);
        form_set_add(set, form);
    }
}
