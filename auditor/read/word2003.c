/* word2003.c - see word2003.h. */
#include "read/word2003.h"

#include "read/package.h"

#include <stdlib.h>
#include <string.h>

#include "base/archive.h"
#include "base/arena.h"
#include "base/lang.h"
#include "base/mem.h"
#include "read/xml.h"

#define WORD_2003 "http://schemas.microsoft.com/office/word/2003/wordml"
#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

enum { MOST_PARTS = 2000 };

struct making {
    xmlDoc *doc;
    xmlNs *links; /* of r:id */
    struct strbuf relations;
    unsigned count; /* of them */
    struct archive_entry *entries;
    size_t n, cap;
    struct arena *arena;
};

bool word2003_is(struct str bytes)
{
    return str_has(str_sub(bytes, 0, 4096), "<w:wordDocument");
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static bool of_word(const xmlNode *node)
{
    return node->ns && strcmp((const char *)node->ns->href, WORD) == 0;
}

static void add_part(struct making *m, const char *path, struct str bytes)
{
    if (m->n == MOST_PARTS)
        return;
    m->entries = mem_grow(m->entries, m->n, &m->cap, sizeof *m->entries);
    m->entries[m->n++] =
        (struct archive_entry){ arena_str(m->arena, str_of(path)), arena_str(m->arena, bytes) };
}

/* A subtree becomes a part of its own. Copied into a document of its own it declares its namespaces itself. */
static void add_tree(struct making *m, const char *path, xmlNode *root)
{
    xmlDoc *alone = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *copy = alone ? xmlDocCopyNode(root, alone, 1) : NULL;
    xmlChar *text = NULL;
    int n = 0;
    if (copy) {
        xmlDocSetRootElement(alone, copy);
        xmlDocDumpMemoryEnc(alone, &text, &n, "UTF-8");
    }
    if (text)
        add_part(m, path, (struct str){ (const char *)text, (size_t)n });
    xmlFree(text);
    xmlFreeDoc(alone);
}

/* node gets r:id, which leads to the target. */
static void relate(struct making *m, xmlNode *node, const char *type, const char *target,
                   bool outside)
{
    char id[32];
    xmlChar *safe = xmlEncodeSpecialChars(m->doc, BAD_CAST target);
    snprintf(id, sizeof id, "rId%u", ++m->count);
    if (safe)
        strbuf_fmt(&m->relations,
                   "<Relationship Id=\"%s\" Type=\"" OFFICE "/%s\" Target=\"%s\"%s/>", id, type,
                   (const char *)safe, outside ? " TargetMode=\"External\"" : "");
    xmlNewNsProp(node, m->links, BAD_CAST "id", BAD_CAST id);
    xmlFree(safe);
}

static void rename_attribute(xmlNode *node, const char *from, const char *to)
{
    for (xmlAttr *a = node->properties; a; a = a->next)
        if (strcmp((const char *)a->name, from) == 0)
            xmlNodeSetName((xmlNode *)a, BAD_CAST to);
}

/* xmlGetProp() asks for no namespace's attribute only when there is one without. */
static char *value_of(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (strcmp((const char *)a->name, name) == 0)
            return (char *)xmlNodeListGetString(node->doc, a->children, 1);
    return NULL;
}

/* How a level counts, which was a number. */
static void name_format(xmlNode *node)
{
    static const struct {
        int code;
        const char *format;
    } formats[] = {
        { 1, "upperRoman" },
        { 2, "lowerRoman" },
        { 3, "upperLetter" },
        { 4, "lowerLetter" },
        { 10, "ideographDigital" },
        { 11, "japaneseCounting" },
        { 14, "decimalFullWidth" },
        { 18, "decimalEnclosedCircle" },
        { 22, "decimalZero" },
        { 23, "bullet" },
        { 26, "decimalEnclosedFullstop" },
        { 27, "decimalEnclosedParen" },
        { 28, "decimalEnclosedCircleChinese" },
        { 29, "ideographEnclosedCircle" },
        { 30, "ideographTraditional" },
        { 31, "ideographZodiac" },
        { 33, "taiwaneseCounting" },
        { 35, "taiwaneseCountingThousand" },
        { 37, "chineseCounting" },
        { 38, "chineseLegalSimplified" },
        { 39, "chineseCountingThousand" },
        { 255, "none" },
    };
    char *value = value_of(node, "val");
    const char *format = "decimal";
    for (size_t i = 0; value && i < sizeof formats / sizeof *formats; i++)
        if (atoi(value) == formats[i].code)
            format = formats[i].format;
    xmlFree(value);
    for (xmlAttr *a = node->properties; a; a = a->next)
        if (strcmp((const char *)a->name, "val") == 0)
            xmlNodeSetContent((xmlNode *)a, BAD_CAST format);
    xmlNodeSetName(node, BAD_CAST "numFmt");
}

static void rename_element(struct making *m, xmlNode *node)
{
    static const char *const names[][2] = {
        { "listPr", "numPr" },        { "ilfo", "numId" },
        { "vmerge", "vMerge" },       { "hmerge", "hMerge" },
        { "listDef", "abstractNum" }, { "list", "num" },
        { "ilst", "abstractNumId" },  { "listStyleLink", "numStyleLink" },
    };
    if (is_named(node, "nfc")) {
        name_format(node);
        return;
    }
    if (is_named(node, "hlink")) {
        char *target = value_of(node, "dest");
        if (target)
            relate(m, node, "hyperlink", target, true);
        xmlFree(target);
        xmlNodeSetName(node, BAD_CAST "hyperlink");
        return;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_named(node, names[i][0])) {
            xmlNodeSetName(node, BAD_CAST names[i][1]);
            rename_attribute(node, "listDefId", "abstractNumId");
            rename_attribute(node, "ilfo", "numId");
            return;
        }
}

/* Headers and notes stand in the text where they belong, and are parts of a .docx. */
static bool takes_apart(struct making *m, xmlNode *node)
{
    bool footer = is_named(node, "ftr");
    char path[48];
    if (!footer && !is_named(node, "hdr") && !is_named(node, "footnote") &&
        !is_named(node, "endnote"))
        return false;
    xmlNode *mark = xmlNewNode(node->ns, BAD_CAST(footer ? "footerReference" : "headerReference"));
    snprintf(path, sizeof path, "apart%u.xml", m->count + 1);
    if (mark) {
        xmlReplaceNode(node, mark);
        relate(m, mark, footer ? "footer" : "header", path, false);
        snprintf(path, sizeof path, "word/apart%u.xml", m->count);
        add_tree(m, path, node);
        xmlFreeNode(node);
    }
    return mark != NULL;
}

/* What was tracked or remarked; false: it is gone. */
static bool settle_annotation(xmlNode *node, xmlNs *word)
{
    char *type = value_of(node, "type");
    bool kept = true;
    if (type && strcmp(type, "Word.Deletion") == 0) {
        xmlNodeSetName(node, BAD_CAST "del");
        xmlSetNs(node, word);
    } else if (type && strcmp(type, "Word.Comment") == 0) {
        xmlNode *mark = xmlNewNode(word, BAD_CAST "commentReference");
        kept = mark == NULL;
        if (mark) {
            xmlReplaceNode(node, mark);
            xmlFreeNode(node);
        }
    } else if (type &&
               (strcmp(type, "Word.Formatting") == 0 || strcmp(type, "Word.Numbering") == 0 ||
                strcmp(type, "Word.Comment.Start") == 0)) {
        kept = false;
        xmlUnlinkNode(node);
        xmlFreeNode(node);
    }
    xmlFree(type);
    return kept;
}

static void convert(struct making *m, xmlNode *node, xmlNs *word)
{
    xmlNode *next;
    for (xmlNode *child = node->children; child; child = next) {
        next = child->next;
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (is_named(child, "annotation") && !settle_annotation(child, word))
            continue;
        convert(m, child, word);
        if (of_word(child) && takes_apart(m, child))
            continue;
        if (of_word(child))
            rename_element(m, child);
        else if (is_named(child, "imagedata"))
            relate(m, child, "image", "media/picture", false);
    }
}

static void add_properties(struct making *m, const xmlNode *list)
{
    static const char *const names[][2] = {
        { "Title", "dc:title" },
        { "Author", "dc:creator" },
        { "LastAuthor", "cp:lastModifiedBy" },
        { "Created", "dcterms:created" },
        { "LastSaved", "dcterms:modified" },
    };
    struct strbuf text = { 0 };
    strbuf_c(&text, "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/"
                    "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                    "xmlns:dcterms=\"http://purl.org/dc/terms/\">");
    for (const xmlNode *at = list->children; at; at = at->next)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            if (!is_named(at, names[i][0]))
                continue;
            xmlChar *value = xmlNodeGetContent(at);
            xmlChar *safe = value ? xmlEncodeSpecialChars(m->doc, value) : NULL;
            if (safe)
                strbuf_fmt(&text, "<%s>%s</%s>", names[i][1], (const char *)safe, names[i][1]);
            xmlFree(safe);
            xmlFree(value);
        }
    strbuf_c(&text, "</cp:coreProperties>");
    add_part(m, "docProps/core.xml", strbuf_view(&text));
    strbuf_free(&text);
}

