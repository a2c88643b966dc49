/* test_passage.c - lines that go on in the next one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"
#include "pages.h"
#include "recognise/passage.h"

#define TITLE "青禾县水务局2021年政府信息公开工作年度报告\n"

struct passage_case {
    const char *name, *text,
        *passages; /* those of the whole page, '|' between, '/' between lines */
};

static const struct passage_case cases[] = {
    { "a list on lines of its own",
      "一、总体情况\n全年公开12条,其中:\n动态5条;\n公告7条。\n培训2次。\n",
      "一、总体情况|全年公开12条,其中:/动态5条;/公告7条。|培训2次。" },
    { "entries without marks", "一、总体情况\n公开情况如下:\n动态:5条\n公告:7条\n培训2次。\n",
      "一、总体情况|公开情况如下:/动态:5条/公告:7条|培训2次。" },
    { "entries and what is none", "一、总体情况\n动态:5条\n公告:7条\n联系人:王某\n",
      "一、总体情况|动态:5条/公告:7条|联系人:王某" },
    { "what the paragraph above counted is divided",
      "一、总体情况\n全年受理12件。\n从办理结果看,公开5件,不予公开7件。\n按照要求,"
      "培训2次。\n从总量看,作出决定30件。\n",
      "一、总体情况|全年受理12件。/"
      "从办理结果看,公开5件,不予公开7件。|按照要求,培训2次。|从总量看,作出决定30件。" },
    { "a paragraph about those that the one above counted",
      "一、总体情况\n全年公开信息12条。\n在主动公开的信息中,动态5条,公告7条。\n在开展工作中,"
      "培训2次。\n",
      "一、总体情况|全年公开信息12条。/"
      "在主动公开的信息中,动态5条,公告7条。|在开展工作中,培训2次。" },
    { "a section ends it", "一、总体情况\n全年公开12条,\n二、主动公开政府信息情况\n无。\n",
      "一、总体情况|全年公开12条,|二、主动公开政府信息情况|无。" },
};

static void finds_passages(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf page = { 0 }, out = { 0 };
        strbuf_fmt(&page, TITLE "%s", cases[i].text);
        char *content = strbuf_take(&page);
        struct page_report p = pages_read(content, NULL);
        for (uint32_t b = 1; b < p.doc->block_count; b++) {
            struct str text = passage_text(p.report, b);
            if (text.n == 0)
                continue;
            strbuf_c(&out, out.n ? "|" : "");
            for (size_t k = 0; k < text.n; k++)
                strbuf_char(&out, text.p[k] == '\n' ? '/' : text.p[k]);
        }
        pages_same(cases[i].name, "passages", strbuf_view(&out), cases[i].passages);
        pages_done(&p);
        strbuf_free(&out);
        free(content);
    }
}

/* More lines than a passage may have are read one by one. */
static void leaves_long_lists(void **state)
{
    (void)state;
    struct strbuf page = { 0 };
    strbuf_c(&page, TITLE "一、总体情况\n");
    for (int i = 0; i < PASSAGE_MAX + 5; i++)
        strbuf_fmt(&page, "动态%d条;\n", i + 1);
    char *content = strbuf_take(&page);
    struct page_report p = pages_read(content, NULL);
    for (uint32_t b = 2; b < p.doc->block_count; b++)
        pages_equal("long list", "bytes", (long)passage_text(p.report, b).n,
                    (long)p.doc->blocks[b].text_len);
    pages_done(&p);
    free(content);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_passages),
        cmocka_unit_test(leaves_long_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
