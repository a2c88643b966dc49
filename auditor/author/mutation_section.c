/* mutation_section.c - sections, headings, the sentence that lists the parts. */
#include <stdlib.h>

#include "author/mutation_edit.h"
#include "author/mutation_make.h"
#include "text/pattern.h"

static const char *const numerals[] = { "一", "二", "三", "四", "五",   "六",
                                        "七", "八", "九", "十", "十一", "十二" };
enum { NUMERALS = sizeof numerals / sizeof *numerals };

size_t make_headings(const struct mutation_original *o)
{
    return o->report->heading_count;
}

static const struct report_section *section_at(const struct mutation *m)
{
    return &m->original->report->sections[m->site];
}

static const struct report_heading *heading_of(const struct mutation *m,
                                               const struct report_section *s)
{
    return &m->original->report->headings[s->heading];
}

/* A section with a heading on a line of its own, in a form that asks for it. */
static bool is_official(const struct mutation *m, const struct report_section *s)
{
    return s->official && s->official->required && s->official->content_count == 0 &&
           heading_of(m, s)->standalone;
}

static bool is_only_one(const struct mutation *m, const struct report_section *s)
{
    const struct report *r = m->original->report;
    for (size_t i = 0; i < r->section_count; i++)
        if (&r->sections[i] != s && str_eq(r->sections[i].key, s->key))
            return false;
    return true;
}

static void at_section(struct mutation *m, const struct report_section *s)
{
    m->section = s->key;
    mutation_say(m, span_raw(m->original->report, heading_of(m, s)->span), str_of(""));
}

bool make_section_drop(struct mutation *m)
{
    const struct report_section *s = section_at(m);
    if (!is_official(m, s) || !is_only_one(m, s))
        return false;
    doc_edit_drop(m->edit, heading_of(m, s)->block, s->end_block);
    at_section(m, s);
    return true;
}

bool make_heading_drop(struct mutation *m)
{
    const struct report_section *s = section_at(m);
    uint32_t block = heading_of(m, s)->block;
    if (!is_official(m, s) || !is_only_one(m, s) || s->first_block <= block)
        return false;
    doc_edit_drop(m->edit, block, s->first_block);
    at_section(m, s);
    return true;
}

/* The table that belongs to a section is looked for first when nothing stands there. */
static bool has_table(const struct mutation *m, const struct report_section *s)
{
    const struct report *r = m->original->report;
    for (size_t t = 0; t < r->table_count; t++)
        if (r->tables[t].present && r->tables[t].first_block >= s->first_block &&
            r->tables[t].first_block < s->end_block)
            return true;
    return false;
}

bool make_section_empty(struct mutation *m)
{
    const struct report_section *s = section_at(m);
    if (!heading_of(m, s)->standalone || s->first_block <= heading_of(m, s)->block ||
        s->end_block <= s->first_block)
        return false;
    doc_edit_drop(m->edit, s->first_block, s->end_block);
    at_section(m, s);
    mutation_expect(m, has_table(m, s) ? STR("structure.table-missing")
                                       : STR("structure.section-empty"));
    return true;
}

/* Where a heading's number stands in the raw text, as its style writes it. */
static bool find_number(const struct mutation *m, const struct report_heading *h, size_t *at,
                        size_t *len)
{
    struct str raw = span_raw(m->original->report, h->span);
    size_t from = (size_t)(raw.p - m->original->doc->raw.p);
    struct strbuf number = { 0 };
    bool arabic = h->style == HEADING_ARABIC || h->style == HEADING_ARABIC_BRACKET;
    if (h->number == 0 || h->number + 1 >= NUMERALS)
        return false;
    if (arabic)
        strbuf_fmt(&number, "%u", h->number);
    else
        strbuf_c(&number, numerals[h->number - 1]);
    size_t found = str_find(str_sub(raw, 0, 12), strbuf_view(&number));
    *at = from + found;
    *len = number.n;
    strbuf_free(&number);
    return found != SIZE_MAX;
}

