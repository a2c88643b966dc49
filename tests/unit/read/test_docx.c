/* test_docx.c - Word files: what becomes of each thing in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dump.h"
#include "read/read.h"
#include "zip_up.h"

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define TC(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"
#define NUMBERED(level, list, text)                                                                \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list                     \
    "\"/></w:numPr></w:pPr>" R(text) "</w:p>"
#define FIELD(code, text)                                                                          \
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" code                       \
    "</w:instrText></w:r><w:r><w:t>谜</w:t></w:r><w:r><w:fldChar "                                \
    "w:fldCharType=\"separate\"/></w:r>" R(text) "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

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

/* Styles and lists may be NULL, as in files that lack them. */
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

static struct doc *read_file(const char *body, const char *styles, const char *lists)
{
    struct strbuf file = word_file(body, styles, lists);
    struct error err = { 0 };
    struct doc *doc;
    if (read_document(&doc, strbuf_view(&file), "a.docx", NULL, &err) != 0)
        fail_msg("%s", err.message);
    strbuf_free(&file);
    return doc;
}

/* The notes at the end of every dump: the file's footnote. */
#define NOTE(line) #line "n:脚注\n"

struct text_case {
    const char *body, *blocks;
};

static const struct text_case texts[] = {
    /* runs are one text; a tab is a blank; a break parts */
    { "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>" R("丙") "</w:p><w:p/>" P("丁"),
      "1:甲 乙丙\n3:丁\n" NOTE(4) },
    { "<w:p>" R("甲") "<w:r><w:br/></w:r>" R("乙") "</w:p>", "1:甲\n1:乙\n" NOTE(2) },
    { "<w:p><w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/><w:t>3</w:t>"
      "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"x\" "
      "w:char=\"4E00\"/></w:r></w:p>",
      "1:1-23☑一\n" NOTE(2) },
    /* looks: bold, centred, hidden, outline */
    { "<w:p><w:pPr><w:jc "
      "w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>题</w:t></w:r></w:p>"
      "<w:p><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>文</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" R(
          "节") "</w:p>"
                "<w:p>" R("显") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>",
      "1bc:题\n2:文\n3b2:节\n4:显\n4h:隐\n" NOTE(5) },
    /* what is hidden within a text does not part it */
    { "<w:p>" R("前") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>" R("后") "</w:p>",
      "1:前后\n1h:隐\n" NOTE(2) },
    /* tracked changes: the final text; a deleted end joins two paragraphs; so does a moved one */
    { "<w:p>" R("甲") "<w:ins>" R(
          "乙") "</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del>"
                "<w:moveFrom>" R("丁") "</w:moveFrom><w:moveTo>" R("戊") "</w:moveTo></w:p>",
      "1:甲乙戊\n" NOTE(2) },
    { "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("前") "</w:p>" P("后") P("又"),
      "1:前后\n3:又\n" NOTE(4) },
    { "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>" R("全删") "</w:del></w:p>" P("后"),
      "2:后\n" NOTE(3) },
    { "<w:p><w:pPr><w:jc w:val=\"left\"/><w:pPrChange><w:pPr><w:jc "
      "w:val=\"center\"/></w:pPr></w:pPrChange>"
      "</w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
      "<w:t>今</w:t></w:r></w:p>",
      "1:今\n" NOTE(2) },
    { "<w:p><w:r><w:pict><v:shape><v:textpath string=\"艺术字\"/></v:shape></w:pict></w:r></w:p>",
      "1:艺术字\n" NOTE(2) },
    /* a text box comes before the paragraph that it hangs on, once; its own paragraphs count */
    { "<w:p>" R(
          "前") "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>"
                "<w:txbxContent>" P(
                    "框") "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                          "<v:textbox><w:txbxContent>" P(
                              "框") "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
                                    "</mc:AlternateContent></w:r>" R("后") "</w:p>" P("下"),
      "2:框\n1:前后\n3:下\n" NOTE(4) },
    { "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict><v:textbox><w:txbxContent>" P(
          "旧") "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></"
                "w:p>",
      "2:旧\n" NOTE(3) },
    /* containers that are nothing of themselves; what stands in their properties is no text */
    { "<w:sdt><w:sdtPr><w:alias "
      "w:val=\"x\"/><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>" P(
          "控件") "</w:sdtContent></w:sdt><w:p><w:smartTag><w:customXml>" R("标记") "</"
                                                                                    "w:customXml>"
                                                                                    "</"
                                                                                    "w:smartTag><"
                                                                                    "/w:p>"
                                                                                    "<w:p><w:r><"
                                                                                    "w:ruby><w:"
                                                                                    "rt>" R("音") "</w:rt><w:rubyBase>" R(
                                                                                        "字") "</"
                                                                                              "w:"
                                                                                              "ru"
                                                                                              "by"
                                                                                              "Ba"
                                                                                              "se"
                                                                                              "><"
                                                                                              "/w"
                                                                                              ":r"
                                                                                              "ub"
                                                                                              "y>"
                                                                                              "</"
                                                                                              "w:"
                                                                                              "r>"
                                                                                              "<m"
                                                                                              ":o"
                                                                                              "Ma"
                                                                                              "th"
                                                                                              "><"
                                                                                              "m:"
                                                                                              "r>"
                                                                                              "<m"
                                                                                              ":t"
                                                                                              ">1"
                                                                                              "+1"
                                                                                              "</"
                                                                                              "m:"
                                                                                              "t>"
                                                                                              "</"
                                                                                              "m:"
                                                                                              "r>"
                                                                                              "</"
                                                                                              "m:"
                                                                                              "oM"
                                                                                              "at"
                                                                                              "h>"
                                                                                              "</"
                                                                                              "w:"
                                                                                              "p"
                                                                                              ">",
      "1:控件\n2:标记\n3:字1+1\n" NOTE(4) },
    /* fields: the result, not the instruction; a table of contents is apart */
    { "<w:p>" FIELD("PAGE", "7") "</w:p><w:p><w:fldSimple w:instr=\"DATE\">" R(
          "今日") "</w:fldSimple></w:p>",
      "1:7\n2:今日\n" NOTE(3) },
    { "<w:p>" FIELD("TOC \\o", "一、概况 1") "</w:p>" P("文"), "1n:一、概况 1\n2:文\n" NOTE(3) },
    { "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" R("残") "</w:p>" P("文"),
      "2:文\n" NOTE(3) },
    /* headers stand apart, behind all else, once */
    { P("文") "<w:sectPr><w:headerReference r:id=\"h1\"/><w:headerReference "
              "r:id=\"h1\"/></w:sectPr>",
      "1:文\n2n:脚注\n3n:页眉\n" },
};

