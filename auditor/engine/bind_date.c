/* bind_date.c - dates of the page's head and foot; i counts report->dates. */
#include "engine/bind.h"

static const struct report_date *date_of(struct bind *b, const struct bind_handle *h)
{
    return &b->report->dates[h->i];
}

static int get_date(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_date(L, date_of(b, h)->date);
}

static int get_source(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushstring(L, report_date_source_name(date_of(b, h)->source));
    return 1;
}

static int get_label(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, date_of(b, h)->label);
}

static int get_raw(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, date_of(b, h)->quote);
}

static int get_text(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct report_date *d = date_of(b, h);
    return bind_push_str(L, d->span.len ? span_text(b->report, d->span) : d->quote);
}

static int get_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, date_of(b, h)->line);
    return 1;
}

static int get_section(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct report_date *d = date_of(b, h);
    return bind_push_section(L, b, d->span.len ? d->span.block : UINT32_MAX);
}

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    const struct report_date *d = date_of(b, h);
    bind_place_span(b, d->span, out);
    if (d->quote.n)
        out->quote = d->quote;
    out->line = d->line;
}

static const struct bind_field fields[] = {
    { "date", get_date },       { "label", get_label },   { "line", get_line }, { "raw", get_raw },
    { "section", get_section }, { "source", get_source }, { "text", get_text }, { NULL, NULL },
};

const struct bind_class bind_date = { .name = "date", .fields = fields, .place = place };
