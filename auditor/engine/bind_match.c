/* bind_match.c - matches of patterns, with their groups; report:matches(). */
#include <string.h>

#include "engine/bind.h"

enum { GROUPS = 10 }; /* the match itself and nine groups */
enum where { WHERE_ARTICLE, WHERE_REPORT, WHERE_PAGE, WHERE_ALL };

struct match_handle {
    struct bind_handle head;
    struct span groups[GROUPS]; /* len 0 and block UINT32_MAX: took no part */
};

int bind_push_match(lua_State *L, uint32_t block, const struct pattern_match *m, size_t base)
{
    struct match_handle *h = (struct match_handle *)bind_push_sized(L, BIND_MATCH, sizeof *h);
    for (size_t i = 0; i < GROUPS; i++) {
        bool there = i < m->count && m->from[i] != SIZE_MAX && m->to[i] >= m->from[i];
        h->groups[i].block = there ? block : UINT32_MAX;
        h->groups[i].at = there ? (uint32_t)(base + m->from[i]) : 0;
        h->groups[i].len = there ? (uint32_t)(m->to[i] - m->from[i]) : 0;
    }
    h->head.i = block;
    h->head.span = h->groups[0];
    return 1;
}

static const struct span *group(const struct bind_handle *h, lua_Integer i)
{
    const struct match_handle *match = (const struct match_handle *)h;
    if (i < 0 || i >= GROUPS || match->groups[i].block == UINT32_MAX)
        return NULL;
    return &match->groups[i];
}

static int get_group_text(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    if (!lua_isinteger(L, 2))
        return 0;
    const struct span *span = group(h, lua_tointeger(L, 2));
    if (span)
        return bind_push_str(L, span->len ? span_text(b->report, *span) : str_of(""));
    lua_pushnil(L);
    return 1;
}

static int l_group(lua_State *L)
{
    const struct bind_handle *h = bind_check(L, 1, BIND_MATCH);
    const struct span *span = group(h, luaL_checkinteger(L, 2));
    if (span && span->len)
        return bind_push(L, BIND_SPAN, 0, 0, *span);
    lua_pushnil(L);
    return 1;
}

static const luaL_Reg methods[] = { { "group", l_group }, { NULL, NULL } };

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_span(b, h->span, out);
}

const struct bind_class bind_match = {
    .name = "match", .base = &bind_span, .methods = methods, .other = get_group_text, .place = place
};

static bool inside(const struct bind *b, uint32_t block, enum where where)
{
    const struct bind_block *info = &b->blocks[block];
    switch (where) {
    case WHERE_ARTICLE:
        return info->in_article && !info->in_table;
    case WHERE_REPORT:
        return info->in_article;
    case WHERE_PAGE:
        return !(b->doc->blocks[block].flags & DOC_HIDDEN);
    default:
        return true;
    }
}

/* Appends all matches in a block to the list on top of the stack. */
static void match_block(lua_State *L, struct bind *b, const struct pattern *p, uint32_t block)
{
    struct str text = doc_block_text(b->doc, block);
    struct error err = { 0 };
    struct pattern_match m;
    bool found = true;
    for (size_t from = 0; from <= text.n;) {
        sandbox_charge(L, 20 + (text.n - from) / 64);
        if (pattern_find(p, text, from, &found, &m, &err))
            luaL_error(L, "%s", err.message);
        if (!found)
            break;
        bind_push_match(L, block, &m, b->doc->blocks[block].text);
        lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
        from = m.to[0];
        if (m.to[0] == m.from[0] && from < text.n)
            str_next(text, &from); /* an empty match moves on by a character */
        else if (m.to[0] == m.from[0])
            break;
    }
}

int bind_matches(lua_State *L)
{
    static const char *const wheres[] = { "article", "report", "page", "all", NULL };
    bind_check(L, 1, BIND_REPORT);
    struct bind *b = bind_of(L);
    struct str name;
    name.p = luaL_checklstring(L, 2, &name.n);
    enum where where = (enum where)luaL_checkoption(L, 3, "article", wheres);
    const struct rule_pattern *p = b->rule ? rule_pattern(b->rule, name) : NULL;
    if (!p)
        return luaL_error(L, "report:matches: the rule declares no pattern '%s'", name.p);
    if (bind_kept(L, BIND_MATCH, where, p->id))
        return 1;
    lua_newtable(L);
    if (p->literal_count > 0) {
        for (size_t i = 0; i < b->hits.counts[p->id]; i++)
            if (inside(b, b->hits.blocks[p->id][i], where))
                match_block(L, b, p->compiled, b->hits.blocks[p->id][i]);
    } else {
        for (uint32_t i = 0; i < b->doc->block_count; i++)
            if (b->doc->blocks[i].text_len > 0 && inside(b, i, where))
                match_block(L, b, p->compiled, i);
    }
    return bind_keep(L, BIND_MATCH, where, p->id);
}
