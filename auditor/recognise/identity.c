/* identity.c - see identity.h. */
#include "recognise/identity.h"

#include <string.h>

#include "recognise/agency.h"
#include "recognise/author.h"
#include "recognise/organ.h"
#include "recognise/rx.h"
#include "recognise/title.h"

enum { FIRST_YEAR = 2000, LAST_YEAR = 2100 };

static int digits_before(struct str text, size_t at)
{
    if (at < 4 || (at > 4 && text.p[at - 5] >= '0' && text.p[at - 5] <= '9'))
        return 0;
    int year = 0;
    for (size_t i = at - 4; i < at; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            return 0;
        year = year * 10 + (text.p[i] - '0');
    }
    return year >= FIRST_YEAR && year < LAST_YEAR ? year : 0;
}

/* How many 《 are open behind the text if depth of them are before it. */
static int titles_open(struct str text, int depth)
{
    for (size_t i = 0; i < text.n;) {
        const char *mark = memchr(text.p + i, 0xE3, text.n - i); /* of both, and of few others */
        if (!mark)
            break;
        i = (size_t)(mark - text.p);
        uint32_t c = str_next(text, &i);
        if (c == 0x300A) /* 《 */
            depth++;
        else if (c == 0x300B && depth > 0) /* 》 */
            depth--;
    }
    return depth;
}

/* Counts the years of a paragraph; those inside the titles of documents say nothing. */
static void count_years(struct str text, unsigned counts[])
{
    const struct str mark = STR("年");
    size_t heard = 0; /* of the brackets */
    int depth = 0;
    for (size_t at = 0, n; (n = str_find(str_sub(text, at, text.n), mark)) != SIZE_MAX;
         at += mark.n) {
        at += n;
        int year = digits_before(text, at);
        if (!year)
            continue;
        depth = titles_open(str_sub(text, heard, at - heard), depth);
        heard = at;
        if (depth == 0)
            counts[year - FIRST_YEAR] += at == 4 ? 2 : 1; /* "2019年,我..." opens a paragraph */
    }
}

static int year_of_text(const struct page *p, unsigned counts[])
{
    for (uint32_t b = p->body; b < p->tail; b++)
        if ((p->hits[b] & HIT_YEAR) && page_running(p, b))
            count_years(page_text(p, b), counts);
    unsigned stated[LAST_YEAR - FIRST_YEAR] = { 0 };
    if (p->r->period.found) /* it is heard by itself */
        count_years(span_text(p->r, p->r->period.span), stated);
    for (int i = 0; i < LAST_YEAR - FIRST_YEAR; i++)
        counts[i] -= stated[i] < counts[i] ? stated[i] : counts[i];
    int best = 0;
    for (int i = 0; i < LAST_YEAR - FIRST_YEAR; i++)
        if (counts[i] > 0 && (best == 0 || counts[i] > counts[best - FIRST_YEAR]))
            best = i + FIRST_YEAR;
    return best;
}

/* Text, period and the date of publication agree on another year than the title names. A text left
 * over from last year under a right title does not: it came out two years after its own. */
static bool title_is_wrong(const struct report *r, int text)
{
    const struct report_period *period = &r->period;
    bool whole = period->found && date_valid(period->from) && date_valid(period->to) &&
                 period->from.year == text && period->to.year == text;
    if (r->published >= 0)
        return r->dates[r->published].date.year == text + 1;
    return whole;
}

