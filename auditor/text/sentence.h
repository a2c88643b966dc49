/*
 * sentence.h - a sentence and those beside it (prefix sentence_). Texts are in normal form.
 */
#ifndef AUDITOR_TEXT_SENTENCE_H
#define AUDITOR_TEXT_SENTENCE_H

#include "base/str.h"

/* The length of the word that joins a sentence to the one before, and is no part of what it says; 0: none. */
size_t sentence_link(struct str sentence);
/* What stands behind the last 。, ! or ? of a text, and what before the first. */
struct str sentence_last(struct str text);
struct str sentence_first(struct str text);

#endif /* AUDITOR_TEXT_SENTENCE_H */
