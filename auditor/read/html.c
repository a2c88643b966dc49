/*
 * html.c - a page to a document; see html.h.
 *
 * libxml2 calls back for every start, end and text (SAX); no tree is made. What an element does to
 * the text in it is kept on a stack of our own, and taken back at its end.
 */
#include "read/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/version.h"
#include "read/attribute.h"
#include "read/raised.h"
#include "read/tag.h"
#include "read/thin.h"

/* A form of less text than this is a search box or a login, not the wrapping of the whole page. */
enum { SMALL_FORM = 600, SMALL_FORM_BLOCKS = 64, NEAR = 16 };

struct element {
    enum tag tag;
    unsigned flags, level; /* to return to */
    bool link;
    struct doc_mark mark; /* of a form, a field, an option */
};

struct page {
    struct doc_build *build;
    htmlParserCtxtPtr parser;
    struct element *stack;
    size_t depth, cap;
    unsigned flags, level;                                   /* of the text from here on */
    unsigned articles, pres, skipped, titles, raised, cells; /* open elements of the kind */
    struct thin *thinned;                                    /* NULL: it is not */
    bool titled;                                             /* the first title is complete */
    bool chosen, shown;                                      /* an option of a choice, this one */
    bool own; /* this program wrote it: the rest is passed over */
    uint32_t first_line;
    uint32_t lines;   /* line ends so far, when thinned */
    uint32_t returns; /* of these, the ones that the parser did not see as such */
    uint32_t title_line;
    struct strbuf title;
    struct strbuf high; /* a raised text */
};

static uint32_t line_now(const struct page *p)
{
    if (p->thinned)
        return p->first_line + p->lines;
    int line = xmlSAX2GetLineNumber(p->parser);
    return p->first_line + (line > 0 ? (uint32_t)line - 1 : 0);
}

/* At a start tag: some line ends stand in it. */
static void follow_lines(struct page *p)
{
    int line = p->thinned ? xmlSAX2GetLineNumber(p->parser) : 0;
    if (line > 0)
        p->lines = (uint32_t)line - 1 + p->returns;
}

