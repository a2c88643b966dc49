/* rehearse_text.c - a rehearsal for a terminal; see rehearse.h. */
#include <string.h>

#include "author/rehearse.h"
#include "author/rehearse_lines.h"
#include "author/rehearse_verdict.h"
#include "base/json_read.h"
#include "base/lang.h"

enum { STATES = STATE_FIXED + 2 };

static void judge_line(struct lines *p, const char *label, const cJSON *judge, const char *what,
                       const char *note)
{
    strbuf_fmt(&p->line, "%s%s%s%s%s %s%s%s%.15s", label, tr("：", ": "), what, tr("；", "; "),
               tr("评分细则", "profile"), json_string(judge, "profile"), note,
               tr("，规则 ", ", rules "), json_string(judge, "rules_digest"));
    lines_end(p, 2);
}

/* Two profiles may bear one name. */
static bool same_name_only(const cJSON *before, const cJSON *after)
{
    return strcmp(json_string(before, "profile"), json_string(after, "profile")) == 0 &&
           strcmp(json_string(before, "profile_digest"), json_string(after, "profile_digest")) != 0;
}

static void head(struct lines *p, const cJSON *model)
{
    const cJSON *summary = json_member(model, "summary");
    const cJSON *before = json_member(model, "before");
    const char *rules = json_string(model, "overlay");
    bool stored = lines_true(before, "stored");
    strbuf_fmt(&p->line,
               tr("预演 %d 年度：重判已存文件 %d 份，什么都没有改写",
                  "Rehearsal of %d: %d stored documents judged again, nothing written"),
               json_int_at(model, "year"), json_int_at(summary, "judged"));
    lines_end(p, 0);
    judge_line(p, tr("之前", "before"), before,
               stored
                   ? tr("已存的审核结果", "what is stored")
                   : tr("按现状重判（已存结果与现在 assess 会给出的不同）",
                        "judged again by what is in use (what is stored is not what assess would "
                        "give now)"),
               "");
    struct strbuf what = { 0 };
    strbuf_fmt(&what, "%s%s",
               *rules ? tr("现用规则之上加 ", "rules in use, overlaid by ")
                      : tr("现用规则", "rules in use"),
               rules);
    const cJSON *after = json_member(model, "after");
    judge_line(p, tr("之后", "after"), after, what.p,
               same_name_only(before, after) ? tr("（内容有改动）", " (edited)") : "");
    strbuf_free(&what);
    if (!lines_true(summary, "changed")) {
        strbuf_c(&p->line, tr("没有任何变化。", "Nothing changes."));
        lines_end(p, 0);
    }
}

static void lost(struct lines *p, const cJSON *model)
{
    const cJSON *d;
    const cJSON *summary = json_member(model, "summary");
    int total = json_int_at(summary, "lost") + json_int_at(summary, "unreadable");
    int shown = 0;
    if (total == 0)
        return;
    lines_head(p, tr("没有重判、按原样计的文件", "Not judged again, taken as they were"), total);
    cJSON_ArrayForEach(d, json_member(model, "documents")) {
        if (!*json_string(d, "lost") || ++shown > LINES_SHOWN)
            continue;
        strbuf_fmt(&p->line, "%s%s%s", json_string(d, "path"), tr("：", ": "),
                   json_string(d, "lost"));
        lines_end(p, 2);
    }
    lines_more(p, total, LINES_SHOWN, 2);
}

static const char *fate_word(const char *fate)
{
    return strcmp(fate, "added") == 0     ? tr("新增", "added")
           : strcmp(fate, "removed") == 0 ? tr("移除", "removed")
                                          : tr("改动", "edited");
}

/* "触发 3/15": on 3 of the 15 documents to which the rule applies. */
static void add_fires(struct strbuf *out, const cJSON *tally)
{
    strbuf_fmt(out, tr("触发 %d/%d", "fires on %d of %d"), json_int_at(tally, "fires"),
               json_int_at(tally, "applies"));
}

static void add_errors(struct strbuf *out, const cJSON *tally)
{
    strbuf_fmt(out, tr("出错 %d/%d", "breaks on %d of %d"),
               json_int_at(json_member(tally, "states"), "error"), json_int_at(tally, "documents"));
}

