/* lib_text.c - the `text` library; see lib_text.h. */
#include "base/lang.h"
#include "engine/lib_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "engine/sandbox.h"
#include "text/normalise.h"
#include "text/numeral.h"

enum {
    SUBJECT_SHIFT = 6,  /* work for a string that is gone through: a byte's 64th part */
    SIMILAR_MAX = 2000, /* characters that text.similar compares */
    HAN_STEP = 64       /* bytes in which Han characters are counted at once */
};

/* Pushes the groups from `first` on; those that took no part are nil. */
static int push_groups(lua_State *L, const struct pattern *p, struct str s,
                       const struct pattern_match *m, size_t first)
{
    size_t n = pattern_group_count(p) + 1;
    for (size_t i = first; i < n; i++) {
        if (i < m->count && m->from[i] != SIZE_MAX && m->to[i] >= m->from[i])
            lua_pushlstring(L, s.p + m->from[i], m->to[i] - m->from[i]);
        else
            lua_pushnil(L);
    }
    return n > first ? (int)(n - first) : 0;
}

static int l_find(lua_State *L)
{
    struct pattern_match m;
    struct str s = lib_text_subject(L, 1);
    size_t from = lib_text_start(L, 3, s); /* before the stack grows */
    const struct pattern *p = lib_text_pattern(L, 2);
    if (from > s.n || !lib_text_search(L, p, s, from, &m)) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, (lua_Integer)m.from[0] + 1);
    lua_pushinteger(L, (lua_Integer)m.to[0]);
    return 2 + push_groups(L, p, s, &m, 1);
}

static int l_match(lua_State *L)
{
    struct pattern_match m;
    struct str s = lib_text_subject(L, 1);
    size_t from = lib_text_start(L, 3, s); /* before the stack grows */
    const struct pattern *p = lib_text_pattern(L, 2);
    if (from > s.n || !lib_text_search(L, p, s, from, &m)) {
        lua_pushnil(L);
        return 1;
    }
    return push_groups(L, p, s, &m, pattern_group_count(p) > 0);
}

/* Where to search on behind a match: an empty one moves on by a character. */
static size_t next_start(struct str s, const struct pattern_match *m)
{
    size_t at = m->to[0];
    if (m->to[0] > m->from[0])
        return at;
    if (at >= s.n)
        return s.n + 1;
    str_next(s, &at);
    return at;
}

/* Upvalues: subject, box, start. */
static int l_gmatch_step(lua_State *L)
{
    struct pattern_match m;
    struct str s;
    s.p = lua_tolstring(L, lua_upvalueindex(1), &s.n);
    const struct pattern *p = lib_pattern_of(L, lua_upvalueindex(2));
    size_t from = (size_t)lua_tointeger(L, lua_upvalueindex(3));
    if (from > s.n || !lib_text_search(L, p, s, from, &m)) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, (lua_Integer)next_start(s, &m));
    lua_replace(L, lua_upvalueindex(3));
    return push_groups(L, p, s, &m, pattern_group_count(p) > 0);
}

static int l_gmatch(lua_State *L)
{
    lib_text_subject(L, 1);
    lua_pushvalue(L, 1);
    lib_text_pattern(L, 2); /* s pattern s box */
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, l_gmatch_step, 3);
    return 1;
}

/* The replacement, with $0 to $9 for what the groups matched and $$ for a dollar. */
static void add_replacement(luaL_Buffer *out, struct str by, struct str s,
                            const struct pattern_match *m)
{
    for (size_t i = 0; i < by.n; i++) {
        char next = by.p[i] == '$' && i + 1 < by.n ? by.p[i + 1] : '\0';
        size_t group = next >= '0' && next <= '9' ? (size_t)(next - '0') : m->count;
        if (next == '$') {
            luaL_addchar(out, '$');
            i++;
        } else if (next >= '0' && next <= '9') {
            if (group < m->count && m->from[group] != SIZE_MAX)
                luaL_addlstring(out, s.p + m->from[group], m->to[group] - m->from[group]);
            i++;
        } else {
            luaL_addchar(out, by.p[i]);
        }
    }
}