static void reads_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct doc *doc = read_file(texts[i].body, NULL, NULL);
        char *found = dump_blocks(doc);
        assert_string_equal(found, texts[i].blocks);
        assert_int_equal(doc->format, DOC_DOCX);
        free(found);
        doc_free(doc);
    }
}

static const struct text_case tables[] = {
    { "<w:tbl><w:tr>" TC("<w:gridSpan w:val=\"2\"/>", "甲") TC("", "乙") "</w:tr><w:tr>" TC("", "1")
          TC("", "") TC("", "3") "</w:tr></w:tbl>",
      "T0(0,0)1x2:甲\nT0(0,2):乙\nT0(1,0):1\nT0(1,1):\nT0(1,2):3\n" },
    /* vMerge: what goes on shows nothing of its own; without a beginning above it begins */
    { "<w:tbl><w:tr>" TC("<w:vMerge w:val=\"restart\"/>", "并")
          TC("", "1") "</w:tr><w:tr>" TC("<w:vMerge/>", "不见")
              TC("", "2") "</w:tr><w:tr>" TC("<w:vMerge w:val=\"continue\"/>", "")
                  TC("", "3") "</w:tr><w:tr>" TC("", "4") TC("<w:vMerge/>", "5") "</w:tr></w:tbl>",
      "T0(0,0)3x1:并\nT0(0,1):1\nT0(1,1):2\nT0(2,1):3\nT0(3,0):4\nT0(3,1):5\n" },
    { "<w:tbl><w:tr>" TC("", "1") TC("<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>", "并")
          TC("", "2") "</w:tr><w:tr>" TC("", "3") TC("<w:gridSpan w:val=\"2\"/><w:vMerge/>", "")
              TC("", "4") "</w:tr></w:tbl>",
      "T0(0,0):1\nT0(0,1)2x2:并\nT0(0,3):2\nT0(1,0):3\nT0(1,3):4\n" },
    /* hMerge, as some programs still write it, also with vMerge */
    { "<w:tbl><w:tr>" TC("", "1") TC("<w:hMerge w:val=\"restart\"/>", "宽")
          TC("<w:hMerge/>", "不见") TC("", "2") "</w:tr><w:tr>" TC("", "3") TC("", "4") TC("", "5")
              TC("", "6") "</w:tr></w:tbl>",
      "T0(0,0):1\nT0(0,1)1x2:宽\nT0(0,3):2\nT0(1,0):3\nT0(1,1):4\nT0(1,2):5\nT0(1,3):6\n" },
    { "<w:tbl><w:tr>" TC("<w:hMerge w:val=\"restart\"/><w:vMerge w:val=\"restart\"/>", "块")
          TC("<w:hMerge/><w:vMerge w:val=\"restart\"/>", "")
              TC("", "1") "</w:tr><w:tr>" TC("<w:hMerge w:val=\"restart\"/><w:vMerge/>", "")
                  TC("<w:hMerge/><w:vMerge/>", "") TC("", "2") "</w:tr></w:tbl>",
      "T0(0,0)2x2:块\nT0(0,2):1\nT0(1,2):2\n" },
    /* a row that begins further right; one that was deleted; a deleted cell; a hidden row */
    { "<w:tbl><w:tr>" TC("", "1") TC("", "2")
          TC("", "3") "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"2\"/>"
                      "</w:trPr>" TC("", "4") "</w:tr></w:tbl>",
      "T0(0,0):1\nT0(0,1):2\nT0(0,2):3\nT0(1,0)1x2:\nT0(1,2):4\n" },
    { "<w:tbl><w:tr>" TC("", "1") "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" TC(
          "", "删") "</w:tr><w:tr>" TC("<w:cellDel/>", "删") TC("", "2") "</w:tr></w:tbl>",
      "T0(0,0):1\nT0(1,0):2\n" },
    /* a table in a cell */
    { "<w:tbl><w:tr><w:tc><w:tcPr/>" P("外") "<w:tbl><w:tr>" TC(
          "", "内") "</w:tr></w:tbl><w:p/></w:tc>" TC("", "右") "</w:tr></w:tbl>",
      "T0(0,0):外\nT1(0,0):内\nT0(0,1):右\n" },
    /* edges a little beside each other are one */
    { "<w:tbl><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"20\"/><w:gridCol w:w=\"1000\"/>"
      "</w:tblGrid><w:tr>" TC("", "1") TC("<w:gridSpan w:val=\"2\"/>", "2") "</w:tr><w:tr>" TC(
          "<w:gridSpan w:val=\"2\"/>", "3") TC("", "4") "</w:tr></w:tbl>",
      "T0(0,0):1\nT0(0,1):2\nT0(1,0):3\nT0(1,1):4\n" },
    /* widths that say nothing */
    { "<w:tbl><w:tblGrid><w:gridCol w:w=\"0\"/><w:gridCol w:w=\"0\"/></w:tblGrid><w:tr>" TC("", "1")
          TC("", "2") "</w:tr></w:tbl><w:tbl><w:tblGrid><w:gridCol w:w=\"9\"/><w:gridCol "
                      "w:w=\"9\"/></w:tblGrid>"
                      "<w:tr>" TC("", "3") TC("", "4") "</w:tr></w:tbl>",
      "T0(0,0):1\nT0(0,1):2\nT1(0,0):3\nT1(0,1):4\n" },
    /* paragraphs of a cell, a cell whose end joins nothing to the next */
    { "<w:tbl><w:tr><w:tc>" P("1")
          P("2") "</w:tc><w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R(
              "3") "</w:p></w:tc>" TC("", "4") "</w:tr></w:tbl>",
      "T0(0,0):12\nT0(0,1):3\nT0(0,2):4\n" },
};

