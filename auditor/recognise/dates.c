/* dates.c - see dates.h. */
#include "recognise/dates.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "recognise/rx.h"

enum kind {
    KIND_NONE,
    KIND_SKIP,
    KIND_STRONG,
    KIND_SOFT,
    KIND_NEVER,
    KIND_WEAK
}; /* groups of RX_DATE_LABEL */

enum { MOST_DATES = 64 };

struct found {
    struct report_date date;
    enum kind kind;
};

struct dates {
    struct page *p;
    struct found *all;
    size_t n, cap;
};

static void add(struct dates *d, struct report_date date, enum kind kind)
{
    if (d->n >= MOST_DATES)
        return;
    d->all = mem_grow(d->all, d->n, &d->cap, sizeof *d->all);
    d->all[d->n].date = date;
    d->all[d->n++].kind = kind;
}

static void from_metas(struct dates *d)
{
    static const char *const names[] = {
        "PubDate",           "publishdate",     "publish_date",     "publish-date",
        "publishtime",       "publish_time",    "pubtime",          "article:published_time",
        "og:published_time", "createdate",      "createtime",       "firstpublishedtime",
        "firstpublishtime",  "releasedate",     "DC.Date",          "DC.Date.Issued",
        "datepublished",     "publicationdate", "publication_date",
    };
    const struct doc *doc = d->p->doc;
    for (size_t i = 0; i < doc->meta_count; i++) {
        struct str name = doc_string(doc, doc->metas[i].name, doc->metas[i].name_len);
        struct str content = doc_string(doc, doc->metas[i].content, doc->metas[i].content_len);
        struct date_hit hit;
        size_t k = 0;
        while (k < sizeof names / sizeof *names && !str_eq_nocase(name, names[k]))
            k++;
        if (k == sizeof names / sizeof *names || !date_find(content, 0, DATE_COMPACT, &hit))
            continue;
        struct report_date date = { hit.date, DATE_META,          { 0, 0, 0 },
                                    name,     doc->metas[i].line, content };
        add(d, date, KIND_STRONG);
    }
}

/* A metadata table: other labels of one stand in the block or beside it. */
static bool in_metadata(const struct page *p, uint32_t block)
{
    enum { BESIDE = 5 };
    uint32_t from = block > BESIDE ? block - BESIDE : 0;
    uint32_t to = block + BESIDE < p->blocks ? block + BESIDE + 1 : p->blocks;
    if (p->title_end > p->title_first && block >= p->title_end && from < p->title_end)
        from = p->title_end; /* the byline under the title is not the table above it */
    if (p->title_end > p->title_first && block < p->title_first && to > p->title_first)
        to = p->title_first;
    for (uint32_t b = from; b < to; b++) {
        if ((p->hits[b] & HIT_META) && p->roles[b] < ROLE_BODY && !page_prose(p, b))
            return true;
    }
    return false;
}

static struct str raw_between(const struct page *p, uint32_t block, size_t from, size_t to)
{
    return doc_raw_of(p->doc, p->doc->blocks[block].text + from, to - from);
}

/* The block in which the value of a label stands that ends its own block. */
static uint32_t value_block(const struct page *p, uint32_t block)
{
    uint32_t next = page_next(p, block);
    return next < p->blocks && p->doc->blocks[next].text_len < 60 ? next : p->blocks;
}

static void add_labelled(struct dates *d, uint32_t block, const struct pattern_match *m,
                         enum kind kind)
{
    const struct page *p = d->p;
    struct str text = page_text(p, block);
    size_t at = m->to[0];
    for (bool mark = true; mark && at < text.n;) {
        bool wide = str_starts(str_sub(text, at, text.n), STR("】"));
        mark = wide || strchr(":[]() ", text.p[at]) != NULL;
        at += wide ? 3 : mark ? 1 : 0;
    }
    uint32_t value = block;
    struct date_hit hit;
    if (at >= text.n && (value = value_block(p, block)) < p->blocks) {
        text = page_text(p, value);
        at = 0;
    }
    if (value >= p->blocks || !date_find(text, at, DATE_COMPACT, &hit) || hit.at > at + 1)
        return;
    enum report_date_source source = in_metadata(p, block) ? DATE_TABLE : DATE_BYLINE;
    struct str label = raw_between(p, block, m->from[0], m->to[0]);
    struct str quote = value == block ? raw_between(p, block, m->from[0], hit.at + hit.length)
                                      : raw_between(p, value, hit.at, hit.at + hit.length);
    struct report_date date = { hit.date,
                                source,
                                page_span(p, value, hit.at, hit.length),
                                label,
                                p->doc->blocks[value].line,
                                quote };
    date.line = doc_line_at(p->doc, (size_t)(quote.p - p->doc->raw.p));
    add(d, date, kind);
}

