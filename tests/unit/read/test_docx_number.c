/* test_docx_number.c - Word files: numbers of lists and headings, styles and what they inherit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "dump.h"
#include "word.h"

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
        struct doc *doc = word_read(numbered[i].body, styles, lists);
        char *found = dump_blocks(doc);
        assert_string_equal(found, numbered[i].blocks);
        free(found);
        doc_free(doc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_numbers_and_styles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
