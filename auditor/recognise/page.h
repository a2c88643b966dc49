/*
 * page.h - what is known of each block while a report is being recognised (prefix page_; inside
 * recognise only).
 *
 * One automaton passes over the text of the page once and notes for every block which groups of
 * trigger words stand in it; patterns are then tried only on blocks that hold one of theirs.
 *
 * Ownership  All memory is the report's arena. Texts are parts of the document.
 */
#ifndef AUDITOR_RECOGNISE_PAGE_H
#define AUDITOR_RECOGNISE_PAGE_H

#include "recognise/report.h"

enum page_hit {
    HIT_NAME = 1 << 0,  /* speaks of disclosure and of a report */
    HIT_DATE = 1 << 1,  /* 日期, 时间 */
    HIT_META = 1 << 2,  /* a label of a metadata table: 索引号 */
    HIT_TOOLS = 1 << 3, /* byline or tool bar: 来源, 字体 */
    HIT_END = 1 << 4,   /* what stands behind an article */
    HIT_CRUMB = 1 << 5,
    HIT_PERIOD = 1 << 6,
    HIT_COMPOSITION = 1 << 7,
    HIT_MARK = 1 << 8,        /* collections, papers, news */
    HIT_RUNNING = 1 << 9,     /* 一是, 第一 */
    HIT_GOVERNMENT = 1 << 10, /* an agency's suffix */
    HIT_YEAR = 1 << 11,       /* 年 */
    HIT_PUBLISHER = 1 << 12,  /* 发布机构 */
    HIT_LEAVING = 1 << 13,
    HIT_BLANK = 1 << 14, /* XX, 单位名称 */
    HIT_COUNTY = 1 << 15 /* counties below */
};

struct page {
    struct report *r;
    const struct doc *doc;
    const struct report_hint *hint;
    uint32_t *hits; /* by block: enum page_hit */
    uint8_t *roles; /* r->roles */
    bool *grids;    /* by table: a grid of short cells */
    uint32_t blocks;
    uint32_t title_first, title_end; /* blocks of the title, half open; equal when there is none */
    uint32_t body;                   /* the first block of running text */
    uint32_t tail;                   /* the first block of the signature, else the article's end */
    struct str title;                /* normal text of the title, also from metadata; "" if none */
};

void page_scan(struct page *p); /* fills hits and grids */

/* The normal text of a block, "" behind the last one. */
static inline struct str page_text(const struct page *p, uint32_t block)
{
    if (block >= p->blocks || p->doc->blocks[block].text_len == 0)
        return STR("");
    const struct doc_block *b = &p->doc->blocks[block];
    return (struct str){ p->doc->text.p + b->text, b->text_len };
}

/* Shown, with text, and no part of menus. */
bool page_usable(const struct page *p, uint32_t block);
/* A paragraph of running text: long, with sentences. */
bool page_prose(const struct page *p, uint32_t block);
/* Inside a grid of short cells, such as a statistics annex: what is numbered there is no chapter. */
bool page_in_grid(const struct page *p, uint32_t block);
/* Running text of the article outside official tables. */
bool page_running(const struct page *p, uint32_t block);
uint32_t page_next(const struct page *p,
                   uint32_t block); /* the next block with text that is shown, else blocks */

struct span page_span(const struct page *p, uint32_t block, size_t from, size_t len);
size_t page_chars(struct str s, size_t limit); /* characters, counted up to limit */

/* The name of the file, if the caller knows it, without folder and extension, as normal text. */
struct str page_file_name(struct page *p);

/* Moves n elements from a heap array into the report's arena and frees the heap array. */
void *page_keep(struct page *p, void *heap, size_t n, size_t size);

#endif /* AUDITOR_RECOGNISE_PAGE_H */