static void reads_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct doc *doc = read_file(tables[i].body, NULL, NULL);
        char *found = dump_cells(doc);
        assert_string_equal(found, tables[i].blocks);
        free(found);
        doc_free(doc);
    }
}

#define LEVEL(n, start, format, text)                                                              \
    "<w:lvl w:ilvl=\"" n "\"><w:start w:val=\"" start "\"/><w:numFmt w:val=\"" format              \
    "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"

static const char lists[] = "<w:abstractNum w:abstractNumId=\"0\">" LEVEL("0", "1",
                                                                          "chineseCounting", "%1、")
    LEVEL("1", "1", "decimal", "（%2）") LEVEL(
        "2", "3", "lowerRoman",
        "%1.%3") "</w:abstractNum>"
                 "<w:abstractNum w:abstractNumId=\"5\">" LEVEL("0", "1", "bullet", "\xEF\x82\xB7")
                     LEVEL(
                         "1", "1", "none",
                         "第条") "</w:abstractNum>"
                                 "<w:abstractNum w:abstractNumId=\"6\"><w:lvl "
                                 "w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
                                 "w:val=\"upperRoman\"/><w:pStyle w:val=\"chapter\"/><w:suff "
                                 "w:val=\"nothing\"/><w:lvlText w:val=\"%1.\"/>"
                                 "</w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt "
                                 "w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1.%2\"/><w:isLgl/>"
                                 "<w:lvlRestart w:val=\"0\"/><w:pStyle "
                                 "w:val=\"part\"/></w:lvl></w:abstractNum>"
                                 "<w:abstractNum w:abstractNumId=\"7\"><w:numStyleLink "
                                 "w:val=\"listed\"/></w:abstractNum>"
                                 "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                                 "<w:num w:numId=\"2\"><w:abstractNumId "
                                 "w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                                 "w:val=\"5\"/></w:lvlOverride></w:num>"
                                 "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"5\"/></w:num>"
                                 "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"6\"/></w:num>"
                                 "<w:num w:numId=\"6\"><w:abstractNumId w:val=\"7\"/></w:num>"
                                 "<w:num w:numId=\"7\"><w:abstractNumId "
                                 "w:val=\"0\"/><w:lvlOverride w:ilvl=\"1\">" LEVEL(
                                     "1", "1", "decimalEnclosedCircle",
                                     "%2") "</w:lvlOverride></w:num>";

