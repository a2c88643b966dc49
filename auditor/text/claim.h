/*
 * claim.h - what a number of running text counts, told by the words around it (prefix claim_).
 *
 * A set is a list of things that may be counted ("requests received", "reviews"), each with the words
 * that tell it. It is data of whoever asks; nothing here knows what the things are. For a quantity
 * (quantity.h) the first thing fits whose words and expressions do:
 *
 * words     the last word in the label, of all words of the set, is one of the thing's; a thing without
 *           words fits where no word stands in the label and one stands in the tail
 * fits      expressions that must match, each in its context
 *
 * and it is a claim if then nothing contradicts it:
 *
 * topic     the last thing that the text before the number speaks of (the set's expression `topics`, group 1)
 *           is the thing's, unless the label says so itself
 * where     expressions that must match (in `home`, a section of the report, they need not), and
 * unless    expressions that must not match: the thing's own and those of the set
 *
 * besides, the quantity is exact, compares nothing, accumulates nothing (over more than the year reported on) unless the thing is `lasting`, and is
 * of the year reported on unless the thing is of `any_year`.
 *
 * Contexts  the label (behind a bracket, of the clause before it; in a row of numbers, the name in its place,
 *           see claim_label.h) and the tail of the quantity; the text
 *           before it, at most 300 bytes, all of it, since the last full stop, since the last semicolon.
 * Ownership A set owns copies of all that it was given. It is read-only once it is frozen.
 * Errors    Those of pattern.h.
 */
#ifndef AUDITOR_TEXT_CLAIM_H
#define AUDITOR_TEXT_CLAIM_H

#include "text/quantity.h"

struct error;
struct pattern;
struct claim_set;

enum claim_context {
    CLAIM_LABEL,
    CLAIM_TAIL,
    CLAIM_BEFORE,
    CLAIM_SENTENCE,
    CLAIM_CLAUSE,
    CLAIM_CONTEXTS
};

/* Expressions by context; "" for none. */
struct claim_words {
    struct str in[CLAIM_CONTEXTS];
};

struct claim_thing {
    struct str key;
    const struct str *words;
    size_t word_count;
    struct claim_words fits, where, unless;
    struct str topic, home; /* "" for none */
    unsigned not_classes;   /* bits 1 << enum quantity_class */
    bool any_year;
    bool lasting;
    bool
        quiet_topic; /* the topic holds, too, where nothing is spoken of and the sentence names it */
};

/* Where a quantity stands. */
struct claim_place {
    struct str text; /* of the paragraph that it was read from */
    struct str section;
    struct str
        heading; /* the numbered line above the paragraph, "" for none: it tells the topic of a silent one */
    const struct str *
        above; /* the paragraphs above up to a heading, the nearest first: what the first speaks of last that speaks of anything goes on */
    size_t above_count;
    const struct quantity *quantity;
    unsigned year; /* that is reported on, 0 if not known */
};

struct claim_set *claim_new(void);
void claim_free(struct claim_set *set); /* NULL is allowed */
/* classes: bits of those that are claims at all. topics: "" for none. */
int claim_begin(struct claim_set *set, unsigned classes, struct str topics,
                const struct claim_words *unless, struct error *err);
int claim_add(struct claim_set *set, const struct claim_thing *thing, struct error *err);
void claim_freeze(struct claim_set *set);
struct str claim_key(const struct claim_set *set, size_t thing);

/* *thing gets the position of what is claimed, SIZE_MAX for nothing. */
int claim_find(const struct claim_set *set, const struct claim_place *place, size_t *thing,
               struct error *err);

#endif /* AUDITOR_TEXT_CLAIM_H */
