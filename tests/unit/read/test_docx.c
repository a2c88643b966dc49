/* test_docx.c - Word files: what becomes of each thing in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "dump.h"
#include "read/read.h"
#include "word.h"
#include "zip_up.h"

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
    /* a raised figure is that of a note */
    { "<w:p>" R("46") "<w:r><w:rPr><w:vertAlign "
                      "w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>" R("件2") "</w:p>",
      "1:46¹件2\n" NOTE(2) },
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
        struct doc *doc = word_read(texts[i].body, NULL, NULL);
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
        struct doc *doc = word_read(tables[i].body, NULL, NULL);
        char *found = dump_cells(doc);
        assert_string_equal(found, tables[i].blocks);
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
        struct doc *doc = word_read(body.p, NULL, NULL);
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
    struct doc *doc = word_read(
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
    struct doc *doc = word_read(P("一") "<w:p>" R("甲") "<w:del>" R("乙") "</w:del><w:del>" R(
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
        cmocka_unit_test(a_link_that_shows_in_part),
        cmocka_unit_test(reads_links_pictures_and_properties),
        cmocka_unit_test(notes_what_is_no_part_of_the_text),
        cmocka_unit_test(reads_the_strict_standard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
