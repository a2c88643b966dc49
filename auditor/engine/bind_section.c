/* bind_section.c - sections of the report, as found, and those that its form prescribes. */
#include "engine/bind.h"
#include "engine/lib_text.h"

enum { KEPT_PARAGRAPHS, KEPT_TEXT }; /* of a section, see bind_kept() */

/* Found sections; i counts report->sections. */

static const struct report_section *section_of(struct bind *b, const struct bind_handle *h)
{
    return &b->report->sections[h->i];
}

static int get_key(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, section_of(b, h)->key);
}

static int get_official(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, section_of(b, h)->official != NULL);
    return 1;
}

static int get_match(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    static const char *const names[] = { "official", "variant", "class" };
    lua_pushstring(L, section_of(b, h)->official ? names[section_of(b, h)->match] : NULL);
    return 1;
}

static int get_heading(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    size_t heading = section_of(b, h)->heading;
    if (heading < b->report->heading_count)
        return bind_push(L, BIND_HEADING, (uint32_t)heading, 0, b->report->headings[heading].span);
    lua_pushnil(L);
    return 1;
}

static int get_number(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    size_t heading = section_of(b, h)->heading;
    lua_pushinteger(L,
                    heading < b->report->heading_count ? b->report->headings[heading].number : 0);
    return 1;
}

static int get_paragraphs(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct report_section *s = section_of(b, h);
    lua_Integer n = 0;
    if (bind_kept(L, BIND_SECTION, KEPT_PARAGRAPHS, h->i))
        return 1;
    lua_newtable(L);
    for (uint32_t i = s->first_block; i < s->end_block && i < b->doc->block_count; i++)
        if (b->blocks[i].article) {
            bind_push(L, BIND_PARAGRAPH, i, 0, (struct span){ 0 });
            lua_rawseti(L, -2, ++n);
        }
    return bind_keep(L, BIND_SECTION, KEPT_PARAGRAPHS, h->i);
}

/* Its text is asked for by many rules, and may be long. */
static int get_text(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct report_section *s = section_of(b, h);
    luaL_Buffer text;
    if (bind_kept(L, BIND_SECTION, KEPT_TEXT, h->i))
        return 1;
    luaL_buffinit(L, &text);
    for (uint32_t i = s->first_block; i < s->end_block && i < b->doc->block_count; i++)
        if (b->blocks[i].article) {
            struct str block = doc_block_text(b->doc, i);
            if (luaL_bufflen(&text) > 0)
                luaL_addchar(&text, '\n');
            luaL_addlstring(&text, block.p, block.n);
        }
    luaL_pushresult(&text);
    return bind_keep(L, BIND_SECTION, KEPT_TEXT, h->i);
}

static int get_length(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, section_of(b, h)->text_chars);
    return 1;
}

/* Han characters of its text, and the digits too if `digits`. */
static int push_plain(lua_State *L, struct bind *b, const struct bind_handle *h, bool digits)
{
    const struct report_section *s = section_of(b, h);
    lua_Integer n = 0;
    for (uint32_t i = s->first_block; i < s->end_block && i < b->doc->block_count; i++)
        if (b->blocks[i].article) {
            struct str block = doc_block_text(b->doc, i);
            sandbox_charge(L, block.n / 64);
            n += (lua_Integer)lib_text_han(block);
            for (size_t k = 0; digits && k < block.n; k++)
                n += block.p[k] >= '0' && block.p[k] <= '9';
        }
    lua_pushinteger(L, n);
    return 1;
}

static int get_han(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_plain(L, b, h, false);
}

static int get_plain_length(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_plain(L, b, h, true);
}

static bool within(const struct report_section *s, uint32_t block)
{
    return block >= s->first_block && block < s->end_block;
}

/* A table begins in the section, or with its heading, where the label of a row was lost and the heading stands for it. */
static bool begins_in(const struct report *r, const struct report_section *s, uint32_t block)
{
    bool headed = s->heading < r->heading_count && r->headings[s->heading].block == block;
    return headed || within(s, block);
}

static int get_tables(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct report_section *s = section_of(b, h);
    lua_Integer n = 0;
    lua_newtable(L);
    for (size_t i = 0; i < b->report->table_count; i++) {
        const struct report_table *t = &b->report->tables[i];
        if (t->present && begins_in(b->report, s, t->first_block)) {
            bind_push_str(L, t->layout->key);
            lua_rawseti(L, -2, ++n);
        }
    }
    for (struct str key; b->report->table_count == 0;) {
        key = report_other_table(b->report, s->first_block, s->end_block, (size_t)n);
        if (key.n == 0)
            break;
        bind_push_str(L, key);
        lua_rawseti(L, -2, ++n);
    }
    return 1;
}

static int get_images(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_Integer n = 0;
    for (size_t i = 0; i < b->doc->image_count; i++)
        n += !b->doc->images[i].hidden && within(section_of(b, h), b->doc->images[i].block);
    lua_pushinteger(L, n);
    return 1;
}

static int get_title(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct form_section *official = section_of(b, h)->official;
    return bind_push_some(L, official ? official->title : str_of(""));
}

static int get_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, span_line(b->report, h->span));
    return 1;
}

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_span(b, h->span, out);
    out->section = section_of(b, h)->key;
}

