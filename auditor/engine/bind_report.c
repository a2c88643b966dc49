/* bind_report.c - the report itself: its facts, and lists of everything else. */
#include "engine/bind.h"
#include "engine/bind_quantity.h"

/* Facts */

static int get_kind(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    lua_pushstring(L, report_kind_name(b->report->kind));
    return 1;
}

static int get_form(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return bind_push_some(L, b->report->form ? b->report->form->id : str_of(""));
}

static int get_year(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    if (b->report->year)
        lua_pushinteger(L, b->report->year);
    else
        lua_pushnil(L);
    return 1;
}

static int get_agency(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return bind_push_some(L, b->report->agency);
}

static int get_level(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    if (b->report->level != LEVEL_UNKNOWN)
        lua_pushstring(L, report_level_name(b->report->level));
    else
        lua_pushnil(L);
    return 1;
}

static int get_script(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    lua_pushstring(L, report_script_name(b->doc->script));
    return 1;
}

static int get_host(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return bind_push_some(L, b->report->host);
}

static int get_published(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    int i = b->report->published;
    if (i >= 0 && (size_t)i < b->report->date_count)
        return bind_push(L, BIND_DATE, (uint32_t)i, 0, (struct span){ 0 });
    lua_pushnil(L);
    return 1;
}

static int get_title(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    if (b->report->title.n || b->report->title_span.len)
        return bind_push(L, BIND_TITLE, 0, 0, b->report->title_span);
    lua_pushnil(L);
    return 1;
}

static int push_meta(lua_State *L, struct bind *b, const char *name)
{
    size_t which = 0;
    struct str content = doc_meta(b->doc, name, &which);
    if (content.n && which < b->doc->meta_count)
        return bind_push(L, BIND_META, (uint32_t)which, 0, (struct span){ 0 });
    lua_pushnil(L);
    return 1;
}

static int get_page_title(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_meta(L, b, "title");
}

static int get_period(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    if (b->report->period.found)
        return bind_push(L, BIND_PERIOD, 0, 0, b->report->period.span);
    lua_pushnil(L);
    return 1;
}

static int get_composition(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    if (b->report->composition.found)
        return bind_push(L, BIND_COMPOSITION, 0, 0, b->report->composition.span);
    lua_pushnil(L);
    return 1;
}

/* Lists */

static int push_list(lua_State *L, enum bind_type type, size_t n)
{
    return bind_push_list(L, BIND_REPORT, type, n);
}

static int get_dates(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_list(L, BIND_DATE, b->report->date_count);
}

static int get_links(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_list(L, BIND_LINK, b->doc->link_count);
}

/* What a rule wants of the links are few of many. */
static int push_links(lua_State *L, struct bind *b, bool hidden)
{
    lua_Integer n = 0;
    if (bind_kept(L, BIND_REPORT, BIND_LINK, 1u + hidden))
        return 1;
    lua_newtable(L);
    for (uint32_t i = 0; i < b->doc->link_count; i++) {
        const struct doc_link *link = &b->doc->links[i];
        bool article = link->block < b->doc->block_count && b->blocks[link->block].in_article;
        if (hidden ? !link->hidden : link->hidden || !article)
            continue;
        bind_push(L, BIND_LINK, i, 0, (struct span){ 0 });
        lua_rawseti(L, -2, ++n);
    }
    return bind_keep(L, BIND_REPORT, BIND_LINK, 1u + hidden);
}

static int get_article_links(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_links(L, b, false);
}

static int get_hidden_links(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_links(L, b, true);
}

static int get_images(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_list(L, BIND_IMAGE, b->doc->image_count);
}

static int get_metas(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_list(L, BIND_META, b->doc->meta_count);
}

static int get_notices(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_list(L, BIND_NOTICE, b->doc->notice_count);
}

static int get_official_sections(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_list(L, BIND_OFFICIAL, b->report->form ? b->report->form->section_count : 0);
}

