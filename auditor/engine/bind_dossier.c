/* bind_dossier.c - the dossier: an agency with its earlier reports, its children, what it copied. */
#include "engine/dossier.h"

#include "engine/bind.h"

/* Reports are open in this order: that of the year, then past[], children[], carriers[]; those without one
 * are left out (run.c). */
static struct bind *next_open(const struct engine *engine, size_t *at, const struct report *report)
{
    if (!report)
        return NULL;
    return engine->binds[++*at];
}

static struct bind *past_bind(const struct engine *engine, size_t wanted)
{
    const struct dossier *d = engine->dossier;
    struct bind *found = NULL;
    size_t at = 0;
    for (size_t i = 0; i <= wanted; i++)
        found = next_open(engine, &at, d->past[i].report);
    return found;
}

static struct bind *child_bind(const struct engine *engine, size_t wanted)
{
    const struct dossier *d = engine->dossier;
    struct bind *found = NULL;
    size_t at = 0;
    for (size_t i = 0; i < d->past_count; i++)
        next_open(engine, &at, d->past[i].report);
    for (size_t i = 0; i <= wanted; i++)
        found = next_open(engine, &at, d->children[i].report);
    return found;
}

static struct bind *carrier_bind(const struct engine *engine, size_t wanted)
{
    const struct dossier *d = engine->dossier;
    struct bind *found = NULL;
    size_t at = 0;
    for (size_t i = 0; i < d->past_count; i++)
        next_open(engine, &at, d->past[i].report);
    for (size_t i = 0; i < d->child_count; i++)
        next_open(engine, &at, d->children[i].report);
    for (size_t i = 0; i <= wanted; i++)
        found = next_open(engine, &at, d->carriers[i].report);
    return found;
}

static const struct dossier *dossier_of(lua_State *L)
{
    return engine_of(L)->dossier;
}

/* The dossier */

static int get_year(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b, (void)h;
    lua_pushinteger(L, dossier_of(L)->year);
    return 1;
}

static int get_code(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b, (void)h;
    return bind_push_str(L, dossier_of(L)->code);
}

static int get_name(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b, (void)h;
    return bind_push_str(L, dossier_of(L)->name);
}

static int get_day(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b, (void)h;
    return bind_push_date(L, dossier_of(L)->day);
}

static int push_level(lua_State *L, enum report_level level)
{
    lua_pushstring(L, level == LEVEL_UNKNOWN ? NULL : report_level_name(level));
    return 1;
}

static int get_level(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b, (void)h;
    return push_level(L, dossier_of(L)->level);
}

static int get_received(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    static const char *const names[] = { "nothing", "unreadable", "other", "other-year", "report" };
    (void)b, (void)h;
    lua_pushstring(L, names[dossier_of(L)->received]);
    return 1;
}

static int get_report(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)h;
    return bind_push_report(L, b);
}

static int get_years(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct dossier *d = dossier_of(L);
    lua_Integer n = 0;
    (void)b, (void)h;
    if (bind_kept(L, BIND_DOSSIER, BIND_DOSSIER, 0))
        return 1;
    lua_newtable(L);
    for (size_t i = 0; i < d->past_count; i++) {
        if (!d->past[i].report)
            continue;
        lua_pushinteger(L, d->past[i].year);
        lua_rawseti(L, -2, ++n);
    }
    return bind_keep(L, BIND_DOSSIER, BIND_DOSSIER, 0);
}

static int l_report_of(lua_State *L)
{
    const struct engine *engine = engine_of(L);
    const struct dossier *d = engine->dossier;
    lua_Integer year = lua_tointeger(L, 2);
    if (year == d->year)
        return bind_push_report(L, engine->binds[0]);
    for (size_t i = 0; i < d->past_count; i++)
        if (d->past[i].year == year)
            return bind_push_report(L, past_bind(engine, i));
    lua_pushnil(L);
    return 1;
}

static int l_carriers(lua_State *L)
{
    return bind_push_list(L, BIND_DOSSIER, BIND_CARRIER, dossier_of(L)->carrier_count);
}

static int l_children(lua_State *L)
{
    return bind_push_list(L, BIND_DOSSIER, BIND_CHILD, dossier_of(L)->child_count);
}

static int l_similar(lua_State *L)
{
    return bind_push_list(L, BIND_DOSSIER, BIND_COPY, dossier_of(L)->copy_count);
}

