/* bind_heading.c - headings of all numbering styles; i counts report->headings. */
#include "engine/bind.h"

static const struct report_heading *heading_of(struct bind *b, const struct bind_handle *h)
{
    return &b->report->headings[h->i];
}

static int get_style(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    static const char *const names[] = { "plain",  "chapter",        "bracket",
                                         "arabic", "arabic-bracket", "running" };
    lua_pushstring(L, names[heading_of(b, h)->style]);
    return 1;
}

static int get_number(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, heading_of(b, h)->number);
    return 1;
}

static int get_title(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    struct str title = heading_title(b->report, heading_of(b, h));
    return bind_push_str(L, title.n ? title : str_of(""));
}

static int get_standalone(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, heading_of(b, h)->standalone);
    return 1;
}

static int get_nested(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, heading_of(b, h)->nested);
    return 1;
}

/* Of its paragraph in report.article, or of the next one there. */
static int get_index(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    uint32_t block = heading_of(b, h)->block, last = 0;
    for (uint32_t i = block; i < b->doc->block_count; i++)
        if (b->blocks[i].article) {
            lua_pushinteger(L, b->blocks[i].article);
            return 1;
        }
    for (uint32_t i = 0; i < b->doc->block_count; i++)
        last = b->blocks[i].article > last ? b->blocks[i].article : last;
    lua_pushinteger(L, (lua_Integer)last + 1);
    return 1;
}

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_span(b, h->span, out);
}

static const struct api_field fields[] = {
    { "index", get_index, "integer", "所在段落在 report.article 中的序号；不是段落时为下一段的",
      "of its paragraph in report.article; of the next one if it is no paragraph there",
      "assert(report.article[heading.index].line == heading.line)" },
    { "nested", get_nested, "boolean", "与各章序号写法相同，但属于一章之内的列举",
      "whether it is numbered as the chapters are, but in a list within one of them",
      "assert(not heading.nested)" },
    { "number", get_number, "integer", "序号，没有为 0", "its number; 0 if it has none",
      "assert(heading.number == 1)" },
    { "standalone", get_standalone, "boolean", "独占一段", "whether it is a paragraph of its own",
      "assert(heading.standalone)" },
    { "style", get_style,
      "\"plain\"|\"chapter\"|\"bracket\"|\"arabic\"|\"arabic-bracket\"|\"running\"",
      "序号的写法：无、一、（一）1. （1）以及段首接正文", "how it is numbered",
      "assert(heading.style == 'chapter')" },
    { "title", get_title, "string", "不带序号的文字", "its text without the number",
      "assert(heading.title == '总体情况')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_heading = {
    .name = "heading",
    .base = &bind_span,
    .fields = fields,
    .place = place,
    .type = "Heading",
    .zh = "一个标题",
    .en = "A heading",
    .example = "local heading = report:section('overview').heading",
};
