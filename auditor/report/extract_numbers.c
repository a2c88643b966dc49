/* extract_numbers.c - see extract_numbers.h. Keys are written in byte order. */
#include "report/extract_numbers.h"

#include "base/json_read.h"
#include "base/lang.h"
#include "base/log.h"

struct numbers {
    struct json *j;
    const struct doc *doc;
    struct str text; /* that was read, a part of doc->text */
    const struct quantities *all;
};

static void key_bool(struct json *j, const char *key, bool value)
{
    json_key(j, key);
    json_bool(j, value);
}

static void key_index(struct json *j, const char *key, size_t index)
{
    json_key(j, key);
    json_int(j, (int64_t)index);
}

static void key_text(const struct numbers *n, const char *key, uint32_t at, uint32_t len)
{
    json_key(n->j, key);
    json_str(n->j, str_sub(n->text, at, len));
}

/* Money exactly, as a decimal string; everything else as a number. */
static void key_value(struct json *j, const char *key, struct decimal value, bool exact)
{
    struct strbuf number = { 0 };
    decimal_print(&number, value);
    json_key(j, key);
    if (exact)
        json_str(j, strbuf_view(&number));
    else
        json_raw(j, strbuf_view(&number));
    strbuf_free(&number);
}

static void quantity(const struct numbers *n, const struct quantity *q)
{
    struct str raw = doc_raw_of(n->doc, (size_t)(n->text.p - n->doc->text.p) + q->at, q->len);
    json_object(n->j);
    key_bool(n->j, "approximate", q->approximate);
    json_key(n->j, "class");
    json_c(n->j, quantity_class_name(q->class));
    key_bool(n->j, "comparison", q->comparison);
    key_bool(n->j, "cumulative", q->cumulative);
    key_text(n, "label", q->label_at, q->label_len);
    json_key(n->j, "line");
    json_int(n->j, doc_line_at(n->doc, (size_t)(raw.p - n->doc->raw.p)));
    json_key(n->j, "raw");
    json_str(n->j, str_trim(raw));
    key_text(n, "tail", q->tail_at, q->tail_len);
    key_text(n, "unit", q->unit_at, q->unit_len);
    key_value(n->j, "value", q->value, q->class == QUANTITY_MONEY);
    json_key(n->j, "year");
    if (q->year)
        json_int(n->j, q->year);
    else
        json_null(n->j);
    json_end_object(n->j);
}

static void share(const struct numbers *n, const struct quantity_share *s)
{
    static const char *const kinds[] = { "share", "growth",   "change", "list",   "mean",
                                         "rest",  "together", "points", "hundred" };
    static const char *const verdicts[] = { "right", "adjusted", "wrong" };
    struct decimal right;
    int verdict = quantity_judge(n->all, s, &right);
    json_object(n->j);
    key_bool(n->j, "ambiguous", s->ambiguous);
    json_key(n->j, "kind");
    json_c(n->j, kinds[s->of]);
    key_index(n->j, "part", s->part);
    key_index(n->j, "percent", s->percent);
    if (verdict >= 0) {
        key_value(n->j, "right", right, false);
        json_key(n->j, "verdict");
        json_c(n->j, verdicts[verdict]);
    }
    key_index(n->j, "whole", s->whole);
    json_end_object(n->j);
}

static void statement(const struct numbers *n, const struct quantity_statement *s)
{
    json_object(n->j);
    key_bool(n->j, "closed", s->closed);
    if (s->left)
        key_index(n->j, "left", s->left);
    json_key(n->j, "parts");
    json_array(n->j);
    for (size_t i = 0; i < s->part_count; i++)
        json_int(n->j, (int64_t)s->parts[i]);
    json_end_array(n->j);
    json_key(n->j, "reason");
    json_c(n->j, s->reason);
    json_key(n->j, "relation");
    json_c(n->j, quantity_relation_name(s->relation));
    key_value(n->j, "sum", s->sum, false);
    key_index(n->j, "whole", s->whole);
    json_end_object(n->j);
}

