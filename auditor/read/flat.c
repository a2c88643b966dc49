/* flat.c - paragraphs in which the headings of an article stand; see flat.h. */
#include "read/flat.h"

#include <string.h>

#include "document/edit.h"
#include "read/flat_table.h"
#include "read/wrap_line.h"
#include "text/numeral.h"

enum { LONG = 400, REST = 120, SHORTEST = 36, TITLE = 3 * 42, ORDINAL = 9, SURE = 4 };

/* 一、 and 第一部分; (一); 1. and 1、 */
enum style { CHAPTER, BRACKET, ARABIC, STYLES };
enum {
    MARKS = FLAT_CUTS / 4
}; /* of a style; those of two may part a paragraph, before and behind the title */

struct mark {
    enum style style;
    unsigned number;
    size_t at;
    size_t words; /* behind the number */
    size_t end;   /* of the title, where a blank parts it from text; else `words` */
    bool firm;    /* a sentence ends before it, or it begins the paragraph */
    bool worded;  /* its title has words that headings have */
};

/* The headings that may be in a paragraph. */
struct marks {
    struct mark all[STYLES * MARKS];
    size_t n;
};

/* Chapters, numbers of one style, that follow each other. */
struct chain {
    enum style style;
    size_t first;          /* of the marks; SIZE_MAX: none yet */
    unsigned last;         /* number of its last one */
    unsigned n, worded;    /* chapters, those whose titles have words of headings */
    bool first_text, text; /* a full stop stands before the second chapter, behind any */
};

static bool starts(struct str line, size_t at, const char *what)
{
    return str_starts(str_sub(line, at, line.n), str_of(what));
}

/* Bytes of the blank at `at`, 0 for none: space, tab, no-break and ideographic space. */
static size_t blank_at(struct str line, size_t at)
{
    if (line.p[at] == ' ' || line.p[at] == '\t' || line.p[at] == '\n')
        return 1;
    return starts(line, at, "\xC2\xA0") ? 2 : starts(line, at, "\xE3\x80\x80") ? 3 : 0;
}

static bool is_behind_blank(struct str line, size_t at)
{
    for (size_t n = 1; n <= 3 && n <= at; n++)
        if (blank_at(line, at - n) == n)
            return true;
    return false;
}

static size_t behind_blanks(struct str line, size_t at)
{
    while (at < line.n && blank_at(line, at))
        at += blank_at(line, at);
    return at;
}

/* What must stand behind a number: 、 or ． (or, before the words of a heading, another mark), a bracket, 部分 or 章. */
enum behind { BEHIND_CHAPTER, BEHIND_BRACKETED, BEHIND_PART };

static bool is_chapter_mark(const char *p)
{
    return memcmp(p, "、", 3) == 0 || memcmp(p, "．", 3) == 0;
}

/* Bytes of a mark that is rarely meant for the one behind a chapter's number: 一，总体情况. */
static size_t loose_mark(const char *p)
{
    bool wide = memcmp(p, "，", 3) == 0 || memcmp(p, "：", 3) == 0;
    return *p == '.' || *p == ',' || *p == ':' ? 1 : wide ? 3 : 0;
}

/* Its bytes, 0 where it does not stand there. */
static size_t bytes_behind(struct str line, size_t at, enum behind behind)
{
    const unsigned char *p = (const unsigned char *)line.p + at;
    if (behind == BEHIND_BRACKETED && p[0] == ')')
        return 1;
    if (behind == BEHIND_CHAPTER && at + 3 <= line.n && p[0] < 0x80)
        return loose_mark(line.p + at);
    if (at + 3 > line.n || p[0] < 0xE3)
        return 0;
    if (behind == BEHIND_BRACKETED)
        return memcmp(p, "）", 3) == 0 ? 3 : 0;
    if (behind == BEHIND_PART)
        return memcmp(p, "章", 3) == 0 ? 3 : starts(line, at, "部分") ? 6 : 0;
    return is_chapter_mark(line.p + at) ? 3 : loose_mark(line.p + at);
}

/* The Chinese ordinal at `at`, of up to three characters, and its length with the mark behind it. */
static unsigned ordinal(struct str line, size_t at, enum behind behind, size_t *length)
{
    for (size_t n = 3; n <= ORDINAL && at + n < line.n; n += 3) {
        size_t mark = bytes_behind(line, at + n, behind);
        unsigned number = mark ? numeral_ordinal(str_sub(line, at, n)) : 0;
        if (number > 0) {
            *length = n + mark;
            return number;
        }
    }
    return 0;
}

