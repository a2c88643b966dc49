/* text.c - see text.h. */
#include "report/text.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "base/json_read.h"
#include "report/check_decision.h"
#include "report/ledger_text.h"
#include "report/undecided.h"
#include "report/wrap.h"

struct page {
    struct strbuf *out;
    const struct text_style *style;
    const struct form *form;
};

static void paint(struct page *p, const char *code)
{
    if (p->style->color)
        strbuf_fmt(p->out, "\x1B[%sm", code);
}

static void indent(struct page *p, unsigned columns)
{
    for (unsigned i = 0; i < columns; i++)
        strbuf_char(p->out, ' ');
}

static void wrapped(struct page *p, struct str text, unsigned column, unsigned hang)
{
    wrap_text(p->out, text, &(struct wrap){ column, hang, p->style->width });
}

static unsigned columns_of(struct str s)
{
    unsigned width = 0;
    for (size_t i = 0; i < s.n;) {
        int w = utf8proc_charwidth((utf8proc_int32_t)str_next(s, &i));
        width += w > 0 ? (unsigned)w : 0;
    }
    return width;
}

static void labelled(struct page *p, const char *label, const char *text)
{
    if (!text)
        return;
    indent(p, 6);
    strbuf_c(p->out, label);
    strbuf_c(p->out, lang_get() == LANG_EN ? ": " : "：");
    wrapped(p, str_of(text), 6 + columns_of(str_of(label)) + 2, 8);
}

static const char *severity_paint(const char *severity)
{
    if (severity && (strcmp(severity, "veto") == 0 || strcmp(severity, "major") == 0))
        return "31";
    return severity && strcmp(severity, "minor") == 0 ? "33" : "36";
}

/* The Chinese or English word of a severity name. */
static const char *severity_word(const char *severity)
{
    static const char *const words[][3] = {
        { "veto", "否决", "veto" },
        { "major", "严重", "major" },
        { "minor", "一般", "minor" },
        { "advice", "建议", "advice" },
    };
    for (size_t i = 0; severity && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], severity) == 0)
            return tr(words[i][1], words[i][2]);
    return tr("提示", "note");
}

static void expected_found(struct page *p, const cJSON *f)
{
    const char *expected = json_string_if(f, "expected");
    const char *found = json_string_if(f, "found");
    struct strbuf text = { 0 };
    if (expected && found)
        strbuf_fmt(&text, tr("应为 %s，写的是 %s", "expected %s, found %s"), expected, found);
    else if (expected)
        strbuf_fmt(&text, tr("应为 %s", "expected %s"), expected);
    else if (found)
        strbuf_fmt(&text, tr("写的是 %s", "found %s"), found);
    const char *formula = json_string_if(f, "formula");
    if (formula)
        strbuf_fmt(&text, tr("%s算式 %s", "%sformula %s"), text.n ? tr("；", "; ") : "", formula);
    if (text.n)
        labelled(p, tr("核对", "Check"), text.p);
    strbuf_free(&text);
}

/* Evidence in other reports. */
static void elsewhere(struct page *p, const cJSON *evidence)
{
    const cJSON *place;
    struct strbuf text = { 0 };
    cJSON_ArrayForEach(place, evidence) {
        if (!json_string_if(place, "document"))
            continue;
        strbuf_clear(&text);
        text_report_place(&text, place, p->form);
        if (json_string_if(place, "quote"))
            strbuf_fmt(&text, "%s%s", tr("：", ": "), json_string_if(place, "quote"));
        labelled(p, tr("另见", "See also"), text.p);
    }
    strbuf_free(&text);
}

static void finding(struct page *p, const cJSON *result, const cJSON *f)
{
    const char *severity = json_string_if(f, "severity");
    struct strbuf head = { 0 };
    const cJSON *place = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(f, "evidence"), 0);
    const char *rule = json_string_if(result, "rule");
    strbuf_fmt(&head, "%s  ", rule ? rule : "");
    text_report_place(&head, place, p->form);
    if (json_string_if(f, "review") && strcmp(json_string_if(f, "review"), "open") != 0)
        strbuf_fmt(&head, tr("（%s）", " (%s)"), check_review_label(json_string_if(f, "review")));
    indent(p, 2);
    paint(p, severity_paint(severity));
    strbuf_fmt(p->out, "[%s]", severity_word(severity));
    paint(p, "0");
    strbuf_char(p->out, ' ');
    wrapped(p, strbuf_view(&head), 5 + columns_of(str_of(severity_word(severity))), 6);
    strbuf_free(&head);
    const char *message = json_string_if(f, "message");
    if (message) {
        indent(p, 6);
        wrapped(p, str_of(message), 6, 6);
    }
    labelled(p, tr("原文", "Text"), json_string_if(place, "quote"));
    elsewhere(p, cJSON_GetObjectItemCaseSensitive(f, "evidence"));
    expected_found(p, f);
    if (json_string_if(f, "cause"))
        labelled(p, tr("缘由", "Cause"),
                 tr("由另一处问题引起，不另扣分", "follows from another finding, costs nothing"));
    else
        labelled(p, tr("改正", "Remedy"), json_string_if(f, "remedy"));
}

