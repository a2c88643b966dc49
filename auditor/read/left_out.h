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

struct left_out {
    struct str *list; /* views of the page, and breaks */
    size_t n, cap;
    size_t back; /* given back so far */
};

/* Writes the mark in place of the text. */
static inline void left_out_add(struct left_out *l, struct strbuf *out, struct str text)
{
    l->list = mem_grow(l->list, l->n, &l->cap, sizeof *l->list);
    l->list[l->n++] = text;
    strbuf_char(out, LEFT_OUT);
}

/* Writes the mark for a break of the line, which costs the parser less than a <br>. */
static inline void left_out_add_break(struct left_out *l, struct strbuf *out)
{
    left_out_add(l, out, (struct str){ NULL, 0 });
}

static inline bool left_out_is_break(struct str left)
{
    return left.p == NULL;
}

/* What the next mark stands for; "" for one too many, which left_out_whole() tells. */
static inline struct str left_out_next(struct left_out *l)
{
    size_t i = l->back++;
    return i < l->n ? l->list[i] : (struct str){ "", 0 };
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
