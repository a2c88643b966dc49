/* article.c - see article.h. */
#include "recognise/article.h"

#include <string.h>

#include "recognise/agency.h"
#include "recognise/annex.h"
#include "recognise/dates.h"
#include "recognise/number.h"
#include "recognise/rx.h"
#include "recognise/title.h"
#include "text/date.h"

enum anchor { ANCHOR_NONE, ANCHOR_PROSE, ANCHOR_CHAPTER, ANCHOR_TABLE };

static bool is_footer(const struct page *p, uint32_t b)
{
    struct str text = page_text(p, b);
    return (p->hits[b] & HIT_END) && (rx_has(RX_END, text) || rx_has(RX_FOOTER, text));
}

static bool is_leaving(const struct page *p, uint32_t b)
{
    return (p->hits[b] & HIT_LEAVING) && p->doc->blocks[b].text_len < 300 &&
           rx_has(RX_LEAVING, page_text(p, b));
}

/* Nothing but a date, perhaps with the time of day or in brackets. */
static bool is_bare_date(struct str text)
{
    enum { MOST = 60 };
    struct date_hit hit;
    if (text.n < 8 || text.n > MOST || !date_find(text, 0, 0, &hit))
        return false;
    struct str before = str_sub(text, 0, hit.at);
    struct str behind = str_sub(text, hit.at + hit.length, text.n);
    bool opened = before.n == 0 || str_eq_c(before, "[") || str_eq_c(before, "【");
    bool closed = behind.n == 0 || str_eq_c(behind, "]") || str_eq_c(behind, "】");
    return opened && closed;
}

/* A line of links, breadcrumbs, a byline, metadata. */
static bool is_tools(const struct page *p, uint32_t b)
{
    if (is_bare_date(page_text(p, b)) || dates_beside_name(page_text(p, b)))
        return true;
    if (!(p->hits[b] & (HIT_META | HIT_TOOLS | HIT_DATE | HIT_CRUMB)))
        return false;
    struct str text = page_text(p, b);
    return rx_has(RX_TOOLS, text) || rx_has(RX_CRUMB, text);
}

/* A byline of many parts is as long as a paragraph: "www… 发布时间:… 来源:… 阅读次数:". */
static bool is_long_byline(const struct page *p, uint32_t b)
{
    const uint32_t both = HIT_TOOLS | HIT_DATE;
    struct str text = page_text(p, b);
    bool hits = (p->hits[b] & (HIT_META | HIT_CRUMB)) ||
                ((p->hits[b] & both) == both && !str_has(text, ","));
    return hits && is_tools(p, b) && !str_has(text, "。");
}

static uint8_t anchor_of(const struct page *p, uint32_t b)
{
    size_t len;
    enum heading_style style;
    if (!page_usable(p, b))
        return ANCHOR_NONE;
    if (report_in_table(p->r, b))
        return ANCHOR_TABLE;
    if (p->doc->blocks[b].flags & DOC_LINKED)
        return ANCHOR_NONE;
    if (!page_in_grid(p, b) && number_leading(page_text(p, b), &len, &style) &&
        style == HEADING_CHAPTER)
        return ANCHOR_CHAPTER;
    if (!page_prose(p, b) || is_footer(p, b) || is_leaving(p, b) || is_long_byline(p, b))
        return ANCHOR_NONE;
    return ANCHOR_PROSE;
}

static uint8_t *find_anchors(const struct page *p)
{
    uint8_t *anchors = arena_alloc(p->r->arena, p->blocks + 1);
    for (uint32_t b = 0; b < p->blocks; b++)
        anchors[b] = anchor_of(p, b);
    return anchors;
}

/* The cell that a block stands in; NULL for none. */
static const struct doc_cell *cell_of(const struct page *p, uint32_t b)
{
    uint32_t cell = p->doc->blocks[b].cell;
    return cell ? &p->doc->cells[cell - 1] : NULL;
}

/* Whether b goes on in the table of a byline: to its end, or, where the text stands in it too, to the end of
 * the row. */
static bool is_beside(const struct page *p, const struct doc_cell *byline, uint32_t b,
                      uint32_t text)
{
    const struct doc_cell *own = cell_of(p, b), *of_text = cell_of(p, text);
    bool laid_out = of_text && of_text->table == byline->table;
    return own && own->table == byline->table && (!laid_out || own->row == byline->row);
}

/* Behind the title: metadata and byline come before the text. The last block that is certainly one
 * of them, and the table that it stands in, end the head of the page. */
static uint32_t behind_head(const struct page *p, const uint8_t *anchors, uint32_t from)
{
    uint32_t first = from;
    while (first < p->blocks && !anchors[first])
        first++;
    uint32_t body = from;
    if (first == p->blocks) { /* no text at all: the byline is not the report */
        while (body < p->blocks && (p->doc->blocks[body].text_len == 0 || is_tools(p, body)))
            body++;
        return body;
    }
    for (uint32_t b = from; b < first; b++) {
        if (p->doc->blocks[b].text_len > 0 && !is_tools(p, b))
            continue;
        body = p->doc->blocks[b].text_len > 0 ? b + 1 : body;
    }
    const struct doc_cell *byline = body > from ? cell_of(p, body - 1) : NULL;
    while (byline && body < first && is_beside(p, byline, body, first))
        body++;
    while (body < first && (!page_usable(p, body) || (p->doc->blocks[body].flags & DOC_LINKED)))
        body++;
    return body;
}

