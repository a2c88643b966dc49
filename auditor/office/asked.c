/* asked.c - see asked.h. */
#include "office/asked.h"

#include "base/arena.h"
#include "base/lang.h"
#include "base/mem.h"
#include "office/register.h"

struct reading {
    struct agency_register *reg;
    size_t cap;
};

static int take_agency(void *user, const struct store_agency *row)
{
    struct reading *r = user;
    struct agency_register *reg = r->reg;
    struct agency a = { .code = arena_str(reg->arena, row->code),
                        .name = arena_str(reg->arena, row->name) };
    struct str rest = row->aliases;
    struct str alias;
    a.aliases = arena_alloc(reg->arena, (row->aliases.n + 1) * sizeof *a.aliases);
    while (str_split(&rest, ';', &alias))
        a.aliases[a.alias_count++] = arena_str(reg->arena, alias);
    reg->agencies = mem_grow(reg->agencies, reg->n, &r->cap, sizeof *reg->agencies);
    reg->agencies[reg->n++] = a;
    return 0;
}

/* Those of the register that may be meant by a name that is none's, or several's. */
static int unnamed(const struct agency_register *reg, const char *name, bool several,
                   struct error *err)
{
    int near[REGISTER_NEAR];
    struct strbuf meant = { 0 };
    struct register_clue clue = { .name = str_of(name) };
    size_t n = register_near(reg, &clue, near);
    for (size_t i = 0; i < n; i++) {
        const struct agency *a = &reg->agencies[near[i]];
        strbuf_fmt(&meant, "%s%.*s %.*s", i ? tr("、", ", ") : "", STR_ARG(a->code),
                   STR_ARG(a->name));
    }
    const char *format =
        several ? tr("名录中不止一个机关叫 %s：请用代码或全称%s%s",
                     "the register has several agencies called %s: give the code or the full "
                     "name%s%s")
                : tr("名录中没有机关叫 %s：请用代码或全称%s%s",
                     "the register has no agency called %s: give the code or the full name%s%s");
    int rc = error_set(err, ERR_USAGE, format, name, n ? tr("，可能是：", "; perhaps: ") : "",
                       n ? meant.p : "");
    strbuf_free(&meant);
    return rc;
}

static int code_in(struct strbuf *code, struct store *store, int64_t assessment, const char *name,
                   bool *several, struct error *err)
{
    struct reading r = { .reg = mem_zero(1, sizeof *r.reg) };
    r.reg->arena = arena_new();
    int rc = store_agencies(store, assessment, take_agency, &r, err);
    register_index(r.reg);
    int at = rc == 0 ? register_named(r.reg, str_of(name)) : -1;
    *several = rc == 0 && register_several(r.reg, str_of(name));
    if (rc == 0 && at < 0)
        rc = unnamed(r.reg, name, *several, err);
    strbuf_clear(code);
    if (rc == 0)
        strbuf_str(code, r.reg->agencies[at].code);
    register_free(r.reg);
    return rc;
}

int asked_code(struct strbuf *code, struct store *store, const int64_t *assessments, size_t n,
               const char *name, struct error *err)
{
    int rc = ERR_USAGE;
    bool several = false;
    for (size_t i = 0; rc == ERR_USAGE && !several && i < n; i++) {
        struct error now = { 0 };
        rc = code_in(code, store, assessments[i], name, &several, &now);
        if (i == 0 || rc != ERR_USAGE || several)
            *err = now;
    }
    return rc;
}
