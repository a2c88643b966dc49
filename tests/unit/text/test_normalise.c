/* test_normalise.c - the normal form, as a table of cases. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/normalise.h"

struct sample {
    const char *raw, *normal;
    unsigned flags;
};

static const struct sample samples[] = {
    /* width and punctuation */
    { "（一）主动公开：３０件，", "(一)主动公开:30件,", 0 },
    { "ＬＥＤ屏；８６.９２％！", "LED屏;86.92%!", 0 },
    { "〔2021〕30号﹝2017﹞2号、。", "〔2021〕30号〔2017〕2号、。", 0 },
    { "《条例》【大】", "《条例》【大】", 0 },
    { "3∶5〜7～9", "3:5~7~9", 0 },
    /* blanks */
    { " 政 府　信\xC2\xA0息\t公\n开 ", "政府信息公开", 0 },
    { "2020-01-19  08:51", "2020-01-19 08:51", 0 },
    { "2020\xC2\xA0\t年 1 月", "2020年1月", 0 },
    { "Windows　１０ 版", "Windows 10版", 0 },
    { "12 \xE2\x80\x8B 34", "12 34", 0 },
    { "共 5 件 (3 条)", "共5件(3条)", 0 },
    { " \t\xE3\x80\x80", "", 0 },
    /* not to be seen */
    { "政\xE2\x80\x8B府\xEF\xBB\xBF信\xC2\xAD息\x01公\xE2\x80\xAE开", "政府信息公开", 0 },
    { "\xEE\x80\x80\xEE\x80\x81报告\xF3\xB0\x80\x80", "报告", 0 },
    { "报告\xEF\xBF\xBD", "报告\xEF\xBF\xBD", 0 },
    /* quotation marks and dashes */
    { "\"五公开\"和\"六稳\"", "“五公开”和“六稳”", 0 },
    { "「放管服」『三公』‘双随机’", "“放管服”“三公”“双随机”", 0 },
    { "it\xE2\x80\x99s", "it's", 0 },
    { "2019—2020－－－8–9−1", "2019-2020---8-9-1", 0 },
    /* compatibility forms */
    { "⑴⒈㈠㎡№Ⅲ", "(1)1.(一)m2NoIII", 0 },
    { "①②⑳㊀⓪㉑", "①②⑳㊀⓪㉑", 0 },
    /* the number of a note is no digit of the figure before it; that of a unit is one */
    { "46¹件，5000m²，7 ²，10⁹", "46①件,5000m2,7 2,10⑨", 0 },
    { "⻓江⼀号⺠政", "长江一号民政", 0 },
    { "\xEF\xA4\x8A", "金", 0 },
    { "e\xCC\x81t", "ét", 0 },
    { "…\xC2\xBD℃", "...1⁄2°C", 0 },
    /* zeros of Chinese numerals */
    { "二○一一年", "二〇一一年", 0 },
    { "二00八年二0二0年二O二O年", "二〇〇八年二〇二〇年二〇二〇年", 0 },
    { "二 ○ 一 一 年", "二〇一一年", 0 },
    { "○○县三○○", "○○县三○○", 0 },
    { "表一0件", "表一0件", 0 },
    /* pinyin */
    { "報(bào)告（gào）", "報告", 0 },
    { "公(gong)(gong)開(kai)了", "公開了", 0 },
    { "信息(xìnxī)公开(gōng kāi)", "信息公开", 0 },
    { "女(nǚ)绿(lü)儿(ér)应(yi\xCC\x80ng)", "女绿儿应", 0 },
    { "移动端(APP)屏(LED)丙(a)网(https://a.cn)栏(bbs)",
      "移动端(APP)屏(LED)丙(a)网(https://a.cn)栏(bbs)", 0 },
    { "A(gong)", "A(gong)", 0 },
    { "报(bào", "报(bào", 0 },
    /* broken bytes never get through */
    { "年\xE5\xB9", "年\xEF\xBF\xBD\xEF\xBF\xBD", 0 },
    { "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 0 },
    { "\xE0\x80\x80\xF4\x90\x80\x80",
      "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 0 },
    /* script */
    { "規範性文件", "規範性文件", 0 },
    { "行政規範性檔案、檔案館", "行政规范性文件、档案馆", TEXT_T2S },
    { "透過網站公開", "通过网站公开", TEXT_T2S },
    { "釋出機構：縣政府", "发布机构:县政府", TEXT_T2S },
    { "行政程式 資訊 網路", "行政程序信息网络", TEXT_T2S },
    { "規 範 性 檔 案", "规范性文件", TEXT_T2S },
    { "收到和處理政府資訊公開申請情況", "收到和处理政府信息公开申请情况", TEXT_T2S },
    { "複議、復議、答覆、瞭解", "复议、复议、答复、了解", TEXT_T2S },
    { "乾隆與乾燥，計畫", "乾隆与干燥,计划", TEXT_T2S },
    { "流程最佳化了", "流程优化了", TEXT_T2S },
};

static void gives_the_normal_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct strbuf out = { 0 };
        text_normalise(&out, str_of(samples[i].raw), samples[i].flags, NULL);
        assert_string_equal(out.p, samples[i].normal);
        struct strbuf again = { 0 };
        text_normalise(&again, strbuf_view(&out), samples[i].flags, NULL);
        assert_string_equal(again.p, samples[i].normal);
        strbuf_free(&again);
        strbuf_free(&out);
    }
}

