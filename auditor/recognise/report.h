/*
 * report.h - what was recognised in a document: the facts that rules judge (prefix report_).
 *
 * Ownership  recognise() makes a report; report_free() frees it. It points into its document and
 *            its form, which must outlive it. Nothing here is changed afterwards.
 * Text       A span is a part of the document's normal text; span_raw() gives what the file said.
 *            An absent span has len 0. Facts without a place in the body (meta tags) have a line only.
 */
#ifndef AUDITOR_RECOGNISE_REPORT_H
#define AUDITOR_RECOGNISE_REPORT_H

#include "base/arena.h"
#include "document/document.h"
#include "recognise/form.h"
#include "text/date.h"
#include "text/literal.h"
#include "text/numeral.h"

enum report_kind { REPORT_ANNUAL, REPORT_COLLECTION, REPORT_OTHER };

enum report_level {
    LEVEL_UNKNOWN,
    LEVEL_PROVINCE,
    LEVEL_CITY,
    LEVEL_COUNTY,
    LEVEL_TOWNSHIP,
    LEVEL_DEPARTMENT,
    LEVEL_ZONE
};

struct span {
    uint32_t at, len; /* bytes in doc->text */
    uint32_t block;   /* the block it begins in */
};

/* Why a document was taken for what it is. */
struct report_mark {
    const char *code; /* "collection-title", "half-year", "several-outlines", "references", ... */
    struct span span;
};

/* A date of publication, in the order of trust. A date of signature alone is none. */
enum report_date_source {
    DATE_META,      /* meta tag (PubDate ...) */
    DATE_TABLE,     /* metadata table: 发布日期 */
    DATE_BYLINE,    /* line under the title: 发布时间：… 来源：… */
    DATE_PAGE,      /* another dated line of the page head */
    DATE_SIGNATURE, /* under the text; not a publication date */
    DATE_WRITTEN, /* 成文日期, 发文时间, 生成日期 of the metadata table where a 发布日期 stands too */
    DATE_SOURCES
};

struct report_date {
    struct date date;
    enum report_date_source source;
    struct span span; /* the date in the text; len 0 for a meta tag */
    struct str label; /* the word or meta name it stands with, raw */
    uint32_t line;
    struct str quote; /* raw */
};

enum heading_style {
    HEADING_PLAIN,          /* no number */
    HEADING_CHAPTER,        /* 一、 */
    HEADING_BRACKET,        /* (一) */
    HEADING_ARABIC,         /* 1、 1. */
    HEADING_ARABIC_BRACKET, /* (1) 1) */
    HEADING_RUNNING         /* 一是 二是 inside a paragraph */
};

struct report_heading {
    enum heading_style style;
    unsigned number;   /* 0 for HEADING_PLAIN */
    struct span span;  /* number and title */
    struct span title; /* without the number; may begin in the next block (a split heading) */
    struct str joined; /* a title that was broken into lines, put together; .p NULL: it has one */
    uint32_t block;
    uint32_t last_block; /* of its title */
    bool standalone;     /* a line of its own; else the number opens a paragraph or stands in one */
    bool nested;         /* numbered as the chapters are, in a list within one of them */
};

enum heading_match { MATCH_OFFICIAL, MATCH_VARIANT, MATCH_CLASS };

struct report_section {
    struct str key;                      /* of the form, or "extra" for a chapter no class fits */
    const struct form_section *official; /* NULL for "extra" */
    enum heading_match match;        /* official wording, punctuation-only variant, class only */
    size_t heading;                  /* index into headings */
    uint32_t first_block, end_block; /* the content behind the heading, half open */
    uint32_t text_chars;             /* characters of its paragraphs, tables left out */
};

enum report_cell_kind {
    CELL_ABSENT,
    CELL_NUMBER,
    CELL_BLANK,
    CELL_DASH,
    CELL_TEXT,
    CELL_UNREADABLE
};

struct report_cell {
    enum report_cell_kind kind;
    struct decimal value; /* CELL_NUMBER only */
    struct str unit;      /* normal form, "" if none */
    struct str raw;       /* as found, trimmed */
    uint32_t line;
    uint32_t block; /* 1-based block it stands in */
};

enum table_problem_kind {
    PROBLEM_ROW_MISSING,
    PROBLEM_ROW_RENAMED,
    PROBLEM_ROW_EXTRA,
    PROBLEM_COLUMN_MISSING,
    PROBLEM_COLUMN_RENAMED,
    PROBLEM_COLUMN_EXTRA,
    PROBLEM_HEADER_BROKEN, /* a header label is cut or lost */
    PROBLEM_UNPLACED,      /* values that could not be given a column; `line` says which row */
    PROBLEM_AGAIN /* the table stands twice with other numbers: the first such cell of the other one */
};

struct table_problem {
    enum table_problem_kind kind;
    int index;           /* row or column of the form; -1 for an extra one */
    struct str found;    /* raw label, "" when missing */
    struct str expected; /* official label, "" for an extra one */
    uint32_t line;
    uint32_t block; /* 1-based */
};