static void verdict(struct page *p, const cJSON *d)
{
    const char *grade = json_string_if(d, "grade");
    const cJSON *interval = cJSON_GetObjectItemCaseSensitive(d, "interval");
    indent(p, 2);
    if (!cJSON_IsObject(interval)) {
        strbuf_c(p->out, tr("不评分", "not scored"));
    } else if (!cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(d, "complete"))) {
        paint(p, "33");
        strbuf_fmt(
            p->out,
            tr("未完成：得分在 %g 至 %g 之间", "incomplete: the score lies between %g and %g"),
            json_number(interval, "low"), json_number(interval, "high"));
        paint(p, "0");
    } else {
        paint(p, "1");
        strbuf_fmt(p->out, tr("得分 %g / %g", "score %g / %g"), json_number(d, "score"),
                   json_number(d, "max"));
        if (grade)
            strbuf_fmt(p->out, "  %s", grade);
        paint(p, "0");
        if (cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(d, "vetoed")))
            strbuf_c(p->out, tr("  （一票否决）", "  (vetoed)"));
    }
    strbuf_char(p->out, '\n');
}

static void identity(struct page *p, const cJSON *d)
{
    struct strbuf text = { 0 };
    const char *kind = json_string_if(d, "kind");
    const char *agency = json_string_if(d, "agency");
    const char *level = text_report_level(json_string_if(d, "level"));
    const cJSON *year = cJSON_GetObjectItemCaseSensitive(d, "year");
    if (agency)
        text_report_part(&text, agency, strlen(agency));
    if (level)
        text_report_part(&text, level, strlen(level));
    if (cJSON_IsNumber(year)) {
        char number[32];
        snprintf(number, sizeof number, tr("%d 年度", "year %d"), year->valueint);
        text_report_part(&text, number, strlen(number));
    }
    const char *word = text_report_kind(kind ? kind : "other");
    text_report_part(&text, word, strlen(word));
    const char *published = json_string_if(d, "published");
    if (published) {
        struct strbuf date = { 0 };
        strbuf_fmt(&date, tr("%s 发布", "published %s"), published);
        text_report_part(&text, date.p, date.n);
        strbuf_free(&date);
    }
    indent(p, 2);
    wrapped(p, strbuf_view(&text), 2, 4);
    strbuf_free(&text);
}

static void add_rules(struct strbuf *out, const cJSON *rules)
{
    const cJSON *rule;
    cJSON_ArrayForEach(rule, rules)
        strbuf_fmt(out, "%s%s", rule != rules->child ? ", " : "", rule->valuestring);
}

/* A duty by its id; of several the reason they share, and then which they are. */
static void undecided(struct page *p, const cJSON *group)
{
    const cJSON *rules = cJSON_GetObjectItemCaseSensitive(group, "rules");
    const cJSON *reason = cJSON_GetObjectItemCaseSensitive(group, "reason");
    const cJSON *place = cJSON_GetObjectItemCaseSensitive(reason, "place");
    bool error = strcmp(json_string_if(group, "state"), "error") == 0;
    int count = cJSON_GetArraySize(rules);
    struct strbuf text = { 0 };
    if (count == 1) {
        add_rules(&text, rules);
        strbuf_c(&text, "  ");
    }
    if (cJSON_IsObject(place)) {
        text_report_place(&text, place, p->form);
        strbuf_c(&text, tr("：", ": "));
    }
    const char *message = json_string_if(reason, "message");
    strbuf_c(&text, message ? message : "");
    const char *word = error ? tr("执行出错", "error") : tr("无法判定", "unknown");
    indent(p, 2);
    paint(p, "35");
    strbuf_fmt(p->out, "[%s]", word);
    paint(p, "0");
    strbuf_char(p->out, ' ');
    wrapped(p, strbuf_view(&text), 5 + columns_of(str_of(word)), 6);
    if (count > 1) {
        strbuf_clear(&text);
        strbuf_fmt(&text, tr("涉及 %d 项：", "%d duties: "), count);
        add_rules(&text, rules);
        indent(p, 6);
        wrapped(p, strbuf_view(&text), 6, 8);
    }
    strbuf_free(&text);
}

