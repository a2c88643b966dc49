/* docx_paragraph.c - paragraphs and runs of a Word file; see docx_state.h. */
#include <stdlib.h>

#include "base/mem.h"
#include "read/docx_state.h"
#include "read/raised.h"

struct docx_paragraph *docx_paragraph_open(struct docx_body *b)
{
    return b->depth > 1 ? &b->paragraphs[b->depth - 1] : NULL;
}

/* A paragraph that was closed leaves its memory to the next one of its depth. */
static void clear(struct docx_paragraph *p, const struct docx_styles *styles)
{
    struct strbuf text = p->text;
    strbuf_clear(&text);
    *p = (struct docx_paragraph){ .text = text,
                                  .spans = p->spans,
                                  .span_cap = p->span_cap,
                                  .style = styles->plain,
                                  .style_id = { "", 0 },
                                  .own = docx_look_unset,
                                  .run = docx_look_unset,
                                  .run_style = docx_look_unset };
}

static void add_span(struct docx_paragraph *p, size_t from, unsigned flags, int link)
{
    struct docx_span *last = p->span_count ? &p->spans[p->span_count - 1] : NULL;
    if (last && last->flags == flags && last->link == link)
        return;
    p->spans = mem_grow(p->spans, p->span_count, &p->span_cap, sizeof *p->spans);
    p->spans[p->span_count++] = (struct docx_span){ from, flags, link };
}

/* What an earlier paragraph, whose end was deleted, has left comes first. */
static void take_joined(struct docx_paragraph *p, struct docx_paragraph *kept)
{
    for (size_t i = 0; i < kept->span_count; i++)
        add_span(p, p->text.n + kept->spans[i].from, kept->spans[i].flags, kept->spans[i].link);
    strbuf_str(&p->text, strbuf_view(&kept->text));
    p->line = kept->line;
}

void docx_paragraph_start(struct docx_body *b)
{
    b->line++;
    if (b->depth == b->cap) {
        size_t before = b->cap;
        b->paragraphs = mem_grow(b->paragraphs, b->depth, &b->cap, sizeof *b->paragraphs);
        memset(b->paragraphs + before, 0, (b->cap - before) * sizeof *b->paragraphs);
    }
    struct docx_paragraph *p = &b->paragraphs[b->depth++];
    struct docx_paragraph *kept = &b->paragraphs[0];
    clear(p, b->styles);
    p->line = b->line;
    if (kept->joined) {
        take_joined(p, kept);
        clear(kept, b->styles);
    }
}

static unsigned bold_flag(const struct docx_look *look)
{
    return (look->bold == 1 ? DOC_HEADING : 0) | (look->hidden == 1 ? DOC_HIDDEN : 0);
}

void docx_run_settle(struct docx_body *b)
{
    struct docx_paragraph *p = docx_paragraph_open(b);
    if (!p || p->properties)
        return;
    struct docx_look look = p->style;
    docx_look_apply(&look, &p->run_style);
    docx_look_apply(&look, &p->run);
    p->flags = bold_flag(&look);
    p->raised = look.raised == 1;
}

void docx_run_start(struct docx_body *b)
{
    struct docx_paragraph *p = docx_paragraph_open(b);
    if (!p)
        return;
    p->run = p->run_style = docx_look_unset;
    p->flags = bold_flag(&p->style);
    p->raised = p->style.raised == 1;
}

void docx_paragraph_property(struct docx_body *b, const struct docx_tag *tag)
{
    struct docx_paragraph *p = docx_paragraph_open(b);
    if (!p || !p->properties)
        return;
    bool of_mark = tag->parent == W_R_PR;
    if (of_mark) {
        p->joined = p->joined || tag->name == W_DEL || tag->name == W_MOVE_FROM;
    } else if (tag->name == W_P_STYLE && tag->parent == W_P_PR) {
        struct str id = docx_value(tag);
        const struct docx_style *style = docx_style_find(b->styles, id);
        p->style = docx_style_look(b->styles, id);
        p->style_id = style ? style->id : (struct str){ "", 0 };
    } else {
        docx_look_read(&p->own, tag);
    }
}

