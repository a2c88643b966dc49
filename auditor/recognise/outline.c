/* outline.c - see outline.h. */
#include "recognise/outline.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "recognise/number.h"
#include "recognise/section.h"
#include "text/numeral.h"
#include "text/words.h"

/* A page made to hurt may have millions of numbers: beyond these limits none is looked at. */
enum {
    TITLE_CHARS = 42,
    LINE_CHARS = 60,
    MOST_HEADINGS = 4000,
    MOST_MARKED = 400,
    TITLE_BYTES = 900
};

struct outline {
    struct page *p;
    struct report_heading *all;
    size_t n, cap;
    size_t marked; /* unnumbered lines in bold that were looked at */
    bool bare;     /* lines without any mark are looked at, too */
};

static void add(struct outline *o, struct report_heading h)
{
    o->all = mem_grow(o->all, o->n, &o->cap, sizeof *o->all);
    o->all[o->n++] = h;
}

/* The end of a title that opens a paragraph: before the first full stop, or a colon soon after. */
static size_t title_end(struct str text, size_t from, bool *ends_line)
{
    *ends_line = false;
    size_t far = text.n - from > TITLE_BYTES ? from + TITLE_BYTES : text.n;
    for (size_t i = from; i < far; i++) {
        bool stop = text.p[i] == '\xE3' && str_starts(str_sub(text, i, 3), STR("。"));
        bool mark = text.p[i] == ';' || text.p[i] == '!';
        bool colon =
            text.p[i] == ':' && page_chars(str_sub(text, from, i - from), 100) <= TITLE_CHARS;
        if (stop || mark || colon)
            return i;
    }
    *ends_line = far == text.n;
    while (far < text.n && ((unsigned char)text.p[far] & 0xC0) == 0x80)
        far++;
    return far;
}

/* A bare number: its title stands on the next line. */
static bool take_next_line(const struct page *p, uint32_t block, struct report_heading *h)
{
    uint32_t next = page_next(p, block);
    size_t len;
    enum heading_style style;
    if (next >= p->tail || !page_running(p, next))
        return false;
    struct str text = page_text(p, next);
    if (number_leading(text, &len, &style) || page_chars(text, LINE_CHARS + 1) > LINE_CHARS ||
        str_has(text, "。"))
        return false;
    h->title = page_span(p, next, 0, text.n);
    h->span.len = h->title.at + h->title.len - h->span.at;
    h->last_block = next;
    return true;
}

/* "一、概述 (一)做法 二、公开情况 三、问题": a table of contents in one line. */
static bool is_contents_line(struct str text, size_t len)
{
    enum { ENTRY = 60 };
    unsigned chapters = 1;
    size_t last = 0;
    for (size_t i = len; i < text.n && i < TITLE_BYTES; i++) {
        size_t n;
        bool edge = strchr(", ;", text.p[i - 1]) != NULL;
        if (!edge || number_chapter(str_sub(text, i, text.n), &n) != chapters + 1)
            continue;
        chapters++;
        last = i;
    }
    return chapters >= 3 && page_chars(str_sub(text, 0, last), TITLE_BYTES) < chapters * ENTRY &&
           page_chars(str_sub(text, last, text.n), ENTRY) < ENTRY;
}

/* "总体情况......1" of a table of contents, "结转下年度继续办理 0 0 0" of a lost table. */
static bool is_entry_or_row(struct str text)
{
    static const char *const leaders[] = { "......", "……", "······" };
    size_t digits = 0, figures = 0;
    while (digits < text.n && strchr("0123456789- ", text.p[text.n - 1 - digits]))
        digits++;
    struct str before = str_sub(text, 0, text.n - digits);
    for (size_t i = before.n; i + 1 < text.n; i++)
        figures += text.p[i] == ' ' && text.p[i + 1] != ' ';
    for (size_t i = 0; i < sizeof leaders / sizeof *leaders; i++)
        if (digits > 0 && str_ends(before, str_of(leaders[i])))
            return true;
    return figures >= 3;
}

