/* kind.c - see kind.h. */
#include "recognise/kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/version.h"
#include "recognise/agency.h"
#include "recognise/rx.h"
#include "recognise/section.h"
#include "recognise/several.h"

struct marks {
    struct page *p;
    struct report_mark *all;
    size_t n, cap;
};

static void mark(struct marks *m, const char *code, struct span span)
{
    for (size_t i = 0; i < m->n; i++)
        if (strcmp(m->all[i].code, code) == 0)
            return;
    m->all = mem_grow(m->all, m->n, &m->cap, sizeof *m->all);
    m->all[m->n++] = (struct report_mark){ code, span };
}

static bool marked(const struct marks *m, const char *code)
{
    for (size_t i = 0; i < m->n; i++)
        if (strcmp(m->all[i].code, code) == 0)
            return true;
    return false;
}

/* Digits that are no number of a label: "1.属于国家秘密" has none, "2.02" has. */
static bool has_figure(struct str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            continue;
        while (i < text.n && text.p[i] >= '0' && text.p[i] <= '9')
            i++;
        bool digit = i + 1 < text.n && text.p[i + 1] >= '0' && text.p[i + 1] <= '9';
        bool label = i < text.n && ((text.p[i] == '.' && !digit) ||
                                    str_starts(str_sub(text, i, text.n), STR("、")));
        if (!label)
            return true;
    }
    return false;
}

/* A form that nobody has filled in: the official tables are there, and no figure in them; or neither they nor running text. */
static bool is_unfilled(const struct page *p, bool unnamed)
{
    bool tables = false, prose = false;
    for (uint32_t b = 0; b < p->blocks; b++) {
        if (!report_in_table(p->r, b)) {
            prose |= page_prose(p, b);
            continue;
        }
        if (has_figure(page_text(p, b)))
            return false;
        tables = true;
    }
    return tables || (unnamed && !prose && p->r->heading_count > 0);
}

/* "某局2024年…", "…年度报告格式": the title of a form to be filled in, not of a report. */
static bool is_template(const struct page *p, bool named)
{
    struct str title = p->title;
    bool template = rx_has(RX_TEMPLATE_TITLE, title), unnamed = rx_has(RX_NOBODY, title);
    bool nobody = str_has(title, "××") || str_has(title, "XX") || str_has(title, "某");
    bool blank = named && p->r->title_year == 0 && rx_has(RX_BLANK_YEAR, title) && unnamed;
    if (blank || (template && (p->r->title_year == 0 || nobody)))
        return true;
    return (template || unnamed) &&
           is_unfilled(p, unnamed); /* the year is often filled in beforehand */
}

/* What the title says outright. */
static void marks_of_title(struct marks *m)
{
    const struct page *p = m->p;
    struct str title = p->title;
    struct span at = p->r->title_span;
    struct pattern_match name, other;
    bool named = rx_find(RX_REPORT_NAME, title, 0, &name);
    if (rx_has(RX_COLLECTION_TITLE, title))
        mark(m, "collection-title", at);
    if (rx_find(RX_OTHER_TITLE, title, 0, &other)) {
        if (other.count > 1 && other.from[1] != SIZE_MAX)
            mark(m, "half-year", at);
        else if (!named && other.count > 2 && other.from[2] != SIZE_MAX)
            mark(m, "rule-of-law", at);
        else if (!named && other.count > 3 && other.from[3] != SIZE_MAX)
            mark(m, "website-report", at);
    }
    if (is_template(p, named))
        mark(m, "template-title", at);
    if (!named) {
        if (title.n > 0 && rx_has(RX_NOTICE_TITLE, title))
            mark(m, "other-title", at);
        return;
    }
    static const char *const heads[] = { "召开", "举办", "举行", "部署", "一图", "图解",
                                         "读懂", "发布", "公布", "解读", "试论", "试析",
                                         "浅谈", "浅析", "浅议", "刍议" };
    struct str before = str_sub(title, 0, name.from[0]);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (str_has(before, heads[i]))
            mark(m, "news-title", at);
    static const char *const reports[] = { "自查", "整改", "考核", "评估",  "测评",
                                           "调研", "督查", "自评", "第三方" };
    struct str middle = str_sub(title, name.from[0], name.to[0] - name.from[0]);
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
        if (str_has(middle, reports[i]))
            mark(m, "other-title", at);
    struct str tail = str_sub(title, name.to[0], title.n);
    if (!rx_has(RX_PLAIN_TITLE_TAIL, tail) &&
        (rx_has(RX_NEWS_TITLE, tail) || rx_has(RX_NOTICE_TITLE, tail)))
        mark(m, rx_has(RX_NOTICE_TITLE, tail) ? "notice-title" : "news-title", at);
    if (rx_has(RX_STUDY_TITLE, tail))
        mark(m, "study-title", at);
    if (rx_has(RX_ORDER_TITLE, title))
        mark(m, "order-title", at);
}

