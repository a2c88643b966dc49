/* test_rejoin.c - pages and Word files that have a paragraph for every line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "document/build.h"
#include "dump.h"
#include "read/rejoin.h"

#define FULL "全年按时更新各个栏目，并逐件核对内容是否一致无误"
#define NAME "青禾县水务局2023年政府信息公开工作年度报告"

/* Six full lines and what comes then; a line "#" is an empty paragraph, "!" begins a bold one. */
static char *joined(enum doc_format format, const char *lines)
{
    struct doc_build *b = doc_build_new(format, "UTF-8");
    struct str rest = str_of(lines), line;
    uint32_t number = 1;
    for (; str_split(&rest, '\n', &line); number++) {
        bool bold = str_starts(line, STR("!"));
        if (str_eq_c(line, "#"))
            continue;
        doc_build_flags(b, bold ? DOC_HEADING : 0);
        doc_build_text(b, str_sub(line, bold, line.n), number);
        doc_build_break(b);
    }
    struct doc *doc = rejoin_lines(doc_build_end(b));
    char *blocks = dump_blocks(doc);
    doc_free(doc);
    return blocks;
}

static void check(enum doc_format format, const char *lines, const char *blocks)
{
    char *is = joined(format, lines);
    assert_string_equal(is, blocks);
    free(is);
}

static void joins_lines_of_one_width(void **state)
{
    (void)state;
    check(DOC_DOCX, FULL "\n" FULL "\n" FULL "\n" FULL "\n" FULL "\n" FULL "\n没有差错。",
          "1:" FULL FULL FULL FULL FULL FULL "没有差错。\n");
    check(DOC_HTML, FULL "\n" FULL "\n" FULL "\n" FULL "\n" FULL "\n" FULL "\n二、下一步打算",
          "1:" FULL FULL FULL FULL FULL FULL "\n7:二、下一步打算\n");
}

static void leaves_headings_and_paragraphs(void **state)
{
    (void)state;
    check(DOC_DOCX, "!" FULL "\n" FULL "\n#\n" FULL "\n" FULL "\n" FULL "\n" FULL "\n" FULL,
          "1b:" FULL "\n2:" FULL "\n4:" FULL FULL FULL FULL FULL "\n");
    check(DOC_HTML, FULL "\n" FULL "\n#\n" FULL "\n", "1:" FULL "\n2:" FULL "\n4:" FULL "\n");
}

static void leaves_lists_of_titles(void **state)
{
    (void)state;
    char *is =
        joined(DOC_HTML, NAME "\n" NAME "\n" NAME "\n" NAME "\n" NAME "\n" NAME "\n" NAME "\n");
    assert_non_null(strstr(is, "6:" NAME "\n7:" NAME "\n"));
    free(is);
}

/* A paragraph that fits into no line tells that the others end where they end. */
static void leaves_a_file_with_long_paragraphs(void **state)
{
    (void)state;
    char *is = joined(DOC_HTML, FULL "\n" FULL "\n" FULL "\n" FULL "\n" FULL "\n" FULL
                                     "\n" FULL FULL FULL FULL FULL FULL FULL "\n");
    assert_non_null(strstr(is, "2:" FULL "\n3:" FULL "\n"));
    free(is);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_lines_of_one_width),
        cmocka_unit_test(leaves_headings_and_paragraphs),
        cmocka_unit_test(leaves_lists_of_titles),
        cmocka_unit_test(leaves_a_file_with_long_paragraphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
