/* html.c - see html.h. */
#include "engine/html.h"

#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/version.h"
#include "engine/html_safe.h"
#include "engine/sandbox.h"

enum { STYLE_MAX = 512 * 1024 };

struct writer {
    lua_State *L;
    const char *const *assets;
    struct strbuf *out;
    struct error *err;
};

static int wrong(struct writer *w, const char *what, const char *name)
{
    return error_set(w->err, ERR_PLUGIN, "html: %s '%s'", what, name);
}

static int check_attribute(struct writer *w, const char *name, struct str value)
{
    bool sound = name[0] >= 'a' && name[0] <= 'z' && strncmp(name, "on", 2) != 0;
    for (const char *p = name; *p; p++)
        sound = sound && ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') ||
                          (*p >= '0' && *p <= '9') || *p == '-');
    if (!sound || strcmp(name, "srcdoc") == 0 || strcmp(name, "srcset") == 0)
        return wrong(w, tr("不允许的属性", "attribute not allowed"), name);
    if ((strcmp(name, "href") == 0 || strcmp(name, "src") == 0 || strcmp(name, "action") == 0 ||
         strcmp(name, "cite") == 0) &&
        !html_safe_address(value))
        return wrong(w, tr("不允许的地址，属性", "address not allowed in attribute"), name);
    if (strcmp(name, "style") == 0 && !html_safe_style(value))
        return wrong(w, tr("不允许的内容，属性", "value not allowed in attribute"), name);
    return 0;
}

/* A string or a number on top of the stack as text; numbers are turned into strings on a copy. */
static struct str top_text(lua_State *L)
{
    struct str s;
    s.p = lua_tolstring(L, -1, &s.n);
    return s;
}

/* The value on top under this name. */
static int write_attribute(struct writer *w, const char *name)
{
    int type = lua_type(w->L, -1);
    struct str value = { "", 0 };
    if (type == LUA_TBOOLEAN && !lua_toboolean(w->L, -1))
        return 0;
    if (type == LUA_TSTRING || type == LUA_TNUMBER)
        value = top_text(w->L);
    else if (type != LUA_TBOOLEAN)
        return wrong(w, tr("属性应为文字", "attribute must be a string:"), name);
    int code = check_attribute(w, name, value);
    if (code)
        return code;
    strbuf_fmt(w->out, " %s", name);
    if (type != LUA_TBOOLEAN) {
        strbuf_c(w->out, "=\"");
        html_escape(w->out, value);
        strbuf_char(w->out, '"');
    }
    return 0;
}

static int name_cmp(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All attributes of the node on top, by name. */
static int write_attributes(struct writer *w)
{
    const char *names[64];
    size_t n = 0;
    for (lua_pushnil(w->L); lua_next(w->L, -2); lua_pop(w->L, 1)) {
        if (lua_type(w->L, -2) == LUA_TSTRING && n < 64)
            names[n++] = lua_tostring(w->L, -2);
    }
    qsort(names, n, sizeof *names, name_cmp);
    for (size_t i = 0; i < n; i++) {
        lua_pushstring(w->L, names[i]);
        lua_rawget(w->L, -2);
        int code = write_attribute(w, names[i]);
        lua_pop(w->L, 1);
        if (code)
            return code;
    }
    return 0;
}

static int write_node(struct writer *w, int depth);

/* The members 1..n of the table on top; n is the largest key, so that nil leaves a gap and no end. */
static int write_children(struct writer *w, int depth)
{
    lua_Integer n = (lua_Integer)lua_rawlen(w->L, -1);
    for (lua_pushnil(w->L); lua_next(w->L, -2); lua_pop(w->L, 1))
        if (lua_isinteger(w->L, -2) && lua_tointeger(w->L, -2) > n)
            n = lua_tointeger(w->L, -2);
    if (n > 10 * 1000 * 1000)
        return wrong(w, tr("下标太大", "index too large"), "");
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(w->L, -1, i);
        int code = write_node(w, depth + 1);
        lua_pop(w->L, 1);
        if (code)
            return code;
    }
    return 0;
}

/* The node on top; name is its [0]. */
static int write_element(struct writer *w, const char *name, int depth)
{
    int flags = html_tag(name);
    if (flags < 0)
        return wrong(w, tr("不允许的标签", "tag not allowed"), name);
    strbuf_fmt(w->out, "<%s", name);
    int code = write_attributes(w);
    strbuf_char(w->out, '>');
    if (!code && !(flags & HTML_VOID)) {
        code = write_children(w, depth);
        strbuf_fmt(w->out, "</%s>", name);
    }
    if (flags & HTML_LINE)
        strbuf_char(w->out, '\n');
    return code;
}

/* Where the first folder has it, else where the last one would. */
static char *style_path(const struct writer *w, const char *name)
{
    for (const char *const *folder = w->assets; folder && *folder; folder++) {
        char *path = file_join(*folder, name);
        if (!folder[1] || file_exists(path))
            return path;
        free(path);
    }
    return file_join(".", name);
}

