/*
 * document.h - one input file as text blocks, grids and links, each with its place (prefix doc_).
 *
 * A reader builds a document through build.h; after that it never changes. Everything is kept in
 * flat arrays whose elements name each other by index and text by offset, so that a document can be
 * written to a snapshot and read back as it is (snapshot.h).
 *
 * Text       Every block has two texts. "raw" is what the file said (UTF-8, white space folded, no
 *            other change): it is shown to people. "text" is its normal form (text/normalise.h:
 *            width folded, blanks dropped, simplified script): it is what all matching works on.
 * Order      Blocks stand in reading order. A table cell is a run of blocks; layout tables are
 *            tables too, and only recognition knows which table is an official one.
 * Index      "1-based, 0 = none" where said; everything else counts from 0.
 * Ownership  The document owns all that it hands out; it lives until doc_free().
 * Errors     Nothing here can fail. What is absent is NULL, 0 or "".
 */
#ifndef AUDITOR_DOCUMENT_DOCUMENT_H
#define AUDITOR_DOCUMENT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum doc_format { DOC_HTML, DOC_TEXT, DOC_DOCX, DOC_PDF, DOC_FORMATS };

enum doc_script { DOC_SCRIPT_NONE, DOC_SCRIPT_HANS, DOC_SCRIPT_HANT, DOC_SCRIPT_MIXED };

enum doc_block_flag {
    DOC_HIDDEN = 1,  /* made invisible to the reader (display:none, visibility, hidden, size 0) */
    DOC_HEADING = 2, /* h1..h6, or wholly bold and standing alone */
    DOC_CENTERED = 4,
    DOC_LINKED = 8,      /* the whole block is the text of links (menus, lists of articles) */
    DOC_CHROME = 16,     /* inside nav, header, footer, aside, form, select */
    DOC_CELL_EMPTY = 32, /* stands for a cell without text; raw and text are empty */
    DOC_RULE = 64        /* text input: a line of cell separators only ('|', "||||") */
};

struct doc_block {
    uint32_t raw, raw_len;   /* bytes in doc->raw */
    uint32_t text, text_len; /* bytes in doc->text */
    uint32_t line;           /* of its first character in the file, from 1 */
    uint32_t cell;           /* 1-based index into cells: the innermost cell it stands in */
    uint16_t flags;          /* enum doc_block_flag */
    uint8_t level;           /* 1..6 of h1..h6, else 0 */
};

/* A cell of a grid. Its blocks are contiguous but for those of tables nested in it. */
struct doc_cell {
    uint32_t table;              /* 0-based index into tables */
    uint32_t row, col;           /* from 0, where the cell begins in the full matrix */
    uint32_t row_span, col_span; /* at least 1, clipped to sane limits */
    uint32_t first_block, block_count;
    uint32_t line;
    bool header; /* <th> */
    bool hidden;
};

struct doc_table {
    uint32_t parent_cell;            /* 1-based: the cell it is nested in */
    uint32_t first_cell, cell_count; /* its own cells, in reading order; nested ones lie between */
    uint32_t rows, cols;             /* of the full matrix */
    uint32_t line;
    bool nests;   /* a cell of it holds another table */
    bool guessed; /* no lines part its cells: where its words stand tells them */
};

struct doc_link {
    uint32_t block;          /* 0-based; the block its text begins in */
    uint32_t raw, raw_len;   /* its text, bytes in doc->raw */
    uint32_t href, href_len; /* bytes in doc->strings, as written in the file */
    uint32_t line;
    bool hidden;
};

struct doc_image {
    uint32_t block;                      /* 0-based: the block that it stands in or before */
    uint32_t src, src_len, alt, alt_len; /* bytes in doc->strings */
    uint32_t line;
    uint32_t cell; /* 1-based */
    /* where in doc->raw it stands: with that part of its block when that is parted; in no snapshot */
    uint32_t raw;
    bool hidden;
};

/* <title> is stored under the name "title"; <base href> under "base"; others by their name or
 * property as written. Text files may hold none. */
