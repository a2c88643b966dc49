/* author.c - see author.h. */
#include "recognise/author.h"

#include <stdio.h>
#include <string.h>

#include "recognise/agency.h"
#include "recognise/known.h"
#include "recognise/organ.h"
#include "recognise/rx.h"
#include "text/normalise.h"

/* The agency that the opening paragraphs name as the report's author. */
static struct candidate from_opening(const struct page *p, enum rx way)
{
    enum { BLOCKS = 8, TRIES = 12 };
    struct candidate none = { { "", 0 }, { 0, 0, 0 } };
    int seen = 0;
    for (uint32_t b = p->body; b < p->tail && seen < BLOCKS; b++) {
        struct pattern_match m;
        if (!page_running(p, b))
            continue;
        seen++;
        struct str text = page_text(p, b);
        size_t from = 0;
        for (int k = 0; k < TRIES && from < text.n && rx_find(way, text, from, &m); k++) {
            from = m.to[0];
            struct str name = agency_trim(rx_group(text, &m, 1));
            if (name.n > 0 && organ_level(name, NULL) != LEVEL_UNKNOWN) {
                struct candidate c = { name, page_span(p, b, (size_t)(name.p - text.p), name.n) };
                return c;
            }
        }
    }
    return none;
}

/* Whether the text speaks of a whole place as its own, and never of an office. */
static bool speaks_for_place(const struct page *p)
{
    static const char *const own[] = { "我县", "我市", "我区", "我旗", "我州", "我省" };
    bool whole = false;
    for (uint32_t b = p->body; b < p->tail; b++) {
        if (!page_running(p, b))
            continue;
        struct str text = page_text(p, b);
        if (str_has(text, "我办") || str_has(text, "本办"))
            return false;
        for (size_t i = 0; i < sizeof own / sizeof *own && !whole; i++)
            whole = str_has(text, own[i]);
    }
    return whole;
}

/* Whether a name is that of some government's office, and does not say of which. */
static bool is_some_office(struct str name)
{
    static const char *const places[] = { "市", "县", "区", "旗", "州", "省" };
    static const char *const offices[] = { "政府办公室", "政府办公厅", "政府办" };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (str_starts(name, str_of(places[i]))) {
            name = str_sub(name, strlen(places[i]), name.n);
            break;
        }
    }
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (str_eq(name, str_of(offices[i])))
            return true;
    return false;
}

/* "局办公室": an office within whatever agency it is. */
static bool is_inner_office(struct str name)
{
    static const char *const bodies[] = { "厅", "局", "委", "部" };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (str_starts(name, str_of(bodies[i])))
            name = str_sub(name, strlen(bodies[i]), name.n);
    return str_eq_c(name, "办公室") || str_eq_c(name, "办公厅");
}

/* An office publishes for its government: where the text says "我县", the report is the county's. */
static struct candidate not_the_office(const struct page *p, struct candidate c)
{
    static const char *const offices[] = { "人民政府办公室", "人民政府办公厅" };
    if (is_inner_office(c.name) || (is_some_office(c.name) && speaks_for_place(p)))
        return (struct candidate){ { "", 0 }, { 0, 0, 0 } };
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        size_t office = strlen("办公室");
        if (!str_ends(c.name, str_of(offices[i])) || !speaks_for_place(p))
            continue;
        c.name.n -= office;
        c.span.len -= c.span.len > 0 ? (uint32_t)office : 0;
        break;
    }
    return c;
}

static struct candidate from_signature(const struct page *p)
{
    struct candidate none = { { "", 0 }, { 0, 0, 0 } };
    for (uint32_t b = p->tail; b < p->r->end_block; b++) {
        struct str text = page_usable(p, b) ? page_text(p, b) : STR("");
        size_t n = 0;
        while (n < text.n && !(text.p[n] >= '0' && text.p[n] <= '9'))
            n++;
        struct str name = agency_trim(str_sub(text, 0, n));
        if (name.n > 0) {
            struct candidate c = { name, page_span(p, b, (size_t)(name.p - text.p), name.n) };
            return c;
        }
    }
    return none;
}

/* Whether the text calls its author a body of the kind that runs media. */
static bool speaks_for_media(const struct page *p)
{
    static const char *const own[] = { "我中心", "本中心", "我台",   "本台",   "我社",
                                       "本社",   "我集团", "本集团", "我公司", "本公司" };
    for (uint32_t b = p->body; b < p->tail; b++) {
        for (size_t i = 0; page_running(p, b) && i < sizeof own / sizeof *own; i++)
            if (str_has(page_text(p, b), own[i]))
                return true;
    }
    return false;
}

/* Who runs the site is named on pages of others too: an author only when the text says so. */
static struct candidate no_source(const struct page *p, struct candidate c)
{
    const struct candidate none = { { "", 0 }, { 0, 0, 0 } };
    return organ_is_media(c.name) && !speaks_for_media(p) ? none : c;
}

