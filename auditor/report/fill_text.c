/* fill_text.c - placeholders of a paragraph, across the runs into which Word cuts it; see fill_work.h. */
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "report/fill_work.h"

struct piece { /* a <w:t> */
    xmlNode *node;
    struct strbuf text;
    size_t at; /* in the text of the paragraph, as it was */
    bool changed;
};

struct pieces {
    struct piece *list;
    size_t n, cap;
    struct strbuf text;
};

static void add_content(struct strbuf *out, const xmlNode *node)
{
    for (const xmlNode *child = node->children; child; child = child->next)
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            strbuf_c(out, (const char *)child->content);
}

void fill_text(struct strbuf *out, const xmlNode *node)
{
    if (fill_is(node, "t"))
        add_content(out, node);
    for (const xmlNode *child = node->children; child; child = child->next)
        fill_text(out, child);
}

static void collect(struct pieces *p, xmlNode *node)
{
    for (xmlNode *child = node->children; child; child = child->next) {
        if (fill_is(child, "p"))
            continue;
        if (fill_is(child, "t")) {
            p->list = mem_grow(p->list, p->n, &p->cap, sizeof *p->list);
            struct piece *piece = &p->list[p->n++];
            *piece = (struct piece){ .node = child, .at = p->text.n };
            add_content(&piece->text, child);
            strbuf_str(&p->text, strbuf_view(&piece->text));
        } else {
            collect(p, child);
        }
    }
}

static void add_keys(struct strbuf *out, const cJSON *object, const char *prefix)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, object)
        if (cJSON_IsArray(item) && cJSON_GetArraySize(item))
            add_keys(out, cJSON_GetArrayItem(item, 0), item->string);
        else if (!cJSON_IsArray(item) && !cJSON_IsObject(item))
            strbuf_fmt(out, "%s%s%s%s", out->n ? ", " : "", prefix, *prefix ? "." : "",
                       item->string);
}

static int unknown(const struct fill *f, struct str key)
{
    struct strbuf keys = { 0 };
    add_keys(&keys, f->values, "");
    error_set(
        f->err, ERR_CONFIG,
        tr("%s：没有占位符 {{%.*s}}；可用：%s", "%s: there is no placeholder {{%.*s}}; known: %s"),
        f->name, STR_ARG(key), keys.p ? keys.p : "");
    strbuf_free(&keys);
    return ERR_CONFIG;
}

/* The value of a key; NULL when there is none of this name. */
static const cJSON *find(const struct fill *f, struct str key)
{
    size_t n = f->list ? strlen(f->list) : 0;
    const cJSON *from = f->values;
    if (n && key.n > n && strncmp(key.p, f->list, n) == 0 && key.p[n] == '.') {
        from = f->member;
        key = str_sub(key, n + 1, key.n);
    }
    char *name = mem_strndup(key.p, key.n);
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(from, name);
    free(name);
    return value;
}

/* What a text would do to the lines or to the XML is shown as a mark. */
static int add_value(const struct fill *f, struct strbuf *out, struct str key)
{
    const cJSON *value = find(f, key);
    if (!value || cJSON_IsArray(value) || cJSON_IsObject(value))
        return unknown(f, key);
    if (cJSON_IsString(value)) {
        log_safe(out, str_of(value->valuestring));
    } else if (!cJSON_IsNull(value)) {
        char *digits = cJSON_PrintUnformatted(value);
        strbuf_c(out, digits);
        cJSON_free(digits);
    }
    return 0;
}

/* Replaces [from, to) of the paragraph, as it was, by value: it goes where the placeholder began. Later ones
 * were replaced before, so that what stands up to `to` is still as it was. */
static void put(struct pieces *p, size_t from, size_t to, struct str value)
{
    for (size_t i = 0; i < p->n; i++) {
        struct piece *piece = &p->list[i];
        size_t end = i + 1 < p->n ? p->list[i + 1].at : p->text.n;
        if (piece->at >= to || end <= from)
            continue;
        struct str text = strbuf_view(&piece->text);
        struct strbuf filled = { 0 };
        if (from >= piece->at) {
            strbuf_str(&filled, str_sub(text, 0, from - piece->at));
            strbuf_str(&filled, value);
        }
        if (to < end)
            strbuf_str(&filled, str_sub(text, to - piece->at, text.n));
        strbuf_free(&piece->text);
        piece->text = filled;
        piece->changed = true;
    }
}

/* Text with line breaks: <w:t>, <w:br/>, <w:t> ... in one run. */
static void write_back(const struct piece *piece)
{
    struct str rest = strbuf_view(&piece->text);
    struct str line = { "", 0 };
    xmlNode *at = piece->node;
    bool first = true;
    xmlNodeSetContent(at, NULL);
    while (str_split(&rest, '\n', &line)) {
        if (!first) {
            at = xmlAddNextSibling(at, xmlNewDocNode(at->doc, at->ns, BAD_CAST "br", NULL));
            at = xmlAddNextSibling(at, xmlNewDocNode(at->doc, at->ns, BAD_CAST "t", NULL));
        }
        xmlNodeAddContentLen(at, BAD_CAST line.p, (int)line.n);
        xmlNodeSetSpacePreserve(at, 1);
        first = false;
    }
}

/* The last placeholder that begins before `end`; false when there is none. */
static bool last_before(struct str text, size_t end, size_t *from)
{
    for (size_t i = end; i-- > 0;)
        if (str_starts(str_sub(text, i, text.n), STR("{{"))) {
            *from = i;
            return true;
        }
    return false;
}

int fill_paragraph(struct fill *f, xmlNode *paragraph)
{
    struct pieces p = { 0 };
    struct strbuf value = { 0 };
    size_t from;
    int rc = 0;
    collect(&p, paragraph);
    struct str text = strbuf_view(&p.text);
    for (size_t end = text.n; rc == 0 && last_before(text, end, &from); end = from) {
        size_t length = str_find(str_sub(text, from, end - from), STR("}}"));
        struct str key = str_trim(str_sub(text, from + 2, length == SIZE_MAX ? 20 : length - 2));
        strbuf_clear(&value);
        if (length == SIZE_MAX)
            rc = error_set(
                f->err, ERR_CONFIG,
                tr("%s：占位符没有写完：{{%.*s", "%s: a placeholder is not closed: {{%.*s"),
                f->name, STR_ARG(key));
        else
            rc = add_value(f, &value, key);
        if (rc == 0)
            put(&p, from, from + length + 2, strbuf_view(&value));
    }
    for (size_t i = 0; i < p.n; i++) {
        if (rc == 0 && p.list[i].changed)
            write_back(&p.list[i]);
        strbuf_free(&p.list[i].text);
    }
    strbuf_free(&value);
    strbuf_free(&p.text);
    free(p.list);
    return rc;
}
