/* mutation_identity.c - title, year, period, dates, host: whose report of what year it is. */
#include <stdio.h>
#include <stdlib.h>

#include "author/mutation_edit.h"
#include "author/mutation_make.h"

static struct strbuf year_text(int year)
{
    struct strbuf out = { 0 };
    strbuf_fmt(&out, "%d", year);
    return out;
}

/* The raw title in its block; "" when the title stands in metadata only. */
static struct str title_raw(const struct mutation *m)
{
    const struct report *r = m->original->report;
    return r->title_span.len ? span_raw(r, r->title_span) : str_of("");
}

static bool replace_part(struct mutation *m, struct str whole, struct str part, struct str with)
{
    size_t at = part.n ? str_find(whole, part) : SIZE_MAX;
    if (at == SIZE_MAX)
        return false;
    mutation_say(m, part, with);
    return mutation_replace(m, (size_t)(whole.p + at - m->original->doc->raw.p), part.n, with);
}

bool make_title_year(struct mutation *m)
{
    int year = m->original->report->title_year;
    struct strbuf from = year_text(year);
    struct strbuf to = year_text(year + (int)m->kind->argument);
    bool ok = year && replace_part(m, title_raw(m), strbuf_view(&from), strbuf_view(&to));
    strbuf_free(&from);
    strbuf_free(&to);
    return ok;
}

/* Argument 0: without its year; 1: without the agency. */
bool make_title_without(struct mutation *m)
{
    const struct report *r = m->original->report;
    struct strbuf year = year_text(r->title_year);
    bool ok = false;
    if (m->kind->argument == 1) {
        ok = replace_part(m, title_raw(m), r->agency, str_of(""));
    } else if (r->title_year) {
        static const char *const behind[] = { "年度", "年", "" };
        size_t digits = year.n;
        for (size_t i = 0; i < 3 && !ok; i++) {
            year.n = digits;
            strbuf_c(&year, behind[i]);
            ok = replace_part(m, title_raw(m), strbuf_view(&year), str_of(""));
        }
    }
    strbuf_free(&year);
    return ok;
}

/* Everything of the article but its title gives way to a notice. */
bool make_other_text(struct mutation *m)
{
    static const char *const lines[] = {
        "各科室、各直属单位：",
        "经研究，定于本月二十日上午九时在三楼会议室召开办公用品管理工作会议，请派人参加。",
        "参会人员请提前十分钟入场签到，并将手机调至静音状态。因故不能到会的，须向会务组书面请假。",
    };
    static const char title[] = "关于召开办公用品管理工作会议的通知";
    const struct report *r = m->original->report;
    const struct doc *doc = m->original->doc;
    if (!title_raw(m).n || r->end_block <= r->title_span.block + 1)
        return false;
    for (size_t b = 0; b < doc->block_count; b++) {
        struct str raw = doc_block_raw(doc, b);
        if (str_has(raw, "信息公开") && (str_has(raw, "报告") || str_has(raw, "年报")))
            doc_edit_text(m->edit, b, str_of(title));
    }
    doc_edit_text(m->edit, r->title_span.block, str_of(title));
    doc_edit_drop(m->edit, r->title_span.block + 1, r->end_block);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        doc_edit_insert(m->edit, r->end_block, str_of(lines[i]), 0);
    for (size_t i = 0; i < m->original->doc->meta_count; i++)
        doc_edit_drop_meta(m->edit, i);
    return true;
}

/* The report year for which another form with tables holds, nearest to this one; 0 none. */
static int other_year(const struct report *r)
{
    for (int k = 1; k <= 10; k++)
        for (int sign = -1; sign <= 1; sign += 2) {
            const struct form *f = form_of_year(r->forms, r->year + sign * k);
            if (f && f != r->form && f->table_count && f->table_count == r->form->table_count)
                return r->year + sign * k;
        }
    return 0;
}

/* Every year of the text moved by so many. */
static bool move_years(struct strbuf *out, struct str raw, int by)
{
    bool changed = false;
    for (size_t i = 0; i < raw.n;) {
        size_t n = 0;
        while (i + n < raw.n && raw.p[i + n] >= '0' && raw.p[i + n] <= '9')
            n++;
        int year = n == 4 || n == 8 ? (raw.p[i] - '0') * 1000 + (raw.p[i + 1] - '0') * 100 +
                                          (raw.p[i + 2] - '0') * 10 + (raw.p[i + 3] - '0')
                                    : 0;
        if (year >= 2005 && year <= 2040) {
            strbuf_fmt(out, "%d", year + by);
            strbuf_str(out, str_sub(raw, i + 4, n - 4));
            changed = true;
        } else {
            strbuf_str(out, str_sub(raw, i, n ? n : 1));
        }
        i += n ? n : 1;
    }
    return changed;
}

