/*
 * literal.c - see literal.h.
 *
 * The trie goes by character, not by byte: that is a third of the steps, each of which waits for
 * memory. The root, where a scan spends most of its time, has a table of all characters of the
 * basic plane; other nodes have a few edges, sorted.
 */
#include "text/literal.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define NONE UINT32_MAX

enum { ROOT_TABLE = 0x10000, BROKEN_BYTE = 0x110000 };

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
    uint32_t edges;  /* the first, NONE for none */
    uint32_t fail;   /* the longest other node that is a suffix of this one */
    uint32_t report; /* the nearest node on the fail chain, itself included, with words */
    uint32_t words;  /* that end here, NONE for none */
    uint32_t length; /* bytes from the root */
};

struct literal_set {
    struct node *nodes;
    size_t node_n, node_cap;
    struct edge *edges;
    size_t edge_n, edge_cap;
    struct word *words;
    size_t word_n, word_cap;
    uint32_t *root; /* the child of the root by symbol, 0 for none */
};

static uint32_t new_node(struct literal_set *set, uint32_t length)
{
    set->nodes = mem_grow(set->nodes, set->node_n, &set->node_cap, sizeof *set->nodes);
    set->nodes[set->node_n] = (struct node){ NONE, 0, NONE, NONE, length };
    return (uint32_t)set->node_n++;
}

struct literal_set *literal_new(void)
{
    struct literal_set *set = mem_zero(1, sizeof *set);
    set->root = mem_zero(ROOT_TABLE, sizeof *set->root);
    new_node(set, 0);
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
    free(set);
}

/* The character at *i; a broken byte is a symbol of its own, so that any bytes can be found. */
static inline uint32_t next_symbol(struct str s, size_t *i)
{
    const unsigned char *p = (const unsigned char *)s.p + *i;
    if (p[0] < 0x80) {
        *i += 1;
        return p[0];
    }
    if (p[0] >= 0xE3 && p[0] <= 0xEF && s.n - *i >= 3 && (p[1] & 0xC0) == 0x80 &&
        (p[2] & 0xC0) == 0x80) {
        *i += 3;
        return (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    size_t at = *i;
    uint32_t c = str_next(s, i);
    return c == 0xFFFD && *i - at == 1 ? (uint32_t)BROKEN_BYTE + p[0] : c;
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
    uint32_t to = new_node(set, length);
    set->edges = mem_grow(set->edges, set->edge_n, &set->edge_cap, sizeof *set->edges);
    link = find_edge(set, node, symbol); /* both arrays may have moved */
    set->edges[set->edge_n] = (struct edge){ symbol, to, *link };
    *link = (uint32_t)set->edge_n++;
    if (node == 0 && symbol < ROOT_TABLE)
        set->root[symbol] = to;
    return to;
}

void literal_add(struct literal_set *set, struct str literal, uint32_t id)
{
    uint32_t node = 0;
    for (size_t i = 0; i < literal.n;) {
        uint32_t symbol = next_symbol(literal, &i);
        node = add_child(set, node, symbol, (uint32_t)i);
    }
    if (node == 0)
        return; /* an empty literal is nowhere */
    set->words = mem_grow(set->words, set->word_n, &set->word_cap, sizeof *set->words);
    uint32_t *link = &set->nodes[node].words;
    while (*link != NONE)
        link = &set->words[*link].next;
    set->words[set->word_n] = (struct word){ id, NONE };
    *link = (uint32_t)set->word_n++;
}

/* Where a symbol leads, the fail links being followed. */
static inline uint32_t step(const struct literal_set *set, uint32_t node, uint32_t symbol)
{
    while (node || symbol >= ROOT_TABLE) {
        uint32_t e = set->nodes[node].edges;
        while (e != NONE && set->edges[e].symbol < symbol)
            e = set->edges[e].next;
        if (e != NONE && set->edges[e].symbol == symbol)
            return set->edges[e].to;
        if (node == 0)
            return 0;
        node = set->nodes[node].fail;
    }
    return set->root[symbol];
}

/* Nodes in order of depth: what a node fails to is less deep and therefore finished. */
void literal_freeze(struct literal_set *set)
{
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

void literal_scan(const struct literal_set *set, struct str text, literal_hit *hit, void *user)
{
    uint32_t node = 0;
    for (size_t i = 0; i < text.n;) {
        node = step(set, node, next_symbol(text, &i));
        uint32_t words = node ? set->nodes[node].report : NONE;
        if (words != NONE && !report(set, words, i, hit, user))
            return;
    }
}
