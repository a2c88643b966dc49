/* pages_example.c - what of a case a reader should see: the lines that it changes; see pages.h. */
#include <stdlib.h>
#include <string.h>

#include "author/case_file.h"
#include "author/case_run.h"
#include "author/case_text.h"
#include "author/pages.h"
#include "base/lang.h"
#include "base/mem.h"

enum { LINES_MAX = 6, LINE_MAX = 240 };

static const cJSON *at(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static bool inside_character(struct str s, size_t i)
{
    return i > 0 && i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80;
}

/* A line cut to what a page bears around a byte of it, not inside a character. */
static cJSON *line_item(struct str line, size_t around)
{
    struct strbuf text = { 0 };
    size_t from = line.n > LINE_MAX && around > LINE_MAX / 3 ? around - LINE_MAX / 3 : 0;
    size_t to = line.n - from > LINE_MAX ? from + LINE_MAX : line.n;
    while (inside_character(line, from))
        from--;
    while (inside_character(line, to))
        to--;
    strbuf_fmt(&text, "%s%.*s%s", from ? "…" : "", (int)(to - from), line.p + from,
               to < line.n ? "…" : "");
    cJSON *item = cJSON_CreateString(text.p);
    strbuf_free(&text);
    return item;
}

static void add_lines(cJSON *list, struct str text)
{
    struct str line;
    while (str_split(&text, '\n', &line)) {
        if (str_trim(line).n == 0)
            continue;
        if (cJSON_GetArraySize(list) == LINES_MAX) {
            cJSON_AddItemToArray(list, cJSON_CreateString("…"));
            return;
        }
        cJSON_AddItemToArray(list, line_item(str_trim(line), 0));
    }
}

struct lines {
    struct str *list;
    size_t n, cap;
};

static void split(struct lines *out, struct str text)
{
    struct str line;
    while (str_split(&text, '\n', &line)) {
        out->list = mem_grow(out->list, out->n, &out->cap, sizeof *out->list);
        out->list[out->n++] = line;
    }
}

static void add_some(cJSON *list, const struct lines *lines, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (str_trim(lines->list[i]).n && cJSON_GetArraySize(list) < LINES_MAX)
            cJSON_AddItemToArray(list, line_item(str_trim(lines->list[i]), 0));
}

/* Two versions of a line, both cut around where they begin to differ. */
static void add_pair(cJSON *before, cJSON *after, struct str old, struct str new)
{
    size_t same = 0;
    old = str_trim(old);
    new = str_trim(new);
    while (same < old.n && same < new.n &&old.p[same] == new.p[same])
        same++;
    if (cJSON_GetArraySize(after) == LINES_MAX)
        return;
    if (old.n)
        cJSON_AddItemToArray(before, line_item(old, same));
    if (new.n)
        cJSON_AddItemToArray(after, line_item(new, same));
}

/* The lines that differ: one by one where both have as many, else all between what is the same at both
 * ends. */
static void compare(cJSON *before, cJSON *after, struct str old, struct str new)
{
    struct lines a = { 0 };
    struct lines b = { 0 };
    split(&a, old);
    split(&b, new);
    size_t head = 0;
    size_t tail = 0;
    while (head < a.n && head < b.n && str_eq(a.list[head], b.list[head]))
        head++;
    while (tail < a.n - head && tail < b.n - head &&
           str_eq(a.list[a.n - 1 - tail], b.list[b.n - 1 - tail]))
        tail++;
    if (a.n == b.n) {
        for (size_t i = head; i < a.n - tail; i++)
            if (!str_eq(a.list[i], b.list[i]))
                add_pair(before, after, a.list[i], b.list[i]);
    } else {
        add_some(before, &a, head, a.n - tail);
        add_some(after, &b, head, b.n - tail);
    }
    free(a.list);
    free(b.list);
}

static void add_changes(cJSON *before, cJSON *after, const struct pages *pages,
                        const struct rule_info *rule, const cJSON *c)
{
    struct strbuf old = { 0 };
    struct strbuf new = { 0 };
    cJSON *plain = cJSON_Duplicate(c, true);
    cJSON_DeleteItemFromObjectCaseSensitive(plain, "edits");
    if (case_text_make(&old, pages->engine, rule, plain, NULL) == 0 &&
        case_text_make(&new, pages->engine, rule, c, NULL) == 0)
        compare(before, after, strbuf_view(&old), strbuf_view(&new));
    cJSON_Delete(plain);
    strbuf_free(&old);
    strbuf_free(&new);
}

static void copy(cJSON *to, const char *key, const cJSON *value)
{
    if (cJSON_IsString(value) || cJSON_IsNumber(value))
        cJSON_AddItemToObject(to, key, cJSON_Duplicate(value, false));
    else
        cJSON_AddNullToObject(to, key);
}

/* What the rule says of a case; NULL if it cannot be asked. */
static struct audit *run(const struct pages *pages, const struct rule_info *rule, const cJSON *c)
{
    struct case_subject *subject = NULL;
    struct audit *audit = NULL;
    if (case_run_make(&subject, pages->engine, rule, c, NULL) == 0)
        audit = case_run_judge(pages->engine, subject);
    case_run_free(subject);
    return audit;
}

static void put(cJSON *o, const char *key, struct str text)
{
    struct strbuf copy = { 0 };
    strbuf_str(&copy, text);
    if (text.n)
        cJSON_AddStringToObject(o, key, copy.p);
    else
        cJSON_AddNullToObject(o, key);
    strbuf_free(&copy);
}

/* { "base", "before", "expected", "found", "lines", "message", "name" }: before are the same lines where
 * nothing was changed; no lines at all: the base document as it stands. Message, expected and found are the
 * rule's own: of its first finding. */
static cJSON *example(const struct pages *pages, const struct rule_info *rule, const cJSON *c)
{
    struct audit *audit = run(pages, rule, c);
    const struct audit_result *result = audit ? audit_result(audit, rule->id) : NULL;
    const struct audit_finding *finding =
        result && result->finding_count ? &result->findings[0] : NULL;
    cJSON *o = cJSON_CreateObject();
    cJSON *before = cJSON_CreateArray();
    cJSON *lines = cJSON_CreateArray();
    const cJSON *written = at(c, "fragment") ? at(c, "fragment") : at(c, "document");
    if (at(c, "edits") && !at(c, "document"))
        add_changes(before, lines, pages, rule, c);
    if (cJSON_GetArraySize(lines) + cJSON_GetArraySize(before) == 0 && written)
        add_lines(lines, str_of(cJSON_GetStringValue(written)));
    copy(o, "base", at(c, "base"));
    cJSON_AddItemToObject(o, "before", before);
    put(o, "expected", finding ? finding->expected : str_of(""));
    put(o, "found", finding ? finding->found : str_of(""));
    cJSON_AddItemToObject(o, "lines", lines);
    put(o, "message", finding ? finding->message.in[lang_get()] : str_of(""));
    copy(o, "name", at(c, "name"));
    audit_free(audit);
    return o;
}

static bool shows_something(const cJSON *c)
{
    return at(c, "edits") || at(c, "fragment") || at(c, "document");
}

/* The first of the kind that changes or writes something, else the first. */
static const cJSON *first(const cJSON *cases, enum cases_kind kind)
{
    const cJSON *any = NULL;
    const cJSON *c;
    cJSON_ArrayForEach(c, cases) {
        if (case_file_kind(c) != kind)
            continue;
        if (shows_something(c))
            return c;
        any = any ? any : c;
    }
    return any;
}

/* Where the right case is a base document as it stands, its lines that the wrong one changes say more than
 * its name. */
static void lend_lines(cJSON *right, cJSON *wrong)
{
    const cJSON *one = at(right, "base");
    const cJSON *other = at(wrong, "base");
    bool same = cJSON_IsString(one) && cJSON_IsString(other) &&
                strcmp(one->valuestring, other->valuestring) == 0;
    if (!same || cJSON_GetArraySize(at(right, "lines")) ||
        cJSON_GetArraySize(at(wrong, "before")) == 0)
        return;
    cJSON *before = cJSON_GetObjectItemCaseSensitive(wrong, "before");
    cJSON_ReplaceItemInObjectCaseSensitive(right, "lines", cJSON_Duplicate(before, true));
    while (cJSON_GetArraySize(before))
        cJSON_DeleteItemFromArray(before, 0);
}

cJSON *pages_examples(const struct pages *pages, const struct rule_info *rule)
{
    cJSON *o = cJSON_CreateObject();
    cJSON *cases = NULL;
    const char *const keys[] = { "right", "wrong" };
    const enum cases_kind kinds[] = { CASES_PASS, CASES_FAIL };
    if (rule->load_error.n == 0)
        case_file_read(&cases, pages->engine, rule, NULL);
    for (size_t i = 0; i < 2; i++) {
        const cJSON *c = first(cases, kinds[i]);
        cJSON_AddItemToObject(o, keys[i], c ? example(pages, rule, c) : cJSON_CreateNull());
    }
    lend_lines(cJSON_GetObjectItemCaseSensitive(o, "right"),
               cJSON_GetObjectItemCaseSensitive(o, "wrong"));
    cJSON_Delete(cases);
    return o;
}
