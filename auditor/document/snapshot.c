/*
 * snapshot.c - a document as compressed bytes and back; see snapshot.h.
 *
 * Inside the zstd frame: version, format, script, charset, then the three texts, then each array as
 * its count and its fields in order, everything a variable-length number. The fields of a struct
 * are listed once, for both directions, so the bytes depend neither on padding nor on byte order.
 */
#include "document/snapshot.h"

#include <stdlib.h>
#include <string.h>
#include <zstd.h>

#include "base/lang.h"
#include "base/mem.h"

enum { VERSION = 3, LEVEL = 1, MAX_BYTES = 1 << 30, MAX_FIELDS = 12 };

struct field {
    unsigned char offset;
    unsigned char size;
};

/* One array of struct doc: where its pointer and its count stand, and what an element holds. */
struct array {
    size_t pointer, count, element;
    struct field fields[MAX_FIELDS]; /* to the first of size 0 */
};

#define F(type, name)                                                                              \
    {                                                                                              \
        offsetof(struct type, name), sizeof(((struct type *)0)->name)                              \
    }
#define ARRAY(type, list, n)                                                                       \
    offsetof(struct doc, list), offsetof(struct doc, n), sizeof(struct type)

static const struct array arrays[] = {
    { ARRAY(doc_block, blocks, block_count),
      { F(doc_block, raw), F(doc_block, raw_len), F(doc_block, text), F(doc_block, text_len),
        F(doc_block, line), F(doc_block, cell), F(doc_block, flags), F(doc_block, level) } },
    { ARRAY(doc_cell, cells, cell_count),
      { F(doc_cell, table), F(doc_cell, row), F(doc_cell, col), F(doc_cell, row_span),
        F(doc_cell, col_span), F(doc_cell, first_block), F(doc_cell, block_count),
        F(doc_cell, line), F(doc_cell, header), F(doc_cell, hidden) } },
    { ARRAY(doc_table, tables, table_count),
      { F(doc_table, parent_cell), F(doc_table, first_cell), F(doc_table, cell_count),
        F(doc_table, rows), F(doc_table, cols), F(doc_table, line), F(doc_table, nests),
        F(doc_table, guessed) } },
    { ARRAY(doc_link, links, link_count),
      { F(doc_link, block), F(doc_link, raw), F(doc_link, raw_len), F(doc_link, href),
        F(doc_link, href_len), F(doc_link, line), F(doc_link, hidden) } },
    { ARRAY(doc_image, images, image_count),
      { F(doc_image, block), F(doc_image, src), F(doc_image, src_len), F(doc_image, alt),
        F(doc_image, alt_len), F(doc_image, line), F(doc_image, cell), F(doc_image, hidden) } },
    { ARRAY(doc_meta, metas, meta_count),
      { F(doc_meta, name), F(doc_meta, name_len), F(doc_meta, content), F(doc_meta, content_len),
        F(doc_meta, line) } },
    { ARRAY(doc_line, lines, line_count), { F(doc_line, raw), F(doc_line, line) } },
    { ARRAY(doc_notice, notices, notice_count),
      { F(doc_notice, code), F(doc_notice, count), F(doc_notice, line) } },
    { ARRAY(doc_page, pages, page_count), { F(doc_page, line) } },
};

enum { ARRAYS = sizeof arrays / sizeof arrays[0] };

static const size_t texts[] = { offsetof(struct doc, raw), offsetof(struct doc, text),
                                offsetof(struct doc, strings) };

static void put(struct strbuf *out, uint32_t value)
{
    for (; value >= 0x80; value >>= 7)
        strbuf_char(out, (char)(value | 0x80));
    strbuf_char(out, (char)value);
}

static uint32_t field_get(const char *element, struct field f)
{
    uint32_t wide;
    uint16_t half;
    if (f.size == sizeof wide) {
        memcpy(&wide, element + f.offset, sizeof wide);
        return wide;
    }
    if (f.size == sizeof half) {
        memcpy(&half, element + f.offset, sizeof half);
        return half;
    }
    return (unsigned char)element[f.offset];
}