void docx_run_property(struct docx_body *b, const struct docx_tag *tag)
{
    struct docx_paragraph *p = docx_paragraph_open(b);
    if (!p || p->properties || tag->parent != W_R_PR)
        return;
    if (tag->name == W_R_STYLE) {
        const struct docx_style *style = docx_style_find(b->styles, docx_value(tag));
        p->run_style = style ? style->look : docx_look_unset;
    } else {
        docx_look_read(&p->run, tag);
    }
}

void docx_text(struct docx_body *b, struct str text)
{
    struct docx_paragraph *p = docx_paragraph_open(b);
    if (!p || !text.n || (b->field_depth && docx_in_code(b)))
        return;
    p->contents = p->contents || (b->field_depth && docx_in_contents(b));
    add_span(p, p->text.n, p->flags, docx_link_now(b));
    strbuf_str(&p->text, p->raised ? raised_text(&b->raised, text) : text);
}

/* Signs that Word takes out of fonts of signs by their place in the font. */
static uint32_t sign_of(uint32_t c)
{
    static const struct {
        unsigned char place;
        uint32_t sign;
    } signs[] = {
        { 0x52, 0x2611 }, { 0x6C, 0x25CF }, { 0x6E, 0x25A0 }, { 0x6F, 0x25A1 },
        { 0x75, 0x25C6 }, { 0xA1, 0x25CB }, { 0xA8, 0x25A1 }, { 0xFB, 0x2717 },
        { 0xFC, 0x2713 }, { 0xFD, 0x2612 }, { 0xFE, 0x2611 },
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].place == (c & 0xFF))
            return signs[i].sign;
    return 0x2022; /* some bullet */
}

