/* kind.c - see kind.h. */
#include "recognise/kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/version.h"
#include "recognise/kind_judge.h"
#include "recognise/rx.h"
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

/* "X公司2024年信息公开年度报告": of a body that is no organ, under a law of its own. */
static bool is_of_enterprise(struct str before, struct str name)
{
    static const char *const bodies[] = { "公司", "集团", "大学", "学院",   "学校",
                                          "中学", "小学", "医院", "幼儿园", "卫生院" };
    if (!str_starts(name, STR("信息公开")))
        return false;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        size_t at = str_find(before, str_of(bodies[i]));
        if (at == SIZE_MAX)
            continue;
        struct str behind = str_sub(before, at + strlen(bodies[i]), before.n);
        if (behind.n == 0 || str_starts(behind, STR("20")) || str_starts(behind, STR("关于")))
            return true;
    }
    return false;
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
    static const char *const told[] = { "解读", "图解", "读懂" };
    struct str before = str_sub(title, 0, name.from[0]);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (str_has(before, told[i]))
            mark(m, "study-title", at); /* its chapters are those of the report it tells of */
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (str_has(before, heads[i]))
            mark(m, "news-title", at);
    static const char *const reports[] = { "自查", "整改", "考核", "评估",  "测评",
                                           "调研", "督查", "自评", "第三方" };
    struct str middle = str_sub(title, name.from[0], name.to[0] - name.from[0]);
    if (is_of_enterprise(before, middle))
        mark(m, "enterprise", at);
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
    bool first = rx_has(RX_COLLECTION_HEAD, p->title); /* its head was taken for the title of all */
    unsigned heads = first, paper = 0, lines = 0;
    for (uint32_t b = p->body; b < p->tail; b++) {
        struct str text = page_text(p, b);
        if (!page_running(p, b))
            continue;
        lines++;
        if (!(p->hits[b] & (HIT_MARK | HIT_BLANK)))
            continue;
        struct span at = page_span(p, b, 0, text.n);
        if (text.n < 180 && rx_has(RX_COLLECTION_HEAD, text) && ++heads == 2)
            mark(m, first ? "collection-title" : "model-heads", at);
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

/* A report on a report, or a ranking, that this program wrote: it quotes titles, headings and tables. What is left of it
 * on paper is the line at its end, in the words of plugins/lib/words.lua. */
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
        p->r->kind = kind_judge(p, m.all, m.n);
    }
    if (p->r->kind == REPORT_OTHER && m.n == 0)
        mark(&m, "no-report", (struct span){ 0, 0, 0 });
    p->r->mark_count = m.n;
    p->r->marks = page_keep(p, m.all, m.n, sizeof *m.all);
}
