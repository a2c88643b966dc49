/* lint_source.c - what files name: rules, patterns, parameters, languages; see lint_work.h. */
#include "author/lint_work.h"

#include <cjson/cJSON.h>
#include <string.h>

#include "base/lang.h"
#include "engine/declared.h"

enum { CHAIN_MAX = 8 }; /* of libraries that require libraries */

/* The bracket of the table that the file declares; the number of tokens if none is written out. */
static size_t rule_open(const struct lua_tokens *t)
{
    for (size_t i = 0; i + 1 < t->n; i++)
        if (lua_token_is(t, i, "return") && lua_token_is(t, i + 1, "rule"))
            for (size_t k = i + 2; k < t->n; k++)
                if (lua_token_is(t, k, "{"))
                    return k;
    return t->n;
}

unsigned lint_field_line(const struct lint_file *file, const char *field)
{
    const struct lua_tokens *t = &file->tokens;
    size_t open = rule_open(t);
    size_t key = lua_token_field(t, open, str_of(field));
    return key < t->n ? t->list[key].line : open < t->n ? t->list[open].line : 1;
}

bool lint_field_table(const struct lint_file *file, const char *field, size_t *open, size_t *close)
{
    const struct lua_tokens *t = &file->tokens;
    size_t key = lua_token_field(t, rule_open(t), str_of(field));
    *open = *close = t->n;
    if (key >= t->n || !lua_token_is(t, key + 2, "{"))
        return false;
    *open = key + 2;
    *close = lua_token_close(t, *open);
    return true;
}

/* The name in `require "name"` at i; "" for anything else. */
static struct str required(const struct lua_tokens *t, size_t i)
{
    size_t name = lua_token_is(t, i + 1, "(") ? i + 2 : i + 1;
    if (!lua_token_is(t, i, "require") || name >= t->n || t->list[name].kind != TOKEN_STRING)
        return str_of("");
    return t->list[name].text;
}

static const struct lint_file *library(const struct lint *lint, struct str pack, struct str name)
{
    const struct lint_file *found = NULL;
    for (size_t i = 0; i < lint->n; i++) {
        const struct lint_file *f = &lint->files[i];
        if (!f->library || f->name.n != name.n + 8 || !str_eq(str_sub(f->name, 4, name.n), name))
            continue;
        if (f->pack.n == 0)
            return f;
        if (str_eq(f->pack, pack))
            found = f;
    }
    return found;
}

void lint_needs(struct lint *lint)
{
    for (size_t i = 0; i < lint->n; i++) {
        struct lint_file *f = &lint->files[i];
        size_t cap = 0;
        for (size_t k = 0; k < f->tokens.n; k++)
            cap += lua_token_is(&f->tokens, k, "require");
        f->needs = arena_alloc(lint->report->arena, cap * sizeof(struct lint_file *));
        for (size_t k = 0; k < f->tokens.n; k++) {
            struct str name = required(&f->tokens, k);
            const struct lint_file *lib = name.n ? library(lint, f->pack, name) : NULL;
            if (lib && lib != f)
                f->needs[f->need_count++] = lib;
        }
    }
}

/* Calls visit for every library in the chains of require that begin in the file. */
static bool walk(const struct lint_file *from, unsigned depth,
                 bool (*visit)(const struct lint_file *lib, const void *what), const void *what)
{
    for (size_t i = 0; i < from->need_count; i++)
        if (visit(from->needs[i], what) ||
            (depth < CHAIN_MAX && walk(from->needs[i], depth + 1, visit, what)))
            return true;
    return false;
}

static bool is_file(const struct lint_file *lib, const void *what)
{
    return lib == what;
}

bool lint_reaches(const struct lint_file *from, const struct lint_file *to)
{
    return walk(from, 1, is_file, to);
}

static bool stands(const struct lua_tokens *t, struct str word, size_t open, size_t close)
{
    for (size_t i = 0; i < t->n; i++)
        if ((i < open || i > close) && t->list[i].kind <= TOKEN_STRING &&
            str_eq(t->list[i].text, word))
            return true;
    return false;
}

static bool has_word(const struct lint_file *lib, const void *what)
{
    const struct str *word = what;
    return stands(&lib->tokens, *word, lib->tokens.n, lib->tokens.n);
}

bool lint_mentions(const struct lint_file *file, struct str word, size_t open, size_t close)
{
    return stands(&file->tokens, word, open, close) || walk(file, 1, has_word, &word);
}

static struct lint_place at(const struct lint_file *file, size_t token)
{
    unsigned line = token < file->tokens.n ? file->tokens.list[token].line : 1;
    return (struct lint_place){ file->rule ? file->rule->id : str_of(""), file->shown, line };
}

