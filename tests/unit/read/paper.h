/*
 * paper.h - pages of a PDF as tests draw them: words and lines at places (prefix paper_).
 */
#ifndef AUDITOR_TESTS_READ_PAPER_H
#define AUDITOR_TESTS_READ_PAPER_H

#include "read/pdf_page.h"

enum { PAPER_PAGES = 8, PAPER_RULES = 400 };

struct paper {
    struct strbuf xml; /* as pdftotext -bbox writes it */
    struct pdf_rule rules[PAPER_PAGES][PAPER_RULES];
    size_t rule_count[PAPER_PAGES];
    struct pdf_rule edges[PAPER_PAGES][PAPER_RULES];
    size_t edge_count[PAPER_PAGES];
    struct pdf_rule slants[PAPER_PAGES][PAPER_RULES];
    size_t slant_count[PAPER_PAGES];
    struct pdf_rule picture[PAPER_PAGES]; /* one a page, at most */
    size_t picture_count[PAPER_PAGES];
    size_t pages;
};

void paper_page(struct paper *p); /* A4; what comes next stands on it */
/* A line of text in characters of 10 points whose middle is at y; blanks part its words. */
void paper_text(struct paper *p, float x, float y, const char *text);
void paper_text_sized(struct paper *p, float x, float y, float em, const char *text);
void paper_line(struct paper *p, float x0, float y0, float x1, float y1);
/* A grid with all its lines: n edges each. */
void paper_grid(struct paper *p, const float *x, size_t nx, const float *y, size_t ny);
/* The same as fields of colour, each a little apart from the next. */
void paper_grounds(struct paper *p, const float *x, size_t nx, const float *y, size_t ny);
void paper_slant(struct paper *p, float x, float y); /* slanted text begins there */
void paper_picture(struct paper *p, float x0, float y0, float x1, float y1);
/* The paper of the test that is running, one empty page. */
struct paper *paper_fresh(void);
void paper_expect_cells(const char *wanted); /* of the fresh paper, read; see dump.h */
struct doc *paper_read(struct paper *p); /* and frees the paper; the caller frees the document */

#endif /* AUDITOR_TESTS_READ_PAPER_H */
