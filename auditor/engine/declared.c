/* declared.c - see declared.h. */
#include "engine/declared.h"

#include "base/lang.h"
#include "engine/data.h"
#include "engine/keep.h"
#include "engine/state.h"

static const struct rule *find(const struct engine *engine, const struct rule_info *info)
{
    for (size_t i = engine->rule_count; i-- > 0;)
        if (str_eq(engine->rules[i]->info.id, info->id) &&
            str_eq(engine->rules[i]->info.file, info->file))
            return engine->rules[i];
    return NULL;
}

int declared_rule(struct engine *engine, const struct rule_info *info, struct cJSON **out,
                  struct error *err)
{
    const struct rule *rule = find(engine, info);
    lua_State *L = sandbox_state(engine->sandbox);
    *out = NULL;
    if (!rule || rule->kept == LUA_NOREF)
        return error_set(err, ERR_PLUGIN, tr("规则 %.*s 没有载入", "rule %.*s is not loaded"),
                         STR_ARG(info->id));
    keep_push(L, rule->kept);
    int code = data_take(L, -1, true, out, err);
    lua_pop(L, 1);
    return code;
}

size_t declared_literals(const struct engine *engine, const struct rule_info *info,
                         struct str pattern)
{
    const struct rule *rule = find(engine, info);
    const struct rule_pattern *p = rule ? rule_pattern(rule, pattern) : NULL;
    return p ? p->literal_count : 0;
}
