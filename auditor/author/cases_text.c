/* cases_text.c - a run of cases for a terminal; see cases_write.h. */
#include "author/cases_write.h"

#include "base/lang.h"
#include "base/log.h"

#define RED "\033[31m"
#define GREEN "\033[32m"
#define YELLOW "\033[33m"
#define PLAIN "\033[0m"

/* One line of a comparison; what a document says cannot steer the terminal or begin a line. */
static void line(struct strbuf *out, const char *indent, char sign, const char *key,
                 struct str value, bool color)
{
    const char *paint = sign == '-' ? RED : sign == '+' ? GREEN : NULL;
    strbuf_fmt(out, "%s%s%c %s: ", indent, color && paint ? paint : "", sign, key);
    struct strbuf flat = { 0 };
    struct str rest = value;
    struct str part;
    while (str_split(&rest, '\n', &part))
        strbuf_fmt(&flat, "%s%.*s", flat.n ? " / " : "", STR_ARG(part));
    log_safe(out, strbuf_view(&flat));
    strbuf_free(&flat);
    strbuf_fmt(out, "%s\n", color && paint ? PLAIN : "");
}

void cases_write_diff(struct strbuf *out, const struct cases_case *c, const char *indent,
                      bool color)
{
    for (size_t i = 0; i < c->line_count; i++) {
        const struct cases_line *l = &c->lines[i];
        if (l->has_expected && !l->same)
            line(out, indent, '-', l->key, l->expected, color);
        if (l->has_found && !l->same)
            line(out, indent, '+', l->key, l->found, color);
        if (l->same)
            line(out, indent, ' ', l->key, l->found, color);
    }
}

static void failed_case(struct strbuf *out, const struct cases_rule *r, const struct cases_case *c,
                        bool color)
{
    strbuf_fmt(out, "  %s%s%s ", color ? RED : "",
               c->outcome == CASES_BROKEN ? tr("不能运行", "ERROR") : tr("不符", "FAIL"),
               color ? PLAIN : "");
    log_safe(out, c->name);
    if (c->line)
        strbuf_fmt(out, "  %.*s:%u", STR_ARG(r->file), c->line);
    strbuf_char(out, '\n');
    if (c->outcome == CASES_BROKEN) {
        strbuf_c(out, "      ");
        log_safe(out, c->problem);
        strbuf_char(out, '\n');
    } else {
        cases_write_diff(out, c, "      ", color);
    }
}

static void lacks(struct strbuf *out, const struct cases_rule *r, bool color)
{
    bool any = false;
    for (int kind = 0; kind < CASES_KINDS; kind++) {
        if (!cases_lacks(r, (enum cases_kind)kind))
            continue;
        if (!any)
            strbuf_fmt(out, "  %s%s", color ? YELLOW : "", tr("缺少案例：", "no case: "));
        strbuf_fmt(out, "%s%s", any ? tr("、", ", ") : "", cases_kind_label((enum cases_kind)kind));
        any = true;
    }
    if (any && color)
        strbuf_c(out, PLAIN);
}

static void rule(struct strbuf *out, const struct cases_rule *r, bool color)
{
    strbuf_fmt(out,
               tr("%-30.*s %3zu/%-3zu %7.1f 毫秒 %9llu 条指令",
                  "%-30.*s %3zu/%-3zu %7.1f ms %9llu instructions"),
               STR_ARG(r->id), r->passed, r->n, (double)r->time / 1000,
               (unsigned long long)r->instructions);
    lacks(out, r, color);
    strbuf_char(out, '\n');
    if (r->problem.n) {
        strbuf_fmt(out, "  %s%s%s ", color ? RED : "", tr("不能运行", "ERROR"), color ? PLAIN : "");
        log_safe(out, r->problem);
        strbuf_char(out, '\n');
    }
    for (size_t i = 0; i < r->n; i++)
        if (r->list[i].outcome != CASES_AS_EXPECTED)
            failed_case(out, r, &r->list[i], color);
}

void cases_write_text(struct strbuf *out, const struct cases_run *run, bool color)
{
    for (size_t i = 0; i < run->n; i++)
        rule(out, &run->rules[i], color);
    strbuf_fmt(out,
               tr("%zu 条规则，%zu 个案例相符，%zu 个不符\n",
                  run->n == 1 ? "%zu rule: %zu cases as expected, %zu not\n"
                              : "%zu rules: %zu cases as expected, %zu not\n"),
               run->n, run->passed, run->failed);
    if (run->lacking)
        strbuf_fmt(
            out,
            tr("%zu 条规则还缺少某类案例：通过、不通过、不适用、陷阱（trap = true）各应有一个\n",
               run->lacking == 1
                   ? "%zu rule still lacks a kind of case: there should be one that passes, one "
                     "that\n"
                     "  fails, one that does not apply, and a trap (trap = true)\n"
                   : "%zu rules still lack a kind of case: each should have one that passes, one "
                     "that fails,\n  one that does not apply, and a trap (trap = true)\n"),
            run->lacking);
}
