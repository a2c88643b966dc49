/* test_text.c - the verdict for a terminal: where lines may be broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "report/text.h"

/* The verdict on one finding with this message, on lines of this width. */
static void print(struct strbuf *out, const char *message, unsigned width)
{
    cJSON *document = cJSON_CreateObject();
    cJSON *result = cJSON_CreateObject();
    cJSON *finding = cJSON_CreateObject();
    cJSON *place = cJSON_CreateObject();
    cJSON_AddStringToObject(document, "path", "a.html");
    cJSON_AddStringToObject(document, "kind", "annual-report");
    cJSON_AddItemToArray(cJSON_AddArrayToObject(document, "results"), result);
    cJSON_AddStringToObject(result, "rule", "requests.row-total");
    cJSON_AddItemToArray(cJSON_AddArrayToObject(result, "findings"), finding);
    cJSON_AddItemToArray(cJSON_AddArrayToObject(finding, "evidence"), place);
    cJSON_AddNumberToObject(place, "line", 543);
    cJSON_AddStringToObject(place, "section", "requests");
    cJSON_AddStringToObject(finding, "message", message);
    struct text_style style = { false, width };
    strbuf_clear(out);
    text_report_document(out, document, NULL, &style);
    cJSON_Delete(document);
}

static void a_number_stays_with_its_unit(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    for (unsigned width = 40; width < 80; width++) {
        print(&out,
              "收到申请的数量在表中和正文中相差 12 件，正文写的是共130件（其中30件为上年结转）",
              width);
        struct str text = strbuf_view(&out);
        assert_true(str_has(text, "第 543 行"));
        assert_true(str_has(text, "差 12 件"));
        assert_true(str_has(text, "130件"));
        assert_true(str_has(text, "30件"));
    }
    strbuf_free(&out);
}

static void lines_keep_to_the_width(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    print(&out,
          "甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁 one two three four five six seven eight nine ten 1 2 3 "
          "4 5 6 "
          "7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25",
          40);
    struct str rest = strbuf_view(&out);
    struct str line;
    size_t lines = 0;
    for (; str_split(&rest, '\n', &line); lines++) {
        size_t columns = 0;
        for (size_t i = 0; i < line.n;)
            columns += str_next(line, &i) > 0x2E7F ? 2 : 1;
        assert_true(columns <= 46); /* a piece too long for a line stands alone on one */
    }
    assert_true(lines > 5);
    strbuf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_stays_with_its_unit),
        cmocka_unit_test(lines_keep_to_the_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
