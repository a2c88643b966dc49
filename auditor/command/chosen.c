/* chosen.c - see chosen.h. */
#include "command/chosen.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/lang.h"
#include "base/mem.h"
#include "office/assess.h"

struct search {
    struct chosen *out;
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

static int take_audit(void *user, const struct store_audit *a)
{
    struct search *s = user;
    int agency = a->agency.n ? register_by_code(s->reg, a->agency) : -1;
    if (!str_eq_c(a->choice, "chosen") || agency < 0 || (s->wanted >= 0 && s->wanted != agency))
        return 0;
    struct chosen_audit row = { .id = a->id,
                                .path = copy(a->path),
                                .agency = copy(s->reg->agencies[agency].name),
                                .code = copy(a->agency),
                                .complete = a->complete,
                                .unreadable = str_eq_c(a->kind, "unreadable") };
    audit_severity_parse(&row.worst, a->worst);
    s->out->list = mem_grow(s->out->list, s->out->n, &s->out->cap, sizeof *s->out->list);
    s->out->list[s->out->n++] = row;
    return 0;
}

/* By the order of the register; a document was chosen for one agency only. */
static void sort(struct search *s)
{
    size_t done = 0;
    for (size_t i = 0; i < s->reg->n; i++)
        for (size_t k = done; k < s->out->n; k++)
            if (str_eq_c(s->reg->agencies[i].code, s->out->list[k].code)) {
                struct chosen_audit row = s->out->list[k];
                memmove(&s->out->list[done + 1], &s->out->list[done], (k - done) * sizeof row);
                s->out->list[done++] = row;
                break;
            }
}

static int name_agency(struct search *s, const char *agency, struct error *err)
{
    s->wanted = -1;
    if (strcmp(agency, "all") == 0)
        return 0;
    s->wanted = register_named(s->reg, str_of(agency));
    if (s->wanted >= 0)
        return 0;
    return error_set(err, ERR_USAGE,
                     tr("名录中没有（或不止一个）机关叫 %s",
                        "the register has no agency, or several, called %s"),
                     agency);
}

int chosen_find(struct chosen *out, struct store *store, int year, const char *agency,
                struct error *err)
{
    struct search s = { .out = out };
    *out = (struct chosen){ 0 };
    s.reg = mem_zero(1, sizeof *s.reg);
    s.reg->arena = arena_new();
    int rc = assess_find(&s.assessment, store, year, err);
    if (rc == 0)
        rc = store_agencies(store, s.assessment, take_agency, &s, err);
    register_index(s.reg);
    if (rc == 0)
        rc = name_agency(&s, agency, err);
    if (rc == 0)
        rc = store_audits(store, s.assessment, take_audit, &s, err);
    sort(&s);
    if (rc == 0 && out->n == 0)
        rc = error_set(err, ERR_ABSENT, tr("%s %d 年度没有报告", "there is no report of %s for %d"),
                       agency, year);
    register_free(s.reg);
    return rc;
}

void chosen_free(struct chosen *chosen)
{
    for (size_t i = 0; i < chosen->n; i++) {
        free(chosen->list[i].path);
        free(chosen->list[i].agency);
        free(chosen->list[i].code);
    }
    free(chosen->list);
    *chosen = (struct chosen){ 0 };
}
