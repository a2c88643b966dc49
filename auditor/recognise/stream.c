/* stream.c - grids and loose blocks, in reading order, as one stream of items. */
#include "recognise/stream.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "recognise/value.h"
#include "text/normalise.h"

enum {
    CELL_BLOCKS = 6, /* a cell of more blocks holds running text, not a value or a label */
    CELL_BYTES = 600,
    UPRIGHT_BLOCKS =
        48, /* unless each of them is a character or two: a label that stands upright */
    UPRIGHT_BYTES = 6,
    NARROW_BLOCKS = 16, /* or a label in lines of a few characters */
    NARROW_BYTES = 24,
    PLAIN = 160, /* bytes of the longest label without a note in brackets */
    COLUMNS = 64 /* a layout of more columns is none of ours */
};

static void new_record(struct stream *s, int32_t grid, uint32_t row, bool hidden)
{
    s->records = mem_grow(s->records, s->record_count, &s->record_cap, sizeof(*s->records));
    uint32_t at = (uint32_t)s->item_count;
    s->records[s->record_count++] = (struct record){ at, at, grid, row, hidden, false };
}

void stream_new_record(struct stream *s, struct item *last)
{
    new_record(s, -1, 0, last->hidden);
    struct record *r = &s->records[s->record_count - 1];
    r->first = (uint32_t)(last - s->items);
    last->record = (uint32_t)(s->record_count - 1);
}

struct item *stream_push(struct stream_lexer *x, int32_t grid, uint32_t row, bool hidden,
                         enum item_kind kind)
{
    struct stream *s = x->s;
    struct record *r = s->record_count == 0 ? NULL : &s->records[s->record_count - 1];
    bool fresh = r == NULL || r->grid != grid || r->row != row || r->hidden != hidden;
    if (!fresh && grid < 0 && kind == ITEM_TEXT && r->end > r->first)
        fresh = s->items[r->end - 1].kind != ITEM_TEXT; /* a label behind values or blanks */
    if (fresh)
        new_record(s, grid, row, hidden);
    r = &s->records[s->record_count - 1];
    s->items = mem_grow(s->items, s->item_count, &s->item_cap, sizeof(*s->items));
    struct item *item = &s->items[s->item_count++];
    *item = (struct item){
        .kind = (uint8_t)kind, .hidden = hidden, .col_span = 1, .text = STR(""), .raw = STR("")
    };
    item->record = (uint32_t)(s->record_count - 1);
    r->end = (uint32_t)s->item_count;
    r->values |= kind == ITEM_VALUE;
    return item;
}

/* "lawsuit (after review)": a label whose brackets say which row it is. */
static void look_up_whole(struct stream_lexer *x, struct str text, const struct label_head *head,
                          struct item *item)
{
    strbuf_clear(&x->scratch);
    uint32_t hash = label_core_whole(text, head, &x->scratch);
    for (size_t f = 0; f < x->s->form_count; f++) {
        const struct vocabulary *words = x->s->forms[f]->words;
        const struct word *w = vocabulary_find(words, strbuf_view(&x->scratch), hash);
        if (w != NULL)
            item->word[f] = w;
        item->known |= w != NULL;
    }
}

bool stream_look_up(struct stream_lexer *x, struct str text, struct item *item)
{
    memset(item->word, 0, sizeof(item->word));
    item->known = false;
    if (text.n > LABEL_LONGEST)
        return false;
    bool plain = memchr(text.p, '(', text.n) == NULL;
    if (plain && text.n > PLAIN)
        return false;
    struct label_head head = label_head(text);
    bool opens = false, may = false;
    item->ordinal = head.ordinal;
    for (size_t f = 0; f < x->s->form_count; f++) {
        const struct vocabulary *words = x->s->forms[f]->words;
        bool first = vocabulary_opens(words, head.first);
        opens |= first;
        may |= first && (!plain || vocabulary_goes_on(words, &head));
    }
    item->alien = !opens && head.settled;
    if (!may)
        return false;
    strbuf_clear(&x->scratch);
    uint32_t hash = label_core(text, &head, &x->scratch);
    for (size_t f = 0; f < x->s->form_count; f++) {
        item->word[f] = vocabulary_find(x->s->forms[f]->words, strbuf_view(&x->scratch), hash);
        item->known |= item->word[f] != NULL;
    }
    if (!plain && text.n <= PLAIN && memchr(text.p + head.from, '(', text.n - head.from) != NULL)
        look_up_whole(x, text, &head, item);
    return item->known;
}

static bool visible(const struct doc_block *b)
{
    return (b->flags & DOC_HIDDEN) == 0;
}

