/* reference_lib.c - what the `---` comments of the helper libraries say; see reference.h. */
#include <stdlib.h>
#include <string.h>

#include "author/reference.h"
#include "base/file.h"
#include "base/mem.h"

enum { FILE_MAX = 1 << 20, ALIASES_MAX = 200 };

/* `name = local.function` in the table that a library returns: another library's function under its name. */
struct alias {
    struct str library, name; /* as it is called */
    struct str of, function;  /* library and function it is */
};

struct reading {
    struct reference_libs *libs;
    struct alias aliases[ALIASES_MAX];
    size_t alias_count;
    struct str library;
    struct reference_function next; /* what the comments so far say */
    struct strbuf text[LANG_COUNT], example;
    bool fenced;
    struct { /* `local name = require "library"` */
        struct str name, library;
    } required[64];
    size_t required_count;
};

static bool is_han(struct str s)
{
    size_t i = 0;
    uint32_t c = s.n ? str_next(s, &i) : 0;
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x2010 && c <= 0x201F) ||
           (c >= 0x3000 && c <= 0x301F);
}

static struct str word(struct str *s)
{
    *s = str_trim(*s);
    size_t n = 0;
    while (n < s->n && s->p[n] != ' ')
        n++;
    struct str out = str_sub(*s, 0, n);
    *s = str_trim(str_sub(*s, n, s->n));
    return out;
}

/* A type may hold blanks within brackets and around its bars. */
static struct str take_type(struct str *s)
{
    size_t n = 0;
    int depth = 0;
    for (; n < s->n && (s->p[n] != ' ' || depth > 0 || s->p[n - 1] == ',' || s->p[n - 1] == ':');
         n++)
        depth += strchr("(<{", s->p[n]) ? 1 : strchr(")>}", s->p[n]) ? -1 : 0;
    struct str out = str_sub(*s, 0, n);
    *s = str_trim(str_sub(*s, n, s->n));
    return out;
}

/* "english; 中文" */
static void split_languages(struct reference_item *item, struct str text)
{
    item->text[LANG_EN] = item->text[LANG_ZH] = text;
    for (size_t i = 0; i + 2 < text.n; i++)
        if (text.p[i] == ';' && text.p[i + 1] == ' ' && is_han(str_sub(text, i + 2, text.n))) {
            item->text[LANG_EN] = str_sub(text, 0, i);
            item->text[LANG_ZH] = str_sub(text, i + 2, text.n);
            return;
        }
}

static void add_item(struct reference_list *list, struct str name, struct str type, struct str text)
{
    list->items = mem_grow(list->items, list->n, &list->cap, sizeof *list->items);
    struct reference_item *item = &list->items[list->n++];
    *item = (struct reference_item){ .name = name, .type = type };
    split_languages(item, text);
}

static void read_tag(struct reading *r, struct str line)
{
    struct str tag = word(&line), name;
    if (str_eq_c(tag, "@class")) {
        r->next.class = word(&line);
    } else if (str_eq_c(tag, "@field") || str_eq_c(tag, "@param")) {
        name = word(&line);
        struct str type = take_type(&line);
        add_item(str_eq_c(tag, "@field") ? &r->next.fields : &r->next.parameters, name, type, line);
    } else if (str_eq_c(tag, "@return")) {
        struct str type = take_type(&line);
        add_item(&r->next.results, str_of(""), type, line);
    }
}

static void read_comment(struct reading *r, struct str line)
{
    if (line.n && line.p[0] == ' ')
        line = str_sub(line, 1, line.n);
    if (str_starts(line, STR("```"))) {
        r->fenced = !r->fenced;
    } else if (r->fenced) {
        strbuf_str(&r->example, line);
        strbuf_char(&r->example, '\n');
    } else if (line.n && line.p[0] == '@') {
        read_tag(r, line);
    } else if (str_trim(line).n) {
        struct strbuf *text = &r->text[is_han(str_trim(line)) ? LANG_ZH : LANG_EN];
        if (text->n && text == &r->text[LANG_EN])
            strbuf_char(text, ' ');
        strbuf_str(text, str_trim(line));
    }
}

static void forget(struct reading *r)
{
    free(r->next.parameters.items);
    free(r->next.results.items);
    free(r->next.fields.items);
    r->next = (struct reference_function){ .class = str_of("") };
    for (enum lang lang = LANG_ZH; lang < LANG_COUNT; lang++)
        strbuf_clear(&r->text[lang]);
    strbuf_clear(&r->example);
    r->fenced = false;
}

static struct str kept(struct reading *r, const struct strbuf *text)
{
    return arena_str(r->libs->arena, strbuf_view(text));
}

