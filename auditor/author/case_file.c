/* case_file.c - see case_file.h. */
#include "author/case_file.h"

#include <string.h>

#include "base/lang.h"

int case_file_read(cJSON **out, struct engine *engine, const struct rule_info *rule,
                   struct error *err)
{
    struct strbuf name = { 0 };
    struct str text;
    *out = NULL;
    if (rule->path.n < strlen(".lua"))
        return error_set(err, ERR_ABSENT, tr("没有案例文件", "there is no cases file"));
    strbuf_fmt(&name, "%.*s.cases.lua", (int)(rule->path.n - strlen(".lua")), rule->path.p);
    int rc = engine_pack_file(engine, rule, strbuf_view(&name), &text, err);
    if (rc == 0)
        rc = engine_data_text(engine, text, name.p, "cases", out, err);
    strbuf_free(&name);
    return rc;
}

enum cases_kind case_file_kind(const cJSON *c)
{
    const cJSON *expect = cJSON_GetObjectItemCaseSensitive(c, "expect");
    const char *state = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(expect, "state"));
    if (cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(c, "trap")))
        return CASES_TRAP;
    for (int kind = CASES_PASS; state && kind < CASES_TRAP; kind++)
        if (strcmp(state, cases_kind_name((enum cases_kind)kind)) == 0)
            return (enum cases_kind)kind;
    return CASES_OTHER;
}