/* Whether the text begins with the first official chapter, in the official words. */
static bool first_is_overview(const struct report *r)
{
    const struct report_heading *h = r->headings;
    enum heading_match match;
    if (r->heading_count == 0 || h->style != HEADING_CHAPTER || h->number != 1)
        return false;
    for (size_t f = 0; f < r->forms->n; f++) {
        const struct form_section *s =
            section_worded(r->forms->forms[f], heading_title(r, h), &match);
        if (s && str_eq_c(s->key, "overview"))
            return true;
    }
    return false;
}

/*
 * A text whose title is lost says in its opening that it is a report, on what and of which year.
 * Below a title that names a report and neither agency nor year, matter and year are enough.
 */
static bool opening_speaks(const struct page *p, bool named)
{
    enum { BLOCKS = 6 };
    bool report = named || first_is_overview(p->r), matter = false, year = p->r->period.found;
    int seen = 0;
    for (uint32_t b = p->body; b < p->tail && seen < BLOCKS; b++) {
        if (!page_running(p, b) || several_entry(p, b))
            continue; /* a link speaks of another page */
        struct str text = page_text(p, b);
        seen++;
        if (rx_has(RX_ORDER_TEXT, text))
            return false;
        report |= rx_has(RX_OPENING_REPORT, text);
        matter |= str_has(text, "信息公开条例") || str_has(text, "政府信息公开工作") ||
                  (named && str_has(text, "公开"));
        year |= (p->hits[b] & HIT_YEAR) && rx_has(RX_YEAR, text);
    }
    return report && matter && year;
}

/* A site of model texts introduces what it has collected. */
static void marks_of_lead(struct marks *m)
{
    enum { LINES = 5 };
    const struct page *p = m->p;
    int lines = 0;
    for (uint32_t b = 0; b < p->blocks && lines < LINES && p->title.n == 0; b++) {
        struct str text = page_text(p, b);
        if (text.n == 0 || !page_usable(p, b))
            continue;
        lines++;
        if (rx_has(RX_COLLECTION_LEAD, text))
            mark(m, "collection-title", page_span(p, b, 0, text.n));
    }
}

static void marks_of_text(struct marks *m)
{
    const struct page *p = m->p;
    unsigned heads = 0, paper = 0, lines = 0;
    for (uint32_t b = p->body; b < p->tail; b++) {
        struct str text = page_text(p, b);
        if (!page_running(p, b))
            continue;
        lines++;
        if (!(p->hits[b] & (HIT_MARK | HIT_BLANK)))
            continue;
        struct span at = page_span(p, b, 0, text.n);
        if (text.n < 180 && rx_has(RX_COLLECTION_HEAD, text) && ++heads == 2)
            mark(m, "model-heads", at);
        if (rx_has(RX_PAPER_TEXT, text) && !str_starts(text, STR("关键词:索引"))) {
            mark(m, str_has(text, "参考文献") ? "references" : "abstract", at);
            paper++;
        }
        if (lines <= 2 && rx_has(RX_NEWS_TEXT, text))
            mark(m, "news-lead", at);
        if (str_has(text, "仅展示"))
            mark(m, "preview", at);
        if (lines <= 3 && rx_has(RX_BLANK_YEAR, text))
            mark(m, "blank-year", at);
        if (lines <= 3 && (str_has(text, "单位名称") || str_has(text, "机关名称")))
            mark(m, "blank-name", at);
    }
}

