/* notice.c - see notice.h. */
#include "report/notice.h"

#include <string.h>

#include "base/json_read.h"
#include "report/text.h"

struct maker {
    const struct engine *engine;
    const struct form *form;
    const struct notice_facts *facts;
    cJSON *items, *undecided, *again;
    int left_out;
    size_t times; /* this letter is the first, the second ... that asks for one of them */
};

static void add_copy(cJSON *out, const cJSON *from, const char *key)
{
    const cJSON *item = json_member(from, key);
    cJSON_AddItemToObject(out, key, item ? cJSON_Duplicate(item, 1) : cJSON_CreateNull());
}

static void add_buffer(cJSON *out, const char *key, struct strbuf *text)
{
    cJSON_AddStringToObject(out, key, text->n ? text->p : "");
    strbuf_free(text);
}

static void add_title(cJSON *out, const struct maker *m, const cJSON *result)
{
    const char *id = json_string(result, "rule");
    const struct rule_info *rule =
        engine_rule_in(m->engine, str_of(id), str_of(json_string(result, "pack")));
    struct strbuf title = { 0 };
    if (!rule)
        rule = engine_rule_by_id(m->engine, str_of(id));
    strbuf_str(&title,
               rule && rule->title.in[lang_get()].n ? rule->title.in[lang_get()] : str_of(id));
    add_buffer(out, "title", &title);
}

static void add_articles(cJSON *out, const cJSON *finding)
{
    struct strbuf text = { 0 };
    const cJSON *law;
    cJSON_ArrayForEach(law, json_member(finding, "basis"))
        strbuf_fmt(&text, "%s%s", text.n ? tr("；", "; ") : "", law->valuestring);
    add_buffer(out, "article", &text);
}

static void evidence_line(struct strbuf *out, const char *label, const char *text)
{
    if (text[0])
        strbuf_fmt(out, "%s%s%s%s", out->n ? "\n" : "", label, tr("：", ": "), text);
}

/* Place, quote, what stands there and what should: as one text of some lines. */
/* Places in reports of other years and agencies. */
static void evidence_elsewhere(struct strbuf *out, const struct maker *m, const cJSON *finding)
{
    const cJSON *place;
    cJSON_ArrayForEach(place, json_member(finding, "evidence")) {
        struct strbuf where = { 0 };
        if (!*json_string(place, "document"))
            continue;
        text_report_place(&where, place, m->form);
        if (*json_string(place, "quote"))
            strbuf_fmt(&where, "%s%s", tr("：", ": "), json_string(place, "quote"));
        evidence_line(out, tr("另见", "See also"), where.p);
        strbuf_free(&where);
    }
}

static void add_evidence(cJSON *out, const struct maker *m, const cJSON *finding)
{
    const cJSON *place = cJSON_GetArrayItem(json_member(finding, "evidence"), 0);
    struct strbuf where = { 0 };
    struct strbuf text = { 0 };
    text_report_place(&where, place, m->form);
    evidence_line(&text, tr("位置", "Place"), where.p);
    evidence_line(&text, tr("原文", "Text"), json_string(place, "quote"));
    evidence_elsewhere(&text, m, finding);
    if (strcmp(json_string(finding, "found"), json_string(place, "quote")) != 0)
        evidence_line(&text, tr("写的是", "Found"), json_string(finding, "found"));
    evidence_line(&text, tr("应为", "Expected"), json_string(finding, "expected"));
    evidence_line(&text, tr("算式", "Formula"), json_string(finding, "formula"));
    add_buffer(out, "evidence", &text);
    add_copy(out, finding, "expected");
    add_copy(out, finding, "fingerprint");
    add_copy(out, finding, "formula");
    add_copy(out, finding, "found");
    add_copy(out, finding, "message");
    cJSON_AddNumberToObject(out, "no", cJSON_GetArraySize(m->items) + 1);
    add_buffer(out, "place", &where);
    add_copy(out, place, "quote");
}

/* A person decided that it is none, or that it need not be corrected. */
static bool is_spared(const cJSON *finding)
{
    const char *review = json_string(finding, "review");
    return strcmp(review, "dismissed") == 0 || strcmp(review, "waived") == 0;
}

/* What was asked for before, or came back, in a line. */
static void add_again(struct maker *m, const cJSON *item)
{
    const struct notice_facts *facts = m->facts;
    struct notice_before before = { 0 };
    struct strbuf text = { 0 };
    if (facts->before)
        before =
            facts->before(facts->user, json_string(item, "rule"), json_string(item, "fingerprint"));
    if (before.asked + 1 > m->times)
        m->times = before.asked + 1;
    if (before.asked + before.returns == 0)
        return;
    int no = cJSON_GetArraySize(m->items);
    strbuf_fmt(&text, tr("第%d项（%s）", "No. %d (%s)"), no, json_string(item, "title"));
    if (before.asked)
        strbuf_fmt(
            &text,
            before.asked == 1
                ? tr("此前已通知%zu次，期限%s", ": asked for %zu time before, by %s")
                : tr("此前已通知%zu次，上次期限%s", ": asked for %zu times before, last by %s"),
            before.asked, before.deadline);
    if (before.returns)
        strbuf_fmt(&text, "%s%s", before.asked ? tr("，", ", ") : tr("", ": "),
                   tr("改正后再次出现", "came back after it had been corrected"));
    else
        strbuf_c(&text, tr("，仍未改正", ", not corrected yet"));
    cJSON *row = cJSON_CreateObject();
    cJSON_AddNumberToObject(row, "asked", (double)before.asked);
    cJSON_AddNumberToObject(row, "no", no);
    cJSON_AddNumberToObject(row, "returns", (double)before.returns);
    add_buffer(row, "text", &text);
    cJSON_AddItemToArray(m->again, row);
}

