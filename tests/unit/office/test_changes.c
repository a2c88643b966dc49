/* test_changes.c - what is different for a reader between two contents of a report, and what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "../recognise/pages.h"
#include "office/changes.h"

#define HEAD                                                                                                \
    "<html><head><title>云溪县水务局2024年政府信息公开工作年度报告</title></head><body>" \
    "<div class=nav>首页 浏览次数：17</div><h1>云溪县水务局2024年政府信息公开工作年度报告</h1>"
#define BYLINE "<p>发布时间：2025-01-20 来源：水务局</p>"
#define FIRST "<p>一、总体情况</p><p>全年公开信息120条。河长制专栏更新36次。"
#define REST "</p><p>六、其他需要报告的事项</p><p>未收取信息处理费。</p></body></html>"

static cJSON *between(const char *a, const char *b, bool carriers)
{
    struct page_report before = pages_read(a, "a.html");
    struct page_report after = pages_read(b, "a.html");
    struct strbuf text = { 0 };
    changes_json(&text, before.report, after.report, carriers);
    cJSON *all = cJSON_Parse(text.p);
    assert_non_null(all);
    strbuf_free(&text);
    pages_done(&before);
    pages_done(&after);
    return all;
}

static int total(const cJSON *all)
{
    return cJSON_GetObjectItemCaseSensitive(all, "total")->valueint;
}

static void expect(const cJSON *all, int at, const char *kind, const char *before,
                   const char *after)
{
    const cJSON *c = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(all, "changes"), at);
    const char *was = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(c, "before"));
    const char *is = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(c, "after"));
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(c, "kind")), kind);
    assert_string_equal(was ? was : "-", before);
    assert_string_equal(is ? is : "-", after);
}

static void layout_and_furniture_are_no_change(void **state)
{
    (void)state;
    const char *a = HEAD BYLINE FIRST REST;
    const char *b =
        "<html><head><title>云溪县水务局2024年政府信息公开工作年度报告</title></head><body>"
        "<div class=nav>首页 浏览次数：2093</div>"
        "<h1>云溪县水务局2024年政府信息公开工作年度报告</h1>" BYLINE
        "<p>一、总体情况</p><p>全年公开信息 120 条。</p><p>河长制专栏<br>更新36次。" REST;
    cJSON *all = between(a, b, false);
    assert_int_equal(total(all), 0);
    cJSON_Delete(all);
}

static void a_figure_in_a_sentence_is_one(void **state)
{
    (void)state;
    cJSON *all = between(
        HEAD BYLINE FIRST REST,
        HEAD BYLINE "<p>一、总体情况</p><p>全年公开信息120条。河长制专栏更新63次。" REST, false);
    assert_int_equal(total(all), 1);
    expect(all, 0, "text", "河长制专栏更新36次。", "河长制专栏更新63次。");
    cJSON_Delete(all);
}

static void dates_and_sentences_come_and_go(void **state)
{
    (void)state;
    cJSON *all = between(HEAD BYLINE FIRST REST,
                         HEAD "<p>发布时间：2025-01-08 来源：水务局</p>"
                              "<p>一、总体情况</p><p>全年公开信息120条。另办理网民留言九件。" REST,
                         false);
    expect(all, 0, "published", "2025-01-20", "2025-01-08");
    expect(all, 1, "text", "-", "另办理网民留言九件。");
    expect(all, 2, "text", "河长制专栏更新36次。", "-");
    assert_int_equal(total(all), 3);
    cJSON_Delete(all);
}

static void of_another_carrier_only_facts_are_compared(void **state)
{
    (void)state;
    cJSON *all = between(HEAD BYLINE FIRST REST,
                         HEAD BYLINE "<p>一、总体情况</p><p>全年公开 信息百廿条。" REST, true);
    assert_int_equal(total(all), 0);
    cJSON_Delete(all);
}

static void long_sentences_are_quoted_where_they_differ(void **state)
{
    (void)state;
    const char *filler = "本局持续做好水源地保护和供水安全信息的公开工作，";
    struct strbuf a = { 0 };
    struct strbuf b = { 0 };
    strbuf_c(&a, HEAD BYLINE "<p>一、总体情况</p><p>");
    strbuf_c(&b, HEAD BYLINE "<p>一、总体情况</p><p>");
    for (int i = 0; i < 9; i++)
        strbuf_c(&a, filler), strbuf_c(&b, filler);
    strbuf_c(&a, "共巡查十一次。" REST);
    strbuf_c(&b, "共巡查十八次。" REST);
    cJSON *all = between(a.p, b.p, false);
    assert_int_equal(total(all), 1);
    const cJSON *c = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(all, "changes"), 0);
    const char *is = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(c, "after"));
    assert_true(strncmp(is, "…", strlen("…")) == 0);
    assert_non_null(strstr(is, "十八次"));
    cJSON_Delete(all);
    strbuf_free(&a);
    strbuf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layout_and_furniture_are_no_change),
        cmocka_unit_test(a_figure_in_a_sentence_is_one),
        cmocka_unit_test(dates_and_sentences_come_and_go),
        cmocka_unit_test(of_another_carrier_only_facts_are_compared),
        cmocka_unit_test(long_sentences_are_quoted_where_they_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