/* Chapters that begin anew: each with a second one behind its first. */
static void marks_of_outline(struct marks *m)
{
    const struct report *r = m->p->r;
    unsigned chains = 0;
    bool open = false;
    for (size_t i = 0; i < r->heading_count; i++) {
        const struct report_heading *h = &r->headings[i];
        if (h->style != HEADING_CHAPTER)
            continue;
        if (h->number == 1)
            open = true;
        else if (h->number == 2 && open) {
            open = false;
            if (++chains == 3)
                mark(m, "several-outlines", h->span);
        }
    }
}

/* How many official sections of a form stand among the headings; chapters alone, or all. */
static unsigned count_of_form(const struct report *r, const struct form *form, bool all)
{
    enum { LONGEST = 150, MOST = 300 };
    uint64_t seen = 0;
    unsigned n = 0;
    for (size_t i = 0; i < r->heading_count && i < MOST; i++) {
        const struct report_heading *h = &r->headings[i];
        bool high = h->style == HEADING_CHAPTER || h->style == HEADING_PLAIN;
        enum heading_match match;
        if (h->style == HEADING_RUNNING || h->title.len > LONGEST || (!all && !high))
            continue;
        const struct form_section *s = section_classify(form, heading_title(r, h), &match);
        uint64_t bit = s ? (uint64_t)1 << ((size_t)(s - form->sections) & 63) : 0;
        n += bit != 0 && !(seen & bit);
        seen |= bit;
    }
    return n;
}

/* The most that one of the forms finds; looks at lower headings only when chapters do not do. */
static unsigned count_classes(const struct page *p, unsigned enough)
{
    const struct report *r = p->r;
    unsigned best = 0;
    for (int all = 0; all < 2 && best < enough; all++) {
        for (size_t f = r->forms->n; f-- > 0 && best < enough;) {
            unsigned n = count_of_form(r, r->forms->forms[f], all);
            best = n > best ? n : best;
        }
    }
    return best;
}

/* Two official sections, one of them in words that no other kind of text has. */
static bool has_official_pair(const struct page *p)
{
    const struct report *r = p->r;
    enum { PAIR = 2, LONGEST = 150 };
    bool unmistakable = false;
    for (size_t i = 0; i < r->heading_count && i < 100 && !unmistakable; i++) {
        const struct report_heading *h = &r->headings[i];
        enum heading_match match;
        for (size_t f = 0; f < r->forms->n && h->title.len <= LONGEST; f++) {
            const struct form_section *s =
                section_worded(r->forms->forms[f], heading_title(r, h), &match);
            unmistakable |= s && h->style == HEADING_CHAPTER &&
                            (str_eq_c(s->key, "requests") || str_eq_c(s->key, "disputes"));
        }
    }
    return unmistakable && count_classes(p, PAIR) >= PAIR;
}

/* "第一条 …", "第二条 …": a regulation, whatever it names. */
static bool has_articles(const struct page *p)
{
    bool first = false;
    for (uint32_t b = p->body; b < p->tail; b++) {
        struct str text = page_text(p, b);
        if (page_running(p, b) && first && str_starts(text, STR("第二条")))
            return true;
        first |= page_running(p, b) && str_starts(text, STR("第一条"));
    }
    return false;
}

static bool has_tables(const struct page *p)
{
    for (uint32_t b = p->body; b < p->r->end_block; b++)
        if (report_in_table(p->r, b))
            return true;
    return false;
}

/* "本报讯（记者 …）" opens the article. */
static bool has_reporter(const struct page *p)
{
    enum { BLOCKS = 3 };
    for (uint32_t b = p->body, n = 0; b < p->tail && n < BLOCKS; b++) {
        struct str text = page_text(p, b);
        n += text.n > 0;
        if (rx_has(RX_NEWS_TEXT, text) && !str_starts(text, STR("近日")) &&
            !str_starts(text, STR("日前")))
            return true;
    }
    return false;
}

static void marks_of_several(struct marks *m)
{
    const struct page *p = m->p;
    uint32_t list = several_list(p), second = several_reports(p);
    if (list == p->blocks)
        list = several_found(p);
    if (list < p->blocks)
        mark(m, "list", page_span(p, list, 0, p->doc->blocks[list].text_len));
    if (second < p->blocks)
        mark(m, "several-reports", page_span(p, second, 0, p->doc->blocks[second].text_len));
}

