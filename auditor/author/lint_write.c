/* lint_write.c - complaints for people and for machines; see lint.h. */
#include "author/lint.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "report/wrap.h"
#include "base/version.h"

static const char *paint(enum lint_level level)
{
    static const char *const colors[] = { "\033[31m", "\033[33m", "\033[36m" };
    return colors[level];
}

/* The file as a compiler names it, so that editors find it; what is wrong beside it, or below where the line would be
 * too long. A path stays whole. */
static void write_item(struct strbuf *out, const struct lint_item *item, bool color, unsigned width)
{
    size_t from = out->n;
    const char *label = lint_level_label(item->level);
    strbuf_fmt(out, "%.*s:%u:", STR_ARG(item->file), item->line);
    size_t words = strlen(label) + strlen(item->code) + item->rule.n + 3;
    strbuf_c(out, out->n - from + words > width ? "\n    " : " ");
    strbuf_fmt(out, "%s%s%s %s%s%.*s\n    ", color ? paint(item->level) : "", label,
               color ? "\033[0m" : "", item->code, item->rule.n ? " " : "", STR_ARG(item->rule));
    wrap_text(out, item->text, &(struct wrap){ .column = 4, .hang = 4, .width = width });
}

void lint_write_text(struct strbuf *out, const struct lint_report *r, bool color, unsigned width)
{
    for (size_t i = 0; i < r->n; i++)
        write_item(out, &r->items[i], color, width);
    if (r->n)
        strbuf_char(out, '\n');
    strbuf_fmt(out,
               tr("规则 %zu 条：错误 %zu，警告 %zu，建议 %zu\n",
                  "rules %zu: errors %zu, warnings %zu, advice %zu\n"),
               r->rules, r->count[LINT_ERROR], r->count[LINT_WARNING], r->count[LINT_ADVICE]);
}

static void count(struct json *j, const struct lint_report *r, const char *key,
                  enum lint_level level)
{
    json_key(j, key);
    json_int(j, (int64_t)r->count[level]);
}

static void one(struct json *j, const struct lint_item *item)
{
    json_object(j);
    json_key(j, "code");
    json_c(j, item->code);
    json_key(j, "file");
    json_str(j, item->file);
    json_key(j, "level");
    json_c(j, lint_level_name(item->level));
    json_key(j, "line");
    json_int(j, item->line);
    json_key(j, "message");
    json_str(j, item->text);
    json_key(j, "rule");
    if (item->rule.n)
        json_str(j, item->rule);
    else
        json_null(j);
    json_end_object(j);
}

void lint_write_json(struct strbuf *out, const struct lint_report *r)
{
    struct json j;
    json_start(&j, out);
    json_object(&j);
    count(&j, r, "advice", LINT_ADVICE);
    json_key(&j, "complaints");
    json_array(&j);
    for (size_t i = 0; i < r->n; i++)
        one(&j, &r->items[i]);
    json_end_array(&j);
    count(&j, r, "errors", LINT_ERROR);
    json_key(&j, "rules");
    json_int(&j, (int64_t)r->rules);
    json_key(&j, "schema");
    json_c(&j, "auditor/rules-lint/1");
    json_key(&j, "tool");
    json_object(&j);
    json_key(&j, "version");
    json_c(&j, AUDITOR_VERSION);
    json_end_object(&j);
    count(&j, r, "warnings", LINT_WARNING);
    json_end_object(&j);
    strbuf_char(out, '\n');
}
