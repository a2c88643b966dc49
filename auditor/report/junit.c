/* junit.c - see junit.h. */
#include "report/junit.h"

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

static void count(struct strbuf *out, const char *name, size_t n)
{
    strbuf_fmt(out, " %s=\"%zu\"", name, n);
}

static void seconds(struct strbuf *out, uint64_t microseconds)
{
    strbuf_fmt(out, " time=\"%llu.%06llu\"", (unsigned long long)(microseconds / 1000000),
               (unsigned long long)(microseconds % 1000000));
}

void junit_head(struct strbuf *out)
{
    strbuf_c(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
}

void junit_tail(struct strbuf *out)
{
    strbuf_c(out, "</testsuites>\n");
}

void junit_suite(struct strbuf *out, const struct junit_suite *suite)
{
    strbuf_c(out, "  <testsuite");
    count(out, "id", suite->id);
    attribute(out, "name", suite->name);
    attribute(out, "package", suite->package);
    count(out, "tests", suite->tests);
    count(out, "failures", suite->failures);
    count(out, "errors", suite->errors);
    count(out, "skipped", suite->skipped);
    attribute(out, "timestamp", str_of(suite->timestamp));
    attribute(out, "hostname", STR("localhost"));
    seconds(out, suite->time);
    strbuf_c(out, ">\n    <properties>\n");
}

void junit_property(struct strbuf *out, const char *name, struct str value)
{
    strbuf_fmt(out, "      <property name=\"%s\"", name);
    attribute(out, "value", value);
    strbuf_c(out, "/>\n");
}

void junit_cases(struct strbuf *out)
{
    strbuf_c(out, "    </properties>\n");
}

void junit_suite_end(struct strbuf *out, struct str log)
{
    strbuf_c(out, "    <system-out>");
    escape(out, log, false);
    strbuf_c(out, "</system-out>\n    <system-err/>\n  </testsuite>\n");
}

static void open_case(struct strbuf *out, const struct junit_case *c)
{
    strbuf_c(out, "    <testcase");
    attribute(out, "name", c->name);
    attribute(out, "classname", c->class_name);
    seconds(out, c->time);
}

void junit_passed(struct strbuf *out, const struct junit_case *c)
{
    open_case(out, c);
    strbuf_c(out, "/>\n");
}

void junit_complaint(struct strbuf *out, const struct junit_case *c, const char *element,
                     const char *type, struct str message, struct str text)
{
    open_case(out, c);
    strbuf_fmt(out, ">\n      <%s", element);
    attribute(out, "type", str_of(type));
    attribute(out, "message", message);
    strbuf_char(out, '>');
    escape(out, text, false);
    strbuf_fmt(out, "</%s>\n    </testcase>\n", element);
}

void junit_skipped(struct strbuf *out, const struct junit_case *c, struct str message)
{
    open_case(out, c);
    strbuf_c(out, ">\n      <skipped");
    attribute(out, "message", message);
    strbuf_c(out, "/>\n    </testcase>\n");
}
