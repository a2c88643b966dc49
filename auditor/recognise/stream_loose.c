/* stream_loose.c - cells that follow each other in loose text: one to a line, with bars, blanks or
 * nothing between them. */
#include <string.h>

#include "base/arena.h"
#include "recognise/number.h"
#include "recognise/stream.h"
#include "recognise/value.h"
#include "text/normalise.h"

enum {
    PROSE = 240, /* bytes: a longer block is running text */
    TOKENS = 48, /* in one line */
    BLANKS = 64, /* in a row */
    PART = 120,  /* bytes of a line of a label that is broken over several */
    WORDS = 24,  /* bytes of a text that stands for a value */
    PARTS = 4    /* lines over which one label may be broken */
};

/* A piece of text between bars. text.n == 0 with raw.n != 0: not normalised yet. */
struct piece {
    struct str text, raw;
    size_t block;
};

static bool hidden_block(const struct stream_lexer *x, size_t block)
{
    return (x->s->doc->blocks[block].flags & DOC_HIDDEN) != 0;
}

static struct item *push(struct stream_lexer *x, const struct piece *p, enum item_kind kind)
{
    struct item *item = stream_push(x, -1, 0, hidden_block(x, p->block), kind);
    item->first_block = (uint32_t)p->block;
    item->end_block = (uint32_t)p->block + 1;
    item->line = x->s->doc->blocks[p->block].line;
    item->text = p->text;
    item->raw = p->raw;
    item->joins = x->cell_open;
    x->cell_open = true;
    x->blanks = 0;
    return item;
}

static void bar(struct stream_lexer *x, size_t block, bool pad)
{
    if (x->cell_open) {
        x->cell_open = false;
        return;
    }
    if (x->s->record_count == 0 || x->s->records[x->s->record_count - 1].grid >= 0 ||
        x->blanks >= BLANKS)
        return; /* nothing stands before it that it could belong to */
    struct piece p = { STR(""), STR(""), block };
    unsigned blanks = x->blanks + 1;
    push(x, &p, ITEM_BLANK)->pad = pad;
    x->cell_open = false;
    x->blanks = blanks;
}

/* Short texts without a bar between them. */
static bool parts_of_label(const struct item *first, const struct item *last)
{
    for (const struct item *i = first; i <= last; i++) {
        if (i->kind != ITEM_TEXT || (i != first && !i->joins) || i->text.n > PART)
            return false;
    }
    return true;
}

/* Joins the last item with those before it while together they are a label that is broken over
 * several lines. */
static void join_broken(struct stream_lexer *x)
{
    struct stream *s = x->s;
    struct item *last = &s->items[s->item_count - 1];
    const struct record *r = &s->records[last->record];
    if (last->text.n > PART || !last->joins)
        return;
    for (size_t n = PARTS; n >= 2; n--) {
        if (r->end - r->first < n || !parts_of_label(last - (n - 1), last))
            continue;
        struct item *first = last - (n - 1);
        if (first->alien)
            continue;
        strbuf_clear(&x->normal);
        for (struct item *i = first; i <= last; i++)
            strbuf_str(&x->normal, i->text);
        struct item joined = *first;
        if (!stream_look_up(x, strbuf_view(&x->normal), &joined))
            continue;
        joined.text = arena_str(s->arena, strbuf_view(&x->normal));
        joined.raw.n = (size_t)(last->raw.p + last->raw.n - first->raw.p);
        joined.end_block = last->end_block;
        *first = joined;
        s->item_count -= n - 1;
        s->records[first->record].end = (uint32_t)s->item_count;
        return;
    }
}

static bool names_row(const struct stream *s, const struct item *item)
{
    for (size_t f = 0; f < s->form_count; f++) {
        const struct word *w = item->word[f];
        for (const struct word_use *u = w == NULL ? NULL : w->uses; u != NULL; u = u->next) {
            if (u->role == WORD_ROW)
                return true;
        }
    }
    return false;
}

/* A label of a row as it is printed, ordinal included: "其他" above a column is none. The heads of a
 * table of one record follow each other and are none either. */