static bool renumber(struct mutation *m, const struct report_heading *h, unsigned number)
{
    size_t at, len;
    struct strbuf text = { 0 };
    if (number == 0 || number > NUMERALS || !find_number(m, h, &at, &len))
        return false;
    if (h->style == HEADING_ARABIC || h->style == HEADING_ARABIC_BRACKET)
        strbuf_fmt(&text, "%u", number);
    else
        strbuf_c(&text, numerals[number - 1]);
    bool ok = mutation_replace(m, at, len, strbuf_view(&text));
    mutation_say(m, str_sub(strbuf_view(&m->original->doc->raw), at, len), strbuf_view(&text));
    strbuf_free(&text);
    return ok;
}

bool make_section_renumber(struct mutation *m)
{
    const struct report_section *s = section_at(m);
    const struct report_heading *h = heading_of(m, s);
    if (h->style != HEADING_CHAPTER || !renumber(m, h, h->number + 1))
        return false;
    m->section = s->key;
    return true;
}

/* A number further down, such as (二), that repeats or jumps. The first of a list is left alone. */
bool make_item_renumber(struct mutation *m)
{
    const struct report_heading *h = &m->original->report->headings[m->site];
    if ((h->style != HEADING_BRACKET && h->style != HEADING_ARABIC_BRACKET) || h->number < 2 ||
        !renumber(m, h, h->number + 1))
        return false;
    mutation_at_section(m, h->block);
    return true;
}

/* Two neighbouring sections change places; their numbers stay in order. */
bool make_section_move(struct mutation *m)
{
    const struct report *r = m->original->report;
    const struct report_section *s = section_at(m);
    if (m->site + 1 >= r->section_count)
        return false;
    const struct report_section *next = s + 1;
    const struct report_heading *a = heading_of(m, s);
    const struct report_heading *b = heading_of(m, next);
    if (!is_official(m, s) || !is_official(m, next) || !is_only_one(m, s) ||
        !is_only_one(m, next) || s->official->order == 0 || next->official->order == 0 ||
        s->end_block != b->block || a->style != b->style)
        return false;
    if (a->number && (!renumber(m, a, b->number) || !renumber(m, b, a->number)))
        return false;
    doc_edit_move(m->edit, a->block, s->end_block, next->end_block);
    at_section(m, s);
    m->section = str_of(""); /* either of them may be called misplaced */
    return true;
}

/* Other words behind the official ones: still of the class, no longer the wording. */
bool make_heading_reword(struct mutation *m)
{
    static const char words[] = "的说明与分析评价";
    const struct report_section *s = section_at(m);
    if (!is_official(m, s) || s->match == MATCH_CLASS)
        return false;
    struct str raw = str_trim(span_raw(m->original->report, heading_of(m, s)->title));
    struct strbuf text = { 0 };
    strbuf_str(&text, raw);
    strbuf_c(&text, words);
    bool ok = raw.n && mutation_replace(m, (size_t)(raw.p - m->original->doc->raw.p), raw.n,
                                        strbuf_view(&text));
    mutation_say(m, raw, strbuf_view(&text));
    strbuf_free(&text);
    m->section = s->key;
    return ok;
}

/* Blanks between the characters of a heading mean nothing. */
bool make_heading_spaces(struct mutation *m)
{
    const struct report_section *s = section_at(m);
    struct str raw = str_trim(span_raw(m->original->report, heading_of(m, s)->title));
    struct strbuf text = { 0 };
    if (!is_official(m, s))
        return false;
    for (size_t i = 0; i < raw.n;) {
        strbuf_rune(&text, str_next(raw, &i));
        strbuf_c(&text, "\xE3\x80\x80");
    }
    bool ok = raw.n && mutation_replace(m, (size_t)(raw.p - m->original->doc->raw.p), raw.n,
                                        strbuf_view(&text));
    strbuf_free(&text);
    m->section = s->key;
    return ok;
}

static bool treats(const struct form_section *s, struct str text)
{
    struct pattern_match match;
    for (size_t i = 0; i < s->content_count; i++) {
        bool found = false;
        if (pattern_find(s->content[i], text, 0, &found, &match, NULL) != 0 || found)
            return true;
    }
    return false;
}

