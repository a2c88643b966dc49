/* bind_paragraph.c - blocks of the page; i is the block. */
#include "engine/bind.h"
#include "engine/bind_quantity.h"
#include "engine/lib_text.h"

static int get_text(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, doc_block_text(b->doc, h->i));
}

static int get_raw(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, doc_block_raw(b->doc, h->i));
}

static int get_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, b->doc->blocks[h->i].line);
    return 1;
}

static int get_section(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_section(L, b, h->i);
}

static int push_flag(lua_State *L, struct bind *b, const struct bind_handle *h, unsigned flag)
{
    lua_pushboolean(L, (b->doc->blocks[h->i].flags & flag) != 0);
    return 1;
}

static int get_hidden(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_flag(L, b, h, DOC_HIDDEN);
}

static int get_chrome(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_flag(L, b, h, DOC_CHROME);
}

static int get_linked(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_flag(L, b, h, DOC_LINKED);
}

static int get_heading(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, b->blocks[h->i].heading);
    return 1;
}

static int get_index(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    if (b->blocks[h->i].article)
        lua_pushinteger(L, b->blocks[h->i].article);
    else
        lua_pushnil(L);
    return 1;
}

/* Its turn on the page, hidden paragraphs and all: tells paragraphs apart. */
static int get_order(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    lua_pushinteger(L, (lua_Integer)h->i + 1);
    return 1;
}

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_block(b, h->i, out);
}

/* paragraph:find(pattern, init) */
static int l_find(lua_State *L)
{
    const struct bind_handle *h = bind_check(L, 1, BIND_PARAGRAPH);
    struct bind *b = bind_of(L);
    struct str text = doc_block_text(b->doc, h->i);
    size_t from = lib_text_start(L, 3, text); /* before the stack grows */
    const struct pattern *p = lib_text_pattern(L, 2);
    struct pattern_match m;
    if (from <= text.n && lib_text_search(L, p, text, from, &m))
        return bind_push_match(L, h->i, &m, b->doc->blocks[h->i].text);
    lua_pushnil(L);
    return 1;
}

/* paragraph:sub(i, j): bytes of the text, as string.sub counts them */
static int l_sub(lua_State *L)
{
    const struct bind_handle *h = bind_check(L, 1, BIND_PARAGRAPH);
    struct bind *b = bind_of(L);
    const struct doc_block *block = &b->doc->blocks[h->i];
    lua_Integer n = block->text_len, from = luaL_checkinteger(L, 2), to = luaL_optinteger(L, 3, -1);
    if (from < 0)
        from = from < -n ? 1 : n + from + 1;
    if (to < 0)
        to = to < -n ? 0 : n + to + 1;
    from = from < 1 ? 1 : from;
    to = to > n ? n : to;
    if (from > to) {
        lua_pushnil(L);
        return 1;
    }
    const char *text = doc_block_text(b->doc, h->i).p; /* whole characters only */
    while (from > 1 && ((unsigned char)text[from - 1] & 0xC0) == 0x80)
        from--;
    while (to < n && ((unsigned char)text[to] & 0xC0) == 0x80)
        to++;
    struct span span = { block->text + (uint32_t)from - 1, (uint32_t)(to - from + 1), h->i };
    return bind_push(L, BIND_SPAN, 0, 0, span);
}

static const struct bind_field fields[] = {
    { "chrome", get_chrome },
    { "heading", get_heading },
    { "hidden", get_hidden },
    { "index", get_index },
    { "order", get_order },
    { "line", get_line },
    { "linked", get_linked },
    { "raw", get_raw },
    { "section", get_section },
    { "text", get_text },
    { NULL, NULL },
};
static const luaL_Reg methods[] = {
    { "find", l_find },
    { "percentages", bind_percentages },
    { "quantities", bind_quantities },
    { "statements", bind_statements },
    { "sub", l_sub },
    { NULL, NULL },
};

const struct bind_class bind_paragraph = {
    .name = "paragraph", .fields = fields, .methods = methods, .place = place
};
