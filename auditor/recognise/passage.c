/* passage.c - see passage.h. */
#include "recognise/passage.h"

#include "text/words.h"

static bool is_line(const struct report *r, uint32_t block)
{
    return report_in_article(r, block) && !report_in_table(r, block) &&
           !(r->doc->blocks[block].flags & DOC_RULE) && r->doc->blocks[block].cell == 0 &&
           r->doc->blocks[block].text_len > 0;
}

static bool opens_section(const struct report *r, uint32_t block)
{
    for (size_t i = 0; i < r->section_count; i++)
        if (r->headings[r->sections[i].heading].block == block)
            return true;
    return false;
}

static bool ends_open(const struct report *r, uint32_t block)
{
    return words_ends(doc_block_text(r->doc, block), ": , ; 、") != 0;
}

/* "公告通知:136条": a member of a list whose lines end in no mark. */
static bool is_entry(const struct report *r, uint32_t block)
{
    enum { ENTRY_MAX = 75, NAME_MAX = 60 };
    struct str text = doc_block_text(r->doc, block);
    size_t name = text.n <= ENTRY_MAX ? str_find(text, STR(":")) : SIZE_MAX;
    return name != SIZE_MAX && name > 0 && name <= NAME_MAX && name + 1 < text.n &&
           text.p[name + 1] >= '0' && text.p[name + 1] <= '9' && !words_ends(text, "。 ! ?");
}

/* The first clause of a text, up to a comma or a colon; empty when it is long. */
static struct str first_clause(struct str text)
{
    enum { CLAUSE_MAX = 60 };
    struct str head = str_sub(text, 0, CLAUSE_MAX);
    size_t comma = str_find(head, STR(",")), colon = str_find(head, STR(":"));
    size_t end = comma < colon ? comma : colon;
    return end == SIZE_MAX ? STR("") : str_sub(head, 0, end);
}

/* "从办理结果看,予以公开…", "其中,网络申请…", "在主动公开的信息中,机构类…": a paragraph that divides what the one
 * above it counted. */
static bool divides_above(const struct report *r, uint32_t block)
{
    struct str text = doc_block_text(r->doc, block);
    bool seen = words_starts(text, "其中 从 按 分") != 0;
    if (!seen && !words_starts(text, "在 所 已 主动 答复 办结"))
        return false;
    if (words_starts(text, "其中, 其中:"))
        return true;
    struct str head = first_clause(text);
    if (words_ends(head, "信息中 申请中 提案中 建议中 案件中 留言中 诉求中 来电中 当中"))
        return true;
    return seen && head.n && !words_has(head, "总量 总体 总的 整体") &&
           words_ends(head, "看 来看 上看 分 划分 分类 统计 来说 而言 来讲") != 0;
}

/* "(二)", "(2)", "2.", "2、", "二是" at the beginning of a line: its number, and its way of numbering in the last
 * digit; 0 for none. */
static unsigned numbered(struct str text)
{
    static const char *const chinese[] = { "一", "二", "三", "四", "五",
                                           "六", "七", "八", "九", "十" };
    enum { COUNT = sizeof chinese / sizeof *chinese, BRACKET = 1, DIGITS = 2 };
    bool bracket = text.p[0] == '(', digits = text.p[bracket] >= '0' && text.p[bracket] <= '9';
    unsigned number = 0;
    size_t n = bracket;
    if (digits)
        while (n < 3u && text.p[n] >= '0' && text.p[n] <= '9')
            number = number * COUNT + (unsigned)(text.p[n++] - '0');
    for (unsigned k = 0; !digits && k < COUNT; k++)
        if (str_starts(str_sub(text, n, text.n), str_of(chinese[k])))
            number = k + 1;
    struct str behind = str_sub(text, digits ? n : n + STR("一").n, text.n);
    bool marked = bracket  ? str_starts(behind, STR(")"))
                  : digits ? words_starts(behind, ". 、") != 0
                           : str_starts(behind, STR("是"));
    return number && marked ? number * COUNT + (bracket ? BRACKET : 0) + (digits ? DIGITS : 0) : 0;
}

