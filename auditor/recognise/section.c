/* section.c - see section.h. */
#include "recognise/section.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { MOST_FREE = 8 * 3 }; /* bytes that alike titles may differ by */

/* Characters whose presence changes nothing: separators, 的, brackets, quotation marks. */
static bool is_free(uint32_t c)
{
    switch (c) {
    case ' ':
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case '[':
    case ']':
    case '/':
    case '.':
    case 0xB7:
    case 0x201C:
    case 0x201D:
    case 0x3001:
    case 0x3002: /* “ ” 、 。 */
    case 0x300A:
    case 0x300B:
    case 0x300C:
    case 0x300D:
    case 0x3010:
    case 0x3011: /* 《 》 「 」 【 】 */
    case 0x548C:
    case 0x53CA:
    case 0x4E0E:
    case 0x4EE5:
    case 0x7684: /* 和 及 与 以 的 */
        return true;
    default:
        return false;
    }
}

static uint32_t next_counting(struct str s, size_t *i)
{
    while (*i < s.n) {
        uint32_t c = str_next(s, i);
        if (!is_free(c))
            return c;
    }
    return 0;
}

bool section_alike(struct str a, struct str b)
{
    size_t i = 0, k = 0;
    if (a.n > b.n + MOST_FREE || b.n > a.n + MOST_FREE)
        return false;
    for (;;) {
        uint32_t x = next_counting(a, &i), y = next_counting(b, &k);
        if (x != y)
            return false;
        if (x == 0)
            return true;
    }
}

/* How many bytes of the title are the text, apart from what is free; 0 when it does not begin with it. */
static size_t begins_with(struct str title, struct str text)
{
    size_t i = 0, k = 0;
    uint32_t c;
    while ((c = next_counting(text, &k)) != 0)
        if (c != next_counting(title, &i))
            return 0;
    return i;
}

static struct str trim_title(struct str title)
{
    for (;;) {
        if (title.n > 0 && strchr(":;.,", title.p[title.n - 1]))
            title.n--;
        else if (str_ends(title, STR("。")) || str_ends(title, STR("、")))
            title.n -= 3;
        else
            return title;
    }
}

static bool wording(const struct form_section *s, struct str title, enum heading_match *match)
{
    bool alike = section_alike(s->title, title);
    bool same = alike && str_eq(s->title, title);
    for (size_t i = 0; i < s->title_count && !same; i++) {
        if (!section_alike(s->titles[i], title))
            continue;
        alike = true;
        same = str_eq(s->titles[i], title);
    }
    *match = same ? MATCH_OFFICIAL : MATCH_VARIANT;
    return alike;
}

bool section_opens(const struct form *form, struct str text)
{
    for (size_t i = 0; form && i < form->section_count; i++) {
        const struct form_section *s = &form->sections[i];
        bool opens = begins_with(s->title, text) > 0;
        for (size_t k = 0; k < s->title_count && !opens; k++)
            opens = begins_with(s->titles[k], text) > 0;
        if (opens)
            return true;
    }
    return false;
}

size_t section_leading(const struct form *form, struct str text)
{
    size_t longest = 0;
    for (size_t i = 0; form && i < form->section_count; i++) {
        const struct form_section *s = &form->sections[i];
        for (size_t k = 0; k <= s->title_count; k++) {
            size_t n = begins_with(text, k < s->title_count ? s->titles[k] : s->title);
            longest = n > longest ? n : longest;
        }
    }
    return longest;
}

const struct form_section *section_worded(const struct form *form, struct str title,
                                          enum heading_match *match)
{
    title = trim_title(title);
    for (size_t i = 0; form && i < form->section_count; i++)
        if (wording(&form->sections[i], title, match))
            return &form->sections[i];
    return NULL;
}

const struct form_section *section_classify(const struct form *form, struct str title,
                                            enum heading_match *match)
{
    const struct form_section *worded = section_worded(form, title, match);
    if (worded || !form)
        return worded;
    title = trim_title(title);
    *match = MATCH_CLASS;
    for (size_t i = 0; i < form->section_count; i++) {
        struct pattern_match m;
        bool found = false;
        if (form->sections[i].klass && title.n > 0 &&
            pattern_find(form->sections[i].klass, title, 0, &found, &m, NULL) == 0 && found)
            return &form->sections[i];
    }
    return NULL;
}

struct outline_class {
    const struct form_section *official;
    enum heading_match match;
};

static size_t section_index(const struct report *r, const struct form_section *s)
{
    return (size_t)(s - r->form->sections);
}

