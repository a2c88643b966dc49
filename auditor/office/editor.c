/* editor.c - see editor.h. */
#include "office/editor.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"

static void write_library(struct json *j, const char *data, const char *below)
{
    char *path = file_join(data, below);
    char *real = realpath(path, NULL);
    json_c(j, real ? real : path);
    free(real);
    free(path);
}

/* The environment is described by the annotations alone. */
static void write_builtin(struct json *j)
{
    static const char *const libraries[] = {
        "basic",  "bit",           "bit32",       "builtin",     "coroutine", "debug", "ffi",
        "io",     "jit",           "jit.profile", "jit.util",    "math",      "os",    "package",
        "string", "string.buffer", "table",       "table.clear", "table.new", "utf8"
    };
    json_object(j);
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        json_key(j, libraries[i]);
        json_c(j, strcmp(libraries[i], "builtin") == 0 ? "enable" : "disable");
    }
    json_end_object(j);
}

int editor_write(const char *folder, const char *data, struct error *err)
{
    struct strbuf text = { 0 };
    struct json j;
    char *path = file_join(folder, ".luarc.json");
    json_start(&j, &text);
    json_object(&j);
    json_key(&j, "runtime.builtin");
    write_builtin(&j);
    json_key(&j, "runtime.path");
    json_array(&j);
    json_c(&j, "?.lua");
    json_c(&j, "lib/?.lua");
    json_end_array(&j);
    json_key(&j, "runtime.version");
    json_c(&j, "Lua 5.4");
    json_key(&j, "workspace.library");
    json_array(&j);
    write_library(&j, data, "plugins/types");
    write_library(&j, data, "plugins/lib");
    json_end_array(&j);
    json_end_object(&j);
    strbuf_char(&text, '\n');
    int rc = file_exists(path) ? 0 : file_write(path, strbuf_view(&text), err);
    free(path);
    strbuf_free(&text);
    return rc;
}
