/* composition.c - see composition.h. */
#include "recognise/composition.h"

#include <string.h>

#include "recognise/rx.h"
#include "recognise/section.h"

enum { TOKENS = 48, WIDEST = 4, PARTS = 24 };

struct split {
    const struct page *p;
    const struct form *form;
    struct str list;        /* the enumeration, normal text */
    size_t at[TOKENS + 1];  /* where token i begins */
    size_t end[TOKENS + 1]; /* where it ends; what lies between is the separator */
    bool word[TOKENS + 1];  /* the separator before token i is a word: 和, 及 */
    size_t n;
    const struct form_section *official[TOKENS + 1]; /* the class of token i */
};

static size_t separator(struct str s, size_t at, bool *word)
{
    static const char *const words[] = { "以及", "和", "及", "与" };
    *word = false;
    if (s.p[at] == ',' || s.p[at] == ';')
        return 1;
    struct str rest = str_sub(s, at, 6);
    if (str_starts(rest, STR("、")))
        return 3;
    *word = true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(rest, str_of(words[i])))
            return strlen(words[i]);
    return 0;
}

/* "咨询情况(公民、法人的咨询情况)": behind the words of a part, up to where its bracket closes; else 0. */
static size_t bracket_end(const struct split *s, size_t from, size_t at)
{
    size_t end = at > from && s->list.p[at] == '('
                     ? str_find(str_sub(s->list, at, s->list.n), STR(")"))
                     : SIZE_MAX;
    return end == SIZE_MAX ? 0 : at + end + 1;
}

static void tokenize(struct split *s)
{
    size_t from = 0;
    int quoted = 0;
    s->n = 0;
    s->word[0] = false;
    for (size_t i = 0; i <= s->list.n;) {
        bool word = false;
        struct str c = str_sub(s->list, i, 3);
        size_t past = i < s->list.n ? bracket_end(s, from, i) : 0;
        if (past > 0) {
            i = past;
            continue;
        }
        if (str_eq_c(c, "“"))
            quoted++;
        else if (str_eq_c(c, "”") && quoted > 0)
            quoted--;
        size_t w = i < s->list.n && quoted == 0 ? separator(s->list, i, &word) : 0;
        bool next = quoted == 1 && i >= from + 3 && str_eq_c(c, "“") && /* “one”“two” */
                    str_eq_c(str_sub(s->list, i - 3, 3), "”");
        if (i < s->list.n && w == 0 && !next) {
            str_next(s->list, &i);
            continue;
        }
        if (i > from && s->n < TOKENS) {
            s->at[s->n] = from;
            s->end[s->n++] = i;
            s->word[s->n] = word;
        } else if (i == from && s->n <= TOKENS) {
            s->word[s->n] = word;
        }
        from = i < s->list.n ? i + w : i + 1;
        i = next ? i + 3 : from;
    }
}

/* Without ordinals, quotation marks, a note in brackets and 等 at the end. */
static struct str bare(struct str part)
{
    size_t note = part.n > 0 && part.p[part.n - 1] == ')' ? str_find(part, STR("(")) : 0;
    if (note > 3 && note < part.n) /* "(一)" is an ordinal */
        part = str_sub(part, 0, note);
    for (bool cut = true; cut && part.n > 0;) {
        cut = false;
        static const char *const leads[] = { "“",  "”",  "(",      ")",      "、", ":",
                                             "《", "》", "分别是", "分别为", "是" };
        for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
            if (str_starts(part, str_of(leads[i]))) {
                part = str_sub(part, strlen(leads[i]), part.n);
                cut = true;
            }
        }
        static const char *const tails[] = { "“", "”", "《", "》", ":", "、", "等" };
        for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
            if (str_ends(part, str_of(tails[i]))) {
                part = str_sub(part, 0, part.n - strlen(tails[i]));
                cut = true;
            }
        }
        size_t n = 3;
        while (n <= 9 && n < part.n && numeral_ordinal(str_sub(part, 0, n)) == 0)
            n += 3;
        if (n <= 9 && n < part.n &&
            (part.p[n] == ')' || part.p[n] == '.' || str_starts(str_sub(part, n, 3), STR("、")))) {
            part = str_sub(part, n + (part.p[n] == ')' || part.p[n] == '.' ? 1 : 3), part.n);
            cut = true;
        }
    }
    return part;
}

static bool is_heading(const struct page *p, struct str part)
{
    const struct report *r = p->r;
    for (size_t i = 0; i < r->section_count; i++)
        if (section_alike(heading_title(r, &r->headings[r->sections[i].heading]), part))
            return true;
    return false;
}

static struct str part_of(const struct split *s, size_t from, size_t to)
{
    return bare(str_sub(s->list, s->at[from], s->end[to] - s->at[from]));
}

/* How well tokens from..to make one part; its class through *official. Only single tokens are
 * matched with the patterns of the classes: of several, the first that has a class gives it. */