static bool opens_row(const struct stream *s, const struct item *item)
{
    for (size_t f = 0; f < s->form_count && item->known; f++) {
        const struct word *w = item->word[f];
        for (const struct word_use *u = w == NULL ? NULL : w->uses; u != NULL; u = u->next) {
            const struct form_table *t = &s->forms[f]->tables[u->table];
            if (u->role == WORD_ROW && !t->record && t->rows[u->index].ordinal == item->ordinal)
                return true;
        }
    }
    return false;
}

/* A row whose cells are blank leaves nothing but its label, on a line of its own: what comes in the
 * next line is no longer its record. */
static void split_blank_row(struct stream *s)
{
    struct item *last = &s->items[s->item_count - 1];
    const struct record *r = &s->records[last->record];
    if (r->end - r->first < 2 || last[-1].first_block == last->first_block ||
        !opens_row(s, last - 1))
        return;
    s->records[last->record].end--;
    stream_new_record(s, last);
}

/* A short text on a line of its own below the whole label of a row. */
static bool below_label(const struct stream *s, const struct item *item)
{
    return item->kind == ITEM_TEXT && !item->known && item->text.n <= WORDS &&
           item[-1].first_block != item->first_block && opens_row(s, item - 1);
}

/* "label | see annex | label | 0": words stood where the values of the first label belong, so the
 * second label begins a record. */
static void split_record(struct stream *s)
{
    struct item *last = &s->items[s->item_count - 1];
    struct item *first = &s->items[s->records[last->record].first];
    struct item *i = last;
    while (i > first && i[-1].kind == ITEM_TEXT && !i[-1].known && !i[-1].joins)
        i--;
    if (i == last && i - first >= 2 && below_label(s, i - 1) && last->known) {
        i--;
        i->joins = false;
    }
    if (i == last || i == first || !names_row(s, i - 1))
        return;
    s->records[last->record].end--;
    stream_new_record(s, last);
}

static void push_text(struct stream_lexer *x, const struct piece *p)
{
    struct item *item = push(x, p, ITEM_TEXT);
    if (p->text.n > PROSE)
        return;
    size_t len;
    if (stream_look_up(x, p->text, item)) {
        split_record(x->s);
        split_blank_row(x->s);
    } else if (x->s->records[item->record].first + 1 < x->s->item_count &&
               number_chapter(p->text, &len) != 0) {
        x->s->records[item->record].end--; /* a heading behind a table */
        stream_new_record(x->s, item);
    } else
        join_broken(x);
}

/* In raw text of a document every kind of blank is a space already. */
static bool is_blank(char c)
{
    return c == ' ' || c == '\n';
}

struct tokens {
    struct piece t[TOKENS];
    struct item look[TOKENS]; /* only the words of it; of a value, that it is not known */
    bool value[TOKENS];
    size_t n, known, values, tail; /* tail: values at the end */
};

static struct str normal_of(struct stream_lexer *x, struct str raw)
{
    strbuf_clear(&x->normal);
    text_normalise(&x->normal, raw, x->flags, NULL);
    return arena_str(x->s->arena, strbuf_view(&x->normal));
}

static bool tokenise(struct stream_lexer *x, const struct piece *p, struct tokens *k)
{
    k->n = k->known = k->values = k->tail = 0;
    for (size_t i = 0; i < p->raw.n;) {
        size_t from = i;
        while (i < p->raw.n && !is_blank(p->raw.p[i]))
            i++;
        if (i++ == from)
            continue;
        if (k->n == TOKENS)
            return false;
        struct piece *t = &k->t[k->n];
        t->raw = str_sub(p->raw, from, i - 1 - from);
        t->block = p->block;
        t->text = normal_of(x, t->raw);
        bool value = value_like(t->text);
        k->value[k->n] = value;
        k->look[k->n].known = false;
        k->known += !value && stream_look_up(x, t->text, &k->look[k->n]);
        k->values += value;
        k->tail = value ? k->tail + 1 : 0;
        k->n++;
    }
    return k->n > 1;
}

