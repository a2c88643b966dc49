/* reference_md.c - the reference as Markdown; see reference.h. */
#include <stdio.h>
#include <string.h>

#include "author/reference.h"
#include "engine/api.h"
#include "engine/engine.h"
#include "score/profile_shape.h"

struct page {
    struct strbuf *out;
    enum lang lang;
    const struct reference_libs *libs;
};

static const char *say(const struct page *p, const char *zh, const char *en)
{
    return p->lang == LANG_EN ? en : zh;
}

/* Inside a table a bar would end the field. */
static void cell_text(struct strbuf *out, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '|')
            strbuf_char(out, '\\');
        strbuf_char(out, s.p[i]);
    }
}

static void cell_code(struct strbuf *out, struct str s)
{
    strbuf_c(out, "`");
    cell_text(out, s);
    strbuf_c(out, "`");
}

static void code(const struct page *p, const char *before, const char *example)
{
    if (!example)
        return;
    strbuf_c(p->out, "```lua\n");
    if (before && *before)
        strbuf_fmt(p->out, "%s\n", before);
    strbuf_fmt(p->out, "%s\n```\n\n", example);
}

static void heading(const struct page *p, const char *marks, const char *zh, const char *en)
{
    strbuf_fmt(p->out, "%s %s\n\n", marks, say(p, zh, en));
}

/* Descriptions are written to stand behind a name. */
static void sentence(const struct page *p, const char *zh, const char *en)
{
    const char *text = say(p, zh, en);
    bool lower = text[0] >= 'a' && text[0] <= 'z';
    size_t n = strlen(text);
    bool ended = text[n - 1] == '.' || (n > 3 && strcmp(text + n - 3, "。") == 0);
    strbuf_fmt(p->out, "%c%s%s\n\n", lower ? text[0] - 32 : text[0], text + 1,
               ended ? "" : say(p, "。", "."));
}

static void write_function(const struct page *p, const char *owner, const struct api_function *f,
                           const char *setup)
{
    bool constant = f->signature[0] != '(';
    strbuf_fmt(p->out, "#### `%s%s%s%s`\n\n", owner, f->name, constant ? ": " : "", f->signature);
    sentence(p, f->zh, f->en);
    code(p, setup, f->example);
}

static void write_library(const struct page *p, const struct api_library *library)
{
    char owner[32] = "";
    if (*library->name) {
        strbuf_fmt(p->out, "### %s\n\n", library->name);
        snprintf(owner, sizeof owner, "%s.", library->name);
    }
    strbuf_fmt(p->out, "%s\n\n", say(p, library->zh, library->en));
    for (const struct api_function *f = library->functions; f->name; f++)
        write_function(p, owner, f, NULL);
}

static void write_members(const struct page *p, const struct api_class *class)
{
    if (!class->fields && !class->index_type)
        return;
    strbuf_fmt(p->out, "| %s | %s | %s |\n|---|---|---|\n", say(p, "字段", "field"),
               say(p, "类型", "type"), say(p, "含义", "meaning"));
    for (const struct api_field *f = class->fields; f && f->name; f++) {
        strbuf_fmt(p->out, "| `%s` | ", f->name);
        cell_code(p->out, str_of(f->type));
        strbuf_fmt(p->out, " | %s |\n", say(p, f->zh, f->en));
    }
    if (class->index_type) {
        strbuf_c(p->out, "| `[…]` | ");
        cell_code(p->out, str_of(class->index_type));
        strbuf_fmt(p->out, " | %s |\n", say(p, class->index_zh, class->index_en));
    }
    strbuf_char(p->out, '\n');
    if (!class->fields)
        return;
    strbuf_c(p->out, "```lua\n");
    if (*class->example)
        strbuf_fmt(p->out, "%s\n", class->example);
    for (const struct api_field *f = class->fields; f->name; f++)
        strbuf_fmt(p->out, "%s\n", f->example);
    strbuf_c(p->out, "```\n\n");
}

static void write_class(const struct page *p, const struct api_class *class)
{
    char owner[64];
    snprintf(owner, sizeof owner, "%s:", class->name);
    strbuf_fmt(p->out, "### %s\n\n%s\n\n", class->type, say(p, class->zh, class->en));
    if (class->base)
        strbuf_fmt(p->out, say(p, "也有 %s 的字段。\n\n", "It has the fields of %s, too.\n\n"),
                   class->base->type);
    write_members(p, class);
    for (const struct api_function *f = class->methods; f && f->name; f++)
        write_function(p, owner, f, class->example);
}

static void write_shape(const struct page *p, const struct shape *shape)
{
    if (shape->declares)
        strbuf_fmt(p->out, "### %s { … }\n\n", shape->declares);
    else
        strbuf_fmt(p->out, "### %s\n\n", shape->name);
    sentence(p, shape->zh, shape->en);
    if (shape->alias)
        strbuf_fmt(p->out, "`%s`\n\n", shape->alias);
    if (shape->fields) {
        strbuf_fmt(p->out, "| %s | %s | %s | %s |\n|---|---|---|---|\n", say(p, "字段", "field"),
                   say(p, "类型", "type"), say(p, "不写时", "left out"), say(p, "含义", "meaning"));
        for (const struct shape_field *f = shape->fields; f->name; f++) {
            strbuf_c(p->out, "| ");
            cell_code(p->out, str_of(f->name));
            strbuf_c(p->out, " | ");
            cell_code(p->out, str_of(f->type));
            strbuf_c(p->out, " | ");
            if (f->fallback)
                cell_code(p->out, str_of(f->fallback));
            else
                strbuf_c(p->out, shape_optional(f) ? "" : say(p, "必写", "required"));
            strbuf_c(p->out, " | ");
            cell_text(p->out, str_of(say(p, f->zh, f->en)));
            strbuf_c(p->out, " |\n");
        }
        strbuf_char(p->out, '\n');
    }
    code(p, NULL, shape->example);
}

