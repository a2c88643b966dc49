/* torn.c - see torn.h. */
#include "recognise/torn.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "recognise/number.h"
#include "recognise/section.h"
#include "text/normalise.h"

enum {
    SHORT_CHARS = 60, /* of a block that may be a shred: a line of a wide cell */
    TITLE_CHARS = 40,
    AT_HOME = 4,    /* characters of labels under the heading of the table's own section */
    ELSEWHERE = 10, /* and where that heading is lost */
    CUT_CHARS = 3,  /* of a piece that is too long to be chance */
    MOST_BLOCKS = 100000
};

/* Characters of texts that nothing but Chinese characters are left of, parted by noughts. */
struct chars {
    uint32_t *c;
    size_t n, cap;
};

struct place {
    uint32_t c, block;
    size_t label; /* 1-based place in the labels; 0: no piece of one */
    bool common;  /* of a piece that headings and other tables have too */
};

struct search {
    const struct doc *doc;
    const struct form *form;
    size_t t;
    const uint8_t *covered;
    struct chars labels, titles, others;
    uint8_t *seen; /* by place in the labels */
    struct place *run;
    size_t run_n, run_cap;
    size_t shreds, between;        /* characters of shreds, of short blocks between two of them */
    size_t behind;                 /* and of those behind the last one */
    bool home, own, heading, away; /* own: the table's section has a heading */
    struct strbuf normal;
    struct torn *out;
};

static bool is_han(uint32_t c)
{
    return c >= 0x4E00 && c <= 0x9FFF;
}

/* 一 to 十, 第, 条, 项: ordinals of labels that pages cut off first. */
static bool is_neutral(uint32_t c)
{
    static const uint32_t all[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03,
                                    0x516B, 0x4E5D, 0x5341, 0x7B2C, 0x6761, 0x9879 };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i] == c)
            return true;
    return false;
}

static void push(struct chars *to, uint32_t c)
{
    to->c = mem_grow(to->c, to->n, &to->cap, sizeof *to->c);
    to->c[to->n++] = c;
}

static void push_text(struct chars *to, struct str text)
{
    for (size_t i = 0; i < text.n;) {
        uint32_t c = str_next(text, &i);
        if (is_han(c))
            push(to, c);
    }
    push(to, 0);
}

static void push_lines(struct chars *to, const struct form_line *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        push_text(to, lines[i].label);
        push_text(to, lines[i].group);
        for (size_t k = 0; k < lines[i].alias_count; k++)
            push_text(to, lines[i].aliases[k]);
    }
}

static void push_table(struct chars *to, const struct form_table *t)
{
    push_lines(to, t->rows, t->row_count);
    push_lines(to, t->columns, t->column_count);
    for (size_t k = 0; k < t->head_count; k++)
        push_text(to, t->heads[k]);
}

static void read_form(struct search *s)
{
    for (size_t i = 0; i < s->form->section_count; i++) {
        const struct form_section *section = &s->form->sections[i];
        push_text(&s->titles, section->title);
        for (size_t k = 0; k < section->title_count; k++)
            push_text(&s->titles, section->titles[k]);
    }
    for (size_t i = 0; i < s->form->table_count; i++)
        push_table(i == s->t ? &s->labels : &s->others, &s->form->tables[i]);
}

/* The longest run from `at` on that stands in `in`; its place there. */
static size_t longest(const struct chars *in, const struct place *at, size_t n, size_t *where)
{
    size_t best = 0;
    for (size_t p = 0; p < in->n; p++) {
        size_t k = 0;
        while (k < n && p + k < in->n && in->c[p + k] != 0 && in->c[p + k] == at[k].c)
            k++;
        if (k > best) {
            best = k;
            *where = p;
        }
    }
    return best;
}

/* Which characters of the run are pieces of labels. */
static void take_apart(struct search *s)
{
    size_t unused;
    for (size_t i = 0, n; i < s->run_n; i += n) {
        struct place *at = &s->run[i];
        size_t where = 0, len = longest(&s->labels, at, s->run_n - i, &where);
        n = len < 2 ? 1 : len;
        if (len < 2)
            continue;
        bool common = longest(&s->titles, at, len, &unused) == len ||
                      (!s->home && longest(&s->others, at, len, &unused) == len);
        for (size_t k = 0; k < len; k++) {
            at[k].label = where + k + 1;
            at[k].common = common;
        }
    }
}