/* What ends the words of a heading. A colon may stand in one that a blank ends. */
enum stop { NO_STOP, COLON, STOP };

static enum stop stop_at(struct str line, size_t at)
{
    static const char *const stops[] = { "。", "，", "；", ",", ";" };
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (starts(line, at, stops[i]))
            return STOP;
    return line.p[at] == ':' || starts(line, at, "：") ? COLON : NO_STOP;
}

/* Behind the words of a heading, at the blank that parts it from the text; `from` if none does. */
static size_t title_end(struct str line, size_t from)
{
    size_t start = behind_blanks(line, from);
    for (size_t i = start; i < line.n && i < start + TITLE;) {
        if (blank_at(line, i))
            return i;
        if (stop_at(line, i) == STOP)
            return from;
        str_next(line, &i);
    }
    return from;
}

/* "1." or "1、" at `at`, and no figure behind it. */
static unsigned arabic(struct str line, size_t at, size_t *length)
{
    size_t n = 0;
    unsigned number = 0;
    for (; n < 2 && at + n < line.n && line.p[at + n] >= '0' && line.p[at + n] <= '9'; n++)
        number = number * 10 + (unsigned)(line.p[at + n] - '0');
    size_t mark = at + n == line.n                                           ? 0
                  : line.p[at + n] == '.'                                    ? 1
                  : at + n + 3 <= line.n && is_chapter_mark(line.p + at + n) ? 3
                                                                             : 0;
    char next = at + n + mark < line.n ? line.p[at + n + mark] : '0';
    *length = n + mark;
    return mark > 0 && (next < '0' || next > '9') ? number : 0;
}

static bool is_worded(struct str line, const struct mark *m);

static bool mark_at(struct str line, size_t at, struct mark *m)
{
    size_t open = line.p[at] == '(' ? 1 : starts(line, at, "（") ? 3 : 0, length = 0;
    size_t lead = starts(line, at, "第") ? 3 : open;
    enum behind behind = open ? BEHIND_BRACKETED : lead ? BEHIND_PART : BEHIND_CHAPTER;
    bool digit = line.p[at] >= '0' && line.p[at] <= '9';
    if (!digit && open == 0 && ((unsigned char)line.p[at] & 0xF0) != 0xE0)
        return false;
    m->number = digit ? arabic(line, at, &length) : ordinal(line, at + lead, behind, &length);
    if (m->number == 0)
        return false;
    m->style = digit ? ARABIC : open ? BRACKET : CHAPTER;
    m->at = at;
    m->words = at + lead + length;
    m->end = title_end(line, m->words);
    bool loose = m->style == CHAPTER && lead == 0 && !is_chapter_mark(line.p + m->words - 3);
    return !loose || is_worded(line, m);
}

/* Whether a sentence ends before `at`. */
static bool is_firm(struct str line, size_t at)
{
    static const char *const stops[] = { "。", "！", "）", ")" };
    struct str before = str_trim(str_sub(line, 0, at));
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (str_ends(before, str_of(stops[i])))
            return true;
    return before.n == 0;
}

/* Whether a heading may begin behind what ends before `at`: a sentence, or a blank. */
static bool is_edge(struct str line, size_t at, bool *firm)
{
    *firm = is_firm(line, at);
    return *firm || is_behind_blank(line, at);
}

/* Hot: asked of each character. Whether mark_at() is worth asking: most characters are neither a bracket nor a figure,
 * nor stand before the mark of a chapter's number. */
static bool may_be_mark(struct str line, size_t at)
{
    const char *p = line.p + at;
    unsigned char c = (unsigned char)*p;
    if (c < 0xE4)
        return c == '(' || (c >= '1' && c <= '9');
    if (at + ORDINAL + 3 > line.n)
        return true;
    return loose_mark(p + 3) || is_chapter_mark(p + 3) || is_chapter_mark(p + 6) ||
           is_chapter_mark(p + 9) || memcmp(p, "第", 3) == 0 || memcmp(p, "（", 3) == 0;
}

/* The next heading from `from` on. */
static bool next_mark(struct str line, size_t from, struct mark *m)
{
    for (size_t i = from; i < line.n; str_next(line, &i))
        if (may_be_mark(line, i) && mark_at(line, i, m) && is_edge(line, i, &m->firm))
            return true;
    return false;
}

/* Whether the words behind a number, up to the first mark of a sentence, are such as headings have. Forms are not known
 * yet; these are the words in which all their headings, and most of those that offices write, end. */
