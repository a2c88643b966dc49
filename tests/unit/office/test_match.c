/* test_match.c - documents and the agencies they belong to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "office/register.h"

static const char *const csv = "code,name,aliases,level,host\n"
                               "xzf,青石县人民政府,,county,www.qingshi.gov.cn\n"
                               "zfb,青石县人民政府办公室,县府办,department,\n"
                               "jyj,青石县教育局,县教体局,department,jyj.qingshi.gov.cn\n"
                               "baiyun,白云镇人民政府,,township,\n"
                               "heshi,河市镇人民政府,,township,\n"
                               "heshi2,上河市镇人民政府,,township,\n";

static void finds_by_name_alias_path_and_host(void **state)
{
    (void)state;
    static const struct {
        const char *name, *host, *path, *code;
        enum register_match how;
    } cases[] = {
        { "青石县人民政府", "", "x.html", "xzf", MATCH_NAME },
        { "青石县", "", "x.html", "xzf", MATCH_NAME },
        { "青石县人民政府办公室", "", "x.html", "zfb", MATCH_NAME },
        { "县府办", "", "x.html", "zfb", MATCH_ALIAS },
        { "县教育局", "", "x.html", "jyj", MATCH_NAME },
        { "青石县白云镇", "", "x.html", "baiyun", MATCH_NAME },
        { "大江市青石县白云镇人民政府", "", "x.html", "baiyun", MATCH_NAME },
        { "邻水县白云镇人民政府", "", "x.html", NULL, MATCH_NONE }, /* another county's town */
        { "邻水县教育局", "", "x.html", NULL, MATCH_NONE },
        { "河市镇人民政府", "", "x.html", "heshi", MATCH_NAME }, /* and not 上河市镇 */
        { "", "", "jyj.html", "jyj", MATCH_PATH },
        { "", "", "jyj-2024.html", "jyj", MATCH_PATH },
        { "", "", "青石县教育局2024年报.html", "jyj", MATCH_PATH },
        { "", "", "青石县文旅局2024年报.html", NULL, MATCH_NONE },
        { "", "", "白云镇/年报.txt", "baiyun", MATCH_PATH },
        { "", "", "heshi2/1.txt", "heshi2", MATCH_PATH },
        { "不在名录的局", "", "县教体局.html", "jyj", MATCH_PATH },
        { "", "jyj.qingshi.gov.cn", "x.html", "jyj", MATCH_HOST },
        { "不在名录的局", "www.qingshi.gov.cn", "x.html", NULL, MATCH_NONE }, /* a portal */
        { "", "", "", NULL, MATCH_NONE },
    };
    struct agency_register *reg = NULL;
    assert_int_equal(register_parse(&reg, "a.csv", str_of(csv), NULL), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct register_clue clue = { .name = str_of(cases[i].name),
                                      .host = str_of(cases[i].host),
                                      .path = str_of(cases[i].path) };
        enum register_match how = MATCH_NONE;
        int agency = register_find(reg, &clue, &how);
        const char *code = agency < 0 ? NULL : reg->agencies[agency].code.p;
        if ((code == NULL) != (cases[i].code == NULL) || (code && strcmp(code, cases[i].code) != 0))
            fail_msg("case %zu: %s", i, code ? code : "none");
        assert_int_equal(how, cases[i].how);
    }
    register_free(reg);
}

static void a_person_may_name_an_agency_shortly(void **state)
{
    (void)state;
    struct agency_register *reg = NULL;
    assert_int_equal(register_parse(&reg, "a.csv", str_of(csv), NULL), 0);
    assert_int_equal(register_named(reg, STR("jyj")), 2);
    assert_int_equal(register_named(reg, STR("教育局")), 2);
    assert_int_equal(register_named(reg, STR("白云镇")), 3);
    assert_int_equal(register_named(reg, STR("水务局")), -1);
    register_free(reg);
}

/* The path goes before what the document says; the bytes only where it fits nobody. */
static void what_a_person_assigned_goes_first(void **state)
{
    (void)state;
    struct agency_register *reg = NULL;
    enum register_match how = MATCH_NONE;
    struct register_clue clue = { .name = STR("白云镇"),
                                  .path = STR("x.html"),
                                  .sha256 = STR("aa") };
    assert_int_equal(register_parse(&reg, "a.csv", str_of(csv), NULL), 0);
    assert_int_equal(register_find(reg, &clue, &how), 3);
    register_assign(reg, STR("x.html"), STR("aa"), 1);
    register_assign(reg, STR("x.html"), STR("aa"), 2);
    assert_int_equal(register_find(reg, &clue, &how), 2);
    assert_int_equal(how, MATCH_ASSIGNED);
    clue.path = STR("y.html");
    assert_int_equal(register_find(reg, &clue, &how), 3);
    assert_int_not_equal(how, MATCH_ASSIGNED);
    clue.name = str_of("");
    assert_int_equal(register_find(reg, &clue, &how), 2);
    clue.sha256 = STR("bb");
    assert_int_equal(register_find(reg, &clue, &how), -1);
    assert_int_equal(how, MATCH_NONE);
    register_free(reg);
}

/* Nobody is taken for another; a person is shown whom the document may mean. */
static void shows_who_may_be_meant(void **state)
{
    (void)state;
    static const struct {
        const char *name, *path;
        const char *codes[REGISTER_NEAR];
    } cases[] = {
        { "青石县教育体育局", "x.html", { "jyj" } },
        { "", "青石教育局年报.html", { "jyj" } },
        { "河市镇", "x.html", { "heshi", "heshi2" } },
        { "红土乡人民政府", "x.html", { NULL } },
        { "", "2024.html", { NULL } },
    };
    struct agency_register *reg = NULL;
    struct error err = { 0 };
    assert_int_equal(register_parse(&reg, "a.csv", str_of(csv), &err), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct register_clue clue = { .name = str_of(cases[i].name),
                                            .path = str_of(cases[i].path) };
        int near[REGISTER_NEAR];
        size_t n = register_near(reg, &clue, near);
        for (size_t k = 0; k < REGISTER_NEAR && cases[i].codes[k]; k++)
            if (k >= n || !str_eq_c(reg->agencies[near[k]].code, cases[i].codes[k]))
                fail_msg("case %zu: %zu found, %s is not at %zu", i, n, cases[i].codes[k], k);
        if (!cases[i].codes[0])
            assert_int_equal(n, 0);
    }
    register_free(reg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_by_name_alias_path_and_host),
        cmocka_unit_test(a_person_may_name_an_agency_shortly),
        cmocka_unit_test(what_a_person_assigned_goes_first),
        cmocka_unit_test(shows_who_may_be_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