void text_report_result(struct strbuf *out, const cJSON *r, const struct form *form,
                        const struct text_style *style)
{
    struct page p = { out, style, form };
    const cJSON *item;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(r, "findings"))
        finding(&p, r, item);
    cJSON *groups = undecided_of_result(r);
    cJSON_ArrayForEach(item, groups)
        undecided(&p, item);
    cJSON_Delete(groups);
}

/* What needs a person stands by its reason; what a finding above explains is named in one line. */
static void all_undecided(struct page *p, const cJSON *results)
{
    struct strbuf explained = { 0 };
    cJSON *groups = undecided_groups(results, false);
    const cJSON *group;
    cJSON_ArrayForEach(group, groups) {
        if (!json_string_if(cJSON_GetObjectItemCaseSensitive(group, "reason"), "cause")) {
            undecided(p, group);
            continue;
        }
        strbuf_c(&explained, explained.n ? ", " : "");
        add_rules(&explained, cJSON_GetObjectItemCaseSensitive(group, "rules"));
    }
    if (explained.n) {
        const char *label =
            tr("因上述问题而未能判定：", "undecided because of the findings above: ");
        indent(p, 2);
        strbuf_c(p->out, label);
        wrapped(p, strbuf_view(&explained), 2 + columns_of(str_of(label)), 6);
    }
    cJSON_Delete(groups);
    strbuf_free(&explained);
}

/* Rows of the sheet that no loaded rule serves: nobody should take them for checked. */
static void unserved(struct page *p, const cJSON *results)
{
    struct strbuf rules = { 0 };
    const cJSON *r;
    cJSON_ArrayForEach(r, results) {
        const char *code = json_string_if(cJSON_GetObjectItemCaseSensitive(r, "reason"), "code");
        if (code && strcmp(code, "no-rule") == 0)
            strbuf_fmt(&rules, "%s%s", rules.n ? ", " : "", json_string_if(r, "rule"));
    }
    if (rules.n) {
        const char *label =
            tr("评分细则列出、尚无规则检查：", "in the sheet, but no rule checks it yet: ");
        indent(p, 2);
        strbuf_c(p->out, label);
        wrapped(p, strbuf_view(&rules), 2 + columns_of(str_of(label)), 6);
    }
    strbuf_free(&rules);
}

static bool is_kind(const cJSON *d, const char *kind)
{
    const char *own = json_string_if(d, "kind");
    return own && strcmp(own, kind) == 0;
}

static void totals(struct page *p, const cJSON *d)
{
    const cJSON *duties = cJSON_GetObjectItemCaseSensitive(d, "duties");
    int counts[4];
    static const char *const keys[4] = { "total", "done", "notapplicable", "open" };
    for (int i = 0; i < 4; i++) {
        const cJSON *n = cJSON_GetObjectItemCaseSensitive(duties, keys[i]);
        counts[i] = n ? n->valueint : 0;
    }
    indent(p, 2);
    strbuf_fmt(p->out,
               tr("应查 %d 项：已查 %d，不适用 %d，未判定 %d\n",
                  "%d duties: %d checked, %d not applicable, %d undecided\n"),
               counts[0], counts[1], counts[2], counts[3]);
}

void text_report_document(struct strbuf *out, const cJSON *d, const struct form_set *forms,
                          const struct text_style *style)
{
    const char *form = json_string_if(d, "form");
    struct page p = { out, style, form ? form_by_id(forms, str_of(form)) : NULL };
    if (json_string_if(d, "path")) { /* an agency without a report has no file */
        paint(&p, "1");
        wrapped(&p, str_of(json_string_if(d, "path")), 0, 2);
        paint(&p, "0");
    }
    identity(&p, d);
    const cJSON *problem = cJSON_GetObjectItemCaseSensitive(d, "problem");
    if (cJSON_IsObject(problem))
        labelled(&p, tr("原因", "Reason"), json_string_if(problem, "message"));
    if (is_kind(d, "unreadable")) { /* its duties are all undecided, for this one reason */
        totals(&p, d);
        strbuf_char(out, '\n');
        return;
    }
    verdict(&p, d);
    totals(&p, d);
    ledger_text_missing(out, cJSON_GetObjectItemCaseSensitive(d, "ledger"));
    const cJSON *results = cJSON_GetObjectItemCaseSensitive(d, "results");
    const cJSON *r;
    const cJSON *f;
    cJSON_ArrayForEach(r, results)
        cJSON_ArrayForEach(f, cJSON_GetObjectItemCaseSensitive(r, "findings"))
            finding(&p, r, f);
    all_undecided(&p, results);
    unserved(&p, results);
    strbuf_char(out, '\n');
}
