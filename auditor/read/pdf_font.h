/*
 * pdf_font.h - fonts that do not say which characters they show (prefix pdf_font_; inside read
 * only): what they write is seen and cannot be had.
 */
#ifndef AUDITOR_READ_PDF_FONT_H
#define AUDITOR_READ_PDF_FONT_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { PDF_FONT_NAMES = 64, PDF_FONT_KNOWN = 512 };

/* What is known of the fonts of a file, and of those that the page or form which is being read names.
 * All zero to begin with. */
struct pdf_fonts {
    struct {
        struct str name; /* in the content that is being read */
        bool dumb;
    } names[PDF_FONT_NAMES];
    size_t name_count;
    int known[PDF_FONT_KNOWN]; /* objects, by their number: that of a dumb one is negative */
    uint64_t codes[4];         /* bytes that dumb fonts showed, on one page */
    size_t shown;              /* how many */
};

/* Does every font of the file have a table of its characters, as far as its bytes tell? Where they do, no font needs
 * to be looked up, of which a print of a browser has hundreds. Of packed objects they tell nothing: false. */
bool pdf_font_all_tell(struct str file);

/* Is the font that the resources name so a dumb one? */
bool pdf_font_is_dumb(struct pdf_fonts *fonts, qpdf_data pdf, qpdf_oh resources, struct str name);
void pdf_font_leave(struct pdf_fonts *fonts); /* the page or form: names mean other fonts now */

/* Counts a string of a content that a dumb font shows. */
void pdf_font_show(struct pdf_fonts *fonts, struct str string);
/* How many characters dumb fonts showed since the last call; 0 for bullets and the like. */
size_t pdf_font_lost(struct pdf_fonts *fonts);

#endif /* AUDITOR_READ_PDF_FONT_H */
