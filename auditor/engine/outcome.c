/* outcome.c - see outcome.h. */
#include "engine/outcome.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct audit_text outcome_text(const char *zh, const char *en)
{
    struct audit_text text;
    text.in[LANG_ZH] = str_of(zh);
    text.in[LANG_EN] = str_of(en);
    return text;
}

struct outcome_finding *outcome_add_finding(struct outcome *o)
{
    o->findings = mem_grow(o->findings, o->finding_count, &o->finding_cap, sizeof *o->findings);
    struct outcome_finding *f = &o->findings[o->finding_count];
    memset(f, 0, sizeof *f);
    f->order = o->finding_count++;
    return f;
}

struct outcome_open *outcome_add_open(struct outcome *o)
{
    if (o->open_count >= OUTCOME_OPEN) {
        struct outcome_open *last = &o->open[o->open_count - 1];
        last->reason.code = str_of("more");
        last->reason.message = outcome_text("还有更多未能判定之处，未逐一列出",
                                            "more undecided places are not listed");
        last->cause.count = 0;
        return NULL;
    }
    o->open = mem_grow(o->open, o->open_count, &o->open_cap, sizeof *o->open);
    struct outcome_open *open = &o->open[o->open_count];
    memset(open, 0, sizeof *open);
    open->order = o->open_count++;
    return open;
}

void outcome_free(struct outcome *o)
{
    free(o->findings);
    free(o->open);
    o->findings = NULL;
    o->open = NULL;
}

/* At most OUTCOME_QUOTE characters, line feeds between blocks as blanks, ends trimmed. */
static struct str keep_quote(struct str raw, struct arena *arena)
{
    size_t n = 0, chars = 0, cut = 0;
    raw = str_trim(raw);
    while (n < raw.n && chars < OUTCOME_QUOTE) {
        if (chars == OUTCOME_QUOTE - 1)
            cut = n;
        str_next(raw, &n);
        chars++;
    }
    struct str kept =
        n < raw.n ? arena_fmt(arena, "%.*s…", (int)cut, raw.p) : arena_str(arena, raw);
    char *p = (char *)kept.p;
    for (size_t i = 0; i < kept.n; i++)
        if (p[i] == '\n' || p[i] == '\t')
            p[i] = ' ';
    return kept;
}

static struct str keep(struct str s, struct arena *arena)
{
    return s.n ? arena_str(arena, s) : str_of("");
}

void outcome_keep_place(struct audit_place *place, struct arena *arena)
{
    place->document = keep(place->document, arena);
    place->section = keep(place->section, arena);
    place->table = keep(place->table, arena);
    place->row = keep(place->row, arena);
    place->column = keep(place->column, arena);
    place->quote = place->quote.n ? keep_quote(place->quote, arena) : str_of("");
}
