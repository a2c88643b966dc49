/* bind_paragraph.c - blocks of the page; i is the block. */
#include "engine/bind.h"
#include "engine/bind_quantity.h"
#include "engine/lib_text.h"
#include "recognise/passage.h"

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

static int get_opening(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push(L, BIND_PARAGRAPH, passage_first(b->report, h->i), 0, (struct span){ 0 });
}

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_block(b, h->i, out);
}

/* paragraph:find(pattern, init) */
static int l_find(lua_State *L)
{
    const struct bind_handle *h = bind_self(L);
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

/* report:find_raw(pattern): the texts of all paragraphs are looked at here, where none becomes a string of Lua. */
int bind_find_raw(lua_State *L)
{
    struct bind *b = bind_of(L);
    const struct pattern *p = lib_text_pattern(L, 2);
    struct pattern_match m;
    for (uint32_t i = 0; i < b->doc->block_count; i++) {
        struct str raw = b->blocks[i].article ? doc_block_raw(b->doc, i) : str_of("");
        if (raw.n && lib_text_search(L, p, raw, 0, &m) &&
            !lib_text_search(L, p, doc_block_text(b->doc, i), 0, &m))
            return bind_push(L, BIND_PARAGRAPH, i, 0, (struct span){ 0 });
    }
    lua_pushnil(L);
    return 1;
}

/* paragraph:sub(i, j): bytes of the text, as string.sub counts them */
static int l_sub(lua_State *L)
{
    const struct bind_handle *h = bind_self(L);
    struct bind *b = bind_of(L);
    const struct doc_block *block = &b->doc->blocks[h->i];
    lua_Integer n = block->text_len, from = lua_tointeger(L, 2), to = luaL_optinteger(L, 3, -1);
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

static const struct api_field fields[] = {
    { "chrome", get_chrome, "boolean", "属于菜单、页脚等", "part of a menu, a footer and so on",
      "assert(paragraph.chrome == false)" },
    { "heading", get_heading, "boolean", "是标题", "whether it is a heading",
      "assert(paragraph.heading == false)" },
    { "hidden", get_hidden, "boolean", "网页上不显示", "not shown on the page",
      "assert(paragraph.hidden == false)" },
    { "index", get_index, "integer?", "在 report.article 中的序号；不在其中为 nil",
      "its place in report.article; nil if it is not there",
      "assert(report.article[paragraph.index] == paragraph)" },
    { "line", get_line, "integer", "行号", "its line", "assert(paragraph.line == 22)" },
    { "linked", get_linked, "boolean", "整段是链接", "whether all of it is a link",
      "assert(paragraph.linked == false)" },
    { "opening", get_opening, "Paragraph",
      "它所接着的段落；不接着别的，就是它自己。quantities()、statements() 等在那里读",
      "the paragraph that it goes on from, or itself; its quantities and statements are read there",
      "assert(paragraph.opening == paragraph)" },
    { "order", get_order, "integer", "在页面上的次序", "its turn on the page",
      "assert(paragraph.order > paragraph.index)" },
    { "raw", get_raw, "string", "原文", "as the file has it",
      "assert(text.normal(paragraph.raw) == paragraph.text)" },
    { "section", get_section, "string?", "所在部分的键", "the key of its section",
      "assert(paragraph.section == 'overview')" },
    { "text", get_text, "string", "规范形式的文字", "its text in normal form",
      "assert(text.starts(paragraph.text, '(二)'))" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};
static const struct api_function methods[] = {
    { "find", l_find, "(pattern: string, init?: integer) -> Match?", "第一处匹配；没有为 nil",
      "the first match of a pattern; nil for none",
      "assert(paragraph:find('新收.{0,20}?([0-9]+)件')[1] == '46')" },
    { "percentages", bind_percentages, "() -> Share[]", "其中的百分比",
      "the percentages that it states",
      "assert(paragraph:percentages()[1].percent.value == 80.4)" },
    { "quantities", bind_quantities, "() -> Quantity[]",
      "其中的数量。日期、标题、文号、地址和固定说法里的数不算",
      "its quantities. Numbers in dates, titles, document numbers, addresses and fixed expressions "
      "are none",
      "assert(paragraph:quantities()[1].value == 46)" },
    { "statements", bind_statements, "() -> Statement[]", "其中的“共……其中……”",
      "the wholes with parts that it states",
      "for _, statement in ipairs(paragraph:statements()) do assert(#statement.parts > 0) end" },
    { "sub", l_sub, "(i: integer, j?: integer) -> Span?", "第 i 到 j 个字节的一段；空的为 nil",
      "the span from byte i to j of its text; nil if empty",
      "assert(paragraph:sub(1, 5).text == '(二)')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_paragraph = {
    .name = "paragraph",
    .fields = fields,
    .methods = methods,
    .place = place,
    .type = "Paragraph",
    .zh = "一个段落",
    .en = "A paragraph",
    .example = "local paragraph = report:matches('number_of_cases')[1].paragraph",
};