/* The strings of the expression behind `rule =`: each is the id of a rule. */
static void check_ids(struct lint *lint, const struct lint_file *file, size_t i)
{
    static const char *const ends[] = { ",",      ";",   "{",     "}",      "(",   "if", "else",
                                        "elseif", "end", "local", "return", "for", "==", "~=" };
    const struct lua_tokens *t = &file->tokens;
    for (i += 2; i < t->n; i++) {
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
            if (lua_token_is(t, i, ends[k]))
                return;
        struct str id = t->list[i].text;
        if (t->list[i].kind == TOKEN_STRING && str_has(id, ".") && !lint_known_rule(lint, id))
            lint_add(lint, LINT_ERROR, "unknown-rule", at(file, i),
                     tr("没有规则 %.*s：改正编号；auditor rules list 列出全部规则",
                        "there is no rule %.*s: correct the id; auditor rules list shows them all"),
                     STR_ARG(id));
    }
}

static bool in_equations(const struct lint *lint, struct str rule)
{
    const struct form_set *forms = engine_forms(lint->options->engine);
    for (size_t i = 0; i < forms->n; i++)
        for (size_t k = 0; k < forms->forms[i]->table_count; k++) {
            const struct form_table *table = &forms->forms[i]->tables[k];
            for (size_t e = 0; e < table->equation_count; e++)
                if (str_eq(table->equations[e].rule, rule))
                    return true;
            for (size_t b = 0; b < table->bound_count; b++)
                if (str_eq(table->bounds[b].rule, rule))
                    return true;
        }
    return false;
}

/* A table with zh and without en, or the reverse. */
static void check_languages(struct lint *lint, const struct lint_file *file, size_t open)
{
    const struct lua_tokens *t = &file->tokens;
    bool zh = lua_token_field(t, open, STR("zh")) < t->n;
    bool en = lua_token_field(t, open, STR("en")) < t->n;
    if (zh != en)
        lint_add(lint, LINT_WARNING, "one-language", at(file, open),
                 tr("这段文字只有一种语言：补上 %s", "this text is in one language only: add %s"),
                 zh ? "en" : "zh");
}

static void check_names(struct lint *lint, const struct lint_file *file)
{
    static const char *const keys[] = { "rule", "cause", "lead_rule", "parameters_of" };
    const struct lua_tokens *t = &file->tokens;
    for (size_t i = 0; i + 2 < t->n; i++) {
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
            if (lua_token_is(t, i, keys[k]) && lua_token_is(t, i + 1, "="))
                check_ids(lint, file, i);
        bool equation = (lua_token_is(t, i, "violations") && lua_token_is(t, i + 1, "(")) ||
                        (lua_token_is(t, i, "bounds") && lua_token_is(t, i + 1, "(")) ||
                        (lua_token_is(t, i, "of") && lua_token_is(t, i + 1, "="));
        if (equation && t->list[i + 2].kind == TOKEN_STRING && str_has(t->list[i + 2].text, ".") &&
            !in_equations(lint, t->list[i + 2].text))
            lint_add(lint, LINT_ERROR, "no-equation", at(file, i),
                     tr("没有格式把算式交给规则 %.*s：改正编号，或在格式的 equations 里写上它",
                        "no form gives an equation to rule %.*s: correct the id, or name it in the "
                        "equations of a form"),
                     STR_ARG(t->list[i + 2].text));
        if (lua_token_is(t, i, "{"))
            check_languages(lint, file, i);
    }
}

/* `:matches(x` with an x that is no string, in a file that goes through a table. */
static bool loops_over_patterns(const struct lua_tokens *t)
{
    bool open = false;
    bool loop = false;
    for (size_t i = 0; i + 2 < t->n; i++) {
        open = open || ((lua_token_is(t, i, "matches") || lua_token_is(t, i, "search")) &&
                        lua_token_is(t, i + 1, "(") && t->list[i + 2].kind != TOKEN_STRING);
        loop = loop || lua_token_is(t, i, "pairs");
    }
    return open && loop;
}

