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
    struct span title = heading_of(b, h)->title;
    return bind_push_str(L, title.len ? span_text(b->report, title) : str_of(""));
}

static int get_standalone(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, heading_of(b, h)->standalone);
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

static const struct bind_field fields[] = {
    { "index", get_index }, { "number", get_number }, { "standalone", get_standalone },
    { "style", get_style }, { "title", get_title },   { NULL, NULL },
};

const struct bind_class bind_heading = {
    .name = "heading", .base = &bind_span, .fields = fields, .place = place
};
