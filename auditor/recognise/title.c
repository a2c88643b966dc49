/* title.c - see title.h. */
#include "recognise/title.h"

#include <string.h>

#include "recognise/agency.h"
#include "recognise/number.h"
#include "recognise/rx.h"
#include "text/normalise.h"

enum { TITLE_BYTES = 240, THRESHOLD = 34 };

static struct str normal_of(struct page *p, struct str raw)
{
    struct strbuf b = { 0 };
    text_normalise(&b, raw, p->doc->script == DOC_SCRIPT_HANS ? 0 : TEXT_T2S, NULL);
    struct str kept = arena_str(p->r->arena, strbuf_view(&b));
    strbuf_free(&b);
    return kept;
}

static uint32_t previous(const struct page *p, uint32_t block)
{
    while (block-- > 0)
        if (p->doc->blocks[block].text_len > 0 && !(p->doc->blocks[block].flags & DOC_HIDDEN))
            return block;
    return p->blocks;
}

static bool is_label(struct str text)
{
    static const char *const labels[] = { "名称",     "标题",     "信息名称", "题名",
                                          "文件名称", "信息标题", "栏目",     "所属栏目",
                                          "分类",     "信息分类", "主题分类", "信息类别" };
    if (str_ends(text, STR(":")))
        text = str_sub(text, 0, text.n - 1);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (str_eq_c(text, labels[i]))
            return true;
    return false;
}

/* Text of the title that begins in block: itself, or joined with the line that completes it. */
static struct str joined(struct page *p, uint32_t block, uint32_t *end)
{
    struct str text = page_text(p, block);
    *end = block + 1;
    uint32_t next = page_next(p, block);
    if (next >= p->blocks || p->doc->blocks[next].text_len > TITLE_BYTES ||
        !rx_has(RX_NAME_OPEN, text) || !rx_has(RX_NAME_REST, page_text(p, next)))
        return text;
    *end = next + 1;
    return arena_fmt(p->r->arena, "%.*s%.*s", STR_ARG(text), STR_ARG(page_text(p, next)));
}

static int score_mark_up(const struct doc_block *b)
{
    int score = 0;
    if (b->level >= 1 && b->level <= 4)
        score += 24 - 4 * b->level;
    if (b->flags & DOC_HEADING)
        score += 6;
    if (b->flags & DOC_CENTERED)
        score += 6;
    if (b->flags & DOC_CHROME)
        score -= 15;
    return score;
}

static int score_name(struct str text)
{
    struct pattern_match m;
    int score = 0;
    if (rx_find(RX_REPORT_NAME, text, 0, &m)) {
        score += 40;
        if (rx_has(RX_PLAIN_TITLE_TAIL, str_sub(text, m.to[0], text.n)))
            score += 10;
    } else if (rx_has(RX_OTHER_NAME, text)) {
        score += 36;
    }
    if (score > 0 && rx_has(RX_YEAR, text))
        score += agency_of_title(text).n > 0 ? 11 : 5;
    if (score > 0 && rx_has(RX_COLLECTION_TITLE, text))
        score += 8;
    return score;
}

/* The name of a list of reports: its entries follow, no sentence that speaks of the report. */
static bool is_list_name(const struct page *p, uint32_t b, struct str text)
{
    int level = p->doc->blocks[b].level;
    uint32_t next = page_next(p, b);
    if ((level > 0 && level <= 2) || next >= p->blocks || rx_has(RX_YEAR, text))
        return false; /* the first: of a page that is a list itself */
    struct str entry = page_text(p, next);
    return (p->hits[next] & HIT_NAME) && !str_has(entry, "。") && rx_has(RX_REPORT_NAME, entry) &&
           rx_has(RX_YEAR, entry);
}

/* "政务公开 | 年度报告 | …", "首页>政务公开>…": entries of a menu, or the way to a page, in one line. */
static bool has_bars(struct str text)
{
    enum { BARS = 3 };
    size_t bars = 0;
    for (size_t i = 0; i < text.n; i++)
        bars += text.p[i] == '|' || text.p[i] == '>';
    return bars >= BARS;
}

