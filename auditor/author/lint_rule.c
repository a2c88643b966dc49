/* lint_rule.c - what rules declare: what a reader would miss, what can never apply; see lint_work.h. */
#include "author/lint_work.h"

#include <cjson/cJSON.h>
#include <string.h>

#include "author/case_file.h"
#include "base/lang.h"
#include "engine/declared.h"

struct look {
    struct lint *lint;
    const struct rule_info *rule;
    const struct lint_file *file; /* NULL: its source is not at hand */
    const cJSON *declared;
};

static struct lint_place at(const struct look *l, const char *field)
{
    unsigned line = l->file ? lint_field_line(l->file, field) : 1;
    struct str file = l->file ? l->file->shown : lint_shown(l->lint, l->rule->file.p);
    return (struct lint_place){ l->rule->id, file, line };
}

const struct lint_file *lint_file_of(const struct lint *lint, const struct rule_info *rule)
{
    for (size_t i = 0; i < lint->n; i++)
        if (lint->files[i].rule == rule)
            return &lint->files[i];
    return NULL;
}

static void check_text(const struct look *l, const char *field, const char *code,
                       enum lint_level level, const char *what)
{
    const cJSON *text = cJSON_GetObjectItemCaseSensitive(l->declared, field);
    if (!text)
        lint_add(l->lint, level, code, at(l, field),
                 tr("没有 %s（%s）：写上一两句话，zh 和 en 各一",
                    "there is no %s (%s): write a sentence or two, in zh and en"),
                 field, what);
}

static void check_forms(const struct look *l)
{
    const struct form_set *forms = engine_forms(l->lint->options->engine);
    for (size_t i = 0; i < l->rule->form_count; i++)
        if (!form_by_id(forms, l->rule->forms[i]))
            lint_add(
                l->lint, LINT_ERROR, "unknown-form", at(l, "forms"),
                tr("没有格式 %.*s：规则永远不会用于它；格式见 plugins/forms/ 和规则包的 forms/",
                   "there is no form %.*s, so the rule never applies to it; forms are in "
                   "plugins/forms/ and in packs' forms/"),
                STR_ARG(l->rule->forms[i]));
}

static bool applies_to(const struct rule_info *rule, const struct form *form)
{
    for (size_t i = 0; i < rule->form_count; i++)
        if (str_eq(rule->forms[i], form->id))
            return true;
    return rule->form_count == 0;
}

static void check_need(const struct look *l, struct str key)
{
    const struct form_set *forms = engine_forms(l->lint->options->engine);
    size_t with = 0;
    size_t without = 0;
    struct str lacking = { "", 0 };
    for (size_t i = 0; i < forms->n; i++) {
        if (!applies_to(l->rule, forms->forms[i]))
            continue;
        if (form_table(forms->forms[i], key)) {
            with++;
        } else {
            without++;
            lacking = forms->forms[i]->id;
        }
    }
    if (with == 0 && without > 0)
        lint_add(l->lint, LINT_ERROR, "never-applies", at(l, "needs"),
                 tr("needs：规则适用的格式都没有表 %.*s，规则永远不会运行；改正表名或 forms",
                    "needs: no form that the rule applies to has a table %.*s, so it never runs; "
                    "correct the table or forms"),
                 STR_ARG(key));
    else if (without > 0)
        lint_add(
            l->lint, LINT_WARNING, "needs-table", at(l, "needs"),
            tr("needs：格式 %.*s 没有表 %.*s，在那里规则只会是“无法判定”；把它从 forms 去掉",
               "needs: form %.*s has no table %.*s, there the rule is always unknown; leave it "
               "out of forms"),
            STR_ARG(lacking), STR_ARG(key));
}

static void check_reach(const struct look *l)
{
    const cJSON *needs = cJSON_GetObjectItemCaseSensitive(l->declared, "needs");
    const cJSON *item;
    check_forms(l);
    if (cJSON_IsString(needs))
        check_need(l, str_of(needs->valuestring));
    cJSON_ArrayForEach(item, needs) {
        if (cJSON_IsString(item))
            check_need(l, str_of(item->valuestring));
    }
}

static void add_kind(struct strbuf *out, enum cases_kind kind)
{
    strbuf_fmt(out, "%s%s", out->n ? ", " : "", cases_kind_name(kind));
}