/* The agency that begins at byte at: up to a mark or to the next label that runs on behind it. */
static struct candidate value_at(const struct page *p, uint32_t block, size_t at)
{
    static const char *const next[] = { "发布", "发文", "日期", "主题", "成文",
                                        "索引", "浏览", "点击", "字体" };
    struct candidate c = { { "", 0 }, { 0, 0, 0 } };
    struct str text = page_text(p, block);
    size_t n = at;
    while (n < text.n && ((unsigned char)text.p[n] >= 0x80 || text.p[n] == '(' || text.p[n] == ')'))
        n++;
    struct str value = str_sub(text, at, n - at);
    for (size_t k = 0; k < sizeof next / sizeof *next; k++) {
        size_t cut = str_find(value, str_of(next[k]));
        if (cut != SIZE_MAX && cut > 0)
            value = str_sub(value, 0, cut);
    }
    struct str name = agency_trim(value);
    if (name.n > 0 && organ_level(name, NULL) != LEVEL_UNKNOWN) {
        c.name = name;
        c.span = page_span(p, block, (size_t)(name.p - text.p), name.n);
    }
    return no_source(p, c);
}

/* What stands behind a label such as 发布机构, in its block or in the next one. */
static struct candidate behind_label(const struct page *p, uint32_t block, struct str label)
{
    struct candidate none = { { "", 0 }, { 0, 0, 0 } };
    struct str text = page_text(p, block);
    size_t at = str_find(text, label);
    if (at == SIZE_MAX)
        return none;
    at += label.n;
    while (at < text.n && (text.p[at] == ':' || text.p[at] == '['))
        at++;
    if (at < text.n)
        return value_at(p, block, at);
    block = page_next(p, block);
    return block < p->blocks ? value_at(p, block, 0) : none;
}

static struct candidate from_metadata(const struct page *p)
{
    static const char *const labels[] = { "发布机构",     "发文机关", "发文机构", "公开主体",
                                          "公开责任部门", "发布单位", "信息来源", "来源" };
    struct candidate c = { { "", 0 }, { 0, 0, 0 } };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        for (uint32_t b = 0; b < p->blocks && c.name.n == 0; b++)
            if ((p->hits[b] & HIT_PUBLISHER) && p->roles[b] <= ROLE_HEAD &&
                !(p->doc->blocks[b].flags & (DOC_HIDDEN | DOC_LINKED)))
                c = behind_label(p, b, str_of(labels[i]));
    }
    return c;
}

static struct candidate from_meta_tags(struct page *p)
{
    static const char *const names[] = { "ContentSource", "DC.Publisher", "publisher" };
    struct candidate c = { { "", 0 }, { 0, 0, 0 } };
    for (size_t i = 0; i < sizeof names / sizeof *names && c.name.n == 0; i++) {
        struct str raw = doc_meta(p->doc, names[i], NULL);
        struct strbuf text = { 0 };
        text_normalise(&text, raw, p->doc->script == DOC_SCRIPT_HANS ? 0 : TEXT_T2S, NULL);
        struct str kept = arena_str(p->r->arena, strbuf_view(&text));
        strbuf_free(&text);
        c.name = agency_trim(kept);
    }
    return c;
}

/* What the text calls its author: the 局 of 我局, which it does most often; "" when it does not. */
static struct str own_kind(const struct page *p, bool *body)
{
    enum { PLACES = 9 };
    static const char *const kinds[] = { "县", "市", "区", "旗", "州", "省",   "镇",
                                         "乡", "街", "局", "委", "厅", "中心", "队" };
    unsigned most = 0;
    size_t best = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        unsigned n = 0;
        char own[16], self[16];
        snprintf(own, sizeof own, "我%s", kinds[i]);
        snprintf(self, sizeof self, "本%s", kinds[i]);
        for (uint32_t b = p->body; b < p->tail; b++)
            if (page_running(p, b))
                n += str_has(page_text(p, b), own) + str_has(page_text(p, b), self);
        if (n > most) {
            most = n;
            best = i;
        }
    }
    *body = best >= PLACES;
    return most > 0 ? str_of(kinds[best]) : STR("");
}

/* "请与X镇人民政府党政办公室联系": a town's office is asked for the town; a county's or a bureau's is asked for others, too. */
static bool is_asked(struct str text, const struct pattern_match *m, struct str name)
{
    static const char *const towns[] = { "镇", "乡", "街道" };
    bool own = false;
    for (size_t i = 0; i < sizeof towns / sizeof *towns; i++)
        own |= str_ends(name, str_of(towns[i]));
    return own && str_ends(str_sub(text, 0, m->from[1]), STR("与")) &&
           str_has(str_sub(text, m->to[1], 90), "联系");
}