/* "一、总体情况2024年,我局…。": where the official words of a chapter end that runs into its text without a mark. */
static size_t worded_end(const struct page *p, struct str text, size_t from, size_t end)
{
    struct str title = str_sub(text, from, end - from);
    size_t longest = 0;
    if (outline_is_official(p, title, false))
        return end;
    for (size_t f = 0; f < p->r->forms->n; f++) {
        size_t n = section_leading(p->r->forms->forms[f], title);
        longest = n > longest ? n : longest;
    }
    struct str behind = str_sub(title, longest, title.n);
    enum heading_style style;
    size_t len;
    bool note = str_starts(behind, STR("(")) && !number_leading(behind, &len, &style);
    return longest > 0 && !note ? from + longest : end;
}

static void number_heading(struct outline *o, uint32_t block)
{
    struct page *p = o->p;
    struct str text = page_text(p, block);
    size_t len;
    struct report_heading h = { .block = block, .last_block = block };
    bool ends_line;
    h.number = number_leading(text, &len, &h.style);
    if (h.number == 0 || (h.number == 1 && is_contents_line(text, len)) || is_entry_or_row(text))
        return;
    h.span = page_span(p, block, 0, text.n);
    if (len >= text.n) {
        h.title = page_span(p, block, len, 0);
        h.standalone = true;
        if (take_next_line(p, block, &h))
            outline_join(p, &h);
        add(o, h);
        return;
    }
    size_t end = title_end(text, len, &ends_line);
    size_t chars = page_chars(str_sub(text, len, end - len), 200);
    bool last = ends_line || end + 3 >= text.n; /* a closing mark and nothing behind it */
    h.standalone = last && chars <= (h.style == HEADING_CHAPTER ? LINE_CHARS : TITLE_CHARS) &&
                   (ends_line || h.style == HEADING_CHAPTER || chars <= 20);
    bool sentence = str_ends(text, STR("。")) || str_has(str_sub(text, len, end - len), ",");
    if (!h.standalone || sentence) {
        size_t words = worded_end(p, text, len, end);
        h.standalone = h.standalone && words == end;
        end = words;
    }
    h.span.len = (uint32_t)end;
    h.title = page_span(p, block, len, end - len);
    if (h.standalone && ends_line)
        outline_join(p, &h);
    add(o, h);
}

