/* test_thin.c - what thinning writes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "read/thin.h"

static const struct {
    const char *in, *out;
} cases[] = {
    { "甲&nbsp;乙&nbsp丙 a&b & &#13;&#x0D;&#130;", "甲\xC2\xA0乙\xC2\xA0丙 a&b &amp;   &#130;" },
    { "<P CLASS=x>a</P>", "a" },
    { "<td rowspan = '2' width=3 rowspan=9>", "<td rowspan=\"2\"></td>" },
    { "<a href='say \"x\"\ny' title=z>", "<a href=\"say &quot;x&quot; y\"></a>" },
    { "<a href=x/y>", "<a href=\"x/y\"></a>" },
    { "<a name=x>b</a>", "b" },
    { "<span style='color:red'>a</span><span style='DISPLAY : none !important'>b</span>",
      "a<span hidden=\"\">b</span>" },
    { "<style>.x{display:none}</style><b class=y>a</b><b class='y x'>b</b>",
      "<b>a</b><b hidden=\"\">b</b>" },
    { "46<sup>1</sup>7<SUP style=x>2<p>a</sup>b", "46<sup>1</sup>7<sup>2<br>a</sup><br>b" },
    { "<sup style=font-weight:bold>1</sup>", "<sup style=\"font-weight:bold\">1</sup>" },
    { "<font><b>a</font>b</b>", "<b>ab</b>" },
    { "<b><i>a</b></i>c", "<b>a</b>c" },
    { "<o:p/><o:p></o:p><?xml:namespace a ?>x", "x" },
    { "<script>if (a</b) '</scripty>'\n</SCRIPT >x", "\rx" },
    { "<div/>a<br/>b<hr>", "a<br>b" },
    { "<table><tr><td>a<tr><td>b</table>",
      "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>" },
    { "</td></b></table>a</br>", "a" },
    { "<p>a<ul><li>b<li>c</ul>", "a<br>b<br>c" },
    { "<a href=1>a<a href=2>b", "<a href=\"1\">a</a><a href=\"2\">b</a>" },
    { "<title>a<b>&amp;</title>", "<title>a&lt;b>&amp;</title>" },
    { "<img src=data:image/png;base64,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA alt=a>",
      "<img src=\"data:image/png;base64,AAAAAAAAAAAAAAAAAA\" alt=\"a\">" },
    { "a<", "a&lt;" },
    { "a</", "a" },
    { "a<b", "a<b></b>" },
    { "<p title=\"a>b\">c", "c" },
    { "<div>\n<p> </p>&nbsp;</div>\nx <br> <br>\ny", "\r\nx <br>\ny" },
    { "a<br>\n\n<img>", "a<br><img\n\n>" },
    { "<p align=center>a</p><center>b</center><div>c</div>", "<center>a<br>b</center>c" },
    { "<td align=center><p>1</p><td><p align=center>2</p>3",
      "<td align=\"center\">1</td><td align=\"center\">2<div align=\"left\">3</div></td>" },
    { "<td><p align=center>&nbsp;</p></td><td align=center></td>",
      "<td></td><td align=\"center\"></td>" },
    { "<td><p align=center>&#160;</p></td>", "<td><center>&#160;</center></td>" },
    { "<table align=center><tr align=center><td>a</table>b",
      "<table><tr><td align=\"center\">a</td></tr></table>b" },
    { "<table><tr><td align=center>1<tr><td><center>2</center><tr><td>3<tr><td>4</table>",
      "<table><tr><td align=\"center\">1</td></tr><tr align=\"center\"><td>2</td></tr>"
      "<tr align=\"center\"><td align=\"left\">3</td></tr><tr><td>4</td></tr></table>" },
    { "<b><p align=center>a</p></b>", "<b><div align=\"center\">a</div></b>" },
    { "<a href=1>a\n<!--\n--></a\n>\n<a href=2>", "<a href=\"1\">a\n</a>\r\r\n<a href=\"2\"></a>" },
    { "<!>a<!-->b<!--->c<!--d--!>e", "abce" },
    { "<marquee height=\"1\" width=1><a href=1>a</a></marquee><marquee HEIGHT = '20'>b</marquee>",
      "<div hidden=\"\"><a href=\"1\">a</a></div>b" },
};

static const char *const as_element[] = {
    [LEFT_TEXT] = "%.*s",         [LEFT_BREAK] = "<br>%.*s",   [LEFT_LINK] = "<a href=\"%.*s\">",
    [LEFT_LINK_END] = "</a>%.*s", [LEFT_RAISED] = "<sup>%.*s", [LEFT_RAISED_END] = "</sup>%.*s",
};

/* What is written, with all that was left out for the parser in its places. */
static struct str written(struct strbuf *all, struct thin *thin)
{
    bool tag = false;
    strbuf_clear(all);
    for (size_t i = 0; i < thin->out.n; i++) {
        char c = thin->out.p[i];
        tag = c == '<' || (tag && c != '>');
        struct left left = { { &c, 1 }, LEFT_TEXT };
        if (c == LEFT_OUT)
            left = left_out_next(tag ? &thin->values : &thin->texts);
        strbuf_fmt(all, as_element[left.kind], STR_ARG(left.text));
    }
    assert_true(left_out_whole(&thin->values) && left_out_whole(&thin->texts));
    return strbuf_view(all);
}

