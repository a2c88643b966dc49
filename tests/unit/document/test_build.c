/* test_build.c - text to blocks, with flags, lines and script. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/build.h"

static struct doc_build *new_build(void)
{
    return doc_build_new(DOC_HTML, "UTF-8");
}

static void folds_every_kind_of_blank(void **state)
{
    (void)state;
    static const struct {
        const char *in, *raw;
    } cases[] = {
        { "  甲  乙  ", "甲 乙" },
        { "甲\xC2\xA0\xE3\x80\x80\t\n乙", "甲 乙" },
        { "\xE2\x80\x83甲\xE2\x80\x8B乙\xEF\xBB\xBF丙\xC2\xAD", "甲乙丙" },
        { "甲\x01\x7F乙\xC2\x85", "甲乙" },
        { "\xE2\x80\x9C甲\xE2\x80\x9D、（乙）é", "“甲”、（乙）é" },
        { "甲\xE3", "甲\xE3" }, /* broken text does no harm */
        { " \xC2\xA0\xE3\x80\x80\xE2\x80\x8D", NULL },
        { "", NULL },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct doc_build *b = new_build();
        doc_build_text(b, str_of(cases[i].in), 1);
        struct doc *doc = doc_build_end(b);
        assert_int_equal(doc->block_count, cases[i].raw ? 1 : 0);
        if (cases[i].raw)
            assert_true(str_eq_c(doc_block_raw(doc, 0), cases[i].raw));
        doc_free(doc);
    }
}

static void notes_the_line_of_every_part(void **state)
{
    (void)state;
    struct doc_build *b = new_build();
    doc_build_text(b, STR("\n\n甲\n乙"), 5);
    doc_build_text(b, STR("丙"), 11);
    doc_build_break(b);
    doc_build_text(b, STR("丁"), 11);
    struct doc *doc = doc_build_end(b);
    assert_int_equal(doc->block_count, 2);
    assert_int_equal(doc->blocks[0].line, 7);
    assert_int_equal(doc_line_at(doc, 0), 7);
    assert_int_equal(doc_line_at(doc, 4), 8); /* 乙, behind 甲 and a blank */
    assert_int_equal(doc_line_at(doc, 7), 11);
    assert_int_equal(doc_line_at(doc, doc->blocks[1].raw), 11);
    assert_int_equal(doc->line_count, 3);
    doc_free(doc);
}

static void puts_hidden_text_behind_its_block(void **state)
{
    (void)state;
    struct doc_build *b = new_build();
    doc_build_text(b, STR("甲"), 1);
    doc_build_flags(b, DOC_HIDDEN);
    doc_build_text(b, STR(" "), 1);
    doc_build_flags(b, 0);
    doc_build_text(b, STR("乙"), 1);
    doc_build_flags(b, DOC_HIDDEN | DOC_CHROME);
    doc_build_text(b, STR("丙"), 1);
    doc_build_flags(b, 0);
    doc_build_text(b, STR("丁"), 2);
    doc_build_break(b);
    doc_build_text(b, STR("戊"), 3);
    struct doc *doc = doc_build_end(b);
    assert_int_equal(doc->block_count, 3);
    assert_true(str_eq_c(doc_block_raw(doc, 0), "甲乙丁"));
    assert_int_equal(doc->blocks[0].flags, 0);
    assert_int_equal(doc->blocks[1].flags, DOC_HIDDEN | DOC_CHROME);
    assert_true(str_eq_c(doc_block_raw(doc, 1), "丙"));
    assert_int_equal(doc->blocks[2].flags, 0);
    doc_free(doc);
}

static unsigned flags_of(const char *plain, const char *bold, const char *linked)
{
    struct doc_build *b = new_build();
    doc_build_text(b, str_of(plain), 1);
    doc_build_flags(b, DOC_HEADING);
    doc_build_text(b, str_of(bold), 1);
    doc_build_flags(b, 0);
    doc_build_link(b, STR("u"), 1);
    doc_build_text(b, str_of(linked), 1);
    doc_build_end_link(b);
    struct doc *doc = doc_build_end(b);
    unsigned flags = doc->blocks[0].flags;
    doc_free(doc);
    return flags;
}

