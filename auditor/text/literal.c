/*
 * literal.c - see literal.h.
 *
 * The trie is made of sorted edge lists. Nodes near the root, where a scan spends nearly all its
 * time, get a full row of 256 targets, so that a byte of ordinary text costs one array access.
 */
#include "text/literal.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define NONE UINT32_MAX

enum { ROW_DEPTH = 4, ROW_LIMIT = 1024 };

struct edge {
    uint32_t next; /* the next edge of the same node, by byte; NONE at the end */
    uint32_t to;
    unsigned char byte;
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
    uint32_t row;    /* of its 256 targets, NONE for none */
    uint32_t depth;  /* bytes */
};

struct literal_set {
    struct node *nodes;
    size_t node_n, node_cap;
    struct edge *edges;
    size_t edge_n, edge_cap;
    struct word *words;
    size_t word_n, word_cap;
    uint32_t *rows; /* 256 each; there when the set is frozen */
    size_t row_n;
};

static uint32_t new_node(struct literal_set *set, uint32_t depth)
{
    set->nodes = mem_grow(set->nodes, set->node_n, &set->node_cap, sizeof *set->nodes);
    set->nodes[set->node_n] = (struct node){ NONE, 0, NONE, NONE, NONE, depth };
    return (uint32_t)set->node_n++;
}

struct literal_set *literal_new(void)
{
    struct literal_set *set = mem_zero(1, sizeof *set);
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
    free(set->rows);
    free(set);
}

/* The child by byte, NONE if there is none. */
static uint32_t child(const struct literal_set *set, uint32_t node, unsigned char byte)
{
    uint32_t e = set->nodes[node].edges;
    while (e != NONE && set->edges[e].byte < byte)
        e = set->edges[e].next;
    return e != NONE && set->edges[e].byte == byte ? set->edges[e].to : NONE;
}

static uint32_t add_child(struct literal_set *set, uint32_t node, unsigned char byte)
{
    uint32_t to = new_node(set, set->nodes[node].depth + 1);
    set->edges = mem_grow(set->edges, set->edge_n, &set->edge_cap, sizeof *set->edges);
    uint32_t *link = &set->nodes[node].edges;
    while (*link != NONE && set->edges[*link].byte < byte)
        link = &set->edges[*link].next;
    set->edges[set->edge_n] = (struct edge){ *link, to, byte };
    *link = (uint32_t)set->edge_n++;
    return to;
}

void literal_add(struct literal_set *set, struct str literal, uint32_t id)
{
    uint32_t node = 0;
    for (size_t i = 0; i < literal.n; i++) {
        unsigned char byte = (unsigned char)literal.p[i];
        uint32_t to = child(set, node, byte);
        node = to != NONE ? to : add_child(set, node, byte);
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

/* Where a byte leads, the fail links being followed. */
static uint32_t step(const struct literal_set *set, uint32_t node, unsigned char byte)
{
    for (;;) {
        const struct node *n = &set->nodes[node];
        if (n->row != NONE)
            return set->rows[(size_t)n->row * 256 + byte];
        uint32_t to = child(set, node, byte);
        if (to != NONE || node == 0)
            return to != NONE ? to : 0;
        node = n->fail;
    }
}

static void make_row(struct literal_set *set, uint32_t node)
{
    uint32_t *row = set->rows + set->row_n * 256;
    for (unsigned byte = 0; byte < 256; byte++)
        row[byte] = step(set, node, (unsigned char)byte);
    set->nodes[node].row = (uint32_t)set->row_n++;
}

/* Nodes in order of depth: what a node fails to is less deep and therefore finished. */
void literal_freeze(struct literal_set *set)
{
    uint32_t *queue = mem_resize(NULL, set->node_n, sizeof *queue);
    size_t head = 0, tail = 0;
    set->rows = mem_resize(set->rows, ROW_LIMIT * 256, sizeof *set->rows);
    set->row_n = 0;
    for (size_t i = 0; i < set->node_n; i++)
        set->nodes[i].row = NONE;
    queue[tail++] = 0;
    while (head < tail) {
        uint32_t at = queue[head++];
        struct node *n = &set->nodes[at];
        n->report = n->words != NONE ? at : at ? set->nodes[n->fail].report : NONE;
        for (uint32_t e = n->edges; e != NONE; e = set->edges[e].next) {
            uint32_t to = set->edges[e].to;
            set->nodes[to].fail = at ? step(set, n->fail, set->edges[e].byte) : 0;
            queue[tail++] = to;
        }
        if (n->depth <= ROW_DEPTH && set->row_n < ROW_LIMIT)
            make_row(set, at);
    }
    set->rows = mem_resize(set->rows, set->row_n * 256, sizeof *set->rows);
    free(queue);
}

/* All words that end at a node; false when the caller wants no more. */
static bool report(const struct literal_set *set, uint32_t node, size_t end, literal_hit *hit,
                   void *user)
{
    while (node != NONE) {
        const struct node *n = &set->nodes[node];
        for (uint32_t w = n->words; w != NONE; w = set->words[w].next)
            if (!hit(user, set->words[w].id, end, n->depth))
                return false;
        node = set->nodes[n->fail].report;
    }
    return true;
}

void literal_scan(const struct literal_set *set, struct str text, literal_hit *hit, void *user)
{
    uint32_t node = 0;
    for (size_t i = 0; i < text.n; i++) {
        node = step(set, node, (unsigned char)text.p[i]);
        if (set->nodes[node].report != NONE &&
            !report(set, set->nodes[node].report, i + 1, hit, user))
            return;
    }
}
