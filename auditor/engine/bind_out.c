/* bind_out.c - `out`: what a rule says about its duty. */
#include <string.h>

#include "base/lang.h"
#include "engine/bind.h"
#include "engine/field.h"
#include "engine/outcome.h"

enum { MESSAGE_MAX = 1500, VALUE_MAX = 400, FORMULA_MAX = 1200 };

static struct outcome *outcome_of(lua_State *L, struct bind **b)
{
    *b = bind_of(L);
    if (!(*b)->outcome)
        luaL_error(L, "out: no rule is running");
    return (*b)->outcome;
}

/* The optional table of arguments at index 2; gives an empty one. */
static void take_arguments(lua_State *L)
{
    if (!lua_isnil(L, 2))
        return;
    lua_newtable(L);
    lua_replace(L, 2);
}

void bind_place_number(struct audit_place *place, const struct doc *doc)
{
    place->page = doc_page_of(doc, place->line);
    place->paragraph = doc_paragraph_of(doc, place->line);
}

/* { section =, table =, row =, column =, line = }: a place of something that is not there. */
static void read_plain_place(lua_State *L, int t, const struct doc *doc, struct arena *arena,
                             struct audit_place *place)
{
    place->section = field_str(L, t, "section", arena, false);
    place->table = field_str(L, t, "table", arena, false);
    place->row = field_str(L, t, "row", arena, false);
    place->column = field_str(L, t, "column", arena, false);
    if (lua_getfield(L, t, "line") != LUA_TNIL)
        place->line = (uint32_t)lua_tointeger(L, -1);
    lua_pop(L, 1);
    if (doc)
        bind_place_number(place, doc);
}

/* The place that the value on top names; nil is the document as a whole. */
static void read_place(lua_State *L, struct bind *b, struct audit_place *place)
{
    int index = lua_gettop(L);
    *place = (struct audit_place){ 0 };
    if (lua_type(L, index) == LUA_TTABLE)
        read_plain_place(L, index, b->doc, b->arena, place);
    else
        bind_place(L, index, place);
}

/* The place of a finding itself: it is this report that is judged. */
static void read_own_place(lua_State *L, struct bind *b, struct audit_place *place)
{
    lua_getfield(L, 2, "at");
    read_place(L, b, place);
    lua_pop(L, 1);
    if (place->document.n)
        luaL_error(L,
                   tr("at 应在本年度的报告中；其他报告里的位置写入 evidence",
                      "at must be in this year's report; places in others belong into evidence"));
}

static bool same_place(const struct audit_place *a, const struct audit_place *b)
{
    return str_eq(a->document, b->document) && str_eq(a->section, b->section) &&
           str_eq(a->table, b->table) && str_eq(a->row, b->row) && str_eq(a->column, b->column) &&
           a->block == b->block && a->raw_at == b->raw_at && a->raw_len == b->raw_len &&
           a->line == b->line;
}

/* Behind a copied passage stands what the other report has there. */
static void add_counterpart(lua_State *L, struct audit_finding *f)
{
    f->evidence_count += bind_counterpart(L, lua_gettop(L), &f->evidence[f->evidence_count]);
}

static void read_evidence(lua_State *L, struct bind *b, struct audit_finding *f)
{
    lua_Integer n = 0;
    struct audit_place at;
    read_own_place(L, b, &at);
    int type = lua_getfield(L, 2, "evidence");
    int list = lua_gettop(L);
    if (type == LUA_TTABLE)
        n = luaL_len(L, list);
    if (n > OUTCOME_EVIDENCE / 2 - 1)
        n = OUTCOME_EVIDENCE / 2 - 1;
    f->evidence = arena_alloc(b->arena, (size_t)(n + 1) * 2 * sizeof *f->evidence);
    f->evidence[f->evidence_count++] = at;
    lua_getfield(L, 2, "at");
    add_counterpart(L, f);
    lua_pop(L, 1);
    for (lua_Integer i = 1; i <= n; i++) {
        struct audit_place *place = &f->evidence[f->evidence_count];
        if (lua_geti(L, list, i) != LUA_TNIL) {
            read_place(L, b, place);
            if (!same_place(place, &at)) {
                f->evidence_count++;
                add_counterpart(L, f);
            }
        }
        lua_pop(L, 1);
    }
    struct str quote = field_value(L, 2, "quote", b->arena, VALUE_MAX);
    if (quote.n)
        f->evidence[0].quote = quote;
    for (size_t i = 0; i < f->evidence_count; i++)
        outcome_keep_place(&f->evidence[i], b->arena);
    lua_settop(L, list - 1);
}

