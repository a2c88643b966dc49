/* bind_fact.c - what was recognised in a passage: title, period, composition and its parts, and marks. */
#include "engine/bind.h"
#include "text/normalise.h"

static int push_int(lua_State *L, int value) /* 0 is "not known" */
{
    if (value)
        lua_pushinteger(L, value);
    else
        lua_pushnil(L);
    return 1;
}

static int push_span(lua_State *L, struct span span)
{
    if (span.len)
        return bind_push(L, BIND_SPAN, 0, 0, span);
    lua_pushnil(L);
    return 1;
}

static void place_span(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_span(b, h->span, out);
}

/* Title: may stand only in the page's metadata, without a span. */

static int get_title_text(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    if (h->span.len)
        return bind_push_str(L, span_text(b->report, h->span));
    struct strbuf text = { 0 };
    sandbox_charge(L, 20 + b->report->title.n / 4);
    text_normalise(&text, b->report->title, TEXT_T2S, NULL);
    struct str kept = arena_str(b->scratch, strbuf_view(&text));
    strbuf_free(&text);
    return bind_push_str(L, kept);
}

static int get_title_raw(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return bind_push_str(L, b->report->title);
}

static int get_title_year(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_int(L, b->report->title_year);
}

static int get_title_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_int(L, (int)b->report->title_line);
}

static void place_title(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_span(b, h->span, out);
    out->quote = b->report->title;
    if (b->report->title_line)
        out->line = b->report->title_line;
}

static const struct bind_field title_fields[] = {
    { "line", get_title_line }, { "raw", get_title_raw }, { "text", get_title_text },
    { "year", get_title_year }, { NULL, NULL },
};

const struct bind_class bind_title = {
    .name = "title", .base = &bind_span, .fields = title_fields, .place = place_title
};

/* Period */

static int get_from(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return bind_push_date(L, b->report->period.from);
}

static int get_to(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return bind_push_date(L, b->report->period.to);
}

static int get_damaged(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    lua_pushboolean(L, b->report->period.damaged);
    return 1;
}

static const struct bind_field period_fields[] = {
    { "damaged", get_damaged }, { "from", get_from }, { "to", get_to }, { NULL, NULL }
};

const struct bind_class bind_period = {
    .name = "period", .base = &bind_span, .fields = period_fields, .place = place_span
};

/* Composition and its parts; i of a part counts report->composition.parts. */

static int get_parts(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    const struct report_composition *c = &b->report->composition;
    if (bind_kept(L, BIND_PART, 0, 0))
        return 1;
    lua_createtable(L, (int)c->part_count, 0);
    for (size_t i = 0; i < c->part_count; i++) {
        bind_push(L, BIND_PART, (uint32_t)i, 0, c->parts[i].span);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return bind_keep(L, BIND_PART, 0, 0);
}

static int get_stated(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_int(L, (int)b->report->composition.stated);
}

static int get_stated_at(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_span(L, b->report->composition.stated_span);
}

static int get_open(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    lua_pushboolean(L, b->report->composition.open);
    return 1;
}

static const struct bind_field composition_fields[] = {
    { "open", get_open },           { "parts", get_parts }, { "stated", get_stated },
    { "stated_at", get_stated_at }, { NULL, NULL },
};

const struct bind_class bind_composition = {
    .name = "composition", .base = &bind_span, .fields = composition_fields, .place = place_span
};

static int get_part_key(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct form_section *official = b->report->composition.parts[h->i].official;
    return bind_push_some(L, official ? official->key : str_of(""));
}

static const struct bind_field part_fields[] = { { "key", get_part_key }, { NULL, NULL } };

const struct bind_class bind_part = {
    .name = "part", .base = &bind_span, .fields = part_fields, .place = place_span
};

/* Marks: why a document is no report; i counts report->marks. */

static int get_code(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushstring(L, b->report->marks[h->i].code);
    return 1;
}

static int get_at(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return push_span(L, h->span);
}

static const struct bind_field mark_fields[] = { { "at", get_at },
                                                 { "code", get_code },
                                                 { NULL, NULL } };

const struct bind_class bind_mark = {
    .name = "mark", .base = &bind_span, .fields = mark_fields, .place = place_span
};