static int score(const struct split *s, size_t from, size_t to,
                 const struct form_section **official)
{
    static const char *const ends[] = { "情况", "事项", "措施", "概述", "工作", "附表",
                                        "附件", "问题", "说明", "计划", "打算" };
    struct str part = part_of(s, from, to);
    enum heading_match match;
    *official = section_worded(s->form, part, &match);
    if (part.n == 0)
        return -20;
    bool exact = *official != NULL;
    if (!exact)
        *official = s->official[from] ? s->official[from] : s->official[to];
    if (exact || is_heading(s->p, part))
        return 14;
    int value = *official ? 5 : 0;
    bool closed = false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends && !closed; i++)
        closed = str_ends(part, str_of(ends[i]));
    value += closed ? 2 : -3;
    for (size_t i = from + 1; i <= to; i++)
        value -= s->word[i] ? 0 : 1;
    return page_chars(part, 60) > 30 ? value - 6 : value;
}

struct cell {
    int best;
    size_t from; /* token that the last part begins with */
    const struct form_section *official;
};

/* The best division of the tokens into parts; two neighbours of one class are rather one part. */
static size_t divide(struct split *s, size_t starts[PARTS], size_t ends[PARTS])
{
    struct cell best[TOKENS + 1];
    for (size_t i = 0; i < s->n; i++) {
        enum heading_match match;
        s->official[i] = section_classify(s->form, part_of(s, i, i), &match);
    }
    best[0] = (struct cell){ 0, 0, NULL };
    for (size_t to = 1; to <= s->n; to++) {
        best[to] = (struct cell){ -100000, 0, NULL };
        for (size_t width = 1; width <= WIDEST && width <= to; width++) {
            size_t from = to - width;
            const struct form_section *official;
            int value = best[from].best + score(s, from, to - 1, &official);
            if (official && from > 0 && best[from].official == official)
                value -= 9;
            if (value > best[to].best)
                best[to] = (struct cell){ value, from, official };
        }
    }
    size_t n = 0, stack[TOKENS], depth = 0;
    for (size_t to = s->n; to > 0; to = best[to].from)
        stack[depth++] = to;
    while (depth > 0 && n < PARTS) {
        size_t to = stack[--depth];
        starts[n] = s->at[best[to].from];
        ends[n++] = s->end[to - 1];
    }
    return n;
}

static unsigned number_of(struct str s)
{
    if (s.n > 0 && s.p[0] >= '0' && s.p[0] <= '9') {
        struct numeral n;
        return numeral_read(s, 0, &n) ? (unsigned)decimal_integer(n.value) : 0;
    }
    return str_eq_c(s, "两") ? 2 : numeral_ordinal(s);
}

/* The last "N个部分" of a sentence. */
static bool find_count(struct str sentence, struct pattern_match *out)
{
    bool found = false;
    struct pattern_match m;
    for (size_t from = 0; from < sentence.n && rx_find(RX_COMPOSITION_COUNT, sentence, from, &m);
         from = m.to[0]) {
        *out = m;
        found = true;
    }
    return found;
}

static size_t list_end(struct str sentence, size_t from, const struct pattern_match *count)
{
    static const char *const closers[] = { "组成",      "构成",     "等部分", "等内容",  "等方面",
                                           "等章节",    "几个部分", "等几",   "等多个",  "等若干",
                                           "等板块",    "等,",      ",所列",  ",统计期", ",统计时",
                                           ",数据统计", "。" };
    size_t end = sentence.n;
    for (size_t i = 0; i < sizeof closers / sizeof *closers; i++) {
        size_t at = str_find(str_sub(sentence, from, end - from), str_of(closers[i]));
        if (at != SIZE_MAX)
            end = from + at + (str_starts(str_of(closers[i]), STR("等")) ? strlen("等") : 0);
    }
    if (count && count->from[0] > from && count->from[0] < end)
        end =
            count->from[0] + (str_starts(str_sub(sentence, count->from[0], 3), STR("等")) ? 3 : 0);
    return end;
}

/* Behind "由六部分" the list begins after "组成:"; without a mark there, nothing is listed. */
static size_t past_verb(struct str sentence, size_t from)
{
    static const char *const verbs[] = { "组成", "构成" };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t n = strlen(verbs[i]);
        struct str rest = str_sub(sentence, from, sentence.n);
        if (str_starts(rest, str_of(verbs[i])) && n < rest.n && strchr(":,", rest.p[n]))
            return from + n;
    }
    return from;
}

/* "The report has six parts." and nothing else: there is a number, but no list. */
static bool number_alone(struct str sentence, const struct pattern_match *lead,
                         const struct pattern_match *count)
{
    static const char *const rests[] = { "", "。", "组成。", "构成。", "内容。", "组成", "构成" };
    struct str unit = str_sub(sentence, count->from[0], count->to[0] - count->from[0]);
    struct str rest = str_sub(sentence, count->to[0], sentence.n);
    bool alone = false;
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
        alone |= str_eq_c(rest, rests[i]);
    alone |= str_starts(rest, STR(","));
    return alone && str_ends(unit, STR("部分")) && count->from[0] <= lead->to[0] + 3;
}

/* "in five aspects", "five items": what may be counted within a part, too. */
static bool counts_aspects(struct str sentence, const struct pattern_match *count, bool counted)
{
    struct str unit = str_sub(sentence, count->from[0], count->to[0] - count->from[0]);
    return counted && (str_ends(unit, STR("方面")) || str_has(unit, "项"));
}

