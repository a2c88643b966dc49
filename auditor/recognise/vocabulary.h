/*
 * vocabulary.h - the labels of a form by their core (prefix vocabulary_).
 *
 * A word is one core; its uses say where in the form's tables it stands as a label. Built once with
 * the form, read-only afterwards.
 */
#ifndef AUDITOR_RECOGNISE_VOCABULARY_H
#define AUDITOR_RECOGNISE_VOCABULARY_H

#include "recognise/form.h"
#include "recognise/label.h"

enum word_role { WORD_ROW, WORD_COLUMN, WORD_HEAD };

struct word_use {
    uint16_t table;
    uint8_t role;   /* enum word_role */
    uint16_t index; /* of the row or column */
    const struct word_use *next;
};

struct word {
    struct str core;
    uint32_t hash;
    const struct word_use *uses;
    const struct word *next; /* of the same bucket */
};

/* The core of a label in the shapes in which others are compared with it. */
struct word_core {
    struct str text;
    struct str plain; /* without particles, label_plain() */
    struct label_chars chars;
};

struct vocabulary;

/* In the form's arena. */
struct vocabulary *vocabulary_build(const struct form *form);
const struct word *vocabulary_find(const struct vocabulary *v, struct str core, uint32_t hash);
const struct word_use *word_use(const struct word *w, size_t table, enum word_role role); /* NULL */

/* False for most texts that are no word: no core begins with this character. */
bool vocabulary_opens(const struct vocabulary *v, uint32_t first);
/* The same of the first two, for a text without brackets. */
bool vocabulary_goes_on(const struct vocabulary *v, const struct label_head *head);

/* The cores of a line's label (i = 0) and of its aliases (i = 1...), in the form's arena; index as
 * in the table. NULL when there is no i-th. */
const struct word_core *vocabulary_core(const struct vocabulary *v, size_t table,
                                        enum word_role role, size_t index, size_t i);

#endif /* AUDITOR_RECOGNISE_VOCABULARY_H */