static uint32_t count_lines(struct str s)
{
    uint32_t n = 0;
    const char *end = s.p + s.n;
    for (const char *at = s.p; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
        n++;
    return n;
}

/* In <pre> a line end breaks the line. */
static void add_text(struct page *p, struct str text, uint32_t line)
{
    struct str part;
    if (p->raised)
        text = raised_text(&p->high, text);
    if (p->titled || !p->titles) {
        if (!p->pres) {
            doc_build_text(p->build, text, line);
            return;
        }
        for (size_t i = 0; str_split(&text, '\n', &part); i++) {
            if (i)
                doc_build_break(p->build);
            doc_build_text(p->build, part, line + (uint32_t)i);
        }
        return;
    }
    strbuf_str(&p->title, text);
}

/* Text of a thinned page; returns its line ends. */
static uint32_t add_part(struct page *p, struct str text)
{
    uint32_t lines = count_lines(text);
    if (text.n && !p->own && !(p->titles && p->titled))
        add_text(p, text, line_now(p));
    p->lines += lines;
    return lines;
}

static void count(struct page *p, enum tag tag, int step)
{
    unsigned *counter = tag == TAG_ARTICLE               ? &p->articles
                        : tag == TAG_PRE                 ? &p->pres
                        : tag == TAG_TITLE               ? &p->titles
                        : tag == TAG_SUP                 ? &p->raised
                        : tag == TAG_TD || tag == TAG_TH ? &p->cells
                        : tag_is_skipped(tag)            ? &p->skipped
                                                         : NULL;
    if (counter)
        *counter += (unsigned)step;
}

static void add_left_out(struct page *p, struct left left)
{
    if (left.kind == LEFT_TEXT)
        p->returns += add_part(p, left.text);
    else if (p->skipped || p->own)
        return;
    else if (left.kind == LEFT_BREAK)
        doc_build_break(p->build);
    else if (left.kind == LEFT_LINK)
        doc_build_link(p->build, str_trim(left.text), line_now(p));
    else if (left.kind == LEFT_LINK_END)
        doc_build_end_link(p->build);
    else
        count(p, TAG_SUP, left.kind == LEFT_RAISED ? 1 : -1);
}

static void on_text(void *user, const xmlChar *bytes, int n)
{
    struct page *p = user;
    struct str text = { (const char *)bytes, (size_t)n };
    if (!p->thinned) {
        if (!p->skipped && !p->own)
            add_text(p, text, line_now(p) - count_lines(text));
        return;
    }
    for (size_t i = 0, from = 0; i <= text.n; i++) {
        bool mark = i < text.n && (text.p[i] == LEFT_OUT || text.p[i] == '\r');
        if (i < text.n && !mark)
            continue;
        add_part(p, str_sub(text, from, i - from));
        from = i + 1;
        if (mark && text.p[i] == LEFT_OUT)
            add_left_out(p, left_out_next(&p->thinned->texts));
        p->lines += mark && text.p[i] == '\r'; /* a line of the file ends where the page has none */
        p->returns += mark && text.p[i] == '\r';
    }
}

static void read_attributes(const struct page *p, const xmlChar **list, struct attributes *out)
{
    memset(out, 0, sizeof *out);
    for (size_t i = 0; list && list[i]; i += 2) {
        enum attribute id = attribute_find(str_of((const char *)list[i]));
        struct str value = str_of((const char *)list[i + 1]);
        if (p->thinned && value.n == 1 && value.p[0] == LEFT_OUT)
            value = left_out_next(&p->thinned->values).text;
        if (id != ATTR_OTHER && !out->value[id].p)
            out->value[id] = value;
    }
}

static struct str value(const struct attributes *a, enum attribute id)
{
    return a->value[id].p ? a->value[id] : (struct str){ "", 0 };
}

/* What this program wrote quotes reports and is none: behind its title nothing of it is read. */
static bool own_page(struct str name, struct str content)
{
    return str_eq_c(content, AUDITOR_GENERATOR) && str_eq_c(name, "generator");
}

static void add_meta(struct page *p, const struct attributes *a)
{
    static const enum attribute names[] = { ATTR_NAME, ATTR_PROPERTY, ATTR_ITEMPROP, ATTR_EQUIV };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct str name = str_trim(value(a, names[i]));
        if (!name.n)
            continue;
        doc_build_meta(p->build, name, str_trim(value(a, ATTR_CONTENT)), line_now(p));
        p->own |= own_page(name, str_trim(value(a, ATTR_CONTENT)));
        return;
    }
}

static void end_title(struct page *p)
{
    struct strbuf folded = { 0 };
    struct str rest = str_trim(strbuf_view(&p->title));
    struct str word;
    p->titled = true;
    for (size_t i = 0; i < rest.n; i++)
        if (rest.p[i] == '\n' || rest.p[i] == '\t')
            p->title.p[(size_t)(rest.p - p->title.p) + i] = ' ';
    while (str_split(&rest, ' ', &word)) {
        if (word.n && folded.n)
            strbuf_char(&folded, ' ');
        strbuf_str(&folded, word);
    }
    doc_build_meta(p->build, STR("title"), strbuf_view(&folded), p->title_line);
    strbuf_free(&folded);
}

/* The header of an article holds its title and date, and is no chrome; nor is a field in a cell, before it is known what
 * it holds. */
static bool is_chrome(const struct page *p, enum tag tag)
{
    bool inner = ((tag == TAG_HEADER || tag == TAG_FOOTER) && p->articles) ||
                 ((tag == TAG_TEXTAREA || tag == TAG_SELECT) && p->cells) ||
                 (tag == TAG_OPTION && p->cells && p->shown);
    return tag_is_chrome(tag) && !inner;
}

static void set_flags(struct page *p, enum tag tag, unsigned effects)
{
    if (effects & EFFECT_HIDDEN)
        p->flags |= DOC_HIDDEN;
    if (tag == TAG_TABLE)
        p->flags &= ~(unsigned)DOC_CENTERED; /* align places the table, not what is in it */
    else if (tag_is_block(tag) && effects & (EFFECT_CENTER | EFFECT_ASIDE))
        p->flags &= ~(unsigned)DOC_CENTERED;
    if (tag == TAG_CENTER || (tag != TAG_TABLE && tag_is_block(tag) && effects & EFFECT_CENTER))
        p->flags |= DOC_CENTERED;
    if (tag == TAG_B || effects & EFFECT_BOLD)
        p->flags |= DOC_HEADING;
    if (effects & EFFECT_LIGHT)
        p->flags &= ~(unsigned)DOC_HEADING;
    if (is_chrome(p, tag))
        p->flags |= DOC_CHROME;
    if (tag >= TAG_H1 && tag <= TAG_H6)
        p->level = (unsigned)(tag - TAG_H1) + 1;
    doc_build_flags(p->build, p->flags);
    doc_build_level(p->build, p->level);
}

