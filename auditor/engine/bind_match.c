/* bind_match.c - matches of patterns, with their groups; report:matches(). */
#include <string.h>

#include "engine/bind.h"
#include "base/lang.h"
#include "engine/call.h"
#include "engine/lib_text.h"
#include "engine/outcome.h"

enum {
    GROUPS = 10, /* the match itself and nine groups */
    CONTEXT_MAX = 200,
    MATCHES_MAX = 4000 /* given to a rule for one report, of all its patterns */
};
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
    const struct bind_handle *h = bind_self(L);
    const struct span *span = group(h, lua_tointeger(L, 2));
    if (span && span->len)
        return bind_push(L, BIND_SPAN, 0, 0, *span);
    lua_pushnil(L);
    return 1;
}

/* The bytes of its block before and behind a match. */
static struct str before_of(const struct bind *b, const struct bind_handle *h)
{
    struct str text = doc_block_text(b->doc, h->i);
    return str_sub(text, 0, h->span.at - b->doc->blocks[h->i].text);
}

static struct str behind_of(const struct bind *b, const struct bind_handle *h)
{
    struct str text = doc_block_text(b->doc, h->i);
    return str_sub(text, h->span.at - b->doc->blocks[h->i].text + h->span.len, text.n);
}

/* match:before(n), match:behind(n): up to n characters of the paragraph, which may be very long */
static lua_Integer wanted(lua_State *L)
{
    lua_Integer n = lua_tointeger(L, 2);
    luaL_argcheck(L, n >= 0 && n <= CONTEXT_MAX, 2, tr("应为 0 到 200 字", "0 to 200 characters"));
    sandbox_charge(L, 10);
    return n;
}

static int l_before(lua_State *L)
{
    const struct bind_handle *h = bind_self(L);
    struct str s = before_of(bind_of(L), h);
    size_t from = s.n;
    for (lua_Integer n = wanted(L); n > 0 && from > 0; n--)
        do
            from--;
        while (from > 0 && ((unsigned char)s.p[from] & 0xC0) == 0x80);
    return bind_push_str(L, str_sub(s, from, s.n));
}

static int l_behind(lua_State *L)
{
    const struct bind_handle *h = bind_self(L);
    struct str s = behind_of(bind_of(L), h);
    size_t to = 0;
    for (lua_Integer n = wanted(L); n > 0 && to < s.n; n--)
        str_next(s, &to);
    return bind_push_str(L, str_sub(s, 0, to));
}

/* match:widen(before, behind): the span with so many bytes more at its ends */
static int l_widen(lua_State *L)
{
    const struct bind_handle *h = bind_self(L);
    struct bind *b = bind_of(L);
    lua_Integer before = lua_tointeger(L, 2), behind = lua_tointeger(L, 3);
    luaL_argcheck(L, before >= 0 && (size_t)before <= before_of(b, h).n, 2,
                  tr("超出文字范围", "outside the text"));
    luaL_argcheck(L, behind >= 0 && (size_t)behind <= behind_of(b, h).n, 3,
                  tr("超出文字范围", "outside the text"));
    struct span span = h->span;
    span.at -= (uint32_t)before;
    span.len += (uint32_t)(before + behind);
    return bind_push(L, BIND_SPAN, 0, 0, span);
}

/* Where it begins in the text of its paragraph, from 1. */
static int get_from(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, (lua_Integer)before_of(b, h).n + 1);
    return 1;
}

/* The text that follows its paragraph on the page, in a table the next cell. */
static int get_next(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    for (size_t k = (size_t)h->i + 1; k < b->doc->block_count; k++) {
        const struct doc_block *next = &b->doc->blocks[k];
        if (next->text_len == 0 || (next->flags & DOC_HIDDEN))
            continue;
        return bind_push(L, BIND_SPAN, 0, 0,
                         (struct span){ next->text, next->text_len, (uint32_t)k });
    }
    lua_pushnil(L);
    return 1;
}

