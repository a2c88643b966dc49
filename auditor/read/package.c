/* package.c - see package.h. */
#include "read/package.h"

#include <stdlib.h>

#include "base/archive.h"
#include "base/arena.h"
#include "base/lang.h"
#include "base/mem.h"
#include "read/xml.h"

enum { MOST_PARTS = 2000 };

struct parts {
    struct archive_entry *entries;
    size_t n, cap;
    struct arena *arena;
};

bool package_is(struct str bytes)
{
    struct str head = str_sub(bytes, 0, 4096);
    return str_has(head, "<pkg:package") ||
           str_has(head, "http://schemas.microsoft.com/office/2006/xmlPackage");
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST name);
}

static xmlNode *child(const xmlNode *node, const char *name)
{
    xmlNode *at = node ? node->children : NULL;
    while (at && name ? !is_named(at, name) : at && at->type != XML_ELEMENT_NODE)
        at = at->next;
    return at;
}

static void add_part(struct parts *p, xmlDoc *doc, xmlNode *part)
{
    xmlNode *root = child(child(part, "xmlData"), NULL);
    xmlChar *name = root ? xmlGetProp(part, BAD_CAST "name") : NULL;
    xmlBuffer *text = name ? xmlBufferCreate() : NULL;
    if (text && xmlReconciliateNs(doc, root) >= 0 && xmlNodeDump(text, doc, root, 0, 0) > 0) {
        struct str path = str_of((const char *)name);
        struct str bytes = { (const char *)xmlBufferContent(text), (size_t)xmlBufferLength(text) };
        if (str_starts(path, STR("/")))
            path = str_sub(path, 1, path.n);
        p->entries = mem_grow(p->entries, p->n, &p->cap, sizeof *p->entries);
        p->entries[p->n++] =
            (struct archive_entry){ arena_str(p->arena, path), arena_str(p->arena, bytes) };
    }
    xmlBufferFree(text);
    xmlFree(name);
}

static void collect(struct parts *p, xmlDoc *doc)
{
    for (xmlNode *at = xmlDocGetRootElement(doc)->children; at && p->n < MOST_PARTS; at = at->next)
        if (is_named(at, "part"))
            add_part(p, doc, at);
}

int package_damaged(const char *name, struct error *err)
{
    return error_set(err, ERR_DAMAGED,
                     tr("%s：XML 格式的 Word 文件已损坏；请用 Word 或 WPS 打开并另存为 .docx",
                        "%s: a damaged Word file as XML; open it with Word or WPS and save "
                        "it as .docx"),
                     name);
}

int package_to_docx(struct strbuf *out, struct str bytes, const char *name, struct error *err)
{
    struct parts p = { .arena = arena_new() };
    xmlDoc *doc = NULL;
    if (read_xml(&doc, bytes, name, NULL) == 0)
        collect(&p, doc);
    bool made = p.n && archive_write(out, p.entries, p.n, NULL) == 0; /* no two of one name */
    xmlFreeDoc(doc);
    free(p.entries);
    arena_free(p.arena);
    return made ? 0 : package_damaged(name, err);
}
