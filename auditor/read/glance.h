/*
 * glance.h - what a page shows at a glance, before any of it is parsed (prefix glance_; inside read only).
 *
 * Of several pages in one file it tells which one has the text and which are frames around it. Tags are looked for as they
 * are written, so it is a guess: nothing of a report rests on it.
 */
#ifndef AUDITOR_READ_GLANCE_H
#define AUDITOR_READ_GLANCE_H

#include <stdbool.h>

#include "base/str.h"

struct glance {
    size_t
        words; /* characters beyond ASCII that a reader sees, references among them: of words in Chinese */
    bool frameset, iframe;
};

/* The page is in its own charset; headers as charset_decode() takes them. */
struct glance glance(struct str page, struct str headers);

#endif /* AUDITOR_READ_GLANCE_H */