static size_t char_length(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* An item ends before the next one begins. */
static void cut_at(struct report_heading *h, struct str text, uint32_t next, size_t at)
{
    if (h->span.at + h->span.len <= next)
        return;
    uint32_t mark = at > 0 && strchr(",;:", text.p[at - 1]) ? 1 : 0;
    h->span.len = next - mark - h->span.at;
    h->title.len = next - mark - h->title.at;
}

static void running_headings(struct outline *o, uint32_t block)
{
    struct page *p = o->p;
    struct str text = page_text(p, block);
    size_t before = SIZE_MAX; /* the item that runs up to this one */
    for (size_t at = 0; at < text.n && o->n < MOST_HEADINGS;) {
        size_t len;
        unsigned v = number_running(text, at, &len);
        if (v == 0) {
            at += char_length(text.p[at]);
            continue;
        }
        bool ends_line;
        size_t end = title_end(text, at + len, &ends_line);
        struct report_heading h = {
            .style = HEADING_RUNNING, .number = v, .block = block, .last_block = block
        };
        h.span = page_span(p, block, at, end - at);
        h.title = page_span(p, block, at + len, end - at - len);
        if (before != SIZE_MAX)
            cut_at(&o->all[before], text, h.span.at, at);
        before = o->n;
        add(o, h);
        at += len;
    }
}

/* "一总体情况": a number without its mark, which counts before the very words of an official heading only. */
static unsigned bare_number(struct str text, size_t *len)
{
    *len = 0;
    if (text.n < 9 || ((unsigned char)text.p[0] & 0xF0) != 0xE0)
        return 0;
    unsigned v = numeral_ordinal(str_sub(text, 0, 3));
    *len = v > 0 ? 3 : 0;
    return v;
}

/* "四咨询情况" behind "三依申请公开情况": such a number goes on with those before it, whatever its words are. */
static bool goes_on_bare(const struct outline *o, unsigned number, struct str title)
{
    enum { LONGEST = 20 };
    size_t i = o->n;
    while (i > 0 && o->all[i - 1].style != HEADING_CHAPTER)
        i--;
    if (i == 0 || o->all[i - 1].number + 1 != number)
        return false;
    const struct report_heading *last = &o->all[i - 1];
    bool counts =
        words_starts(title, "年 季 月 个 项 条 大 级 类 种 次 位 名 届 方 是 中 农 区 县 镇 乡");
    return last->title.at == last->span.at + 3 && page_chars(title, LONGEST + 1) <= LONGEST &&
           !outline_has_marks(title) && !counts;
}

static bool in_lead(uint32_t c)
{
    static const char *const han[] = { "第", "章", "节", "篇", "丶", "壹", "贰", "叁", "肆",
                                       "伍", "陆", "柒", "捌", "玖", "拾", "一", "二", "三",
                                       "四", "五", "六", "七", "八", "九", "十" };
    if (c < 0x4E00) /* letters, digits, marks, symbols */
        return c < 0x80 || (c >= 0x2000 && c <= 0x303F);
    for (size_t i = 0; i < sizeof han / sizeof *han; i++) {
        size_t at = 0;
        if (c == str_next(str_of(han[i]), &at))
            return true;
    }
    return c >= 0xE000 && c <= 0xF8FF; /* bullets of fonts with symbols */
}

/* "I. ", "1 ", "壹、", "★ ", "第一节 ": numbers and marks in ways that no style has, which count before those very
 * words, too. */
static size_t odd_lead(struct str text)
{
    enum { LONGEST = 6 };
    size_t end = 0, i = 0;
    for (size_t chars = 0; i < text.n && chars <= LONGEST; chars++) {
        end = i;
        if (!in_lead(str_next(text, &i)))
            return end;
    }
    return 0;
}

bool outline_is_official(const struct page *p, struct str title, bool any)
{
    enum heading_match match;
    for (size_t f = 0; f < p->r->forms->n; f++) {
        const struct form *form = p->r->forms->forms[f];
        if (any ? section_classify(form, title, &match) : section_worded(form, title, &match))
            return true;
    }
    return false;
}

/* A line with the words of an official heading and no number, or one without its mark. */
static void plain_heading(struct outline *o, uint32_t block)
{
    struct page *p = o->p;
    struct str text = page_text(p, block);
    enum { SHORTEST = 2, LONGEST = 32 };
    size_t chars = page_chars(text, LONGEST + 1), lead;
    if (chars < SHORTEST || chars > LONGEST || str_has(text, "。") || str_ends(text, STR(";")) ||
        (o->n > 0 && block <= o->all[o->n - 1].last_block))
        return;
    struct report_heading h = {
        .style = HEADING_PLAIN, .block = block, .last_block = block, .standalone = true
    };
    h.span = h.title = page_span(p, block, 0, text.n);
    unsigned number = bare_number(text, &lead);
    bool marked = outline_is_marked(p, block) || (o->bare && outline_is_bare(p, block));
    marked = marked && o->marked++ < MOST_MARKED;
    struct str title = str_sub(text, lead, text.n);
    if (number > 0 && (outline_is_official(p, title, false) || goes_on_bare(o, number, title))) {
        h.style = HEADING_CHAPTER;
        h.number = number;
        h.title = page_span(p, block, lead, text.n - lead);
    } else if ((lead = odd_lead(text)) > 0 &&
               outline_is_official(p, str_sub(text, lead, text.n), false)) {
        h.title = page_span(p, block, lead, text.n - lead);
    } else if (!outline_is_official(p, text, marked) && !outline_join(p, &h)) {
        return;
    }
    add(o, h);
}

static bool has_text_between(const struct outline *o, const struct report_heading *a,
                             const struct report_heading *b)
{
    for (uint32_t k = a->last_block + 1; k < b->block; k++)
        if (o->p->doc->blocks[k].text_len > 0)
            return true;
    return !a->standalone;
}

/* Drops a table of contents: three chapters or more in a row without text, behind which the first
 * chapter comes again. */
static void drop_contents(struct outline *o)
{
    size_t run = 0, i = 0;
    while (i < o->n && o->all[i].style != HEADING_CHAPTER && o->all[i].style != HEADING_PLAIN)
        i++;
    size_t first = i, chapters = 0;
    for (; i < o->n; i++) {
        if (i > first && has_text_between(o, &o->all[i - 1], &o->all[i]))
            break;
        if (i > first && o->all[i].style == o->all[first].style &&
            o->all[i].number == o->all[first].number && o->all[i].number > 0)
            break;
        chapters += o->all[i].style == o->all[first].style;
        run = i + 1;
    }
    if (chapters < 3 || i >= o->n)
        return;
    for (size_t k = i; k < o->n; k++) {
        if (o->all[k].style != o->all[first].style || o->all[k].number != o->all[first].number)
            continue;
        struct str a = span_text(o->p->r, o->all[first].title),
                   b = span_text(o->p->r, o->all[k].title);
        if (o->all[k].number == 0 && !str_eq(a, b))
            continue;
        memmove(o->all + first, o->all + run, (o->n - run) * sizeof *o->all);
        o->n -= run - first;
        return;
    }
}

/* A line between two tables that the table before it has taken in. */
static bool is_swallowed(const struct page *p, uint32_t block)
{
    struct str text = page_text(p, block);
    enum heading_match match;
    size_t len;
    if (p->roles[block] != ROLE_BODY || page_in_grid(p, block) || text.n > 200 ||
        !number_chapter(text, &len))
        return false;
    struct str title = str_sub(text, len, text.n);
    for (size_t f = 0; f < p->r->forms->n; f++)
        if (section_worded(p->r->forms->forms[f], title, &match))
            return true;
    return false;
}

static void collect(struct outline *o)
{
    struct page *p = o->p;
    for (uint32_t b = p->body; b < p->tail && o->n < MOST_HEADINGS; b++) {
        if (page_running(p, b) ? page_in_grid(p, b) : !is_swallowed(p, b))
            continue;
        size_t before = o->n;
        number_heading(o, b);
        if (o->n == before && str_starts(page_text(p, b), STR("第")))
            plain_heading(o, b); /* "第一、总体情况" */
        if ((p->hits[b] & HIT_RUNNING) &&
            (o->n == before || o->all[o->n - 1].style != HEADING_PLAIN))
            running_headings(o, b);
        if (o->n == before)
            plain_heading(o, b);
    }
    drop_contents(o);
}

/* Which official sections it has headings of, in the order of the form; 0 when they stand in another. */
static unsigned count_sections(const struct outline *o, const struct form *form)
{
    unsigned count = 0, last = 0;
    for (size_t i = 0; i < o->n; i++) {
        const struct report_heading *h = &o->all[i];
        enum heading_match match;
        bool top = h->style == HEADING_CHAPTER || h->style == HEADING_PLAIN;
        const struct form_section *s =
            top && h->standalone ? section_classify(form, heading_title(o->p->r, h), &match) : NULL;
        if (!s || s->order == 0 || s->order == last)
            continue;
        if (s->order < last)
            return 0;
        last = s->order;
        count++;
    }
    return count;
}

static bool has_tables(const struct page *p)
{
    for (uint32_t b = p->body; b < p->tail; b++)
        if (report_in_table(p->r, b))
            return true;
    return false;
}

/* Headings without number, bold face or place of their own: they must be most of the official ones, in their order. */
static void look_for_bare(struct outline *o)
{
    enum { FEW = 2, MOST = 4 };
    const struct form_set *forms = o->p->r->forms;
    const struct form *form = forms->n > 0 ? forms->forms[forms->n - 1] : NULL;
    size_t chapters = 0;
    for (size_t i = 0; i < o->n; i++)
        chapters += o->all[i].style == HEADING_CHAPTER;
    if (!form || chapters > FEW || count_sections(o, form) > FEW || !has_tables(o->p))
        return;
    struct outline bare = { .p = o->p, .bare = true };
    collect(&bare);
    bool found = count_sections(&bare, form) >= MOST;
    free(found ? o->all : bare.all);
    if (found)
        *o = bare;
}

void outline_find(struct page *p)
{
    struct outline o = { .p = p };
    collect(&o);
    look_for_bare(&o);
    p->r->heading_count = o.n;
    p->r->headings = page_keep(p, o.all, o.n, sizeof *o.all);
}