void identity_year(struct page *p)
{
    struct report *r = p->r;
    unsigned counts[LAST_YEAR - FIRST_YEAR] = { 0 };
    r->year = r->title_year >= FIRST_YEAR && r->title_year < LAST_YEAR ? r->title_year : 0;
    if (r->year > 0 && r->kind == REPORT_ANNUAL) {
        int text = year_of_text(p, counts);
        if (text > 0 && text != r->year &&
            counts[text - FIRST_YEAR] > 2 * counts[r->year - FIRST_YEAR] && title_is_wrong(r, text))
            r->year = text;
    } else if (r->kind == REPORT_ANNUAL) {
        int text = 0;
        if (r->period.found && r->period.from.year == r->period.to.year)
            r->year = r->period.from.year;
        if (r->year == 0 || r->published >= 0)
            text = year_of_text(p, counts);
        if (r->year == 0)
            r->year = text;
        /* A wrong period beside a right text: a report comes out in the year after its own. */
        else if (text > 0 && text != r->year && r->published >= 0 &&
                 r->dates[r->published].date.year == text + 1)
            r->year = text;
        if (r->year == 0)
            r->year = title_year(page_file_name(p), NULL, NULL);
    }
    if (p->hint && p->hint->year > 0)
        r->year = p->hint->year;
    if (r->kind != REPORT_COLLECTION || (p->hint && p->hint->year > 0))
        r->form = r->year > 0 ? form_of_year(r->forms, r->year) : NULL;
}

static bool text_has(const struct page *p, struct str needle)
{
    if (str_find(p->title, needle) != SIZE_MAX)
        return true;
    for (uint32_t b = 0; b < p->blocks; b++)
        if ((p->hits[b] & HIT_GOVERNMENT) && p->roles[b] >= ROLE_BODY &&
            str_find(page_text(p, b), needle) != SIZE_MAX)
            return true;
    return false;
}

/* "X市气象" of "X市气象部门": the text has the name with the kind of its body. */
static struct str with_body(struct page *p, struct str name)
{
    static const char *const bodies[] = { "局", "委员会", "厅", "办公室", "中心" };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct str full = arena_fmt(p->r->arena, "%.*s%s", STR_ARG(name), bodies[i]);
        if (text_has(p, full))
            return full;
    }
    return name;
}

/* The name in full, where the text itself gives it: "X镇" -> "X镇人民政府". Nothing is made up. */
static struct str in_full(struct page *p, struct str name)
{
    static const struct {
        const char *end, *more;
    } ways[] = {
        { "镇", "人民政府" }, { "乡", "人民政府" },   { "苏木", "人民政府" }, { "街道", "办事处" },
        { "县", "人民政府" }, { "旗", "人民政府" },   { "市", "人民政府" },   { "省", "人民政府" },
        { "州", "人民政府" }, { "盟", "行政公署" },   { "区", "管理委员会" }, { "区", "管委会" },
        { "区", "人民政府" }, { "园", "管理委员会" }, { "园", "管委会" },
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (!str_ends(name, str_of(ways[i].end)))
            continue;
        struct str full = arena_fmt(p->r->arena, "%.*s%s", STR_ARG(name), ways[i].more);
        if (text_has(p, full))
            return full;
    }
    return organ_ends(name) || name.n == 0 ? name : with_body(p, name);
}

/* Says whether a name lacks the place that it belongs to: "市水务局", "水务局". */
static bool lacks_place(struct str name)
{
    static const char *const heads[] = { "市", "县", "区", "省", "州", "旗" };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (str_starts(name, str_of(heads[i])))
            return true;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (str_has(name, heads[i]))
            return false;
    return true;
}

/* The name that stands in text with a place right before it: "《X市教育局". */
static struct str longer_name(struct str text, size_t at, size_t len)
{
    enum { PLACE = 8 };
    size_t from = at;
    for (unsigned n = 0; from >= 3 && (unsigned char)text.p[from - 3] >= 0xE4; n++) {
        if (n == PLACE)
            return str_sub(text, at, len);
        from -= 3;
    }
    static const char *const asks[] = { "请与", "可与", "直接与", "请向", "可向" };
    for (size_t i = 0; i < sizeof asks / sizeof *asks; i++) {
        size_t found = str_find(str_sub(text, from, at - from), str_of(asks[i]));
        if (found != SIZE_MAX)
            from += found + strlen(asks[i]);
    }
    static const char *const verbs[] = { "依托", "通过", "利用", "登录", "关注",
                                         "以及", "按照", "根据", "并按", "并由",
                                         "并向", "并经", "并在", "并将", "并与" };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (from < at && str_starts(str_sub(text, from, at - from), str_of(verbs[i])))
            from += strlen(verbs[i]);
    struct str name = agency_trim(str_sub(text, from, at + len - from));
    return name.n > len && !lacks_place(name) ? name : str_sub(text, at, len);
}