static void writes_what_matters(void **state)
{
    (void)state;
    static const char head[] = "<html><body>";
    static const char tail[] = "</body></html>";
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct thin thin;
        struct strbuf all = { 0 };
        thin_html(&thin, str_of(cases[i].in));
        struct str out = written(&all, &thin);
        assert_true(str_starts(out, STR(head)));
        assert_true(str_ends(out, STR(tail)));
        all.p[all.n - sizeof tail + 1] = '\0';
        assert_string_equal(all.p + sizeof head - 1, cases[i].out);
        strbuf_free(&all);
        thin_free(&thin);
    }
}

static void keeps_every_line_end(void **state)
{
    (void)state;
    struct str in = STR("\n<p\n\n>a\n<!--\n--><script>\n\n</script\n><x\ny='\n'>\n<td\n>a");
    struct thin thin;
    size_t want = 0;
    size_t got = 0;
    thin_html(&thin, in);
    for (size_t i = 0; i < in.n; i++)
        want += in.p[i] == '\n';
    struct strbuf all = { 0 };
    struct str out = written(&all, &thin);
    for (size_t i = 0; i < out.n; i++)
        got += out.p[i] == '\n' || out.p[i] == '\r';
    assert_int_equal(got, want);
    strbuf_free(&all);
    thin_free(&thin);
}

/* The parser sees marks, references and white space. A mark of the page's own is in a text. */
static void leaves_text_out(void **state)
{
    static const struct {
        const char *in, *out;
        size_t texts, values;
    } pages[] = {
        { "甲乙 丙\n丁", "\x7F", 1, 0 },
        { "甲乙&amp;丙丁 &nbsp; a", "\x7F&amp;\x7F\xC2\xA0\x7F", 3, 0 },
        { "a<br> \n b", "a\x7F\x7F", 2, 0 },
        { "<a href=/a/b.html>1</a><a href=\"/a?b&amp;c\">2</a><a href='&#127;'>3</a>",
          "\x7F"
          "1\x7F<a href=\"/a?b&amp;c\">2</a><a href=\"&#127; \">3</a>",
          2, 0 },
        { "甲\x7F<br>乙\x7F&#127;&#x7F;&#1277;", "\x7F\x7F\x7F  &#1277;", 3, 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct thin thin;
        thin_html(&thin, str_of(pages[i].in));
        struct str body = str_sub(strbuf_view(&thin.out), strlen("<html><body>"),
                                  thin.out.n - strlen("<html><body></body></html>"));
        if (!str_eq_c(body, pages[i].out))
            fail_msg("%s: %.*s", pages[i].in, STR_ARG(body));
        assert_int_equal(thin.texts.n, pages[i].texts);
        assert_int_equal(thin.values.n, pages[i].values);
        thin_free(&thin);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_what_matters),
        cmocka_unit_test(keeps_every_line_end),
        cmocka_unit_test(leaves_text_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
