/* case_match.c - see case_match.h. */
#include "author/case_match.h"

#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "engine/api.h"

enum { ALSO = 5 }; /* further findings that are told */

/* What can be asked of a finding, or of the place of an undecided duty. */
static const char *const asked_keys[] = { "severity",  "at.section", "at.table", "at.row",
                                          "at.column", "at.line",    "at.quote", "expected",
                                          "found",     "message" };
enum { ASKED = sizeof asked_keys / sizeof *asked_keys };

struct said { /* one finding as texts, by the keys above; p NULL: it has none */
    struct str text[ASKED];
    bool holds[ASKED]; /* of a quote or a message only a part is asked */
};

static const char *text_at(const cJSON *object, const char *key)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

static int unknown_field(const struct shape *shape, const char *what, const char *name,
                         struct error *err)
{
    struct strbuf known = { 0 };
    for (const struct shape_field *f = shape->fields; f->name; f++)
        strbuf_fmt(&known, " %s", f->name);
    int rc = error_set(err, ERR_CONFIG,
                       tr("%s：不认识字段 %s；可用的有%s", "%s: unknown field '%s'; there are%s"),
                       what, name, known.p);
    strbuf_free(&known);
    return rc;
}

/* As far as the first word of a type says it: what is in lists and tables is looked at by itself. */
static bool is_of_type(const cJSON *item, const char *type)
{
    if (strstr(type, "[]"))
        return cJSON_IsArray(item) || (cJSON_IsObject(item) && !item->child); /* {} is either */
    if (strncmp(type, "string", 6) == 0)
        return cJSON_IsString(item);
    if (strncmp(type, "boolean", 7) == 0)
        return cJSON_IsBool(item);
    if (strncmp(type, "integer", 7) == 0)
        return cJSON_IsNumber(item);
    bool table = strncmp(type, "Expected", 8) == 0 || strncmp(type, "CaseReport", 10) == 0;
    return !table || cJSON_IsObject(item) || (cJSON_IsArray(item) && !item->child);
}

/* Only fields that the type of the interface has. */
static int check_fields(const cJSON *object, const char *what, const char *type, struct error *err)
{
    const struct shape *shape = api_shape(type);
    for (const cJSON *item = object ? object->child : NULL; item; item = item->next) {
        const struct shape_field *field = item->string ? shape_field(shape, item->string) : NULL;
        if (!field)
            return unknown_field(shape, what, item->string ? item->string : "[1]", err);
        if (!is_of_type(item, field->type))
            return error_set(err, ERR_CONFIG,
                             tr("%s：字段 %s 的类型应为 %s", "%s: field '%s' must be of type %s"),
                             what, item->string, field->type);
    }
    return 0;
}

/* Members of a list, each with a report of its own. */
static int check_list(const cJSON *c, const char *key, const char *type, struct error *err)
{
    const cJSON *item;
    int rc = 0;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(c, key)) {
        if (rc == 0)
            rc = check_fields(item, key, type, err);
        if (rc == 0)
            rc = check_fields(cJSON_GetObjectItemCaseSensitive(item, "report"), "report",
                              "CaseReport", err);
    }
    return rc;
}

static bool is_state(const char *name)
{
    for (int s = STATE_PASS; s <= STATE_FIXED; s++)
        if (strcmp(audit_state_name((enum audit_state)s), name) == 0)
            return true;
    return false;
}