/* "首页 政务公开 年度报告": the same with blanks. A title says whose it is, or of which year. */
static bool is_parted_by_blanks(struct str raw, struct str text)
{
    enum { ENTRIES = 3, LEAST = 2, ENTRY = 8 };
    size_t entries = 0;
    struct str part;
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] >= '0' && text.p[i] <= '9')
            return false;
    while (str_split(&raw, ' ', &part)) {
        size_t chars = page_chars(part, ENTRY + 1);
        if (chars < LEAST || chars > ENTRY)
            return false;
        entries++;
    }
    return entries >= ENTRIES && agency_of_title(text).n == 0;
}

static bool is_entry_line(const struct page *p, uint32_t b)
{
    enum { ENTRY = 8 };
    struct str text = page_text(p, b);
    for (size_t i = 0; i < text.n; i++)
        if ((text.p[i] >= '0' && text.p[i] <= '9') || text.p[i] == ':')
            return false;
    return text.n > 0 && page_chars(text, ENTRY + 1) <= ENTRY && !rx_has(RX_YEAR_LINE, text);
}

/* A name among short lines, as the menu beside or above a page comes out of a PDF. */
static bool is_menu_entry(const struct page *p, uint32_t b, uint32_t end, struct str text)
{
    enum { BESIDE = 5 };
    size_t n = 0;
    uint32_t k = b;
    if (p->doc->format != DOC_PDF || rx_has(RX_YEAR, text))
        return false;
    while (n < BESIDE && (k = previous(p, k)) < p->blocks && is_entry_line(p, k))
        n++;
    for (k = end - 1; n < BESIDE && (k = page_next(p, k)) < p->blocks && is_entry_line(p, k);)
        n++;
    return n >= BESIDE;
}

/* "相关文件:…", "附件2:…", "上一篇:…": points at a report that stands elsewhere. */
static bool is_reference(struct str text)
{
    static const char *const labels[] = { "相关",   "附件",   "附:",    "原文",   "全文",
                                          "链接",   "下载",   "上一篇", "下一篇", "上一条",
                                          "下一条", "前一篇", "后一篇", "延伸",   "解读" };
    enum { LABEL = 18 };
    if (!str_has(str_sub(text, 0, LABEL), ":"))
        return false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (str_starts(text, str_of(labels[i])))
            return true;
    return false;
}

/* What a block is worth as the title; -1: it is none. */
static int score_block(struct page *p, uint32_t b, struct str text, struct str wanted,
                       struct str page_title)
{
    const struct doc_block *block = &p->doc->blocks[b];
    size_t len;
    bool meant = wanted.n > 0 && str_eq(text, wanted);
    bool linked = (block->flags & DOC_LINKED) && !(meant && block->level > 0);
    if (text.n < 12 || text.n > TITLE_BYTES || (block->flags & DOC_HIDDEN) || linked ||
        report_in_table(p->r, b) || number_chapter(text, &len) || (!meant && is_reference(text)))
        return -1;
    if (!meant && !(p->hits[b] & HIT_NAME) && block->level == 0)
        return -1;
    if ((p->hits[b] & (HIT_CRUMB | HIT_META | HIT_TOOLS | HIT_DATE)) &&
        (rx_has(RX_CRUMB, text) || rx_has(RX_TOOLS, text)))
        return -1;
    if (block->level == 0 &&
        (str_has(text, "。") || str_ends(text, STR(";")) || str_ends(text, STR(":"))))
        return -1;
    if (block->level == 0 &&
        (has_bars(text) || is_parted_by_blanks(str_trim(doc_block_raw(p->doc, b)), text)))
        return -1;
    int score = score_mark_up(block) + score_name(text);
    if (meant)
        score += 30;
    else if (page_title.n > 0 && str_find(page_title, text) != SIZE_MAX)
        score += 12;
    if (str_has(text, ","))
        score -= 10;
    uint32_t before = previous(p, b);
    if (is_list_name(p, b, text))
        score -= 25;
    if (before < p->blocks && is_label(page_text(p, before)))
        score -= 25;
    return score;
}

/* A line that can stand above the rest of a title: the agency, the year, or both. */
static bool leads(struct str text)
{
    struct pattern_match m;
    if (text.n == 0 || text.n > 3 * 40)
        return false;
    if (agency_plausible(text) || rx_has(RX_YEAR_LINE, text))
        return true;
    if (str_ends(text, STR("关于")))
        return agency_plausible(str_sub(text, 0, text.n - strlen("关于")));
    if (!rx_find(RX_YEAR, text, 0, &m))
        return false;
    if (m.from[0] == 0) { /* "2021年度县林业局" */
        struct str rest = str_sub(text, m.to[0], text.n);
        if (str_starts(rest, STR("度")))
            rest = str_sub(rest, strlen("度"), rest.n);
        return agency_plausible(rest);
    }
    return m.to[0] + 6 >= text.n && !str_ends(text, STR("月")) &&
           agency_plausible(str_sub(text, 0, m.from[0]));
}

