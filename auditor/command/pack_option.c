/* pack_option.c - see pack_option.h. */
#include "command/pack_option.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

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
        list[n++] = path;
    }
    if (rc)
        free(list);
    else
        *out = list;
    return rc;
}
