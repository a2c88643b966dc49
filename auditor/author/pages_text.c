/* pages_text.c - a rule's page for a terminal; see pages.h. */
#include "author/pages.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/json_read.h"
#include "base/lang.h"
#include "report/wrap.h"

enum { LABEL = 12 }; /* columns of the labels */

struct page {
    struct strbuf *out;
    unsigned width;
};

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
        const char *text = key ? json_string_if(item, key) : cJSON_GetStringValue(item);
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
    cJSON_ArrayForEach(group, json_member(rule, "basis")) {
        const char *form = json_string_if(group, "form");
        cJSON_ArrayForEach(item, json_member(group, "items")) {
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
    double cap = json_number(points, "cap");
    bool limited = cJSON_IsNumber(json_member(points, "cap"));
    if (strcmp(kind, "veto") == 0)
        strbuf_c(text, tr("一票否决", "vetoes the whole result"));
    else if (strcmp(kind, "gate") == 0)
        strbuf_c(text, tr("门槛，上级指标全扣", "a gate: costs all of the indicator above"));
    else if (strcmp(kind, "bonus") == 0)
        strbuf_fmt(text, tr("通过时加 %g 分", "adds %g when it passes"),
                   json_number(points, "points"));
    else if (strcmp(kind, "graded") == 0)
        strbuf_c(text, tr("按天数分档", "by days"));
    else if (strcmp(kind, "each") == 0)
        strbuf_fmt(text, tr("每处 %g 分", "%g for each"), json_number(points, "unit"));
    else
        strbuf_fmt(text, tr("一次 %g 分", "%g once"), json_number(points, "unit"));
    if (limited && (strcmp(kind, "each") == 0 || strcmp(kind, "graded") == 0))
        strbuf_fmt(text, tr("，封顶 %g 分", ", at most %g"), cap);
}

static void add_points(const struct page *p, const cJSON *rule)
{
    const cJSON *points = json_member(rule, "points");
    const char *kind = json_string_if(points, "kind");
    const char *label = tr("评分", "Points");
    if (!cJSON_IsObject(points))
        return;
    if (!kind) {
        fieldf(p, label, tr("%s：没有选用，不计分", "%s: not in the sheet, costs nothing"),
               json_string_if(points, "profile"));
        return;
    }
    struct strbuf text = { 0 };
    strbuf_fmt(&text, "%s %s %s: ", json_string_if(points, "profile"),
               json_string_if(points, "indicator"), json_string_if(points, "name"));
    add_price(&text, points, kind);
    field(p, label, text.p);
    strbuf_free(&text);
}

static void add_parameters(const struct page *p, const cJSON *rule)
{
    const char *label = tr("参数", "Parameters");
    const cJSON *item;
    cJSON_ArrayForEach(item, json_member(rule, "parameters")) {
        const char *set = json_string_if(item, "set");
        const char *value = json_string_if(item, "default");
        if (set)
            fieldf(
                p, label,
                tr("%s = %s（评分方案所设，默认 %s）", "%s = %s (set by the profile; default %s)"),
                json_string_if(item, "name"), set, value ? value : "\"\"");
        else
            fieldf(p, label, "%s = %s", json_string_if(item, "name"), value ? value : "\"\"");
        label = "";
    }
}

static void add_patterns(const struct page *p, const cJSON *rule)
{
    const char *label = tr("正则", "Patterns");
    const cJSON *item;
    cJSON_ArrayForEach(item, json_member(rule, "patterns")) {
        fieldf(p, label, "%s = %.400s", json_string_if(item, "name"),
               json_string_if(item, "pattern"));
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
    const char *expected = json_string_if(example, "expected");
    const char *found = json_string_if(example, "found");
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
    const char *name = json_string_if(example, "name");
    const char *said = json_string_if(example, "message");
    const char *about = said ? said : is_readable(name) ? name : "";
    struct strbuf text = { 0 };
    if (!cJSON_IsObject(example))
        return;
    strbuf_fmt(&text, "%s%s%s", title, *about ? tr("：", ": ") : "", about);
    head(p, text.p);
    add_lines(p, wrong ? "-" : "+", json_member(example, "lines"));
    if (wrong)
        add_lines(p, "+", json_member(example, "before"));
    if (!cJSON_GetArraySize(json_member(example, "lines")) &&
        !cJSON_GetArraySize(json_member(example, "before")))
        strbuf_fmt(p->out, tr("  基准文件 %s 原样\n", "  the base document %s as it stands\n"),
                   json_string_if(example, "base") ? json_string_if(example, "base") : "");
    add_values(p, example);
    strbuf_free(&text);
}

static void add_figures(const struct page *p, const cJSON *rule)
{
    const cJSON *f = json_member(rule, "figures");
    const char *label = tr("实测", "Measured");
    if (!cJSON_IsObject(f)) {
        field(p, label, tr("没有实测数据", "not measured"));
        return;
    }
    fieldf(p, label,
           tr("应发现的单处错误 %g 处，发现 %g 处；%g 份无错报告上误报 %g 次%s",
              "single defects that it must see: %g, seen: %g; on %g clean reports false alarms: "
              "%g%s"),
           json_number(f, "expected"), json_number(f, "found"), json_number(f, "originals"),
           json_number(f, "alarms"),
           cJSON_IsTrue(json_member(f, "stale"))
               ? tr("；规则此后有改动", "; the rule has changed since")
               : "");
}

static void add_history(const struct page *p, const cJSON *rule)
{
    const char *label = tr("沿革", "History");
    const cJSON *item;
    cJSON_ArrayForEach(item, json_member(rule, "history")) {
        fieldf(p, label, "%s  %s", json_string_if(item, "date"), json_string_if(item, "text"));
        label = "";
    }
}

static void add_facts(const struct page *p, const cJSON *rule)
{
    const char *scope = json_string_if(rule, "scope");
    field(p, tr("为何检查", "Why"), json_string_if(rule, "why"));
    field(p, tr("如何改正", "Remedy"), json_string_if(rule, "remedy"));
    add_basis(p, rule);
    fieldf(p, tr("程度", "Severity"), "%s%s%s", json_string_if(rule, "severity_label"),
           json_string_if(rule, "relevelled") ? tr("，规则包改为 ", ", a pack makes it ") : "",
           json_string_if(rule, "relevelled") ? json_string_if(rule, "relevelled") : "");
    field(p, tr("停用", "Deselected"), json_string_if(rule, "deselected"));
    add_points(p, rule);
    add_list(p, tr("适用格式", "Forms"), json_member(rule, "forms"), NULL);
    if (scope && *scope != 'd')
        field(p, tr("范围", "Scope"), scope);
    if (json_string_if(rule, "documents")[0] == 'a' &&
        json_string_if(rule, "documents")[1] == 'n' && json_string_if(rule, "documents")[2] == 'y')
        field(p, tr("文件", "Documents"),
              tr("也检查不是年度报告的文件", "also checks what is no annual report"));
    add_list(p, tr("需要的表", "Needs"), json_member(rule, "needs"), "name");
    add_parameters(p, rule);
    add_patterns(p, rule);
}

void pages_text(struct strbuf *out, const cJSON *rule, unsigned width)
{
    const struct page p = { out, width };
    const struct wrap wrap = { 0, 2, width };
    const char *broken = json_string_if(rule, "load_error");
    wrap_text(out, str_of(json_string_if(rule, "id")), &wrap);
    if (!broken)
        wrap_text(out, str_of(json_string_if(rule, "title")), &wrap);
    strbuf_char(out, '\n');
    if (broken) {
        field(&p, tr("载入失败", "Broken"), broken);
    } else {
        add_facts(&p, rule);
        add_example(&p, tr("错的例子", "Wrong"),
                    json_member(json_member(rule, "examples"), "wrong"), true);
        add_example(&p, tr("对的例子", "Right"),
                    json_member(json_member(rule, "examples"), "right"), false);
        strbuf_char(out, '\n');
        add_figures(&p, rule);
        add_history(&p, rule);
    }
    fieldf(&p, tr("规则包", "Pack"), "%s  %s", json_string_if(rule, "pack"),
           json_string_if(rule, "file"));
    strbuf_fmt(out, "%s%s\n", tr("摘要        ", "Digest      "), json_string_if(rule, "digest"));
}
