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

static const char *text_at(const cJSON *object, const char *key)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

int case_file_hint(struct report_hint *out, const cJSON *c, struct error *err)
{
    const cJSON *year = cJSON_GetObjectItemCaseSensitive(c, "year");
    const char *level = text_at(c, "level");
    bool ok = true;
    *out = (struct report_hint){ .year = cJSON_IsNumber(year) ? year->valueint : 0,
                                 .agency = str_of(text_at(c, "agency")),
                                 .path = text_at(c, "path") };
    if (level)
        out->level = report_level_parse(str_of(level), &ok);
    if (!ok)
        return error_set(err, ERR_CONFIG, tr("level：没有层级 %s", "level: there is no %s"), level);
    return 0;
}

enum cases_kind case_file_kind(const cJSON *c)
{
    const char *state = text_at(cJSON_GetObjectItemCaseSensitive(c, "expect"), "state");
    if (cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(c, "trap")))
        return CASES_TRAP;
    for (int kind = CASES_PASS; state && kind < CASES_TRAP; kind++)
        if (strcmp(state, cases_kind_name((enum cases_kind)kind)) == 0)
            return (enum cases_kind)kind;
    return CASES_OTHER;
}