/* "发布机构:", but not a whole line of them that ends in the count of visits, nor what no organ is the value of. */
static bool ends_in_label(struct str text)
{
    static const char *const others[] = { "色:",   "字体:", "字号:", "大小:", "次数:", "浏览:",
                                          "量:",   "数:",   "日期:", "时间:", "到:",   "打印:",
                                          "文号:", "度:",   "词:",   "索引:", "号:" };
    if (!str_ends(text, STR(":")) || str_has(str_sub(text, 0, text.n - 1), ":"))
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_ends(text, str_of(others[i])))
            return false;
    return true;
}

/* Takes the lines above that belong to the title: the agency, the year, in either order. */
static void take_lines_above(struct page *p, struct str text, const uint8_t *anchors)
{
    for (int k = 0; k < 2; k++) {
        bool named = agency_of_title(text).n > 0;
        if (named && rx_has(RX_YEAR, text))
            return;
        uint32_t b = previous(p, p->title_first);
        if (b >= p->blocks || anchors[b] || !page_usable(p, b) ||
            (p->doc->blocks[b].flags & DOC_LINKED) ||
            (rx_has(RX_YEAR, text) && rx_has(RX_YEAR, page_text(p, b))) ||
            !(named ? rx_has(RX_YEAR_LINE, page_text(p, b)) : leads(page_text(p, b))))
            return;
        uint32_t before = previous(p, b);
        if (before < p->blocks && ends_in_label(page_text(p, before)))
            return; /* the value of a label, not a line of the title */
        p->title_first = b;
        text = arena_fmt(p->r->arena, "%.*s%.*s", STR_ARG(page_text(p, b)), STR_ARG(text));
    }
}

static void take_year_below(struct page *p, struct str text)
{
    uint32_t next = page_next(p, p->title_end - 1);
    if (next < p->blocks && !rx_has(RX_YEAR, text) && rx_has(RX_YEAR_LINE, page_text(p, next)) &&
        page_usable(p, next))
        p->title_end = next + 1;
}

/* "有关事项的通知" below the name of a report: the title is that of a notice. */
static void take_notice_below(struct page *p, struct str text)
{
    enum { LINE = 20 };
    struct pattern_match m;
    uint32_t next = page_next(p, p->title_end - 1);
    if (next >= p->blocks || !page_usable(p, next) || !rx_find(RX_REPORT_NAME, text, 0, &m) ||
        m.to[0] != text.n)
        return;
    struct str below = page_text(p, next);
    if (page_chars(below, LINE + 1) <= LINE && rx_has(RX_NOTICE_REST, below))
        p->title_end = next + 1;
}

static bool ends_with_date(struct str text)
{
    struct date_hit hit;
    return date_find(text, 0, 0, &hit) && hit.at + hit.length == text.n;
}

static bool is_dated_name(const struct page *p, uint32_t b)
{
    return b < p->blocks && (p->hits[b] & HIT_NAME) && ends_with_date(page_text(p, b));
}

/* "… 2024-01-20": an entry of a list of reports, below the article's beginning or beside another. */
static bool is_entry(const struct page *p, uint32_t b, struct str text, bool anchored)
{
    return ends_with_date(text) &&
           (anchored || is_dated_name(p, previous(p, b)) || is_dated_name(p, page_next(p, b)));
}