static const struct api_field fields[] = {
    { "han", get_han, "integer", "汉字个数", "Han characters",
      "assert(section.han == text.han(section.text))" },
    { "heading", get_heading, "Heading?", "标题", "its heading",
      "assert(section.heading.title == '总体情况')" },
    { "images", get_images, "integer", "其中显示的图片数", "images shown in it",
      "assert(section.images == 1)" },
    { "key", get_key, "string", "键，如 overview；不属于格式的部分为空",
      "its key, as overview; \"\" for one that the form does not have",
      "assert(section.key == 'overview')" },
    { "length", get_length, "integer", "字数", "characters", "assert(section.length > 100)" },
    { "line", get_line, "integer", "行号", "its line", "assert(section.line == 20)" },
    { "match", get_match, "\"official\"|\"variant\"|\"class\"|nil",
      "标题与格式的关系：原文、允许的写法、同类；不属于格式为 nil",
      "how the heading meets the form: word for word, an official variant, one of its class; nil "
      "if it does not",
      "assert(section.match == 'official')" },
    { "number", get_number, "integer?", "序号", "its number", "assert(section.number == 1)" },
    { "official", get_official, "boolean", "是否格式规定的部分", "whether the form has it",
      "assert(section.official)" },
    { "paragraphs", get_paragraphs, "Paragraph[]", "段落，不含官方表格",
      "its paragraphs, official tables left out", "assert(#section.paragraphs == 5)" },
    { "plain_length", get_plain_length, "integer", "汉字和数字个数，标点不计",
      "Han characters and digits, punctuation left out",
      "assert(section.plain_length > 100 and section.plain_length < section.length)" },
    { "tables", get_tables, "string[]", "其中的官方表格的键", "keys of the official tables in it",
      "assert(#section.tables == 0 and report:section('requests').tables[1] == 'requests')" },
    { "text", get_text, "string", "各段文字", "the text of its paragraphs",
      "assert(text.contains(section.text, '主动公开情况'))" },
    { "title", get_title, "string?", "格式规定的标题", "the heading that the form prescribes",
      "assert(section.title == '总体情况')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_section = {
    .name = "section",
    .fields = fields,
    .place = place,
    .type = "Section",
    .zh = "文中的一个部分",
    .en = "A section of the report",
    .example = "local section = report:section('overview')",
};

/* Prescribed sections; i counts form->sections. */

static const struct form_section *official_of(struct bind *b, const struct bind_handle *h)
{
    return &b->report->form->sections[h->i];
}

static int get_official_key(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, official_of(b, h)->key);
}

static int get_official_title(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, official_of(b, h)->title);
}

static int get_required(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, official_of(b, h)->required);
    return 1;
}

static int get_order(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, official_of(b, h)->order);
    return 1;
}

static int get_found(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    bool found = false;
    for (size_t i = 0; i < b->report->section_count; i++)
        found = found || str_eq(b->report->sections[i].key, official_of(b, h)->key);
    lua_pushboolean(L, found);
    return 1;
}

/* The sentence that lists the report's parts names them, and treats none. */
static bool in_composition(const struct bind *b, size_t at)
{
    const struct span *list = &b->report->composition.span;
    return b->report->composition.found && at >= list->at && at < (size_t)list->at + list->len;
}

/* The first place of the article where a pattern is met: searched in the text as a whole, because that
 * is one call and not one for every block; hits outside the article, or in the list of its parts, are
 * passed over. */
static bool find_content(lua_State *L, struct bind *b, const struct pattern *p, struct span *out)
{
    const struct report *r = b->report;
    if (r->first_block >= r->end_block || r->end_block > b->doc->block_count)
        return false;
    const struct doc_block *last = &b->doc->blocks[r->end_block - 1];
    size_t start = b->doc->blocks[r->first_block].text;
    struct str text =
        str_sub(strbuf_view(&b->doc->text), start, last->text + last->text_len - start);
    struct error err = { 0 };
    struct pattern_match m;
    bool found = true;
    for (size_t from = 0; from < text.n;) {
        sandbox_charge(L, 50 + (text.n - from) / 64);
        if (pattern_find(p, text, from, &found, &m, &err))
            luaL_error(L, "%s", err.message);
        if (!found || m.to[0] == m.from[0])
            return false;
        uint32_t block = (uint32_t)doc_block_at_text(b->doc, start + m.from[0]);
        if (block < b->doc->block_count && b->blocks[block].article &&
            !in_composition(b, start + m.from[0])) {
            *out = (struct span){ (uint32_t)(start + m.from[0]), (uint32_t)(m.to[0] - m.from[0]),
                                  block };
            return true;
        }
        from = m.to[0];
    }
    return false;
}

static int get_content_at(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct form_section *s = official_of(b, h);
    struct span span;
    for (size_t i = 0; i < s->content_count; i++)
        if (find_content(L, b, s->content[i], &span))
            return bind_push(L, BIND_SPAN, 0, 0, span);
    lua_pushnil(L);
    return 1;
}

static void place_official(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    out->section = official_of(b, h)->key;
}

static const struct api_field official_fields[] = {
    { "content_at", get_content_at, "Span?", "2008 年格式的内容在何处写到",
      "where the matter is treated anywhere, for forms that leave sections free",
      "assert(official.content_at == nil)" },
    { "found", get_found, "boolean", "文中有没有这个部分", "whether the report has a section of it",
      "assert(official.found)" },
    { "key", get_official_key, "string", "键", "its key", "assert(official.key == 'overview')" },
    { "order", get_order, "integer", "规定的次序，0 为不限", "its place in the order; 0: anywhere",
      "assert(official.order == 1)" },
    { "required", get_required, "boolean", "是否必须有", "whether it must be there",
      "assert(official.required)" },
    { "title", get_official_title, "string", "规定的标题", "the heading that is prescribed",
      "assert(official.title == '总体情况')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_official = {
    .name = "official section",
    .fields = official_fields,
    .place = place_official,
    .type = "OfficialSection",
    .zh = "格式规定的一个部分",
    .en = "A section that the form prescribes",
    .example = "local official = report.official_sections[1]",
};