static void read_cause(lua_State *L, struct bind *b, struct outcome_cause *cause)
{
    int type = lua_getfield(L, 2, "cause");
    int t = lua_gettop(L);
    if (type == LUA_TTABLE) {
        cause->rules[0] = field_str(L, t, "rule", b->arena, false);
        if (cause->rules[0].n == 0)
            cause->rules[0] = b->rule->info.id;
        cause->count = 1;
        cause->anywhere = lua_getfield(L, t, "at") == LUA_TNIL;
        read_place(L, b, &cause->place);
        outcome_keep_place(&cause->place, b->arena);
    }
    lua_settop(L, t - 1);
}

static void read_basis(lua_State *L, struct bind *b, struct audit_finding *f)
{
    f->basis_count = field_list(L, 2, "basis", b->arena, &f->basis);
    if (f->basis_count > 0)
        return;
    const struct rule_info *info = &b->rule->info;
    const struct form *form = b->report ? b->report->form : NULL;
    const struct rule_basis *basis = form ? rule_basis_of(b->rule, b->report->forms, form) : NULL;
    f->basis = form ? (basis ? basis->items : NULL) : info->basis;
    f->basis_count = form ? (basis ? basis->count : 0) : info->basis_count;
}

static void read_diagnosis(lua_State *L, struct audit_finding *f)
{
    if (lua_getfield(L, 2, "diagnosis") != LUA_TNIL) {
        const struct bind_handle *h = lua_touserdata(L, -1);
        bind_diagnose(bind_holder(L, h), h, &f->diagnosis);
    }
    lua_pop(L, 1);
}

static int add_finding(lua_State *L, bool informational)
{
    static const char *const severities[] = { "advice", "minor", "major", "veto", NULL };
    struct bind *b;
    struct outcome *o = outcome_of(L, &b);
    struct outcome_finding new = { 0 };
    struct audit_finding *f = &new.finding;
    take_arguments(L);
    int severity = field_word(L, 2, "severity", severities);
    f->severity =
        severity < 0 ? b->rule->info.severity : (enum audit_severity)(severity + SEVERITY_ADVICE);
    if (informational)
        f->severity = SEVERITY_NONE;
    f->informational = informational;
    if (o->finding_count < OUTCOME_FINDINGS) {
        f->message = b->rule->info.title;
        f->remedy = b->rule->info.remedy;
        f->cause = f->fingerprint = str_of("");
        field_text(L, 2, "message", b->arena, MESSAGE_MAX, &f->message);
        field_text(L, 2, "remedy", b->arena, MESSAGE_MAX, &f->remedy);
        f->expected = field_value(L, 2, "expected", b->arena, VALUE_MAX);
        f->found = field_value(L, 2, "found", b->arena, VALUE_MAX);
        f->formula = field_value(L, 2, "formula", b->arena, FORMULA_MAX);
        read_basis(L, b, f);
        read_evidence(L, b, f);
        read_diagnosis(L, f);
        read_cause(L, b, &new.cause);
        struct outcome_finding *kept = outcome_add_finding(o); /* nothing raises from here on */
        new.order = kept->order;
        *kept = new;
    }
    o->finding_total++;
    o->failed = o->failed || !informational;
    o->informed = o->informed || informational;
    return 0;
}

static int l_inform(lua_State *L)
{
    return add_finding(L, true);
}

/* Called for every place that is in order. */
static int l_pass(lua_State *L)
{
    struct bind *b;
    struct outcome *o = outcome_of(L, &b);
    o->passed = true;
    return 0;
}

static void read_reason(lua_State *L, struct bind *b, const char *fallback,
                        struct audit_reason *reason)
{
    *reason = (struct audit_reason){ .code = str_of(fallback), .cause = str_of("") };
    reason->message = b->rule->info.title;
    int type = lua_getfield(L, 2, "reason");
    int t = lua_gettop(L);
    if (type == LUA_TTABLE) {
        struct str code = field_str(L, t, "code", b->arena, false);
        struct str zh = field_value(L, t, "zh", b->arena, MESSAGE_MAX);
        struct str en = field_value(L, t, "en", b->arena, MESSAGE_MAX);
        if (code.n)
            reason->code = code;
        if (zh.n || en.n) {
            reason->message.in[LANG_ZH] = zh.n ? zh : en;
            reason->message.in[LANG_EN] = en.n ? en : zh;
        }
    } else if (type != LUA_TNIL) {
        field_text(L, 2, "reason", b->arena, MESSAGE_MAX, &reason->message);
    }
    lua_settop(L, t - 1);
}

/* Text that is no evidence: what seems wrong in it may be misread, or lost. */
static const struct doubt {
    uint32_t notice; /* of the document */
    const char *code, *more[LANG_COUNT];
} doubts[] = {
    { DOC_NOTICE_OCR,
      "ocr",
      { [LANG_ZH] = "（扫描件识别所得，须核对原件）",
        [LANG_EN] = " (recognised from a scan: compare it)" } },
    { DOC_NOTICE_OFF_PAPER,
      "off-paper",
      { [LANG_ZH] = "（有文字被纸边截掉，须核对原件）",
        [LANG_EN] = " (the paper cut text off: compare it with the original)" } },
};