/* The whole report is of a year for which another form holds: its tables are those of the wrong one. */
bool make_years_shift(struct mutation *m)
{
    const struct report *r = m->original->report;
    const struct doc *doc = m->original->doc;
    struct strbuf text = { 0 };
    int year = r->form && r->form->table_count && r->year ? other_year(r) : 0;
    if (!year)
        return false;
    for (uint32_t b = 0; b < doc->block_count; b++) {
        strbuf_clear(&text);
        if (!report_in_table(r, b) && move_years(&text, doc_block_raw(doc, b), year - r->year))
            doc_edit_text(m->edit, b, strbuf_view(&text));
    }
    for (size_t i = 0; i < doc->meta_count; i++) {
        strbuf_clear(&text);
        if (move_years(&text, doc_string(doc, doc->metas[i].content, doc->metas[i].content_len),
                       year - r->year))
            doc_edit_meta(m->edit, i, strbuf_view(&text));
    }
    strbuf_clear(&m->from);
    strbuf_fmt(&m->from, "%d", r->year);
    strbuf_fmt(&m->to, "%d", year);
    strbuf_free(&text);
    return true;
}

/* Argument 0: of the year before; 1: ends in November; 2: not stated. */
bool make_period(struct mutation *m)
{
    const struct report *r = m->original->report;
    const struct report_period *p = &r->period;
    if (!p->found || !date_valid(p->from) || !date_valid(p->to) || p->damaged)
        return false;
    struct str raw = span_raw(r, p->span);
    size_t at = (size_t)(raw.p - m->original->doc->raw.p);
    struct strbuf text = { 0 };
    bool ok = true;
    if (m->kind->argument == 0)
        ok = move_years(&text, raw, -1);
    else if (m->kind->argument == 1) {
        size_t end = str_find(raw, str_of("12月31日"));
        ok = end != SIZE_MAX;
        if (ok) {
            strbuf_str(&text, str_sub(raw, 0, end));
            strbuf_c(&text, "11月30日");
            strbuf_str(&text, str_sub(raw, end + strlen("12月31日"), raw.n));
        }
    }
    mutation_say(m, raw, strbuf_view(&text));
    ok = ok && mutation_replace(m, at, raw.n, text.n ? strbuf_view(&text) : str_of("全年"));
    strbuf_free(&text);
    return ok;
}

/* A date of publication in the words of another: its digits give way, everything else stays. */
static bool rewrite_date(struct strbuf *out, struct str raw, struct date from, struct date to)
{
    const int was[] = { from.year, from.month, from.day };
    const int is[] = { to.year, to.month, to.day };
    size_t part = 0;
    for (size_t i = 0; i < raw.n;) {
        size_t n = 0;
        long value = 0;
        while (i + n < raw.n && raw.p[i + n] >= '0' && raw.p[i + n] <= '9')
            value = value * 10 + (raw.p[i + n++] - '0');
        if (n >= 8 && part == 0 &&
            value / (n == 14 ? 1000000 : 1) == was[0] * 10000L + was[1] * 100 + was[2]) {
            strbuf_fmt(out, "%04d%02d%02d", is[0], is[1], is[2]);
            strbuf_str(out, str_sub(raw, i + 8, n - 8));
            part = 3;
        } else if (n && part < 3 && value == was[part]) {
            strbuf_fmt(out, n == 4 ? "%04d" : n == 2 ? "%02d" : "%d", is[part]);
            part++;
        } else {
            strbuf_str(out, str_sub(raw, i, n ? n : 1));
        }
        i += n ? n : 1;
    }
    return part == 3;
}

/* A date of writing is taken for that of publication where there is no other. */
static bool concerns(const struct report_date *d, const struct date *to)
{
    return d->source != DATE_SIGNATURE && (!to || d->source != DATE_WRITTEN);
}

