/* kind_judge.c - see kind_judge.h. */
#include "recognise/kind_judge.h"

#include <string.h>

#include "recognise/agency.h"
#include "recognise/rx.h"
#include "recognise/section.h"
#include "recognise/several.h"

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

/* A title such as "政府信息公开年报": the name of a column of a site as well as that of a report. */
static bool is_bare(const struct page *p, bool named)
{
    return named && p->r->title_year == 0 && agency_of_title(p->title).n == 0;
}

enum condition {
    ALWAYS,
    NO_TITLE_YEAR,
    NO_TABLES,
    NO_NAME,     /* the title names no report */
    NO_OWN_NAME, /* it names none, or a column of a site as well */
    NO_PAIR,     /* of official sections */
    ARTICLES,    /* of a regulation */
    CONTENT,     /* of a report: tables or official sections */
    REPORTED, /* by a newspaper: what names a report above is the column it stands in, or a headline */
    SPEAKS_NOT,       /* the opening presents no report, nor do sections whose title was lost */
    COLUMN_SPEAKS_NOT /* the same below the name of a column */
};

static bool holds(enum condition c, const struct page *p)
{
    enum { MANY = 3 };
    bool named = rx_has(RX_REPORT_NAME, p->title), dated = p->r->title_year != 0;
    switch (c) {
    case ALWAYS:
        break;
    case NO_TITLE_YEAR:
        return !dated;
    case NO_TABLES:
        return !has_tables(p);
    case NO_NAME:
        return !named;
    case NO_OWN_NAME:
        return !named || is_bare(p, named);
    case NO_PAIR:
        return !has_official_pair(p);
    case ARTICLES:
        return has_articles(p);
    case CONTENT:
        return has_tables(p) || count_classes(p, MANY) >= MANY;
    case REPORTED:
        return !p->r->period.found && ((!dated && !opening_speaks(p, false)) || has_reporter(p));
    case SPEAKS_NOT:
        return !opening_speaks(p, false) && !(p->title.n == 0 && has_official_pair(p));
    case COLUMN_SPEAKS_NOT:
        return is_bare(p, named) && !opening_speaks(p, true) && !has_official_pair(p);
    }
    return true;
}

static const struct verdict {
    const char *marks[2];         /* all of them; NULL: none is needed */
    enum condition conditions[3]; /* all of them */
    enum report_kind kind;
} verdicts[] = {
    /* the title, or what only a model text has: the rest may be a whole report, of nobody */
    { { "collection-title" }, { ALWAYS }, REPORT_COLLECTION },
    { { "half-year" }, { ALWAYS }, REPORT_OTHER },
    { { "rule-of-law" }, { ALWAYS }, REPORT_OTHER },
    { { "website-report" }, { ALWAYS }, REPORT_OTHER },
    { { "template-title" }, { ALWAYS }, REPORT_OTHER },
    { { "model-heads", "several-outlines" }, { ALWAYS }, REPORT_COLLECTION },
    { { "model-heads", "preview" }, { ALWAYS }, REPORT_COLLECTION },
    { { "blank-year", "blank-name" }, { NO_TITLE_YEAR }, REPORT_OTHER },
    { { "order-title" }, { ALWAYS }, REPORT_OTHER }, /* may have the whole form in its annex */
    { { "several-reports" }, { ALWAYS }, REPORT_COLLECTION },
    /* without tables, what treats the same matters under a title of its own */
    { { "list" }, { NO_TABLES }, REPORT_OTHER },
    { { "other-title" }, { NO_TABLES, NO_NAME, NO_PAIR }, REPORT_OTHER }, /* guides and plans */
    { { "notice-title" }, { NO_TABLES, ARTICLES }, REPORT_OTHER },
    { { "other-title" }, { NO_TABLES, ARTICLES }, REPORT_OTHER },
    { { "abstract", "references" }, { NO_TABLES, NO_OWN_NAME }, REPORT_OTHER },
    { { "study-title" }, { NO_TABLES, NO_PAIR }, REPORT_OTHER },
    { { "enterprise" }, { NO_TABLES, NO_PAIR }, REPORT_OTHER },
    /* what holds a report's content is one, whatever else its title says: "notice on printing the report of ..." */
    { { NULL }, { CONTENT }, REPORT_ANNUAL },
    /* little is left: any word for something else counts */
    { { "news-lead" }, { REPORTED }, REPORT_OTHER },
    { { "news-title" }, { ALWAYS }, REPORT_OTHER },
    { { "notice-title" }, { ALWAYS }, REPORT_OTHER },
    { { "other-title" }, { ALWAYS }, REPORT_OTHER },
    { { "abstract", "references" }, { ALWAYS }, REPORT_OTHER },
    { { NULL }, { NO_NAME, SPEAKS_NOT }, REPORT_OTHER },
    { { NULL }, { COLUMN_SPEAKS_NOT }, REPORT_OTHER },
};

static bool is_marked(const struct report_mark *marks, size_t n, const char *code)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(marks[i].code, code) == 0)
            return true;
    return false;
}

static bool applies(const struct verdict *v, const struct page *p, const struct report_mark *marks,
                    size_t n)
{
    for (size_t i = 0; i < sizeof v->marks / sizeof *v->marks; i++)
        if (v->marks[i] && !is_marked(marks, n, v->marks[i]))
            return false;
    for (size_t i = 0; i < sizeof v->conditions / sizeof *v->conditions; i++)
        if (v->conditions[i] != ALWAYS && !holds(v->conditions[i], p))
            return false;
    return true;
}

enum report_kind kind_judge(const struct page *p, const struct report_mark *marks, size_t n)
{
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++)
        if (applies(&verdicts[i], p, marks, n))
            return verdicts[i].kind;
    return REPORT_ANNUAL; /* a short one, or one whose text is elsewhere */
}
