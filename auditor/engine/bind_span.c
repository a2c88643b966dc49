/* bind_span.c - spans: a part of the text with its place. Base of matches and of what was found in it. */
#include "engine/bind.h"

static int get_text(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, span_text(b->report, h->span));
}

static int get_raw(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, h->span.len ? doc_raw_of(b->doc, h->span.at, h->span.len) : str_of(""));
}

static int get_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    struct audit_place place = { 0 };
    if (h->span.len) /* the text before it is normalised again, to count its line feeds */
        sandbox_charge(L, (h->span.at - b->doc->blocks[h->span.block].text) / 16);
    bind_place_span(b, h->span, &place);
    if (place.line)
        lua_pushinteger(L, place.line);
    else
        lua_pushnil(L);
    return 1;
}

static int get_section(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_section(L, b, h->span.len ? h->span.block : UINT32_MAX);
}

static int get_paragraph(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    if (h->span.len && h->span.block < b->doc->block_count)
        return bind_push(L, BIND_PARAGRAPH, h->span.block, 0, (struct span){ 0 });
    lua_pushnil(L);
    return 1;
}

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_span(b, h->span, out);
}

static const struct api_field fields[] = {
    { "line", get_line, "integer?", "行号", "its line", "assert(span.line == 22)" },
    { "paragraph", get_paragraph, "Paragraph?", "所在的段落", "the paragraph that it stands in",
      "assert(text.contains(span.paragraph.text, span.text))" },
    { "raw", get_raw, "string", "原文", "as the file has it",
      "assert(text.normal(span.raw) == span.text)" },
    { "section", get_section, "string?", "所在部分的键", "the key of its section",
      "assert(span.section == 'overview')" },
    { "text", get_text, "string", "规范形式的文字", "its text in normal form",
      "assert(span.text == '46')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_span = {
    .name = "span",
    .fields = fields,
    .place = place,
    .type = "Span",
    .zh = "正文中的一段文字和它的位置",
    .en = "A part of the text with its place",
    .example = "local span = report:matches('number_of_cases')[1]:group(1)",
};