int case_match_check(const cJSON *c, struct error *err)
{
    const cJSON *expect = cJSON_GetObjectItemCaseSensitive(c, "expect");
    const char *state = text_at(expect, "state");
    const char *format = text_at(c, "format");
    int rc = check_fields(c, tr("案例", "the case"), "Case", err);
    if (rc == 0)
        rc = check_fields(expect, "expect", "Expected", err);
    if (rc == 0)
        rc = check_fields(cJSON_GetObjectItemCaseSensitive(expect, "at"), "at", "ExpectedPlace",
                          err);
    if (rc == 0)
        rc = check_list(c, "earlier", "CaseYear", err);
    if (rc == 0)
        rc = check_list(c, "children", "CaseChild", err);
    if (rc == 0)
        rc = check_list(c, "others", "CaseOther", err);
    if (rc == 0)
        rc = check_list(c, "carriers", "CaseReport", err);
    if (rc)
        return rc;
    if (str_trim(str_of(text_at(c, "name"))).n == 0)
        return error_set(err, ERR_CONFIG, tr("案例没有 name", "the case has no name"));
    if (!state || !is_state(state))
        return error_set(err, ERR_CONFIG,
                         tr("expect.state 应为 pass、fail、notapplicable 等状态",
                            "expect.state is pass, fail, notapplicable or another state"));
    if (format && strcmp(format, "html") != 0 && strcmp(format, "text") != 0)
        return error_set(err, ERR_CONFIG, tr("format 应为 html 或 text", "format is html or text"));
    if (cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(c, "trap")) && strcmp(state, "fail") == 0)
        return error_set(err, ERR_CONFIG,
                         tr("陷阱看似不合格其实合格，不能期望 fail",
                            "a trap only looks like a failure: it cannot expect fail"));
    return 0;
}

/* The value asked under "row" or "at.row"; NULL when nothing is asked. */
static const cJSON *asked(const cJSON *expect, const char *key)
{
    if (strncmp(key, "at.", 3) != 0)
        return cJSON_GetObjectItemCaseSensitive(expect, key);
    return cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(expect, "at"),
                                            key + 3);
}

static struct str value_text(const cJSON *value, struct arena *arena)
{
    if (cJSON_IsString(value))
        return arena_str(arena, str_of(value->valuestring));
    if (cJSON_IsNumber(value))
        return arena_fmt(arena, "%.15g", value->valuedouble);
    return str_of("?");
}

static void say_place(struct said *s, const struct audit_place *p, struct arena *arena)
{
    const struct str texts[] = { p->section,
                                 p->table,
                                 p->row,
                                 p->column,
                                 p->line ? arena_fmt(arena, "%u", p->line) : str_of(""),
                                 p->quote };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        s->text[1 + i] = texts[i];
    s->holds[6] = true;
}

static struct said say_finding(const struct audit_finding *f, const struct audit_place *place,
                               struct arena *arena)
{
    struct said s = { .holds = { [9] = true } };
    const char *severity = audit_severity_name(f->severity);
    s.text[0] = str_of(f->informational || !severity ? "informational" : severity);
    say_place(&s, place, arena);
    s.text[7] = f->expected;
    s.text[8] = f->found;
    s.text[9] = f->message.in[lang_get()];
    return s;
}

static bool agrees(const cJSON *want, const struct said *s, size_t key, struct arena *arena)
{
    struct str text = value_text(want, arena);
    if (s->holds[key])
        return str_has(s->text[key], text.p);
    return str_eq(s->text[key], text);
}

static size_t agreeing(const cJSON *expect, const struct said *s, struct arena *arena)
{
    size_t n = 0;
    for (size_t k = 0; k < ASKED; k++) {
        const cJSON *want = asked(expect, asked_keys[k]);
        n += want && agrees(want, s, k, arena);
    }
    return n;
}

/* The finding, at the place of its evidence, or else the undecided place that fits best. */
static bool best(struct said *out, size_t *index, const cJSON *expect, const struct audit_result *r,
                 struct arena *arena)
{
    size_t most = 0;
    bool any = false;
    for (size_t i = 0; i < r->finding_count; i++) {
        const struct audit_finding *f = &r->findings[i];
        for (size_t k = 0; k < f->evidence_count; k++) {
            struct said s = say_finding(f, &f->evidence[k], arena);
            size_t n = agreeing(expect, &s, arena);
            if (any && n <= most)
                continue;
            *out = s;
            *index = i;
            most = n;
            any = true;
        }
    }
    for (size_t i = 0; r->finding_count == 0 && i < r->open_count; i++) {
        struct said s = { .text = { [9] = r->open[i].message.in[lang_get()] },
                          .holds = { [9] = true } };
        say_place(&s, &r->open[i].place, arena);
        size_t n = agreeing(expect, &s, arena);
        if (any && n <= most)
            continue;
        *out = s;
        *index = i;
        most = n;
        any = true;
    }
    return any;
}