static const struct doubt *doubt_of(const struct bind *b)
{
    for (size_t i = 0; b->doc && i < b->doc->notice_count; i++)
        for (size_t k = 0; k < sizeof doubts / sizeof *doubts; k++)
            if (b->doc->notices[i].code == doubts[k].notice)
                return &doubts[k];
    return NULL;
}

static void read_doubt(lua_State *L, struct bind *b, const struct doubt *doubt,
                       struct audit_reason *reason)
{
    *reason = (struct audit_reason){ .code = str_of(doubt->code), .cause = str_of("") };
    reason->message = b->rule->info.title;
    field_text(L, 2, "message", b->arena, MESSAGE_MAX, &reason->message);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct strbuf text = { 0 };
        strbuf_str(&text, reason->message.in[lang]);
        strbuf_c(&text, doubt->more[lang]);
        reason->message.in[lang] = arena_str(b->arena, strbuf_view(&text));
        strbuf_free(&text);
    }
}

static int undecided(lua_State *L, const struct doubt *doubt)
{
    struct bind *b;
    struct outcome *o = outcome_of(L, &b);
    struct outcome_open new = { 0 };
    take_arguments(L);
    if (o->open_count >= OUTCOME_OPEN) {
        outcome_add_open(o);
        return 0;
    }
    if (doubt)
        read_doubt(L, b, doubt, &new.reason);
    else
        read_reason(L, b, "undecided", &new.reason);
    read_own_place(L, b, &new.reason.place);
    outcome_keep_place(&new.reason.place, b->arena);
    read_cause(L, b, &new.cause);
    struct outcome_open *kept = outcome_add_open(o); /* nothing raises from here on */
    if (kept) {
        new.order = kept->order;
        *kept = new;
    }
    return 0;
}

static int l_unknown(lua_State *L)
{
    return undecided(L, NULL);
}

static int l_fail(lua_State *L)
{
    const struct doubt *doubt = doubt_of(bind_of(L));
    return doubt ? undecided(L, doubt) : add_finding(L, false);
}

static int l_notapplicable(lua_State *L)
{
    struct bind *b;
    struct outcome *o = outcome_of(L, &b);
    struct audit_reason reason;
    take_arguments(L);
    o->notapplicable = true;
    if (o->reason)
        return 0;
    read_reason(L, b, "not-applicable", &reason);
    read_own_place(L, b, &reason.place);
    outcome_keep_place(&reason.place, b->arena);
    o->reason = arena_alloc(b->arena, sizeof *o->reason);
    *o->reason = reason;
    return 0;
}

static const struct api_function methods[] = {
    { "fail", l_fail, "(finding?: Finding)", "有一处不符合要求",
      "a place where the duty is not met",
      "out:fail {\n"
      "  at = report.requests:cell('new', 'all'), expected = 46, found = 64, formula = '37 + 6 + 0 "
      "+ 2 + 1 + 0 = 64',\n"
      "  message = { zh = '各栏之和与总计不等', en = 'the columns do not add up' },\n"
      "}" },
    { "inform", l_inform, "(finding?: Finding)", "值得一提，但不违反要求（提示）",
      "an observation that breaks no duty (`informational`)",
      "out:inform { at = report.title, message = { zh = '标题含年度', en = 'the title names the "
      "year' } }" },
    { "pass", l_pass, "(place?: Passed)", "看过一处，符合要求。什么也没说的规则为 unknown",
      "a place was examined and is right. A rule that says nothing is `unknown`",
      "out:pass { at = report.title }\n"
      "out:pass()" },
    { "unknown", l_unknown, "(undecided?: Undecided)", "这一处无法判定", "undecided here",
      "out:unknown { at = report.requests, reason = { code = 'no-number', zh = '没有数字', en = "
      "'no number' } }" },
    { "notapplicable", l_notapplicable, "(undecided?: Undecided)", "这项要求不适用于这份报告",
      "the duty does not exist for this report",
      "out:notapplicable { reason = { code = 'no-site', zh = '没有网站', en = 'there is no web "
      "site' } }" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_out = {
    .name = "out",
    .methods = methods,
    .type = "Out",
    .zh = "规则的结论，check 的第二个参数。可以说多次，取其重者：fail > error > unknown > "
          "informational > pass。",
    .en = "What the rule says of its duty, the second argument of check. It may speak often; the "
          "gravest counts: fail > error > unknown > informational > pass.",
    .example = "",
};