static bool ends_in_count(struct str text)
{
    size_t end = text.n - words_ends(text, "。 ;");
    size_t unit =
        words_ends(str_sub(text, 0, end), "条 件 份 篇 次 期 场 宗 个 项 起 则 人次 人 家");
    return unit && end > unit && text.p[end - unit - 1] >= '0' && text.p[end - unit - 1] <= '9';
}

/* "2.公众号395条。": the number of a member of a list of short lines that end in a count, as numbered() gives it. */
static unsigned member_of(const struct report *r, uint32_t block)
{
    enum { SHORTEST = 8, LONGEST = 120 };
    struct str text = doc_block_text(r->doc, block);
    if (text.n < SHORTEST || text.n > LONGEST ||
        !((text.p[0] > '0' && text.p[0] <= '9') || text.p[0] == '(' ||
          str_starts(str_sub(text, STR("一").n, text.n), STR("是"))))
        return 0; /* nearly all blocks */
    unsigned number = numbered(text);
    return number && ends_in_count(text) ? number : 0;
}

/* "公开信息1310条。" before "1.网站820条。", and that before "2.公众号395条。". */
static bool is_counted_on(const struct report *r, uint32_t block)
{
    enum { STEP = 10 };
    unsigned next = block + 1 < r->doc->block_count ? member_of(r, block + 1) : 0;
    if (next == 0)
        return false;
    return next < 2 * STEP ? ends_in_count(doc_block_text(r->doc, block))
                           : member_of(r, block) + STEP == next;
}

static bool ends_sentence(const struct report *r, uint32_t block)
{
    return words_ends(doc_block_text(r->doc, block), "。 !") != 0;
}

/* Whether a block goes on in the next one. */
static bool goes_on(const struct report *r, uint32_t block)
{
    bool open = ends_open(r, block) || is_entry(r, block);
    bool divided = !open && block + 1 < r->doc->block_count && divides_above(r, block + 1);
    bool counted = !open && !divided && is_counted_on(r, block);
    if (!open && !divided && !counted) /* nearly all blocks */
        return false;
    return is_line(r, block) && is_line(r, block + 1) && !opens_section(r, block) &&
           !opens_section(r, block + 1) &&
           (counted ||
            (divided ? ends_sentence(r, block) : ends_open(r, block) || is_entry(r, block + 1)));
}

/* The last block of the passage that a block stands in, *first gets its first one. */
static uint32_t passage_bounds(const struct report *r, uint32_t block, uint32_t *first)
{
    uint32_t last = *first = block;
    while (*first > 0 && block - *first < PASSAGE_MAX && goes_on(r, *first - 1))
        (*first)--;
    while (last - *first < PASSAGE_MAX && goes_on(r, last))
        last++;
    if (last - *first >= PASSAGE_MAX)
        last = *first = block; /* read line by line */
    return last;
}

uint32_t passage_first(const struct report *r, uint32_t block)
{
    uint32_t first;
    passage_bounds(r, block, &first);
    return first;
}

/* "4 政府信息公开行政复议、行政诉讼情况": the number of a heading in a way of its own is no count of reviews. */
static bool is_oddly_numbered(const struct report *r, uint32_t block)
{
    for (size_t i = 0; i < r->section_count; i++) {
        const struct report_heading *h = &r->headings[r->sections[i].heading];
        if (h->block == block)
            return h->style == HEADING_PLAIN && h->title.at != h->span.at;
    }
    return false;
}

struct str passage_text(const struct report *r, uint32_t block)
{
    uint32_t first, last = passage_bounds(r, block, &first);
    if (first != block || is_oddly_numbered(r, block))
        return (struct str){ "", 0 };
    const struct doc_block *end = &r->doc->blocks[last];
    uint32_t from = r->doc->blocks[block].text;
    return str_sub(strbuf_view(&r->doc->text), from, end->text + end->text_len - from);
}