struct writing {
    struct cases_case *out;
    struct arena *arena;
};

static struct cases_line *add(struct writing *w, const char *key)
{
    struct cases_line *line = &w->out->lines[w->out->line_count++];
    line->key = key;
    line->expected = line->found = str_of("");
    return line;
}

static void compared(struct writing *w, const char *key, const cJSON *want, struct str found,
                     bool same)
{
    struct cases_line *line = add(w, key);
    line->has_expected = true;
    line->expected = value_text(want, w->arena);
    line->has_found = found.n > 0;
    line->found = arena_str(w->arena, found);
    line->same = same;
    if (!same)
        w->out->outcome = CASES_DIFFERS;
}

static void told(struct writing *w, const char *key, struct str found)
{
    if (found.n == 0)
        return;
    struct cases_line *line = add(w, key);
    line->has_found = true;
    line->found = arena_str(w->arena, found);
    line->same = true;
}

static struct str in_one_line(const struct said *s, struct arena *arena)
{
    struct strbuf out = { 0 };
    for (size_t k = 0; k < ASKED; k++)
        if (s->text[k].n)
            strbuf_fmt(&out, "%s%s=%.*s", out.n ? " " : "", asked_keys[k], STR_ARG(s->text[k]));
    struct str text = arena_str(arena, strbuf_view(&out));
    strbuf_free(&out);
    return text;
}

/* Said below as the reason; a long error is not printed twice. */
static bool is_reason(const struct audit_result *r, struct str text)
{
    return r->reason && text.n && str_eq(text, r->reason->message.in[lang_get()]);
}

/* What the rule said beyond what was asked: the finding compared, then the others. */
static void tell_rest(struct writing *w, const cJSON *expect, const struct audit_result *r,
                      const struct said *s, size_t index)
{
    for (size_t k = 0; s && k < ASKED; k++)
        if (!asked(expect, asked_keys[k]) && !is_reason(r, s->text[k]))
            told(w, asked_keys[k], s->text[k]);
    size_t told_of = 0;
    for (size_t i = 0; i < r->finding_count && told_of < ALSO; i++) {
        if (i == index)
            continue;
        struct said other = say_finding(&r->findings[i], &r->findings[i].evidence[0], w->arena);
        told(w, "also", in_one_line(&other, w->arena));
        told_of++;
    }
    if (r->reason && !asked(expect, "reason"))
        told(w, "reason",
             arena_fmt(w->arena, "%.*s (%.*s)", STR_ARG(r->reason->code),
                       STR_ARG(r->reason->message.in[lang_get()])));
}

void case_match(struct cases_case *out, const cJSON *expect, const struct audit_result *r,
                struct arena *arena)
{
    struct writing w = { out, arena };
    struct said s;
    size_t index = SIZE_MAX;
    bool any = best(&s, &index, expect, r, arena);
    out->lines = arena_alloc(arena, (2 * ASKED + ALSO + 8) * sizeof *out->lines);
    out->outcome = CASES_AS_EXPECTED;
    const cJSON *want = asked(expect, "state");
    struct str state = str_of(audit_state_name(r->state));
    compared(&w, "state", want, state, str_eq(value_text(want, arena), state));
    if ((want = asked(expect, "reason")) != NULL) {
        struct str code = r->reason ? r->reason->code : str_of("");
        compared(&w, "reason", want, code, str_eq(value_text(want, arena), code));
    }
    if ((want = asked(expect, "findings")) != NULL) {
        struct str count = arena_fmt(arena, "%zu", r->finding_count);
        compared(&w, "findings", want, count, str_eq(value_text(want, arena), count));
    }
    for (size_t k = 0; k < ASKED; k++)
        if ((want = asked(expect, asked_keys[k])) != NULL)
            compared(&w, asked_keys[k], want, any ? s.text[k] : str_of(""),
                     any && agrees(want, &s, k, arena));
    if (out->outcome == CASES_DIFFERS)
        tell_rest(&w, expect, r, any ? &s : NULL, index);
}
