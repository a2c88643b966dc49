/*
 * sheet.h - what a page's own style sheets, and scripts that do nothing else, hide (prefix sheet_).
 *
 * Only what is plain is believed: a rule for everybody (outside @media), whose selector is one class
 * or one id, with or without an element, and which no other rule of the sheet and no script of the
 * page speaks of; of a script, that it begins with getElementById("links").style.display="none" and
 * that no other script names the id: links of strangers are hidden so. Menus that open, pages of tabs and notes for the printer stay visible.
 *
 * Ownership  Names are slices of the page, which must outlive the sheet. Beyond SHEET_NAMES names of
 * a page, what is hidden stays visible.
 */
#ifndef AUDITOR_READ_SHEET_H
#define AUDITOR_READ_SHEET_H

#include <stdbool.h>

#include "base/str.h"

enum { SHEET_NAMES = 32 };

struct sheet {
    struct sheet_name {
        char mark; /* '.' of a class, '#' of an id */
        struct str name;
    } names[SHEET_NAMES];
    size_t n;
};

/* Adds what the content of one <style> hides; page: the whole file. */
void sheet_read(struct sheet *sheet, struct str css, struct str page);
/* Adds the ids that scripts of the page hide as soon as they are read. */
void sheet_read_scripts(struct sheet *sheet, struct str page);
/* Says whether the class or id among a tag's attributes, as they stand in the file, is hidden. */
bool sheet_hides(const struct sheet *sheet, struct str attributes);

#endif /* AUDITOR_READ_SHEET_H */
