/* lint.c - gathers the files, lets each part look at them, sorts what they say; see lint.h. */
#include "author/lint_work.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/bundle.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

enum { SOURCE_MAX = 1 << 20 };

void lint_add(struct lint *lint, enum lint_level level, const char *code, struct lint_place at,
              const char *format, ...)
{
    struct lint_report *r = lint->report;
    char text[600];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    r->items = mem_grow(r->items, r->n, &r->cap, sizeof *r->items);
    r->items[r->n++] = (struct lint_item){ level,
                                           code,
                                           arena_str(r->arena, at.rule),
                                           arena_str(r->arena, at.file),
                                           at.line ? at.line : 1,
                                           arena_str(r->arena, str_of(text)) };
}

struct str lint_shown(struct lint *lint, const char *path)
{
    char here[PATH_MAX];
    char *real = realpath(path, NULL);
    const char *full = real ? real : path;
    size_t n = getcwd(here, sizeof here) ? strlen(here) : 0;
    bool below = n > 1 && strncmp(full, here, n) == 0 && full[n] == '/';
    struct str shown = arena_str(lint->report->arena, str_of(below ? full + n + 1 : full));
    free(real);
    return shown;
}

bool lint_known_rule(const struct lint *lint, struct str id)
{
    return engine_rule_by_id(lint->options->engine, id) != NULL;
}

static struct str id_of_pack(struct str pack)
{
    size_t at = str_find(pack, STR("@"));
    return str_sub(pack, 0, at);
}

static void add_file(struct lint *lint, struct str shown, struct str pack, struct str name,
                     struct str text)
{
    struct arena *arena = lint->report->arena;
    lint->files = mem_grow(lint->files, lint->n, &lint->cap, sizeof *lint->files);
    struct lint_file *f = &lint->files[lint->n++];
    *f = (struct lint_file){ .shown = shown,
                             .pack = arena_str(arena, pack),
                             .name = arena_str(arena, name),
                             .library = str_starts(name, STR("lib/")),
                             .cases = str_ends(name, STR(".cases.lua")) };
    lua_tokens_read(&f->tokens, arena_str(arena, text));
}

/* The program's own plugins below a folder of the data folder. */
static void add_folder(struct lint *lint, const char *below)
{
    struct file_list found = { 0 };
    char *folder = file_join(lint->options->data, below);
    file_walk(&found, folder, NULL);
    for (size_t i = 0; i < found.n; i++) {
        struct strbuf text = { 0 };
        struct str name = str_of(found.paths[i] + strlen(folder) + 1);
        if (str_ends(name, STR(".lua")) && file_read(&text, found.paths[i], SOURCE_MAX, NULL) == 0)
            add_file(lint, lint_shown(lint, found.paths[i]), str_of(""), name, strbuf_view(&text));
        strbuf_free(&text);
    }
    file_list_free(&found);
    free(folder);
}

/* Of a pack that is not in use: what it names need not be there. */
static bool in_unused(struct lint *lint, struct str shown)
{
    const struct engine *engine = lint->options->engine;
    for (size_t i = 0; i < engine_pack_count(engine); i++) {
        const struct pack_info *p = engine_pack(engine, i);
        struct str root = p->state == PACK_USED ? str_of("") : lint_shown(lint, p->file.p);
        if (root.n && str_starts(shown, root) && shown.n > root.n && shown.p[root.n] == '/')
            return true;
    }
    return false;
}

static void add_pack(struct lint *lint, const char *root, struct str pack)
{
    struct bundle *bundle = NULL;
    struct str shown = lint_shown(lint, root);
    if (bundle_open(&bundle, root, BUNDLE_LOOSE, NULL))
        return; /* loading said why */
    for (size_t i = 0; i < bundle_count(bundle); i++) {
        struct str name = bundle_name(bundle, i);
        struct str text;
        struct str file = arena_fmt(lint->report->arena, "%s/%.*s", shown.p, STR_ARG(name));
        if (str_ends(name, STR(".lua")) && !in_unused(lint, file) &&
            bundle_read(bundle, name, &text, NULL) == 0)
            add_file(lint, file, pack, name, text);
    }
    bundle_free(bundle);
}

static struct lint_file *file_of(struct lint *lint, struct str pack, struct str name)
{
    for (size_t i = 0; i < lint->n; i++)
        if (str_eq(lint->files[i].pack, pack) && str_eq(lint->files[i].name, name))
            return &lint->files[i];
    return NULL;
}

