/*
 * docx_style.h - what the styles of a Word file say of paragraphs and characters (prefix docx_style).
 *
 * A style takes what it does not say from the style that it is based on; after docx_styles_read() every
 * style holds all of it. Of table styles nothing is taken.
 *
 * Ownership  The list owns its names; free it with docx_styles_free(). {0} is an empty list.
 */
#ifndef AUDITOR_READ_DOCX_STYLE_H
#define AUDITOR_READ_DOCX_STYLE_H

#include "read/docx_xml.h"

enum { DOCX_UNSET = -1 };

/* Switches are 0, 1 or DOCX_UNSET. */
struct docx_look {
    signed char bold, hidden, raised; /* of its text */
    signed char centered;
    signed char level;      /* of the outline: 0 the highest, 9 is running text */
    signed char list_level; /* from 0 */
    long list;              /* numId; 0 takes the number away */
    bool contents;          /* a line of a table of contents */
};

struct docx_style {
    struct str id;    /* names the style in the file */
    struct str based; /* its id, "" for none */
    bool of_paragraphs, by_default;
    struct docx_look look;
    int state; /* while the list is being read */
};

struct docx_styles {
    struct docx_style *all;
    size_t n, cap;
    struct arena *arena;
    struct docx_look plain; /* of a paragraph that names no style */
};

extern const struct docx_look docx_look_unset;

/* What `over` says, and where it says nothing what `look` says, into look. */
void docx_look_apply(struct docx_look *look, const struct docx_look *over);

/* One property inside pPr, its numPr or rPr; others are ignored. */
void docx_look_read(struct docx_look *look, const struct docx_tag *tag);

int docx_styles_read(struct docx_styles *out, struct str part, const char *what, struct error *err);
void docx_styles_free(struct docx_styles *styles);

/* NULL when there is none of the id. */
const struct docx_style *docx_style_find(const struct docx_styles *styles, struct str id);

/* Of a paragraph style; one that the file lacks is known by the usual name of its id (Heading1). */
struct docx_look docx_style_look(const struct docx_styles *styles, struct str id);

#endif /* AUDITOR_READ_DOCX_STYLE_H */