void extract_numbers(struct json *j, const struct doc *doc, struct str text,
                     const struct quantities *all)
{
    const struct numbers n = { j, doc, text, all };
    if (all->count == 0)
        return;
    json_key(j, "quantities");
    json_array(j);
    for (size_t i = 0; i < all->count; i++)
        quantity(&n, &all->items[i]);
    json_end_array(j);
    if (all->share_count) {
        json_key(j, "shares");
        json_array(j);
        for (size_t i = 0; i < all->share_count; i++)
            share(&n, &all->shares[i]);
        json_end_array(j);
    }
    if (all->statement_count) {
        json_key(j, "statements");
        json_array(j);
        for (size_t i = 0; i < all->statement_count; i++)
            statement(&n, &all->statements[i]);
        json_end_array(j);
    }
}

/* For people */

static const char *text_of(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(json_member(object, key));
    return text ? text : "";
}

static const cJSON *item_at(const cJSON *list, const cJSON *index)
{
    return cJSON_IsNumber(index) ? cJSON_GetArrayItem(list, index->valueint) : NULL;
}

static void add_item(struct strbuf *out, const cJSON *q)
{
    log_safe(out, str_of(text_of(q, "label")));
    strbuf_char(out, ' ');
    log_safe(out, str_of(text_of(q, "raw")));
}

static void line_begins(struct strbuf *out)
{
    strbuf_c(out, "       = ");
}

static void statement_line(struct strbuf *out, const cJSON *s, const cJSON *items)
{
    const cJSON *part;
    const char *reason = text_of(s, "reason");
    line_begins(out);
    add_item(out, item_at(items, json_member(s, "whole")));
    strbuf_c(out, tr(" 其中 ", " of which "));
    bool first = true;
    cJSON_ArrayForEach(part, json_member(s, "parts")) {
        if (!first)
            strbuf_c(out, " + ");
        first = false;
        add_item(out, item_at(items, part));
    }
    strbuf_fmt(out, " [%s%s%s]\n", text_of(s, "relation"), *reason ? ": " : "", reason);
}

static void share_line(struct strbuf *out, const cJSON *s, const cJSON *items)
{
    line_begins(out);
    add_item(out, item_at(items, json_member(s, "percent")));
    strbuf_c(out, " <- ");
    add_item(out, item_at(items, json_member(s, "part")));
    strbuf_c(out, " / ");
    add_item(out, item_at(items, json_member(s, "whole")));
    const char *verdict = text_of(s, "verdict");
    strbuf_fmt(out, " [%s%s%s]\n", text_of(s, "kind"), *verdict ? ": " : "", verdict);
}

void extract_numbers_text(struct strbuf *out, const cJSON *paragraph)
{
    const cJSON *items = json_member(paragraph, "quantities");
    const cJSON *one;
    if (cJSON_GetArraySize(items) == 0)
        return;
    strbuf_c(out, "       # ");
    bool first = true;
    cJSON_ArrayForEach(one, items) {
        if (!first)
            strbuf_c(out, " | ");
        first = false;
        add_item(out, one);
        strbuf_fmt(
            out, " (%s%s%s%s)", text_of(one, "class"),
            cJSON_IsTrue(json_member(one, "approximate")) ? tr("，约数", ", approximate") : "",
            cJSON_IsTrue(json_member(one, "comparison")) ? tr("，比较", ", comparison") : "",
            cJSON_IsTrue(json_member(one, "cumulative")) ? tr("，累计", ", cumulative") : "");
    }
    strbuf_char(out, '\n');
    cJSON_ArrayForEach(one, json_member(paragraph, "statements"))
        statement_line(out, one, items);
    cJSON_ArrayForEach(one, json_member(paragraph, "shares"))
        share_line(out, one, items);
}
