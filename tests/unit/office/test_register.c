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
        "青石县机关名录,,,,,\n,,,,,\n代码,名称,层级,别名,截止日,域名\njyj,青石县教育局,部门,教育局|"
        "县教育局,2月28日,"
        "jyj.qingshi.gov.cn\n",
        "代码,名称,层级,别名,截止日,域名\njyj,青石县教育局,部门,教育局、县教育局,2025/2/"
        "28,jyj.qingshi.gov.cn\n",
        "code,name,level,aliases,deadline,host\njyj,青石县教育局,department,教育局; "
        "县教育局,02-28,jyj.qingshi.gov.cn\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
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
    register_index_titles(reg);
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
        { "code,name,deadline\na,某局,1月32日\n", "1月32日" },
        { "code,name,deadline\na,某局,二月底\n", "二月底" },
        { "名录,,\n\ncode,name,deadline\na,某局,2月\n", ":4" },
        { "code,name,parent\na,某局,z\n", "z" },
        { "code,name,parent\na,某局,a\n", "a.csv:2" },
        { "code,name,parent\nx,某县,\na,某局,b\nb,另局,a\n", "a.csv:3" },
        { "code,name\na,\"某局\n", "a.csv:2" },
        { "code,name,from\na,某局,19年\n", "19年" },
        { "code,name,from,to\na,某局,2022,2020\n", "2020" },
        { "code,name,predecessors\na,某局,z\n", "z" },
        { "code,name,predecessors\na,某局,b\nb,另局,a\n", "a.csv:2" },
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

static void tells_columns_that_it_does_not_read(void **state)
{
    struct agency_register *reg = NULL;
    struct error err = { 0 };
    (void)state;
    assert_int_equal(
        register_parse(&reg, "a.csv",
                       STR("电话,单位名称,机关代码,,截止日期,截至日\n1,某局,a,,2/28,3/1\n"), &err),
        0);
    assert_true(str_eq_c(reg->unread, "电话、截至日"));
    assert_true(str_eq_c(reg->agencies[0].code, "a") && str_eq_c(reg->agencies[0].name, "某局"));
    assert_true(str_eq_c(reg->agencies[0].deadline, "02-28"));
    register_free(reg);
}

/* The bureau of culture and the one of tourism become one in 2020, which is renamed in 2022; a town is
 * dissolved without an heir; its school board passes to the county. */
static const char YEARS[] = "code,name,aliases,parent,from,to,predecessors\n"
                            "x,青石县,,,,,\n"
                            "wh,青石县文化局,县文化局,x,,2019,\n"
                            "ly,青石县旅游局,,x,,2019,\n"
                            "wl1,青石县文化旅游局,,x,2020年,2021,wh、ly\n"
                            "wl2,青石县文旅广体局,县文广局,x,2022,,wl1\n"
                            "lz,柳集镇,,x,,2020,\n"
                            "lx,柳集镇学区,,lz,,,\n";

static int answers(const struct agency_register *reg, const char *name)
{
    return register_named(reg, str_of(name));
}

static void knows_the_agencies_of_a_year(void **state)
{
    static const struct {
        int year;
        const char *name, *code; /* NULL: nobody */
    } cases[] = {
        { 2018, "青石县文化局", "wh" },
        { 2018, "青石县文化旅游局", NULL }, /* two: which? */
        { 2018, "青石县旅游局", "ly" },
        { 2020, "青石县文化局", "wl1" },
        { 2020, "青石县文旅广体局", "wl1" },
        { 2023, "县文化局", "wl2" },
        { 2023, "青石县旅游局", "wl2" },
        { 2023, "县文广局", "wl2" },
        { 2020, "柳集镇", "lz" },
        { 2021, "柳集镇", NULL },
    };
    struct agency_register *all = NULL;
    struct error err = { 0 };
    (void)state;
    if (register_parse(&all, "a.csv", str_of(YEARS), &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct agency_register *reg;
        register_of_year(&reg, all, cases[i].year);
        int agency = answers(reg, cases[i].name);
        if ((agency < 0) != (cases[i].code == NULL) ||
            (agency >= 0 && !str_eq_c(reg->agencies[agency].code, cases[i].code)))
            fail_msg("case %zu: %d", i, agency);
        register_free(reg);
    }
    struct agency_register *reg;
    register_of_year(&reg, all, 2021);
    assert_int_equal(reg->n, 3); /* county, bureau, school board */
    assert_true(str_eq_c(reg->agencies[1].parent, "x"));
    assert_true(str_eq_c(reg->agencies[2].parent, "")); /* its town is gone */
    register_free(reg);

    assert_int_equal(register_in_year(all, 4, 2021), 3);
    assert_int_equal(register_in_year(all, 4, 2019), -1); /* made of two */
    assert_int_equal(register_in_year(all, 1, 2023), 4);
    assert_int_equal(register_in_year(all, 0, 2010), 0);
    register_free(all);
}

/* Nobody's name is not the name of several. */
static void tells_several_from_none(void **state)
{
    static const char text[] = "code,name,aliases\n"
                               "a,青石县水利局,水局、河长办\n"
                               "b,青石县水务局,水局\n"
                               "c,青石县人民政府,\n"
                               "d,东河县教育局,\n"
                               "e,西河县教育局,\n";
    static const struct {
        const char *name;
        bool several;
    } cases[] = {
        { "水局", true },    { "河县教育局", true }, { "河长办", false }, { "青石县", false },
        { "林业局", false }, { "a", false },         { "", false },
    };
    struct agency_register *reg = NULL;
    struct error err = { 0 };
    (void)state;
    if (register_parse(&reg, "a.csv", str_of(text), &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (register_several(reg, str_of(cases[i].name)) != cases[i].several)
            fail_msg("case %zu", i);
    register_free(reg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_chinese_and_english_headers),
        cmocka_unit_test(knows_names_in_titles),
        cmocka_unit_test(refuses_with_row_and_column),
        cmocka_unit_test(tells_columns_that_it_does_not_read),
        cmocka_unit_test(knows_the_agencies_of_a_year),
        cmocka_unit_test(tells_several_from_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