struct doc_meta {
    uint32_t name, name_len, content, content_len; /* bytes in doc->strings */
    uint32_t line;
};

/* Line numbers inside a block: the text from offset raw on stands on that line. */
struct doc_line {
    uint32_t raw;
    uint32_t line;
};

/* A page of a document that has pages: the line on which it begins. */
struct doc_page {
    uint32_t line;
};

enum doc_notice_code {
    DOC_NOTICE_INVALID_BYTES, /* count bytes could not be decoded and became U+FFFD */
    DOC_NOTICE_CHARSET,       /* the declared charset was wrong; another one was used */
    DOC_NOTICE_CUT,           /* a limit cut the content at the line */
    DOC_NOTICE_UNCLOSED,      /* a comment, script or quote opened at the line is never closed */
    DOC_NOTICE_DELETED,       /* tracked deletions, which are not part of the text */
    DOC_NOTICE_COMMENTS,      /* remarks of reviewers, which are not part of the text */
    DOC_NOTICE_OCR,           /* count pages are pictures whose text was recognised by a program */
    DOC_NOTICE_OFF_PAPER      /* text runs off count pages: part of it is lost */
};

struct doc_notice {
    uint32_t code; /* enum doc_notice_code */
    uint32_t count;
    uint32_t line;
};

struct doc {
    enum doc_format format;
    enum doc_script script; /* of the running text */
    char charset[24];       /* as decoded, e.g. "UTF-8", "GB18030" */
    struct strbuf raw;      /* all raw text; blocks are separated by '\n' */
    struct strbuf text;     /* all normal text; blocks are separated by '\n' */
    struct strbuf strings;  /* attribute values */
    struct doc_block *blocks;
    size_t block_count;
    struct doc_cell *cells;
    size_t cell_count;
    struct doc_table *tables;
    size_t table_count;
    struct doc_link *links;
    size_t link_count;
    struct doc_image *images;
    size_t image_count;
    struct doc_meta *metas;
    size_t meta_count;
    struct doc_line *lines;
    size_t line_count;
    struct doc_notice *notices;
    size_t notice_count;
    struct doc_page *pages; /* of a PDF; others have none */
    size_t page_count;
};

void doc_free(struct doc *doc); /* NULL is allowed */

struct str doc_block_raw(const struct doc *doc, size_t block);
struct str doc_block_text(const struct doc *doc, size_t block);
struct str doc_string(const struct doc *doc, uint32_t at, uint32_t len); /* from doc->strings */

/* The block that holds byte `at` of doc->text (or doc->raw); block_count when none does. */
size_t doc_block_at_text(const struct doc *doc, size_t at);
size_t doc_block_at_raw(const struct doc *doc, size_t at);

/* The line of the file on which byte `at` of doc->raw stands. */
uint32_t doc_line_at(const struct doc *doc, size_t at);

/* The page, from 1, on which a line of the file stands; 0: the document has no pages. */
uint32_t doc_page_of(const struct doc *doc, uint32_t line);

/* The line as a number of a paragraph, where the format counts those; else 0. */
uint32_t doc_paragraph_of(const struct doc *doc, uint32_t line);

/* What the file said where doc->text has [at, at+len): a part of doc->raw, possibly longer by
 * what normalising dropped in between. May reach over several blocks. */
struct str doc_raw_of(const struct doc *doc, size_t at, size_t len);

/* The cell's own blocks (those of tables nested in it left out) as one text each, appended to
 * out: joined by '\n' in raw, by nothing in text. */
void doc_cell_raw(const struct doc *doc, const struct doc_cell *cell, struct strbuf *out);
void doc_cell_text(const struct doc *doc, const struct doc_cell *cell, struct strbuf *out);

/* The content of a meta by name, ASCII case ignored; "" when absent. *which, if not NULL, gets
 * its index. Several of one name: the first with content. */
struct str doc_meta(const struct doc *doc, const char *name, size_t *which);

#endif /* AUDITOR_DOCUMENT_DOCUMENT_H */
