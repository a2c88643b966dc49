/* test_pdf_ink.c - ruled lines and unread marks in the picture of a page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "read/pdf_ink.h"

enum { WIDTH = 120, HEIGHT = 80 };

static unsigned char pixels[WIDTH * HEIGHT];

static struct pdf_ink blank(void)
{
    memset(pixels, 255, sizeof pixels);
    return (struct pdf_ink){ pixels, WIDTH, HEIGHT };
}

static void blacken(size_t x0, size_t y0, size_t x1, size_t y1)
{
    for (size_t y = y0; y < y1; y++)
        memset(pixels + y * WIDTH + x0, 0, x1 - x0);
}

static void pictures_have_a_head(void **state)
{
    (void)state;
    struct pdf_ink ink;
    struct strbuf pgm = { 0 };
    strbuf_c(&pgm, "P5\n# by hand\n3 2\n255\nabcdef");
    assert_true(pdf_ink_open(&ink, &pgm));
    assert_int_equal(ink.width, 3);
    assert_int_equal(ink.height, 2);
    assert_int_equal(ink.pixels[5], 'f');
    strbuf_char(&pgm, 'g'); /* more than the head says */
    assert_false(pdf_ink_open(&ink, &pgm));
    strbuf_clear(&pgm);
    strbuf_c(&pgm, "P6\n3 2\n255\nabcdef");
    assert_false(pdf_ink_open(&ink, &pgm));
    strbuf_clear(&pgm);
    strbuf_c(&pgm, "P5");
    assert_false(pdf_ink_open(&ink, &pgm));
    strbuf_free(&pgm);
}

static void long_runs_are_lines(void **state)
{
    (void)state;
    struct pdf_ink ink = blank();
    struct pdf_ink_list lines = { 0 };
    blacken(10, 20, 110, 22); /* across, two thick */
    blacken(50, 5, 51, 75);   /* down */
    blacken(20, 40, 35, 50);  /* a letter */
    pdf_ink_lines(&ink, 60, &lines);
    size_t across = 0, down = 0;
    for (size_t i = 0; i < lines.n; i++) {
        down += lines.list[i].vertical && lines.list[i].x0 == 50 && lines.list[i].y1 == 75;
        across += !lines.list[i].vertical && lines.list[i].x1 == 110;
    }
    assert_int_equal(across, 2);
    assert_int_equal(down, 1);
    assert_int_equal(lines.n, 3);
    assert_int_equal(pixels[20 * WIDTH + 60], 255); /* taken out */
    assert_int_equal(pixels[45 * WIDTH + 25], 0);   /* left */
    pdf_ink_free(&lines);
}

static void marks_hang_together(void **state)
{
    (void)state;
    struct pdf_ink ink = blank();
    struct pdf_ink_list marks = { 0 };
    blacken(20, 40, 28, 56);
    blacken(80, 8, 100, 24);
    blacken(60, 60, 62, 62); /* dust */
    pdf_ink_marks(&ink, 12, &marks);
    assert_int_equal(marks.n, 2);
    assert_int_equal(marks.list[0].x0, 80);
    assert_int_equal(marks.list[0].y1, 24);
    assert_int_equal(marks.list[1].x0, 20);
    assert_int_equal(marks.list[1].y1, 56);
    pdf_ink_free(&marks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_have_a_head),
        cmocka_unit_test(long_runs_are_lines),
        cmocka_unit_test(marks_hang_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
