/* edit.c - what is to be changed, and the new document's blocks; see edit.h. */
#include "document/edit.h"

#include <stdlib.h>

#include "base/mem.h"
#include "document/edit_state.h"

struct doc_edit *doc_edit_new(const struct doc *doc)
{
    struct doc_edit *e = mem_zero(1, sizeof *e);
    e->doc = doc;
    e->n = e->order_n = doc->block_count;
    e->cap = e->order_cap = e->n + 8;
    e->entries = mem_zero(e->cap, sizeof *e->entries);
    e->order = mem_zero(e->order_cap, sizeof *e->order);
    for (size_t i = 0; i < e->n; i++) {
        const struct doc_block *b = &doc->blocks[i];
        e->entries[i] = (struct edit_entry){
            .line = b->line, .cell = b->cell, .flags = b->flags, .level = b->level
        };
        e->order[i] = i;
    }
    e->cells = mem_zero(doc->cell_count + 1, sizeof *e->cells);
    e->tables = mem_zero(doc->table_count + 1, sizeof *e->tables);
    if (doc->cell_count)
        memcpy(e->cells, doc->cells, doc->cell_count * sizeof *e->cells);
    if (doc->table_count)
        memcpy(e->tables, doc->tables, doc->table_count * sizeof *e->tables);
    e->metas = mem_zero(doc->meta_count + 1, sizeof *e->metas);
    e->meta_n = doc->meta_count;
    return e;
}

void doc_edit_free(struct doc_edit *e)
{
    if (!e)
        return;
    for (size_t i = 0; i < e->n; i++)
        free(e->entries[i].raw);
    for (size_t i = 0; i < e->meta_n; i++) {
        free(e->metas[i].name);
        free(e->metas[i].content);
    }
    for (size_t i = 0; i < e->link_n; i++)
        free(e->links[i].address);
    for (size_t i = 0; i < e->image_n; i++)
        free(e->images[i].address);
    free(e->entries);
    free(e->order);
    free(e->cells);
    free(e->tables);
    free(e->metas);
    free(e->links);
    free(e->images);
    free(e->cuts);
    free(e);
}

/* Where an entry stands in the order; order_n behind the last one. */
static size_t position(const struct doc_edit *e, size_t entry)
{
    size_t at = 0;
    while (at < e->order_n && e->order[at] != entry)
        at++;
    return at;
}

void doc_edit_text(struct doc_edit *e, size_t block, struct str raw)
{
    if (block >= e->n)
        return;
    struct edit_entry *entry = &e->entries[block];
    free(entry->raw);
    entry->raw = mem_strndup(raw.p, raw.n);
    entry->raw_len = raw.n;
    entry->dropped = raw.n == 0 && entry->cell == 0;
    if (raw.n == 0)
        entry->flags |= DOC_CELL_EMPTY;
    else
        entry->flags &= (uint16_t)~DOC_CELL_EMPTY;
}

void doc_edit_drop(struct doc_edit *e, size_t first, size_t end)
{
    for (size_t i = first; i < end && i < e->n; i++)
        e->entries[i].dropped = true;
}

void doc_edit_join(struct doc_edit *e, size_t block)
{
    if (block > 0 && block < e->n)
        e->entries[block].joined = true;
}

void doc_edit_part(struct doc_edit *e, size_t block, size_t at)
{
    const struct edit_cut *last = e->cut_n ? &e->cuts[e->cut_n - 1] : NULL;
    if (block >= e->doc->block_count || at == 0 || at >= e->doc->blocks[block].raw_len)
        return;
    if (last && (last->block > block || (last->block == block && last->at >= at)))
        return; /* a part has bytes */
    e->cuts = mem_grow(e->cuts, e->cut_n, &e->cut_cap, sizeof *e->cuts);
    e->cuts[e->cut_n++] = (struct edit_cut){ block, at };
}

