/*
 * tree.h - writes mark-up that is small and properly nested (prefix tree_).
 *
 * thin.c calls it for every tag of a page. It closes what browsers close by themselves, drops ends
 * without a start, and bounds the depth: so the parser behind it never has to search, and its work
 * per tag is constant. What has no effect on text is left out, and what has is written as late as
 * it can be: a block that only parts and aligns text becomes a break before the next text, an
 * attribute of the cell it stands in, or a <center> around all that is aligned alike.
 *
 * Line ends  Those that are not text are owed, by tree_lines(), until the next start tag: they
 *            are written inside it, as '\n'. If text comes first they stand before it, as '\r'.
 */
#ifndef AUDITOR_READ_TREE_H
#define AUDITOR_READ_TREE_H

#include <stdbool.h>

#include "base/str.h"
#include "read/attribute.h"
#include "read/left_out.h"
#include "read/tag.h"

enum {
    TREE_DEPTH = 512,        /* elements in elements that are written */
    TREE_INLINE_DEPTH = 256, /* inline ones without effect are remembered up to here */
    TREE_STYLES = 64
};

struct tree_entry {
    const char *name;   /* as what it was written; NULL: it was not */
    const char *wrap;   /* the element opened directly in it to align otherwise; NULL: none */
    unsigned char tag;  /* enum tag; TAG_VOID once its end was seen out of turn */
    bool silent;        /* inline and without effect */
    unsigned char end;  /* enum left_kind that ends what was left out; LEFT_TEXT: it was not */
    bool centered;      /* as the page has it */
    bool says_centered; /* as what is written has it */
    unsigned outer;     /* the place of the written one around it */
};

/* A word processor writes the same long style into every cell: what it does is worked out once. */
struct tree_style {
    struct str css; /* of the page */
    unsigned effects;
};

struct tree {
    struct strbuf *out;      /* not owned */
    struct left_out *texts;  /* likewise, for breaks and links */
    struct left_out *values; /* likewise: of attributes */
    struct tree_style styles[TREE_STYLES];
    struct tree_entry stack[TREE_DEPTH + 1]; /* from 1; the first stands for the body */
    size_t depth;
    size_t written;           /* the place of the innermost one that was written */
    unsigned open[TAG_COUNT]; /* how many of each stand on the stack */
    size_t skipped_tables;    /* open tables beyond the limit */
    size_t lines;             /* line ends owed */
    bool cut;                 /* the limit was met */
    bool text;                /* there is text that no break has ended */
    bool breaks;              /* a break is owed before what comes next */
    bool fresh;               /* out ends with the start tag of a cell */
    bool cells_centered;      /* the last cell was written so */
};

void tree_start(struct tree *tree, enum tag tag, const struct attributes *attributes);
void tree_end(struct tree *tree, enum tag tag);
void tree_finish(struct tree *tree); /* ends all that is open */
void tree_lines(struct tree *tree, size_t n);

/* Before text is added to out. sure: the text surely shows something. */
void tree_text(struct tree *tree, bool sure);
/* Before white space is added to out; false: it would mean nothing, its line ends are to be owed. */
bool tree_blank(struct tree *tree);

#endif /* AUDITOR_READ_TREE_H */
