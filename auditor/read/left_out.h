/*
 * left_out.h - stretches of a page that the parser need not see (prefix left_out_).
 *
 * A mark stands for each of them, so the next mark that comes back is the next of the list.
 */
#ifndef AUDITOR_READ_LEFT_OUT_H
#define AUDITOR_READ_LEFT_OUT_H

#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"

#define LEFT_OUT '\x7F' /* DEL: what is written has no other use for it */

/* Beside text and values, what acts on text alone and would be an element each: to the parser it is dear. */
enum left_kind {
    LEFT_TEXT, /* or the value of an attribute */
    LEFT_BREAK,
    LEFT_LINK, /* begins; text is where it leads to */
    LEFT_LINK_END,
    LEFT_RAISED, /* what follows stands higher than the line */
    LEFT_RAISED_END
};

struct left {
    struct str text; /* a view of the page */
    enum left_kind kind;
};

struct left_out {
    struct left *list;
    size_t n, cap;
    size_t back; /* given back so far */
};

/* Writes the mark in place of it. */
static inline void left_out_add(struct left_out *l, struct strbuf *out, enum left_kind kind,
                                struct str text)
{
    l->list = mem_grow(l->list, l->n, &l->cap, sizeof *l->list);
    l->list[l->n++] = (struct left){ text, kind };
    strbuf_char(out, LEFT_OUT);
}

/* What the next mark stands for; "" for one too many, which left_out_whole() tells. */
static inline struct left left_out_next(struct left_out *l)
{
    size_t i = l->back++;
    return i < l->n ? l->list[i] : (struct left){ .text = { "", 0 } };
}

/* Every mark came back once. */
static inline bool left_out_whole(const struct left_out *l)
{
    return l->back == l->n;
}

static inline void left_out_free(struct left_out *l)
{
    free(l->list);
    *l = (struct left_out){ 0 };
}

#endif /* AUDITOR_READ_LEFT_OUT_H */
