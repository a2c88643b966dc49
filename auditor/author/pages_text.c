/* pages_text.c - a rule's page for a terminal; see pages.h. */
#include "author/pages.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/lang.h"
#include "report/wrap.h"

enum { LABEL = 12 }; /* columns of the labels */

struct page {
    struct strbuf *out;
    unsigned width;
};

static const cJSON *at(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static const char *text_at(const cJSON *object, const char *key)
{
    return cJSON_GetStringValue(at(object, key));
}

static double number_at(const cJSON *object, const char *key)
{
    const cJSON *item = at(object, key);
    return cJSON_IsNumber(item) ? item->valuedouble : 0;
}

/* Columns of a label: a Han character takes two. */
static unsigned columns(const char *label)
{
    struct str s = str_of(label);
    unsigned n = 0;
    for (size_t i = 0; i < s.n;)
        n += str_next(s, &i) > 0x2E7F ? 2 : 1;
    return n;
}

/* A label in its column, the text beside it; without a label the text stands below what came before. */
static void field(const struct page *p, const char *label, const char *text)
{
    const struct wrap wrap = { LABEL, LABEL, p->width };
    if (!text || !*text)
        return;
    strbuf_c(p->out, label);
    for (unsigned n = columns(label); n < LABEL; n++)
        strbuf_char(p->out, ' ');
    wrap_text(p->out, str_of(text), &wrap);
}

static void fieldf(const struct page *p, const char *label, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void fieldf(const struct page *p, const char *label, const char *format, ...)
{
    char text[2000];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    field(p, label, text);
}

static void head(const struct page *p, const char *title)
{
    const struct wrap wrap = { 0, 2, p->width };
    strbuf_char(p->out, '\n');
    wrap_text(p->out, str_of(title), &wrap);
}

static void join(struct strbuf *out, const cJSON *list, const char *key)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list) {
        const char *text = key ? text_at(item, key) : cJSON_GetStringValue(item);
        strbuf_fmt(out, "%s%s", out->n ? tr("、", ", ") : "", text ? text : "");
    }
}

static void add_list(const struct page *p, const char *label, const cJSON *list, const char *key)
{
    struct strbuf text = { 0 };
    join(&text, list, key);
    field(p, label, text.p);
    strbuf_free(&text);
}

static void add_basis(const struct page *p, const cJSON *rule)
{
    const char *label = tr("依据", "Basis");
    const cJSON *group;
    const cJSON *item;
    cJSON_ArrayForEach(group, at(rule, "basis")) {
        const char *form = text_at(group, "form");
        cJSON_ArrayForEach(item, at(group, "items")) {
            if (form)
                fieldf(p, label, tr("[格式 %s] %s", "[form %s] %s"), form, item->valuestring);
            else
                field(p, label, item->valuestring);
            label = "";
        }
    }
}

static void add_price(struct strbuf *text, const cJSON *points, const char *kind)
{
    double cap = number_at(points, "cap");
    bool limited = cJSON_IsNumber(at(points, "cap"));
    if (strcmp(kind, "veto") == 0)
        strbuf_c(text, tr("一票否决", "vetoes the whole result"));
    else if (strcmp(kind, "gate") == 0)
        strbuf_c(text, tr("门槛，上级指标全扣", "a gate: costs all of the indicator above"));
    else if (strcmp(kind, "bonus") == 0)
        strbuf_fmt(text, tr("通过时加 %g 分", "adds %g when it passes"),
                   number_at(points, "points"));
    else if (strcmp(kind, "graded") == 0)
        strbuf_c(text, tr("按天数分档", "by days"));
    else if (strcmp(kind, "each") == 0)
        strbuf_fmt(text, tr("每处 %g 分", "%g for each"), number_at(points, "unit"));
    else
        strbuf_fmt(text, tr("一次 %g 分", "%g once"), number_at(points, "unit"));
    if (limited && (strcmp(kind, "each") == 0 || strcmp(kind, "graded") == 0))
        strbuf_fmt(text, tr("，封顶 %g 分", ", at most %g"), cap);
}