static void cover(struct search *s, uint32_t block)
{
    struct torn *o = s->out;
    o->blocks[block / 8] |= (uint8_t)(1U << (block % 8));
    if (o->end_block == 0 || block < o->first_block)
        o->first_block = block;
    if (block >= o->end_block)
        o->end_block = block + 1;
}

static bool ends_in_figure(const struct search *s, uint32_t block)
{
    struct str text = str_trim(doc_block_text(s->doc, block));
    return text.n > 0 && text.p[text.n - 1] >= '0' && text.p[text.n - 1] <= '9';
}

/* A block is a shred when all of it, but for a character or two at a cut, is of labels. */
static void judge_block(struct search *s, size_t first, size_t end)
{
    size_t han = 0, of_labels = 0;
    for (size_t i = first; i < end; i++) {
        han += s->run[i].label != 0 || !is_neutral(s->run[i].c);
        of_labels += s->run[i].label != 0;
    }
    if (of_labels * 5 < han * 4) {
        s->behind += end - first;
        return;
    }
    s->between += s->shreds > 0 ? s->behind : 0;
    s->behind = 0;
    s->shreds += end - first;
    s->out->mixed +=
        s->doc->blocks[s->run[first].block].cell != 0 && ends_in_figure(s, s->run[first].block);
    cover(s, s->run[first].block);
    for (size_t i = first; i < end; i++) {
        const struct place *p = &s->run[i];
        if (p->label == 0 || p->common || s->seen[p->label - 1])
            continue;
        s->seen[p->label - 1] = 1;
        s->out->evidence++;
    }
}

static void end_run(struct search *s)
{
    take_apart(s);
    for (size_t i = 0, end; i < s->run_n; i = end) {
        for (end = i; end < s->run_n && s->run[end].block == s->run[i].block;)
            end++;
        judge_block(s, i, end);
    }
    s->run_n = 0;
}

static struct str text_of(struct search *s, uint32_t block)
{
    struct str text = doc_block_text(s->doc, block);
    if (s->doc->script != DOC_SCRIPT_HANT && s->doc->script != DOC_SCRIPT_MIXED)
        return text;
    strbuf_clear(&s->normal);
    text_normalise(&s->normal, text, TEXT_T2S, NULL);
    return strbuf_view(&s->normal);
}

/* The section that a heading opens; a label may sound like one ("二、上年结转…申请数量"). */
static const struct form_section *heading(struct search *s, struct str text)
{
    enum heading_match match;
    size_t len = 0;
    bool numbered = number_chapter(text, &len) > 0;
    struct str title = numbered ? str_sub(text, len, text.n - len) : text;
    if (title.n == 0 || page_chars(title, TITLE_CHARS + 1) > TITLE_CHARS)
        return NULL;
    const struct form_section *worded = section_worded(s->form, title, &match);
    if (worded || !numbered)
        return worded;
    struct place whole[TITLE_CHARS];
    size_t n = 0, where;
    for (size_t i = 0; i < title.n;) {
        uint32_t c = str_next(title, &i);
        if (is_han(c))
            whole[n++] = (struct place){ .c = c };
    }
    return longest(&s->labels, whole, n, &where) == n || longest(&s->others, whole, n, &where) == n
               ? NULL
               : section_classify(s->form, title, &match);
}

static bool is_passed(const struct search *s, uint32_t block)
{
    const struct doc_block *b = &s->doc->blocks[block];
    return b->text_len == 0 || (b->flags & (DOC_HIDDEN | DOC_CHROME)) != 0 ||
           (s->covered != NULL && (s->covered[block / 8] >> (block % 8) & 1) != 0);
}

static void add_block(struct search *s, uint32_t block, struct str text)
{
    size_t before = s->run_n;
    bool figure = false;
    for (size_t i = 0; i < text.n;) {
        uint32_t c = str_next(text, &i);
        figure |= c >= '0' && c <= '9';
        if (!is_han(c))
            continue;
        s->run = mem_grow(s->run, s->run_n, &s->run_cap, sizeof *s->run);
        s->run[s->run_n++] = (struct place){ .c = c, .block = block };
    }
    if (s->run_n > before || !figure)
        return;
    cover(s, block);
    s->out->figures++;
}