/* A rule for all forms and any document always applies, unless it says otherwise itself. */
static bool may_not_apply(const struct look *l)
{
    return !l->rule->any_document || l->rule->form_count > 0 || !l->file ||
           lint_mentions(l->file, STR("notapplicable"), SIZE_MAX, SIZE_MAX);
}

static void check_cases(const struct look *l)
{
    struct error err = { 0 };
    struct strbuf lacking = { 0 };
    size_t of_kind[CASES_OTHER + 1] = { 0 };
    cJSON *cases = NULL;
    const cJSON *c;
    int rc = case_file_read(&cases, l->lint->options->engine, l->rule, &err);
    cJSON_ArrayForEach(c, cases) {
        of_kind[case_file_kind(c)]++;
    }
    for (int kind = 0; kind < CASES_KINDS; kind++)
        if (of_kind[kind] == 0 && (kind != CASES_NOTAPPLICABLE || may_not_apply(l)))
            add_kind(&lacking, (enum cases_kind)kind);
    if (rc == ERR_ABSENT || (rc == 0 && cJSON_GetArraySize(cases) == 0))
        lint_add(
            l->lint, LINT_WARNING, "no-cases", at(l, "id"),
            tr("没有案例：在旁边写 .cases.lua，通过、不通过、不适用、陷阱各至少一例",
               "there are no cases: write a .cases.lua beside it, one that passes, fails, does "
               "not apply, and a trap"));
    else if (rc)
        lint_add(l->lint, LINT_ERROR, "broken-cases", at(l, "id"), "%s", err.message);
    else if (lacking.n)
        lint_add(
            l->lint, LINT_WARNING, "case-kinds", at(l, "id"),
            tr("缺少这些案例：%s（陷阱写作 trap = true：看似不通过，其实通过）",
               "cases of these kinds are missing: %s (a trap, trap = true, looks like a failure "
               "and is none)"),
            lacking.p);
    strbuf_free(&lacking);
    cJSON_Delete(cases);
}

/* "requests/row-total.lua" is requests.row-total; a loose file may leave the group to the id. */
static void check_path(const struct look *l)
{
    struct strbuf id = { 0 };
    struct str stem = str_sub(l->rule->path, 0, l->rule->path.n - strlen(".lua"));
    for (size_t i = 0; i < stem.n; i++)
        strbuf_char(&id, stem.p[i] == '/' ? '.' : stem.p[i]);
    struct str own = strbuf_view(&id);
    bool loose = str_starts(l->rule->pack, STR("office@"));
    bool short_form = loose && str_ends(l->rule->id, own) && l->rule->id.n > own.n &&
                      l->rule->id.p[l->rule->id.n - own.n - 1] == '.';
    if (!str_eq(own, l->rule->id) && !short_form)
        lint_add(l->lint, LINT_WARNING, "id-path", at(l, "id"),
                 tr("编号 %.*s 与文件 %.*s 不一致：别人按编号找不到文件；两者改成一致",
                    "id %.*s does not match the file %.*s, where nobody will look for it; make "
                    "them agree"),
                 STR_ARG(l->rule->id), STR_ARG(l->rule->path));
    strbuf_free(&id);
}

static void check_patterns(const struct look *l)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(l->declared, "patterns")) {
        struct str name = str_of(item->string);
        const cJSON *literal = cJSON_GetObjectItemCaseSensitive(item, "literal");
        bool meant = literal && cJSON_GetArraySize(literal) == 0; /* literal = {}: there is none */
        if (!meant && declared_literals(l->lint->options->engine, l->rule, name) == 0)
            lint_add(l->lint, LINT_WARNING, "no-literal", at(l, "patterns"),
                     tr("patterns.%s 没有固定文字，每一段都要用正则查找，很慢：写成 "
                        "{ pattern =, literal = { … } }；确实没有的写 literal = {}",
                        "patterns.%s has no literal, so that every block is searched by the "
                        "expression: write { pattern =, literal = { ... } }, or literal = {} if "
                        "there is none"),
                     item->string);
    }
}