static void add_points(const struct page *p, const cJSON *rule)
{
    const cJSON *points = at(rule, "points");
    const char *kind = text_at(points, "kind");
    const char *label = tr("评分", "Points");
    if (!cJSON_IsObject(points))
        return;
    if (!kind) {
        fieldf(p, label, tr("%s：没有选用，不计分", "%s: not in the sheet, costs nothing"),
               text_at(points, "profile"));
        return;
    }
    struct strbuf text = { 0 };
    strbuf_fmt(&text, "%s %s %s: ", text_at(points, "profile"), text_at(points, "indicator"),
               text_at(points, "name"));
    add_price(&text, points, kind);
    field(p, label, text.p);
    strbuf_free(&text);
}

static void add_parameters(const struct page *p, const cJSON *rule)
{
    const char *label = tr("参数", "Parameters");
    const cJSON *item;
    cJSON_ArrayForEach(item, at(rule, "parameters")) {
        const char *set = text_at(item, "set");
        const char *value = text_at(item, "default");
        if (set)
            fieldf(
                p, label,
                tr("%s = %s（评分方案所设，默认 %s）", "%s = %s (set by the profile; default %s)"),
                text_at(item, "name"), set, value ? value : "\"\"");
        else
            fieldf(p, label, "%s = %s", text_at(item, "name"), value ? value : "\"\"");
        label = "";
    }
}

static void add_patterns(const struct page *p, const cJSON *rule)
{
    const char *label = tr("正则", "Patterns");
    const cJSON *item;
    cJSON_ArrayForEach(item, at(rule, "patterns")) {
        fieldf(p, label, "%s = %.400s", text_at(item, "name"), text_at(item, "pattern"));
        label = "";
    }
}

static void add_lines(const struct page *p, const char *mark, const cJSON *lines)
{
    const struct wrap wrap = { 4, 6, p->width };
    const cJSON *item;
    cJSON_ArrayForEach(item, lines) {
        strbuf_fmt(p->out, "  %s ", mark);
        wrap_text(p->out, str_of(item->valuestring), &wrap);
    }
}

/* The names of cases are their authors' notes, in one language. */
static bool is_readable(const char *name)
{
    struct str s = str_of(name);
    bool han = false;
    for (size_t i = 0; i < s.n;)
        han = str_next(s, &i) > 0x2E7F || han;
    return s.n && han == (lang_get() == LANG_ZH);
}

static void add_values(const struct page *p, const cJSON *example)
{
    const struct wrap wrap = { 4, 6, p->width };
    const char *expected = text_at(example, "expected");
    const char *found = text_at(example, "found");
    struct strbuf text = { 0 };
    if (expected)
        strbuf_fmt(&text, tr("应为 %s", "expected %s"), expected);
    if (found)
        strbuf_fmt(&text, tr("%s实为 %s", "%sfound %s"), expected ? tr("，", ", ") : "", found);
    if (text.n) {
        strbuf_c(p->out, "    ");
        wrap_text(p->out, strbuf_view(&text), &wrap);
    }
    strbuf_free(&text);
}

static void add_example(const struct page *p, const char *title, const cJSON *example, bool wrong)
{
    const char *name = text_at(example, "name");
    const char *said = text_at(example, "message");
    const char *about = said ? said : is_readable(name) ? name : "";
    struct strbuf text = { 0 };
    if (!cJSON_IsObject(example))
        return;
    strbuf_fmt(&text, "%s%s%s", title, *about ? tr("：", ": ") : "", about);
    head(p, text.p);
    add_lines(p, wrong ? "-" : "+", at(example, "lines"));
    if (wrong)
        add_lines(p, "+", at(example, "before"));
    if (!cJSON_GetArraySize(at(example, "lines")) && !cJSON_GetArraySize(at(example, "before")))
        strbuf_fmt(p->out, tr("  基准文件 %s 原样\n", "  the base document %s as it stands\n"),
                   text_at(example, "base") ? text_at(example, "base") : "");
    add_values(p, example);
    strbuf_free(&text);
}

