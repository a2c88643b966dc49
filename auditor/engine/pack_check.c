/* pack_check.c - whether what a manifest names is there; see pack.h. */
#include <stdarg.h>
#include <stdio.h>

#include "base/file.h"
#include "base/lang.h"
#include "engine/state.h"

struct check {
    const struct pack *pack;
    const struct engine *engine;
    struct rule *const *own; /* the rules that it brings */
    size_t own_count;
    struct error *err;
};

static int fail(const struct check *c, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static int fail(const struct check *c, const char *format, ...)
{
    char what[400];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    return error_set(c->err, ERR_CONFIG, "%s/pack.lua: %s", file_name(c->pack->info.file.p), what);
}

/* The pack of that id that is in use; NULL. */
static const struct pack *used_pack(const struct engine *engine, struct str id)
{
    for (size_t i = 0; i < engine->pack_count; i++)
        if (engine->packs[i]->info.state == PACK_USED && str_eq(engine->packs[i]->info.id, id))
            return engine->packs[i];
    return NULL;
}

static bool years_meet(const struct pack_info *a, const struct pack_info *b)
{
    return (a->last_year == 0 || b->first_year <= a->last_year) &&
           (b->last_year == 0 || a->first_year <= b->last_year);
}

int pack_check_needs(const struct pack *pack, const struct engine *engine, struct error *err)
{
    const struct check c = { .pack = pack, .engine = engine, .err = err };
    for (size_t i = 0; i < pack->need_count; i++) {
        const struct pack_need *need = &pack->needs[i];
        const struct pack *found = used_pack(engine, need->id);
        if (!found)
            return fail(&c,
                        tr("需要规则包 %s（%s），没有可用的",
                           "needs the pack %s (%s), and none can be used"),
                        need->id.p, need->range.p);
        if (!semver_in(&found->version, need->range))
            return fail(&c,
                        tr("需要规则包 %s 的版本 %s，现有 %s",
                           "needs the pack %s in version %s, there is %s"),
                        need->id.p, need->range.p, found->info.version.p);
        if (!years_meet(&pack->info, &found->info))
            return fail(&c,
                        tr("与所需的规则包 %s 没有共同的报告年度",
                           "has no report year in common with the pack %s that it needs"),
                        need->id.p);
    }
    return 0;
}

/* A slip of the pen would silently do nothing. */
static int check_ids(const struct check *c, const char *what, struct str id)
{
    const struct slot *slot = slot_find(c->engine, id);
    if (slot && slot_last(slot))
        return 0;
    return fail(c, tr("%s：先前的规则包没有规则 %s", "%s: no earlier pack has a rule %s"), what,
                id.p);
}

static bool replaces(const struct pack *pack, struct str id)
{
    for (size_t i = 0; i < pack->replace_count; i++)
        if (str_eq(pack->replace[i], id))
            return true;
    return false;
}

/* A rule of this id, or the broken one that stands beside it. */
static bool brings(const struct check *c, struct str id)
{
    for (size_t i = 0; i < c->own_count; i++) {
        struct str own = c->own[i]->info.id;
        size_t n = c->pack->info.id.n;
        if (str_eq(own, id) || (str_starts(own, c->pack->info.id) && own.n > n && own.p[n] == '.' &&
                                str_eq(str_sub(own, n + 1, own.n), id)))
            return true;
    }
    return false;
}

int pack_check_changes(const struct pack *pack, const struct engine *engine,
                       struct rule *const *own, size_t own_count, struct error *err)
{
    const struct check c = { pack, engine, own, own_count, err };
    int code = 0;
    for (size_t i = 0; !code && i < pack->deselect_count; i++) {
        code = check_ids(&c, "deselect", pack->deselect[i]);
        if (!code && replaces(pack, pack->deselect[i]))
            code = fail(
                &c,
                tr("规则 %s 不能既代替又取消", "rule %s cannot be both replaced and deselected"),
                pack->deselect[i].p);
    }
    for (size_t i = 0; !code && i < pack->replace_count; i++) {
        code = check_ids(&c, "replace", pack->replace[i]);
        if (!code && !brings(&c, pack->replace[i]))
            code = fail(
                &c,
                tr("replace：本规则包没有规则 %s", "replace: the pack has no rule %s of its own"),
                pack->replace[i].p);
    }
    for (size_t i = 0; !code && i < pack->relevel_count; i++)
        code = check_ids(&c, "severity", pack->relevel[i].rule);
    return code;
}