/* The style in which the chapters of this report are numbered. */
static enum heading_style top_style(const struct report *r, const struct outline_class *classes)
{
    unsigned distinct[HEADING_RUNNING + 1] = { 0 }, count[HEADING_RUNNING + 1] = { 0 };
    uint64_t seen[HEADING_RUNNING + 1] = { 0 };
    for (size_t i = 0; i < r->heading_count; i++) {
        enum heading_style style = r->headings[i].style;
        count[style]++;
        if (!classes[i].official)
            continue;
        uint64_t bit = (uint64_t)1 << (section_index(r, classes[i].official) & 63);
        distinct[style] += !(seen[style] & bit);
        seen[style] |= bit;
    }
    static const enum heading_style order[] = { HEADING_CHAPTER, HEADING_PLAIN, HEADING_BRACKET,
                                                HEADING_ARABIC, HEADING_ARABIC_BRACKET };
    enum heading_style best = HEADING_CHAPTER;
    for (size_t i = 1; i < sizeof order / sizeof *order; i++)
        if (distinct[order[i]] > distinct[best])
            best = order[i];
    /* What is cut off behind its first chapter has more classes among that chapter's parts. */
    bool within = best != HEADING_CHAPTER && best != HEADING_PLAIN;
    bool chapters = (count[HEADING_CHAPTER] >= 3 || within) && distinct[HEADING_CHAPTER] >= 1;
    return chapters && distinct[best] < distinct[HEADING_CHAPTER] + 3 ? HEADING_CHAPTER : best;
}

static bool worded(const struct outline_class *c)
{
    return c->official && c->match != MATCH_CLASS;
}

/* Where the chapters go on behind heading i: its number and section are the next ones, in the words of the form or,
 * where nothing is, in others. 0 when nowhere. */
static size_t next_chapter(const struct report *r, const struct outline_class *classes, size_t i)
{
    const struct report_heading *h = &r->headings[i];
    size_t alike = 0;
    for (size_t k = i + 1; k < r->heading_count; k++) {
        if (r->headings[k].style != h->style || r->headings[k].number != h->number + 1 ||
            !classes[k].official)
            continue;
        if (worded(&classes[k]))
            return k;
        if (alike == 0 && classes[k].official->order == classes[i].official->order + 1)
            alike = k;
    }
    return alike;
}

/* Whether a list that stands from `from` to `to` holds a section that is nowhere else at its level. */
static bool holds_only(const struct report *r, const struct outline_class *classes, size_t from,
                       size_t to)
{
    enum heading_style style = r->headings[from].style;
    for (size_t i = from; i < to; i++) {
        bool elsewhere = !classes[i].official || r->headings[i].style != style;
        for (size_t k = 0; k < r->heading_count && !elsewhere; k++)
            elsewhere = (k < from || k >= to) && r->headings[k].style == style &&
                        classes[k].official == classes[i].official;
        if (!elsewhere || (r->headings[i].style == style && worded(&classes[i])))
            return true;
    }
    return false;
}

/* "一、总体情况", in it "一、…" "二、…" once more, then "二、主动公开政府信息情况": the list within is none of chapters. */
static void mark_nested(struct report *r, const struct outline_class *classes,
                        enum heading_style top)
{
    for (size_t i = 0; i < r->heading_count; i++) {
        struct report_heading *h = r->headings;
        size_t first = i + 1;
        if (h[i].style != top || h[i].number == 0 || !classes[i].official)
            continue;
        while (first < r->heading_count && h[first].style != top)
            first++;
        if (first == r->heading_count || h[first].number != 1)
            continue;
        size_t end = next_chapter(r, classes, i);
        if (end <= first || holds_only(r, classes, first, end))
            continue;
        for (size_t k = first; k < end; k++)
            h[k].nested = h[k].style == top;
        i = end - 1;
    }
}

static bool is_taken(const struct report *r, const struct outline_class *classes,
                     enum heading_style top, const struct form_section *official)
{
    for (size_t i = 0; i < r->heading_count; i++)
        if (r->headings[i].style == top && classes[i].official == official)
            return true;
    return false;
}

/* "（五）" between 四、 and 六、: a chapter whose number is written like those of the parts. Behind
 * a part with the number before it, it is the next part. */
static bool is_misnumbered(const struct report *r, size_t i, unsigned last)
{
    const struct report_heading *h = &r->headings[i];
    if (!h->standalone || h->style == HEADING_RUNNING || last == UINT_MAX || h->number != last + 1)
        return false;
    for (size_t k = i; k-- > 0 && r->headings[k].style != HEADING_CHAPTER;)
        if (r->headings[k].style == h->style && r->headings[k].number + 1 == h->number)
            return false;
    return true;
}

