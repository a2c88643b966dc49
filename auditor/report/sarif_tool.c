/* sarif_tool.c - the tool and its rules, in the language of the program; see sarif_work.h. */
#include <string.h>

#include "base/version.h"
#include "report/sarif_work.h"

static void basis(struct json *j, const struct rule_info *rule)
{
    json_key(j, "basis");
    json_array(j);
    for (size_t i = 0; i < rule->basis_count; i++)
        json_str(j, rule->basis[i]);
    json_end_array(j);
}

/* Why there is the duty, how to meet it, where it is written down. */
static void help_text(struct strbuf *out, const struct rule_info *rule, bool markdown)
{
    const char *mark = markdown ? "**" : "";
    struct str why = rule->why.in[lang_get()];
    struct str remedy = rule->remedy.in[lang_get()];
    if (why.n)
        strbuf_fmt(out, "%.*s\n\n", STR_ARG(why));
    if (remedy.n)
        strbuf_fmt(out, tr("%s改正：%s%.*s\n\n", "%sRemedy:%s %.*s\n\n"), mark, mark,
                   STR_ARG(remedy));
    if (rule->basis_count)
        strbuf_fmt(out, tr("%s依据：%s\n", "%sBasis:%s\n"), mark, mark);
    for (size_t i = 0; i < rule->basis_count; i++)
        strbuf_fmt(out, "%s- %.*s", i ? "\n" : markdown ? "\n" : "", STR_ARG(rule->basis[i]));
    if (out->n == 0)
        strbuf_str(out, rule->title.in[lang_get()]);
}

static void help(struct json *j, const struct rule_info *rule)
{
    struct strbuf text = { 0 };
    json_key(j, "help");
    json_object(j);
    help_text(&text, rule, true);
    json_key(j, "markdown");
    json_str(j, strbuf_view(&text));
    strbuf_clear(&text);
    help_text(&text, rule, false);
    json_key(j, "text");
    json_str(j, strbuf_view(&text));
    json_end_object(j);
    strbuf_free(&text);
}

static void message(struct json *j, const char *key, struct str text)
{
    json_key(j, key);
    json_object(j);
    json_key(j, "text");
    json_str(j, text);
    json_end_object(j);
}

static void rule_properties(struct json *j, const struct rule_info *rule)
{
    json_key(j, "properties");
    json_object(j);
    basis(j, rule);
    json_key(j, "pack");
    json_str(j, rule->pack);
    const char *severity = audit_severity_name(rule->severity);
    if (severity) {
        json_key(j, "severity");
        json_c(j, severity);
    }
    struct str rest = rule->id;
    struct str group;
    json_key(j, "tags");
    json_array(j);
    if (str_split(&rest, '.', &group))
        json_str(j, group);
    json_end_array(j);
    json_end_object(j);
}

static void one_rule(struct json *j, const struct rule_info *rule)
{
    const char *severity = audit_severity_name(rule->severity);
    struct str title = rule->title.in[lang_get()];
    json_object(j);
    json_key(j, "defaultConfiguration");
    json_object(j);
    json_key(j, "level");
    json_c(j, sarif_level(severity ? severity : ""));
    json_end_object(j);
    help(j, rule);
    json_key(j, "id");
    json_str(j, rule->id);
    rule_properties(j, rule);
    message(j, "shortDescription", title.n ? title : rule->id);
    json_end_object(j);
}

static void rules(struct json *j, const struct sarif *s)
{
    json_key(j, "rules");
    json_array(j);
    for (size_t i = 0; i < engine_rule_count(s->engine); i++)
        one_rule(j, engine_rule(s->engine, i));
    for (size_t i = 0; i < s->stranger_count; i++) {
        json_object(j);
        json_key(j, "id");
        json_c(j, s->strangers[i]);
        sarif_message(j, "shortDescription",
                      tr("评分细则列出、尚无规则检查", "in the sheet, but no rule checks it yet"));
        json_end_object(j);
    }
    json_end_array(j);
}

static void notifications(struct json *j)
{
    static const char *const texts[][3] = {
        { "rule-error", "规则执行出错，该项没有结论", "a rule broke down: no verdict on its duty" },
        { "unreadable", "文件无法读取，没有审核",
          "a document could not be read: it was not audited" },
    };
    json_key(j, "notifications");
    json_array(j);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        json_object(j);
        json_key(j, "id");
        json_c(j, texts[i][0]);
        sarif_message(j, "shortDescription", tr(texts[i][1], texts[i][2]));
        json_end_object(j);
    }
    json_end_array(j);
}

void sarif_tool(struct json *j, struct sarif *s)
{
    struct strbuf digest = { 0 };
    json_object(j);
    json_key(j, "driver");
    json_object(j);
    json_key(j, "language");
    json_c(j, tr("zh-CN", "en-US"));
    json_key(j, "name");
    json_c(j, "auditor");
    notifications(j);
    json_key(j, "properties");
    json_object(j);
    json_key(j, "profile");
    json_c(j, s->profile);
    strbuf_fmt(&digest, "sha256:%s", engine_digest(s->engine));
    json_key(j, "rules_digest");
    json_str(j, strbuf_view(&digest));
    json_end_object(j);
    rules(j, s);
    json_key(j, "semanticVersion");
    json_c(j, AUDITOR_VERSION);
    json_key(j, "version");
    json_c(j, AUDITOR_VERSION);
    json_end_object(j);
    json_end_object(j);
    strbuf_free(&digest);
}
