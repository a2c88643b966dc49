/* inputs.c - see inputs.h. */
#include "command/inputs.h"

#include <string.h>

#include "base/lang.h"
#include "base/log.h"
#include "read/read.h"

enum { STDIN_LIMIT = 64 * 1024 * 1024 };

static int collect_one(struct inputs *out, const char *path, size_t *passed, struct error *err)
{
    if (strcmp(path, "-") == 0) {
        file_list_add(&out->list, path);
        return out->standard_input.n ? 0 : file_read(&out->standard_input, path, STDIN_LIMIT, err);
    }
    return read_walk(&out->list, path, passed, err);
}

int inputs_collect(struct inputs *out, const struct cli *cli, struct error *err)
{
    *out = (struct inputs){ 0 };
    if (cli->argument_count == 0)
        return error_set(err, ERR_USAGE,
                         tr("请指明要读的文件或文件夹", "name the files or folders to read"));
    int rc = 0;
    size_t passed = 0;
    for (size_t i = 0; rc == 0 && i < cli->argument_count; i++)
        rc = collect_one(out, cli->arguments[i], &passed, err);
    if (rc == 0 && passed)
        log_note(tr("跳过 %zu 个附属文件（网页的样式、脚本、_files 文件夹，设置和数据）",
                    "passed over %zu side files (style sheets, scripts, _files folders, settings, "
                    "data)"),
                 passed);
    if (rc)
        inputs_free(out);
    return rc;
}

bool inputs_next(struct inputs *inputs, struct pipeline_job *job)
{
    if (inputs->next == inputs->list.n)
        return false;
    const char *path = inputs->list.paths[inputs->next++];
    *job = (struct pipeline_job){ .source = PIPELINE_FILE, .path = str_of(path) };
    if (strcmp(path, "-") == 0) {
        job->source = PIPELINE_BYTES;
        job->bytes = strbuf_view(&inputs->standard_input);
    }
    return true;
}

void inputs_free(struct inputs *inputs)
{
    file_list_free(&inputs->list);
    strbuf_free(&inputs->standard_input);
}
