/* prove_text.c - the model of a proof for a terminal; see prove.h. */
#include "author/prove.h"

#include <stdio.h>

#include <cjson/cJSON.h>

#include "base/lang.h"
#include "report/wrap.h"

enum { LISTED = 40 }; /* of one list; the rest is counted, JSON and HTML have all */

static const cJSON *get(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static size_t number(const cJSON *object, const char *key)
{
    const cJSON *n = get(object, key);
    return cJSON_IsNumber(n) && n->valuedouble > 0 ? (size_t)n->valuedouble : 0;
}

static const char *text(const cJSON *object, const char *key)
{
    const cJSON *s = get(object, key);
    return cJSON_IsString(s) ? s->valuestring : "";
}

/* Ends a line that began at `from`, broken where it is longer than the width; further lines hang by four columns. */
static void end_line(struct strbuf *out, size_t from, unsigned width)
{
    struct strbuf whole = { 0 };
    strbuf_str(&whole, str_sub(strbuf_view(out), from, out->n));
    out->n = from;
    wrap_text(out, strbuf_view(&whole), &(struct wrap){ .hang = 4, .width = width });
    strbuf_free(&whole);
}

/* A title behind its numbers, or below them where it does not fit. */
static void title(struct strbuf *out, size_t from, const char *title, unsigned width)
{
    unsigned used = (unsigned)(out->n - from) + 2;
    strbuf_c(out, "  ");
    wrap_text(out, str_of(title), &(struct wrap){ .column = used, .hang = 6, .width = width });
}

static void share(struct strbuf *out, size_t part, size_t whole)
{
    char shown[48];
    if (whole)
        snprintf(shown, sizeof shown, "%zu/%zu", part, whole);
    else
        snprintf(shown, sizeof shown, "-");
    strbuf_fmt(out, " %9s", shown);
}

static void summary(struct strbuf *out, const cJSON *model)
{
    const cJSON *t = get(model, "total");
    bool full = cJSON_IsTrue(get(model, "full"));
    strbuf_fmt(out,
               tr("变异检验：%d 份无差错报告，%zu 种变异，做出 %zu 处（%s，种子 %s）\n",
                  "Proof: %d clean reports, %zu kinds of mutations, %zu made (%s, seed %s)\n"),
               cJSON_GetArraySize(get(model, "originals")), mutation_kind_count, number(t, "made"),
               full ? tr("全部", "all") : tr("抽样", "a sample"), text(model, "seed"));
    strbuf_fmt(out,
               tr("  差错 %zu 处，发现 %zu 处；位置正确 %zu/%zu；改正值正确 %zu/%zu\n",
                  "  defects: %zu, seen: %zu; placed rightly %zu of %zu; right value %zu of %zu\n"),
               number(t, "defects"), number(t, "seen"), number(t, "placed"), number(t, "placed_of"),
               number(t, "right"), number(t, "right_of"));
    strbuf_fmt(out,
               tr("  无从发现 %zu 处；无害改动 %zu 处；误报 %d 处；未能判定 %zu 处\n",
                  "  not to be seen: %zu; harmless: %zu; false alarms: %d; not judged: %zu\n"),
               number(t, "coherent"), number(t, "harmless"),
               cJSON_GetArraySize(get(model, "alarms")), number(t, "lost"));
    if (!full)
        strbuf_fmt(out, tr("  --full 做出全部 %zu 处\n", "  --full makes all %zu\n"),
                   number(model, "candidates"));
}

/* Titles stand last: how wide Chinese is, the terminal knows. */
static void kinds(struct strbuf *out, const cJSON *model, unsigned width)
{
    const cJSON *kind;
    strbuf_fmt(out, "\n%-25s %6s %9s %9s %9s %9s %5s\n", "KIND", "MADE", "SEEN", "BY-DUTY", "PLACE",
               "VALUE", "STRAY");
    cJSON_ArrayForEach(kind, get(model, "kinds")) {
        const cJSON *t = get(kind, "tally");
        size_t defects = number(t, "defects");
        if (number(t, "made") == 0 && cJSON_IsString(get(model, "rule")))
            continue;
        size_t from = out->n;
        strbuf_fmt(out, "%-25s %6zu", text(kind, "id"), number(t, "made"));
        share(out, number(t, "seen"), defects);
        share(out, number(t, "as_meant"), defects);
        share(out, number(t, "placed"), number(t, "placed_of"));
        share(out, number(t, "right"), number(t, "right_of"));
        strbuf_fmt(out, " %5zu", number(t, "strays"));
        title(out, from, text(kind, "title"), width);
    }
}

static void rules(struct strbuf *out, const cJSON *model, unsigned width)
{
    const cJSON *rule;
    strbuf_fmt(out, "\n%-30s %9s %8s %7s %6s %6s\n", "RULE", "SEEN", "RATE", "FIRED", "STRAY",
               "ALARM");
    cJSON_ArrayForEach(rule, get(model, "rules")) {
        size_t expected = number(rule, "expected");
        size_t from = out->n;
        strbuf_fmt(out, "%-30s", text(rule, "id"));
        share(out, number(rule, "found"), expected);
        if (expected)
            strbuf_fmt(out, " %7.1f%%", 100.0 * (double)number(rule, "found") / (double)expected);
        else
            strbuf_fmt(out, " %8s", "-");
        strbuf_fmt(out, " %7zu %6zu %6zu", number(rule, "fired"), number(rule, "strays"),
                   number(rule, "alarms"));
        title(out, from, text(rule, "title"), width);
    }
}

static void coherent(struct strbuf *out, const cJSON *model, unsigned width)
{
    const cJSON *kind;
    bool any = false;
    cJSON_ArrayForEach(kind, get(model, "kinds")) {
        size_t n = number(get(kind, "tally"), "coherent");
        if (n == 0 || !cJSON_IsString(get(kind, "note")))
            continue;
        if (!any)
            strbuf_fmt(out, "\n%s\n",
                       tr("无从发现（报告内部没有矛盾）",
                          "Not to be seen (nothing in the report contradicts)"));
        any = true;
        size_t from = out->n;
        strbuf_fmt(out, "  %s  %zu  %s", text(kind, "id"), n, text(kind, "note"));
        end_line(out, from, width);
    }
}

static void place(struct strbuf *out, const cJSON *mutant)
{
    const char *first = *text(mutant, "table") ? "table" : "section";
    const char *const keys[] = { first, "row", "column" };
    for (size_t i = 0; i < 3; i++)
        if (*text(mutant, keys[i]))
            strbuf_fmt(out, "%s%s", i ? "/" : "  ", text(mutant, keys[i]));
}

static void names(struct strbuf *out, const char *lead, const cJSON *list)
{
    const cJSON *item;
    const char *separator = lead;
    cJSON_ArrayForEach(item, list) {
        strbuf_fmt(out, "%s%s", separator, item->valuestring);
        separator = ", ";
    }
}

static const char *original_name(const cJSON *model, const cJSON *item)
{
    return text(cJSON_GetArrayItem(get(model, "originals"), (int)number(item, "original")), "name");
}

static void one_line(struct strbuf *out, const cJSON *model, const cJSON *mutant, unsigned width)
{
    size_t from = out->n;
    strbuf_fmt(out, "  %s  %s", text(mutant, "kind"), original_name(model, mutant));
    place(out, mutant);
    if (*text(mutant, "from") || *text(mutant, "to"))
        strbuf_fmt(out, "  “%s” → “%s”", text(mutant, "from"), text(mutant, "to"));
    if (cJSON_IsFalse(get(mutant, "as_meant")))
        names(out, tr("  应由 ", "  due: "), get(mutant, "missing"));
    names(out, tr("  报告者 ", "  seen by "), get(mutant, "seen_by"));
    end_line(out, from, width);
}

enum listing { UNSEEN, BY_OTHERS, MISPLACED, WRONG_VALUE, STRAYS, LOST };

static bool belongs(const cJSON *mutant, enum listing list)
{
    bool seen = cJSON_IsTrue(get(mutant, "seen"));
    bool lost = cJSON_IsTrue(get(mutant, "lost"));
    if (lost || list == LOST)
        return lost && list == LOST;
    switch (list) {
    case UNSEEN:
        return !seen;
    case BY_OTHERS:
        return seen && cJSON_IsFalse(get(mutant, "as_meant"));
    case MISPLACED:
        return seen && cJSON_IsFalse(get(mutant, "placed"));
    case WRONG_VALUE:
        return seen && cJSON_IsFalse(get(mutant, "right"));
    default:
        return cJSON_GetArraySize(get(mutant, "strays")) > 0;
    }
}

static void list(struct strbuf *out, const cJSON *model, unsigned width, enum listing which,
                 const char *heading)
{
    const cJSON *mutant;
    size_t n = 0;
    cJSON_ArrayForEach(mutant, get(model, "notable")) {
        if (!belongs(mutant, which))
            continue;
        if (n++ == 0)
            strbuf_fmt(out, "\n%s\n", heading);
        if (n <= LISTED || which == UNSEEN)
            one_line(out, model, mutant, width);
    }
    if (n > LISTED && which != UNSEEN)
        strbuf_fmt(out, tr("  另有 %zu 处，见 JSON 或 HTML\n", "  %zu more: see JSON or HTML\n"),
                   n - LISTED);
}

static void alarms(struct strbuf *out, const cJSON *model, unsigned width)
{
    const cJSON *alarm;
    if (cJSON_GetArraySize(get(model, "alarms")))
        strbuf_fmt(out, "\n%s\n",
                   tr("误报：无差错处报告的问题", "False alarms: nothing is wrong there"));
    cJSON_ArrayForEach(alarm, get(model, "alarms")) {
        size_t from = out->n;
        strbuf_fmt(out, "  %s  %s  %s%s%s", text(alarm, "rule"), original_name(model, alarm),
                   text(alarm, "kind"), *text(alarm, "kind") ? "  " : "", text(alarm, "message"));
        end_line(out, from, width);
    }
}

/* A list of names under a heading; nothing where it is empty. */
static void list_names(struct strbuf *out, const cJSON *names, const char *heading)
{
    const cJSON *name;
    if (cJSON_GetArraySize(names))
        strbuf_fmt(out, "\n%s\n", heading);
    cJSON_ArrayForEach(name, names)
        strbuf_fmt(out, "  %s\n", name->valuestring);
}

void prove_text(struct strbuf *out, const cJSON *model, unsigned width)
{
    summary(out, model);
    kinds(out, model, width);
    rules(out, model, width);
    coherent(out, model, width);
    list(out, model, width, UNSEEN, tr("没有规则发现的变异", "Mutations that no rule saw"));
    list(out, model, width, BY_OTHERS,
         tr("发现了，但不是由应发现的规则", "Seen, but not by the duty that should"));
    list(out, model, width, MISPLACED, tr("发现了，但位置不对", "Seen, but placed wrongly"));
    list(out, model, width, WRONG_VALUE,
         tr("发现了，但没有给出改正值", "Seen, but the right value is not named"));
    list(out, model, width, STRAYS, tr("另有其他规则报告", "Others fired besides"));
    list(out, model, width, LOST,
         tr("未能判定（进程中断或文件不可读）", "Not judged: the worker died, or unreadable"));
    alarms(out, model, width);
    list_names(out, get(model, "untriggered"),
               tr("没有变异触发的规则", "Rules that no mutation triggers"));
    list_names(out, get(model, "passed_over"),
               tr("未用：不是年度报告，或不足半份",
                  "Not used: no annual report, or less than half of one"));
    list_names(out, get(model, "unproven"),
               tr("要看其他年度或机关的规则：单份报告的变异不能检验，只有案例",
                  "Rules over years or agencies: only their cases prove them"));
    strbuf_fmt(out, "\n%s\n",
               cJSON_IsTrue(get(model, "holds")) ? tr("检验成立", "The proof holds")
                                                 : tr("检验不成立", "The proof does not hold"));
}
