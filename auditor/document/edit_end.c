/*
 * edit_end.c - the new document of an edit: everything gets its new index.
 *
 * Cells and tables stand in the order of their first blocks, those around before those within.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "document/build_state.h"
#include "document/edit_state.h"

static const uint32_t GONE = UINT32_MAX;

struct making {
    const struct doc_edit *e;
    const struct doc *old;
    struct doc *doc;
    uint32_t *block_of;    /* by entry: the new block, GONE */
    uint32_t *raw_of;      /* by entry: where its text begins now */
    uint32_t *cell_of;     /* by old cell */
    uint32_t *table_of;    /* by old table */
    uint32_t *first, *end; /* by old cell: the new blocks it reaches over */
    size_t line_cap;
};

static uint32_t keep(struct making *m, struct str s)
{
    uint32_t at = (uint32_t)m->doc->strings.n;
    strbuf_str(&m->doc->strings, s);
    return at;
}

static void note_line(struct making *m, size_t raw, uint32_t line)
{
    struct doc *doc = m->doc;
    if (doc->line_count && doc->lines[doc->line_count - 1].line == line)
        return;
    doc->lines = mem_grow(doc->lines, doc->line_count, &m->line_cap, sizeof *doc->lines);
    doc->lines[doc->line_count++] = (struct doc_line){ (uint32_t)raw, line };
}

/* The lines that begin inside a block whose text is as it was. */
static void note_inner_lines(struct making *m, const struct doc_block *was, size_t raw)
{
    const struct doc *old = m->old;
    size_t low = 0;
    size_t high = old->line_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (old->lines[middle].raw <= was->raw)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < old->line_count && old->lines[low].raw < was->raw + was->raw_len; low++)
        note_line(m, raw + old->lines[low].raw - was->raw, old->lines[low].line);
}

/* Behind the text of the block that was added last. */
static void join_block(struct making *m, size_t entry)
{
    struct doc *doc = m->doc;
    const struct doc_block *was = &m->old->blocks[entry];
    struct doc_block *b = &doc->blocks[doc->block_count - 1];
    struct str raw = doc_block_raw(m->old, entry);
    doc->raw.n--; /* the end of the block */
    note_line(m, doc->raw.n, was->line);
    note_inner_lines(m, was, doc->raw.n);
    strbuf_str(&doc->raw, raw);
    strbuf_char(&doc->raw, '\n');
    b->raw_len += (uint32_t)raw.n;
    m->block_of[entry] = (uint32_t)doc->block_count - 1;
    m->raw_of[entry] = (uint32_t)(doc->raw.n - 1 - raw.n);
}

