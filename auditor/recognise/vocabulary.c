/* vocabulary.c - a hash table of label cores. */
#include "recognise/vocabulary.h"

#include "base/arena.h"

enum { BUCKETS = 512, OPENINGS = 4096 };

struct cores {
    struct word_core *core;
    size_t n;
};

struct table_cores {
    struct cores *rows, *columns;
};

struct vocabulary {
    struct word *bucket[BUCKETS];
    struct table_cores *tables;
    uint64_t opens[OPENINGS / 64]; /* a bit for each first character, by its lowest bits */
    uint64_t pairs[OPENINGS / 64]; /* and for each first two */
    struct arena *arena;
};

static uint64_t opening_bit(uint32_t first)
{
    return (uint64_t)1 << (first % 64);
}

bool vocabulary_opens(const struct vocabulary *v, uint32_t first)
{
    return (v->opens[first % OPENINGS / 64] & opening_bit(first)) != 0;
}

static uint32_t pair_of(const struct label_head *head)
{
    return (head->first * 0x9E3779B1u ^ head->second) * 0x85EBCA6Bu >> 16;
}

bool vocabulary_goes_on(const struct vocabulary *v, const struct label_head *head)
{
    uint32_t pair = pair_of(head);
    return (v->pairs[pair % OPENINGS / 64] & opening_bit(pair)) != 0;
}

static struct word *word_of(struct vocabulary *v, struct str core, uint32_t hash)
{
    struct word **slot = &v->bucket[hash % BUCKETS];
    for (struct word *w = *slot; w != NULL; w = (struct word *)w->next) {
        if (w->hash == hash && str_eq(w->core, core))
            return w;
    }
    struct word *w = arena_alloc(v->arena, sizeof(*w));
    w->core = core;
    w->hash = hash;
    w->next = *slot;
    *slot = w;
    return w;
}

static struct str add(struct vocabulary *v, struct str label, size_t table, enum word_role role,
                      size_t index)
{
    struct strbuf core = { 0 };
    struct label_head head = label_head(label);
    uint32_t hash = label_core(label, &head, &core);
    struct str kept = arena_str(v->arena, strbuf_view(&core));
    strbuf_free(&core);
    if (kept.n == 0)
        return kept;
    v->opens[head.first % OPENINGS / 64] |= opening_bit(head.first);
    v->pairs[pair_of(&head) % OPENINGS / 64] |= opening_bit(pair_of(&head));
    struct word *w = word_of(v, kept, hash);
    const struct word_use *old = word_use(w, table, role);
    if (old != NULL && old->index == index)
        return kept;
    struct word_use *use = arena_alloc(v->arena, sizeof(*use));
    *use = (struct word_use){ (uint16_t)table, (uint8_t)role, (uint16_t)index, w->uses };
    w->uses = use;
    return kept;
}

static void add_core(struct vocabulary *v, struct cores *out, struct str core)
{
    struct word_core *c = &out->core[out->n++];
    struct strbuf plain = { 0 };
    label_plain(core, &plain);
    c->text = core;
    c->plain = arena_str(v->arena, strbuf_view(&plain));
    label_chars(&c->chars, core);
    strbuf_free(&plain);
}

static struct cores *add_lines(struct vocabulary *v, const struct form_line *lines, size_t n,
                               size_t table, enum word_role role)
{
    struct cores *all = arena_alloc(v->arena, n * sizeof(*all) + 1);
    for (size_t i = 0; i < n; i++) {
        const struct form_line *line = &lines[i];
        all[i].core = arena_alloc(v->arena, (line->alias_count + 1) * sizeof(struct word_core));
        add_core(v, &all[i], add(v, line->label, table, role, i));
        for (size_t k = 0; k < line->alias_count; k++)
            add_core(v, &all[i], add(v, line->aliases[k], table, role, i));
        add(v, line->group, table, WORD_HEAD, 0);
        if (line->group.n != 0) /* in a sheet without merged cells it stands before the label */
            add(v, arena_fmt(v->arena, "%.*s%.*s", STR_ARG(line->group), STR_ARG(line->label)),
                table, role, i);
    }
    return all;
}

struct vocabulary *vocabulary_build(const struct form *form)
{
    struct vocabulary *v = arena_alloc(form->arena, sizeof(*v));
    v->arena = form->arena;
    v->tables = arena_alloc(form->arena, form->table_count * sizeof(*v->tables) + 1);
    for (size_t i = 0; i < form->table_count; i++) {
        const struct form_table *t = &form->tables[i];
        v->tables[i].rows = add_lines(v, t->rows, t->row_count, i, WORD_ROW);
        v->tables[i].columns = add_lines(v, t->columns, t->column_count, i, WORD_COLUMN);
        for (size_t k = 0; k < t->head_count; k++)
            add(v, t->heads[k], i, WORD_HEAD, 0);
    }
    return v;
}

const struct word *vocabulary_find(const struct vocabulary *v, struct str core, uint32_t hash)
{
    for (const struct word *w = v->bucket[hash % BUCKETS]; w != NULL; w = w->next) {
        if (w->hash == hash && str_eq(w->core, core))
            return w;
    }
    return NULL;
}

const struct word_use *word_use(const struct word *w, size_t table, enum word_role role)
{
    for (const struct word_use *u = w == NULL ? NULL : w->uses; u != NULL; u = u->next) {
        if (u->table == table && u->role == role)
            return u;
    }
    return NULL;
}

const struct word_core *vocabulary_core(const struct vocabulary *v, size_t table,
                                        enum word_role role, size_t index, size_t i)
{
    const struct table_cores *t = &v->tables[table];
    const struct cores *c = role == WORD_ROW ? &t->rows[index] : &t->columns[index];
    return i < c->n ? &c->core[i] : NULL;
}