/* Without any other sign: the office to ask belongs to whom the text calls "我县", "我局"; `own` is that word. */
static struct candidate from_office(const struct page *p, struct str own, bool body)
{
    enum { BLOCKS = 8, TRIES = 12 };
    struct candidate none = { { "", 0 }, { 0, 0, 0 } };
    int seen = 0;
    for (uint32_t b = p->body; b < p->tail && seen < BLOCKS; b++) {
        struct pattern_match m;
        enum rx way = body ? RX_CONTACT_BODY : RX_CONTACT_PLACE;
        if (!page_running(p, b))
            continue;
        seen++;
        struct str text = page_text(p, b);
        size_t from = 0;
        for (int k = 0; k < TRIES && from < text.n && rx_find(way, text, from, &m); k++) {
            from = m.to[1];
            struct str name = agency_trim(rx_group(text, &m, 1));
            struct str kind = str_eq_c(own, "街") ? STR("街道") : own;
            if (name.n > 3 && (own.n > 0 ? body || str_ends(name, kind) : is_asked(text, &m, name)))
                return (struct candidate){ name,
                                           page_span(p, b, (size_t)(name.p - text.p), name.n) };
        }
    }
    return none;
}

static struct candidate from_contact(const struct page *p)
{
    bool body = false;
    struct str own = own_kind(p, &body);
    return from_office(p, own, body);
}

/* In how many paragraphs a word stands, at most `enough`. */
static unsigned count_paragraphs(const struct page *p, struct str word, unsigned enough)
{
    unsigned n = 0;
    for (uint32_t b = p->body; b < p->tail && n < enough; b++)
        n += page_running(p, b) && str_find(page_text(p, b), word) != SIZE_MAX;
    return n;
}

/* A town, school or company that opens a sentence: the author when the text goes on to speak of it. */
static struct candidate from_other(const struct page *p)
{
    static const char *const own[] = { "我校", "本校", "我院",   "本院",
                                       "我关", "本关", "我公司", "本公司" };
    const struct candidate none = { { "", 0 }, { 0, 0, 0 } };
    struct candidate c = from_opening(p, RX_OPENING_OTHER);
    bool body = organ_level(c.name, NULL) == LEVEL_DEPARTMENT, own_body = false;
    if (c.name.n == 0)
        return none;
    if (!body) {
        own_kind(p, &own_body);
        return !own_body && count_paragraphs(p, c.name, 2) > 1 ? c : none;
    }
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (count_paragraphs(p, str_of(own[i]), 1) > 0)
            return c;
    return none;
}

/* A name that stands in the title. */
static struct candidate from_title(const struct page *p, struct str name)
{
    struct candidate c = { name, { 0, 0, 0 } };
    if (c.name.n == 0 || p->title_end == p->title_first)
        return c;
    for (uint32_t b = p->title_first; b < p->title_end; b++) {
        size_t at = str_find(page_text(p, b), c.name);
        if (at != SIZE_MAX) {
            c.span = page_span(p, b, at, c.name.n);
            break;
        }
    }
    return c;
}

/* The agency that the title names: one that the caller knows, unless the title has it with more
 * before it. */
static struct str title_name(const struct page *p)
{
    struct str name = agency_of_title(p->title);
    struct str known = known_in_title(p);
    return known.n > 0 && !str_ends(name, known) ? known : name;
}

/* The name of the file, as normal text. */
static struct candidate from_file(struct page *p)
{
    return (struct candidate){ agency_of_title(page_file_name(p)), { 0, 0, 0 } };
}

struct candidate author_candidate(struct page *p, enum author_way way)
{
    const struct candidate none = { { "", 0 }, { 0, 0, 0 } };
    if (p->r->kind != REPORT_ANNUAL && way != AUTHOR_TITLE)
        return none;
    switch (way) {
    case AUTHOR_TITLE:
        return from_title(p, title_name(p));
    case AUTHOR_PUBLISHES:
        return from_opening(p, RX_OPENING_PUBLISH);
    case AUTHOR_YEAR:
        return from_opening(p, RX_OPENING_YEAR);
    case AUTHOR_SIGNATURE:
        return no_source(p, from_signature(p));
    case AUTHOR_TITLE_ANY:
        return from_title(p, agency_of_title_any(p->title));
    case AUTHOR_SUBJECT:
        return no_source(p, not_the_office(p, from_opening(p, RX_OPENING_SUBJECT)));
    case AUTHOR_METADATA:
        return not_the_office(p, from_metadata(p));
    case AUTHOR_META_TAGS:
        return no_source(p, not_the_office(p, from_meta_tags(p)));
    case AUTHOR_CONTACT:
        return no_source(p, from_contact(p));
    case AUTHOR_OTHER:
        return from_other(p);
    case AUTHOR_FILE:
        return from_file(p);
    case AUTHOR_WAYS:
        break;
    }
    return none;
}