void title_find(struct page *p, const uint8_t *anchors)
{
    struct str wanted = normal_of(p, doc_meta(p->doc, "ArticleTitle", NULL));
    struct str page_title = normal_of(p, doc_meta(p->doc, "title", NULL));
    struct str best_text = { "", 0 };
    int best = THRESHOLD - 1;
    bool anchored = false;
    uint32_t last = p->blocks;
    while (last > 0 && !anchors[last - 1])
        last--;
    for (uint32_t b = 0; b < p->blocks; b++) {
        uint32_t end;
        struct str text = page_text(p, b);
        bool candidate = text.n > 0 && text.n <= TITLE_BYTES &&
                         ((p->hits[b] & HIT_NAME) || p->doc->blocks[b].level > 0 ||
                          (wanted.n > 0 && str_eq(text, wanted)));
        if (candidate) {
            text = joined(p, b, &end);
            bool listed = is_entry(p, b, text, anchored) || is_menu_entry(p, b, end, text);
            int score = listed ? -1 : score_block(p, b, text, wanted, page_title);
            if (score > 0)
                score -= (anchored ? 35 : 0) + (last > 0 && b >= last ? 10 : 0);
            if (score > best || (score == best && !anchored)) {
                best = score;
                best_text = text;
                p->title_first = b;
                p->title_end = end;
            }
        }
        anchored |= anchors[b] != 0;
    }
    if (best < THRESHOLD) {
        p->title_first = p->title_end = 0;
        return;
    }
    take_lines_above(p, best_text, anchors);
    take_year_below(p, best_text);
    take_notice_below(p, best_text);
}

int title_year(struct str title, size_t *at, size_t *len)
{
    struct pattern_match m;
    if (!rx_find(RX_YEAR, title, 0, &m))
        return 0;
    struct str digits = rx_group(title, &m, 1);
    if (digits.n == 0)
        digits = rx_group(title, &m, 2);
    if (at)
        *at = (size_t)(digits.p - title.p);
    if (len)
        *len = digits.n;
    struct numeral n;
    if (digits.n == 4 || (numeral_read(digits, 0, &n) && n.length == digits.n))
        return digits.n == 4 ? (digits.p[0] - '0') * 1000 + (digits.p[1] - '0') * 100 +
                                   (digits.p[2] - '0') * 10 + (digits.p[3] - '0')
                             : (int)decimal_integer(n.value);
    return 0;
}

/* The part of <title> that names a report; the rest is the site's name. */
static struct str page_title_part(struct page *p, struct str raw)
{
    static const char *const joints[] = { "_", "-", "|", "—", "–", "－", "｜", ">" };
    const struct str none = { "", 0 };
    while (raw.n > 0) {
        size_t cut = raw.n, width = 0;
        for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
            size_t at = str_find(raw, str_of(joints[i]));
            if (at < cut) {
                cut = at;
                width = strlen(joints[i]);
            }
        }
        struct str part = str_trim(str_sub(raw, 0, cut));
        struct str text = normal_of(p, part);
        if (score_name(text) > 0)
            return part;
        raw = str_sub(raw, cut + width, raw.n);
    }
    return none;
}

static void title_from_meta(struct page *p)
{
    static const char *const names[] = { "ArticleTitle", "DC.Title", "og:title", "title" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t which;
        struct str raw = doc_meta(p->doc, names[i], &which);
        if (raw.n == 0)
            continue;
        struct str part = page_title_part(p, raw);
        if (part.n == 0)
            continue;
        p->r->title = part;
        p->r->title_line = p->doc->metas[which].line;
        p->title = normal_of(p, part);
        return;
    }
}

/* "title |": the frame of a table that the title stood in. */
static struct str without_bars(struct str text)
{
    text = str_trim(text);
    while (text.n > 0 && text.p[text.n - 1] == '|')
        text = str_trim(str_sub(text, 0, text.n - 1));
    while (text.n > 0 && text.p[0] == '|')
        text = str_trim(str_sub(text, 1, text.n));
    return text;
}

void title_write(struct page *p)
{
    struct report *r = p->r;
    if (p->title_end == p->title_first) {
        title_from_meta(p);
    } else {
        struct strbuf raw = { 0 }, text = { 0 };
        for (uint32_t b = p->title_first; b < p->title_end; b++) {
            if (p->doc->blocks[b].flags & DOC_HIDDEN)
                continue;
            strbuf_str(&raw, without_bars(doc_block_raw(p->doc, b)));
            strbuf_str(&text, without_bars(page_text(p, b)));
        }
        r->title = arena_str(r->arena, strbuf_view(&raw));
        p->title = arena_str(r->arena, strbuf_view(&text));
        strbuf_free(&raw);
        strbuf_free(&text);
        const struct doc_block *first = &p->doc->blocks[p->title_first];
        const struct doc_block *last = &p->doc->blocks[p->title_end - 1];
        r->title_span = page_span(p, p->title_first, 0, last->text + last->text_len - first->text);
        r->title_line = first->line;
    }
    r->title_year = title_year(p->title, NULL, NULL);
}
