/*
 * tables_page.h - tables made for tests, and what is recognised of them (prefix page_, sheet_).
 *
 * A page is read, its tables located and attached as if the report were of the given year.
 */
#ifndef TESTS_RECOGNISE_TABLES_PAGE_H
#define TESTS_RECOGNISE_TABLES_PAGE_H

#include "recognise/tables.h"

struct page {
    struct doc *doc;
    struct report report;
};

void page_open(struct page *page, const struct form_set *forms, const char *content, int year);
/* The same of a document that came in as `format`, whatever it was read from. */
void page_open_as(struct page *page, const struct form_set *forms, const char *content, int year,
                  enum doc_format format);
/* The same of a PDF whose tables have no lines. */
void page_open_guessed(struct page *page, const struct form_set *forms, const char *content,
                       int year);
void page_close(struct page *page);
const struct report_table *page_table(const struct page *page, const char *key);

/* A row as one text: numbers with their units, "-" for a cell the form does not have, "[blank]",
 * "[dash]", "[text x]", "[?]" for unreadable; parted by blanks. Until the next call. */
const char *page_row(const struct page *page, const char *table, const char *row);
/* All problems of a table: "row-missing refused.7; column-extra x". Until the next call. */
const char *page_problems(const struct page *page, const char *table);

/* Fails the test, saying what, unless the texts are equal. */
void same(const char *what, const char *found, const char *wanted);

/* Table three of form 2021 in the shapes in which it comes; the value of a cell is its row's number
 * times ten and its column's, from 0. The text belongs to the caller (free). */
enum sheet_shape { SHEET_HTML, SHEET_PIPES, SHEET_LINES, SHEET_BARS, SHEET_SPACES };
struct sheet_change {
    int row;            /* from 0 */
    const char *label;  /* another label; "" drops the row */
    const char *values; /* its values instead, parted by ',' */
};
char *sheet_requests(enum sheet_shape shape, const struct sheet_change *changes, size_t n);
/* The same in HTML, turned on its side: the rows' names above in three lines, the columns' names in front. The name of
 * row `without` is left out. */
char *sheet_turned(int without);

#endif /* TESTS_RECOGNISE_TABLES_PAGE_H */
