/* cases_json.c - a run of cases as JSON; see cases_write.h. */
#include "author/cases_write.h"

#include "base/json.h"

static void text_or_null(struct json *j, const char *key, bool has, struct str text)
{
    json_key(j, key);
    if (has)
        json_str(j, text);
    else
        json_null(j);
}

static void number(struct json *j, const char *key, uint64_t value)
{
    json_key(j, key);
    json_int(j, (int64_t)value);
}

static void lines(struct json *j, const struct cases_case *c)
{
    json_array(j);
    for (size_t i = 0; i < c->line_count; i++) {
        const struct cases_line *l = &c->lines[i];
        json_object(j);
        text_or_null(j, "expected", l->has_expected, l->expected);
        text_or_null(j, "found", l->has_found, l->found);
        json_key(j, "key");
        json_c(j, l->key);
        json_key(j, "same");
        json_bool(j, l->same);
        json_end_object(j);
    }
    json_end_array(j);
}

static void one_case(struct json *j, const struct cases_case *c)
{
    json_object(j);
    json_key(j, "compared");
    lines(j, c);
    number(j, "instructions", c->instructions);
    json_key(j, "kind");
    json_c(j, cases_kind_name(c->kind));
    json_key(j, "line");
    if (c->line)
        json_int(j, c->line);
    else
        json_null(j);
    number(j, "microseconds", c->time);
    json_key(j, "name");
    json_str(j, c->name);
    json_key(j, "outcome");
    json_c(j, cases_outcome_name(c->outcome));
    text_or_null(j, "problem", c->problem.n > 0, c->problem);
    json_end_object(j);
}

static void lacking(struct json *j, const struct cases_rule *r)
{
    json_key(j, "lacking");
    json_array(j);
    for (int kind = 0; kind < CASES_KINDS; kind++)
        if (cases_lacks(r, (enum cases_kind)kind))
            json_c(j, cases_kind_name((enum cases_kind)kind));
    json_end_array(j);
}

static void one_rule(struct json *j, const struct cases_rule *r)
{
    json_object(j);
    json_key(j, "cases");
    json_array(j);
    for (size_t i = 0; i < r->n; i++)
        one_case(j, &r->list[i]);
    json_end_array(j);
    text_or_null(j, "file", r->file.n > 0, r->file);
    number(j, "instructions", r->instructions);
    number(j, "instructions_most", r->most);
    lacking(j, r);
    number(j, "microseconds", r->time);
    json_key(j, "pack");
    json_str(j, r->pack);
    text_or_null(j, "problem", r->problem.n > 0, r->problem);
    json_key(j, "rule");
    json_str(j, r->id);
    json_key(j, "title");
    json_str(j, r->title);
    json_end_object(j);
}

void cases_write_json(struct strbuf *out, const struct cases_run *run)
{
    struct json j;
    struct strbuf digest = { 0 };
    strbuf_fmt(&digest, "sha256:%.*s", STR_ARG(run->digest));
    json_start(&j, out);
    json_object(&j);
    number(&j, "failed", run->failed);
    number(&j, "passed", run->passed);
    json_key(&j, "rules");
    json_array(&j);
    for (size_t i = 0; i < run->n; i++)
        one_rule(&j, &run->rules[i]);
    json_end_array(&j);
    json_key(&j, "schema");
    json_c(&j, "auditor/rules-test/1");
    json_key(&j, "tool");
    json_object(&j);
    json_key(&j, "rules_digest");
    json_str(&j, strbuf_view(&digest));
    json_key(&j, "version");
    json_c(&j, AUDITOR_VERSION);
    json_end_object(&j);
    json_end_object(&j);
    strbuf_char(out, '\n');
    strbuf_free(&digest);
}