static const struct api_field fields[] = {
    { "code", get_code, "string", "名录中的代码", "its code in the register",
      "assert(dossier.code == 'A01')" },
    { "day", get_day, "string?",
      "没有收到本年度报告时，按哪一天审核（assess --on，默认当天）；收到了为 nil，结果与日期无关",
      "the day of the audit (assess --on, else today) as long as no report of the year is there; "
      "nil "
      "with one: what is said of it does not depend on the day",
      "assert(dossier.day == nil)" },
    { "level", get_level, "Level?", "名录中的层级；没写的看名称，看不出为 nil",
      "its level in the register, else what its name tells; nil if neither does",
      "assert(dossier.level == 'county')" },
    { "name", get_name, "string", "名录中的名称", "its name in the register",
      "assert(dossier.name == '云汀县人民政府')" },
    { "received", get_received, "\"nothing\"|\"unreadable\"|\"other\"|\"other-year\"|\"report\"",
      "本年度收到了什么：没有、无法读取、不是年报、别的年度的年报、年报",
      "what came in for the year: nothing, a file that cannot be read, no annual report, the "
      "report "
      "of another year, the report",
      "assert(dossier.received == 'report')" },
    { "report", get_report, "Report?", "本年度计分的报告；没有或无法读取为 nil",
      "the report that counts for the year; nil if there is none or it cannot be read",
      "assert(dossier.report.year == dossier.year)" },
    { "year", get_year, "integer", "所审的年度", "the year under audit",
      "assert(dossier.year == 2022)" },
    { "years", get_years, "integer[]", "存有报告的以往年度，新的在前",
      "earlier years of which a report is stored, newest first",
      "assert(dossier.years[1] == 2021)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

static const struct api_function methods[] = {
    { "carriers", l_carriers, "() -> Carrier[]", "同一报告的其他文件，如网页所附的 Word、PDF",
      "the other files of the same report: a page's Word file, its PDF",
      "assert(#dossier:carriers() == 1)" },
    { "children", l_children, "() -> Child[]", "名录中以它为上级的机关，连同各自本年度的报告",
      "the agencies that have it as their parent, with their reports of the year",
      "assert(#dossier:children() == 1)" },
    { "report_of", l_report_of, "(year: integer) -> Report?", "某一年度的报告；没有存为 nil",
      "its report of a year; nil if none is stored",
      "assert(dossier:report_of(2021).requests and dossier:report_of(1999) == nil)" },
    { "similar", l_similar, "() -> Copy[]", "有雷同段落的其他报告，最相近的在前",
      "other reports that it shares passages with, the most alike first",
      "assert(#dossier:similar() == 1)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_dossier = {
    .name = "dossier",
    .fields = fields,
    .methods = methods,
    .type = "Dossier",
    .zh = "一个机关的卷宗：本年度和以往各年的报告、下级机关的报告。范围为 agency、office 的规则的 "
          "check 以它为第一个参数；各份报告的用法与受检的报告相同，其位置可写入 out:fail 的 "
          "evidence。",
    .en =
        "The dossier of an agency: its reports of this year and of earlier ones, and those of its "
        "children. Rules of scope agency and office get it as the first argument of check; each "
        "report in it is used like the one under audit, and its places may stand in the evidence "
        "of "
        "out:fail.",
    .example = "",
};

/* A child; i counts children. */

static const struct dossier_child *child_of(lua_State *L, const struct bind_handle *h)
{
    return &dossier_of(L)->children[h->i];
}

static int get_child_code(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return bind_push_str(L, child_of(L, h)->code);
}

static int get_child_name(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return bind_push_str(L, child_of(L, h)->name);
}

static int get_child_level(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return push_level(L, child_of(L, h)->level);
}

static int get_child_report(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return bind_push_report(L, child_bind(engine_of(L), h->i));
}

static const struct api_field child_fields[] = {
    { "code", get_child_code, "string", "代码", "its code", "assert(child.code == 'A02')" },
    { "level", get_child_level, "Level?", "层级", "its level",
      "assert(child.level == 'department')" },
    { "name", get_child_name, "string", "名称", "its name",
      "assert(child.name == '云汀县教育局')" },
    { "report", get_child_report, "Report?", "它本年度的报告；没有为 nil",
      "its report of the year; nil if there is none", "assert(child.report.requests)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_child = {
    .name = "child",
    .fields = child_fields,
    .type = "Child",
    .zh = "一个下级机关",
    .en = "An agency below this one",
    .example = "local child = dossier:children()[1]",
};

/* Another file of the report; i counts carriers. */

static int get_carrier_document(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return bind_push_str(L, dossier_of(L)->carriers[h->i].document);
}

static int get_carrier_report(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return bind_push_report(L, carrier_bind(engine_of(L), h->i));
}

static const struct api_field carrier_fields[] = {
    { "document", get_carrier_document, "string", "路径", "its path",
      "assert(carrier.document == '2022/A01.docx')" },
    { "report", get_carrier_report, "Report?", "其中的报告；无法读取为 nil",
      "the report in it; nil if it cannot be read", "assert(carrier.report.requests)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_carrier = {
    .name = "carrier",
    .fields = carrier_fields,
    .type = "Carrier",
    .zh = "同一报告的另一份文件",
    .en = "Another file of the same report",
    .example = "local carrier = dossier:carriers()[1]",
};
