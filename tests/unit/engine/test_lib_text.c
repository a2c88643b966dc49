/* test_lib_text.c - the count of Han characters, which is taken in large steps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/lib_text.h"

static bool is_han(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/* Each character at the beginning, over the end of a step, and behind it. */
static void counts_every_character(void **state)
{
    (void)state;
    struct strbuf text = { 0 };
    for (uint32_t c = 1; c < 0x110000; c++) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        strbuf_clear(&text);
        strbuf_rune(&text, c);
        while (text.n < 63)
            strbuf_char(&text, 'x');
        strbuf_rune(&text, c);
        strbuf_c(&text, "-");
        strbuf_rune(&text, c);
        if (lib_text_han(strbuf_view(&text)) != (is_han(c) ? 3u : 0u))
            fail_msg("U+%04X", (unsigned)c);
    }
    strbuf_free(&text);
}

static void counts_texts_of_every_length(void **state)
{
    (void)state;
    struct strbuf text = { 0 };
    for (size_t n = 0; n < 300; n++) {
        if (lib_text_han(strbuf_view(&text)) != n)
            fail_msg("%zu", n);
        strbuf_c(&text, n % 5 ? "县" : "〇,");
    }
    strbuf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_every_character),
        cmocka_unit_test(counts_texts_of_every_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