static const char styles[] =
    "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name "
    "w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"chapter\"><w:name w:val=\"heading 1\"/><w:basedOn "
    "w:val=\"a\"/>"
    "<w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr><w:jc "
    "w:val=\"center\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"mine\"><w:basedOn w:val=\"chapter\"/><w:rPr><w:b "
    "w:val=\"0\"/>"
    "</w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"part\"><w:name w:val=\"x\"/><w:pPr><w:numPr><w:ilvl "
    "w:val=\"0\"/>"
    "<w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"loop\"><w:basedOn w:val=\"pool\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"pool\"><w:basedOn "
    "w:val=\"loop\"/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>"
    "<w:style w:type=\"numbering\" w:styleId=\"listed\"><w:pPr><w:numPr><w:numId "
    "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"strong\"><w:rPr><w:b/></w:rPr></w:style>";

#define STYLED(style, more, text)                                                                  \
    "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/>" more "</w:pPr>" R(text) "</w:p>"

static const struct text_case numbered[] = {
    { NUMBERED("0", "1", "甲") NUMBERED("1", "1", "乙") NUMBERED("1", "1", "丙")
          NUMBERED("0", "1", "丁") NUMBERED("1", "1", "戊") NUMBERED("2", "1", "己"),
      "1:一、甲\n2:（1）乙\n3:（2）丙\n4:二、丁\n5:（1）戊\n6:二.iii 己\n" NOTE(7) },
    /* lists of one definition count on together; one begins anew where it says so */
    { NUMBERED("0", "1", "甲") NUMBERED("0", "2", "乙") NUMBERED("0", "2", "丙")
          NUMBERED("0", "1", "丁") NUMBERED("1", "7", "戊"),
      "1:一、甲\n2:五、乙\n3:六、丙\n4:七、丁\n5:①戊\n" NOTE(6) },
    /* bullets are no text; what has no number may have words; a list that is not there numbers nothing */
    { NUMBERED("0", "3", "甲") NUMBERED("1", "3", "乙") NUMBERED("0", "99", "丙")
          NUMBERED("8", "1", "丁"),
      "1:甲\n2:第条乙\n3:丙\n4:丁\n" NOTE(5) },
    /* by style, also one based on it, also none; a level by its style; digits throughout; no restart */
    { STYLED("chapter", "", "甲") STYLED("part", "", "乙") STYLED("mine", "", "丙") STYLED(
          "part", "", "丁") STYLED("chapter", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>", "戊"),
      "1bc1:I.甲\n2:1.1 乙\n3bc1:II.丙\n4:2.2 丁\n5bc1:戊\n" NOTE(6) },
    /* a definition that is a style's */
    { NUMBERED("0", "6", "甲"), "1:一、甲\n" NOTE(2) },
    /* a number in an empty cell stands for itself; one struck out does not count */
    { "<w:tbl><w:tr><w:tc>" NUMBERED("0", "1", "") "</w:tc><w:tc>" NUMBERED(
          "0", "1", "甲") "</w:tc></w:tr></w:tbl>"
                          "<w:p><w:pPr><w:numPr><w:numId "
                          "w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>" NUMBERED(
                              "0", "1", "乙"),
      "1@1:一、\n2@2:二、甲\n4:三、乙\n" NOTE(5) },
    /* a number with nothing behind it is left out, and counts */
    { NUMBERED("0", "1", "") NUMBERED("0", "1", "甲"), "2:二、甲\n" NOTE(3) },
    /* circles of styles end; a style that is missing is known by its id; contents stand apart */
    { STYLED("loop", "", "甲") STYLED("Heading2", "", "乙") STYLED("nothing", "", "丙") STYLED(
          "TOC1", "",
          "丁") "<w:p><w:r><w:rPr><w:rStyle w:val=\"strong\"/></w:rPr><w:t>戊</w:t></w:r></w:p>",
      "1b:甲\n2b2:乙\n3:丙\n4n:丁\n5b:戊\n" NOTE(6) },
};

static void reads_numbers_and_styles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++) {
        struct doc *doc = read_file(numbered[i].body, styles, lists);
        char *found = dump_blocks(doc);
        assert_string_equal(found, numbered[i].blocks);
        free(found);
        doc_free(doc);
    }
}