static bool is_worded(struct str line, const struct mark *m)
{
    static const char *const words[] = { "情况", "情況", "事项", "事項", "问题", "問題",
                                         "概述", "概况", "概況", "综述", "綜述" };
    struct str title = str_sub(line, m->words, TITLE);
    size_t end = 0;
    while (end < title.n && stop_at(title, end) == NO_STOP)
        str_next(title, &end);
    title.n = m->end > m->words ? m->end - m->words : end;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_has(title, words[i]))
            return true;
    return false;
}

/* Of each style so many: a long list is not to hide the chapters behind it. */
static void find_marks(struct str line, struct marks *found)
{
    struct mark m;
    size_t counts[STYLES] = { 0 };
    found->n = 0;
    for (size_t from = 0; next_mark(line, from, &m); from = m.words)
        if (counts[m.style]++ < MARKS)
            found->all[found->n++] = m;
    for (size_t i = 0; i < found->n; i++) {
        struct mark *mark = &found->all[i];
        /* the next heading may begin within what was taken for the title */
        if (i + 1 < found->n && mark->end > found->all[i + 1].at)
            mark->end = mark->words;
        mark->worded = is_worded(line, mark);
    }
}

/* "详见 三、收到和处理政府信息公开申请情况 部分": not where the chapter with the number begins behind a sentence further
 * on, or, for a number that is not the next one, where the next one does. */
static bool is_mention(const struct marks *marks, size_t i, unsigned next)
{
    const struct mark *m = &marks->all[i];
    for (size_t k = i + 1; k < marks->n; k++) {
        const struct mark *other = &marks->all[k];
        if (other->style == m->style && ((other->number == m->number && other->firm && !m->firm) ||
                                         (other->number == next && m->number > next)))
            return true;
    }
    return false;
}

/* The chapters of a paragraph: they begin with the first one, or the paragraph with a later one. A chain without text
 * before the first chapter comes again is a table of contents. What is no chapter of the chain is marked as none. */
static struct chain find_chain(struct str line, struct marks *marks, enum style style)
{
    struct chain c = { .style = style, .first = SIZE_MAX };
    size_t before = 0, begin = behind_blanks(line, 0);
    for (size_t i = 0; i < marks->n; i++) {
        struct mark *m = &marks->all[i];
        bool none = c.first == SIZE_MAX;
        if (m->style != style)
            continue;
        bool text = !none && str_has(str_sub(line, before, m->at - before), "。");
        c.text |= text;
        c.first_text |= text && c.n == 1;
        if ((none && m->at == begin) || (m->number == 1 && !c.text)) {
            c = (struct chain){
                .style = style, .first = i, .last = m->number, .n = 1, .worded = m->worded
            };
        } else if (!none && m->number > c.last && m->number <= c.last + 2 &&
                   !is_mention(marks, i, c.last + 1)) {
            c.last = m->number;
            c.n++;
            c.worded += m->worded;
        } else {
            m->number = 0;
        }
        before = m->words;
    }
    return c;
}

static bool is_flat(struct str line, bool goes_on, const struct marks *marks, const struct chain *c)
{
    if (c->first == SIZE_MAX)
        return false;
    const struct mark *m = &marks->all[c->first];
    bool begins = m->at == behind_blanks(line, 0), parted = m->end > m->words;
    bool behind = str_has(str_sub(line, m->end, line.n), "。");
    unsigned least = c->style == ARABIC ? SURE : 2; /* many a list bears such numbers */
    bool several = c->n >= least && c->worded >= least && behind;
    if (several && (c->first_text || (begins && m->number > 1)))
        return true;
    if (c->style != CHAPTER)
        return false;
    bool opens = parted && begins && m->worded;
    bool lone = c->n == 1 && opens; /* one heading, and its text behind a blank */
    bool long_one = parted && line.n >= LONG && m->number == 1 && (c->n == 1 || c->first_text);
    return behind && (lone || long_one || (goes_on && opens && line.n >= REST));
}

size_t flat_cuts(struct str line, bool goes_on, size_t cuts[FLAT_CUTS])
{
    struct marks marks;
    struct chain c;
    size_t n = 0, begin = behind_blanks(line, 0);
    find_marks(line, &marks);
    for (enum style style = CHAPTER; style < STYLES; style++) {
        c = find_chain(line, &marks, style);
        if (is_flat(line, goes_on, &marks, &c))
            break;
        if (style == STYLES - 1)
            return 0;
    }
    for (size_t i = c.first; i < marks.n; i++) {
        const struct mark *m = &marks.all[i];
        bool part = c.style == CHAPTER && m->style == BRACKET;
        if (m->number == 0 || (m->style != c.style && !part))
            continue; /* of a list in the text */
        if (m->at > begin && (n == 0 || behind_blanks(line, cuts[n - 1]) < m->at))
            cuts[n++] = m->at;
        if (m->end > m->words)
            cuts[n++] = m->end;
    }
    return n;
}