/* A title such as "政府信息公开年报": the name of a column of a site as well as that of a report. */
static bool is_bare(const struct page *p, bool named)
{
    return named && p->r->title_year == 0 && agency_of_title(p->title).n == 0;
}

static enum report_kind judge(const struct marks *m)
{
    enum { MANY = 3 };
    const struct page *p = m->p;
    bool named = rx_has(RX_REPORT_NAME, p->title), bare = is_bare(p, named);
    if (marked(m, "collection-title"))
        return REPORT_COLLECTION;
    if (marked(m, "half-year") || marked(m, "rule-of-law") || marked(m, "website-report") ||
        marked(m, "template-title"))
        return REPORT_OTHER;
    if (marked(m, "model-heads") && (marked(m, "several-outlines") || marked(m, "preview")))
        return REPORT_COLLECTION;
    if (marked(m, "blank-year") && marked(m, "blank-name") && p->r->title_year == 0)
        return REPORT_OTHER;
    if (marked(m, "order-title"))
        return REPORT_OTHER;
    if (marked(m, "several-reports"))
        return REPORT_COLLECTION;
    bool tables = has_tables(p);
    if (!tables && marked(m, "list"))
        return REPORT_OTHER;
    if (!tables && !named && marked(m, "other-title") && !has_official_pair(p))
        return REPORT_OTHER; /* guides and plans treat the same matters */
    if (!tables && (marked(m, "notice-title") || marked(m, "other-title")) && has_articles(p))
        return REPORT_OTHER;
    if (!tables && (bare || !named) && marked(m, "abstract") && marked(m, "references"))
        return REPORT_OTHER;
    if (!tables && marked(m, "study-title") && !has_official_pair(p))
        return REPORT_OTHER; /* treats the same matters in chapters of its own */
    if (tables || count_classes(p, MANY) >= MANY)
        return REPORT_ANNUAL;
    if (marked(m, "news-lead") && !p->r->period.found &&
        ((p->r->title_year == 0 && !opening_speaks(p, false)) || has_reporter(p)))
        return REPORT_OTHER; /* what names a report above is the column it stands in, or a headline */
    if (marked(m, "news-title") || marked(m, "notice-title") || marked(m, "other-title"))
        return REPORT_OTHER;
    if (marked(m, "abstract") && marked(m, "references"))
        return REPORT_OTHER;
    if (!named && !opening_speaks(p, false) && !(p->title.n == 0 && has_official_pair(p)))
        return REPORT_OTHER;
    if (bare && !opening_speaks(p, true) && !has_official_pair(p))
        return REPORT_OTHER;
    return REPORT_ANNUAL;
}

/* A report on a report, or a ranking, that this program wrote: it quotes titles, headings and tables. What is left of it
 * on paper is the line at its end, as all layouts of reports/ write it. */
static bool own_page(const struct page *p)
{
    enum { LAST = 100 }; /* what stood at the edges of the paper comes last */
    if (p->doc->format == DOC_HTML)
        return str_eq_c(doc_meta(p->doc, "generator", NULL), AUDITOR_GENERATOR);
    for (uint32_t b = p->blocks, n = 0; b-- > 0 && n < LAST;) {
        struct str text = page_text(p, b);
        n += text.n > 0;
        if (str_has(text, "审核程序Auditor ") || str_has(text, "rules digest"))
            return true;
    }
    return false;
}

void kind_decide(struct page *p)
{
    struct marks m = { p, NULL, 0, 0 };
    if (own_page(p)) {
        p->r->kind = REPORT_OTHER;
        mark(&m, "own-page", (struct span){ 0, 0, 0 });
    } else {
        marks_of_title(&m);
        marks_of_lead(&m);
        marks_of_text(&m);
        marks_of_outline(&m);
        marks_of_several(&m);
        p->r->kind = judge(&m);
    }
    if (p->r->kind == REPORT_OTHER && m.n == 0)
        mark(&m, "no-report", (struct span){ 0, 0, 0 });
    p->r->mark_count = m.n;
    p->r->marks = page_keep(p, m.all, m.n, sizeof *m.all);
}