/* Of a link some words of which are hidden, one stands there and shows; one all of which are hidden does not. */
static void a_link_that_shows_in_part(void **state)
{
    (void)state;
    static const char unseen[] = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>";
    static const struct {
        const char *before, *behind;
        bool hidden;
    } links[] = { { "", R("显"), false }, { R("显"), R("现"), false }, { "", "", true } };
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        struct strbuf body = { 0 };
        strbuf_fmt(&body, "<w:p><w:hyperlink r:id=\"l1\">%s%s%s</w:hyperlink></w:p>",
                   links[i].before, unseen, links[i].behind);
        struct doc *doc = read_file(body.p, NULL, NULL);
        for (size_t k = 0; k < doc->link_count; k++)
            assert_int_equal(doc->links[k].hidden, links[i].hidden);
        assert_true(doc->link_count > 0);
        doc_free(doc);
        strbuf_free(&body);
    }
}

static void reads_links_pictures_and_properties(void **state)
{
    (void)state;
    struct doc *doc = read_file(
        "<w:p><w:hyperlink r:id=\"l1\" w:anchor=\"x\">" R(
            "链") "</w:hyperlink></w:p>"
                  "<w:p>" FIELD("HYPERLINK \"http://b.cn/\" \\l \"y\" \\o \"z\"", "域")
                      R("外") "</w:p>"
                              "<w:p><w:r><w:drawing><wp:docPr id=\"1\" descr=\"表三\"/><a:blip "
                              "r:embed=\"i1\"/></w:drawing></w:r></w:p>"
                              "<w:tbl><w:tr><w:tc><w:p><w:r><w:object><v:shape><v:imagedata "
                              "r:id=\"i1\"/></v:shape></w:object></w:r>"
                              "</w:p></w:tc></w:tr></w:tbl>",
        NULL, NULL);
    char *found = dump_links(doc);
    assert_string_equal(found, "1 http://a.cn/#x [链] 0\n2 http://b.cn/#y [域] 1\n"
                               "3 !word/media/a.png [表三] 2@0\n4 !word/media/a.png [] 2@1\n"
                               "0 dc:creator=某人\n0 dcterms:created=2025-01-02T00:00:00Z\n"
                               "0 PubDate=2025-02-03\n");
    free(found);
    doc_free(doc);
}

static void notes_what_is_no_part_of_the_text(void **state)
{
    (void)state;
    struct doc *doc = read_file(P("一") "<w:p>" R("甲") "<w:del>" R("乙") "</w:del><w:del>" R(
                                    "丙") "</w:del>"
                                          "<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>",
                                NULL, NULL);
    assert_int_equal(doc->notice_count, 2);
    assert_int_equal(doc->notices[0].code, DOC_NOTICE_DELETED);
    assert_int_equal(doc->notices[0].count, 2);
    assert_int_equal(doc->notices[0].line, 2);
    assert_int_equal(doc->notices[1].code, DOC_NOTICE_COMMENTS);
    doc_free(doc);
}

static void reads_the_strict_standard(void **state)
{
    (void)state;
    const struct zip_part parts[] = {
        { "word/document.xml",
          "<x:document "
          "xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:pPr>"
          "<x:jc "
          "x:val=\"center\"/></x:pPr><x:r><x:t>严格</x:t></x:r></x:p></x:body></x:document>" },
    };
    struct strbuf file = zip_up(parts, 1);
    struct doc *doc;
    assert_int_equal(read_document(&doc, strbuf_view(&file), "页面.html", NULL, NULL), 0);
    char *found = dump_blocks(doc);
    assert_string_equal(found, "1c:严格\n");
    free(found);
    doc_free(doc);
    strbuf_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_text),
        cmocka_unit_test(reads_tables),
        cmocka_unit_test(reads_numbers_and_styles),
        cmocka_unit_test(a_link_that_shows_in_part),
        cmocka_unit_test(reads_links_pictures_and_properties),
        cmocka_unit_test(notes_what_is_no_part_of_the_text),
        cmocka_unit_test(reads_the_strict_standard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