/* The style sheets that the page on top names: one, or a list. */
static int write_style(struct writer *w, const char *name)
{
    struct strbuf css = { 0 };
    for (const char *p = name; *p; p++)
        if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '-' || *p == '_' ||
              (*p == '.' && p > name)))
            return wrong(w, tr("样式表名不对", "bad name of a style sheet"), name);
    char *path = style_path(w, name);
    int code = file_read(&css, path, STYLE_MAX, w->err);
    if (!code && str_has(strbuf_view(&css), "</"))
        code = wrong(w, tr("样式表里不能有 </", "a style sheet must not contain </:"), name);
    if (!code) {
        strbuf_c(w->out, "<style>\n");
        strbuf_str(w->out, strbuf_view(&css));
        strbuf_c(w->out, "</style>\n");
    }
    free(path);
    strbuf_free(&css);
    return code;
}

static int write_styles(struct writer *w)
{
    int code = 0;
    lua_pushliteral(w->L, "style");
    lua_rawget(w->L, -2);
    if (lua_type(w->L, -1) == LUA_TSTRING) {
        code = write_style(w, lua_tostring(w->L, -1));
    } else if (lua_type(w->L, -1) == LUA_TTABLE) {
        lua_Integer n = (lua_Integer)lua_rawlen(w->L, -1);
        for (lua_Integer i = 1; i <= n && !code; i++) {
            lua_rawgeti(w->L, -1, i);
            if (lua_type(w->L, -1) == LUA_TSTRING)
                code = write_style(w, lua_tostring(w->L, -1));
            lua_pop(w->L, 1);
        }
    }
    lua_pop(w->L, 1);
    return code;
}

static void write_field(struct writer *w, const char *field, const char *otherwise)
{
    lua_pushstring(w->L, field);
    lua_rawget(w->L, -2);
    html_escape(w->out, lua_type(w->L, -1) == LUA_TSTRING ? top_text(w->L) : str_of(otherwise));
    lua_pop(w->L, 1);
}

/* What a page may say of itself: a misspelt word would be passed over in silence. */
static int check_page(struct writer *w)
{
    static const char *const known[] = { "title", "lang", "style", "class" };
    int code = 0;
    lua_pushnil(w->L);
    while (!code && lua_next(w->L, -2)) {
        bool found = lua_type(w->L, -2) != LUA_TSTRING;
        for (size_t i = 0; !found && i < sizeof known / sizeof *known; i++)
            found = strcmp(lua_tostring(w->L, -2), known[i]) == 0;
        if (!found)
            code = wrong(w,
                         tr("网页只有 title、lang、style、class，没有",
                            "a page has title, lang, style and class, and no"),
                         lua_tostring(w->L, -2));
        lua_pop(w->L, code ? 2 : 1);
    }
    return code;
}

/* h.page{ title =, lang =, style =, class =, children }: self-contained, without network or script. */
static int write_page(struct writer *w, int depth)
{
    int code = check_page(w);
    if (code)
        return code;
    strbuf_c(w->out, "<!DOCTYPE html>\n<html lang=\"");
    write_field(w, "lang", "zh");
    strbuf_c(w->out,
             "\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    write_field(w, "title", "");
    strbuf_c(w->out, "</title>\n<meta name=\"generator\" content=\"" AUDITOR_GENERATOR "\">\n");
    code = write_styles(w);
    strbuf_c(w->out, "</head>\n<body class=\"");
    write_field(w, "class", "");
    strbuf_c(w->out, "\">\n");
    if (!code)
        code = write_children(w, depth);
    strbuf_c(w->out, "</body>\n</html>\n");
    return code;
}

static int write_table(struct writer *w, int depth)
{
    if (depth > HTML_DEPTH || !lua_checkstack(w->L, 10))
        return wrong(w, tr("层次太深", "nested too deeply"), "");
    lua_rawgeti(w->L, -1, 0);
    char name[16] = "";
    bool node = lua_type(w->L, -1) == LUA_TSTRING;
    if (node)
        snprintf(name, sizeof name, "%s", lua_tostring(w->L, -1));
    lua_pop(w->L, 1);
    if (!node)
        return write_children(w, depth);
    if (strcmp(name, "page") == 0)
        return depth == 0 ? write_page(w, depth)
                          : wrong(w, tr("不能嵌套", "cannot be nested:"), name);
    return write_element(w, name, depth);
}

/* The value on top. */
static int write_node(struct writer *w, int depth)
{
    switch (lua_type(w->L, -1)) {
    case LUA_TSTRING:
        html_escape(w->out, top_text(w->L));
        return 0;
    case LUA_TNUMBER: {
        lua_pushvalue(w->L, -1); /* on a copy: the node keeps its number */
        html_escape(w->out, top_text(w->L));
        lua_pop(w->L, 1);
        return 0;
    }
    case LUA_TNIL:
        return 0;
    case LUA_TBOOLEAN:
        return lua_toboolean(w->L, -1) ? wrong(w, tr("不能显示", "cannot show"), "true") : 0;
    case LUA_TTABLE: {
        bool behind = sandbox_behind(w->L, lua_gettop(w->L));
        int code = write_table(w, depth);
        lua_pop(w->L, behind);
        return code;
    }
    default:
        return wrong(w, tr("不能显示", "cannot show a"), luaL_typename(w->L, -1));
    }
}

int html_write(lua_State *L, int index, const char *const *assets, struct strbuf *out,
               struct error *err)
{
    struct writer w = { L, assets, out, err };
    if (lua_isnil(L, index))
        return wrong(&w,
                     tr("函数没有返回网页，应以此结尾：return",
                        "the function returned nothing: end it with return"),
                     "h.page");
    lua_pushvalue(L, index);
    int code = write_node(&w, 0);
    lua_pop(L, 1);
    return code;
}