static void add_figures(const struct page *p, const cJSON *rule)
{
    const cJSON *f = at(rule, "figures");
    const char *label = tr("实测", "Measured");
    if (!cJSON_IsObject(f)) {
        field(p, label, tr("没有实测数据", "not measured"));
        return;
    }
    fieldf(p, label,
           tr("应发现的单处错误 %g 处，发现 %g 处；%g 份无错报告上误报 %g 次%s",
              "single defects that it must see: %g, seen: %g; on %g clean reports false alarms: "
              "%g%s"),
           number_at(f, "expected"), number_at(f, "found"), number_at(f, "originals"),
           number_at(f, "alarms"),
           cJSON_IsTrue(at(f, "stale")) ? tr("；规则此后有改动", "; the rule has changed since")
                                        : "");
}

static void add_history(const struct page *p, const cJSON *rule)
{
    const char *label = tr("沿革", "History");
    const cJSON *item;
    cJSON_ArrayForEach(item, at(rule, "history")) {
        fieldf(p, label, "%s  %s", text_at(item, "date"), text_at(item, "text"));
        label = "";
    }
}

static void add_facts(const struct page *p, const cJSON *rule)
{
    const char *scope = text_at(rule, "scope");
    field(p, tr("为何检查", "Why"), text_at(rule, "why"));
    field(p, tr("如何改正", "Remedy"), text_at(rule, "remedy"));
    add_basis(p, rule);
    fieldf(p, tr("程度", "Severity"), "%s%s%s", text_at(rule, "severity_label"),
           text_at(rule, "relevelled") ? tr("，规则包改为 ", ", a pack makes it ") : "",
           text_at(rule, "relevelled") ? text_at(rule, "relevelled") : "");
    field(p, tr("停用", "Deselected"), text_at(rule, "deselected"));
    add_points(p, rule);
    add_list(p, tr("适用格式", "Forms"), at(rule, "forms"), NULL);
    if (scope && *scope != 'd')
        field(p, tr("范围", "Scope"), scope);
    if (text_at(rule, "documents")[0] == 'a' && text_at(rule, "documents")[1] == 'n' &&
        text_at(rule, "documents")[2] == 'y')
        field(p, tr("文件", "Documents"),
              tr("也检查不是年度报告的文件", "also checks what is no annual report"));
    add_list(p, tr("需要的表", "Needs"), at(rule, "needs"), "name");
    add_parameters(p, rule);
    add_patterns(p, rule);
}

void pages_text(struct strbuf *out, const cJSON *rule, unsigned width)
{
    const struct page p = { out, width };
    const struct wrap wrap = { 0, 2, width };
    const char *broken = text_at(rule, "load_error");
    wrap_text(out, str_of(text_at(rule, "id")), &wrap);
    if (!broken)
        wrap_text(out, str_of(text_at(rule, "title")), &wrap);
    strbuf_char(out, '\n');
    if (broken) {
        field(&p, tr("载入失败", "Broken"), broken);
    } else {
        add_facts(&p, rule);
        add_example(&p, tr("错的例子", "Wrong"), at(at(rule, "examples"), "wrong"), true);
        add_example(&p, tr("对的例子", "Right"), at(at(rule, "examples"), "right"), false);
        strbuf_char(out, '\n');
        add_figures(&p, rule);
        add_history(&p, rule);
    }
    fieldf(&p, tr("规则包", "Pack"), "%s  %s", text_at(rule, "pack"), text_at(rule, "file"));
    strbuf_fmt(out, "%s%s\n", tr("摘要        ", "Digest      "), text_at(rule, "digest"));
}
