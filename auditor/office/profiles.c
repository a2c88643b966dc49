/* profiles.c - see profiles.h. */
#include "office/profiles.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"

/* Appends the names of the profiles in a folder. */
static void add_names(struct strbuf *names, const char *folder)
{
    struct file_list files = { 0 };
    size_t n = folder ? strlen(folder) + 1 : 0;
    if (folder && file_is_folder(folder) && file_walk(&files, folder, NULL) == 0)
        for (size_t i = 0; i < files.n; i++) {
            struct str below = str_of(files.paths[i] + n);
            struct str name;
            if (str_split(&below, '/', &name) && str_eq_c(below, "profile.conf"))
                strbuf_fmt(names, "%s%.*s", names->n ? tr("、", ", ") : "", STR_ARG(name));
        }
    file_list_free(&files);
}

static int absent(const char *name, const char *own, const char *shipped, struct error *err)
{
    struct strbuf names = { 0 };
    add_names(&names, own);
    add_names(&names, shipped);
    int rc = error_set(err, ERR_ABSENT,
                       tr("没有评分方案 %s；现有：%s", "there is no profile %s; there are: %s"),
                       name, names.n ? names.p : "-");
    strbuf_free(&names);
    return rc;
}

int profiles_find(char **out, const char *name, const char *own, const char *data,
                  struct error *err)
{
    char *shipped = file_join(data, "plugins/profiles");
    int rc = 0;
    *out = strchr(name, '/') ? mem_strdup(name) : own ? file_join(own, name) : NULL;
    if (!strchr(name, '/') && (!*out || !file_is_folder(*out))) {
        free(*out);
        *out = file_join(shipped, name);
    }
    if (!file_is_folder(*out)) {
        free(*out);
        *out = NULL;
        rc = absent(name, own, shipped, err);
    }
    free(shipped);
    return rc;
}
