/* pack_option.c - see pack_option.h. */
#include "command/pack_option.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

/* A folder without a rule or a manifest would leave everything as it is, and nobody would know. */
static bool is_empty(const char *path, struct error *err)
{
    struct file_list files = { 0 };
    bool found = !file_is_folder(path) || file_walk(&files, path, err) != 0;
    for (size_t i = 0; !found && i < files.n; i++)
        found = str_ends(str_of(files.paths[i]), STR(".lua"));
    file_list_free(&files);
    return !found;
}

int pack_option_read(const char ***out, const struct cli *cli, struct error *err)
{
    const char **list = mem_zero(cli->value_count + 1, sizeof *list);
    size_t n = 0;
    int rc = 0;
    *out = NULL;
    for (size_t i = 0; rc == 0 && i < cli->value_count; i++) {
        const char *path = cli->values[i].value;
        if (strcmp(cli->values[i].name, "pack") != 0)
            continue;
        if (!file_exists(path))
            rc = error_set(err, ERR_ABSENT, tr("没有规则包 %s", "there is no pack %s"), path);
        else if (is_empty(path, err))
            rc = error_set(
                err, ERR_CONFIG,
                tr("规则包 %s 里没有规则（.lua 文件）", "the pack %s holds no rule (.lua)"), path);
        list[n++] = path;
    }
    if (rc)
        free(list);
    else
        *out = list;
    return rc;
}