static enum kind kind_of(const struct pattern_match *m)
{
    for (int k = KIND_SKIP; k <= KIND_WEAK; k++)
        if ((size_t)k < m->count && m->from[k] != SIZE_MAX)
            return (enum kind)k;
    return KIND_NONE;
}

bool dates_stated(struct str text)
{
    enum { BYLINE = 240, MARK = 3 };
    struct pattern_match m, first;
    struct date_hit hit;
    if (text.n > BYLINE || str_has(text, "。") || !rx_find(RX_DATE_LABEL, text, 0, &m))
        return false;
    /* "来源:… 发布时间:…": labels and what they say, from the first word on */
    bool opens = m.from[0] <= MARK || (rx_find(RX_TOOLS, text, 0, &first) && first.from[0] <= MARK);
    return opens && kind_of(&m) == KIND_STRONG && date_find(text, m.to[0], DATE_COMPACT, &hit) &&
           hit.at <= m.to[0] + MARK;
}

static void from_labels(struct dates *d)
{
    enum { LONGEST = 600, FOOT = 30 };
    const struct page *p = d->p;
    for (uint32_t b = 0; b < p->blocks && d->n < MOST_DATES; b++) {
        const struct doc_block *block = &p->doc->blocks[b];
        if (!(p->hits[b] & HIT_DATE) || p->roles[b] >= ROLE_TITLE || block->text_len > LONGEST ||
            (block->flags & (DOC_HIDDEN | DOC_LINKED)) || report_in_table(p->r, b))
            continue;
        if (b >= p->r->end_block + FOOT && p->r->end_block > 0)
            break;
        struct str text = page_text(p, b);
        struct pattern_match m;
        for (size_t from = 0; from < text.n && rx_find(RX_DATE_LABEL, text, from, &m);
             from = m.to[0]) {
            enum kind kind = kind_of(&m);
            bool foot = b >= p->r->end_block;
            if (kind == KIND_SKIP || kind == KIND_NONE || (kind == KIND_WEAK && foot) ||
                ((block->flags & DOC_CHROME) && kind != KIND_STRONG))
                continue;
            add_labelled(d, b, &m, kind);
        }
    }
}

/* Says whether a date of the block, or of a label just before it, was judged already. */
static bool is_judged(const struct dates *d, uint32_t block)
{
    const struct page *p = d->p;
    for (size_t i = 0; i < d->n; i++)
        if (d->all[i].date.span.len > 0 && d->all[i].date.span.block == block)
            return true;
    if (block == 0)
        return false;
    uint32_t before = block - 1;
    return str_ends(page_text(p, before), STR(":")) ||
           ((p->hits[before] & HIT_DATE) && p->doc->blocks[before].text_len < 40);
}

/* A line of a list has a title beside its date, a byline the name of a body or a site. */
static bool names_body(struct str name)
{
    static const char *const ends[] = { "政府", "委员会", "局", "厅", "办公室", "办事处", "管委会",
                                        "处",   "中心",   "站", "所", "部",     "网" };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(name, str_of(ends[i])))
            return true;
    return false;
}

/* "2021年1月20日 09:00 星期三 镇政府": a time or a day of the week is of the program that publishes a page. */
static bool is_stamp(struct str date, struct str behind)
{
    struct str rest = str_trim(behind);
    bool weekday = str_starts(rest, STR("星期"));
    if (weekday)
        rest = str_trim(str_sub(rest, strlen("星期一"), rest.n));
    return (weekday || str_has(date, ":")) && (rest.n == 0 || names_body(rest));
}

