/* bind_claim.c - quantities that count what the rule's `claims` lists; report:claims(). */
#include <lauxlib.h>
#include <string.h>

#include "engine/bind.h"
#include "engine/bind_quantity.h"
#include "recognise/passage.h"
#include "text/claim.h"

/* What a set found in a report, read when first asked for. */
struct bind_claims {
    const struct claim_set *set;
    struct bind_claims *next;
    unsigned number; /* counts the sets of a report */
};

struct claim_handle { /* its head is that of a quantity */
    struct bind_handle head;
    uint32_t thing;
    const struct claim_set *set;
};

static int get_key(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct claim_handle *claim = (const struct claim_handle *)h;
    (void)b;
    return bind_push_str(L, claim_key(claim->set, claim->thing));
}

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_span(b, h->span, out);
}

static const struct api_field fields[] = {
    { "key", get_key, "string", "所数之事的名字", "the key of what is counted",
      "assert(claim.key == 'new')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_claim = {
    .name = "claim",
    .base = &bind_quantity,
    .fields = fields,
    .place = place,
    .type = "Claim",
    .zh = "一个数量和它所数之事",
    .en = "A quantity and what it counts",
    .example = "local claim = report:claims()[1]",
};

static struct str section_of(const struct bind *b, uint32_t block)
{
    uint32_t section = b->blocks[block].section;
    return section ? b->report->sections[section - 1].key : str_of("");
}

/* "(二)依申请公开情况": a short line with a number, which opens what follows. */
static bool is_heading(struct str text)
{
    enum { LINE_MAX_BYTES = 90 };
    static const char *const marks[] = { "(",  "一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", "第" };
    if (text.n == 0 || text.n > LINE_MAX_BYTES || str_find(text, str_of("。")) != SIZE_MAX)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(text, str_of(marks[i])))
            return true;
    return text.p[0] >= '1' && text.p[0] <= '9' && text.n > 1 && text.p[1] == '.';
}

/* The passage as one line, which expressions read from end to end. */
static struct str one_line(struct bind *b, struct str text)
{
    if (text.n == 0 || !memchr(text.p, '\n', text.n))
        return text;
    char *line = arena_alloc(b->scratch, text.n);
    for (size_t i = 0; i < text.n; i++)
        line[i] = text.p[i] == '\n' ? ' ' : text.p[i];
    return (struct str){ line, text.n };
}

enum { ABOVE = 3 }; /* paragraphs above a silent one that may tell its topic */

/* What tells the topic of a paragraph that is silent about it. */
struct lead {
    struct str heading, above[ABOVE]; /* the nearest first */
    size_t count;
};

/* The end of a text, of no more bytes than are looked at for a topic. */
static struct str end_of(struct str text)
{
    enum { ABOVE_MAX = 1200 };
    size_t from = text.n > ABOVE_MAX ? text.n - ABOVE_MAX : 0;
    while (from < text.n && ((unsigned char)text.p[from] & 0xC0) == 0x80)
        from++;
    return str_sub(text, from, text.n - from);
}

/* Notes what a block tells those behind it. */
static void note_lead(struct bind *b, uint32_t block, struct lead *lead)
{
    struct str text = doc_block_text(b->doc, block);
    if (is_heading(text)) {
        *lead = (struct lead){ .heading = text };
    } else if (text.n) {
        memmove(lead->above + 1, lead->above, (ABOVE - 1) * sizeof *lead->above);
        lead->above[0] = end_of(one_line(b, text));
        lead->count += lead->count < ABOVE;
    }
}

/* "(三)政府信息管理。全年…": it opens what it speaks of itself. */
static bool opens_itself(struct str text)
{
    size_t mark = str_find(str_sub(text, 0, STR("十一、").n), STR("、"));
    return text.n && (text.p[0] == '(' || mark != SIZE_MAX);
}

/* Appends the claims of a block to the list on top. */
static void append(lua_State *L, struct bind *b, const struct claim_set *set, uint32_t block,
                   const struct lead *lead)
{
    const struct quantities *all = bind_quantities_of(b, block);
    struct str text = one_line(b, passage_text(b->report, block));
    size_t above = opens_itself(text) ? 0 : lead->count;
    struct error err = { 0 };
    for (size_t j = 0; j < all->count; j++) {
        const struct quantity *q = &all->items[j];
        struct claim_place at = { .text = text,
                                  .section = section_of(b, block),
                                  .heading = lead->heading,
                                  .above = lead->above,
                                  .above_count = above,
                                  .quantity = q,
                                  .year = (unsigned)b->report->year };
        size_t thing;
        sandbox_charge(L, 50);
        if (claim_find(set, &at, &thing, &err))
            luaL_error(L, "%s", err.message);
        if (thing == SIZE_MAX)
            continue;
        struct claim_handle *h = (struct claim_handle *)bind_push_sized(L, BIND_CLAIM, sizeof *h);
        h->head.i = block;
        h->head.j = (uint32_t)j;
        h->head.span = bind_part_of(b, block, q->at, q->len);
        h->thing = (uint32_t)thing;
        h->set = set;
        lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    }
}

/* The number of a set in this report. */
static unsigned number_of(struct bind *b, const struct claim_set *set)
{
    struct bind_claims *c = b->claims;
    while (c && c->set != set)
        c = c->next;
    if (!c) {
        c = arena_alloc(b->scratch, sizeof *c);
        *c = (struct bind_claims){ set, b->claims, b->claims ? b->claims->number + 1 : 0 };
        b->claims = c;
    }
    return c->number;
}

/* report:claims() */
int bind_claims(lua_State *L)
{
    struct bind *b = bind_of(L);
    const struct claim_set *set = b->rule ? b->rule->claims : NULL;
    if (!set)
        return luaL_error(L, "the rule declares no claims");
    unsigned number = number_of(b, set);
    if (bind_kept(L, BIND_CLAIM, 0, number))
        return 1;
    struct lead lead = { .heading = str_of("") };
    lua_newtable(L);
    for (uint32_t i = 0; i < b->doc->block_count; i++)
        if (b->blocks[i].in_article && !b->blocks[i].in_table) {
            sandbox_charge(L, 20);
            append(L, b, set, i, &lead);
            note_lead(b, i, &lead);
        }
    return bind_keep(L, BIND_CLAIM, 0, number);
}