static void check_patterns(struct lint *lint, const struct lint_file *file, const cJSON *declared)
{
    const cJSON *patterns = cJSON_GetObjectItemCaseSensitive(declared, "patterns");
    const struct lua_tokens *t = &file->tokens;
    const cJSON *item;
    size_t open, close;
    bool written = lint_field_table(file, "patterns", &open, &close);
    cJSON_ArrayForEach(item, patterns) {
        if (written && !lint_mentions(file, str_of(item->string), open, close) &&
            !loops_over_patterns(t))
            lint_add(lint, LINT_WARNING, "unused-pattern", at(file, open),
                     tr("patterns.%s 没有用到：删去，或用 report:matches(\"%s\") 查找",
                        "patterns.%s is not used: delete it, or look for it with "
                        "report:matches(\"%s\")"),
                     item->string, item->string);
    }
    for (size_t i = 0; i + 2 < t->n; i++) {
        struct str name = t->list[i + 2].text;
        bool asked = lua_token_is(t, i, "matches") || lua_token_is(t, i, "has");
        if (!asked || !lua_token_is(t, i + 1, "(") || t->list[i + 2].kind != TOKEN_STRING)
            continue;
        bool known = false;
        cJSON_ArrayForEach(item, patterns) {
            known = known || str_eq_c(name, item->string);
        }
        if (!known)
            lint_add(lint, LINT_ERROR, "unknown-pattern", at(file, i),
                     tr("patterns 里没有 %.*s：补上，否则规则运行到这里出错",
                        "patterns has no %.*s: add it, or the rule fails here"),
                     STR_ARG(name));
    }
}

/* What the check function calls its third argument; "" if it takes none or is made elsewhere. */
static struct str third_argument(const struct lint_file *file)
{
    const struct lua_tokens *t = &file->tokens;
    size_t i = lua_token_field(t, rule_open(t), STR("check"));
    if (i + 8 < t->n && lua_token_is(t, i + 2, "function") && lua_token_is(t, i + 3, "(") &&
        lua_token_is(t, i + 5, ",") && lua_token_is(t, i + 7, ","))
        return t->list[i + 8].text;
    return str_of("");
}

static bool indexes(const struct lua_tokens *t, struct str name)
{
    for (size_t i = 0; i + 2 < t->n; i++)
        if (t->list[i].kind == TOKEN_NAME && str_eq(t->list[i].text, name) &&
            lua_token_is(t, i + 1, "[") && t->list[i + 2].kind != TOKEN_STRING)
            return true;
    return false;
}

static bool indexes_parameters(const struct lint_file *lib, const void *what)
{
    (void)what;
    return indexes(&lib->tokens, STR("parameters"));
}

static bool is_declared(const struct rule_info *rule, struct str name)
{
    for (size_t i = 0; i < rule->parameter_count; i++)
        if (str_eq(rule->parameters[i].name, name))
            return true;
    return false;
}

static void check_parameters(struct lint *lint, const struct lint_file *file)
{
    const struct rule_info *rule = file->rule;
    const struct lua_tokens *t = &file->tokens;
    struct str argument = third_argument(file);
    size_t open, close;
    bool written = lint_field_table(file, "parameters", &open, &close);
    bool any = (argument.n && indexes(t, argument)) || walk(file, 1, indexes_parameters, NULL);
    for (size_t i = 0; written && !any && i < rule->parameter_count; i++) {
        struct str name = rule->parameters[i].name;
        if (!lint_mentions(file, name, open, close))
            lint_add(
                lint, LINT_WARNING, "unread-parameter", at(file, open),
                tr("parameters.%.*s 没有用到：在评分方案里改它不起作用；删去，或在 check 里读它",
                   "parameters.%.*s is never read, so setting it in a profile does nothing: "
                   "delete it, or read it in check"),
                STR_ARG(name));
    }
    for (size_t i = 0; argument.n && i + 2 < t->n; i++) {
        struct str name = t->list[i + 2].text;
        if (t->list[i].kind == TOKEN_NAME && str_eq(t->list[i].text, argument) &&
            lua_token_is(t, i + 1, ".") && !(i > 0 && lua_token_is(t, i - 1, ".")) &&
            !is_declared(rule, name))
            lint_add(lint, LINT_WARNING, "undeclared-parameter", at(file, i),
                     tr("参数 %.*s 没有写在 parameters 里，评分方案设不了它，这里读到的总是 nil",
                        "parameter %.*s does not stand in parameters: no profile can set it, it is "
                        "always nil here"),
                     STR_ARG(name));
    }
}

void lint_sources(struct lint *lint)
{
    for (size_t i = 0; i < lint->n; i++) {
        struct lint_file *file = &lint->files[i];
        bool plugin = file->pack.n || file->library || str_starts(file->name, STR("forms/"));
        cJSON *declared = NULL;
        if (file->cases || !plugin)
            continue;
        check_names(lint, file);
        if (!file->rule || declared_rule(lint->options->engine, file->rule, &declared, NULL))
            continue;
        check_patterns(lint, file, declared);
        check_parameters(lint, file);
        cJSON_Delete(declared);
    }
}