struct report_table {
    const struct form *form; /* whose labels it bears: may differ from the report's form */
    const struct form_table *layout;
    bool present; /* cells were found */
    bool image;   /* not present, but a picture stands where it belongs */
    /* Pieces of its labels are there (torn.h). Not present: its cells cannot be told apart; present: its
     * head cannot be judged. */
    bool torn;
    uint32_t line; /* where it begins; 0 if absent */
    uint32_t first_block, end_block;
    struct report_cell *cells; /* row * column_count + column; NULL unless present */
    struct str *row_labels;    /* raw, as found; "" if missing */
    struct table_problem *problems;
    size_t problem_count;
};

struct report_period {
    bool found;
    struct date from, to; /* invalid when not readable */
    bool damaged;         /* lost 年月日, or 日 missing: read, not an error */
    struct span span;
};

struct report_part {
    struct span span;
    const struct form_section *official; /* its class, NULL if none fits */
};

struct report_composition {
    bool found;
    struct span span;
    struct report_part *parts;
    size_t part_count;
    unsigned stated; /* "共六部分"; 0 if not stated */
    struct span stated_span;
    bool open; /* closes with 等 */
};

/* What a block is to the report. */
enum block_role {
    ROLE_CHROME, /* menus, footers, lists of other articles, what is hidden */
    ROLE_HEAD,   /* metadata table, byline, tool bar of the page */
    ROLE_TITLE,
    ROLE_BODY,     /* running text, headings, tables */
    ROLE_SIGNATURE /* agency and date under the text */
};

struct report {
    const struct doc *doc;
    const struct form_set *forms;
    const struct form *form; /* by report year; without one, by its tables; NULL: neither */
    enum report_kind kind;
    enum report_level level;
    int year;                /* 0: unknown */
    struct str agency;       /* simplified; "" unknown */
    struct span agency_span; /* where it was taken from; may be absent */
    struct str title;        /* raw, one line, as found */
    struct span title_span;  /* may be absent: title only in metadata */
    uint32_t title_line;
    int title_year;  /* 0: none in the title */
    struct str host; /* the page's own host; "" unknown */
    struct report_mark *marks;
    size_t mark_count;
    struct report_date *dates; /* every date of the page's head and foot */
    size_t date_count;
    int published;                   /* index into dates, -1 unknown */
    uint32_t first_block, end_block; /* the article, half open: menus and footers left out */
    uint8_t *roles;                  /* enum block_role, by block */
    struct report_heading *headings; /* in reading order, tables left out */
    size_t heading_count;
    struct report_section *sections;
    size_t section_count;
    struct report_table *tables; /* one for each table of the form by year, same order */
    size_t table_count;
    struct report_period period;
    struct report_composition composition;
    struct table_map *table_map; /* of tables.c */
    struct arena *arena;
};

/* What the caller knows better than the document; zero and "" mean nothing known. */
struct report_hint {
    int year;
    struct str agency; /* UTF-8 */
    enum report_level level;
    const char *path;                   /* the file's name may hold the agency and the year */
    const struct literal_set *agencies; /* names of agencies, normal text, simplified; NULL: none */
};

/* Recognises a report. Cannot fail: what is not there is absent. The caller frees it before doc. */
struct report *recognise(const struct doc *doc, const struct form_set *forms,
                         const struct report_hint *hint);
void report_free(struct report *report);

const char *report_kind_name(enum report_kind kind);    /* "annual-report" ... */
const char *report_level_name(enum report_level level); /* "county" ... */
enum report_level report_level_parse(struct str name, bool *ok);
/* Also as officials write it: 部门, 县区, 乡镇街道. */
/* What the name of an organ, normal text, tells of its level. */
enum report_level report_level_of(struct str agency);
enum report_level report_level_read(struct str word, bool *ok);
const char *report_script_name(enum doc_script script);        /* "hans" "hant" "mixed"; NULL */
const char *report_cell_kind_name(enum report_cell_kind kind); /* "number" ...; absent: NULL */
const char *report_date_source_name(enum report_date_source source);

const struct report_table *report_table(const struct report *r, struct str key); /* NULL */
const struct report_section *report_section(const struct report *r,
                                            struct str key); /* first, NULL */
const struct report_section *report_section_of_block(const struct report *r, uint32_t block);
bool report_in_table(const struct report *r, uint32_t block);   /* inside an official table */
bool report_in_article(const struct report *r, uint32_t block); /* article, not hidden, no chrome */

/* Where the form has no tables: the key of the nth table of another form that begins there; or "". */
struct str report_other_table(const struct report *r, uint32_t from, uint32_t to, size_t nth);

struct str span_text(const struct report *r, struct span s);
struct str heading_title(const struct report *r, const struct report_heading *h); /* in one line */
struct str span_raw(const struct report *r, struct span s);
uint32_t span_line(const struct report *r, struct span s);

#endif /* AUDITOR_RECOGNISE_REPORT_H */