/* Whether heading i begins a section. `last` is the number of the chapter before, UINT_MAX behind a
 * list of chapters that began anew; `seen` has a bit for every class met. */
static bool begins(const struct page *p, const struct outline_class *classes,
                   enum heading_style top, size_t i, unsigned last, uint64_t seen)
{
    enum { LONGEST = 40 };
    const struct report *r = p->r;
    const struct report_heading *h = &r->headings[i];
    const struct outline_class *c = &classes[i];
    if (h->nested)
        return false;
    if (h->style != top)
        return c->official && c->match != MATCH_CLASS && !is_taken(r, classes, top, c->official) &&
               (h->style == HEADING_PLAIN || is_misnumbered(r, i, last));
    bool met = c->official && (seen >> (section_index(r, c->official) & 63) & 1);
    if (c->official && !(met && h->style == HEADING_CHAPTER && h->number < last))
        return h->standalone || page_chars(heading_title(r, h), LONGEST + 1) <= LONGEST;
    if (h->style != HEADING_CHAPTER || h->number <= last)
        return false; /* a list inside a section */
    return h->standalone || page_chars(heading_title(r, h), LONGEST + 1) <= LONGEST;
}

uint32_t section_chars(const struct page *p, const struct report_section *s)
{
    const struct report *r = p->r;
    uint32_t chars = 0;
    size_t h = s->heading + 1;
    for (uint32_t b = s->first_block; b < s->end_block; b++) {
        struct str text = page_text(p, b);
        if (!page_running(p, b))
            continue;
        while (h < r->heading_count && r->headings[h].last_block < b)
            h++;
        bool line = h < r->heading_count && r->headings[h].standalone && r->headings[h].block <= b;
        if (b == r->headings[s->heading].block)
            text = str_sub(text, r->headings[s->heading].span.len, text.n);
        if (!line)
            chars += (uint32_t)str_chars(text);
    }
    return chars;
}

static struct outline_class *classify_all(struct page *p)
{
    enum { LONGEST = 240 };
    struct report *r = p->r;
    struct outline_class *classes = arena_alloc(r->arena, (r->heading_count + 1) * sizeof *classes);
    unsigned chapters = 0;
    for (size_t i = 0; i < r->heading_count; i++)
        chapters += r->headings[i].style == HEADING_CHAPTER;
    for (size_t i = 0; i < r->heading_count; i++) {
        const struct report_heading *h = &r->headings[i];
        bool low = h->style != HEADING_CHAPTER && h->style != HEADING_PLAIN;
        if (h->style == HEADING_RUNNING || h->title.len > LONGEST)
            continue;
        if (low && chapters >= 3)
            classes[i].official = section_worded(r->form, heading_title(r, h), &classes[i].match);
        else
            classes[i].official = section_classify(r->form, heading_title(r, h), &classes[i].match);
    }
    return classes;
}

void sections_find(struct page *p)
{
    struct report *r = p->r;
    if (!r->form || r->heading_count == 0)
        return;
    struct outline_class *classes = classify_all(p);
    enum heading_style top = top_style(r, classes);
    mark_nested(r, classes, top);
    struct report_section *all = NULL;
    size_t n = 0, cap = 0;
    unsigned last = 0;
    uint64_t seen = 0;
    for (size_t i = 0; i < r->heading_count; i++) {
        const struct report_heading *h = &r->headings[i];
        if (!begins(p, classes, top, i, last, seen)) {
            if (h->style == top && top == HEADING_CHAPTER && h->number == 1 && n > 1)
                last = UINT_MAX;
            continue;
        }
        if (h->number > 0)
            last = h->number;
        if (classes[i].official)
            seen |= (uint64_t)1 << (section_index(r, classes[i].official) & 63);
        all = mem_grow(all, n, &cap, sizeof *all);
        struct report_section *s = &all[n++];
        *s = (struct report_section){ .heading = i, .match = classes[i].match };
        s->official = classes[i].official;
        if (s->official && str_eq_c(s->official->key, "extra"))
            s->official = NULL;
        s->key = s->official ? s->official->key : STR("extra");
        s->first_block = h->standalone ? h->last_block + 1 : h->block;
        s->end_block = p->tail;
        if (n > 1)
            all[n - 2].end_block = h->block;
    }
    r->section_count = n;
    r->sections = page_keep(p, all, n, sizeof *all);
    for (size_t i = 0; i < n; i++)
        r->sections[i].text_chars = section_chars(p, &r->sections[i]);
}