/* text.gsub(s, pattern, replacement, max): only the text, so that it can stand as an argument. */
static int l_gsub(lua_State *L)
{
    struct pattern_match m;
    struct str s = lib_text_subject(L, 1), by;
    by.p = lua_tolstring(L, 3, &by.n);
    lua_Integer max = lua_isnil(L, 4) ? LUA_MAXINTEGER : lua_tointeger(L, 4), n = 0;
    const struct pattern *p = lib_text_pattern(L, 2);
    size_t from = 0, done = 0;
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    while (n < max && from <= s.n && lib_text_search(L, p, s, from, &m)) {
        luaL_addlstring(&out, s.p + done, m.from[0] - done);
        add_replacement(&out, by, s, &m);
        done = m.to[0];
        from = next_start(s, &m);
        n++;
    }
    luaL_addlstring(&out, s.p + done, s.n - done);
    luaL_pushresult(&out);
    return 1;
}

static int l_split(lua_State *L)
{
    struct pattern_match m;
    struct str s = lib_text_subject(L, 1);
    const struct pattern *p = lib_text_pattern(L, 2);
    size_t from = 0, done = 0;
    lua_Integer n = 0;
    lua_newtable(L);
    while (from <= s.n && lib_text_search(L, p, s, from, &m)) {
        from = next_start(s, &m);
        if (m.to[0] == m.from[0])
            continue; /* nothing separates nothing */
        lua_pushlstring(L, s.p + done, m.from[0] - done);
        lua_rawseti(L, -2, ++n);
        done = m.to[0];
    }
    lua_pushlstring(L, s.p + done, s.n - done);
    lua_rawseti(L, -2, ++n);
    return 1;
}

/* Two plain strings. */
static void plain(lua_State *L, struct str *s, struct str *t)
{
    s->p = lua_tolstring(L, 1, &s->n);
    t->p = lua_tolstring(L, 2, &t->n);
    sandbox_charge(L, 5 + (s->n >> SUBJECT_SHIFT));
}

static int l_contains(lua_State *L)
{
    struct str s, t;
    plain(L, &s, &t);
    lua_pushboolean(L, str_find(s, t) != SIZE_MAX);
    return 1;
}

static int l_starts(lua_State *L)
{
    struct str s, t;
    plain(L, &s, &t);
    lua_pushboolean(L, str_starts(s, t));
    return 1;
}

static int l_ends(lua_State *L)
{
    struct str s, t;
    plain(L, &s, &t);
    lua_pushboolean(L, str_ends(s, t));
    return 1;
}

static int l_len(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)str_chars(lib_text_subject(L, 1)));
    return 1;
}

static bool is_han(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/* How many Han characters begin in the next HAN_STEP bytes of valid text. Two bytes of them tell,
 * three of the figure; there is no branch, so that the compiler takes many bytes at once. */
static size_t han_step(const unsigned char *p)
{
    unsigned char n = 0;
    for (size_t i = 0; i < HAN_STEP; i++) {
        unsigned char a = p[i], b = p[i + 1], c = p[i + 2];
        unsigned char common = a >= 0xE5 && a <= 0xE9;
        n += common | ((a == 0xE4) & (b != 0xB7)) |
             ((a == 0xE3) & ((b >= 0x90) | ((b == 0x80) & (c == 0x87)))) |
             ((a == 0xEF) & (b >= 0xA4) & (b <= 0xAB)) | ((a == 0xF0) & (b >= 0xA0));
    }
    return n;
}

size_t lib_text_han(struct str s)
{
    size_t n = 0, i = 0;
    for (; s.n - i >= HAN_STEP + 2; i += HAN_STEP)
        n += han_step((const unsigned char *)s.p + i);
    while (i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80)
        i++; /* of a character that was counted */
    while (i < s.n)
        n += is_han(str_next(s, &i));
    return n;
}

static int l_han(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)lib_text_han(lib_text_subject(L, 1)));
    return 1;
}