/* A department's name without its place. */
static bool is_bare(struct str name)
{
    return organ_level(name, NULL) == LEVEL_DEPARTMENT && lacks_place(name);
}

/* A bare name gets its place from the text, where it stands with one. */
static struct candidate with_place(const struct page *p, struct candidate found)
{
    for (uint32_t b = p->body; b < p->r->end_block; b++) {
        if (!(p->hits[b] & HIT_GOVERNMENT) || !page_usable(p, b))
            continue;
        struct str text = page_text(p, b);
        for (size_t from = 0, at = 0; from < text.n; from += at + found.name.n) {
            at = str_find(str_sub(text, from, text.n), found.name);
            if (at == SIZE_MAX)
                break;
            struct str name = longer_name(text, from + at, found.name.n);
            if (name.n > found.name.n)
                return (struct candidate){ name,
                                           page_span(p, b, (size_t)(name.p - text.p), name.n) };
        }
    }
    return found;
}

/* The name that is trusted most; a bare one gives way to another that ends with it. */
static struct candidate find_agency(struct page *p)
{
    struct candidate found = { { "", 0 }, { 0, 0, 0 } };
    for (int way = 0; way < AUTHOR_WAYS; way++) {
        if ((way == AUTHOR_CONTACT || way == AUTHOR_OTHER) && found.name.n > 0)
            continue;
        struct candidate c = author_candidate(p, (enum author_way)way);
        if (found.name.n > 0 && c.name.n > found.name.n && str_ends(c.name, found.name))
            return c;
        if (found.name.n == 0)
            found = c;
        if (found.name.n > 0 && !is_bare(found.name))
            return found;
    }
    return found.name.n > 0 ? with_place(p, found) : found;
}

void identity_agency(struct page *p)
{
    struct report *r = p->r;
    struct candidate found = { { "", 0 }, { 0, 0, 0 } };
    if (r->kind != REPORT_COLLECTION)
        found = find_agency(p);
    r->agency = in_full(p, found.name);
    r->agency_span = found.span;
    r->level = organ_level(r->agency, p);
    if (p->hint && p->hint->agency.n > 0) {
        r->agency = p->hint->agency;
        r->level = organ_level(r->agency, p);
    }
    if (p->hint && p->hint->level != LEVEL_UNKNOWN)
        r->level = p->hint->level;
}

static struct str host_of(struct page *p, struct str url)
{
    const struct str none = { "", 0 };
    size_t at = str_find(url, STR("://"));
    if (at != SIZE_MAX)
        url = str_sub(url, at + 3, url.n);
    else if (str_starts(url, STR("//")))
        url = str_sub(url, 2, url.n);
    else if (str_starts(url, STR("/")) || str_starts(url, STR(".")))
        return none;
    size_t n = 0;
    while (n < url.n && !strchr("/:?#\\ \t", url.p[n]))
        n++;
    url = str_sub(url, 0, n);
    if (!str_has(url, "."))
        return none;
    struct strbuf host = { 0 };
    for (size_t i = 0; i < url.n; i++)
        strbuf_char(&host, url.p[i] >= 'A' && url.p[i] <= 'Z' ? (char)(url.p[i] + 32) : url.p[i]);
    struct str kept = arena_str(p->r->arena, strbuf_view(&host));
    strbuf_free(&host);
    return kept;
}

void identity_host(struct page *p)
{
    static const char *const names[] = { "saved-from", "canonical", "og:url",
                                         "base",       "Url",       "SiteDomain" };
    for (size_t i = 0; i < sizeof names / sizeof *names && p->r->host.n == 0; i++)
        p->r->host = host_of(p, str_trim(doc_meta(p->doc, names[i], NULL)));
    /* A crawler's text has the page's title as its first line; addresses below it are others'. */
    struct str line = page_text(p, 0);
    struct pattern_match m;
    if (p->r->host.n == 0 && p->r->first_block > 0 && rx_find(RX_SITE_HOST, line, 0, &m))
        p->r->host = host_of(p, rx_group(line, &m, 1));
}
