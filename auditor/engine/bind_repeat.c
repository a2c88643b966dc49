/* bind_repeat.c - sentences that stand twice in the article; report:repeated(). */
#include "base/digest.h"
#include "engine/bind.h"
#include "engine/bind_quantity.h"
#include "text/sentence.h"

struct sentence {
    uint64_t digest;
    struct span span; /* len 0: the slot is free */
};

struct sentences { /* an open hash table, never more than half full */
    struct sentence *slots;
    size_t mask, n, least;
    lua_State *L;
    struct bind *b;
    lua_Integer found; /* pairs in the two lists on the stack */
};

static struct str text_of(const struct bind *b, struct span span)
{
    return str_sub(strbuf_view(&b->doc->text), span.at, span.len);
}

/* The slot of a sentence, or the free one where it belongs. */
static struct sentence *place_for(const struct sentences *all, const struct sentence *s)
{
    size_t i = s->digest & all->mask;
    struct str text = text_of(all->b, s->span);
    while (all->slots[i].span.len && (all->slots[i].digest != s->digest ||
                                      !str_eq(text_of(all->b, all->slots[i].span), text)))
        i = (i + 1) & all->mask;
    return &all->slots[i];
}

static void make_room(struct sentences *all)
{
    struct sentences larger = *all;
    if (2 * all->n < all->mask)
        return;
    larger.mask = 2 * all->mask + 1;
    larger.slots = arena_alloc(all->b->scratch, (larger.mask + 1) * sizeof *larger.slots);
    for (size_t i = 0; i <= all->mask; i++)
        if (all->slots[i].span.len)
            *place_for(&larger, &all->slots[i]) = all->slots[i];
    *all = larger;
}

static void note(struct sentences *all, uint32_t block, size_t from, size_t to)
{
    struct bind *b = all->b;
    struct str text = str_sub(doc_block_text(b->doc, block), from, to - from);
    size_t link = sentence_link(text);
    from += link;
    text = str_sub(text, link, text.n);
    if (text.n < all->least || str_chars(text) < all->least)
        return;
    struct sentence s = { digest_fast(text),
                          bind_part_of(b, block, (uint32_t)from, (uint32_t)text.n) };
    struct sentence *known = place_for(all, &s);
    if (!known->span.len) {
        *known = s;
        all->n++;
        make_room(all);
        return;
    }
    bind_push(all->L, BIND_SPAN, 0, 0, s.span); /* again first span */
    lua_rawseti(all->L, -3, ++all->found);
    bind_push(all->L, BIND_SPAN, 0, 0, known->span);
    lua_rawseti(all->L, -2, all->found);
}

/* The length of the mark at byte i that ends a sentence or a part of one, 0 for none. */
static size_t mark_at(struct str s, size_t i)
{
    char c = s.p[i];
    if (c == '!' || c == '?' || c == ';')
        return 1;
    return (unsigned char)c == 0xE3 && str_starts(str_sub(s, i, 3), STR("。")) ? 3 : 0;
}

static void note_block(struct sentences *all, uint32_t block)
{
    struct str s = doc_block_text(all->b->doc, block);
    size_t from = 0;
    for (size_t i = 0; i < s.n;) {
        if ((unsigned char)s.p[i] > 0xE3) { /* nearly all characters: three bytes, and no mark */
            i += 3;
            continue;
        }
        size_t n = mark_at(s, i);
        if (n) {
            note(all, block, from, i);
            from = i + n;
        }
        i += n ? n : 1;
    }
    note(all, block, from, s.n);
}

static bool is_asked(const struct bind *b, uint32_t block, size_t least)
{
    const struct doc_block *d = &b->doc->blocks[block];
    return b->blocks[block].article && !(d->flags & DOC_LINKED) && d->text_len >= least;
}

/* report:repeated(characters) */
int bind_repeated(lua_State *L)
{
    struct bind *b = bind_of(L);
    lua_Integer least = lua_tointeger(L, 2);
    luaL_argcheck(L, least > 0 && least < 10000, 2, "1 to 9,999 characters");
    enum { SLOTS = 64 };
    struct sentences all = { .L = L, .b = b, .least = (size_t)least, .mask = SLOTS - 1 };
    size_t bytes = 0;
    for (uint32_t i = 0; i < b->doc->block_count; i++)
        bytes += is_asked(b, i, all.least) ? b->doc->blocks[i].text_len : 0;
    sandbox_charge(L, 20 + bytes / 16);
    all.slots = arena_alloc(b->scratch, SLOTS * sizeof *all.slots);
    lua_newtable(L);
    lua_newtable(L);
    for (uint32_t i = 0; i < b->doc->block_count; i++)
        if (is_asked(b, i, all.least))
            note_block(&all, i);
    return 2;
}
