/* cases_junit.c - a run of cases as JUnit XML; see cases_write.h. */
#include "author/cases_write.h"

#include <stdio.h>
#include <time.h>

#include "base/lang.h"

/* Text for an attribute or an element. XML 1.0 has no way to write most control characters; an attribute's line
 * breaks are written as references, so that no reader folds them. */
static void escape(struct strbuf *out, struct str s, bool attribute)
{
    for (size_t i = 0; i < s.n;) {
        uint32_t c = str_next(s, &i);
        bool space = c == '\t' || c == '\n' || c == '\r';
        if (c == '&')
            strbuf_c(out, "&amp;");
        else if (c == '<')
            strbuf_c(out, "&lt;");
        else if (c == '>')
            strbuf_c(out, "&gt;");
        else if (c == '"')
            strbuf_c(out, "&quot;");
        else if (space && (attribute || c == '\r'))
            strbuf_fmt(out, "&#%u;", (unsigned)c);
        else if ((c < 0x20 && !space) || c == 0xFFFE || c == 0xFFFF)
            strbuf_rune(out, 0xFFFD);
        else
            strbuf_rune(out, c);
    }
}

static void attribute(struct strbuf *out, const char *name, struct str value)
{
    strbuf_fmt(out, " %s=\"", name);
    escape(out, value, true);
    strbuf_char(out, '"');
}

static void seconds(struct strbuf *out, uint64_t microseconds)
{
    strbuf_fmt(out, " time=\"%llu.%06llu\"", (unsigned long long)(microseconds / 1000000),
               (unsigned long long)(microseconds % 1000000));
}

static void property(struct strbuf *out, const char *name, struct str value)
{
    strbuf_fmt(out, "      <property name=\"%s\"", name);
    attribute(out, "value", value);
    strbuf_c(out, "/>\n");
}

static void properties(struct strbuf *out, const struct cases_rule *r)
{
    struct strbuf text = { 0 };
    strbuf_c(out, "    <properties>\n");
    property(out, "pack", r->pack);
    strbuf_fmt(&text, "%llu", (unsigned long long)r->instructions);
    property(out, "instructions", strbuf_view(&text));
    strbuf_clear(&text);
    for (int kind = 0; kind < CASES_KINDS; kind++)
        if (cases_lacks(r, (enum cases_kind)kind))
            strbuf_fmt(&text, "%s%s", text.n ? " " : "", cases_kind_name((enum cases_kind)kind));
    if (text.n)
        property(out, "lacking", strbuf_view(&text));
    strbuf_c(out, "    </properties>\n");
    strbuf_free(&text);
}

static void open_case(struct strbuf *out, const struct cases_rule *r, struct str name,
                      uint64_t time)
{
    strbuf_c(out, "    <testcase");
    attribute(out, "name", name);
    attribute(out, "classname", r->id);
    seconds(out, time);
}

/* An element that says why: error or failure, with the short word and the long text. */
static void complain(struct strbuf *out, const char *element, struct str message, struct str text)
{
    strbuf_fmt(out, ">\n      <%s type=\"%s\"", element, element);
    attribute(out, "message", message);
    strbuf_char(out, '>');
    escape(out, text, false);
    strbuf_fmt(out, "</%s>\n    </testcase>\n", element);
}

static void one_case(struct strbuf *out, const struct cases_rule *r, const struct cases_case *c)
{
    open_case(out, r, c->name, c->time);
    if (c->outcome == CASES_AS_EXPECTED) {
        strbuf_c(out, "/>\n");
    } else if (c->outcome == CASES_BROKEN) {
        complain(out, "error", c->problem, c->problem);
    } else {
        struct strbuf diff = { 0 };
        struct strbuf brief = { 0 };
        cases_write_diff(&diff, c, "", false);
        for (size_t i = 0; i < c->line_count && brief.n == 0; i++)
            if (!c->lines[i].same)
                strbuf_fmt(&brief, tr("%s 应为 %.*s，得到 %.*s", "%s: expected %.*s, found %.*s"),
                           c->lines[i].key, STR_ARG(c->lines[i].expected),
                           STR_ARG(c->lines[i].found));
        complain(out, "failure", strbuf_view(&brief), strbuf_view(&diff));
        strbuf_free(&diff);
        strbuf_free(&brief);
    }
}

static void suite(struct strbuf *out, const struct cases_rule *r, size_t id, const char *stamp)
{
    strbuf_fmt(out, "  <testsuite id=\"%zu\"", id);
    attribute(out, "name", r->id);
    attribute(out, "package", r->pack);
    strbuf_fmt(out,
               " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" timestamp=\"%s\" "
               "hostname=\"localhost\"",
               r->n + (r->problem.n > 0), r->differing, r->broken + (r->problem.n > 0), stamp);
    seconds(out, r->time);
    strbuf_c(out, ">\n");
    properties(out, r);
    if (r->problem.n) {
        open_case(out, r, str_of(tr("载入", "load")), 0);
        complain(out, "error", r->problem, r->problem);
    }
    for (size_t i = 0; i < r->n; i++)
        one_case(out, r, &r->list[i]);
    strbuf_c(out, "    <system-out/>\n    <system-err/>\n  </testsuite>\n");
}

void cases_write_junit(struct strbuf *out, const struct cases_run *run, int64_t started)
{
    char stamp[32] = "1970-01-01T00:00:00";
    time_t clock = (time_t)started;
    struct tm tm;
    if (gmtime_r(&clock, &tm))
        strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", &tm);
    strbuf_c(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for (size_t i = 0; i < run->n; i++)
        suite(out, &run->rules[i], i, stamp);
    strbuf_c(out, "</testsuites>\n");
}
