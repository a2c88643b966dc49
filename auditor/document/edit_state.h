/*
 * edit_state.h - an edit under way, shared by edit.c and edit_end.c only.
 */
#ifndef AUDITOR_DOCUMENT_EDIT_STATE_H
#define AUDITOR_DOCUMENT_EDIT_STATE_H

#include "document/edit.h"

struct edit_entry { /* a block: of the document by its index, then the new ones */
    char *raw;      /* the new text; NULL: as it was */
    size_t raw_len;
    uint32_t line;
    uint32_t cell; /* 1-based, of the document as it was */
    uint16_t flags;
    uint8_t level;
    bool dropped;
    bool joined; /* to the block before it */
};

struct edit_meta { /* of the document by its index, then the new ones */
    char *name;    /* new ones only */
    char *content; /* NULL: as it was */
    bool dropped;
};

struct edit_address { /* a new link or image */
    size_t block;
    char *address;
};

struct edit_cut { /* a block is parted at a byte of its text */
    size_t block, at;
};

struct doc_edit {
    const struct doc *doc;
    struct edit_entry *entries;
    size_t n, cap;
    size_t *order; /* of entries */
    size_t order_n, order_cap;
    struct doc_cell *cells; /* rows and spans as they are now; blocks as they were */
    struct doc_table *tables;
    struct edit_meta *metas;
    size_t meta_n;
    struct edit_address *links, *images;
    size_t link_n, image_n;
    struct edit_cut *cuts; /* in reading order */
    size_t cut_n, cut_cap;
};

#endif /* AUDITOR_DOCUMENT_EDIT_STATE_H */
