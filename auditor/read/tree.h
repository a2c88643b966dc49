/*
 * tree.h - writes mark-up that is small and properly nested (prefix tree_).
 *
 * thin.c calls it for every tag of a page. It closes what browsers close by themselves, drops ends
 * without a start, and bounds the depth: so the parser behind it never has to search, and its work
 * per tag is constant. Inline elements without an effect on text are left out.
 */
#ifndef AUDITOR_READ_TREE_H
#define AUDITOR_READ_TREE_H

#include <stdbool.h>

#include "base/str.h"
#include "read/attribute.h"
#include "read/tag.h"

enum {
    TREE_DEPTH = 512,        /* elements in elements that are written */
    TREE_INLINE_DEPTH = 256, /* inline ones without effect are remembered up to here */
    TREE_STYLES = 64
};

struct tree_entry {
    const char *name;  /* as what it was written; NULL: it was not */
    unsigned char tag; /* enum tag; TAG_VOID once its end was seen out of turn */
};

/* A word processor writes the same long style into every cell: what it does is worked out once. */
struct tree_style {
    struct str css; /* of the page */
    unsigned effects;
};

struct tree {
    struct strbuf *out; /* not owned */
    struct tree_style styles[TREE_STYLES];
    struct tree_entry stack[TREE_DEPTH];
    size_t depth;
    unsigned open[TAG_COUNT]; /* how many of each stand on the stack */
    size_t skipped_tables;    /* open tables beyond the limit */
    bool cut;                 /* the limit was met */
};

void tree_start(struct tree *tree, enum tag tag, const struct attributes *attributes);
void tree_end(struct tree *tree, enum tag tag);
void tree_finish(struct tree *tree); /* ends all that is open */

#endif /* AUDITOR_READ_TREE_H */