/* `function name.of(arguments)` behind the comments. */
static void take_function(struct reading *r, struct str head)
{
    size_t open = str_find(head, STR("(")), dot = str_find(head, STR("."));
    if (open == SIZE_MAX || r->text[LANG_EN].n == 0)
        return;
    struct reference_libs *libs = r->libs;
    size_t from = dot < open ? dot + 1 : 0; /* "local function name" is handed on by name */
    struct str function = str_sub(head, from, open - from);
    struct reference_function *f = &r->next;
    f->library = r->library;
    f->name = arena_fmt(libs->arena, "%.*s.%.*s", STR_ARG(r->library), STR_ARG(function));
    f->arguments = str_sub(head, open + 1, str_find(head, STR(")")) - open - 1);
    for (enum lang lang = LANG_ZH; lang < LANG_COUNT; lang++)
        f->text[lang] = kept(r, &r->text[r->text[lang].n ? lang : LANG_EN]);
    f->example = kept(r, &r->example);
    libs->functions = mem_grow(libs->functions, libs->n, &libs->cap, sizeof *libs->functions);
    libs->functions[libs->n++] = *f;
    *f = (struct reference_function){ .class = str_of("") };
}

/* `local name = require "library"`, or `name = other.function,` */
static void read_code(struct reading *r, struct str line)
{
    size_t equals = str_find(line, STR(" = "));
    if (equals == SIZE_MAX)
        return;
    struct str left = str_trim(str_sub(line, 0, equals)), right = str_sub(line, equals + 3, line.n);
    size_t dot = str_find(right, STR(".")), comma = str_find(right, STR(","));
    if (str_starts(left, STR("local ")) && str_starts(right, STR("require \""))) {
        if (r->required_count < sizeof r->required / sizeof *r->required) {
            r->required[r->required_count].name = str_sub(left, 6, left.n);
            r->required[r->required_count++].library = str_sub(right, 9, right.n - 10);
        }
    } else if (dot != SIZE_MAX && comma == right.n - 1 && r->alias_count < ALIASES_MAX) {
        for (size_t i = 0; i < r->required_count; i++)
            if (str_eq(r->required[i].name, str_sub(right, 0, dot)))
                r->aliases[r->alias_count++] =
                    (struct alias){ r->library, left, r->required[i].library,
                                    str_sub(right, dot + 1, comma - dot - 1) };
    }
}

static void read_file(struct reading *r, struct str text)
{
    struct str line;
    r->required_count = 0;
    forget(r);
    while (str_split(&text, '\n', &line)) {
        if (str_starts(line, STR("---"))) {
            read_comment(r, str_sub(line, 3, line.n));
            continue;
        }
        if (str_starts(line, STR("function ")))
            take_function(r, str_sub(line, 9, line.n));
        else if (str_starts(line, STR("local function ")))
            take_function(r, str_sub(line, 15, line.n));
        else
            read_code(r, line);
        forget(r);
    }
}

static int function_cmp(const void *a, const void *b)
{
    const struct reference_function *x = a, *y = b;
    int c = str_cmp(x->library, y->library);
    return c ? c : str_cmp(x->name, y->name);
}

/* A function that another library hands on is called there. */
static void rename_functions(struct reading *r)
{
    for (size_t i = 0; i < r->libs->n; i++) {
        struct reference_function *f = &r->libs->functions[i];
        for (size_t k = 0; k < r->alias_count; k++) {
            const struct alias *a = &r->aliases[k];
            struct str own = str_sub(f->name, f->library.n + 1, f->name.n);
            if (!str_eq(a->of, f->library) || !str_eq(a->function, own))
                continue;
            f->library = a->library;
            f->name = arena_fmt(r->libs->arena, "%.*s.%.*s", STR_ARG(a->library), STR_ARG(a->name));
            break;
        }
    }
    qsort(r->libs->functions, r->libs->n, sizeof *r->libs->functions, function_cmp);
}

int reference_libs_read(struct reference_libs *out, const char *folder, struct error *err)
{
    struct file_list files = { 0 };
    struct reading r = { .libs = out };
    *out = (struct reference_libs){ .arena = arena_new() };
    int rc = file_walk(&files, folder, err);
    for (size_t i = 0; rc == 0 && i < files.n; i++) {
        struct strbuf text = { 0 };
        struct str name = arena_str(out->arena, str_of(file_name(files.paths[i])));
        rc = file_read(&text, files.paths[i], FILE_MAX, err);
        r.library = str_sub(name, 0, name.n > 4 ? name.n - 4 : 0);
        if (rc == 0 && str_ends(name, STR(".lua")))
            read_file(&r, arena_str(out->arena, strbuf_view(&text)));
        strbuf_free(&text);
    }
    rename_functions(&r);
    for (enum lang lang = LANG_ZH; lang < LANG_COUNT; lang++)
        strbuf_free(&r.text[lang]);
    strbuf_free(&r.example);
    file_list_free(&files);
    return rc;
}

void reference_libs_free(struct reference_libs *libs)
{
    for (size_t i = 0; i < libs->n; i++) {
        free(libs->functions[i].parameters.items);
        free(libs->functions[i].results.items);
        free(libs->functions[i].fields.items);
    }
    free(libs->functions);
    arena_free(libs->arena);
}