/* Whether it has the words of a heading, or treats what is no aspect of the work, which the overview reports, too. */
static bool stands_apart(const struct split *s, struct str part,
                         const struct form_section *official)
{
    enum heading_match match;
    bool aspect =
        !official || str_eq_c(official->key, "disclosure") || str_eq_c(official->key, "requests");
    return !aspect || section_worded(s->form, part, &match);
}

/* "the tables of the report are …", "part one of the report has …", "… three tables": some other thing has these parts. */
static bool is_of_other(struct str sentence, const struct pattern_match *lead, size_t end)
{
    static const char *const things[] = { "表格", "统计表", "附表", "附件" };
    struct str subject = str_sub(sentence, lead->from[0], lead->from[1] - lead->from[0]);
    struct str behind = str_sub(sentence, 0, end);
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (str_ends(subject, str_of(things[i])))
            return true;
    return rx_has(RX_COMPOSITION_PART, subject) || rx_has(RX_COMPOSITION_TABLES, behind);
}

static bool read_sentence(struct page *p, uint32_t block, size_t at, struct str sentence,
                          struct report_composition *c)
{
    struct report *r = p->r;
    struct pattern_match lead, count;
    if (!rx_find(RX_COMPOSITION, sentence, 0, &lead))
        return false;
    bool counted = find_count(sentence, &count);
    size_t from = lead.to[0];
    if (counted && count.from[0] <= from + 3 && count.to[0] > from)
        from = past_verb(sentence, count.to[0]); /* "分为六个部分:一、..." */
    while (from < sentence.n && strchr(":,", sentence.p[from]))
        from++;
    size_t end = list_end(sentence, from, counted && count.from[0] > from ? &count : NULL);
    struct str list = str_sub(sentence, from, end - from);
    bool open = str_ends(list, STR("等"));
    while (list.n > 0 && strchr(",:;", list.p[list.n - 1]))
        list.n--;
    struct split s = { .p = p, .list = list };
    s.form = r->form ? r->form : r->forms->n > 0 ? r->forms->forms[r->forms->n - 1] : NULL;
    size_t starts[PARTS], ends[PARTS], known = 0;
    tokenize(&s);
    size_t n = s.n >= 2 ? divide(&s, starts, ends) : 0;
    struct report_part *parts = arena_alloc(r->arena, n * sizeof *parts + 1);
    bool apart = false; /* one of them is a part of the report for sure */
    for (size_t i = 0; i < n; i++) {
        struct str part = bare(str_sub(list, starts[i], ends[i] - starts[i]));
        enum heading_match match;
        parts[i].official = section_classify(s.form, part, &match);
        parts[i].span = page_span(p, block, (size_t)(part.p - page_text(p, block).p), part.n);
        bool heads = is_heading(p, part);
        known += parts[i].official != NULL || heads;
        apart = apart || heads || stands_apart(&s, part, parts[i].official);
    }
    bool said = counted || str_has(sentence, "组成") || str_has(sentence, "构成") || open;
    if (counted && (n < 2 || known == 0) && number_alone(sentence, &lead, &count))
        n = 0;
    else if (known < 2 || n < 2 || (known < 3 && !said) || known * (counted ? 3 : 2) < n)
        return false;
    if (is_of_other(sentence, &lead, end) || (counts_aspects(sentence, &count, counted) && !apart))
        return false;
    *c = (struct report_composition){ .found = true };
    c->span = page_span(p, block, at, sentence.n);
    c->parts = parts;
    c->part_count = n;
    if (counted) {
        c->stated = number_of(rx_group(sentence, &count, 1));
        c->stated_span = page_span(p, block, at + count.from[1], count.to[0] - count.from[1]);
    }
    c->open = open && c->stated != n;
    return true;
}

/* Whether there are as many chapters as the sentence says. */
static bool is_borne_out(const struct report *r, const struct report_composition *c)
{
    return (c->stated > 0 ? c->stated : c->part_count) == r->section_count;
}

/* The first sentence stands, unless a later one gives another number that the headings do not bear
 * out: then that one is judged. */
static void take(struct report *r, const struct report_composition *c)
{
    bool first = !r->composition.found;
    if (first || (c->stated > 0 && is_borne_out(r, &r->composition) && !is_borne_out(r, c)))
        r->composition = *c;
}

static void read_block(struct page *p, uint32_t block)
{
    struct str text = page_text(p, block);
    for (size_t at = 0; at < text.n;) {
        size_t end = str_find(str_sub(text, at, text.n), STR("。"));
        size_t len = end == SIZE_MAX ? text.n - at : end + 3;
        struct report_composition c;
        if (read_sentence(p, block, at, str_sub(text, at, len), &c))
            take(p->r, &c);
        at += len;
    }
}

void composition_find(struct page *p)
{
    uint32_t end = p->r->section_count > 0 ? p->r->sections[0].end_block : p->tail;
    for (uint32_t b = p->body; b < end; b++)
        if ((p->hits[b] & HIT_COMPOSITION) && page_running(p, b))
            read_block(p, b);
}