static const struct api_field fields[] = {
    { "next", get_next, "Span?", "页面上接着它所在段落的文字，表格中是下一个单元格；没有为 nil",
      "the text that follows its paragraph on the page, in a table the next cell; nil for none",
      "assert(match.next == nil or match.next.text ~= '')" },
    { "from", get_from, "integer", "起始处在段落文字中的字节位置，从 1 起",
      "its first byte in the text of its paragraph, from 1",
      "assert(match.paragraph.text:sub(match.from, match.from + #match.text - 1) == match.text)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};
static const struct api_function methods[] = {
    { "before", l_before, "(characters: integer) -> string", "段落中在它之前的至多 200 个字",
      "up to 200 characters of the paragraph before it", "assert(match:before(2) == '申请')" },
    { "behind", l_behind, "(characters: integer) -> string", "段落中在它之后的至多 200 个字",
      "up to 200 characters of the paragraph behind it",
      "assert(match:behind(1) == ',' or match:behind(1) == '，')" },
    { "group", l_group, "(n: integer) -> Span?", "第 n 组的文字和位置；没有匹配为 nil",
      "group n with its place; nil if it did not match",
      "assert(match:group(1).text == '46' and match:group(2) == nil)" },
    { "widen", l_widen, "(before: integer, behind: integer) -> Span", "前后各多出若干字节的一段",
      "the span with so many bytes more at its ends",
      "assert(match:widen(6, 0).text == '申请46件')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_span(b, h->span, out);
}

const struct api_class bind_match = {
    .name = "match",
    .base = &bind_span,
    .fields = fields,
    .methods = methods,
    .other = get_group_text,
    .place = place,
    .type = "Match",
    .zh = "模式的一处匹配。周围的文字用它的方法看：paragraph.text "
          "可能很长，也可能在别处含有同样的文字。",
    .en = "A match of a pattern. Judge what stands around it by its methods: paragraph.text may be "
          "very long, and may hold the same words elsewhere.",
    .example = "local match = report:matches('number_of_cases')[1]",
    .index_type = "string?",
    .index_zh = "match[0] 是整段，match[1] 到 match[9] 是各组；没有匹配为 nil",
    .index_en =
        "match[0] is the whole, match[1] to match[9] are its groups; nil if one did not match",
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

/* There are more hits than a rule may look at: what it finds in the first stands, but where it finds
 * nothing the duty is open. */
static void note_cut(struct bind *b)
{
    struct outcome_open *open = b->outcome ? outcome_add_open(b->outcome) : NULL;
    if (!open)
        return;
    open->reason.code = str_of("many-matches");
    open->reason.message = outcome_text("需要查看之处过多，只查看了前一部分",
                                        "too many places to look at; only the first were");
    open->reason.cause = str_of("");
    outcome_keep_place(&open->reason.place, b->arena);
}

/* Counts a match that is given to the running rule; false when there were enough. */
static bool take_match(struct bind *b)
{
    if (b->matches == MATCHES_MAX) {
        b->matches++; /* said once */
        note_cut(b);
    }
    if (b->matches > MATCHES_MAX)
        return false;
    b->matches++;
    return true;
}

/* Where a pattern may match: the literals of which each match has one tell no more. */
struct stretch {
    uint32_t block;
    size_t from; /* no match begins before this byte of the block */
    size_t end;  /* nor behind this one, where the last literal ends; SIZE_MAX: not known */
};

/* Appends all matches in a stretch to the list on top of the stack. */
static void match_stretch(lua_State *L, struct bind *b, const struct pattern *p,
                          const struct stretch *s)
{
    struct str text = doc_block_text(b->doc, s->block);
    struct error err = { 0 };
    struct pattern_match m;
    bool found = true;
    for (size_t from = s->from; from <= text.n;) {
        if (pattern_find_until(p, text, from, s->end, &found, &m, &err))
            luaL_error(L, "%s", err.message);
        sandbox_charge(L, 20 + ((found ? m.to[0] : text.n) - from) / 64);
        if (!found || !take_match(b))
            break;
        bind_push_match(L, s->block, &m, b->doc->blocks[s->block].text);
        lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
        from = m.to[0];
        if (m.to[0] == m.from[0] && from < text.n)
            str_next(text, &from); /* an empty match moves on by a character */
        else if (m.to[0] == m.from[0])
            break;
    }
}

/* The declared pattern that the string at index names, or raises. */
static const struct rule_pattern *declared(lua_State *L, const struct bind *b, int index)
{
    struct str name;
    name.p = lua_tolstring(L, index, &name.n);
    const struct rule_pattern *p = b->rule ? rule_pattern(b->rule, name) : NULL;
    if (!p)
        luaL_error(L, tr("本规则的 patterns 中没有 %s", "the rule declares no pattern '%s'"),
                   name.p);
    return p;
}

/* report:search(string, names): where the leftmost match of these declared patterns is in a string that
 * is no part of the text, as string.find would say it; nil for nowhere. */
int bind_search(lua_State *L)
{
    struct bind *b = bind_of(L);
    struct str text = lib_text_subject(L, 2);
    size_t from = SIZE_MAX, to = 0;
    const struct prefilter *all = b->prefilter;
    bool *flags = arena_alloc(b->scratch, prefilter_count(all) * sizeof *flags);
    prefilter_flag(all, text, flags);
    lua_settop(L, 3);
    lua_Integer n = luaL_len(L, 3);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_geti(L, 3, i);
        const struct rule_pattern *p = declared(L, b, 4);
        struct pattern_match m;
        if ((p->literal_count == 0 || flags[p->id]) &&
            lib_text_search(L, p->compiled, text, 0, &m) && m.from[0] < from) {
            from = m.from[0];
            to = m.to[0];
        }
        lua_settop(L, 3);
    }
    if (from == SIZE_MAX)
        return 0;
    lua_pushinteger(L, (lua_Integer)from + 1);
    lua_pushinteger(L, (lua_Integer)to);
    return 2;
}

/* The stretch of a hit: the first literal may stand at the very end of a match. */
static struct stretch stretch_of(const struct bind *b, const struct rule_pattern *p,
                                 const struct prefilter_hit *hit)
{
    struct str text = doc_block_text(b->doc, hit->block);
    size_t start = b->doc->blocks[hit->block].text;
    size_t first = hit->from - start;
    struct stretch s = { hit->block, first > p->longest ? first - p->longest : 0,
                         hit->end - start };
    while (s.from > 0 && ((unsigned char)text.p[s.from] & 0xC0) == 0x80)
        s.from--;
    return s;
}

/* Walks through the stretches in which a pattern may match: *i counts. */
static bool next_stretch(struct bind *b, const struct rule_pattern *p, enum where where, size_t *i,
                         struct stretch *s)
{
    if (p->literal_count > 0 && !b->scanned) {
        prefilter_scan(b->prefilter, b->doc, &b->hits);
        b->scanned = true;
    }
    size_t n = p->literal_count > 0 ? b->hits.counts[p->id] : b->doc->block_count;
    while (*i < n) {
        if (p->literal_count > 0)
            *s = stretch_of(b, p, &b->hits.blocks[p->id][*i]);
        else
            *s = (struct stretch){ (uint32_t)*i, 0, SIZE_MAX };
        ++*i;
        if (b->doc->blocks[s->block].text_len > 0 && inside(b, s->block, where))
            return true;
    }
    return false;
}

/* Its words are the enum's, in its order. */
static enum where where_of(lua_State *L)
{
    return lua_isnil(L, 3) ? WHERE_ARTICLE : (enum where)call_word(L, 3);
}

/* report:has(name, where): whether the pattern matches anywhere */
int bind_has(lua_State *L)
{
    struct bind *b = bind_of(L);
    const struct rule_pattern *p = declared(L, b, 2);
    enum where where = where_of(L);
    struct stretch s;
    bool found = false;
    for (size_t i = 0; !found && next_stretch(b, p, where, &i, &s);) {
        struct pattern_match m;
        found = lib_text_search(L, p->compiled, doc_block_text(b->doc, s.block), s.from, &m);
    }
    lua_pushboolean(L, found);
    return 1;
}

int bind_matches(lua_State *L)
{
    struct bind *b = bind_of(L);
    const struct rule_pattern *p = declared(L, b, 2);
    enum where where = where_of(L);
    struct stretch s;
    if (bind_kept(L, BIND_MATCH, where, p->id))
        return 1;
    if (b->matching != b->rule) {
        b->matching = b->rule;
        b->matches = 0;
    }
    lua_newtable(L);
    for (size_t i = 0; next_stretch(b, p, where, &i, &s);)
        match_stretch(L, b, p->compiled, &s);
    return bind_keep(L, BIND_MATCH, where, p->id);
}
