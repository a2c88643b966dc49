/* rules_output.c - see rules_output.h. */
#include "command/rules_output.h"

#include <string.h>

#include "command/publish.h"

static int write_one(const struct cli *cli, const struct rules_output *o, const char *spec,
                     struct error *err)
{
    struct output output = { 0 };
    struct strbuf text = { 0 };
    int rc = output_parse(&output, spec, o->formats, err);
    if (rc == 0)
        rc = output_open(&output, err);
    if (rc == 0) {
        o->write(&text, output.format, cli->color && !output.path, o->what);
        output_write(&output, strbuf_view(&text));
    }
    int closed = output_close(&output, rc != 0, rc ? NULL : err);
    strbuf_free(&text);
    return rc ? rc : closed;
}

int rules_output(const struct cli *cli, const struct rules_output *o, struct error *err)
{
    bool given = false;
    int rc = publish_check(cli, o->formats, err);
    for (size_t i = 0; rc == 0 && i < cli->value_count; i++)
        if (strcmp(cli->values[i].name, "output") == 0) {
            given = true;
            rc = write_one(cli, o, cli->values[i].value, err);
        }
    if (rc == 0 && !given)
        rc = write_one(cli, o, "text", err);
    return rc;
}
