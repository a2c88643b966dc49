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

static const struct api_field title_fields[] = {
    { "line", get_title_line, "integer?", "行号", "its line", "assert(title.line == 16)" },
    { "raw", get_title_raw, "string", "原文", "as the file has it",
      "assert(title.raw == '云汀县人民政府2022年政府信息公开工作年度报告')" },
    { "text", get_title_text, "string", "规范形式的文字", "its text in normal form",
      "assert(text.ends(title.text, '年度报告'))" },
    { "year", get_title_year, "integer?", "标题写的年度", "the year that it names",
      "assert(title.year == 2022)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_title = {
    .name = "title",
    .base = &bind_span,
    .fields = title_fields,
    .place = place_title,
    .type = "Title",
    .zh = "报告标题；可能只在网页标签里",
    .en = "The title of the report; it may stand in the tags of the page alone",
    .example = "local title = report.title",
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

static const struct api_field period_fields[] = {
    { "damaged", get_damaged, "boolean", "写得残缺或起止颠倒",
      "written incompletely or the wrong way round", "assert(period.damaged == false)" },
    { "from", get_from, "string?", "首日；读不成为 nil", "its first day; nil if unreadable",
      "assert(period.from == '2022-01-01')" },
    { "to", get_to, "string?", "末日；读不成为 nil", "its last day; nil if unreadable",
      "assert(period.to == '2022-12-31')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_period = {
    .name = "period",
    .base = &bind_span,
    .fields = period_fields,
    .place = place_span,
    .type = "Period",
    .zh = "统计期限",
    .en = "The period reported on",
    .example = "local period = report.period",
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

static const struct api_field composition_fields[] = {
    { "open", get_open, "boolean", "列举后有“等”，没有列全",
      "the list of parts ends in \"and others\"", "assert(composition.open == false)" },
    { "parts", get_parts, "Part[]", "所列的部分", "the parts that it names",
      "assert(#composition.parts == 6)" },
    { "stated", get_stated, "integer?", "所说的部分数", "how many parts it says there are",
      "assert(composition.stated == 6)" },
    { "stated_at", get_stated_at, "Span?", "部分数在何处", "where it says so",
      "assert(text.contains(composition.stated_at.text, '六'))" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_composition = {
    .name = "composition",
    .base = &bind_span,
    .fields = composition_fields,
    .place = place_span,
    .type = "Composition",
    .zh = "“本报告由……组成”一句",
    .en = "The sentence that names the parts of the report",
    .example = "local composition = report.composition",
};

static int get_part_key(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct form_section *official = b->report->composition.parts[h->i].official;
    return bind_push_some(L, official ? official->key : str_of(""));
}

static const struct api_field part_fields[] = {
    { "key", get_part_key, "string?", "与之相应的部分的键", "the key of the section that it means",
      "assert(part.key == 'overview')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_part = {
    .name = "part",
    .base = &bind_span,
    .fields = part_fields,
    .place = place_span,
    .type = "Part",
    .zh = "组成一句所列的一个部分",
    .en = "A part that the sentence of composition names",
    .example = "local part = report.composition.parts[1]",
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

static const struct api_field mark_fields[] = {
    { "at", get_at, "Span?", "在何处", "where",
      "for _, mark in ipairs(report.marks) do assert(mark.at == nil or mark.at.text) end" },
    { "code", get_code, "string", "何种理由", "which reason",
      "for _, mark in ipairs(report.marks) do assert(#mark.code > 0) end" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_mark = {
    .name = "mark",
    .base = &bind_span,
    .fields = mark_fields,
    .place = place_span,
    .type = "Mark",
    .zh = "文件不是年报的一个理由",
    .en = "A reason why a document is no annual report",
    .example = "local mark = report.marks[1]\n"
               "assert(mark == nil)",
};