static void fates(struct lines *p, const cJSON *rules)
{
    const cJSON *r;
    int total = 0;
    cJSON_ArrayForEach(r, rules)
        total += strcmp(json_string(r, "fate"), "kept") != 0;
    if (total == 0)
        return;
    lines_head(p, tr("规则本身的变动", "Rules added, edited, removed"), total);
    int shown = 0;
    cJSON_ArrayForEach(r, rules) {
        const char *fate = json_string(r, "fate");
        if (strcmp(fate, "kept") == 0 || ++shown > LINES_SHOWN)
            continue;
        strbuf_fmt(&p->line, "%s %s  %s", fate_word(fate), json_string(r, "id"),
                   json_string(r, "title"));
        if (strcmp(fate, "removed") != 0) {
            strbuf_c(&p->line, tr("：", ": "));
            add_fires(&p->line, json_member(r, "after"));
        }
        lines_end(p, 2);
    }
    lines_more(p, total, LINES_SHOWN, 2);
}

/* "[严重]", or "[严重→一般]" when it bears another one now. */
static void add_severity(struct strbuf *out, const cJSON *f)
{
    const char *sides[] = { json_string(f, "before"), json_string(f, "after") };
    const char *labels[2] = { "", "" };
    for (size_t i = 0; i < 2; i++) {
        enum audit_severity s = SEVERITY_NONE;
        if (audit_severity_parse(&s, str_of(sides[i])))
            labels[i] = audit_severity_label(s);
    }
    bool two = *labels[0] && *labels[1] && strcmp(labels[0], labels[1]) != 0;
    const char *one = *labels[1] ? labels[1] : labels[0];
    if (two)
        strbuf_fmt(out, "[%s→%s] ", labels[0], labels[1]);
    else
        strbuf_fmt(out, "[%s] ", *one ? one : tr("提示", "informational"));
}

static void finding(struct lines *p, const cJSON *f)
{
    const char *agency = json_string(f, "agency");
    add_severity(&p->line, f);
    strbuf_fmt(&p->line, "%s  %s  %s", json_string(f, "rule"),
               *agency ? agency : json_string(f, "path"), json_string(f, "where"));
    lines_end(p, 2);
    strbuf_c(&p->line, json_string(f, "message"));
    lines_end(p, 6);
    const cJSON *was = json_member(f, "was");
    if (!cJSON_IsObject(was))
        return;
    if (strcmp(json_string(was, "message"), json_string(f, "message")) != 0) {
        strbuf_fmt(&p->line, "%s%s", tr("之前：", "before: "), json_string(was, "message"));
        lines_end(p, 6);
    }
    bool caused = lines_true(f, "caused");
    if (lines_true(was, "caused") == caused)
        return;
    strbuf_c(&p->line, caused ? tr("现在由另一处问题引起，不另扣分",
                                   "follows from another finding now, costs nothing")
                              : tr("原由另一处问题引起，现在单独计",
                                   "followed from another finding, counts by itself now"));
    lines_end(p, 6);
}

/* How many of each rule: one rule that finds much must not hide the others. */
static int share_of(const cJSON *list)
{
    const cJSON *f;
    const char *rule = "";
    int rules = 0;
    cJSON_ArrayForEach(f, list) {
        rules += strcmp(rule, json_string(f, "rule")) != 0;
        rule = json_string(f, "rule");
    }
    return rules == 0 || rules > LINES_SHOWN ? 1 : LINES_SHOWN / rules;
}

static void finding_list(struct lines *p, const cJSON *list, const char *title)
{
    const cJSON *f;
    const char *rule = "";
    int total = cJSON_GetArraySize(list);
    int share = share_of(list);
    int of_rule = 0;
    int shown = 0;
    if (total == 0)
        return;
    lines_head(p, title, total);
    cJSON_ArrayForEach(f, list) {
        of_rule = strcmp(rule, json_string(f, "rule")) == 0 ? of_rule + 1 : 1;
        rule = json_string(f, "rule");
        if (of_rule > share || shown == LINES_SHOWN)
            continue;
        finding(p, f);
        shown++;
    }
    lines_more(p, total, shown, 2);
}