/* In a cell, of a choice the option is shown that is selected, or the first one. */
static void start_choice(struct page *p, enum tag tag, const struct attributes *a)
{
    const struct element *choice = p->depth > 1 ? &p->stack[p->depth - 2] : NULL;
    bool selected = a->value[ATTR_SELECTED].p != NULL;
    if (tag == TAG_SELECT)
        p->chosen = false;
    if (tag != TAG_OPTION || !p->cells)
        return;
    p->shown = selected || !p->chosen;
    if (selected && p->chosen && choice->tag == TAG_SELECT)
        doc_build_flag_since(p->build, choice->mark, DOC_CHROME);
    p->chosen = true;
}

static void start_content(struct page *p, struct element *e, const struct attributes *a)
{
    struct doc_build *b = p->build;
    uint32_t line = line_now(p);
    switch (e->tag) {
    case TAG_TABLE:
        doc_build_table(b, line);
        break;
    case TAG_TR:
        doc_build_row(b);
        break;
    case TAG_TD:
    case TAG_TH:
        doc_build_cell(b, attribute_number(value(a, ATTR_ROWSPAN), 1),
                       attribute_number(value(a, ATTR_COLSPAN), 1), e->tag == TAG_TH, line);
        break;
    case TAG_A:
        e->link = a->value[ATTR_HREF].p != NULL;
        if (e->link)
            doc_build_link(b, str_trim(value(a, ATTR_HREF)), line);
        break;
    case TAG_IMG:
        doc_build_image(b, str_trim(value(a, ATTR_SRC)), str_trim(value(a, ATTR_ALT)), line);
        break;
    case TAG_META:
        add_meta(p, a);
        break;
    case TAG_BASE:
        doc_build_meta(b, STR("base"), str_trim(value(a, ATTR_HREF)), line);
        break;
    case TAG_INPUT:
        if (p->cells)
            add_text(p, attribute_field(a), line);
        break;
    case TAG_FORM:
    case TAG_OPTION:
    case TAG_SELECT:
    case TAG_TEXTAREA:
        e->mark = doc_build_mark(b);
        break;
    case TAG_TITLE:
        p->title_line = p->titled ? p->title_line : line;
        break;
    case TAG_VOID: /* thinned, it is a meta tag already */
        if (str_eq_nocase(str_trim(value(a, ATTR_REL)), "canonical"))
            doc_build_meta(b, STR("canonical"), str_trim(value(a, ATTR_HREF)), line);
        break;
    default:
        break;
    }
}

static void on_start(void *user, const xmlChar *name, const xmlChar **list)
{
    struct page *p = user;
    enum tag tag = tag_find(str_of((const char *)name));
    struct attributes a;
    read_attributes(p, list, &a);
    follow_lines(p);
    p->stack = mem_grow(p->stack, p->depth, &p->cap, sizeof *p->stack);
    struct element *e = &p->stack[p->depth++];
    *e = (struct element){ .tag = tag, .flags = p->flags, .level = p->level };
    count(p, tag, 1);
    if (tag == TAG_ROOT || p->skipped || p->own)
        return;
    if (tag_is_block(tag))
        doc_build_break(p->build);
    start_choice(p, tag, &a);
    set_flags(p, tag, attribute_effects(&a, attribute_style(value(&a, ATTR_STYLE))));
    start_content(p, e, &a);
}

static void end_form(struct page *p, const struct element *e)
{
    struct doc_mark end = doc_build_mark(p->build);
    if (doc_build_since(p->build, e->mark) < SMALL_FORM &&
        end.block - e->mark.block < SMALL_FORM_BLOCKS)
        doc_build_flag_since(p->build, e->mark, DOC_CHROME);
}

