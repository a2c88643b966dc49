/* test_attribute.c - what styles and attributes do to text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/attribute.h"

static const struct {
    const char *css;
    unsigned effects;
} styles[] = {
    { "display:none", EFFECT_HIDDEN },
    { " Display : None ! important ; color:red", EFFECT_HIDDEN },
    { "display:none;display:block", 0 },
    { "visibility:hidden", EFFECT_HIDDEN },
    { "font-size:0px", EFFECT_HIDDEN },
    { "font-size:0.5em", 0 },
    { "font-size:12pt;mso-bidi-font-weight:bold", 0 },
    { "font-size:1px", EFFECT_HIDDEN },
    { "font-size:1em", 0 },
    { "opacity:0.01", EFFECT_HIDDEN },
    { "margin-left:-9999px", EFFECT_HIDDEN },
    { "margin-left:-900px", 0 },
    { "clip:rect(0,0,0,0);position:absolute", EFFECT_HIDDEN },
    { "clip:rect(auto,auto,auto,auto)", 0 },
    { "transform:scale(0)", EFFECT_HIDDEN },
    { "transform:scale(0.9)", 0 },
    { "color:#FFF;background-color:white", EFFECT_HIDDEN },
    { "background:red;color:red", EFFECT_HIDDEN },
    { "color:#fff;background:#c00", 0 },
    { "color:transparent;background:transparent", 0 },
    { "color:inherit;background-color:inherit", 0 },
    { "opacity:0", EFFECT_HIDDEN },
    { "opacity:.5", 0 },
    { "width:0;height:0;overflow:hidden", EFFECT_HIDDEN },
    { "width:100%;overflow:hidden", 0 },
    { "width:1%;overflow:hidden", 0 },
    { "height:0", 0 },
    { "position:absolute;left:-9999px", EFFECT_HIDDEN },
    { "position:absolute;left:-5px", 0 },
    { "text-indent:-9999px", EFFECT_HIDDEN },
    { "text-indent:2em", 0 },
    { "text-align:center;font-weight:700", EFFECT_CENTER | EFFECT_BOLD },
    { "text-align:justify;font-weight:normal", EFFECT_ASIDE | EFFECT_LIGHT },
    { "max-height:1px;overflow:hidden", EFFECT_HIDDEN },
    { ";;:none;display", 0 },
    { "", 0 },
};

static void knows_what_a_style_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++)
        assert_int_equal(attribute_style(str_of(styles[i].css)), styles[i].effects);
}

static void adds_attributes_and_style(void **state)
{
    (void)state;
    struct attributes a = { .value = { [ATTR_ALIGN] = STR("CENTER"), [ATTR_HIDDEN] = STR("") } };
    assert_int_equal(attribute_effects(&a, 0), EFFECT_CENTER | EFFECT_HIDDEN);
    assert_int_equal(attribute_effects(&a, attribute_style(STR("text-align:left"))),
                     EFFECT_ASIDE | EFFECT_HIDDEN);
}

static void reads_numbers_as_browsers_do(void **state)
{
    (void)state;
    assert_int_equal(attribute_number(STR(" 3 "), 1), 3);
    assert_int_equal(attribute_number(STR("2.7"), 1), 2);
    assert_int_equal(attribute_number(STR("+4px"), 1), 4);
    assert_int_equal(attribute_number(STR("0"), 1), 0);
    assert_int_equal(attribute_number(STR("-1"), 1), 1);
    assert_int_equal(attribute_number(STR("x"), 1), 1);
    assert_true(attribute_number(STR("99999999999999999999"), 1) >= 100000);
}

static void finds_names(void **state)
{
    (void)state;
    for (int i = 0; i < ATTR_COUNT; i++)
        assert_int_equal(attribute_find(str_of(attribute_name((enum attribute)i))), i);
    assert_int_equal(attribute_find(STR("HREF")), ATTR_HREF);
    assert_int_equal(attribute_find(STR("class")), ATTR_OTHER);
    assert_int_equal(attribute_find(STR("")), ATTR_OTHER);
    assert_int_equal(attribute_find(STR("data-original")), ATTR_OTHER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_a_style_does),
        cmocka_unit_test(adds_attributes_and_style),
        cmocka_unit_test(reads_numbers_as_browsers_do),
        cmocka_unit_test(finds_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