static void put_array(struct strbuf *out, const struct doc *doc, const struct array *a)
{
    const char *element;
    size_t count;
    memcpy(&element, (const char *)doc + a->pointer, sizeof element);
    memcpy(&count, (const char *)doc + a->count, sizeof count);
    put(out, (uint32_t)count);
    for (size_t i = 0; i < count; i++, element += a->element)
        for (size_t f = 0; f < MAX_FIELDS && a->fields[f].size; f++)
            put(out, field_get(element, a->fields[f]));
}

void doc_save(const struct doc *doc, struct strbuf *out)
{
    struct strbuf plain = { 0 };
    strbuf_reserve(&plain, doc->raw.n + doc->text.n + doc->strings.n + doc->block_count * 24);
    put(&plain, VERSION);
    put(&plain, doc->format);
    put(&plain, doc->script);
    strbuf_add(&plain, doc->charset, sizeof doc->charset);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const struct strbuf *text = (const void *)((const char *)doc + texts[i]);
        put(&plain, (uint32_t)text->n);
        strbuf_str(&plain, strbuf_view(text));
    }
    for (size_t i = 0; i < ARRAYS; i++)
        put_array(&plain, doc, &arrays[i]);
    strbuf_clear(out);
    strbuf_reserve(out, ZSTD_compressBound(plain.n));
    ZSTD_CCtx *zstd = ZSTD_createCCtx();
    if (zstd) {
        ZSTD_CCtx_setParameter(zstd, ZSTD_c_compressionLevel, LEVEL);
        ZSTD_CCtx_setParameter(zstd, ZSTD_c_checksumFlag, 1);
        size_t n = ZSTD_compress2(zstd, out->p, out->cap, plain.p, plain.n);
        out->n = ZSTD_isError(n) ? 0 : n; /* an empty snapshot is refused on loading */
        ZSTD_freeCCtx(zstd);
    }
    strbuf_free(&plain);
}

/* What is left to read; bad once something did not fit. */
struct input {
    struct str left;
    bool bad;
};

static uint32_t get(struct input *in)
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 35 && in->left.n; shift += 7) {
        unsigned char c = (unsigned char)*in->left.p;
        in->left = str_sub(in->left, 1, in->left.n);
        value |= (uint64_t)(c & 0x7F) << shift;
        if (c < 0x80 && value <= UINT32_MAX)
            return (uint32_t)value;
    }
    in->bad = true;
    return 0;
}

static struct str get_bytes(struct input *in, size_t n)
{
    struct str s = str_sub(in->left, 0, n);
    in->bad = in->bad || s.n != n;
    in->left = str_sub(in->left, n, in->left.n);
    return s;
}

static void field_set(struct input *in, char *element, struct field f, uint32_t value)
{
    uint16_t half = (uint16_t)value;
    if (f.size == sizeof value) {
        memcpy(element + f.offset, &value, sizeof value);
    } else if (f.size == sizeof half && value <= UINT16_MAX) {
        memcpy(element + f.offset, &half, sizeof half);
    } else if (value <= 6) { /* booleans, as 0 and 1, and heading levels; checked below */
        element[f.offset] = (char)value;
    } else {
        in->bad = true;
    }
}

static void get_array(struct input *in, struct doc *doc, const struct array *a)
{
    size_t count = get(in);
    size_t fields = 0;
    while (fields < MAX_FIELDS && a->fields[fields].size)
        fields++;
    if (in->bad || count > in->left.n / fields) { /* a field takes a byte at least */
        in->bad = true;
        return;
    }
    char *list = mem_zero(count, a->element);
    memcpy((char *)doc + a->pointer, &list, sizeof list);
    memcpy((char *)doc + a->count, &count, sizeof count);
    for (size_t i = 0; i < count && !in->bad; i++)
        for (size_t f = 0; f < fields; f++) {
            uint32_t value = get(in);
            bool truth = a->fields[f].size == 1 && a->pointer != offsetof(struct doc, blocks);
            in->bad = in->bad || (truth && value > 1);
            if (!in->bad)
                field_set(in, list + i * a->element, a->fields[f], value);
        }
}

static bool inside(uint32_t at, uint32_t len, size_t n)
{
    return at <= n && len <= n - at;
}