/* Where the form leaves sections free, an item is missing when nothing in the text treats it. */
bool make_content_drop(struct mutation *m)
{
    const struct report *r = m->original->report;
    if (!r->form || m->site >= r->form->section_count)
        return false;
    const struct form_section *s = &r->form->sections[m->site];
    uint32_t dropped = 0;
    if (!s->required || s->content_count == 0)
        return false;
    for (uint32_t b = r->title_span.block + 1; b < r->end_block; b++) {
        if (!report_in_article(r, b) || !treats(s, doc_block_text(m->original->doc, b)))
            continue;
        doc_edit_drop(m->edit, b, b + 1);
        dropped++;
    }
    m->section = s->key;
    mutation_say(m, s->title, str_of(""));
    return dropped > 0;
}

bool make_composition_number(struct mutation *m)
{
    const struct report *r = m->original->report;
    const struct report_composition *c = &r->composition;
    if (!c->found || c->stated == 0 || c->stated + 1 >= NUMERALS || c->stated_span.len == 0)
        return false;
    struct str raw = span_raw(r, c->stated_span);
    struct strbuf digits = { 0 };
    strbuf_fmt(&digits, "%u", c->stated);
    const char *chinese = numerals[c->stated - 1];
    size_t base = (size_t)(raw.p - m->original->doc->raw.p);
    size_t at = str_find(raw, str_of(chinese));
    bool ok = false;
    if (at != SIZE_MAX) {
        ok = mutation_replace(m, base + at, strlen(chinese), str_of(numerals[c->stated]));
        mutation_say(m, str_of(chinese), str_of(numerals[c->stated]));
    } else if ((at = str_find(raw, strbuf_view(&digits))) != SIZE_MAX) {
        size_t len = digits.n;
        strbuf_clear(&digits);
        strbuf_fmt(&digits, "%u", c->stated + 1);
        ok = mutation_replace(m, base + at, len, strbuf_view(&digits));
        mutation_say(m, str_sub(raw, at, len), strbuf_view(&digits));
    }
    strbuf_free(&digits);
    return ok;
}

bool make_composition_part(struct mutation *m)
{
    const struct report *r = m->original->report;
    const struct report_composition *c = &r->composition;
    if (!c->found || c->part_count < 3)
        return false;
    struct str raw = span_raw(r, c->parts[1].span);
    mutation_say(m, raw, str_of("人事任免与培训情况"));
    return mutation_replace(m, (size_t)(raw.p - m->original->doc->raw.p), raw.n,
                            strbuf_view(&m->to));
}

/* An agency that a government sends out is none itself. */
static bool is_government(const struct report *r)
{
    static const char *const sent_out[] = { "街道",       "办事处", "管委会",
                                            "管理委员会", "办公室", "办公厅" };
    if (r->level == LEVEL_UNKNOWN || r->level == LEVEL_DEPARTMENT || r->level == LEVEL_ZONE)
        return false;
    for (size_t i = 0; i < sizeof sent_out / sizeof *sent_out; i++)
        if (str_has(r->agency, sent_out[i]))
            return false;
    return true;
}

/* A government's report that says nothing of assessment, appraisal and accountability. */
bool make_assessment_drop(struct mutation *m)
{
    static const char *const words[] = { "考核", "考评", "评议", "测评",     "民意调查", "满意度",
                                         "评估", "追责", "问责", "责任追究", "追究" };
    const struct report *r = m->original->report;
    bool found = false;
    if (!is_government(r))
        return false;
    for (uint32_t b = 0; b < m->original->doc->block_count; b++) {
        struct str raw = doc_block_raw(m->original->doc, b);
        struct strbuf text = { 0 };
        if (!report_in_article(r, b) || report_in_table(r, b))
            continue;
        for (size_t i = 0; i < raw.n;) {
            size_t k = 0;
            while (k < sizeof words / sizeof *words &&
                   !str_starts(str_sub(raw, i, raw.n), str_of(words[k])))
                k++;
            if (k < sizeof words / sizeof *words) {
                strbuf_c(&text, "宣传");
                i += strlen(words[k]);
                found = true;
            } else {
                strbuf_char(&text, raw.p[i++]);
            }
        }
        if (text.n && !str_eq(strbuf_view(&text), raw))
            doc_edit_text(m->edit, b, strbuf_view(&text));
        strbuf_free(&text);
    }
    return found;
}
