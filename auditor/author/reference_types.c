/* reference_types.c - LuaCATS annotations for lua-language-server; see reference.h. */
#include <stdio.h>
#include <string.h>

#include "author/reference.h"
#include "engine/api.h"
#include "engine/engine.h"

/* What the types of a signature cannot say: the value of a loop is that of the list. */
static const struct {
    const char *name, *annotation;
} generic[] = {
    { "assert",
      "---@generic T\n---@param value? T\n---@param message? any\n---@param ... any\n---@return T\n"
      "---@return any ...\nfunction assert(value, message, ...) end\n" },
    { "ipairs", "---@generic T: table, V\n---@param list T\n---@return fun(list: V[], i?: "
                "integer): integer, V\n"
                "---@return T\n---@return integer\nfunction ipairs(list) end\n" },
    { "pairs", "---@generic T: table, K, V\n---@param table T\n---@return fun(table: table<K, V>, "
               "key?: K): K, V\n"
               "---@return T\nfunction pairs(table) end\n" },
};

/* The end of the type that begins the text: a comma, a closing bracket or the end of a result. */
static size_t type_length(struct str s)
{
    int depth = 0;
    bool quoted = false;
    size_t n = 0;
    for (; n < s.n; n++) {
        quoted = quoted != (s.p[n] == '"');
        if (quoted)
            continue;
        if (depth == 0 && (s.p[n] == ',' || s.p[n] == ')'))
            break;
        depth += strchr("(<", s.p[n]) ? 1 : strchr(")>", s.p[n]) && s.p[n - 1] != '-' ? -1 : 0;
    }
    return n;
}

static void comment(struct strbuf *out, const char *en, const char *zh)
{
    strbuf_fmt(out, "---%s  \n---%s\n", en, zh);
}

/* Writes the tags of a signature, and its arguments as code sees them. */
static void write_signature(struct strbuf *out, const char *signature, struct strbuf *arguments)
{
    struct str s = str_sub(str_of(signature), 1, strlen(signature));
    while (s.n && s.p[0] != ')') {
        size_t colon = str_find(s, STR(": "));
        struct str name = str_sub(s, 0, colon);
        s = str_sub(s, colon + 2, s.n);
        size_t n = type_length(s);
        strbuf_fmt(out, "---@param %.*s %.*s\n", STR_ARG(name), (int)n, s.p);
        if (name.n && name.p[name.n - 1] == '?')
            name.n--;
        strbuf_fmt(arguments, "%s%.*s", arguments->n ? ", " : "", STR_ARG(name));
        s = str_sub(s, n, s.n);
        if (str_starts(s, STR(", ")))
            s = str_sub(s, 2, s.n);
    }
    s = str_starts(s, STR(") -> ")) ? str_sub(s, 5, s.n) : str_of("");
    while (s.n) {
        bool many = str_starts(s, STR("..."));
        s = many ? str_sub(s, 3, s.n) : s;
        size_t n = type_length(s);
        strbuf_fmt(out, "---@return %.*s%s\n", (int)n, s.p, many ? " ..." : "");
        s = str_sub(s, n, s.n);
        s = str_starts(s, STR(", ")) ? str_sub(s, 2, s.n) : s;
    }
}

static void write_function(struct strbuf *out, const char *owner, const struct api_function *f)
{
    struct strbuf arguments = { 0 };
    comment(out, f->en, f->zh);
    if (f->signature[0] != '(') {
        strbuf_fmt(out, "---@type %s\n%s%s = nil\n\n", f->signature, owner, f->name);
        return;
    }
    for (size_t i = 0; !*owner && i < sizeof generic / sizeof *generic; i++)
        if (strcmp(generic[i].name, f->name) == 0) {
            strbuf_fmt(out, "%s\n", generic[i].annotation);
            return;
        }
    write_signature(out, f->signature, &arguments);
    strbuf_fmt(out, "function %s%s(%.*s) end\n\n", owner, f->name, (int)arguments.n,
               arguments.n ? arguments.p : "");
    strbuf_free(&arguments);
}

static void write_library(struct strbuf *out, const struct api_library *library)
{
    char owner[32] = "";
    if (*library->name) {
        comment(out, library->en, library->zh);
        strbuf_fmt(out, "---@class %slib\n%s = {}\n\n", library->name, library->name);
        snprintf(owner, sizeof owner, "%s.", library->name);
    }
    for (const struct api_function *f = library->functions; f->name; f++)
        write_function(out, owner, f);
}

/* A field that may be nil is one that may be absent. */
static void write_field(struct strbuf *out, const char *name, const char *type, const char *en,
                        const char *zh)
{
    size_t n = strlen(type);
    bool optional = n && type[n - 1] == '?';
    n -= optional;
    if (optional && type[0] == '(' && type[n - 1] == ')' && strncmp(type, "(fun", 4) != 0) {
        type++;
        n -= 2;
    }
    strbuf_fmt(out, "---@field %s%s %.*s %s; %s\n", name, optional ? "?" : "", (int)n, type, en,
               zh);
}

static void write_class(struct strbuf *out, const struct api_class *class)
{
    struct strbuf owner = { 0 };
    bool place = strcmp(class->type, "Out") != 0 && strcmp(class->type, "Diagnosis") != 0;
    const char *base = class->base ? class->base->type : place ? "Handle" : NULL;
    comment(out, class->en, class->zh);
    strbuf_fmt(out, "---@class %s%s%s\n", class->type, base ? ": " : "", base ? base : "");
    for (const struct api_field *f = class->fields; f && f->name; f++)
        write_field(out, f->name, f->type, f->en, f->zh);
    if (class->index_type)
        strbuf_fmt(out, "---@field [%s] %s %s; %s\n",
                   strcmp(class->type, "Match") == 0 ? "integer" : "string", class->index_type,
                   class->index_en, class->index_zh);
    strbuf_fmt(out, "local %s = {}\n\n", class->type);
    strbuf_fmt(&owner, "%s:", class->type);
    for (const struct api_function *f = class->methods; f && f->name; f++)
        write_function(out, owner.p, f);
    strbuf_free(&owner);
}

static void write_shape(struct strbuf *out, const struct shape *shape)
{
    comment(out, shape->en, shape->zh);
    if (shape->alias) {
        strbuf_fmt(out, "---@alias %s %s\n\n", shape->name, shape->alias);
        return;
    }
    strbuf_fmt(out, "---@class %s\n", shape->name);
    for (const struct shape_field *f = shape->fields; f->name; f++)
        write_field(out, f->name, f->type, f->en, f->zh);
    strbuf_char(out, '\n');
}

void reference_types(struct strbuf *out)
{
    strbuf_fmt(out,
               "---@meta auditor\n"
               "-- The plugin interface, version %d, for lua-language-server. The program writes "
               "this file:\n"
               "-- auditor rules reference DIR\n\n",
               ENGINE_PACK_INTERFACE);
    strbuf_c(out, "---Whatever can stand as a place.\n---@class Handle\n\n");
    for (const struct shape *const *s = api_shapes(); *s; s++)
        write_shape(out, *s);
    for (const struct api_class *const *c = api_classes(); *c; c++)
        write_class(out, *c);
    for (const struct api_library *const *l = api_libraries(); *l; l++)
        write_library(out, *l);
    while (out->n > 1 && out->p[out->n - 1] == '\n' && out->p[out->n - 2] == '\n')
        out->n--;
}