/* text.sub(s, i, j): by characters */
static int l_sub(lua_State *L)
{
    struct str s = lib_text_subject(L, 1);
    lua_Integer from = lua_tointeger(L, 2), to = lua_isnil(L, 3) ? -1 : lua_tointeger(L, 3), i = 0;
    if (from < 0 || to < 0) { /* counted from the end */
        lua_Integer n = (lua_Integer)str_chars(s);
        from = from >= 0 ? from : from < -n ? 1 : n + from + 1;
        to = to >= 0 ? to : to < -n ? 0 : n + to + 1;
    }
    size_t at = 0, start = s.n, end = s.n;
    for (; at < s.n && end == s.n; i++) {
        if (i + 1 == (from < 1 ? 1 : from))
            start = at;
        if (i == to)
            end = at;
        str_next(s, &at);
    }
    if (to < from || to < 1 || start >= end)
        lua_pushliteral(L, "");
    else
        lua_pushlstring(L, s.p + start, end - start);
    return 1;
}

static int l_normal(lua_State *L)
{
    struct str s = lib_text_subject(L, 1);
    struct strbuf out = { 0 };
    sandbox_charge(L, s.n / 8);
    luaL_argcheck(L, s.n <= 64 * 1024, 1, tr("太长", "too long")); /* out is no Lua memory */
    char *copy = lua_newuserdatauv(L, s.n * 4 + 64, 0);
    text_normalise(&out, s, TEXT_T2S, NULL);
    size_t n = out.n <= s.n * 4 + 64 ? out.n : 0;
    memcpy(copy, n ? out.p : "", n);
    strbuf_free(&out); /* before anything may raise */
    lua_pushlstring(L, copy, n);
    return 1;
}

static int l_ordinal(lua_State *L)
{
    unsigned n = numeral_ordinal(lib_text_subject(L, 1));
    if (n)
        lua_pushinteger(L, n);
    else
        lua_pushnil(L);
    return 1;
}

static int l_number(lua_State *L)
{
    struct numeral n;
    struct str s = lib_text_subject(L, 1);
    if (!numeral_read(s, 0, &n)) {
        lua_pushnil(L);
        return 1;
    }
    if (decimal_is_integer(n.value)) {
        lua_pushinteger(L, decimal_integer(n.value));
    } else {
        lua_Number scale = 1;
        for (unsigned i = 0; i < n.value.scale; i++)
            scale *= 10;
        lua_pushnumber(L, (lua_Number)n.value.value / scale);
    }
    lua_pushinteger(L, (lua_Integer)n.length);
    return 2;
}

static size_t decode(struct str s, uint32_t *out)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n && n < SIMILAR_MAX;)
        out[n++] = str_next(s, &i);
    return n;
}

/* The longest common subsequence over the longer text. */
static int l_similar(lua_State *L)
{
    struct str s = lib_text_subject(L, 1), t = lib_text_subject(L, 2);
    uint32_t *a = lua_newuserdatauv(L, sizeof *a * SIMILAR_MAX, 0);
    uint32_t *b = lua_newuserdatauv(L, sizeof *b * SIMILAR_MAX, 0);
    size_t n = decode(s, a), m = decode(t, b);
    sandbox_charge(L, n * m / 16);
    uint16_t *row = lua_newuserdatauv(L, sizeof *row * (SIMILAR_MAX + 1), 0);
    memset(row, 0, sizeof *row * (m + 1));
    for (size_t i = 0; i < n; i++) {
        uint16_t diagonal = 0;
        for (size_t j = 0; j < m; j++) {
            uint16_t above = row[j + 1];
            if (a[i] == b[j])
                row[j + 1] = diagonal + 1;
            else if (row[j] > above)
                row[j + 1] = row[j];
            diagonal = above;
        }
    }
    size_t longer = n > m ? n : m;
    lua_pushnumber(L, longer ? (lua_Number)row[m] / (lua_Number)longer : 1.0);
    return 1;
}

