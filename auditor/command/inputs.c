/* inputs.c - see inputs.h. */
#include "command/inputs.h"

#include <string.h>

#include "base/lang.h"
#include "read/read.h"

enum { STDIN_LIMIT = 64 * 1024 * 1024 };

static int collect_one(struct inputs *out, const char *path, struct read_passed *passed,
                       struct error *err)
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
    struct read_passed passed = { 0 };
    for (size_t i = 0; rc == 0 && i < cli->argument_count; i++)
        rc = collect_one(out, cli->arguments[i], &passed, err);
    if (rc == 0)
        read_passed_tell(&passed);
    read_passed_free(&passed);
    carriers_find(&out->carriers, &out->list);
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
    carriers_fill(&inputs->carriers, inputs->next - 1, job);
    if (strcmp(path, "-") == 0) {
        job->source = PIPELINE_BYTES;
        job->bytes = strbuf_view(&inputs->standard_input);
    }
    return true;
}

void inputs_free(struct inputs *inputs)
{
    carriers_free(&inputs->carriers);
    file_list_free(&inputs->list);
    strbuf_free(&inputs->standard_input);
}
