/* word.c - see word.h. */
#include "word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "read/read.h"
#include "zip_up.h"

static const char namespaces[] =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

static const char relations[] =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"h1\" Type=\"x/header\" Target=\"header1.xml\"/>"
    "<Relationship Id=\"n1\" Type=\"x/footnotes\" Target=\"footnotes.xml\"/>"
    "<Relationship Id=\"i1\" Type=\"x/image\" Target=\"media/a.png\"/>"
    "<Relationship Id=\"l1\" Type=\"x/hyperlink\" TargetMode=\"External\" Target=\"http://a.cn/\"/>"
    "</Relationships>";

static const char top[] =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/word/document2.xml\"/>"
    "<Relationship Id=\"b\" Type=\"x/core-properties\" Target=\"docProps/core.xml\"/>"
    "<Relationship Id=\"c\" Type=\"x/custom-properties\" Target=\"docProps/custom.xml\"/>"
    "</Relationships>";

static char *part(const char *name, const char *inner)
{
    struct strbuf out = { 0 };
    strbuf_fmt(&out, "<?xml version=\"1.0\"?><w:%s %s>%s</w:%s>", name, namespaces, inner, name);
    return strbuf_take(&out);
}

static struct strbuf word_file(const char *body, const char *styles, const char *lists)
{
    struct strbuf inner = { 0 };
    strbuf_fmt(&inner, "<w:body>%s</w:body>", body);
    char *document = part("document", inner.p);
    char *style_part = styles ? part("styles", styles) : NULL;
    char *list_part = lists ? part("numbering", lists) : NULL;
    char *header = part("hdr", P("页眉"));
    char *notes = part("footnotes", "<w:footnote w:type=\"separator\" w:id=\"0\">" P(
                                        "线") "</w:footnote>"
                                              "<w:footnote w:id=\"1\">" P("脚注") "</w:footnote>");
    const struct zip_part parts[] = {
        { "_rels/.rels", top },
        { "word/document2.xml", document },
        { "word/_rels/document2.xml.rels", relations },
        { "word/styles.xml", style_part },
        { "word/numbering.xml", list_part },
        { "word/header1.xml", header },
        { "word/footnotes.xml", notes },
        { "docProps/core.xml",
          "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
          "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
          "xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:creator> 某人 </dc:creator>"
          "<dcterms:created>2025-01-02T00:00:00Z</dcterms:created><dc:title/></"
          "cp:coreProperties>" },
        { "docProps/custom.xml",
          "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          "custom-properties\" xmlns:vt=\"x\"><property name=\"PubDate\"><vt:lpwstr>2025-02-03"
          "</vt:lpwstr></property></Properties>" },
    };
    struct strbuf file = zip_up(parts, sizeof parts / sizeof *parts);
    strbuf_free(&inner);
    free(document);
    free(style_part);
    free(list_part);
    free(header);
    free(notes);
    return file;
}

struct doc *word_read(const char *body, const char *styles, const char *lists)
{
    struct strbuf file = word_file(body, styles, lists);
    struct error err = { 0 };
    struct doc *doc;
    if (read_document(&doc, strbuf_view(&file), "a.docx", NULL, &err) != 0)
        fail_msg("%s", err.message);
    strbuf_free(&file);
    return doc;
}
