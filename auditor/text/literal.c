/*
 * literal.c - see literal.h.
 *
 * The trie goes by character, not by byte: that is a third of the steps, each of which waits for
 * memory. The root, where a scan spends most of its time, has a table of all characters of the
 * basic plane, and knows which two or three characters a word may begin with: hardly any are, so that
 * most of a text never leaves the root, and touches no more than a few kilobytes. The edges of the other
 * nodes are in lists while words are added, and in one hash table once the set is frozen.
 */
#include "text/literal.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define NONE UINT32_MAX

enum { ROOT_TABLE = 0x10000, BROKEN_BYTE = 0x110000, START_BITS = 0x10000 };
enum { LOOK = 9 }; /* bytes that tell whether a word may begin: three wide characters */

struct edge {
    uint32_t symbol;
    uint32_t to;
    uint32_t next; /* the next edge of the same node, by symbol; NONE at the end */
};

struct word {
    uint32_t id;
    uint32_t next; /* another word that ends at the same node */
};

struct node {
    uint32_t from;   /* the node before it */
    uint32_t symbol; /* between them */
    uint32_t fail;   /* the longest other node that is a suffix of this one */
    uint32_t report; /* the nearest node on the fail chain, itself included, with words */
    uint32_t words;  /* that end here, NONE for none */
    uint32_t length; /* bytes from the root */
    uint32_t edges;  /* the first, NONE for none */
};

struct literal_set {
    struct node *nodes;
    size_t node_n, node_cap;
    struct edge *edges;
    size_t edge_n, edge_cap;
    struct word *words;
    size_t word_n, word_cap;
    uint32_t *root; /* the child of the root by symbol, 0 for none */
    /* How words begin, in sets of hashes; a wide character has three bytes. */
    uint64_t ascii[START_BITS / 64];   /* a byte of ASCII, and the next */
    uint64_t mixed[START_BITS / 64];   /* a wide character, and a byte of ASCII */
    uint64_t singles[START_BITS / 64]; /* a wide character that is the whole word */
    uint64_t pairs[START_BITS / 64];   /* two wide characters */
    uint64_t shorts[START_BITS / 64];  /* two, and no third wide one behind them */
    uint64_t triples[START_BITS / 64]; /* three */
    struct edge_slot *slots; /* all edges but the root's, by hash; a power of two of them */
    uint32_t slot_mask;
};

/* Small, so that those in use stay near: a node tells itself where it comes from. */
struct edge_slot {
    uint32_t hash;
    uint32_t to; /* 0: the slot is free */
};

static uint32_t new_node(struct literal_set *set, uint32_t from, uint32_t symbol, uint32_t length)
{
    set->nodes = mem_grow(set->nodes, set->node_n, &set->node_cap, sizeof *set->nodes);
    set->nodes[set->node_n] = (struct node){ .from = from,
                                             .symbol = symbol,
                                             .report = NONE,
                                             .words = NONE,
                                             .length = length,
                                             .edges = NONE };
    return (uint32_t)set->node_n++;
}

struct literal_set *literal_new(void)
{
    struct literal_set *set = mem_zero(1, sizeof *set);
    set->root = mem_zero(ROOT_TABLE, sizeof *set->root);
    new_node(set, 0, 0, 0);
    return set;
}

void literal_free(struct literal_set *set)
{
    if (!set)
        return;
    free(set->nodes);
    free(set->edges);
    free(set->words);
    free(set->root);
    free(set->slots);
    free(set);
}

/* The character at *i; a broken byte is a symbol of its own, so that any bytes can be found. */
static uint32_t rare_symbol(struct str s, size_t *i)
{
    size_t at = *i;
    uint32_t c = str_next(s, i);
    return c == 0xFFFD && *i - at == 1 ? (uint32_t)BROKEN_BYTE + (unsigned char)s.p[at] : c;
}