/* Behind the word for the letter: "" for the first. */
static void add_ordinal(cJSON *out, size_t times)
{
    static const char *const zh[] = { "二", "三", "四", "五", "六", "七", "八", "九", "十" };
    static const char *const en[] = { "second", "third", "fourth" };
    struct strbuf text = { 0 };
    if (lang_get() == LANG_ZH && times > 1 && times < 11)
        strbuf_fmt(&text, "（第%s次通知）", zh[times - 2]);
    else if (lang_get() == LANG_EN && times > 1 && times < 5)
        strbuf_fmt(&text, " (%s notice)", en[times - 2]);
    else if (times > 1)
        strbuf_fmt(&text, tr("（第%zu次通知）", " (notice no. %zu)"), times);
    add_buffer(out, "ordinal", &text);
}

static void add_item(struct maker *m, const cJSON *result, const cJSON *finding)
{
    enum audit_severity severity = SEVERITY_NONE;
    audit_severity_parse(&severity, str_of(json_string(finding, "severity")));
    if (severity == SEVERITY_NONE || json_string(finding, "cause")[0] || is_spared(finding))
        return;
    if (severity < m->facts->least) {
        m->left_out++;
        return;
    }
    cJSON *item = cJSON_CreateObject();
    add_articles(item, finding);
    add_evidence(item, m, finding);
    add_copy(item, finding, "remedy");
    add_copy(item, result, "rule");
    add_copy(item, finding, "severity");
    cJSON_AddStringToObject(item, "severity_label", audit_severity_label(severity));
    add_title(item, m, result);
    cJSON_AddItemToArray(m->items, item);
    add_again(m, item);
}

static void add_undecided(struct maker *m, const cJSON *result, const cJSON *reason)
{
    struct strbuf where = { 0 };
    if (!cJSON_IsObject(reason) || json_string(reason, "cause")[0])
        return;
    cJSON *item = cJSON_CreateObject();
    add_copy(item, reason, "message");
    if (cJSON_IsObject(json_member(reason, "place")))
        text_report_place(&where, json_member(reason, "place"), m->form);
    add_buffer(item, "place", &where);
    add_copy(item, result, "rule");
    add_title(item, m, result);
    cJSON_AddItemToArray(m->undecided, item);
}

static void one_result(struct maker *m, const cJSON *result)
{
    const char *state = json_string(result, "state");
    const cJSON *open = json_member(result, "open");
    const cJSON *item;
    cJSON_ArrayForEach(item, json_member(result, "findings"))
        add_item(m, result, item);
    cJSON_ArrayForEach(item, open)
        add_undecided(m, result, item);
    bool undecided = strcmp(state, "error") == 0 || strcmp(state, "unknown") == 0;
    if (undecided && cJSON_GetArraySize(open) == 0)
        add_undecided(m, result, json_member(result, "reason"));
}

/* As programs read it under key, as letters have it under text_key. */
static void add_date(cJSON *out, const char *key, const char *text_key, struct date date)
{
    char iso[DATE_LENGTH + 1] = "";
    struct strbuf text = { 0 };
    date_write(iso, date);
    cJSON_AddStringToObject(out, key, iso);
    if (lang_get() == LANG_ZH)
        strbuf_fmt(&text, "%d年%d月%d日", date.year, date.month, date.day);
    else
        strbuf_c(&text, iso);
    add_buffer(out, text_key, &text);
}

cJSON *notice_model(const cJSON *verdict, const struct engine *engine,
                    const struct notice_facts *facts)
{
    struct maker m = { .engine = engine,
                       .form =
                           form_by_id(engine_forms(engine), str_of(json_string(verdict, "form"))),
                       .facts = facts,
                       .times = 1,
                       .again = cJSON_CreateArray(),
                       .items = cJSON_CreateArray(),
                       .undecided = cJSON_CreateArray() };
    const cJSON *result;
    cJSON_ArrayForEach(result, json_member(verdict, "results"))
        one_result(&m, result);
    cJSON *out = cJSON_CreateObject();
    cJSON_AddItemToObject(out, "again", m.again);
    cJSON_AddStringToObject(out, "agency", facts->agency);
    cJSON_AddStringToObject(out, "code", facts->code);
    cJSON_AddBoolToObject(out, "complete", cJSON_IsTrue(json_member(verdict, "complete")));
    cJSON_AddNumberToObject(out, "count", cJSON_GetArraySize(m.items));
    add_date(out, "date", "date_text", facts->date);
    add_date(out, "deadline", "deadline_text", facts->deadline);
    add_copy(out, verdict, "grade");
    cJSON_AddItemToObject(out, "items", m.items);
    cJSON_AddNumberToObject(out, "left_out", m.left_out);
    add_copy(out, verdict, "max");
    cJSON_AddStringToObject(out, "number", facts->number);
    cJSON_AddStringToObject(out, "office", facts->office);
    add_ordinal(out, m.times);
    add_copy(out, verdict, "path");
    add_copy(out, verdict, "published");
    add_copy(out, verdict, "score");
    add_copy(out, verdict, "sha256");
    cJSON_AddNumberToObject(out, "times", (double)m.times);
    add_copy(out, verdict, "title");
    cJSON_AddItemToObject(out, "undecided", m.undecided);
    cJSON_AddNumberToObject(out, "year", facts->year);
    return out;
}

size_t notice_items(const cJSON *notice)
{
    return (size_t)cJSON_GetArraySize(json_member(notice, "items"));
}
