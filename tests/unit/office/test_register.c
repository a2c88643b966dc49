/* test_register.c - agencies.csv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "office/register.h"

static void reads_chinese_and_english_headers(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\xEF\xBB\xBF名称,代码,层级,别名,截止日,域名\r\n青石县教育局,jyj,部门,教育局；县教育局,02-"
        "28,"
        "https://jyj.qingshi.gov.cn/zwgk/\r\n",
        "code,name,level,aliases,deadline,host\njyj,青石县教育局,department,教育局; "
        "县教育局,02-28,jyj.qingshi.gov.cn\n",
    };
    for (size_t i = 0; i < 2; i++) {
        struct agency_register *reg = NULL;
        struct error err = { 0 };
        if (register_parse(&reg, "a.csv", str_of(texts[i]), &err))
            fail_msg("%s", err.message);
        assert_int_equal(reg->n, 1);
        const struct agency *a = &reg->agencies[0];
        assert_true(str_eq_c(a->code, "jyj"));
        assert_int_equal(a->level, LEVEL_DEPARTMENT);
        assert_int_equal(a->alias_count, 2);
        assert_true(str_eq_c(a->aliases[1], "县教育局"));
        assert_true(str_eq_c(a->host, "jyj.qingshi.gov.cn"));
        assert_true(str_eq_c(a->deadline, "02-28"));
        register_free(reg);
    }
}

static bool take_id(void *user, uint32_t id, size_t end, size_t length)
{
    uint32_t *ids = user;
    (void)end;
    (void)length;
    *ids |= 1U << id;
    return true;
}

/* Names are found in normal text; a word of two characters stands in too many titles. */
static void knows_names_in_titles(void **state)
{
    static const struct {
        const char *title;
        uint32_t agencies; /* a bit for each row */
    } cases[] = {
        { "青石县教育局2023年政府信息公开工作年度报告", 1 },
        { "青石县教育局(体育局)2023年政府信息公开工作年度报告", 1 | 2 },
        { "石湾科创岛2023年政府信息公开工作年度报告", 4 },
        { "科创2023年政府信息公开工作年度报告", 0 },
    };
    struct agency_register *reg = NULL;
    struct error err = { 0 };
    (void)state;
    if (register_parse(&reg, "a.csv",
                       STR("code,name,aliases\na,青石县教育局,\nb,青石县教育局（体育局）,\n"
                           "c,青石县科技园,科创；石灣科創島\n"),
                       &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t ids = 0;
        literal_scan(reg->names, str_of(cases[i].title), take_id, &ids);
        assert_int_equal(ids, cases[i].agencies);
    }
    register_free(reg);
}

static void refuses_with_row_and_column(void **state)
{
    (void)state;
    static const struct {
        const char *text, *told;
    } cases[] = {
        { "名称\n某局\n", "a.csv:1" },
        { "code,name\n,某局\n", "a.csv:2" },
        { "code,name\na,\n", "a.csv:2" },
        { "code,name\na,某局\na,另局\n", "a.csv:3" },
        { "code,name\na,某局\nb,某局\n", "a.csv:3" },
        { "code,name,level\na,某局,王国\n", "王国" },
        { "code,name,deadline\na,某局,02-30\n", "02-30" },
        { "code,name,deadline\na,某局,1月31日\n", "1月31日" },
        { "code,name,parent\na,某局,z\n", "z" },
        { "code,name\na,\"某局\n", "a.csv:2" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct agency_register *reg = NULL;
        struct error err = { 0 };
        assert_int_equal(register_parse(&reg, "a.csv", str_of(cases[i].text), &err), ERR_CONFIG);
        assert_null(reg);
        if (!strstr(err.message, cases[i].told))
            fail_msg("case %zu: \"%s\" does not name %s", i, err.message, cases[i].told);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_chinese_and_english_headers),
        cmocka_unit_test(knows_names_in_titles),
        cmocka_unit_test(refuses_with_row_and_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
