/* cases_pack.c - see cases_pack.h. */
#include "author/cases_pack.h"

#include "base/wire.h"

static void put_line(struct strbuf *out, const struct cases_line *l)
{
    wire_put_str(out, str_of(l->key));
    wire_put_str(out, l->expected);
    wire_put_str(out, l->found);
    wire_put_int(out, l->has_expected | l->has_found << 1 | l->same << 2);
}

static void put_case(struct strbuf *out, const struct cases_case *c)
{
    wire_put_str(out, c->name);
    wire_put_str(out, c->problem);
    wire_put_int(out, c->line);
    wire_put_int(out, c->kind);
    wire_put_int(out, c->outcome);
    wire_put_int(out, (int64_t)c->time);
    wire_put_int(out, (int64_t)c->instructions);
    wire_put_int(out, (int64_t)c->line_count);
    for (size_t i = 0; i < c->line_count; i++)
        put_line(out, &c->lines[i]);
}

void cases_pack(struct strbuf *out, const struct cases_rule *r)
{
    const struct str texts[] = { r->id, r->pack, r->title, r->file, r->problem };
    const uint64_t numbers[] = { r->passed, r->differing,    r->broken,
                                 r->time,   r->instructions, r->most };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        wire_put_str(out, texts[i]);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        wire_put_int(out, (int64_t)numbers[i]);
    for (int kind = 0; kind <= CASES_OTHER; kind++)
        wire_put_int(out, (int64_t)r->of_kind[kind]);
    wire_put_int(out, (int64_t)r->n);
    for (size_t i = 0; i < r->n; i++)
        put_case(out, &r->list[i]);
}

static void get_line(struct wire *w, struct cases_line *l, struct arena *arena)
{
    l->key = arena_str(arena, wire_str(w)).p;
    l->expected = arena_str(arena, wire_str(w));
    l->found = arena_str(arena, wire_str(w));
    int64_t flags = wire_int(w);
    l->has_expected = flags & 1;
    l->has_found = flags >> 1 & 1;
    l->same = flags >> 2 & 1;
}

static void get_case(struct wire *w, struct cases_case *c, struct arena *arena)
{
    c->name = arena_str(arena, wire_str(w));
    c->problem = arena_str(arena, wire_str(w));
    c->line = (unsigned)wire_int(w);
    c->kind = (enum cases_kind)wire_int(w);
    c->outcome = (enum cases_outcome)wire_int(w);
    c->time = (uint64_t)wire_int(w);
    c->instructions = (uint64_t)wire_int(w);
    size_t n = wire_count(w);
    c->lines = arena_alloc(arena, (n + 1) * sizeof *c->lines);
    for (; c->line_count < n && !w->bad; c->line_count++)
        get_line(w, &c->lines[c->line_count], arena);
}

bool cases_unpack(struct cases_rule *r, struct str bytes, struct arena *arena)
{
    struct wire w = { bytes, false };
    *r = (struct cases_rule){ 0 };
    r->id = arena_str(arena, wire_str(&w));
    r->pack = arena_str(arena, wire_str(&w));
    r->title = arena_str(arena, wire_str(&w));
    r->file = arena_str(arena, wire_str(&w));
    r->problem = arena_str(arena, wire_str(&w));
    r->passed = (size_t)wire_int(&w);
    r->differing = (size_t)wire_int(&w);
    r->broken = (size_t)wire_int(&w);
    r->time = (uint64_t)wire_int(&w);
    r->instructions = (uint64_t)wire_int(&w);
    r->most = (uint64_t)wire_int(&w);
    for (int kind = 0; kind <= CASES_OTHER; kind++)
        r->of_kind[kind] = (size_t)wire_int(&w);
    size_t n = wire_count(&w);
    r->list = arena_alloc(arena, (n + 1) * sizeof *r->list);
    for (; r->n < n && !w.bad; r->n++)
        get_case(&w, &r->list[r->n], arena);
    return wire_whole(&w);
}
