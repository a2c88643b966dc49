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

static const struct api_field fields[] = {
    { "date", get_date, "string?", "日期，写作 2025-01-31；读不成为 nil",
      "written as 2025-01-31; nil if unreadable", "assert(found_date.date == '2023-03-10')" },
    { "label", get_label, "string", "前面的说明文字，如 发布日期", "the words before it",
      "assert(found_date.label == '发布日期')" },
    { "line", get_line, "integer", "行号", "its line", "assert(found_date.line == 17)" },
    { "raw", get_raw, "string", "原文", "as the file has it",
      "assert(found_date.raw == '发布日期：2023-03-10')" },
    { "section", get_section, "string?", "所在部分的键", "the key of its section",
      "assert(found_date.section == nil)" },
    { "source", get_source, "\"meta\"|\"table\"|\"byline\"|\"page\"|\"signature\"|\"written\"",
      "取自哪里：标签、信息表、标题下、页面、落款、文中", "where it was found",
      "assert(found_date.source == 'byline')" },
    { "text", get_text, "string", "文字", "its text",
      "assert(text.contains(found_date.text, '2023-03-10'))" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_date = {
    .name = "date",
    .fields = fields,
    .place = place,
    .type = "ReportDate",
    .zh = "页首或页尾的一个日期",
    .en = "A date of the head or the foot of the page",
    .example = "local found_date = report.dates[2]",
};