static const struct api_function lib_text_functions[] = {
    { "contains", l_contains, "(s: string, plain: string) -> boolean",
      "是否含有一段文字（不是模式）", "whether a plain string stands in s",
      "assert(text.contains('政府信息公开', '信息') and not text.contains('a.b', 'a+b'))" },
    { "ends", l_ends, "(s: string, plain: string) -> boolean", "是否以一段文字结尾",
      "whether s ends with a plain string", "assert(text.ends('年度报告', '报告'))" },
    { "find", l_find,
      "(s: string, pattern: string, init?: integer) -> integer?, integer?, ...string?",
      "第一处与模式相符的文字：起止字节和各组；没有为 nil",
      "the first match of a pattern: its first and last byte, then its groups; nil for none",
      "local from, to, digits = text.find('共12件', '([0-9]+)件')\n"
      "assert(from == 4 and to == 8 and digits == '12')\n"
      "assert(text.find('共12件', '份') == nil)" },
    { "gmatch", l_gmatch, "(s: string, pattern: string) -> function",
      "依次给出每处相符的各组（没有组时为整段）",
      "goes through all matches: their groups, or the whole match",
      "local sum = 0\n"
      "for n in text.gmatch('3件、4件', '([0-9]+)件') do sum = sum + tonumber(n) end\n"
      "assert(sum == 7)" },
    { "gsub", l_gsub, "(s: string, pattern: string, replacement: string, max?: integer) -> string",
      "替换后的文字；$0…$9 代表各组，$$ 代表 $",
      "s with matches replaced; $0…$9 stand for groups, $$ for a dollar",
      "assert(text.gsub('2022年', '([0-9]+)年', '$1') == '2022')" },
    { "han", l_han, "(s: string) -> integer", "汉字个数", "the number of Han characters",
      "assert(text.han('共12件') == 2)" },
    { "len", l_len, "(s: string) -> integer", "字数", "the number of characters",
      "assert(text.len('年报2022') == 6)" },
    { "match", l_match, "(s: string, pattern: string, init?: integer) -> ...string?",
      "第一处相符的各组（没有组时为整段）；没有为 nil",
      "the groups of the first match, or the whole match; nil for none",
      "assert(text.match('2022年度', '([0-9]{4})年') == '2022')\n"
      "assert(text.match('年度', '[0-9]') == nil)" },
    { "normal", l_normal, "(s: string) -> string",
      "规范形式：全角转半角、去空白、转简体；报告的文字已是这种形式",
      "the normal form: width folded, blanks dropped, simplified script. What the report gives as "
      "text is in it",
      "assert(text.normal('２０２２ 年') == '2022年')" },
    { "number", l_number, "(s: string) -> number?, integer?",
      "开头处的数（阿拉伯或汉字数字）和所占字节；没有为 nil",
      "the number at the start of s, in digits or in Chinese, and its bytes; nil for none",
      "local n, length = text.number('1,203件')\n"
      "assert(n == 1203 and length == 5)\n"
      "assert(text.number('件') == nil)" },
    { "ordinal", l_ordinal, "(s: string) -> integer?", "汉字序号：三 为 3；不是为 nil",
      "a Chinese ordinal as a number; nil if it is none",
      "assert(text.ordinal('十二') == 12 and text.ordinal('件') == nil)" },
    { "similar", l_similar, "(a: string, b: string) -> number",
      "相似程度，0 到 1：最长公共子序列与较长一段之比",
      "how alike, 0 to 1: the longest common subsequence over the longer text",
      "assert(text.similar('年度报告', '年度报告') == 1 and text.similar('甲', '乙') == 0)" },
    { "split", l_split, "(s: string, pattern: string) -> string[]", "按模式分开",
      "the parts between matches of a pattern",
      "local parts = text.split('甲、乙、丙', '、')\n"
      "assert(#parts == 3 and parts[2] == '乙')" },
    { "starts", l_starts, "(s: string, plain: string) -> boolean", "是否以一段文字开头",
      "whether s begins with a plain string", "assert(text.starts('关于公开', '关于'))" },
    { "sub", l_sub, "(s: string, i: integer, j?: integer) -> string",
      "第 i 到 j 个字，负数从末尾数", "characters i to j; negative ones count from the end",
      "assert(text.sub('年度报告', 3) == '报告' and text.sub('年度报告', -2, -1) == '报告')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_library lib_text = {
    "text", "文字的查找和中文数字。模式是 PCRE2 正则表达式；i、j、init 除注明外按字节计。",
    "Searching text, and Chinese numbers. Patterns are regular expressions of PCRE2; i, j and init "
    "count bytes unless said otherwise.",
    lib_text_functions
};

void lib_text_open(lua_State *L)
{
    lib_pattern_open(L);
    sandbox_library(L, &lib_text);
}
