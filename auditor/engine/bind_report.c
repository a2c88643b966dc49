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

/* n handles of a type, i counting from 0. */
static int push_list(lua_State *L, enum bind_type type, size_t n)
{
    if (bind_kept(L, BIND_REPORT, type, 0))
        return 1;
    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        bind_push(L, type, (uint32_t)i, 0, (struct span){ 0 });
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return bind_keep(L, BIND_REPORT, type, 0);
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
    bind_check(L, 1, BIND_REPORT);
    return push_table(L, bind_of(L), luaL_checkstring(L, 2), true);
}

static int l_section(lua_State *L)
{
    bind_check(L, 1, BIND_REPORT);
    struct bind *b = bind_of(L);
    const char *key = luaL_checkstring(L, 2);
    for (size_t i = 0; i < b->report->section_count; i++)
        if (str_eq_c(b->report->sections[i].key, key))
            return push_section(L, b, i);
    lua_pushnil(L);
    return 1;
}

static int l_meta(lua_State *L)
{
    bind_check(L, 1, BIND_REPORT);
    return bind_push_some(L, doc_meta(bind_of(L)->doc, luaL_checkstring(L, 2), NULL));
}

static const struct bind_field fields[] = {
    { "agency", get_agency },
    { "article", get_article },
    { "blocks", get_blocks },
    { "composition", get_composition },
    { "dates", get_dates },
    { "disclosure", get_disclosure },
    { "disputes", get_disputes },
    { "form", get_form },
    { "headings", get_headings },
    { "host", get_host },
    { "images", get_images },
    { "kind", get_kind },
    { "level", get_level },
    { "links", get_links },
    { "marks", get_marks },
    { "metas", get_metas },
    { "notices", get_notices },
    { "official_sections", get_official_sections },
    { "official_tables", get_official_tables },
    { "page_title", get_page_title },
    { "period", get_period },
    { "published", get_published },
    { "requests", get_requests },
    { "script", get_script },
    { "sections", get_sections },
    { "title", get_title },
    { "year", get_year },
    { NULL, NULL },
};
static const luaL_Reg methods[] = {
    { "has", bind_has },
    { "matches", bind_matches },
    { "meta", l_meta },
    { "percentages", bind_all_percentages },
    { "search", bind_search },
    { "section", l_section },
    { "statements", bind_all_statements },
    { "table", l_table },
    { "violations", bind_violations },
    { NULL, NULL },
};

/* As a place the report is the document as a whole: nothing is filled in. */
const struct bind_class bind_report = { .name = "report", .fields = fields, .methods = methods };
