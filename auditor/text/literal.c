/*
 * literal.c - see literal.h.
 *
 * The trie goes by character, not by byte: that is a third of the steps, each of which waits for
 * memory. The root, where a scan spends most of its time, has a table of all characters of the
 * basic plane, and knows which two characters a word may begin with: hardly any two are, so that most
 * of a text never leaves the root, and touches no more than a few kilobytes. The edges of the other
 * nodes are in lists while words are added, and in one hash table once the set is frozen.
 */
#include "text/literal.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define NONE UINT32_MAX

enum { ROOT_TABLE = 0x10000, BROKEN_BYTE = 0x110000, START_BITS = 0x10000 };

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
    uint32_t *root;                    /* the child of the root by symbol, 0 for none */
    uint64_t singles[START_BITS / 64]; /* the words of one character, by its bytes */
    uint64_t pairs[START_BITS / 64];   /* the first two characters of the others */
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

/* The bits of two characters, and of one, from the eight bytes that begin with them. */
static inline uint32_t pair_bytes(uint64_t bytes)
{
    unsigned char mask[8] = { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0 };
    uint64_t both;
    memcpy(&both, mask, sizeof both);
    return (uint32_t)((bytes & both) * UINT64_C(0x9E3779B97F4A7C15) >> 48);
}

static inline uint32_t single_bytes(uint64_t bytes)
{
    unsigned char mask[8] = { 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0 };
    uint64_t one;
    memcpy(&one, mask, sizeof one);
    return (uint32_t)((bytes & one) * UINT64_C(0x9E3779B97F4A7C15) >> 48);
}

static inline bool bit(const uint64_t *bits, uint32_t i)
{
    return bits[i >> 6] >> (i & 63) & 1;
}

static void set_bit(uint64_t *bits, uint32_t i)
{
    bits[i >> 6] |= (uint64_t)1 << (i & 63);
}

/* Only where both characters are of three bytes are they looked for. */
static void note_start(struct literal_set *set, struct str literal)
{
    char bytes[8] = { 0 };
    uint64_t two;
    memcpy(bytes, literal.p, literal.n < 6 ? literal.n : 6);
    memcpy(&two, bytes, sizeof two);
    if (literal.n <= 3)
        set_bit(set->singles, single_bytes(two));
    else
        set_bit(set->pairs, pair_bytes(two));
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

/* From byte i on, the first character at which a word may begin. Only characters of three bytes before
 * another such, and ASCII with which no word begins, are passed over here. */
static inline size_t skip(const struct literal_set *set, struct str text, size_t i)
{
    uint64_t two;
    while (i < text.n) {
        unsigned char first = (unsigned char)text.p[i];
        if (first < 0x80) {
            if (set->root[first])
                break;
            i++;
            continue;
        }
        if (text.n - i < sizeof two || !str_two_wide(text.p + i))
            break;
        memcpy(&two, text.p + i, sizeof two);
        if (bit(set->pairs, pair_bytes(two)) || bit(set->singles, single_bytes(two)))
            break;
        i += 3;
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
