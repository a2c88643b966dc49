/* bind_section.c - sections of the report, as found, and those that its form prescribes. */
#include "engine/bind.h"

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
    if (bind_kept(L, BIND_SECTION, 0, h->i))
        return 1;
    lua_newtable(L);
    for (uint32_t i = s->first_block; i < s->end_block && i < b->doc->block_count; i++)
        if (b->blocks[i].article) {
            bind_push(L, BIND_PARAGRAPH, i, 0, (struct span){ 0 });
            lua_rawseti(L, -2, ++n);
        }
    return bind_keep(L, BIND_SECTION, 0, h->i);
}

static int get_text(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct report_section *s = section_of(b, h);
    luaL_Buffer text;
    luaL_buffinit(L, &text);
    for (uint32_t i = s->first_block; i < s->end_block && i < b->doc->block_count; i++)
        if (b->blocks[i].article) {
            struct str block = doc_block_text(b->doc, i);
            if (luaL_bufflen(&text) > 0)
                luaL_addchar(&text, '\n');
            luaL_addlstring(&text, block.p, block.n);
        }
    luaL_pushresult(&text);
    return 1;
}

static int get_length(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, section_of(b, h)->text_chars);
    return 1;
}

static bool within(const struct report_section *s, uint32_t block)
{
    return block >= s->first_block && block < s->end_block;
}

static int get_tables(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_Integer n = 0;
    lua_newtable(L);
    for (size_t i = 0; i < b->report->table_count; i++) {
        const struct report_table *t = &b->report->tables[i];
        if (t->present && within(section_of(b, h), t->first_block)) {
            bind_push_str(L, t->layout->key);
            lua_rawseti(L, -2, ++n);
        }
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

static const struct bind_field fields[] = {
    { "heading", get_heading },
    { "images", get_images },
    { "key", get_key },
    { "length", get_length },
    { "line", get_line },
    { "match", get_match },
    { "number", get_number },
    { "official", get_official },
    { "paragraphs", get_paragraphs },
    { "tables", get_tables },
    { "text", get_text },
    { "title", get_title },
    { NULL, NULL },
};

const struct bind_class bind_section = { .name = "section", .fields = fields, .place = place };

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

/* The first place of the article where a pattern is met: searched in the text as a whole, because that
 * is one call and not one for every block; hits outside the article are passed over. */
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
        if (block < b->doc->block_count && b->blocks[block].article) {
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

static const struct bind_field official_fields[] = {
    { "content_at", get_content_at },
    { "found", get_found },
    { "key", get_official_key },
    { "order", get_order },
    { "required", get_required },
    { "title", get_official_title },
    { NULL, NULL },
};

const struct bind_class bind_official = { .name = "official section",
                                          .fields = official_fields,
                                          .place = place_official };
