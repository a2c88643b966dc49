/* chosen.c - see chosen.h. */
#include "command/chosen.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/lang.h"
#include "base/mem.h"
#include "office/assess.h"

struct search {
    int64_t assessment;
    struct agency_register *reg; /* as it was when the year was assessed */
    size_t cap;
    int wanted; /* index; -1: all */
};

static int take_agency(void *user, const struct store_agency *row)
{
    struct search *s = user;
    struct agency a = { .code = arena_str(s->reg->arena, row->code),
                        .name = arena_str(s->reg->arena, row->name) };
    struct str rest = row->aliases;
    struct str alias;
    a.aliases = arena_alloc(s->reg->arena, (row->aliases.n + 1) * sizeof *a.aliases);
    while (str_split(&rest, ';', &alias))
        a.aliases[a.alias_count++] = arena_str(s->reg->arena, alias);
    s->reg->agencies = mem_grow(s->reg->agencies, s->reg->n, &s->cap, sizeof *s->reg->agencies);
    s->reg->agencies[s->reg->n++] = a;
    return 0;
}

static char *copy(struct str s)
{
    return mem_strndup(s.p, s.n);
}

static int take_standing(void *user, const struct store_standing *s)
{
    struct chosen *out = user;
    struct chosen_agency row = { .id = s->id,
                                 .path = copy(s->verdict.path),
                                 .agency = copy(s->agency.name),
                                 .code = copy(s->agency.code),
                                 .sha256 = copy(s->verdict.sha256),
                                 .complete = s->verdict.complete,
                                 .unreadable = str_eq_c(s->verdict.kind, "unreadable"),
                                 .missing = str_eq_c(s->verdict.kind, "missing") };
    audit_severity_parse(&row.worst, s->verdict.worst);
    out->list = mem_grow(out->list, out->n, &out->cap, sizeof *out->list);
    out->list[out->n++] = row;
    return 0;
}

/* Those of the register that may be meant by a name that is none's, or several's. */
static int unnamed(const struct agency_register *reg, const char *agency, struct error *err)
{
    int near[REGISTER_NEAR];
    struct strbuf meant = { 0 };
    struct register_clue clue = { .name = str_of(agency) };
    size_t n = register_near(reg, &clue, near);
    for (size_t i = 0; i < n; i++) {
        const struct agency *a = &reg->agencies[near[i]];
        strbuf_fmt(&meant, "%s%.*s %.*s", i ? tr("、", ", ") : "", STR_ARG(a->code),
                   STR_ARG(a->name));
    }
    int rc = error_set(err, ERR_USAGE,
                       tr("名录中没有（或不止一个）机关叫 %s：请用代码或全称%s%s",
                          "the register has no agency, or several, called %s: give the code or the "
                          "full name%s%s"),
                       agency, n ? tr("，可能是：", "; perhaps: ") : "", n ? meant.p : "");
    strbuf_free(&meant);
    return rc;
}

static int name_agency(struct search *s, const char *agency, struct error *err)
{
    s->wanted = -1;
    if (strcmp(agency, "all") == 0)
        return 0;
    s->wanted = register_named(s->reg, str_of(agency));
    if (s->wanted >= 0)
        return 0;
    return unnamed(s->reg, agency, err);
}

int chosen_find(struct chosen *out, struct store *store, int year, const char *agency,
                struct error *err)
{
    struct search s = { 0 };
    *out = (struct chosen){ 0 };
    s.reg = mem_zero(1, sizeof *s.reg);
    s.reg->arena = arena_new();
    int rc = assess_find(&s.assessment, store, year, err);
    if (rc == 0)
        rc = store_agencies(store, s.assessment, take_agency, &s, err);
    register_index(s.reg);
    if (rc == 0)
        rc = name_agency(&s, agency, err);
    struct str code = rc == 0 && s.wanted >= 0 ? s.reg->agencies[s.wanted].code : str_of("");
    if (rc == 0)
        rc = store_standings(store, s.assessment, code, take_standing, out, err);
    for (size_t i = 0; i < out->n; i++)
        map_add(&out->by_code, str_of(out->list[i].code), (uint32_t)i);
    register_free(s.reg);
    return rc;
}

const struct chosen_agency *chosen_by_code(const struct chosen *chosen, struct str code)
{
    size_t i = map_get(&chosen->by_code, code);
    return i < chosen->n ? &chosen->list[i] : NULL;
}

void chosen_free(struct chosen *chosen)
{
    map_free(&chosen->by_code);
    for (size_t i = 0; i < chosen->n; i++) {
        free(chosen->list[i].path);
        free(chosen->list[i].agency);
        free(chosen->list[i].code);
        free(chosen->list[i].sha256);
    }
    free(chosen->list);
    *chosen = (struct chosen){ 0 };
}
