/*
 * attribute.h - the attributes that matter, and what a style does (prefix attribute_).
 *
 * thin.c keeps only these, and html.c reads only these; both see the same effects.
 */
#ifndef AUDITOR_READ_ATTRIBUTE_H
#define AUDITOR_READ_ATTRIBUTE_H

#include "base/str.h"

enum attribute {
    ATTR_ALIGN,
    ATTR_ALT,
    ATTR_COLSPAN,
    ATTR_CONTENT,
    ATTR_EQUIV,
    ATTR_HIDDEN,
    ATTR_HREF,
    ATTR_ITEMPROP,
    ATTR_NAME,
    ATTR_PROPERTY,
    ATTR_REL,
    ATTR_ROWSPAN,
    ATTR_SELECTED,
    ATTR_SRC,
    ATTR_STYLE,
    ATTR_TYPE,
    ATTR_VALUE,
    ATTR_COUNT,
    ATTR_OTHER = ATTR_COUNT
};

/* The attributes of one tag; p is NULL where there is none. */
struct attributes {
    struct str value[ATTR_COUNT];
};

enum effect {
    EFFECT_HIDDEN = 1, /* not to be seen */
    EFFECT_CENTER = 2,
    EFFECT_ASIDE = 4, /* aligned otherwise */
    EFFECT_BOLD = 8,
    EFFECT_LIGHT = 16 /* explicitly not bold */
};

enum attribute attribute_find(struct str name); /* ASCII case ignored */
const char *attribute_name(enum attribute attribute);

unsigned attribute_style(struct str css); /* enum effect of a style */
/* The same of align, hidden and style together; style is what attribute_style() said of it. */
unsigned attribute_effects(const struct attributes *attributes, unsigned style);

/* What a field of a form shows when it can be the content of a cell: a figure or a mark or two. "" for others: what a search
 * box says is no part of the page. */
struct str attribute_field(const struct attributes *attributes);
bool attribute_fills_cell(struct str shown);

/* The number an attribute gives, as browsers read it: 0 for "0", `absent` for rubbish. */
unsigned attribute_number(struct str value, unsigned absent);

#endif /* AUDITOR_READ_ATTRIBUTE_H */