static void look_at(struct search *s, uint32_t block)
{
    if (is_passed(s, block))
        return;
    struct str text = text_of(s, block);
    const struct form_section *section = heading(s, text);
    if (section != NULL) {
        end_run(s);
        bool own = str_eq(section->key, s->form->tables[s->t].section);
        s->own |= own;
        s->home = own && !s->away;
        s->heading = true;
    } else if (!s->home && !(s->away && s->heading)) {
        return;
    } else if (str_has(text, "。") || page_chars(text, SHORT_CHARS + 1) > SHORT_CHARS) {
        end_run(s);
    } else {
        add_block(s, block, text);
    }
}

/* Under the heading of its section, or, if that is not there, anywhere behind the first heading. */
static void look_through(struct search *s, bool away)
{
    s->away = away;
    s->home = s->heading = false;
    memset(s->out->blocks, 0, s->doc->block_count / 8 + 1);
    memset(s->seen, 0, s->labels.n);
    s->shreds = s->between = s->behind = 0;
    s->out->evidence = s->out->figures = s->out->mixed = 0;
    s->out->first_block = s->out->end_block = 0;
    for (uint32_t b = 0; b < s->doc->block_count; b++)
        look_at(s, b);
    end_run(s);
}

bool torn_find(struct torn *out, const struct doc *doc, const struct form *form, size_t t,
               const uint8_t *covered, struct arena *arena)
{
    struct search s = { .doc = doc, .form = form, .t = t, .covered = covered, .out = out };
    *out = (struct torn){ .blocks = arena_alloc(arena, doc->block_count / 8 + 1) };
    if (doc->block_count > MOST_BLOCKS)
        return false;
    read_form(&s);
    s.seen = arena_alloc(arena, s.labels.n + 1);
    look_through(&s, false);
    bool found =
        out->evidence >= AT_HOME && out->end_block - out->first_block > 1 && s.shreds >= s.between;
    if (!s.own) {
        look_through(&s, true);
        found = out->evidence >= ELSEWHERE && out->figures > 0;
    }
    free(s.labels.c);
    free(s.titles.c);
    free(s.others.c);
    free(s.run);
    strbuf_free(&s.normal);
    return found;
}

/* The Chinese characters of a text, in simplified script; more than SHORT_CHARS are cut. */
static size_t read_label(struct place *all, struct str text)
{
    struct strbuf normal = { 0 };
    size_t n = 0;
    text_normalise(&normal, text, TEXT_T2S, NULL);
    struct str label = strbuf_view(&normal);
    for (size_t i = 0; i < label.n && n < SHORT_CHARS;) {
        uint32_t c = str_next(label, &i);
        if (is_han(c))
            all[n++] = (struct place){ .c = c };
    }
    strbuf_free(&normal);
    return n;
}

/* The length of the longest whole label that the text begins with; 0: none. */
static size_t whole_label(const struct chars *labels, const struct place *text, size_t n)
{
    size_t best = 0;
    for (size_t p = 1; p < labels->n; p++) {
        size_t k = 0;
        if (labels->c[p - 1] != 0)
            continue;
        while (k < n && labels->c[p + k] != 0 && labels->c[p + k] == text[k].c)
            k++;
        if (labels->c[p + k] == 0 && k > best)
            best = k;
    }
    return best;
}

enum torn_label torn_label(const struct form *form, size_t t, struct str label)
{
    struct chars labels = { 0 };
    struct place all[SHORT_CHARS];
    size_t n = read_label(all, label), where = 0, whole = 0, i = 0, len;
    push(&labels, 0);
    push_table(&labels, &form->tables[t]);
    bool piece = n > 0 && longest(&labels, all, n, &where) == n;
    for (; i < n && (len = whole_label(&labels, all + i, n - i)) > 0; i += len)
        whole++;
    free(labels.c);
    if (n == 0 || (whole == 1 && i == n))
        return TORN_LABEL_NOT;
    if (whole > 1 && i == n)
        return TORN_LABEL_GLUED;
    return !piece ? TORN_LABEL_NOT : n < CUT_CHARS ? TORN_LABEL_BIT : TORN_LABEL_CUT;
}

bool torn_mixed_label(const struct form *form, size_t t, struct str label)
{
    struct chars labels = { 0 };
    struct place all[SHORT_CHARS];
    size_t n = read_label(all, label), of_labels = 0, where = 0;
    push_table(&labels, &form->tables[t]);
    for (size_t i = 0, len; i < n; i += len) {
        len = longest(&labels, all + i, n - i, &where);
        if (len > 1)
            of_labels += len;
        else
            len = 1;
    }
    free(labels.c);
    return n > 0 && of_labels * 5 >= n * 4;
}
