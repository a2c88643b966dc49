/*
 * prefilter.h - the declared patterns of all rules, found with one pass over a text (prefix prefilter_;
 * private to engine/).
 *
 * Every pattern has literals of which one stands in each of its matches; one automaton over all of
 * them tells which blocks are worth a regular expression. A pattern without a literal is searched
 * in every block.
 */
#ifndef AUDITOR_ENGINE_PREFILTER_H
#define AUDITOR_ENGINE_PREFILTER_H

#include "base/arena.h"
#include "document/document.h"
#include "engine/rule.h"

struct prefilter;

/* Over the patterns of the rules; sets their ids. The rules must outlive it. */
struct prefilter *prefilter_new(struct rule **rules, size_t n);
void prefilter_free(struct prefilter *p); /* NULL is allowed */

struct prefilter_hit {
    uint32_t block;
    uint32_t from; /* of the first literal in it, in the text of the document */
    uint32_t end;  /* of the last one */
};

/* The blocks of a document that hold a literal, by pattern. */
struct prefilter_hits {
    struct prefilter_hit **blocks; /* by pattern id: ascending, each once */
    size_t *counts;
    size_t *caps;
    size_t n;
};
void prefilter_scan(const struct prefilter *p, const struct doc *doc, struct prefilter_hits *hits);
void prefilter_hits_free(struct prefilter_hits *hits);

/* The same for a string that is no part of a document: sets a flag for every pattern, by id, of which
 * a literal stands in it. Patterns without a literal get none. */
void prefilter_flag(const struct prefilter *p, struct str text, bool *flags);
size_t prefilter_count(const struct prefilter *p); /* of patterns, and so of flags */

#endif /* AUDITOR_ENGINE_PREFILTER_H */