static inline uint32_t next_symbol(struct str s, size_t *i)
{
    const unsigned char *p = (const unsigned char *)s.p + *i;
    if (p[0] < 0x80) {
        *i += 1;
        return p[0];
    }
    if (s.n - *i >= 4 && str_wide((const char *)p)) {
        *i += 3;
        return (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    return rare_symbol(s, i);
}

/* The edge of a node by symbol; where it would be linked if there is none. */
static uint32_t *find_edge(struct literal_set *set, uint32_t node, uint32_t symbol)
{
    uint32_t *link = &set->nodes[node].edges;
    while (*link != NONE && set->edges[*link].symbol < symbol)
        link = &set->edges[*link].next;
    return link;
}

static uint32_t add_child(struct literal_set *set, uint32_t node, uint32_t symbol, uint32_t length)
{
    if (node == 0 && symbol < ROOT_TABLE && set->root[symbol])
        return set->root[symbol];
    uint32_t *link = find_edge(set, node, symbol);
    if (*link != NONE && set->edges[*link].symbol == symbol)
        return set->edges[*link].to;
    uint32_t to = new_node(set, node, symbol, length);
    set->edges = mem_grow(set->edges, set->edge_n, &set->edge_cap, sizeof *set->edges);
    link = find_edge(set, node, symbol); /* both arrays may have moved */
    set->edges[set->edge_n] = (struct edge){ symbol, to, *link };
    *link = (uint32_t)set->edge_n++;
    if (node == 0 && symbol < ROOT_TABLE)
        set->root[symbol] = to;
    return to;
}

/* The place in a set for what the first n of eight bytes are. */
static inline uint32_t place_of(uint64_t bytes, const unsigned char mask[8])
{
    uint64_t kept;
    memcpy(&kept, mask, sizeof kept);
    return (uint32_t)((bytes & kept) * UINT64_C(0x9E3779B97F4A7C15) >> 48);
}

static inline uint32_t single_bytes(uint64_t bytes)
{
    return place_of(bytes, (const unsigned char[8]){ 0xFF, 0xFF, 0xFF });
}

static inline uint32_t mixed_bytes(uint64_t bytes)
{
    return place_of(bytes, (const unsigned char[8]){ 0xFF, 0xFF, 0xFF, 0xFF });
}

static inline uint32_t pair_bytes(uint64_t bytes)
{
    return place_of(bytes, (const unsigned char[8]){ 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF });
}

/* Of the nine bytes at p. */
static inline uint32_t triple_bytes(const char *p)
{
    uint64_t from_second;
    memcpy(&from_second, p + 1, sizeof from_second);
    return (uint32_t)((from_second * UINT64_C(0x9E3779B97F4A7C15) + (unsigned char)*p) *
                          UINT64_C(0xC2B2AE3D27D4EB4F) >>
                      48);
}

static inline uint32_t ascii_bytes(const char *p)
{
    return (uint32_t)(unsigned char)p[0] << 8 | (unsigned char)p[1];
}

static inline unsigned bit(const uint64_t *bits, uint32_t i)
{
    return bits[i >> 6] >> (i & 63) & 1;
}

static void set_bit(uint64_t *bits, uint32_t i)
{
    bits[i >> 6] |= (uint64_t)1 << (i & 63);
}

/* What begins with other characters than these is looked for at all of those. */
static void note_start(struct literal_set *set, struct str literal)
{
    char p[LOOK + 1] = { 0 };
    uint64_t bytes;
    memcpy(p, literal.p, literal.n < LOOK ? literal.n : LOOK);
    memcpy(&bytes, p, sizeof bytes);
    if ((unsigned char)p[0] < 0x80 && literal.n > 1)
        set_bit(set->ascii, ascii_bytes(p));
    for (unsigned next = 0; literal.n == 1 && next < 0x100; next++)
        set_bit(set->ascii, (uint32_t)(unsigned char)p[0] << 8 | next);
    if (literal.n == 3)
        set_bit(set->singles, single_bytes(bytes));
    else if (str_wide(p) && (unsigned char)p[3] < 0x80)
        set_bit(set->mixed, mixed_bytes(bytes));
    else if (str_two_wide(p)) {
        set_bit(set->pairs, pair_bytes(bytes));
        if (literal.n >= LOOK && str_wide(p + 6))
            set_bit(set->triples, triple_bytes(p));
        else
            set_bit(set->shorts, pair_bytes(bytes));
    }
}

void literal_add(struct literal_set *set, struct str literal, uint32_t id)
{
    uint32_t node = 0;
    if (literal.n == 0)
        return; /* it is nowhere */
    note_start(set, literal);
    for (size_t i = 0; i < literal.n;) {
        uint32_t symbol = next_symbol(literal, &i);
        node = add_child(set, node, symbol, (uint32_t)i);
    }
    set->words = mem_grow(set->words, set->word_n, &set->word_cap, sizeof *set->words);
    uint32_t *link = &set->nodes[node].words;
    while (*link != NONE)
        link = &set->words[*link].next;
    set->words[set->word_n] = (struct word){ id, NONE };
    *link = (uint32_t)set->word_n++;
}

static inline uint32_t hash_of(uint32_t from, uint32_t symbol)
{
    uint32_t hash = (from * 0x9E3779B1u ^ symbol) * 0x85EBCA6Bu;
    return hash ^ hash >> 15;
}

/* At most half of the slots are taken: most edges that are not there meet a free one at once. */
static void hash_edges(struct literal_set *set)
{
    uint32_t n = 16;
    while (n < 2 * set->node_n)
        n *= 2;
    set->slots = mem_zero(n, sizeof *set->slots);
    set->slot_mask = n - 1;
    for (uint32_t to = 1; to < set->node_n; to++) {
        if (set->nodes[to].from == 0)
            continue;
        uint32_t hash = hash_of(set->nodes[to].from, set->nodes[to].symbol);
        uint32_t at = hash & set->slot_mask;
        while (set->slots[at].to)
            at = (at + 1) & set->slot_mask;
        set->slots[at] = (struct edge_slot){ hash, to };
    }
}

/* The child of a node by symbol, 0 for none. */
static inline uint32_t child(const struct literal_set *set, uint32_t node, uint32_t symbol)
{
    if (node == 0 && symbol < ROOT_TABLE)
        return set->root[symbol];
    if (node == 0) {
        uint32_t e = set->nodes[0].edges;
        while (e != NONE && set->edges[e].symbol != symbol)
            e = set->edges[e].next;
        return e == NONE ? 0 : set->edges[e].to;
    }
    uint32_t hash = hash_of(node, symbol);
    for (uint32_t at = hash & set->slot_mask; set->slots[at].to; at = (at + 1) & set->slot_mask) {
        const struct node *to = &set->nodes[set->slots[at].to];
        if (set->slots[at].hash == hash && to->from == node && to->symbol == symbol)
            return set->slots[at].to;
    }
    return 0;
}

/* Where a symbol leads, the fail links being followed. */
static uint32_t step(const struct literal_set *set, uint32_t node, uint32_t symbol)
{
    uint32_t to;
    while ((to = child(set, node, symbol)) == 0 && node)
        node = set->nodes[node].fail;
    return to;
}

/* Nodes in order of depth: what a node fails to is less deep and therefore finished. */
void literal_freeze(struct literal_set *set)
{
    hash_edges(set);
    uint32_t *queue = mem_resize(NULL, set->node_n, sizeof *queue);
    size_t head = 0, tail = 0;
    queue[tail++] = 0;
    while (head < tail) {
        uint32_t at = queue[head++];
        struct node *n = &set->nodes[at];
        n->report = n->words != NONE ? at : at ? set->nodes[n->fail].report : NONE;
        for (uint32_t e = n->edges; e != NONE; e = set->edges[e].next) {
            uint32_t to = set->edges[e].to;
            set->nodes[to].fail = at ? step(set, n->fail, set->edges[e].symbol) : 0;
            queue[tail++] = to;
        }
    }
    free(queue);
}

/* All words that end at a node; false when the caller wants no more. */
static bool report(const struct literal_set *set, uint32_t node, size_t end, literal_hit *hit,
                   void *user)
{
    while (node != NONE) {
        const struct node *n = &set->nodes[node];
        for (uint32_t w = n->words; w != NONE; w = set->words[w].next)
            if (!hit(user, set->words[w].id, end, n->length))
                return false;
        node = set->nodes[n->fail].report;
    }
    return true;
}

/* Whether a word may begin at p, of which nine bytes are known; *length is that of the character. */
static bool may_start(const struct literal_set *set, const char *p, size_t *length)
{
    uint64_t bytes;
    memcpy(&bytes, p, sizeof bytes);
    *length = (unsigned char)*p < 0x80 ? 1 : 3;
    if (*length == 1)
        return bit(set->ascii, ascii_bytes(p));
    if (!str_wide(p) || bit(set->singles, single_bytes(bytes)))
        return true;
    if ((unsigned char)p[3] < 0x80)
        return bit(set->mixed, mixed_bytes(bytes));
    if (!str_two_wide(p))
        return true;
    uint32_t pair = pair_bytes(bytes);
    return bit(set->pairs, pair) && (bit(set->shorts, pair) || bit(set->triples, triple_bytes(p)));
}

/* From byte i on, the first character at which a word may begin. */
static inline size_t skip(const struct literal_set *set, struct str text, size_t i)
{
    size_t length;
    while (text.n - i >= LOOK) {
        const char *p = text.p + i;
        uint64_t bytes;
        memcpy(&bytes, p, sizeof bytes);
        if (str_two_wide(p) && !(bit(set->singles, single_bytes(bytes)) |
                                 bit(set->pairs, pair_bytes(bytes)))) { /* nearly everywhere */
            i += 3;
            continue;
        }
        if (may_start(set, p, &length))
            break;
        i += length;
    }
    return i;
}

void literal_scan(const struct literal_set *set, struct str text, literal_hit *hit, void *user)
{
    uint32_t node = 0;
    for (size_t i = skip(set, text, 0); i < text.n; i = node ? i : skip(set, text, i)) {
        node = step(set, node, next_symbol(text, &i));
        uint32_t words = node ? set->nodes[node].report : NONE;
        if (words != NONE && !report(set, words, i, hit, user))
            return;
    }
}