/* Blocks of one cell: a word of the other script may be parted by the line's end. */
static struct str joined_text(struct stream_lexer *x)
{
    if ((x->flags & TEXT_T2S) == 0)
        return arena_str(x->s->arena, strbuf_view(&x->normal));
    struct strbuf whole = { 0 };
    text_normalise(&whole, strbuf_view(&x->normal), x->flags, NULL);
    struct str kept = arena_str(x->s->arena, strbuf_view(&whole));
    strbuf_free(&whole);
    return kept;
}

/* The text of the blocks of a cell, hidden ones left out unless all are. */
static void cell_text(struct stream_lexer *x, size_t first, size_t end, bool hidden,
                      struct item *item)
{
    const struct doc *doc = x->s->doc;
    size_t numbers = 0, parts = 0, from = end, to = first;
    strbuf_clear(&x->normal);
    for (size_t b = first; b < end; b++) {
        struct str t = doc_block_text(doc, b);
        if (t.n == 0 || (!hidden && !visible(&doc->blocks[b])))
            continue;
        numbers += t.p[0] >= '0' && t.p[0] <= '9';
        if (parts == 0)
            from = b;
        else if (parts == 1)
            strbuf_str(&x->normal, doc_block_text(doc, from));
        if (parts++ > 0)
            strbuf_str(&x->normal, t);
        to = b;
    }
    if (parts == 0)
        return;
    struct str a = doc_block_raw(doc, from), z = doc_block_raw(doc, to);
    item->raw = str_trim((struct str){ a.p, (size_t)(z.p + z.n - a.p) });
    item->text = parts == 1 ? doc_block_text(doc, from) : joined_text(x);
    item->torn = numbers > 1;
    item->line = doc->blocks[from].line;
}

/* The cell that a block stands in. A table of one cell within a cell is but its frame. */
static uint32_t cell_of(const struct doc *doc, size_t block)
{
    enum { FRAMES = 4 };
    uint32_t cell = doc->blocks[block].cell;
    for (int i = 0; cell != 0 && i < FRAMES; i++) {
        const struct doc_table *t = &doc->tables[doc->cells[cell - 1].table];
        if (t->rows != 1 || t->cols != 1 || t->parent_cell == 0)
            break;
        cell = t->parent_cell;
    }
    return cell;
}

/* "1 07": the digits of one number that mark-up has parted. Not "0 7", which is two. */
static struct str joined_digits(struct stream_lexer *x, struct str text)
{
    enum { LONGEST = 16 };
    char digits[LONGEST];
    size_t n = 0, blanks = 0;
    if (text.n > LONGEST || text.n < 3 || text.p[0] < '1' || text.p[0] > '9')
        return text;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == ' ')
            blanks++;
        else if (text.p[i] >= '0' && text.p[i] <= '9')
            digits[n++] = text.p[i];
        else
            return text;
    }
    return blanks == 0 ? text : arena_str(x->s->arena, (struct str){ digits, n });
}

static void grid_item(struct stream_lexer *x, size_t first, size_t end)
{
    const struct doc *doc = x->s->doc;
    const struct doc_cell *cell = &doc->cells[cell_of(doc, first) - 1];
    bool hidden = true;
    for (size_t b = first; b < end; b++)
        hidden &= !visible(&doc->blocks[b]);
    hidden |= cell->hidden;
    struct item *item = stream_push(x, (int32_t)cell->table, cell->row, hidden, ITEM_BLANK);
    item->first_block = (uint32_t)first;
    item->end_block = (uint32_t)end;
    item->line = cell->line;
    item->col = cell->col;
    item->col_span = cell->col_span;
    cell_text(x, first, end, hidden, item);
    if (item->text.n == 0)
        return;
    if (!item->torn && doc->format != DOC_PDF)
        item->text = joined_digits(x, item->text);
    item->kind = item->torn || value_like(item->text) ? ITEM_VALUE : ITEM_TEXT;
    x->s->records[item->record].values |= item->kind == ITEM_VALUE;
    if (item->kind == ITEM_TEXT)
        stream_look_up(x, item->text, item);
}

/* A narrow cell has its label one character a line. Figures below each other are none. */
static bool is_upright(const struct doc *doc, size_t first, size_t end)
{
    size_t numbers = 0;
    for (size_t b = first; b < end && end - first <= UPRIGHT_BLOCKS; b++) {
        struct str t = doc_block_text(doc, b);
        numbers += t.n && t.p[0] >= '0' && t.p[0] <= '9';
        if (t.n > UPRIGHT_BYTES || numbers > 1)
            return false;
    }
    return end - first <= UPRIGHT_BLOCKS;
}