static void a_row_of_figures_is_no_chinese_numeral(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    text_normalise(&out, STR("之一 0 二"), 0, NULL);
    assert_string_equal(out.p, "之一0二");
    strbuf_free(&out);
}

static void maps_are_complete_and_never_run_back(void **state)
{
    (void)state;
    struct text_map map = { 0 };
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct strbuf out = { 0 };
        strbuf_c(&out, "before");
        struct str raw = str_of(samples[i].raw);
        text_normalise(&out, raw, samples[i].flags, &map);
        assert_string_equal(out.p + 6, samples[i].normal);
        assert_int_equal(map.n, out.n - 6 + 1);
        assert_int_equal(map.raw[map.n - 1], raw.n);
        for (size_t k = 1; k < map.n; k++)
            assert_true(map.raw[k - 1] <= map.raw[k]);
        strbuf_free(&out);
    }
    text_map_free(&map);
}

/* raw        " 政　府（fǔ）１ 2"
 * offsets     0 1  4  7 10      15.. */
static void maps_name_the_raw_character(void **state)
{
    (void)state;
    struct text_map map = { 0 };
    struct strbuf out = { 0 };
    text_normalise(&out, str_of(" 政\xE3\x80\x80府（fǔ）\xEF\xBC\x91 2"), 0, &map);
    assert_string_equal(out.p, "政府1 2");
    const uint32_t expected[] = { 1, 1, 1, 7, 7, 7, 19, 22, 23, 24 };
    assert_int_equal(map.n, sizeof expected / sizeof *expected);
    assert_memory_equal(map.raw, expected, sizeof expected);
    text_map_free(&map);
    strbuf_free(&out);
}

static void maps_follow_a_replaced_word(void **state)
{
    (void)state;
    struct text_map map = { 0 };
    struct strbuf out = { 0 };
    text_normalise(&out, str_of("網際網路通"), TEXT_T2S, &map);
    assert_string_equal(out.p, "互联网通");
    assert_int_equal(map.raw[0], 0);
    assert_int_equal(map.raw[9], 12);
    assert_int_equal(map.raw[12], 15);
    text_map_free(&map);
    strbuf_free(&out);
}

static void grows_where_a_character_expands(void **state)
{
    (void)state;
    struct strbuf raw = { 0 }, out = { 0 };
    struct text_map map = { 0 };
    for (int i = 0; i < 500; i++)
        strbuf_c(&raw, "\xEF\xB7\xBA"); /* one character, eighteen in NFKC */
    text_normalise(&out, strbuf_view(&raw), 0, &map);
    assert_true(out.n > 5 * raw.n);
    assert_int_equal(map.n, out.n + 1);
    text_map_free(&map);
    strbuf_free(&out);
    strbuf_free(&raw);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_the_normal_form),
        cmocka_unit_test(a_row_of_figures_is_no_chinese_numeral),
        cmocka_unit_test(maps_are_complete_and_never_run_back),
        cmocka_unit_test(maps_name_the_raw_character),
        cmocka_unit_test(maps_follow_a_replaced_word),
        cmocka_unit_test(grows_where_a_character_expands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