static void add_relations(struct making *m)
{
    struct strbuf text = { 0 };
    strbuf_fmt(&text, "<Relationships xmlns=\"" PACKAGE "\">%s</Relationships>",
               m->relations.n ? m->relations.p : "");
    add_part(m, "word/_rels/document.xml.rels", strbuf_view(&text));
    strbuf_free(&text);
    add_part(m, "_rels/.rels",
             STR("<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" OFFICE
                 "/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" "
                 "Type=\"" PACKAGE "/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
                 "</Relationships>"));
}

static bool make(struct making *m)
{
    xmlNode *root = xmlDocGetRootElement(m->doc);
    bool body = false;
    for (xmlNs *ns = root->nsDef; ns; ns = ns->next) {
        if (!ns->href || strcmp((const char *)ns->href, WORD_2003) != 0)
            continue;
        xmlFree((void *)ns->href);
        ns->href = xmlStrdup(BAD_CAST WORD);
    }
    m->links = xmlNewNs(root, BAD_CAST OFFICE, BAD_CAST "auditor-links");
    if (!m->links || !of_word(root))
        return false;
    convert(m, root, root->ns);
    for (xmlNode *at = root->children; at; at = at->next) {
        if (is_named(at, "DocumentProperties"))
            add_properties(m, at);
        else if (of_word(at) && is_named(at, "styles"))
            add_tree(m, "word/styles.xml", at);
        else if (of_word(at) && is_named(at, "lists"))
            add_tree(m, "word/numbering.xml", at);
        else if (of_word(at) && is_named(at, "body") && !body) {
            add_tree(m, "word/document.xml", at);
            body = true;
        }
    }
    add_relations(m);
    return body;
}

int word2003_to_docx(struct strbuf *out, struct str bytes, const char *name, struct error *err)
{
    struct making m = { .arena = arena_new() };
    bool made = read_xml(&m.doc, bytes, name, NULL) == 0 && make(&m) &&
                archive_write(out, m.entries, m.n, NULL) == 0;
    xmlFreeDoc(m.doc);
    free(m.entries);
    strbuf_free(&m.relations);
    arena_free(m.arena);
    return made ? 0 : package_damaged(name, err);
}