static int get_marks(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    if (bind_kept(L, BIND_REPORT, BIND_MARK, 0))
        return 1;
    lua_newtable(L);
    for (size_t i = 0; i < b->report->mark_count; i++) {
        bind_push(L, BIND_MARK, (uint32_t)i, 0, b->report->marks[i].span);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return bind_keep(L, BIND_REPORT, BIND_MARK, 0);
}

static int push_section(lua_State *L, struct bind *b, size_t i)
{
    size_t heading = b->report->sections[i].heading;
    struct span span = { 0 };
    if (heading < b->report->heading_count)
        span = b->report->headings[heading].span;
    return bind_push(L, BIND_SECTION, (uint32_t)i, 0, span);
}

static int get_sections(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    if (bind_kept(L, BIND_REPORT, BIND_SECTION, 0))
        return 1;
    lua_newtable(L);
    for (size_t i = 0; i < b->report->section_count; i++) {
        push_section(L, b, i);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return bind_keep(L, BIND_REPORT, BIND_SECTION, 0);
}

static int get_headings(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    if (bind_kept(L, BIND_REPORT, BIND_HEADING, 0))
        return 1;
    lua_newtable(L);
    for (size_t i = 0; i < b->report->heading_count; i++) {
        bind_push(L, BIND_HEADING, (uint32_t)i, 0, b->report->headings[i].span);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return bind_keep(L, BIND_REPORT, BIND_HEADING, 0);
}

static int get_official_tables(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_list(L, BIND_OFFICIAL_TABLE, b->report->form ? b->report->form->table_count : 0);
}

static int push_paragraphs(lua_State *L, struct bind *b, bool article)
{
    lua_Integer n = 0;
    if (bind_kept(L, BIND_REPORT, BIND_PARAGRAPH, article))
        return 1;
    lua_newtable(L);
    for (uint32_t i = 0; i < b->doc->block_count; i++) {
        if (article ? !b->blocks[i].article : b->doc->blocks[i].text_len == 0)
            continue;
        bind_push(L, BIND_PARAGRAPH, i, 0, (struct span){ 0 });
        lua_rawseti(L, -2, ++n);
    }
    return bind_keep(L, BIND_REPORT, BIND_PARAGRAPH, article);
}

static int get_article(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_paragraphs(L, b, true);
}

static int get_blocks(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_paragraphs(L, b, false);
}

/* Tables */

static int push_table(lua_State *L, struct bind *b, const char *key, bool absent_too)
{
    for (size_t i = 0; i < b->report->table_count; i++)
        if (str_eq_c(b->report->tables[i].layout->key, key) &&
            (absent_too || b->report->tables[i].present))
            return bind_push(L, BIND_TABLE, (uint32_t)i, 0, (struct span){ 0 });
    lua_pushnil(L);
    return 1;
}

static int get_disclosure(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_table(L, b, "disclosure", false);
}

static int get_requests(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_table(L, b, "requests", false);
}

static int get_disputes(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return push_table(L, b, "disputes", false);
}

static int l_table(lua_State *L)
{
    return push_table(L, bind_of(L), lua_tostring(L, 2), true);
}

static int l_section(lua_State *L)
{
    struct bind *b = bind_of(L);
    const char *key = lua_tostring(L, 2);
    for (size_t i = 0; i < b->report->section_count; i++)
        if (str_eq_c(b->report->sections[i].key, key))
            return push_section(L, b, i);
    lua_pushnil(L);
    return 1;
}

static int l_meta(lua_State *L)
{
    return bind_push_some(L, doc_meta(bind_of(L)->doc, lua_tostring(L, 2), NULL));
}

static const struct api_field fields[] = {
    { "agency", get_agency, "string?", "机关名称（简体）", "the agency, in simplified script",
      "assert(report.agency == '云汀县人民政府')" },
    { "article", get_article, "Paragraph[]", "正文的段落，不含官方表格",
      "paragraphs of the article, official tables left out",
      "assert(report.article[1].index == 1)" },
    { "article_links", get_article_links, "Link[]", "正文中显示的链接",
      "links that stand in the article and are shown", "assert(#report.article_links > 0)" },
    { "blocks", get_blocks, "Paragraph[]", "网页上的全部段落，包括表格、菜单和隐藏的",
      "all paragraphs of the page: tables, menus and hidden ones too",
      "assert(#report.blocks > #report.article)" },
    { "composition", get_composition, "Composition?", "“本报告由……组成”一句",
      "the sentence that names the parts of the report", "assert(report.composition.stated == 6)" },
    { "dates", get_dates, "ReportDate[]", "页首页尾的全部日期", "every date of head and foot",
      "assert(#report.dates == 3)" },
    { "disclosure", get_disclosure, "Table?", "表二；格式没有或文中没有时为 nil",
      "table two; nil if the form has none or it is not there",
      "assert(report.disclosure.key == 'disclosure')" },
    { "disputes", get_disputes, "Table?", "表四；格式没有或文中没有时为 nil",
      "table four; nil if the form has none or it is not there",
      "assert(report.disputes:cell('review', 'total').kind == 'number')" },
    { "form", get_form, "string?", "格式编号；年度不明时为 nil",
      "the form; nil if the year is not known", "assert(report.form == '2021')" },
    { "headings", get_headings, "Heading[]", "各级标题，不含表格里的",
      "headings of all levels, tables left out", "assert(#report.headings >= 6)" },
    { "hidden_links", get_hidden_links, "Link[]", "网页上不显示的链接",
      "links that are not shown on the page", "assert(#report.hidden_links == 0)" },
    { "host", get_host, "string?", "网站域名；不知道时为 nil", "the web site; nil if unknown",
      "assert(report.host == 'www.yunting.gov.cn')" },
    { "images", get_images, "Image[]", "全部图片", "all images", "assert(#report.images == 1)" },
    { "kind", get_kind, "\"annual-report\"|\"collection\"|\"other\"",
      "文件是年报、文章汇编还是其他", "what the document is",
      "assert(report.kind == 'annual-report')" },
    { "level", get_level, "Level?", "机关层级；不知道时为 nil",
      "the level of the agency; nil if unknown", "assert(report.level == 'county')" },
    { "links", get_links, "Link[]", "全部链接", "all links", "assert(#report.links > 0)" },
    { "marks", get_marks, "Mark[]", "不是年报的理由", "why it is no report",
      "assert(#report.marks == 0)" },
    { "metas", get_metas, "Meta[]", "网页的 meta 标签和标题",
      "the meta tags and the title of the page", "assert(report.metas[1].name == 'title')" },
    { "notices", get_notices, "Notice[]", "读取文件时注意到的问题",
      "what was noticed while the file was read", "assert(#report.notices == 0)" },
    { "official_sections", get_official_sections, "OfficialSection[]", "格式规定的部分",
      "the sections that the form prescribes", "assert(#report.official_sections == 6)" },
    { "official_tables", get_official_tables, "OfficialTable[]", "格式规定的表格",
      "the tables that the form prescribes", "assert(#report.official_tables == 3)" },
    { "page_title", get_page_title, "Meta?", "网页标题 <title>", "the <title> of the page",
      "assert(text.starts(report.page_title.text, '云汀县'))" },
    { "period", get_period, "Period?", "统计期限；没写为 nil",
      "the period reported on; nil if not stated", "assert(report.period.from == '2022-01-01')" },
    { "published", get_published, "ReportDate?", "发布日期；不知道时为 nil",
      "the date of publication; nil if unknown", "assert(report.published.date == '2023-03-10')" },
    { "requests", get_requests, "Table?", "表三；格式没有或文中没有时为 nil",
      "table three; nil if the form has none or it is not there",
      "assert(report.requests:cell('new', 'natural').value == 37)" },
    { "script", get_script, "Script", "文字是简体还是繁体", "the script it is written in",
      "assert(report.script == 'hans')" },
    { "sections", get_sections, "Section[]", "文中的各部分，按次序", "sections in reading order",
      "assert(report.sections[1].key == 'overview')" },
    { "title", get_title, "Title?", "报告标题；没有为 nil",
      "the title of the report; nil if there is none", "assert(report.title.year == 2022)" },
    { "year", get_year, "integer?", "报告年度；不明为 nil", "the report year; nil if unknown",
      "assert(report.year == 2022)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};
static const struct api_function methods[] = {
    { "bounds", bind_bounds, "(rule: string) -> Bound[], integer",
      "格式交给这条规则的合理范围：不符合的、无法验证的各处，以及符合的有几处",
      "the bounds that the form gives to a rule, on the tables that are there: those that are "
      "broken or "
      "open, and how many hold",
      "local list, held = report:bounds('disclosure.plausible')\n"
      "for _, b in ipairs(list) do assert(b.state == 'broken' or b.at.kind ~= 'number') end\n"
      "assert(held > 0)" },
    { "claims", bind_claims, "() -> Claim[]", "正文（不含表格）中数着规则 claims 所列之事的数量",
      "the quantities of the article, tables left out, that count what the rule's `claims` lists",
      "for _, claim in ipairs(report:claims()) do assert(claim.key ~= '') end" },
    { "find_raw", bind_find_raw, "(pattern: string) -> Paragraph?",
      "正文中第一个原文匹配、规范文字不匹配的段落",
      "the first paragraph of the article whose raw text the pattern matches, but not its normal "
      "text",
      "assert(report:find_raw('，'))" },
    { "has", bind_has, "(name: string, where?: Where) -> boolean",
      "声明的模式是否在某处出现；不建列表，比 matches 便宜",
      "whether a declared pattern matches anywhere; makes no list, so it is cheaper than matches",
      "assert(report:has('number_of_cases') and not report:has('placeholder', 'all'))" },
    { "matches", bind_matches, "(name: string, where?: Where) -> Match[]",
      "声明的模式的全部匹配。一条规则对一份报告至多得到 4,000 "
      "处，超出后列表到此为止，没有不通过时结果为 unknown（many-matches）",
      "all matches of a declared pattern. A rule gets at most 4,000 for a report; beyond that the "
      "lists end and the duty is `unknown` (many-matches) unless something failed",
      "local matches = report:matches('number_of_cases')\n"
      "assert(#matches > 0 and matches[1].text == matches[1][0])" },
    { "meta", l_meta, "(name: string) -> string?", "meta 标签的内容", "the content of a meta tag",
      "assert(report:meta('SiteName') == '云汀县人民政府')" },
    { "percentages", bind_all_percentages, "() -> Share[]", "正文各段的百分比，见 Paragraph",
      "the percentages of all paragraphs of the article, see Paragraph",
      "assert(#report:percentages() > 0)" },
    { "repeated", bind_repeated, "(characters: integer) -> Span[], Span[]",
      "正文中出现两次的句子（至少这么多字，到句号、分号为止，句首的“此外”“同时”之类不计）："
      "后一处，和各自的前一处",
      "sentences of at least so many characters that stand twice in the article, apart from a word "
      "like 此外 that joins them to the one before: where they stand again, and where each stood "
      "first",
      "local again, first = report:repeated(40)\n"
      "assert(#again == #first)" },
    { "search", bind_search, "(s: string, names: string[]) -> integer?, integer?",
      "所列模式在一段不属于正文的文字（标题、标签）中最靠前的一处：起止字节",
      "where the leftmost match of the named patterns is in a string that is no part of the text "
      "(a title, a tag): first and last byte",
      "local from, to = report:search('共45件', { 'number_of_cases', 'placeholder' })\n"
      "assert(from == 4 and to == 8)" },
    { "section", l_section, "(key: string) -> Section?", "某个键的第一部分",
      "the first section of a key", "assert(report:section('other').number == 6)" },
    { "statements", bind_all_statements, "() -> Statement[]",
      "正文各段的“共……其中……”，见 Paragraph",
      "the wholes with parts of all paragraphs of the article, see Paragraph",
      "for _, statement in ipairs(report:statements()) do assert(statement.whole.value) end" },
    { "table", l_table, "(key: string) -> Table?",
      "格式的一张表，不在文中时也给出（看 .present）；格式没有为 nil",
      "a table of the form, also when it is not there (see .present); nil if the form has none",
      "assert(report:table('requests').present and report:table('nothing') == nil)" },
    { "violations", bind_violations, "(rule: string) -> Violation[]",
      "格式交给这条规则的每个算式在文中表格上的结果",
      "every equation that the form gives to a rule, on the tables that are there",
      "for _, v in ipairs(report:violations('requests.row-total')) do\n"
      "  if v.state == 'broken' then assert(v.at.name.zh == '表三·本年新收·总计' and v.expected == "
      "'46') end\n"
      "end" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

/* As a place the report is the document as a whole: nothing is filled in. */
const struct api_class bind_report = {
    .name = "report",
    .fields = fields,
    .methods = methods,
    .type = "Report",
    .zh = "受检的报告，check 的第一个参数。没有的事实为 nil。",
    .en = "The report under audit, the first argument of check. What is absent is nil.",
    .example = "",
};