/* All packs in use; then which file is whose. */
static void gather(struct lint *lint)
{
    const struct engine *engine = lint->options->engine;
    add_folder(lint, "plugins");
    add_folder(lint, "reports");
    for (size_t i = 0; i < engine_pack_count(engine); i++)
        if (engine_pack(engine, i)->state == PACK_USED)
            add_pack(lint, engine_pack(engine, i)->file.p, engine_pack(engine, i)->id);
    for (size_t i = 0; i < engine_rule_count(engine); i++) {
        const struct rule_info *rule = engine_rule(engine, i);
        struct lint_file *file = file_of(lint, id_of_pack(rule->pack), rule->path);
        if (file && !rule->gap)
            file->rule = rule;
    }
    lint->report->rules = engine_rule_count(engine);
    lint_needs(lint);
}

static int item_cmp(const void *a, const void *b)
{
    const struct lint_item *x = a;
    const struct lint_item *y = b;
    int by_file = str_cmp(x->file, y->file);
    int by_code = strcmp(x->code, y->code);
    int by_rule = str_cmp(x->rule, y->rule);
    if (by_file)
        return by_file;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return by_code ? by_code : by_rule ? by_rule : str_cmp(x->text, y->text);
}

static bool wanted(const struct lint_item *item, struct str rule, struct str path)
{
    if (rule.n)
        return str_eq(item->rule, rule);
    return path.n == 0 || str_eq(item->file, path) ||
           (str_starts(item->file, path) && item->file.p[path.n] == '/');
}

/* Keeps what the caller wants to hear, each complaint once, and counts. */
static void finish(struct lint_report *r, struct str rule, struct str path)
{
    size_t n = 0;
    if (r->n)
        qsort(r->items, r->n, sizeof *r->items, item_cmp);
    for (size_t i = 0; i < r->n; i++) {
        if (!wanted(&r->items[i], rule, path) ||
            (n > 0 && item_cmp(&r->items[n - 1], &r->items[i]) == 0))
            continue;
        r->items[n++] = r->items[i];
        r->count[r->items[n - 1].level]++;
    }
    r->n = n;
}

/* A rule's id, else a path. The whole working folder is ".". */
static int choose(struct lint *lint, struct str *rule, struct str *path, struct error *err)
{
    const char *subject = lint->options->subject;
    *rule = *path = str_of("");
    if (!subject)
        return 0;
    if (lint_known_rule(lint, str_of(subject))) {
        *rule = str_of(subject);
        lint->report->rules = 1;
        return 0;
    }
    if (!file_exists(subject) && !file_is_folder(subject))
        return error_set(err, ERR_ABSENT,
                         tr("%s 既不是规则，也不是文件或文件夹；auditor rules list 列出全部规则",
                            "%s is neither a rule nor a file or folder; auditor rules list shows "
                            "all rules"),
                         subject);
    *path = lint_shown(lint, subject);
    if (file_is_folder(subject) && path->n && path->p[0] == '/') {
        char here[PATH_MAX];
        if (getcwd(here, sizeof here) && str_eq_c(*path, here))
            *path = str_of("");
    }
    return 0;
}

int lint_run(struct lint_report **out, const struct lint_options *options, struct error *err)
{
    struct lint lint = { .options = options, .report = mem_zero(1, sizeof *lint.report) };
    struct str rule, path;
    *out = NULL;
    lint.report->arena = arena_new();
    gather(&lint);
    int rc = choose(&lint, &rule, &path, err);
    if (rc == 0) {
        lint_rules(&lint);
        lint_sources(&lint);
        lint_libraries(&lint);
        lint_profiles(&lint);
        finish(lint.report, rule, path);
        *out = lint.report;
    } else {
        lint_free(lint.report);
    }
    for (size_t i = 0; i < lint.n; i++)
        lua_tokens_free(&lint.files[i].tokens);
    free(lint.files);
    return rc;
}

void lint_free(struct lint_report *report)
{
    if (!report)
        return;
    arena_free(report->arena);
    free(report->items);
    free(report);
}

const char *lint_level_name(enum lint_level level)
{
    static const char *const names[] = { "error", "warning", "advice" };
    return names[level];
}

const char *lint_level_label(enum lint_level level)
{
    switch (level) {
    case LINT_ERROR:
        return tr("错误", "error");
    case LINT_WARNING:
        return tr("警告", "warning");
    default:
        return tr("建议", "advice");
    }
}