/* Before anything is looked for, in most blocks: whether a chapter begins the paragraph, or the first one is in it. Chains
 * of other numbers are long. */
static bool may_be_flat(struct str line)
{
    struct mark m;
    size_t begin = line.n >= SHORTEST ? behind_blanks(line, 0) : line.n;
    if (begin == line.n)
        return false;
    return (mark_at(line, begin, &m) && m.style != ARABIC) || str_has(line, "一、") ||
           str_has(line, "一．") || str_has(line, "第一部分") ||
           (line.n >= LONG && (str_has(line, "一）") || str_has(line, "一)") ||
                               str_has(line, "1.") || str_has(line, "1、")));
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whether rows of figures may stand in it: "0 0 0" and more of them. Looked for by its blanks, of which prose has few. */
static bool may_hold_tables(struct str line)
{
    enum { ROW = 3, LEAST = 8 };
    const char *end = line.p + line.n, *next = line.p;
    size_t run = 0, figures = 0;
    if (line.n < SHORTEST)
        return false;
    while (figures < LEAST && (next = memchr(next, ' ', (size_t)(end - next))) != NULL) {
        char before = next > line.p ? next[-1] : ' ';
        if (!is_digit(before) && before != ' ' && before != '.')
            run = 0;
        if (++next < end && is_digit(*next) && ++run >= ROW)
            figures++;
    }
    return figures >= LEAST;
}

/* The cells of the tables in a paragraph, in turn with its headings: the next place to cut behind `at`. */
struct cells {
    struct str line;
    size_t at, first, end; /* of the table that is cut */
};

static size_t next_cell(struct cells *c)
{
    if (c->at < c->end)
        c->at = flat_table_next(c->line, c->at);
    else if (flat_table_find(c->line, c->end, &c->first, &c->end))
        c->at = c->first;
    else
        c->at = c->end = c->line.n;
    return c->at;
}

/* "X局2024年度报告 发布时间：2025-01-20 来源：X局 本报告按照…": cuts the title and what is said of the page from the text,
 * which begins with the first sentence, or the first heading at `end`. */
static void part_head(struct doc_edit *edit, size_t block, struct str line, size_t end)
{
    enum { TOKENS = 16 };
    bool titled = false;
    size_t at = behind_blanks(line, 0), next;
    for (int n = 0; at < end && n < TOKENS; n++, at = next) {
        next = flat_table_next(line, at);
        struct str token = str_trim(str_sub(line, at, next - at));
        if (titled)
            doc_edit_part(edit, block, at);
        if (str_has(token, "，") || str_has(token, ",") || str_has(token, "。"))
            return;
        titled |= wrap_ends_name(token);
    }
}

static void part_block(struct doc_edit *edit, size_t block, struct str line, bool tables,
                       const size_t *cuts, size_t n)
{
    struct cells c = { .line = line };
    size_t cell = tables ? next_cell(&c) : line.n, k = 0;
    while (k < n || cell < line.n) {
        bool heading = k < n && cuts[k] <= cell;
        doc_edit_part(edit, block, heading ? cuts[k++] : cell);
        if (!heading)
            cell = next_cell(&c);
    }
}

struct doc *flat_part(struct doc *doc)
{
    struct doc_edit *edit = NULL;
    size_t cuts[FLAT_CUTS];
    bool headed = false; /* another paragraph stands before */
    for (size_t i = 0; i < doc->block_count; i++) {
        struct str line = doc_block_raw(doc, i);
        if (doc->blocks[i].flags & (DOC_CHROME | DOC_RULE))
            continue;
        bool tables = may_hold_tables(line);
        size_t n = may_be_flat(line) ? flat_cuts(line, edit != NULL, cuts) : 0;
        if ((n > 0 || tables) && !edit)
            edit = doc_edit_new(doc);
        if (n > 1 && !headed)
            part_head(edit, i, line, cuts[0]);
        if (n > 0 || tables)
            part_block(edit, i, line, tables, cuts, n);
        headed |= line.n > 0;
    }
    if (!edit)
        return doc;
    struct doc *made = doc_edit_end(edit);
    doc_free(doc);
    return made;
}
