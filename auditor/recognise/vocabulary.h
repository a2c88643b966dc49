/*
 * vocabulary.h - the labels of a form by their core (prefix vocabulary_).
 *
 * A word is one core; its uses say where in the form's tables it stands as a label. Built once with
 * the form, read-only afterwards.
 */
#ifndef AUDITOR_RECOGNISE_VOCABULARY_H
#define AUDITOR_RECOGNISE_VOCABULARY_H

#include "recognise/form.h"

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

struct vocabulary;

/* In the form's arena. */
struct vocabulary *vocabulary_build(const struct form *form);
const struct word *vocabulary_find(const struct vocabulary *v, struct str core, uint32_t hash);
const struct word_use *word_use(const struct word *w, size_t table, enum word_role role); /* NULL */

/* The cores of a line's label (i = 0) and of its aliases (i = 1...), in the form's arena; index as
 * in the table. "" when there is no i-th. */
struct str vocabulary_core(const struct vocabulary *v, size_t table, enum word_role role,
                           size_t index, size_t i);

#endif /* AUDITOR_RECOGNISE_VOCABULARY_H */
