/*
 * pdf_path.h - the straight lines that a page content draws (prefix pdf_path_).
 *
 * Follows only what moves and draws: the graphics state's matrix and colours, and paths. Text is
 * counted, images are passed over, and of clipping the box around it counts for what is filled. What counts is a stroked line along an axis, a filled shape
 * so thin that it is a line, the edges of a frame (one box within another), and a filled box, the ground of
 * a cell perhaps. White is not seen.
 *
 * Limits     The depth of the graphics state, points of a path and lines: beyond them the content
 *            is passed over.
 */
#ifndef AUDITOR_READ_PDF_PATH_H
#define AUDITOR_READ_PDF_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "read/pdf_page.h"

struct pdf_matrix {
    double a, b, c, d, e, f;
};

struct pdf_path_sink {
    struct pdf_rule *rules;
    size_t n, cap;
    uint32_t shows, hidden; /* pieces of text that are shown, and those of them that nobody sees */
    double left, right; /* what is seen of all text lies between: the windows it is clipped to */
    void *user;
    /* Draws the named form or picture: a form by calling pdf_path_read() for it. May be NULL. */
    void (*form)(struct pdf_path_sink *sink, struct str name, const struct pdf_matrix *at);
    /* Does the named font not say which characters it shows? Then lost() gets what it shows. */
    bool (*dumb)(struct pdf_path_sink *sink, struct str name);
    void (*lost)(struct pdf_path_sink *sink, struct str string);
};

struct pdf_matrix pdf_matrix_join(const struct pdf_matrix *first, const struct pdf_matrix *then);
void pdf_path_picture(struct pdf_path_sink *sink, const struct pdf_matrix *at);
void pdf_path_read(struct pdf_path_sink *sink, struct str content, const struct pdf_matrix *at);

#endif /* AUDITOR_READ_PDF_PATH_H */