/* Puts another date, or none, where one stands in the text or in a meta. */
static bool set_date(struct mutation *m, const struct report_date *d, const struct date *to)
{
    const struct report *r = m->original->report;
    const struct doc *doc = m->original->doc;
    struct strbuf text = { 0 };
    bool ok = false;
    if (d->span.len) {
        struct str raw = span_raw(r, d->span);
        if (!to || rewrite_date(&text, raw, d->date, *to))
            ok = mutation_replace(m, (size_t)(raw.p - doc->raw.p), raw.n,
                                  text.n ? strbuf_view(&text) : str_of(""));
    }
    for (size_t i = 0; i < doc->meta_count && !d->span.len; i++) {
        struct str name = doc_string(doc, doc->metas[i].name, doc->metas[i].name_len);
        struct str content = doc_string(doc, doc->metas[i].content, doc->metas[i].content_len);
        if (!str_eq(name, d->label) || !str_eq(content, d->quote))
            continue;
        if (!to) {
            doc_edit_drop_meta(m->edit, i);
            ok = true;
        } else if (rewrite_date(&text, content, d->date, *to)) {
            doc_edit_meta(m->edit, i, strbuf_view(&text));
            ok = true;
        }
    }
    strbuf_free(&text);
    return ok;
}

static bool set_all_dates(struct mutation *m, const struct date *to)
{
    const struct report *r = m->original->report;
    bool ok = r->published >= 0;
    for (size_t i = 0; ok && i < r->date_count; i++)
        if (concerns(&r->dates[i], to))
            ok = set_date(m, &r->dates[i], to);
    return ok;
}

/* Argument: months behind the end of the report year in which it is now dated; below 1, before it. */
bool make_date(struct mutation *m)
{
    const struct report *r = m->original->report;
    long month = m->kind->argument;
    if (!r->year)
        return false;
    struct date to = { r->year + (month > 0), (int)(month > 0 ? month : month + 12), 15 };
    strbuf_fmt(&m->to, "%04d-%02d-%02d", to.year, to.month, to.day);
    return set_all_dates(m, &to);
}

bool make_date_drop(struct mutation *m)
{
    return set_all_dates(m, NULL);
}

/* A date of writing (发文日期) gives way to one of publication and does not contradict it. */
static bool of_publication(const struct report_date *d)
{
    return d->source == DATE_META || str_has(d->label, "发布");
}

/* A further date that contradicts: in a meta, or under the title. */
bool make_date_second(struct mutation *m)
{
    const struct report *r = m->original->report;
    struct strbuf text = { 0 };
    if (r->published < 0 || !r->title_span.len || !of_publication(&r->dates[r->published]))
        return false;
    struct date d = r->dates[r->published].date;
    d.month = d.month < 12 ? d.month + 1 : 1;
    d.day = 10;
    if (m->original->doc->format == DOC_HTML) {
        strbuf_fmt(&text, "%04d-%02d-%02d 09:00:00", d.year, d.month, d.day);
        doc_edit_add_meta(m->edit, STR("publishdate"), strbuf_view(&text));
    } else {
        strbuf_fmt(&text, "发布时间：%04d-%02d-%02d", d.year, d.month, d.day);
        doc_edit_insert(m->edit, r->title_span.block + 1, strbuf_view(&text), 0);
    }
    mutation_say(m, str_of(""), strbuf_view(&text));
    strbuf_free(&text);
    return true;
}

/* The page says that it stands on another host. */
bool make_host(struct mutation *m)
{
    static const char host[] = "www.nianbao-mirror.com";
    const struct report *r = m->original->report;
    const struct doc *doc = m->original->doc;
    if (doc->format != DOC_HTML)
        return false;
    for (size_t i = 0; r->host.n && i < doc->meta_count; i++) {
        struct str content = doc_string(doc, doc->metas[i].content, doc->metas[i].content_len);
        size_t at = str_find(content, r->host);
        if (at == SIZE_MAX)
            continue;
        struct strbuf text = { 0 };
        strbuf_str(&text, str_sub(content, 0, at));
        strbuf_c(&text, host);
        strbuf_str(&text, str_sub(content, at + r->host.n, content.n));
        doc_edit_meta(m->edit, i, strbuf_view(&text));
        strbuf_free(&text);
    }
    doc_edit_add_meta(m->edit, STR("saved-from"), STR("http://www.nianbao-mirror.com/a/1.html"));
    mutation_say(m, r->host, str_of(host));
    return true;
}
