/*
 * pages.h - recognises a page given as text or HTML, with forms made for the tests (prefix pages_).
 */
#ifndef TESTS_RECOGNISE_PAGES_H
#define TESTS_RECOGNISE_PAGES_H

#include "recognise/report.h"

struct page_report {
    struct doc *doc;
    struct report *report;
};

/* Reads and recognises; name is the file's name or NULL. pages_done() frees both. */
struct page_report pages_read(const char *content, const char *name);
void pages_done(struct page_report *page);

/* "2020-12-31", "" for no date; the text lives until the next call. */
const char *pages_date(struct date date);

/* Asserts with a message that names the case. */
void pages_same(const char *what, const char *where, struct str found, const char *wanted);
void pages_equal(const char *what, const char *where, long found, long wanted);

#endif /* TESTS_RECOGNISE_PAGES_H */