void doc_edit_move(struct doc_edit *e, size_t first, size_t end, size_t before)
{
    size_t n = end > first && end <= e->n ? end - first : 0;
    size_t *moved = mem_zero(n + 1, sizeof *moved);
    size_t kept = 0;
    size_t taken = 0;
    for (size_t i = 0; i < e->order_n; i++) {
        if (n && e->order[i] >= first && e->order[i] < end && taken < n)
            moved[taken++] = e->order[i];
        else
            e->order[kept++] = e->order[i];
    }
    e->order_n = kept;
    size_t at = position(e, before);
    memmove(e->order + at + taken, e->order + at, (e->order_n - at) * sizeof *e->order);
    if (taken)
        memcpy(e->order + at, moved, taken * sizeof *moved);
    e->order_n += taken;
    free(moved);
}

size_t doc_edit_insert(struct doc_edit *e, size_t before, struct str raw, unsigned flags)
{
    size_t at = position(e, before);
    uint32_t line = before < e->n ? e->entries[before].line : e->n ? e->entries[e->n - 1].line : 1;
    e->entries = mem_grow(e->entries, e->n, &e->cap, sizeof *e->entries);
    e->order = mem_grow(e->order, e->order_n, &e->order_cap, sizeof *e->order);
    e->entries[e->n] = (struct edit_entry){
        .raw = mem_strndup(raw.p, raw.n), .raw_len = raw.n, .line = line, .flags = (uint16_t)flags
    };
    memmove(e->order + at + 1, e->order + at, (e->order_n - at) * sizeof *e->order);
    e->order[at] = e->n;
    e->order_n++;
    return e->n++;
}

void doc_edit_drop_row(struct doc_edit *e, size_t table, uint32_t row)
{
    const struct doc *doc = e->doc;
    if (table >= doc->table_count || row >= e->tables[table].rows)
        return;
    for (size_t i = 0; i < doc->cell_count; i++) {
        struct doc_cell *cell = &e->cells[i];
        if (cell->table != table)
            continue;
        if (cell->row > row)
            cell->row--;
        else if (cell->row < row && cell->row + cell->row_span > row)
            cell->row_span--;
        else if (cell->row == row && cell->row_span > 1)
            cell->row_span--; /* it reaches into the row below, and stands there now */
        else if (cell->row == row)
            doc_edit_drop(e, doc->cells[i].first_block,
                          doc->cells[i].first_block + doc->cells[i].block_count);
    }
    e->tables[table].rows--;
}

static struct edit_meta *meta_at(struct doc_edit *e, size_t meta)
{
    return meta < e->meta_n ? &e->metas[meta] : NULL;
}

void doc_edit_meta(struct doc_edit *e, size_t meta, struct str content)
{
    struct edit_meta *m = meta_at(e, meta);
    if (!m)
        return;
    free(m->content);
    m->content = mem_strndup(content.p, content.n);
}

void doc_edit_drop_meta(struct doc_edit *e, size_t meta)
{
    struct edit_meta *m = meta_at(e, meta);
    if (m)
        m->dropped = true;
}

void doc_edit_add_meta(struct doc_edit *e, struct str name, struct str content)
{
    e->metas = mem_resize(e->metas, e->meta_n + 1, sizeof *e->metas);
    e->metas[e->meta_n++] = (struct edit_meta){ .name = mem_strndup(name.p, name.n),
                                                .content = mem_strndup(content.p, content.n) };
}

static void attach(struct edit_address **list, size_t *n, size_t block, struct str address)
{
    *list = mem_resize(*list, *n + 1, sizeof **list);
    (*list)[(*n)++] = (struct edit_address){ block, mem_strndup(address.p, address.n) };
}

void doc_edit_add_link(struct doc_edit *e, size_t block, struct str href)
{
    attach(&e->links, &e->link_n, block, href);
}

void doc_edit_add_image(struct doc_edit *e, size_t block, struct str src)
{
    attach(&e->images, &e->image_n, block, src);
}