static void findings(struct lines *p, const cJSON *model)
{
    const cJSON *r;
    const cJSON *lists = json_member(model, "findings");
    int total = 0;
    int shown = 0;
    cJSON_ArrayForEach(r, json_member(model, "rules"))
        total += json_int_at(r, "appear") + json_int_at(r, "vanish") + json_int_at(r, "change") > 0;
    if (total)
        lines_head(p, tr("问题有变化的规则", "Rules whose findings change"), total);
    cJSON_ArrayForEach(r, json_member(model, "rules")) {
        int appear = json_int_at(r, "appear");
        int vanish = json_int_at(r, "vanish");
        int change = json_int_at(r, "change");
        if (appear + vanish + change == 0 || ++shown > LINES_SHOWN)
            continue;
        strbuf_fmt(&p->line,
                   tr("%s  新出现 %d，消失 %d，改变 %d", "%s  %d new, %d gone, %d changed"),
                   json_string(r, "id"), appear, vanish, change);
        lines_end(p, 2);
    }
    lines_more(p, total, LINES_SHOWN, 2);
    finding_list(p, json_member(lists, "appear"), tr("新出现的问题", "Findings that appear"));
    finding_list(p, json_member(lists, "vanish"), tr("消失的问题", "Findings that vanish"));
    finding_list(p, json_member(lists, "change"),
                 tr("说法或程度改变的问题", "Findings that read otherwise"));
}

static size_t state_index(const char *name)
{
    enum audit_state state;
    return rehearse_state_parse(&state, name) ? (size_t)state : STATES - 1;
}

static const char *state_word(size_t state)
{
    return state == STATES - 1 ? tr("无此规则", "no such rule")
                               : audit_state_label((enum audit_state)state);
}

/* The transitions of one rule on one line, and what broke where it broke. The list is in the order of
 * rules; gives the next rule's. */
static const cJSON *transitions(struct lines *p, const cJSON *from, bool show)
{
    int counts[STATES][STATES] = { 0 };
    const cJSON *s = from;
    const char *fault = "";
    const char *rule = json_string(from, "rule");
    for (; s && strcmp(json_string(s, "rule"), rule) == 0; s = s->next) {
        size_t after = state_index(json_string(s, "after"));
        counts[state_index(json_string(s, "before"))][after]++;
        if (after == STATE_ERROR && !*fault)
            fault = json_string(s, "reason");
    }
    if (!show)
        return s;
    strbuf_fmt(&p->line, "%s  ", rule);
    const char *comma = "";
    for (size_t i = 0; i < STATES; i++)
        for (size_t k = 0; k < STATES; k++)
            if (counts[i][k]) {
                strbuf_fmt(&p->line, "%s%s→%s %d", comma, state_word(i), state_word(k),
                           counts[i][k]);
                comma = tr("，", ", ");
            }
    lines_end(p, 2);
    strbuf_str(&p->line,
               str_sub(str_of(fault), 0, strcspn(fault, "\n"))); /* how it got there follows */
    if (*fault)
        lines_end(p, 6);
    return s;
}

static void states(struct lines *p, const cJSON *list)
{
    int shown = 0;
    if (cJSON_GetArraySize(list) == 0)
        return;
    lines_head(p, tr("判定改变", "States that change"), cJSON_GetArraySize(list));
    for (const cJSON *s = list->child; s; shown++)
        s = transitions(p, s, shown < LINES_SHOWN);
    lines_more(p, shown, LINES_SHOWN, 2);
}

static void rule_list(struct lines *p, const cJSON *model, const char *key, const char *title,
                      void (*add)(struct strbuf *out, const cJSON *tally))
{
    const cJSON *r;
    int total = json_int_at(json_member(model, "summary"), key);
    int shown = 0;
    if (total == 0)
        return;
    lines_head(p, title, total);
    cJSON_ArrayForEach(r, json_member(model, "rules")) {
        if (!lines_true(r, key) || ++shown > LINES_SHOWN)
            continue;
        strbuf_fmt(&p->line, "%s  ", json_string(r, "id"));
        add(&p->line, json_member(r, "after"));
        lines_end(p, 2);
    }
    lines_more(p, total, LINES_SHOWN, 2);
}

void rehearse_text(struct strbuf *out, const cJSON *model, unsigned width)
{
    struct lines p = { .out = out, .width = width };
    head(&p, model);
    fates(&p, json_member(model, "rules"));
    findings(&p, model);
    states(&p, json_member(model, "states"));
    lines_agencies(&p, json_member(model, "agencies"));
    rule_list(&p, model, "broken", tr("执行出错的规则", "Rules that break"), add_errors);
    rule_list(&p, model, "nearly",
              tr("几乎处处触发的规则（适用文件的九成以上）",
                 "Rules that fire nearly always (on 90 % or more of what they apply to)"),
              add_fires);
    rule_list(&p, model, "never", tr("从不触发的规则", "Rules that never fire"), add_fires);
    lost(&p, model);
    strbuf_free(&p.line);
}
