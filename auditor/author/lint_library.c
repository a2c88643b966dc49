/* lint_library.c - libraries and functions of libraries that nothing uses; see lint_work.h. */
#include "author/lint_work.h"

#include "base/lang.h"

static struct lint_place at(const struct lint_file *file, unsigned line)
{
    return (struct lint_place){ str_of(""), file->shown, line };
}

/* Of the program's own libraries, those of others may use what no shipped file does. */
static enum lint_level level_of(const struct lint_file *library)
{
    return library->pack.n ? LINT_WARNING : LINT_ADVICE;
}

static bool is_used(const struct lint *lint, const struct lint_file *library)
{
    for (size_t i = 0; i < lint->n; i++)
        if (!lint->files[i].library && lint_reaches(&lint->files[i], library))
            return true;
    return false;
}

/* The local that the library returns in its last line; "" when it returns something else. */
static struct str returned(const struct lua_tokens *t)
{
    if (t->n >= 2 && lua_token_is(t, t->n - 2, "return") && t->list[t->n - 1].kind == TOKEN_NAME)
        return t->list[t->n - 1].text;
    return str_of("");
}

/* `function lib.name` or `lib.name = function` at i: the position of the name. */
static size_t defined(const struct lua_tokens *t, size_t i, struct str library)
{
    bool own = i + 2 < t->n && str_eq(t->list[i].text, library) &&
               (lua_token_is(t, i + 1, ".") || lua_token_is(t, i + 1, ":"));
    bool made = own && ((i > 0 && lua_token_is(t, i - 1, "function")) ||
                        (lua_token_is(t, i + 3, "=") && lua_token_is(t, i + 4, "function")));
    return made ? i + 2 : t->n;
}

static bool names(const struct lua_tokens *t, struct str word, size_t except)
{
    for (size_t i = 0; i < t->n; i++)
        if (i != except && t->list[i].kind <= TOKEN_STRING && str_eq(t->list[i].text, word))
            return true;
    return false;
}

static bool anyone_names(const struct lint *lint, const struct lint_file *library,
                         size_t definition)
{
    struct str word = library->tokens.list[definition].text;
    if (names(&library->tokens, word, definition))
        return true;
    for (size_t i = 0; i < lint->n; i++)
        if (&lint->files[i] != library && lint_reaches(&lint->files[i], library) &&
            names(&lint->files[i].tokens, word, lint->files[i].tokens.n))
            return true;
    return false;
}

static void check_functions(struct lint *lint, const struct lint_file *library)
{
    const struct lua_tokens *t = &library->tokens;
    struct str name = returned(t);
    for (size_t i = 0; name.n && i < t->n; i++) {
        size_t definition = defined(t, i, name);
        if (definition < t->n && !anyone_names(lint, library, definition))
            lint_add(lint, level_of(library), "unused-function", at(library, t->list[i].line),
                     tr("没有文件用到函数 %.*s.%.*s：不再需要就删去",
                        "no file uses the function %.*s.%.*s: delete it if it is not needed"),
                     STR_ARG(name), STR_ARG(t->list[definition].text));
    }
}

void lint_libraries(struct lint *lint)
{
    for (size_t i = 0; i < lint->n; i++) {
        const struct lint_file *library = &lint->files[i];
        if (!library->library)
            continue;
        if (is_used(lint, library))
            check_functions(lint, library);
        else
            lint_add(lint, level_of(library), "unused-library", at(library, 1),
                     tr("没有规则、格式或版式引用这个库：不再需要就删去",
                        "no rule, form or layout requires this library: delete it if it is not "
                        "needed"));
    }
}