/* "青禾水利 2025年01月17日 10:00 江苏": the account, the minute, and from where; so a platform of messages writes it. */
static bool is_of_account(struct str text)
{
    enum { NAME = 90, PLACE = 9 };
    struct date_hit hit;
    if (text.n > 2 * NAME || !str_has(text, ":") || !date_find(text, 0, 0, &hit) || hit.at == 0 ||
        !str_has(str_sub(text, hit.at, hit.length), ":"))
        return false;
    struct str name = str_trim(str_sub(text, 0, hit.at));
    struct str place = str_trim(str_sub(text, hit.at + hit.length, text.n));
    if (str_starts(place, STR("发表于")))
        place = str_sub(place, strlen("发表于"), place.n);
    return name.n <= NAME && place.n <= PLACE && !str_has(name, "年") && !str_has(name, ",") &&
           !str_has(name, ":") && !str_has(name, "。");
}

bool dates_beside_name(struct str text)
{
    enum { NAME = 60 };
    struct date_hit hit;
    if (is_of_account(text))
        return true;
    if (text.n < 10 || text.n > 2 * NAME || !date_find(text, 0, 0, &hit) || hit.length < 8)
        return false;
    struct str before = str_sub(text, 0, hit.at);
    struct str behind = str_sub(text, hit.at + hit.length, text.n);
    struct str name = str_trim(before.n > 0 ? before : behind);
    bool apart = before.n == 0 || behind.n == 0;
    if (!apart || name.n > NAME || str_has(name, "年") || str_has(name, "。") ||
        str_has(name, ",") || str_has(name, ":"))
        return false;
    bool in_figures = strchr("-/.", text.p[hit.at + 4]) && names_body(name);
    return in_figures || (hit.at == 0 && is_stamp(str_sub(text, 0, hit.length), behind));
}

/* A date without a label in the head: a line of its own, or in a byline (2021-01-20 来源:...). */
static void from_bare_line(struct dates *d, uint32_t block)
{
    enum { BYLINE = 240 };
    const struct page *p = d->p;
    struct str text = page_text(p, block);
    struct date_hit hit;
    if (text.n == 0 || text.n > BYLINE || is_judged(d, block))
        return;
    if (!date_find(text, 0, 0, &hit) &&
        (!date_find(text, 0, DATE_COMPACT, &hit) || hit.at != 0 || hit.length == text.n))
        return; /* eight figures alone may be anything */
    struct str behind = str_sub(text, hit.at + hit.length, text.n);
    bool bracketed = (str_starts(text, STR("[")) && str_eq_c(behind, "]") && hit.at == 1) ||
                     (str_starts(text, STR("【")) && str_eq_c(behind, "】") && hit.at == 3);
    bool alone = bracketed || (hit.at == 0 && behind.n == 0);
    bool byline = (p->hits[block] & (HIT_TOOLS | HIT_PUBLISHER)) && !(p->hits[block] & HIT_DATE) &&
                  !str_has(text, "今天") && !str_has(text, "星期");
    bool under_title = p->title_end > p->title_first && block >= p->title_end;
    if (!alone && !byline && !(under_title && dates_beside_name(text)))
        return;
    struct report_date date = { hit.date,
                                alone ? DATE_PAGE : DATE_BYLINE,
                                page_span(p, block, hit.at, hit.length),
                                { "", 0 },
                                p->doc->blocks[block].line,
                                raw_between(p, block, hit.at, hit.at + hit.length) };
    add(d, date, KIND_STRONG);
}

static void from_bare_lines(struct dates *d)
{
    enum { ABOVE = 3 };
    const struct page *p = d->p;
    bool titled = p->title_end > p->title_first;
    uint32_t from = titled ? p->title_first : p->body;
    for (int k = 0; k < ABOVE && from > 0; from--)
        k += p->doc->blocks[from - 1].text_len > 0;
    for (uint32_t b = from; b < p->body && b < p->blocks; b++) {
        unsigned flags = p->doc->blocks[b].flags;
        bool under_title = titled && b >= p->title_end; /* there, a <header> is the article's own */
        if ((flags & (DOC_HIDDEN | DOC_LINKED)) || ((flags & DOC_CHROME) && !under_title))
            continue;
        from_bare_line(d, b);
    }
}