void docx_symbol(struct docx_body *b, const struct docx_tag *tag)
{
    struct str code;
    struct strbuf text = { 0 };
    uint32_t c = 0;
    docx_attribute(tag, "char", &code);
    for (size_t i = 0; i < code.n && i < 6; i++) {
        char digit = code.p[i];
        if (!((digit >= '0' && digit <= '9') || ((digit | 0x20) >= 'a' && (digit | 0x20) <= 'f')))
            return;
        c = c * 16 + (uint32_t)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
    }
    if (c >= 0xF000 && c <= 0xF0FF)
        c = sign_of(c);
    if (c < 0x20 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
        return;
    strbuf_rune(&text, c);
    docx_text(b, strbuf_view(&text));
    strbuf_free(&text);
}

/* Direct numbering names a level or means the first; that of a style stands at the level which the list
 * keeps for the style, or for one that it is based on. */
static int list_level(const struct docx_body *b, const struct docx_paragraph *p, long list)
{
    enum { MOST_BASES = 32 };
    if (p->own.list_level != DOCX_UNSET || p->own.list != DOCX_UNSET)
        return p->own.list_level != DOCX_UNSET ? p->own.list_level : 0;
    struct str id = p->style_id;
    for (int i = 0; i < MOST_BASES && id.n; i++) {
        int level = docx_list_level(b->lists, list, id);
        const struct docx_style *style = docx_style_find(b->styles, id);
        if (level != DOCX_UNSET)
            return level;
        id = style ? style->based : (struct str){ "", 0 };
    }
    return p->style.list_level != DOCX_UNSET ? p->style.list_level : 0;
}

static unsigned first_flags(const struct docx_paragraph *p)
{
    for (size_t i = 0; i < p->span_count; i++)
        if (!(p->spans[i].flags & DOC_HIDDEN))
            return p->spans[i].flags;
    return p->span_count ? p->spans[0].flags : bold_flag(&p->style);
}

/* The number looks like the text behind it: nothing but its own mark would tell otherwise. */
static void write_number(struct docx_body *b, const struct docx_paragraph *p,
                         const struct docx_look *look, unsigned flags)
{
    if (look->list <= 0)
        return;
    strbuf_clear(&b->number);
    docx_list_next(b->lists, look->list, list_level(b, p, look->list), &b->number);
    /* alone it is what a writer left behind; in a cell it may be all there is */
    if (!b->number.n || (!p->text.n && !docx_table_top(b)))
        return;
    doc_build_flags(b->build, flags | first_flags(p));
    doc_build_text(b->build, strbuf_view(&b->number), p->line);
}

static void write_lines(struct docx_body *b, struct str text, uint32_t line)
{
    struct str part;
    for (size_t i = 0; str_split(&text, '\v', &part); i++) {
        if (i)
            doc_build_break(b->build);
        doc_build_text(b->build, part, line);
    }
}

/* A link with words of which only some are hidden is no hidden link. Its spans stand beside each other. */
static bool shows_link(const struct docx_paragraph *p, size_t at)
{
    int link = p->spans[at].link;
    while (at > 0 && p->spans[at - 1].link == link)
        at--;
    while (at < p->span_count && p->spans[at].link == link && (p->spans[at].flags & DOC_HIDDEN))
        at++;
    return at < p->span_count && p->spans[at].link == link;
}

/* What is hidden comes behind what shows: within a sentence or a figure it parts nothing. */
static void write_spans(struct docx_body *b, const struct docx_paragraph *p, unsigned flags,
                        unsigned hidden)
{
    int asked = DOCX_NO_LINK;
    bool shown = false;
    for (size_t i = 0; i < p->span_count; i++) {
        const struct docx_span *s = &p->spans[i];
        size_t end = i + 1 < p->span_count ? s[1].from : p->text.n;
        if ((s->flags & DOC_HIDDEN) != hidden)
            continue;
        if (hidden && s->link != asked) {
            asked = s->link;
            shown = shows_link(p, i);
        }
        bool link = s->link != DOCX_NO_LINK && !shown;
        doc_build_flags(b->build, flags | s->flags);
        if (link)
            doc_build_link(b->build, b->links[s->link], p->line);
        write_lines(b, str_sub(strbuf_view(&p->text), s->from, end - s->from), p->line);
        if (link)
            doc_build_end_link(b->build);
    }
}

static void write(struct docx_body *b, const struct docx_paragraph *p)
{
    struct docx_look look = p->style;
    docx_look_apply(&look, &p->own);
    bool apart = (b->part_flags & DOC_CHROME) != 0;
    unsigned flags = b->part_flags | (look.centered == 1 ? DOC_CENTERED : 0) |
                     (look.contents || p->contents ? DOC_CHROME : 0);
    if (docx_table_top(b) && docx_table_top(b)->row_hidden)
        flags |= DOC_HIDDEN;
    doc_build_break(b->build);
    doc_build_level(b->build, look.level >= 0 && look.level < 6 && !apart ? look.level + 1u : 0);
    write_number(b, p, &look, flags);
    write_spans(b, p, flags, 0);
    write_spans(b, p, flags, DOC_HIDDEN);
    doc_build_break(b->build);
    doc_build_level(b->build, 0);
    doc_build_flags(b->build, b->part_flags);
}

void docx_paragraph_end(struct docx_body *b)
{
    struct docx_paragraph *p = docx_paragraph_open(b);
    if (!p)
        return;
    for (size_t i = 0; i < b->field_depth && i < DOCX_MOST_FIELDS; i++)
        b->fields[i].result = true; /* an instruction does not reach beyond its paragraph */
    b->depth--;
    if (docx_is_muted(b))
        return;
    struct docx_paragraph *kept = &b->paragraphs[0];
    if (p->joined && p->text.n) {
        struct docx_paragraph swap = *kept; /* what was kept is in p already */
        *kept = *p;
        *p = swap;
    } else if (!p->joined) {
        write(b, p);
    }
}

void docx_paragraph_give_up(struct docx_body *b)
{
    struct docx_paragraph *kept = &b->paragraphs[0];
    if (!kept->joined)
        return;
    write(b, kept);
    clear(kept, b->styles);
}
