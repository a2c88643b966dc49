/* reference.c - writes the files of the reference; see reference.h. */
#include "author/reference.h"

#include <stdlib.h>

#include "base/file.h"

static int write_file(const char *folder, const char *name, struct strbuf *text, struct error *err)
{
    char *path = file_join(folder, name);
    int rc = file_write(path, strbuf_view(text), err);
    free(path);
    strbuf_clear(text);
    return rc;
}

int reference_write(const char *folder, const char *lib, struct error *err)
{
    struct reference_libs libs;
    struct strbuf text = { 0 };
    int rc = reference_libs_read(&libs, lib, err);
    if (rc == 0) {
        reference_markdown(&text, &libs, LANG_EN);
        rc = write_file(folder, "reference.md", &text, err);
    }
    if (rc == 0) {
        reference_markdown(&text, &libs, LANG_ZH);
        rc = write_file(folder, "reference.zh.md", &text, err);
    }
    if (rc == 0) {
        reference_types(&text);
        rc = write_file(folder, "auditor.lua", &text, err);
    }
    strbuf_free(&text);
    reference_libs_free(&libs);
    return rc;
}
