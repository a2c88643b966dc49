/* prefilter.c - see prefilter.h; the literals are found in literals.c. */
#include "engine/prefilter.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/literal.h"

struct prefilter {
    struct literal_set *set;
    size_t patterns;
};

struct prefilter *prefilter_new(struct rule **rules, size_t n)
{
    struct prefilter *p = mem_zero(1, sizeof *p);
    uint32_t id = 0;
    p->set = literal_new();
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < rules[i]->pattern_count; j++) {
            struct rule_pattern *pattern = &rules[i]->patterns[j];
            pattern->id = id++;
            for (size_t k = 0; k < pattern->literal_count; k++)
                literal_add(p->set, pattern->literals[k], pattern->id);
        }
    literal_freeze(p->set);
    p->patterns = id;
    return p;
}

void prefilter_free(struct prefilter *p)
{
    if (!p)
        return;
    literal_free(p->set);
    free(p);
}

struct scan {
    const struct doc *doc;
    struct prefilter_hits *hits;
    size_t block; /* hits come in order of their end: the block only moves on */
};

static bool on_hit(void *user, uint32_t id, size_t end, size_t length)
{
    struct scan *scan = user;
    struct prefilter_hits *hits = scan->hits;
    const struct doc_block *blocks = scan->doc->blocks;
    while (scan->block < scan->doc->block_count &&
           end > (size_t)blocks[scan->block].text + blocks[scan->block].text_len)
        scan->block++;
    if (scan->block >= scan->doc->block_count || end - length < blocks[scan->block].text)
        return true;
    size_t n = hits->counts[id];
    uint32_t from = (uint32_t)(end - length);
    if (n > 0 && hits->blocks[id][n - 1].block == scan->block) {
        struct prefilter_hit *known = &hits->blocks[id][n - 1];
        known->from =
            from < known->from ? from : known->from; /* a longer one that holds the first */
        known->end = (uint32_t)end;
        return true;
    }
    hits->blocks[id] = mem_grow(hits->blocks[id], n, &hits->caps[id], sizeof **hits->blocks);
    hits->blocks[id][n] = (struct prefilter_hit){ (uint32_t)scan->block, from, (uint32_t)end };
    hits->counts[id]++;
    return true;
}

void prefilter_scan(const struct prefilter *p, const struct doc *doc, struct prefilter_hits *hits)
{
    struct scan scan = { .doc = doc, .hits = hits };
    if (hits->n < p->patterns) { /* kept from document to document */
        prefilter_hits_free(hits);
        hits->n = p->patterns;
        hits->blocks = mem_zero(hits->n, sizeof *hits->blocks);
        hits->counts = mem_zero(hits->n, sizeof *hits->counts);
        hits->caps = mem_zero(hits->n, sizeof *hits->caps);
    }
    for (size_t i = 0; i < hits->n; i++)
        hits->counts[i] = 0;
    literal_scan(p->set, strbuf_view(&doc->text), on_hit, &scan);
}

static bool on_flag(void *user, uint32_t id, size_t end, size_t length)
{
    bool *flags = user;
    (void)end;
    (void)length;
    flags[id] = true;
    return true;
}

void prefilter_flag(const struct prefilter *p, struct str text, bool *flags)
{
    literal_scan(p->set, text, on_flag, flags);
}

size_t prefilter_count(const struct prefilter *p)
{
    return p->patterns;
}

void prefilter_hits_free(struct prefilter_hits *hits)
{
    for (size_t i = 0; i < hits->n; i++)
        free(hits->blocks[i]);
    free(hits->blocks);
    free(hits->counts);
    free(hits->caps);
    *hits = (struct prefilter_hits){ 0 };
}
