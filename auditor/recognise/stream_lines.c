/* stream_lines.c - one cell to a line: an empty line where a value belongs is a cell left blank. */
#include "recognise/stream.h"
#include "recognise/value.h"

enum {
    STEPS = 4, /* lines from one cell to the next */
    VALUE_BYTES = 24,
    LABEL_BYTES = 60, /* of most labels */
    ENOUGH = 24,      /* cells below each other that make a table */
    ENDS = 8,         /* one of so many rows ends in a value that has no empty line below it */
    MOST = 15,        /* blank cells in a row */
    WHOLE = 5,        /* so many below a label are a row left blank */
    GLUED = 3,        /* digits of the shortest row whose figures run together */
    COUNT = 9,        /* of the largest count */
    ROWS = 4          /* such rows that prove it */
};

static bool is_short(const struct doc_block *b)
{
    return b->cell == 0 && b->text_len > 0 && b->text_len <= LABEL_BYTES;
}

static bool is_value(const struct doc *doc, size_t block)
{
    const struct doc_block *b = &doc->blocks[block];
    return b->cell == 0 && b->text_len > 0 && b->text_len <= VALUE_BYTES &&
           value_like(doc_block_text(doc, block));
}

/* The lines from one short block to the next, most often; 0: there are few of them. */
static uint32_t find_step(const struct doc *doc)
{
    size_t pairs[STEPS + 1] = { 0 };
    uint32_t step = 0;
    for (size_t b = 1; b < doc->block_count; b++) {
        uint32_t gap = doc->blocks[b].line - doc->blocks[b - 1].line;
        if (gap <= STEPS && is_short(&doc->blocks[b - 1]) && is_short(&doc->blocks[b]))
            pairs[gap]++;
    }
    for (uint32_t gap = 1; gap <= STEPS; gap++)
        if (pairs[gap] > pairs[step])
            step = gap;
    return pairs[step] < ENOUGH ? 0 : step;
}

void stream_spacing(struct stream_lexer *x)
{
    const struct doc *doc = x->s->doc;
    if (doc->format != DOC_TEXT && doc->format != DOC_DOCX)
        return;
    x->step = find_step(doc);
    size_t ends = 0, tight = 0;
    bool before = false, value;
    for (size_t b = 0; b < doc->block_count && x->step > 0; b++, before = value) {
        value = is_value(doc, b);
        if (!before || value)
            continue;
        ends++;
        tight += doc->blocks[b].line - doc->blocks[b - 1].line <= x->step;
    }
    x->tight = tight >= 2 && tight * ENDS >= ends;
}

void stream_blank_lines(struct stream_lexer *x, size_t block)
{
    const struct stream *s = x->s;
    if (x->step == 0 || s->item_count == 0)
        return;
    const struct item *last = &s->items[s->item_count - 1];
    if (last->end_block != block) /* a bar stands between */
        return;
    const struct doc_block *b = &s->doc->blocks[block];
    bool value = is_value(s->doc, block);
    if (s->records[last->record].grid >= 0 || (!value && (!x->tight || last->kind == ITEM_BLANK)))
        return;
    uint32_t from = s->doc->blocks[last->end_block - 1].line, gap = b->line - from;
    if (b->line < from || gap % x->step != 0 || gap / x->step < 2 || gap / x->step > MOST + 1)
        return;
    bool whole = !value && last->kind == ITEM_TEXT;
    if (whole && (!last->known || gap / x->step <= WHOLE))
        return;
    bool hidden = last->hidden;
    uint32_t above = last->end_block - 1;
    for (uint32_t line = from + x->step; line < b->line; line += x->step) {
        struct item *item = stream_push(x, -1, 0, hidden, ITEM_BLANK);
        item->line = line;
        item->first_block = above; /* what comes below may be no part of the table */
        item->end_block = above + 1;
        item->empty = item->joins = true;
        item->pad = !whole;
    }
}

static bool is_digits(struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] < '0' || text.p[i] > '9')
            return false;
    return text.n >= GLUED;
}

void stream_find_glued(struct stream *s)
{
    const struct doc *doc = s->doc;
    unsigned rows = 0;
    for (size_t b = 0; b < doc->block_count && rows < ROWS; b++) {
        struct str text = doc_block_text(doc, b);
        rows += text.n >= GLUED && text.p[0] == '0' && doc->blocks[b].cell == 0 && is_digits(text);
    }
    s->glued = rows == ROWS;
}

bool stream_is_glued(const struct stream *s, struct str text)
{
    return s->glued && is_digits(text) && (text.p[0] == '0' || text.n > COUNT);
}