static void write_shapes(const struct page *p, bool declared)
{
    for (const struct shape *const *s = api_shapes(); *s; s++)
        if (declared == ((*s)->declares != NULL))
            write_shape(p, *s);
}

static void write_items(const struct page *p, const char *title, const struct reference_list *list)
{
    if (list->n == 0)
        return;
    strbuf_fmt(p->out, "| %s | %s | %s |\n|---|---|---|\n", title, say(p, "类型", "type"),
               say(p, "含义", "meaning"));
    for (size_t i = 0; i < list->n; i++) {
        const struct reference_item *item = &list->items[i];
        strbuf_c(p->out, "| ");
        cell_code(p->out, item->name.n ? item->name : str_of("→"));
        strbuf_c(p->out, " | ");
        cell_code(p->out, item->type);
        strbuf_c(p->out, " | ");
        cell_text(p->out, item->text[p->lang]);
        strbuf_c(p->out, " |\n");
    }
    strbuf_char(p->out, '\n');
}

static void write_helper(const struct page *p, const struct reference_function *f)
{
    strbuf_fmt(p->out, "#### `%.*s(%.*s)`\n\n%.*s\n\n", STR_ARG(f->name), STR_ARG(f->arguments),
               STR_ARG(f->text[p->lang]));
    if (f->fields.n)
        write_items(p, say(p, "字段", "field"), &f->fields);
    else
        write_items(p, say(p, "参数", "argument"), &f->parameters);
    write_items(p, say(p, "结果", "result"), &f->results);
    if (f->example.n)
        strbuf_fmt(p->out, "```lua\n%.*s```\n\n", STR_ARG(f->example));
}

static void write_helpers(const struct page *p)
{
    struct str library = str_of("");
    for (size_t i = 0; i < p->libs->n; i++) {
        const struct reference_function *f = &p->libs->functions[i];
        if (!str_eq(library, f->library))
            strbuf_fmt(p->out, "### require \"%.*s\"\n\n", STR_ARG(f->library));
        library = f->library;
        write_helper(p, f);
    }
}

static void write_head(const struct page *p)
{
    strbuf_fmt(p->out,
               say(p, "# 插件接口参考，第 %d 版\n\n", "# The plugin interface, version %d\n\n"),
               ENGINE_PACK_INTERFACE);
    strbuf_c(
        p->out,
        say(p,
            "本页由程序写出（`auditor rules reference "
            "文件夹`），出自检查调用的同一份描述。总的规定见 "
            "[rule-interface.md](rule-interface.md)。\n\n"
            "签名写作 `(名: 类型, 名?: 类型) -> 结果`，`?` 表示可以不写或可能是 nil，`T[]` 是 T "
            "的列表，"
            "`T|U` 是其中之一。`Handle` 是报告中任何一处的句柄。调用不合签名时，规则以 `error` "
            "结束，写明规则文件"
            "和行号、函数、参数、应为什么、却是什么。\n\n"
            "例子都由测试运行：作为规则 `check` 的内容，检查的是 `plugins/types/example.html`；"
            "规则声明的模式是 `number_of_cases = \"([0-9]+)件\"` 和 `placeholder = "
            "\"XX+\"`，claims 是新收的申请。\n\n",
            "The program writes this page (`auditor rules reference DIR`) from the descriptors "
            "that check "
            "the calls. What holds in general says [rule-interface.md](rule-interface.md).\n\n"
            "A signature is `(name: type, name?: type) -> results`; `?` marks what may be left out "
            "or be "
            "nil, `T[]` is a list of T, `T|U` either of them. `Handle` is any handle of the "
            "report. A call "
            "that does not fit ends the rule as `error`, with its file and line, the function, the "
            "argument, what was expected and what was found.\n\n"
            "Tests run every example as the body of a rule's `check` on "
            "`plugins/types/example.html`; the "
            "rule declares the patterns `number_of_cases = \"([0-9]+)件\"` and `placeholder = "
            "\"XX+\"`, and as `claims` new requests."
            "\n\n"));
}

void reference_markdown(struct strbuf *out, const struct reference_libs *libs, enum lang lang)
{
    struct page p = { out, lang, libs };
    write_head(&p);
    heading(&p, "##", "语言", "Language");
    for (const struct api_library *const *l = api_libraries(); *l; l++)
        write_library(&p, *l);
    heading(&p, "##", "报告和句柄", "The report and its handles");
    for (const struct api_class *const *c = api_classes(); *c; c++)
        write_class(&p, *c);
    heading(&p, "##", "声明", "Declarations");
    write_shapes(&p, true);
    heading(&p, "##", "评分细则", "Profiles");
    write_shape(&p, &profile_shape);
    write_shape(&p, &profile_sheet_shape);
    heading(&p, "##", "表和词", "Tables and words");
    write_shapes(&p, false);
    heading(&p, "##", "函数库", "Helper libraries");
    write_helpers(&p);
    while (out->n > 1 && out->p[out->n - 1] == '\n' && out->p[out->n - 2] == '\n')
        out->n--;
}