/* "(2021年1月20日)" under the title is when it was written, as a signature is. */
static void from_brackets(struct dates *d)
{
    const struct page *p = d->p;
    uint32_t last = p->body + 1 < p->blocks ? p->body + 1 : p->blocks;
    for (uint32_t b = p->title_end; b < last && p->title_end > p->title_first; b++) {
        struct str text = page_text(p, b);
        struct date_hit hit;
        if (!str_starts(text, STR("(")) || !str_ends(text, STR(")")) || text.n > 60 ||
            !date_find(text, 1, 0, &hit) || hit.at != 1 || hit.at + hit.length + 1 != text.n)
            continue;
        struct report_date date = {
            hit.date,  DATE_SIGNATURE,         page_span(p, b, 1, hit.length),
            { "", 0 }, p->doc->blocks[b].line, raw_between(p, b, 0, text.n)
        };
        add(d, date, KIND_NEVER);
    }
}

/* "打印日期：", "页面更新于", "填报日期：" of a statistics form: what a date is of that is not the report's. */
static bool is_of_page(struct str before)
{
    static const char *const words[] = { "打印", "更新", "访问", "下载", "浏览",
                                         "导出", "抓取", "截图", "保存", "归档",
                                         "存档", "采集", "填报", "填表", "制表" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_has(before, words[i]))
            return true;
    return false;
}

static void from_signature(struct dates *d)
{
    enum { ABOVE = 3 };
    const struct page *p = d->p;
    for (uint32_t b = p->tail > ABOVE ? p->tail - ABOVE : 0; b < p->r->end_block; b++) {
        struct str text = page_text(p, b);
        struct date_hit hit;
        bool stated = (p->hits[b] & HIT_DATE) && dates_stated(text) && !is_judged(d, b);
        if (b < p->tail && !stated)
            continue; /* above it only "(发布时间:2021年1月20日)" is none of the text's */
        if (text.n > 150 || (p->doc->blocks[b].flags & (DOC_HIDDEN | DOC_LINKED)) ||
            (p->hits[b] & HIT_NAME) || !date_find(text, 0, DATE_DAMAGED, &hit) ||
            is_of_page(str_sub(text, 0, hit.at)))
            continue; /* a line that names a report is of a list of other reports */
        struct report_date date = { hit.date,
                                    stated ? DATE_PAGE : DATE_SIGNATURE,
                                    page_span(p, b, hit.at, hit.length),
                                    { "", 0 },
                                    p->doc->blocks[b].line,
                                    raw_between(p, b, 0, text.n) };
        add(d, date, stated ? KIND_STRONG : KIND_NEVER);
    }
}

static bool publishes(const struct found *f)
{
    return f->kind == KIND_STRONG || f->kind == KIND_WEAK;
}

/* The best date of publication: by source, and a label of publication before one of change. */
static int choose(const struct dates *d)
{
    int best = -1;
    for (size_t i = 0; i < d->n; i++) {
        const struct found *f = &d->all[i];
        if (!publishes(f) && f->kind != KIND_SOFT)
            continue;
        if (f->date.source >= DATE_SIGNATURE)
            continue;
        const struct found *b = best >= 0 ? &d->all[best] : NULL;
        if (!b || f->date.source < b->date.source ||
            (f->date.source == b->date.source && f->kind == KIND_STRONG && b->kind == KIND_WEAK))
            best = (int)i;
    }
    return best;
}

void dates_find(struct page *p)
{
    struct dates d = { p, NULL, 0, 0 };
    from_metas(&d);
    from_labels(&d);
    from_bare_lines(&d);
    from_brackets(&d);
    from_signature(&d);
    bool published = false;
    for (size_t i = 0; i < d.n; i++)
        published |= publishes(&d.all[i]);
    struct report_date *out = arena_alloc(p->r->arena, d.n * sizeof *out + 1);
    for (size_t i = 0; i < d.n; i++) {
        struct found *f = &d.all[i];
        if ((f->kind == KIND_SOFT && published) ||
            (f->kind == KIND_NEVER && f->date.source != DATE_SIGNATURE))
            f->date.source = DATE_WRITTEN;
        out[i] = f->date;
    }
    p->r->dates = out;
    p->r->date_count = d.n;
    p->r->published = choose(&d);
    free(d.all);
}
