/* chosen.c - see chosen.h. */
#include "command/chosen.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "office/asked.h"
#include "office/assess.h"

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
                                 .missing = s->verdict.path.n == 0,
                                 .not_due = str_eq_c(s->verdict.kind, "not-due") };
    audit_severity_parse(&row.worst, s->verdict.worst);
    out->list = mem_grow(out->list, out->n, &out->cap, sizeof *out->list);
    out->list[out->n++] = row;
    return 0;
}

int chosen_find(struct chosen *out, struct store *store, int year, const char *agency,
                struct error *err)
{
    int64_t assessment;
    struct strbuf code = { 0 }; /* empty: all */
    *out = (struct chosen){ 0 };
    int rc = assess_find(&assessment, store, year, err);
    if (rc == 0 && strcmp(agency, "all") != 0)
        rc = asked_code(&code, store, &assessment, 1, agency, err);
    if (rc == 0)
        rc = store_standings(store, assessment, strbuf_view(&code), take_standing, out, err);
    strbuf_free(&code);
    for (size_t i = 0; i < out->n; i++)
        map_add(&out->by_code, str_of(out->list[i].code), (uint32_t)i);
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