/* Without a title: from the first chapter back over the paragraphs before it. */
static uint32_t body_without_title(const struct page *p, const uint8_t *anchors)
{
    uint32_t first = 0, chapter = 0;
    while (chapter < p->blocks && anchors[chapter] < ANCHOR_CHAPTER)
        chapter++;
    while (first < p->blocks && !anchors[first])
        first++;
    if (chapter == p->blocks)
        return first < p->blocks ? first : 0;
    uint32_t body = chapter;
    for (uint32_t b = chapter; b-- > first;) {
        if (p->doc->blocks[b].text_len == 0)
            continue;
        if (!anchors[b] && (!page_usable(p, b) || (p->doc->blocks[b].flags & DOC_LINKED) ||
                            is_tools(p, b) || is_footer(p, b) || is_leaving(p, b)))
            break;
        body = b;
    }
    return body;
}

/* A line of a list of reports: its name with a date. */
static bool is_listed(const struct page *p, uint32_t b)
{
    enum { MOST = 240 };
    struct date_hit hit;
    struct str text = page_text(p, b);
    return (p->hits[b] & HIT_NAME) && text.n <= MOST && !str_has(text, "。") &&
           !str_starts(text, STR("附件")) && rx_has(RX_REPORT_NAME, text) &&
           date_find(text, 0, 0, &hit);
}

/* The block behind the article: the first footer behind which no chapter and no official table
 * follows; then trailing links and menus are taken off. */
static uint32_t find_end(const struct page *p, const uint8_t *anchors)
{
    uint32_t last = p->body;
    for (uint32_t b = p->body; b < p->blocks; b++)
        if (anchors[b] >= ANCHOR_CHAPTER)
            last = b;
    uint32_t end = last + 1 < p->blocks ? last + 1 : p->blocks;
    while (end < p->blocks && !(p->doc->blocks[end].text_len > 0 && is_footer(p, end)))
        end++;
    while (end > p->body + 1) {
        const struct doc_block *b = &p->doc->blocks[end - 1];
        bool listed = (b->flags & DOC_LINKED) || is_listed(p, end - 1);
        bool byline = (p->hits[end - 1] & HIT_DATE) && dates_stated(page_text(p, end - 1));
        if (anchors[end - 1] || (page_usable(p, end - 1) && !listed && !byline))
            break;
        end--;
    }
    return end;
}

/* A line that is a date, with or without an agency before it. */
static bool is_dated_line(struct str text)
{
    enum { MOST = 3 * 45 };
    struct date_hit hit;
    if (text.n > MOST || !date_find(text, 0, DATE_DAMAGED, &hit))
        return false;
    size_t behind = hit.at + hit.length;
    struct str rest = str_sub(text, behind, text.n);
    if (rest.n > 0 && !str_eq_c(rest, ")") && !str_eq_c(rest, "。") && !str_eq_c(rest, "印发"))
        return false;
    struct str before = str_sub(text, 0, hit.at);
    return before.n == 0 || str_eq_c(before, "(") || agency_plausible(before) ||
           (before.n < 36 && (str_ends(before, STR(":")) || str_ends(before, STR("日期"))));
}

/* The signature: agency and date in the last lines. */
static uint32_t find_tail(const struct page *p, const uint8_t *anchors, uint32_t end)
{
    enum { LINES = 8 };
    uint32_t tail = end, seen = 0;
    for (uint32_t b = end; b-- > p->body && seen < LINES;) {
        if (p->doc->blocks[b].text_len == 0 || !page_usable(p, b))
            continue;
        if (anchors[b])
            break;
        if (page_in_grid(p, b))
            continue; /* a statistics annex behind the signature */
        seen++;
        struct str text = page_text(p, b);
        if (is_dated_line(text)) {
            tail = b;
            break;
        }
        if (tail == end && seen == 1 && text.n < 3 * 40 && agency_plausible(text))
            tail = b;
    }
    for (int k = 0; k < 2 && tail < end && tail > p->body + 1; k++) {
        uint32_t b = tail - 1;
        while (b > p->body && !page_usable(p, b))
            b--;
        struct str text = page_text(p, b);
        if (text.n == 0 || anchors[b] || text.n > 3 * 40 || !agency_plausible(text))
            break;
        tail = b;
    }
    return tail;
}

static void set_roles(struct page *p, uint32_t annex, uint32_t end)
{
    for (uint32_t b = 0; b < p->blocks; b++) {
        const struct doc_block *block = &p->doc->blocks[b];
        uint8_t role = ROLE_CHROME;
        if (block->flags & (DOC_HIDDEN | DOC_CHROME))
            role = ROLE_CHROME;
        else if (b >= p->title_first && b < p->title_end)
            role = ROLE_TITLE;
        else if (b >= p->body && b < end)
            role = b >= p->tail && b < annex && !page_in_grid(p, b) ? ROLE_SIGNATURE : ROLE_BODY;
        else if (b < p->body && !(block->flags & DOC_LINKED) && is_tools(p, b))
            role = ROLE_HEAD;
        p->roles[b] = role;
    }
}

void article_find(struct page *p)
{
    uint8_t *anchors = find_anchors(p);
    p->roles = p->r->roles = arena_alloc(p->r->arena, p->blocks + 1);
    title_find(p, anchors);
    bool titled = p->title_end > p->title_first;
    p->body = titled ? behind_head(p, anchors, p->title_end) : body_without_title(p, anchors);
    uint32_t end = p->blocks == 0 ? 0 : find_end(p, anchors);
    uint32_t annex = annex_find(p, end);
    p->tail = find_tail(p, anchors, annex);
    p->r->first_block = titled ? p->title_first : p->body;
    p->r->end_block = end;
    set_roles(p, annex, end);
    title_write(p);
}
