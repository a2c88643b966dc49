/*
 * tag.h - the HTML elements that matter here, and what they do to text (prefix tag_).
 *
 * Every element not listed is TAG_UNKNOWN: inline, without an effect of its own.
 */
#ifndef AUDITOR_READ_TAG_H
#define AUDITOR_READ_TAG_H

#include <stdbool.h>

#include "base/str.h"

enum tag {
    TAG_UNKNOWN,
    TAG_A,
    TAG_ARTICLE,
    TAG_ASIDE,
    TAG_B,
    TAG_BASE,
    TAG_BLOCK,
    TAG_BR,
    TAG_BUTTON,
    TAG_CENTER,
    TAG_DD,
    TAG_FOOTER,
    TAG_FORM,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_HEADER,
    TAG_IMG,
    TAG_INPUT,
    TAG_LI,
    TAG_LIST,
    TAG_META,
    TAG_NAV,
    TAG_OPTION,
    TAG_P,
    TAG_PRE,
    TAG_ROOT,
    TAG_ROWS,
    TAG_SCRIPT,
    TAG_SELECT,
    TAG_SKIPPED,
    TAG_SPAN,
    TAG_SUP,
    TAG_TABLE,
    TAG_TD,
    TAG_TEXTAREA,
    TAG_TH,
    TAG_TITLE,
    TAG_TR,
    TAG_VOID,
    TAG_COUNT
};

enum tag tag_find(struct str name); /* ASCII case ignored */
bool tag_is_name(char c);           /* may stand in a tag's name */

/* Text before and after it does not run together. */
bool tag_is_block(enum tag tag);
/* Has no content and no end: br, img, meta ... */
bool tag_is_void(enum tag tag);
/* What is inside is not shown, and is no mark-up: script, style ... */
bool tag_is_skipped(enum tag tag);
/* The form of a control, not a part of what the page says. */
bool tag_is_chrome(enum tag tag);

#endif /* AUDITOR_READ_TAG_H */