/* A blank within a label makes two tokens of it, neither of which need be known. */
static void merge_broken(struct stream_lexer *x, struct tokens *k)
{
    size_t n = 0;
    for (size_t i = 0; i < k->n; i++, n++) {
        k->t[n] = k->t[i];
        k->look[n] = k->look[i];
        k->value[n] = k->value[i];
        if (i + 1 == k->n || k->value[i] || k->value[i + 1] || k->look[i].known)
            continue;
        struct str end = k->t[i + 1].raw;
        struct piece both = k->t[i];
        both.raw.n = (size_t)(end.p + end.n - both.raw.p);
        both.text = normal_of(x, both.raw);
        struct item look;
        if (!stream_look_up(x, both.text, &look))
            continue;
        k->known += !k->look[++i].known;
        k->t[n] = both;
        k->look[n] = look;
    }
    k->n = n;
}

static bool unclosed(struct str text)
{
    size_t open = 0;
    for (size_t i = 0; i < text.n; i++)
        open += text.p[i] == '(' ? 1 : text.p[i] == ')' && open > 0 ? (size_t)-1 : 0;
    return open > 0;
}

/* "(二)部分公开(…不计其 他情形)", "…申请 数量": the second token belongs to the label, which the first
 * alone would be, too. */
static bool is_one_label(struct stream_lexer *x, const struct piece *p, const struct tokens *k)
{
    struct item whole;
    struct str rest = k->t[1].text;
    if (!stream_look_up(x, p->text, &whole))
        return false;
    bool more = unclosed(k->t[0].text) || str_starts(rest, STR(")")) ||
                str_starts(rest, STR("”")) || str_starts(rest, STR("\""));
    for (size_t f = 0; f < x->s->form_count; f++)
        more |= whole.word[f] != NULL && whole.word[f] != k->look[0].word[f];
    return more;
}

/* joins: it may be the rest of a label that itself holds a blank */
static void push_token(struct stream_lexer *x, const struct piece *p, bool joins)
{
    x->cell_open = joins;
    if (value_like(p->text))
        push(x, p, ITEM_VALUE);
    else
        push_text(x, p);
}

/* The label in front of the values of a line may be the end of one that began in the lines before. */
static void push_rest(struct stream_lexer *x, const struct piece *p)
{
    size_t before = x->s->item_count;
    push_token(x, p, x->cell_open);
    if (x->s->item_count > before)
        x->s->items[x->s->item_count - 1].joins = false;
    x->cell_open = true;
}

/* "label 0 some 0 0": words within the values of a row. */
static bool for_value(const struct stream *s, const struct tokens *k, size_t i)
{
    const struct item *last = &s->items[s->item_count - 1];
    return !k->value[i] && last->kind == ITEM_TEXT && !last->known &&
           last->raw.p == k->t[i].raw.p && k->t[i].text.n <= WORDS &&
           (k->value[i - 1] || opens_row(s, &k->look[i - 1]));
}

/* One line that holds several cells: "label 1 0 0 1", "0 0 0 0", "label label label". */
static bool split_line(struct stream_lexer *x, const struct piece *p)
{
    struct tokens k;
    if (!tokenise(x, p, &k))
        return false;
    if ((k.known == 0) == (k.tail > 0))
        merge_broken(x, &k);
    size_t labels = k.n - k.tail;
    bool row = k.values > 1 && !k.value[0] && opens_row(x->s, &k.look[0]);
    bool all = k.tail == k.n || (k.tail != 0 && k.known != 0) ||
               (k.known > 1 && k.known * 2 >= k.n) || row;
    if (k.n == 2 && k.tail == 0 && !all && k.known == 1 && k.t[1].text.n <= WORDS &&
        opens_row(x->s, &k.look[0]) &&
        !is_one_label(x, p, &k)) { /* "label see-annex": words where a number belongs */
        push_token(x, &k.t[0], false);
        push_token(x, &k.t[1], false);
        return true;
    }
    if (!all && k.tail < 2)
        return false;
    if (labels > 0 && (!all || k.known == 0)) {
        /* an unknown label in front of values stays one label */
        struct piece label = k.t[0];
        struct str end = k.t[labels - 1].raw;
        label.raw.n = (size_t)(end.p + end.n - label.raw.p);
        label.text = normal_of(x, label.raw);
        push_rest(x, &label);
    }
    size_t from = all && k.known != 0 ? 0 : labels;
    for (size_t i = from; i < k.n; i++) {
        push_token(x, &k.t[i], i > from && !k.value[i]);
        if (i > from && for_value(x->s, &k, i))
            x->s->items[x->s->item_count - 1].joins = false; /* it is in a cell of its own */
    }
    x->cell_open = true;
    return true;
}

