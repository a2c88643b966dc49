/* rules_reference.c - `auditor rules reference [DIR]`: the plugin interface as pages and as annotations. */
#include <stdio.h>
#include <stdlib.h>

#include "author/reference.h"
#include "base/file.h"
#include "base/lang.h"
#include "command/rules.h"
#include "office/setup.h"

static int print(const char *lib, struct error *err)
{
    struct reference_libs libs;
    struct strbuf text = { 0 };
    int rc = reference_libs_read(&libs, lib, err);
    if (rc == 0) {
        reference_markdown(&text, &libs, lang_get());
        fwrite(text.p, 1, text.n, stdout);
    }
    strbuf_free(&text);
    reference_libs_free(&libs);
    return rc;
}

int rules_reference(const struct cli *cli)
{
    struct error err = { 0 };
    char *data = NULL, *lib = NULL;
    if (cli->argument_count > 2)
        return cli_usage_error(cli, tr("用法：auditor rules reference [文件夹]",
                                       "usage: auditor rules reference [DIR]"));
    int rc = setup_data_folder(&data, &err);
    if (rc == 0)
        lib = file_join(data, "plugins/lib");
    if (rc == 0 && cli->argument_count == 1)
        rc = print(lib, &err);
    else if (rc == 0)
        rc = reference_write(cli->arguments[1], lib, &err);
    if (rc == 0 && cli->argument_count == 2)
        fprintf(stderr,
                tr("已写入 %s：reference.md、reference.zh.md、auditor.lua\n",
                   "wrote reference.md, reference.zh.md and auditor.lua to %s\n"),
                cli->arguments[1]);
    free(lib);
    free(data);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}
