/*
 * docx_list.h - the numbers that Word writes before paragraphs by itself (prefix docx_list).
 *
 * "一、" or "1.2" is often not in the text of a file: numbering.xml says how the paragraphs of a list are
 * numbered, and who reads the file has to count. Lists of one definition count on together; a list may
 * begin anew, look different at a level, or take its definition from a style.
 *
 * Ownership  {0} is a file without lists; free with docx_lists_free().
 */
#ifndef AUDITOR_READ_DOCX_LIST_H
#define AUDITOR_READ_DOCX_LIST_H

#include "read/docx_style.h"

enum { DOCX_LEVELS = 9 };

struct docx_lists {
    struct docx_definition *definitions;
    size_t definition_count, definition_cap;
    struct docx_list *lists;
    size_t list_count, list_cap;
    struct arena *arena;
};

/* The styles must be complete, and live as long. */
int docx_lists_read(struct docx_lists *out, struct str part, const struct docx_styles *styles,
                    const char *what, struct error *err);
void docx_lists_free(struct docx_lists *lists);

/* The level, from 0, at which a list numbers the paragraphs of a style; DOCX_UNSET if none is named. */
int docx_list_level(const struct docx_lists *lists, long list, struct str style);

/* Counts the next paragraph of a list and appends its number with the blank behind it, as if typed.
 * Bullets are no text. */
void docx_list_next(struct docx_lists *lists, long list, int level, struct strbuf *out);

/* A number in one of Word's formats; one that is not known is written in digits. */
void docx_list_format(struct strbuf *out, struct str format, long n);

#endif /* AUDITOR_READ_DOCX_LIST_H */