/* Each digit is an item; its raw text is that of the whole where the two differ in width. */
static void push_digits(struct stream_lexer *x, const struct piece *p)
{
    for (size_t i = 0; i < p->text.n; i++) {
        struct piece digit = *p;
        digit.text = str_sub(p->text, i, 1);
        digit.raw = p->raw.n == p->text.n ? str_sub(p->raw, i, 1) : digit.text;
        x->cell_open = false;
        push(x, &digit, ITEM_VALUE);
    }
}

static void piece(struct stream_lexer *x, struct piece p)
{
    if (stream_is_glued(x->s, p.text)) {
        push_digits(x, &p);
        return;
    }
    bool line = p.text.n <= PROSE && memchr(p.raw.p, ' ', p.raw.n) != NULL;
    if (line && split_line(x, &p))
        return;
    if (value_like(p.text))
        push(x, &p, ITEM_VALUE);
    else
        push_text(x, &p);
}

static void bars(struct stream_lexer *x, struct str raw, size_t block)
{
    size_t n = 0;
    for (size_t i = 0; i < raw.n; i++)
        n += raw.p[i] == '|';
    for (size_t i = 0; i < n; i++)
        bar(x, block, n > 1); /* a run of bars fills a line up more often than it holds cells */
}

/* A line with bars in it: pieces and separators in turn. */
static void barred(struct stream_lexer *x, struct str raw, size_t block)
{
    struct str rest = raw;
    while (rest.n != 0) {
        const char *at = memchr(rest.p, '|', rest.n);
        size_t n = at == NULL ? rest.n : (size_t)(at - rest.p);
        struct str part = str_trim(str_sub(rest, 0, n));
        if (part.n != 0)
            piece(x, (struct piece){ normal_of(x, part), part, block });
        if (at != NULL)
            bar(x, block, false);
        rest = str_sub(rest, n + (at != NULL), rest.n);
    }
}

/* An entry of a menu or a list, half of the blocks of many pages, is no label whatever it says. One link
 * around many blocks is a broken page. Blocks come in order, and so do links. */
static bool is_entry(struct stream_lexer *x, size_t block)
{
    const struct doc *doc = x->s->doc;
    if ((doc->blocks[block].flags & DOC_LINKED) == 0)
        return false;
    while (x->link < doc->link_count && doc->links[x->link].block < block)
        x->link++;
    return x->link < doc->link_count && doc->links[x->link].block == block;
}

void stream_loose(struct stream_lexer *x, size_t block)
{
    const struct doc *doc = x->s->doc;
    const struct doc_block *b = &doc->blocks[block];
    struct str raw = str_trim(doc_block_raw(doc, block));
    if ((b->flags & DOC_RULE) != 0) {
        bars(x, raw, block);
        return;
    }
    if (raw.n == 0)
        return;
    if (is_entry(x, block)) {
        struct piece p = { doc_block_text(doc, block), raw, block };
        push(x, &p, ITEM_TEXT)->alien = true;
        return;
    }
    if (raw.n <= PROSE && memchr(raw.p, '|', raw.n) != NULL) {
        barred(x, raw, block);
    } else {
        stream_blank_lines(x, block);
        piece(x, (struct piece){ doc_block_text(doc, block), raw, block });
    }
}