static void knows_what_is_bold_or_linked_throughout(void **state)
{
    (void)state;
    assert_int_equal(flags_of("", "甲", ""), DOC_HEADING);
    assert_int_equal(flags_of("、（：）“”", "甲", ""), DOC_HEADING);
    assert_int_equal(flags_of("１", "甲", ""), 0);
    assert_int_equal(flags_of("乙", "甲", ""), 0);
    assert_int_equal(flags_of(" > | ", "", "甲"), DOC_LINKED);
    assert_int_equal(flags_of("a", "", "甲"), 0);
    assert_int_equal(flags_of("--", "", ""), 0);
}

static void places_links_and_images(void **state)
{
    (void)state;
    struct doc_build *b = new_build();
    doc_build_text(b, STR("见"), 1);
    doc_build_link(b, STR("a"), 1);
    doc_build_text(b, STR(" 附件 "), 1);
    doc_build_break(b);
    doc_build_text(b, STR("一"), 2);
    doc_build_link(b, STR("b"), 3); /* ends the first */
    doc_build_image(b, STR("i"), STR("图"), 3);
    struct doc *doc = doc_build_end(b);
    struct str raw = strbuf_view(&doc->raw);
    assert_int_equal(doc->link_count, 2);
    assert_int_equal(doc->links[0].block, 0);
    assert_true(str_eq_c(str_sub(raw, doc->links[0].raw, doc->links[0].raw_len), "附件\n一"));
    assert_int_equal(doc->links[1].raw_len, 0);
    assert_int_equal(doc->images[0].block, 1);
    doc_free(doc);
}

static const struct {
    const char *text;
    int script;
} scripts[] = {
    { "", DOC_SCRIPT_NONE },
    { "2021", DOC_SCRIPT_NONE },
    { "本县公开信息，办理申请，统计数据", DOC_SCRIPT_HANS },
    /* a name does not make a page traditional */
    { "本县公开信息，办理申请，统计数据，负责人張國華", DOC_SCRIPT_HANS },
    { "本縣公開信息，辦理申請，統計數據", DOC_SCRIPT_HANT },
    { "公開辦理統計數據申請機關單位發布條例問題國家總體應當經濟環"
      "公开办理统计数据申请机关单位发布条例问题国家总体应当经济环",
      DOC_SCRIPT_MIXED },
};

static void decides_the_script(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
        struct doc_build *b = new_build();
        doc_build_text(b, str_of(scripts[i].text), 1);
        doc_build_flags(b, DOC_CHROME);
        doc_build_break(b);
        doc_build_text(b, STR("繁體中文無障礙閱讀"), 1);
        struct doc *doc = doc_build_end(b);
        assert_int_equal(doc->script, scripts[i].script);
        doc_free(doc);
    }
}

static void flags_what_came_since_a_mark(void **state)
{
    (void)state;
    struct doc_build *b = new_build();
    doc_build_text(b, STR("甲"), 1);
    struct doc_mark mark = doc_build_mark(b);
    doc_build_text(b, STR("乙"), 1);
    doc_build_mark(b);
    assert_int_equal(doc_build_since(b, mark), 4); /* with its line end */
    doc_build_flag_since(b, mark, DOC_CHROME);
    struct doc *doc = doc_build_end(b);
    assert_int_equal(doc->blocks[0].flags, 0);
    assert_int_equal(doc->blocks[1].flags, DOC_CHROME);
    doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_every_kind_of_blank),
        cmocka_unit_test(notes_the_line_of_every_part),
        cmocka_unit_test(puts_hidden_text_behind_its_block),
        cmocka_unit_test(knows_what_is_bold_or_linked_throughout),
        cmocka_unit_test(places_links_and_images),
        cmocka_unit_test(decides_the_script),
        cmocka_unit_test(flags_what_came_since_a_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
