/* fill.c - which parts of the file are filled in, and which rows are repeated; see fill.h. */
#include "report/fill.h"

#include <stdlib.h>
#include <string.h>

#include "base/archive.h"
#include "base/lang.h"
#include "read/xml.h"
#include "report/fill_work.h"

static const struct archive_limits limits = { 2000, 16 * 1024 * 1024, 64 * 1024 * 1024, 200 };

bool fill_is(const xmlNode *node, const char *name)
{
    static const char *const spaces[] = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    };
    if (node->type != XML_ELEMENT_NODE || !node->ns || strcmp((const char *)node->name, name) != 0)
        return false;
    return strcmp((const char *)node->ns->href, spaces[0]) == 0 ||
           strcmp((const char *)node->ns->href, spaces[1]) == 0;
}

/* The list whose members fill this row or paragraph: of the first placeholder with a point in it. */
static const cJSON *list_in(const struct fill *f, const xmlNode *node, struct strbuf *name)
{
    struct strbuf text = { 0 };
    struct str rest;
    size_t at;
    const cJSON *list = NULL;
    fill_text(&text, node);
    rest = strbuf_view(&text);
    while (!list && (at = str_find(rest, STR("{{"))) != SIZE_MAX) {
        rest = str_sub(rest, at + 2, rest.n);
        struct str key = str_trim(str_sub(rest, 0, str_find(rest, STR("}}"))));
        struct str left = key;
        struct str first;
        if (!str_split(&left, '.', &first) || first.n == key.n)
            continue;
        strbuf_clear(name);
        strbuf_str(name, first);
        list = cJSON_GetObjectItemCaseSensitive(f->values, name->p);
        if (!cJSON_IsArray(list))
            list = NULL;
    }
    strbuf_free(&text);
    return list;
}

static int fill_all(struct fill *f, xmlNode *node)
{
    int rc = fill_is(node, "p") ? fill_paragraph(f, node) : 0;
    for (xmlNode *child = node->children; rc == 0 && child; child = child->next)
        rc = fill_all(f, child);
    return rc;
}

static int repeat(struct fill *f, xmlNode *unit, const cJSON *list, const char *name)
{
    const cJSON *member;
    int rc = 0;
    f->list = name;
    cJSON_ArrayForEach(member, list) {
        xmlNode *copy = NULL; /* with the name spaces of where it will stand, not its own */
        if (rc || xmlDOMWrapCloneNode(NULL, unit->doc, unit, &copy, unit->doc, unit->parent, 1, 0))
            continue;
        xmlAddPrevSibling(unit, copy);
        f->member = member;
        rc = fill_all(f, copy);
    }
    f->list = NULL;
    f->member = NULL;
    xmlUnlinkNode(unit);
    xmlFreeNode(unit);
    return rc;
}

/* A row may hold a table with rows of its own: the innermost one is repeated. */
static bool has_row(const struct fill *f, const xmlNode *node, struct strbuf *name)
{
    for (const xmlNode *child = node->children; child; child = child->next)
        if ((fill_is(child, "tr") && list_in(f, child, name)) || has_row(f, child, name))
            return true;
    return false;
}

static int walk(struct fill *f, xmlNode *node, bool in_row);

static int visit(struct fill *f, xmlNode *child, bool in_row)
{
    struct strbuf name = { 0 };
    bool row = fill_is(child, "tr");
    const cJSON *list = row || (fill_is(child, "p") && !in_row) ? list_in(f, child, &name) : NULL;
    struct strbuf inner = { 0 };
    int rc = 0;
    if (list && !has_row(f, child, &inner)) {
        rc = repeat(f, child, list, name.p);
    } else {
        if (fill_is(child, "p"))
            rc = fill_paragraph(f, child);
        if (rc == 0)
            rc = walk(f, child, in_row || row);
    }
    strbuf_free(&inner);
    strbuf_free(&name);
    return rc;
}

/* A table that lost all its rows is none. */
static bool lost_its_rows(const xmlNode *node)
{
    if (!fill_is(node, "tbl"))
        return false;
    for (const xmlNode *child = node->children; child; child = child->next)
        if (fill_is(child, "tr"))
            return false;
    return true;
}

static int walk(struct fill *f, xmlNode *node, bool in_row)
{
    int rc = 0;
    xmlNode *next = NULL;
    for (xmlNode *child = node->children; rc == 0 && child; child = next) {
        next = child->next;
        rc = visit(f, child, in_row);
    }
    for (xmlNode *child = node->children; rc == 0 && child; child = next) {
        next = child->next;
        if (lost_its_rows(child)) {
            xmlUnlinkNode(child);
            xmlFreeNode(child);
        }
    }
    return rc;
}

static bool holds_text(struct str name)
{
    return str_eq_c(name, "word/document.xml") ||
           ((str_starts(name, STR("word/header")) || str_starts(name, STR("word/footer"))) &&
            str_ends(name, STR(".xml")));
}

static int fill_part(struct fill *f, struct archive_entry *entry, struct strbuf *bytes)
{
    xmlDoc *doc = NULL;
    xmlChar *text = NULL;
    int n = 0;
    int rc = read_xml(&doc, entry->bytes, f->name, f->err);
    if (rc == 0)
        rc = walk(f, xmlDocGetRootElement(doc), false);
    if (rc == 0)
        xmlDocDumpMemoryEnc(doc, &text, &n, "UTF-8");
    if (text)
        strbuf_add(bytes, text, (size_t)n);
    xmlFree(text);
    xmlFreeDoc(doc);
    entry->bytes = strbuf_view(bytes);
    return rc;
}

static int no_template(int rc, const char *name, struct error *err)
{
    return rc == ERR_FORMAT || rc == ERR_LIMIT
               ? error_set(
                     err, ERR_CONFIG,
                     tr("%s：不是可用的 Word 模板（.docx）", "%s: no usable Word template (.docx)"),
                     name)
               : rc;
}

int fill_docx(struct strbuf *out, struct str template_bytes, const char *name, const cJSON *values,
              struct error *err)
{
    struct fill f = { .name = name, .values = values, .err = err };
    struct archive archive = { 0 };
    struct strbuf parts[16] = { 0 };
    size_t n = 0;
    bool body = false;
    int rc = archive_read(&archive, template_bytes, name, &limits, err);
    for (size_t i = 0; rc == 0 && i < archive.n; i++)
        if (holds_text(archive.entries[i].name) && n < sizeof parts / sizeof *parts) {
            body = body || str_eq_c(archive.entries[i].name, "word/document.xml");
            rc = fill_part(&f, &archive.entries[i], &parts[n++]);
        }
    if (rc == 0 && !body)
        rc = ERR_FORMAT;
    rc = rc ? no_template(rc, name, err) : archive_write(out, archive.entries, archive.n, err);
    for (size_t i = 0; i < n; i++)
        strbuf_free(&parts[i]);
    archive_free(&archive);
    return rc;
}