/* The first cut at or behind a byte of a block's text; cut_n when there is none. */
static size_t first_cut(const struct doc_edit *e, size_t entry, size_t at)
{
    size_t low = 0, high = e->cut_n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct edit_cut *cut = &e->cuts[middle];
        if (cut->block < entry || (cut->block == entry && cut->at < at))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How many parts of a block begin up to a byte of its text, the first one aside. */
static uint32_t parts_before(const struct doc_edit *e, size_t entry, size_t at)
{
    return (uint32_t)(first_cut(e, entry, at + 1) - first_cut(e, entry, 0));
}

/* Room for the end of a block at each cut, from the last one back, so that every byte and line moves once. */
static void spread(struct making *m, size_t base, const struct edit_cut *cuts, size_t n)
{
    struct doc *doc = m->doc;
    size_t end = doc->raw.n, k = doc->line_count, c = n;
    for (size_t i = 0; i < n; i++)
        strbuf_char(&doc->raw, '\n');
    for (; k > 0 && doc->lines[k - 1].raw >= base + cuts[0].at; k--) {
        while (base + cuts[c - 1].at > doc->lines[k - 1].raw)
            c--;
        doc->lines[k - 1].raw += (uint32_t)c;
    }
    for (size_t i = n; i-- > 0;) {
        size_t from = base + cuts[i].at;
        memmove(doc->raw.p + from + i + 1, doc->raw.p + from, end - from);
        doc->raw.p[from + i] = '\n';
        end = from;
    }
}

/* The text behind each cut of the block that was added last goes into a block of its own. */
static void part_block(struct making *m, size_t entry)
{
    struct doc *doc = m->doc;
    size_t first = first_cut(m->e, entry, 0), n = first_cut(m->e, entry + 1, 0) - first;
    const struct edit_cut *cuts = m->e->cuts + first;
    uint32_t base = m->raw_of[entry], was = m->old->blocks[entry].raw;
    if (n == 0)
        return;
    spread(m, base, cuts, n);
    for (size_t i = 0; i < n; i++) {
        struct doc_block *b = &doc->blocks[doc->block_count - 1];
        struct doc_block *next = &doc->blocks[doc->block_count++];
        uint32_t at = base + (uint32_t)(cuts[i].at + i);
        *next = *b;
        next->raw = at + 1;
        next->raw_len = b->raw + b->raw_len - at;
        next->line = doc_line_at(m->old, was + cuts[i].at);
        b->raw_len = at - b->raw;
    }
}

static void add_block(struct making *m, size_t entry)
{
    const struct edit_entry *e = &m->e->entries[entry];
    struct doc *doc = m->doc;
    const struct doc_block *was = entry < m->old->block_count ? &m->old->blocks[entry] : NULL;
    struct str raw = e->raw ? (struct str){ e->raw, e->raw_len } : doc_block_raw(m->old, entry);
    struct doc_block *b = &doc->blocks[doc->block_count];
    *b = (struct doc_block){ .raw = (uint32_t)doc->raw.n,
                             .raw_len = (uint32_t)raw.n,
                             .line = e->line,
                             .cell = e->cell,
                             .flags = e->flags,
                             .level = e->level };
    m->block_of[entry] = (uint32_t)doc->block_count++;
    m->raw_of[entry] = b->raw;
    if (raw.n) {
        note_line(m, b->raw, was && !e->raw ? doc_line_at(m->old, was->raw) : e->line);
        if (was && !e->raw)
            note_inner_lines(m, was, b->raw);
    }
    strbuf_str(&doc->raw, raw);
    strbuf_char(&doc->raw, '\n');
    if (was && !e->raw)
        part_block(m, entry);
}

static void make_blocks(struct making *m)
{
    const struct doc_edit *e = m->e;
    m->doc->blocks = mem_zero(e->order_n + e->cut_n + 1, sizeof *m->doc->blocks);
    m->block_of = mem_zero(e->n + 1, sizeof *m->block_of);
    m->raw_of = mem_zero(e->n + 1, sizeof *m->raw_of);
    for (size_t i = 0; i < e->n; i++)
        m->block_of[i] = GONE;
    for (size_t i = 0; i < e->order_n; i++) {
        if (e->entries[e->order[i]].dropped)
            continue;
        if (e->entries[e->order[i]].joined && m->doc->block_count > 0)
            join_block(m, e->order[i]);
        else
            add_block(m, e->order[i]);
    }
}

/* Which new blocks each cell reaches over, those of tables nested in it included. */
static void measure_cells(struct making *m)
{
    const struct doc *old = m->old;
    m->first = mem_zero(old->cell_count + 1, sizeof *m->first);
    m->end = mem_zero(old->cell_count + 1, sizeof *m->end);
    for (size_t i = 0; i < old->cell_count; i++)
        m->first[i] = GONE;
    for (uint32_t b = 0; b < m->doc->block_count; b++) {
        for (uint32_t c = m->doc->blocks[b].cell; c != 0;
             c = old->tables[old->cells[c - 1].table].parent_cell) {
            if (m->first[c - 1] == GONE)
                m->first[c - 1] = b;
            m->end[c - 1] = b + 1;
        }
    }
}

struct ordered {
    uint32_t first, index;
};

static int ordered_cmp(const void *a, const void *b)
{
    const struct ordered *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static void make_cells(struct making *m)
{
    const struct doc *old = m->old;
    struct doc *doc = m->doc;
    struct ordered *list = mem_zero(old->cell_count + 1, sizeof *list);
    size_t n = 0;
    m->cell_of = mem_zero(old->cell_count + 1, sizeof *m->cell_of);
    for (uint32_t i = 0; i < old->cell_count; i++) {
        m->cell_of[i] = GONE;
        if (m->first[i] != GONE)
            list[n++] = (struct ordered){ m->first[i], i };
    }
    if (n > 1)
        qsort(list, n, sizeof *list, ordered_cmp);
    doc->cells = mem_zero(n + 1, sizeof *doc->cells);
    for (uint32_t k = 0; k < n; k++) {
        uint32_t i = list[k].index;
        m->cell_of[i] = k;
        doc->cells[k] = m->e->cells[i];
        doc->cells[k].first_block = m->first[i];
        doc->cells[k].block_count = m->end[i] - m->first[i];
    }
    doc->cell_count = n;
    free(list);
}

/* A table is there as long as one of its cells is; one that never had any keeps its turn. */
static void make_tables(struct making *m)
{
    const struct doc *old = m->old;
    struct doc *doc = m->doc;
    struct ordered *list = mem_zero(old->table_count + 1, sizeof *list);
    size_t n = 0;
    uint32_t turn = 0;
    for (uint32_t t = 0; t < old->table_count; t++) {
        uint32_t first = GONE;
        for (uint32_t c = 0; c < old->cell_count; c++)
            if (old->cells[c].table == t && m->first[c] < first)
                first = m->first[c];
        if (first == GONE && old->tables[t].cell_count)
            continue;
        turn = first == GONE ? turn : first;
        list[n++] = (struct ordered){ turn, t };
    }
    if (n > 1)
        qsort(list, n, sizeof *list, ordered_cmp);
    doc->tables = mem_zero(n + 1, sizeof *doc->tables);
    m->table_of = mem_zero(old->table_count + 1, sizeof *m->table_of);
    for (uint32_t k = 0; k < n; k++) {
        m->table_of[list[k].index] = k;
        doc->tables[k] = m->e->tables[list[k].index];
        doc->tables[k].cell_count = 0;
    }
    doc->table_count = n;
    free(list);
}

static void name_anew(struct making *m)
{
    struct doc *doc = m->doc;
    for (uint32_t c = 0; c < doc->cell_count; c++) {
        struct doc_cell *cell = &doc->cells[c];
        cell->table = m->table_of[cell->table];
        struct doc_table *table = &doc->tables[cell->table];
        if (table->cell_count++ == 0)
            table->first_cell = c;
    }
    for (size_t t = 0; t < doc->table_count; t++) {
        uint32_t parent = doc->tables[t].parent_cell;
        if (parent)
            doc->tables[t].parent_cell =
                m->cell_of[parent - 1] == GONE ? 0 : m->cell_of[parent - 1] + 1;
    }
    for (size_t b = 0; b < doc->block_count; b++)
        if (doc->blocks[b].cell)
            doc->blocks[b].cell = m->cell_of[doc->blocks[b].cell - 1] + 1;
}

/* Where the byte of the old raw text stands now; the end of its block's text if that was changed. */
static uint32_t raw_now(const struct making *m, size_t block, uint32_t raw, bool at_end)
{
    const struct doc_block *was = &m->old->blocks[block];
    const struct doc_block *b = &m->doc->blocks[m->block_of[block]];
    if (m->e->entries[block].raw)
        return at_end ? b->raw + b->raw_len : b->raw;
    uint32_t at = raw - was->raw;
    return m->raw_of[block] + at + parts_before(m->e, block, at - (at_end && at > 0));
}

/* The block that the byte of the old raw text stands in now. */
static uint32_t block_now(const struct making *m, size_t block, uint32_t raw)
{
    uint32_t at = raw > m->old->blocks[block].raw ? raw - m->old->blocks[block].raw : 0;
    return m->block_of[block] + parts_before(m->e, block, at);
}

static void make_links(struct making *m)
{
    const struct doc *old = m->old;
    struct doc *doc = m->doc;
    doc->links = mem_zero(old->link_count + m->e->link_n + 1, sizeof *doc->links);
    for (size_t i = 0; i < old->link_count; i++) {
        const struct doc_link *was = &old->links[i];
        if (was->block >= old->block_count || m->block_of[was->block] == GONE)
            continue;
        struct doc_link *link = &doc->links[doc->link_count++];
        *link = *was;
        link->block = block_now(m, was->block, was->raw);
        size_t last =
            was->raw_len ? doc_block_at_raw(old, was->raw + was->raw_len - 1) : old->block_count;
        if (last >= old->block_count || m->block_of[last] == GONE || last < was->block ||
            m->block_of[last] != m->block_of[was->block] + (last - was->block))
            last = was->block;
        uint32_t end = was->raw + was->raw_len;
        const struct doc_block *limit = &old->blocks[last];
        if (end > limit->raw + limit->raw_len)
            end = limit->raw + limit->raw_len;
        link->raw = raw_now(m, was->block, was->raw, false);
        link->raw_len = was->raw_len ? raw_now(m, last, end, true) - link->raw : 0;
    }
    for (size_t i = 0; i < m->e->link_n; i++) {
        const struct edit_address *a = &m->e->links[i];
        if (a->block >= m->e->n || m->block_of[a->block] == GONE)
            continue;
        const struct doc_block *b = &doc->blocks[m->block_of[a->block]];
        doc->links[doc->link_count++] = (struct doc_link){ .block = m->block_of[a->block],
                                                           .raw = b->raw,
                                                           .raw_len = b->raw_len,
                                                           .href = keep(m, str_of(a->address)),
                                                           .href_len = (uint32_t)strlen(a->address),
                                                           .line = b->line,
                                                           .hidden = (b->flags & DOC_HIDDEN) != 0 };
    }
}

/* Behind the text before it, whatever blanks lie between; at a cut it begins the part behind that, as
 * what stands under a heading does. */
static void place_image(struct making *m, struct doc_image *image)
{
    size_t block = image->block;
    uint32_t from = m->old->blocks[block].raw;
    struct str raw = doc_block_raw(m->old, block);
    struct str before = str_trim(str_sub(raw, 0, image->raw > from ? image->raw - from : 0));
    uint32_t at = before.n ? (uint32_t)(before.p + before.n - raw.p) : 0;
    image->raw = raw_now(m, block, from + at, false);
    image->block = m->block_of[block] + parts_before(m->e, block, at);
}

static void make_images(struct making *m)
{
    const struct doc *old = m->old;
    struct doc *doc = m->doc;
    doc->images = mem_zero(old->image_count + m->e->image_n + 1, sizeof *doc->images);
    for (size_t i = 0; i < old->image_count; i++) {
        struct doc_image image = old->images[i];
        if (image.block >= old->block_count || m->block_of[image.block] == GONE ||
            (image.cell && m->cell_of[image.cell - 1] == GONE))
            continue;
        place_image(m, &image);
        if (image.cell)
            image.cell = m->cell_of[image.cell - 1] + 1;
        doc->images[doc->image_count++] = image;
    }
    for (size_t i = 0; i < m->e->image_n; i++) {
        const struct edit_address *a = &m->e->images[i];
        if (a->block >= m->e->n || m->block_of[a->block] == GONE)
            continue;
        const struct doc_block *b = &doc->blocks[m->block_of[a->block]];
        doc->images[doc->image_count++] =
            (struct doc_image){ .block = m->block_of[a->block],
                                .src = keep(m, str_of(a->address)),
                                .src_len = (uint32_t)strlen(a->address),
                                .line = b->line,
                                .cell = b->cell,
                                .raw = b->raw };
    }
}

static void make_metas(struct making *m)
{
    const struct doc_edit *e = m->e;
    struct doc *doc = m->doc;
    doc->metas = mem_zero(e->meta_n + 1, sizeof *doc->metas);
    for (size_t i = 0; i < e->meta_n; i++) {
        const struct edit_meta *from = &e->metas[i];
        struct doc_meta meta = { .line = 1 };
        if (from->dropped)
            continue;
        if (i < m->old->meta_count) {
            meta = m->old->metas[i];
        } else {
            meta.name = keep(m, str_of(from->name));
            meta.name_len = (uint32_t)strlen(from->name);
        }
        if (from->content) {
            meta.content = keep(m, str_of(from->content));
            meta.content_len = (uint32_t)strlen(from->content);
        }
        doc->metas[doc->meta_count++] = meta;
    }
}

struct doc *doc_edit_end(struct doc_edit *e)
{
    const struct doc *old = e->doc;
    struct making m = { .e = e, .old = old, .doc = mem_zero(1, sizeof *m.doc) };
    struct doc *doc = m.doc;
    doc->format = old->format;
    memcpy(doc->charset, old->charset, sizeof doc->charset);
    strbuf_reserve(&doc->raw, old->raw.n + 256);
    strbuf_str(&doc->strings, strbuf_view(&old->strings));
    make_blocks(&m);
    measure_cells(&m);
    make_cells(&m);
    make_tables(&m);
    name_anew(&m);
    make_links(&m);
    make_images(&m);
    make_metas(&m);
    doc->notices = mem_zero(old->notice_count + 1, sizeof *doc->notices);
    if (old->notice_count)
        memcpy(doc->notices, old->notices, old->notice_count * sizeof *doc->notices);
    doc->notice_count = old->notice_count;
    doc->pages = mem_zero(old->page_count + 1, sizeof *doc->pages);
    if (old->page_count)
        memcpy(doc->pages, old->pages, old->page_count * sizeof *doc->pages);
    doc->page_count = old->page_count;
    build_settle(doc);
    free(m.block_of);
    free(m.raw_of);
    free(m.cell_of);
    free(m.table_of);
    free(m.first);
    free(m.end);
    doc_edit_free(e);
    return doc;
}