/* In a cell, a field with more than a figure in it asks the reader for a word. */
static void end_field(struct page *p, const struct element *e)
{
    enum { FIGURE = 24, CHOICE = 8 };
    if (p->cells && doc_build_since(p->build, e->mark) > (e->tag == TAG_OPTION ? CHOICE : FIGURE))
        doc_build_flag_since(p->build, e->mark, DOC_CHROME);
}

static void end_content(struct page *p, const struct element *e)
{
    if (tag_is_block(e->tag))
        doc_build_break(p->build);
    if (e->link)
        doc_build_end_link(p->build);
    if (e->tag == TAG_TD || e->tag == TAG_TH)
        doc_build_end_cell(p->build);
    else if (e->tag == TAG_TABLE)
        doc_build_end_table(p->build);
    else if (e->tag == TAG_FORM)
        end_form(p, e);
    else if (e->tag == TAG_TEXTAREA || e->tag == TAG_OPTION)
        end_field(p, e);
    else if (e->tag == TAG_TITLE && !p->titled)
        end_title(p);
}

static void on_end(void *user, const xmlChar *name)
{
    struct page *p = user;
    enum tag tag = tag_find(str_of((const char *)name));
    size_t lowest = p->depth > NEAR ? p->depth - NEAR : 0;
    size_t at = p->depth;
    while (at > lowest && p->stack[at - 1].tag != tag)
        at--;
    if (at == lowest)
        return;
    while (p->depth >= at) {
        struct element e = p->stack[--p->depth];
        bool silent = p->skipped > 0 || p->own;
        if (!silent && e.tag != TAG_ROOT)
            end_content(p, &e);
        count(p, e.tag, -1);
        p->flags = e.flags;
        p->level = e.level;
        doc_build_flags(p->build, p->flags);
        doc_build_level(p->build, p->level);
    }
}

static int parse(struct page *p, struct str text)
{
    htmlSAXHandler sax = { .startElement = on_start,
                           .endElement = on_end,
                           .characters = on_text,
                           .ignorableWhitespace = on_text };
    p->parser = htmlCreateMemoryParserCtxt(text.p, (int)text.n);
    if (!p->parser)
        return -1;
    *p->parser->sax = sax;
    p->parser->userData = p;
    htmlCtxtUseOptions(p->parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                      HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC |
                                      XML_PARSE_HUGE | (p->thinned ? HTML_PARSE_NOIMPLIED : 0));
    /* the text is UTF-8 whatever it says, and needs no conversion */
    xmlSwitchEncoding(p->parser, XML_CHAR_ENCODING_UTF8);
    if (!p->parser->input->encoding)
        p->parser->input->encoding = xmlStrdup(BAD_CAST "UTF-8");
    htmlParseDocument(p->parser);
    htmlFreeParserCtxt(p->parser);
    return 0;
}

static uint32_t line_of(struct str page, size_t at, uint32_t first)
{
    return first + count_lines(str_sub(page, 0, at));
}

int html_read(struct doc_build *b, struct str text, uint32_t line, bool thinned, struct error *err)
{
    struct thin thin = { 0 };
    struct page p = { .build = b, .thinned = thinned ? &thin : NULL, .first_line = line };
    int code = 0;
    if (thinned)
        thin_html(&thin, text);
    if (thin.unclosed)
        doc_build_notice(b, DOC_NOTICE_UNCLOSED, (uint32_t)thin.unclosed,
                         line_of(text, thin.unclosed_at, line));
    if (thin.cut)
        doc_build_notice(b, DOC_NOTICE_CUT, (uint32_t)thin.cut, line_of(text, thin.cut_at, line));
    if (parse(&p, thinned ? strbuf_view(&thin.out) : text) != 0)
        code = error_set(err, ERR_INTERNAL, tr("HTML 解析器无法启动", "no HTML parser"));
    else if (!left_out_whole(&thin.texts) || !left_out_whole(&thin.values))
        code =
            error_set(err, ERR_INTERNAL, tr("HTML 解析器丢失了文字", "the HTML parser lost text"));
    free(p.stack);
    strbuf_free(&p.title);
    strbuf_free(&p.high);
    thin_free(&thin);
    return code;
}