static bool check_blocks(const struct doc *doc)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct doc_block *b = &doc->blocks[i];
        if (!inside(b->raw, b->raw_len, doc->raw.n) || !inside(b->text, b->text_len, doc->text.n) ||
            b->cell > doc->cell_count)
            return false;
        if (i && (b->raw < b[-1].raw + b[-1].raw_len || b->text < b[-1].text + b[-1].text_len))
            return false;
    }
    for (size_t i = 1; i < doc->line_count; i++)
        if (doc->lines[i].raw < doc->lines[i - 1].raw)
            return false;
    return true;
}

static bool check_tables(const struct doc *doc)
{
    for (size_t i = 0; i < doc->cell_count; i++) {
        const struct doc_cell *c = &doc->cells[i];
        if (c->table >= doc->table_count ||
            !inside(c->first_block, c->block_count, doc->block_count))
            return false;
        const struct doc_table *t = &doc->tables[c->table];
        if (!c->row_span || !c->col_span || !inside(c->row, c->row_span, t->rows) ||
            !inside(c->col, c->col_span, t->cols))
            return false;
    }
    for (size_t i = 0; i < doc->table_count; i++) {
        const struct doc_table *t = &doc->tables[i];
        if (!inside(t->first_cell, t->cell_count, doc->cell_count) ||
            t->parent_cell > doc->cell_count)
            return false;
        /* a table is nested in an earlier one: so nobody who walks up can walk in a circle */
        if (t->parent_cell && doc->cells[t->parent_cell - 1].table >= i)
            return false;
    }
    return true;
}

static bool check_rest(const struct doc *doc)
{
    for (size_t i = 0; i < doc->link_count; i++) {
        const struct doc_link *l = &doc->links[i];
        if ((l->block && l->block >= doc->block_count) || !inside(l->raw, l->raw_len, doc->raw.n) ||
            !inside(l->href, l->href_len, doc->strings.n))
            return false;
    }
    for (size_t i = 0; i < doc->image_count; i++) {
        const struct doc_image *m = &doc->images[i];
        if ((m->block && m->block >= doc->block_count) || m->cell > doc->cell_count ||
            !inside(m->src, m->src_len, doc->strings.n) ||
            !inside(m->alt, m->alt_len, doc->strings.n))
            return false;
    }
    for (size_t i = 0; i < doc->meta_count; i++) {
        const struct doc_meta *m = &doc->metas[i];
        if (!inside(m->name, m->name_len, doc->strings.n) ||
            !inside(m->content, m->content_len, doc->strings.n))
            return false;
    }
    return true;
}

static bool load(struct doc *doc, struct input *in)
{
    if (get(in) != VERSION)
        return false;
    uint32_t format = get(in);
    uint32_t script = get(in);
    struct str charset = get_bytes(in, sizeof doc->charset);
    if (in->bad || format >= DOC_FORMATS || script > DOC_SCRIPT_MIXED ||
        charset.p[charset.n - 1] != '\0')
        return false;
    doc->format = (enum doc_format)format;
    doc->script = (enum doc_script)script;
    memcpy(doc->charset, charset.p, charset.n);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        strbuf_str((void *)((char *)doc + texts[i]), get_bytes(in, get(in)));
    for (size_t i = 0; i < ARRAYS && !in->bad; i++)
        get_array(in, doc, &arrays[i]);
    return !in->bad && !in->left.n && check_blocks(doc) && check_tables(doc) && check_rest(doc);
}

int doc_load(struct doc **out, struct str bytes, struct error *err)
{
    *out = NULL;
    unsigned long long size = ZSTD_getFrameContentSize(bytes.p, bytes.n);
    if (size > MAX_BYTES) /* unknown and broken are huge numbers */
        return error_set(err, ERR_FORMAT, tr("文档快照已损坏", "the document snapshot is damaged"));
    char *plain = mem_alloc((size_t)size);
    struct doc *doc = mem_zero(1, sizeof *doc);
    size_t n = ZSTD_decompress(plain, (size_t)size, bytes.p, bytes.n);
    struct input in = { .left = { plain, (size_t)size } };
    int code = 0;
    if (ZSTD_isError(n) || n != size || !load(doc, &in)) {
        doc_free(doc);
        code = error_set(err, ERR_FORMAT,
                         tr("文档快照已损坏，或由其他版本写成",
                            "the document snapshot is damaged or of another version"));
    } else {
        *out = doc;
    }
    free(plain);
    return code;
}