/* "1.", "(1)", "(一)": what begins the next label. */
static bool begins_label(struct str t)
{
    static const char *const ordinals[] = { "一", "二", "三", "四", "五", "六", "七" };
    if (t.n > 0 && t.p[0] >= '0' && t.p[0] <= '9')
        return true;
    for (size_t i = 0; t.n > 1 && t.p[0] == '(' && i < sizeof ordinals / sizeof *ordinals; i++)
        if (str_starts(str_sub(t, 1, t.n), str_of(ordinals[i])))
            return true;
    return t.n > 1 && t.p[0] == '(' && t.p[1] >= '0' && t.p[1] <= '9';
}

/* A numbered label that a narrow column broke into many short lines: one number, at its head. */
static bool is_narrow(const struct doc *doc, size_t first, size_t end)
{
    if (end - first > NARROW_BLOCKS || !begins_label(doc_block_text(doc, first)))
        return false;
    for (size_t b = first; b < end; b++) {
        struct str t = doc_block_text(doc, b);
        if (t.n > NARROW_BYTES || (b > first && begins_label(t)))
            return false;
    }
    return true;
}

static bool is_grid(const struct doc *doc, size_t first, size_t end)
{
    uint32_t cell = cell_of(doc, first);
    bool many = end - first > CELL_BLOCKS;
    if (cell == 0 || (many && !is_upright(doc, first, end) && !is_narrow(doc, first, end)))
        return false;
    const struct doc_table *t = &doc->tables[doc->cells[cell - 1].table];
    size_t bytes =
        doc->blocks[end - 1].text + doc->blocks[end - 1].text_len - doc->blocks[first].text;
    return t->cols > 1 && t->cols <= COLUMNS && bytes <= CELL_BYTES;
}

/* A cell of a grid without the options of a choice in it that are not shown. */
static bool trim_choice(const struct doc *doc, size_t *first, size_t *end)
{
    size_t from = *first, to = *end;
    while (from < to && (doc->blocks[from].flags & DOC_CHROME))
        from++;
    while (from < to && (doc->blocks[to - 1].flags & DOC_CHROME))
        to--;
    if (from == to || !is_grid(doc, from, to))
        return false;
    *first = from;
    *end = to;
    return true;
}

static void walk(struct stream_lexer *x)
{
    const struct doc *doc = x->s->doc;
    for (size_t b = 0; b < doc->block_count;) {
        const struct doc_block *first = &doc->blocks[b];
        size_t end = b + 1;
        uint32_t cell = cell_of(doc, b);
        while (cell != 0 && end < doc->block_count && cell_of(doc, end) == cell)
            end++;
        size_t from = b, to = end;
        unsigned edges = first->flags | doc->blocks[end - 1].flags;
        bool trimmed = (edges & DOC_CHROME) != 0 && trim_choice(doc, &from, &to);
        if ((first->flags & DOC_CHROME) != 0 && !trimmed) {
            b = end;
            continue;
        }
        bool grid = is_grid(doc, from, to);
        if (grid)
            grid_item(x, from, to);
        for (; !grid && b < end; b++)
            stream_loose(x, b);
        if (grid)
            x->cell_open = false;
        b = end;
    }
}

static void choose_forms(struct stream *s, const struct form_set *forms)
{
    for (size_t i = forms->n; i > 0 && s->form_count < STREAM_FORMS; i--) {
        if (forms->forms[i - 1]->table_count != 0)
            s->forms[s->form_count++] = forms->forms[i - 1];
    }
}

/* Words are few among the items, and every table asks for them. */
static void list_known(struct stream *s)
{
    for (uint32_t i = 0; i < s->item_count; i++)
        s->known_count += s->items[i].known;
    s->known = arena_alloc(s->arena, s->known_count * sizeof(*s->known) + 1);
    for (uint32_t i = 0, n = 0; i < s->item_count; i++) {
        if (s->items[i].known)
            s->known[n++] = i;
    }
}

void stream_build(struct stream *s, const struct doc *doc, const struct form_set *forms,
                  struct arena *arena)
{
    *s = (struct stream){ .doc = doc, .arena = arena };
    choose_forms(s, forms);
    if (s->form_count == 0)
        return;
    /* most blocks are one item: room for them at once spares copying it half a dozen times */
    s->item_cap = doc->block_count + doc->block_count / 4 + 16;
    s->items = mem_alloc(s->item_cap * sizeof *s->items);
    struct stream_lexer x = { .s = s };
    x.flags = doc->script == DOC_SCRIPT_HANT || doc->script == DOC_SCRIPT_MIXED ? TEXT_T2S : 0;
    stream_spacing(&x);
    stream_find_glued(s);
    walk(&x);
    list_known(s);
    strbuf_free(&x.scratch);
    strbuf_free(&x.normal);
}

void stream_free(struct stream *s)
{
    free(s->items);
    free(s->records);
}