static void check_titles(const struct look *l)
{
    const struct engine *engine = l->lint->options->engine;
    for (size_t i = 0; i < engine_rule_count(engine); i++) {
        const struct rule_info *other = engine_rule(engine, i);
        bool same = str_eq(other->title.in[LANG_ZH], l->rule->title.in[LANG_ZH]) ||
                    str_eq(other->title.in[LANG_EN], l->rule->title.in[LANG_EN]);
        if (same && other != l->rule && other->load_error.n == 0)
            lint_add(l->lint, LINT_WARNING, "same-title", at(l, "title"),
                     tr("与规则 %.*s 的标题相同，报告里分不清；改一个",
                        "bears the title of rule %.*s, reports cannot tell them apart; change one"),
                     STR_ARG(other->id));
    }
}

static void check_rule(const struct look *l)
{
    check_text(l, "remedy", "no-remedy", LINT_WARNING, tr("如何改正", "how to correct it"));
    check_text(l, "why", "no-why", LINT_ADVICE, tr("为何检查", "why it is checked"));
    check_text(l, "title", "no-title", LINT_ERROR, tr("标题", "its title"));
    if (l->rule->basis_count == 0)
        lint_add(l->lint, LINT_WARNING, "no-basis", at(l, "basis"),
                 tr("没有 basis（依据）：写明文件和条款，整改通知书要引用",
                    "there is no basis: name document and article, the rectification notice cites "
                    "them"));
    check_reach(l);
    check_cases(l);
    check_path(l);
    check_patterns(l);
    check_titles(l);
}

/* The number behind a colon; 0 if none stands there. */
static unsigned line_behind(struct str rest)
{
    unsigned line = 0;
    for (size_t i = 1;
         i < rest.n && i < 8 && rest.p[0] == ':' && rest.p[i] >= '0' && rest.p[i] <= '9'; i++)
        line = line * 10 + (unsigned)(rest.p[i] - '0');
    return line;
}

/* A refused pack: the message says "… PACK/forms/2027.lua:12: …", its place is that of pack.lua so far. */
static void place_in_pack(struct lint_place *place, struct str message, struct arena *arena)
{
    size_t end = str_find(message, STR(".lua:"));
    size_t from = end;
    size_t root = place->file.n;
    if (end == SIZE_MAX)
        return;
    end += strlen(".lua");
    while (from > 0 && message.p[from - 1] != ' ')
        from--;
    struct str path = str_sub(message, from, end - from);
    size_t slash = str_find(path, STR("/"));
    while (root > 0 && place->file.p[root - 1] != '/')
        root--;
    if (slash == SIZE_MAX || line_behind(str_sub(message, end, SIZE_MAX)) == 0)
        return;
    place->line = line_behind(str_sub(message, end, SIZE_MAX));
    place->file = arena_fmt(arena, "%.*s%.*s", STR_ARG(str_sub(place->file, 0, root)),
                            STR_ARG(str_sub(path, slash + 1, path.n)));
}

/* What loading said begins with "PACK/PATH:LINE:" where it knows the line. */
static void tell_broken(struct look *l)
{
    struct lint_place place = at(l, "id");
    size_t path = str_find(l->rule->load_error, l->rule->path);
    if (l->rule->gap) {
        place_in_pack(&place, l->rule->load_error, l->lint->report->arena);
    } else if (path != SIZE_MAX && l->rule->path.n) {
        unsigned line = line_behind(str_sub(l->rule->load_error, path + l->rule->path.n, SIZE_MAX));
        place.line = line ? line : place.line;
    }
    lint_add(l->lint, LINT_ERROR, l->rule->gap ? "refused-pack" : "broken-rule", place, "%.*s",
             STR_ARG(l->rule->load_error));
}

void lint_rules(struct lint *lint)
{
    struct engine *engine = lint->options->engine;
    for (size_t i = 0; i < engine_rule_count(engine); i++) {
        const struct rule_info *rule = engine_rule(engine, i);
        struct look l = { lint, rule, lint_file_of(lint, rule), NULL };
        cJSON *declared = NULL;
        if (rule->load_error.n) {
            tell_broken(&l);
            continue;
        }
        if (declared_rule(engine, rule, &declared, NULL) == 0) {
            l.declared = declared;
            check_rule(&l);
        }
        cJSON_Delete(declared);
    }
}
