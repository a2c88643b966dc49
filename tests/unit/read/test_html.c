/* test_html.c - pages to blocks, cells, links, with and without thinning. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dump.h"
#include "read/html.h"

static struct doc *read_page(const char *page, bool thinned)
{
    struct doc_build *b = doc_build_new(DOC_HTML, "UTF-8");
    assert_int_equal(html_read(b, str_of(page), 1, thinned, NULL), 0);
    return doc_build_end(b);
}

struct page_case {
    const char *page;
    const char *blocks, *cells; /* NULL: not asked */
};

static void check(const struct page_case *c, bool thinned)
{
    struct doc *doc = read_page(c->page, thinned);
    char *blocks = dump_blocks(doc);
    char *cells = dump_cells(doc);
    if (c->blocks)
        assert_string_equal(blocks, c->blocks);
    if (c->cells)
        assert_string_equal(cells, c->cells);
    free(blocks);
    free(cells);
    doc_free(doc);
}

/* What the parser makes of the page itself and of the thinned one must be the same. */
static const struct page_case both[] = {
    { "<p>46<sup>1</sup>件，<sup>甲2</sup>5m<sup>2</sup><sup>2023</sup></p>",
      "1:46¹件，甲²5m²2023\n", "" },
    { "<p>46<sup style='font-weight:bold'>1</sup>件</p>", "1:46¹件\n", "" },
    /* inline goes on, blocks and <br> part */
    { "<p>甲<span>乙</span><b>丙</b></p><div>丁<br>戊</div>", "1:甲乙丙\n1:丁\n1:戊\n", "" },
    { "<p>甲\n  乙&nbsp;&nbsp;丙　</p>\n<p> 　 </p>\n<p>丁", "1:甲 乙 丙\n4:丁\n", "" },
    { "<ul><li>甲<li>乙</ul>丙<dl><dt>丁<dd>戊</dl>", "1:甲\n1:乙\n1:丙\n1:丁\n1:戊\n", "" },
    { "<p>甲<p>乙<h2>丙</h2>丁", "1:甲\n1:乙\n1b2:丙\n1:丁\n", "" },
    { "<p><b>一、概况</b></p><p><b>甲</b>乙</p><p><strong>丙</strong>：</p>",
      "1b:一、概况\n1:甲乙\n1b:丙：\n", "" },
    { "<p><span style='font-weight:bold'>甲</span></p><p><b><span style='font-weight:normal'>"
      "乙</span></b></p>",
      "1b:甲\n1:乙\n", "" },
    { "<center>甲<p align=left>乙</p></center><p style='text-align: center'>丙</p><p>丁</p>",
      "1c:甲\n1:乙\n1c:丙\n1:丁\n", "" },
    { "<nav>甲</nav><footer>乙</footer><article><header>丙</header></article>"
      "<select><option>丁<option>戊</select>",
      "1n:甲\n1n:乙\n1:丙\n1n:丁\n1n:戊\n", "" },
    { "<p>甲</p><div style='display:none'>乙<p>丙</p></div><p>丁</p>", "1:甲\n1h:乙\n1h:丙\n1:丁\n",
      "" },
    { "<p>甲<span hidden>乙</span>丙</p>", "1:甲丙\n1h:乙\n", "" },
    { "<p>甲<span style='display:none'>&#8205;</span>乙</p>", "1:甲乙\n", "" },
    { "<p>甲</p><div style='display:none'>乙乙<p>丙丙</p><a href=x>丁</a></div>",
      "1:甲\n1h:乙乙\n1h:丙丙\n1hl:丁\n", "" },
    /* nearly all of it is hidden: a script shows it */
    { "<p>甲</p><div style='display:none'>乙乙<p>丙丙丙</p><a href=x>丁</a></div>",
      "1:甲\n1:乙乙\n1:丙丙丙\n1hl:丁\n", "" },
    { "<pre>甲\n乙\n\n丙</pre>", "1:甲\n2:乙\n4:丙\n", "" },
    { "<p>3&lt;5 &amp;&ldquo;甲&rdquo; &#20057;</p>", "1:3<5 &“甲” 乙\n", "" },
    { "<p><a href=x>甲</a> | <a href=y>乙</a></p><p><a href=z>丙</a>丁</p>", "1l:甲 | 乙\n1:丙丁\n",
      "" },
    /* tables */
    { "<table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td></td></tr></table>",
      "1@1:甲\n1@2:乙\n1@3:1\n1e@4:\n", "T0(0,0):甲\nT0(0,1):乙\nT0(1,0):1\nT0(1,1):\n" },
    { "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><th>丙<td>丁</table>",
      "1@1:甲\n1@2:乙\n1@3:丙\n1@4:丁\n",
      "T0(0,0)2x1:甲\nT0(0,1)1x2:乙\nT0(1,1)h:丙\nT0(1,2):丁\n" },
    { "<table><thead><tr><th>甲</thead><tbody><tr><td>乙</tbody></table>丙",
      "1@1:甲\n1@2:乙\n1:丙\n", "T0(0,0)h:甲\nT0(1,0):乙\n" },
    { "<table><tr><td>甲<table><tr><td>乙</td></tr></table>丙</td><td>丁</td></tr></table>",
      "1@1:甲\n1@2:乙\n1@1:丙\n1@3:丁\n", "T0(0,0):甲丙\nT1(0,0):乙\nT0(0,1):丁\n" },
    { "<table><tr><td><p>甲</p><p>乙</p></td><td>&nbsp;</td></tr></table>",
      "1@1:甲\n1@1:乙\n1e@2:\n", "T0(0,0):甲乙\nT0(0,1):\n" },
    /* fields of a form that was saved: a figure is what the cell says, a question is none */
    { "<table><tr><td><input value='12'><td><input type=text value=' 1,316件 '><td>"
      "<textarea>\n7</textarea></table>",
      NULL, "T0(0,0):12\nT0(0,1):1,316件\nT0(0,2):7\n" },
    { "<table><tr><td>甲<input type=hidden value=1><input type=submit value=2><input "
      "value='请输入'>"
      "<td><textarea>请在此处填写您的宝贵意见</textarea></table><input value=3>",
      "1@1:甲\n1n@2:请在此处填写您的宝贵意见\n", NULL },
    /* of a choice the option that is shown: the one that is selected, or the first; words ask the reader */
    { "<table><tr><td><select><option>0<option selected>37<option>9</select>"
      "<td><select><option>3<option>4</select><td><select><option>请选择栏目</select></table>",
      "1n@1:0\n1@1:37\n1n@1:9\n1@2:3\n1n@2:4\n1n@3:请选择栏目\n", NULL },
    { "<table>题<tr>注<td>甲</table>", "1:题\n1:注\n1@1:甲\n", "T0(0,0):甲\n" },
    { "<table><tr><td rowspan=0>甲<td rowspan=9>乙<tr><td>丙</table>", "1@1:甲\n1@2:乙\n1@3:丙\n",
      "T0(0,0)2x1:甲\nT0(0,1)2x1:乙\nT0(1,2):丙\n" },
    { "<table><tr><td colspan=x>甲<td colspan=0>乙</table>", "1@1:甲\n1@2:乙\n",
      "T0(0,0):甲\nT0(0,1):乙\n" },
};

/* Where mark-up is so broken that only thinning does what a browser does. */
static const struct page_case thinned_only[] = {
    { "<p>甲<!-- 乙 -->丙<script>a<b</script>丁<style>x</style></p>", "1:甲丙丁\n", "" },
    { "甲<!--[if gte mso 9]><xml><o:p>乙</o:p></xml><![endif]-->丙"
      "<![if !supportLists]>丁<![endif]>",
      "1:甲丙丁\n", "" },
    { "<!--[if !mso]><!-->甲<!--<![endif]--><!-->乙<!---->丙", "1:甲乙丙\n", "" },
    { "<p>20<span\nlang=EN-US>21</span\n>年</p>\n<p\nclass=x\n>乙</p>", "1:2021年\n6:乙\n", "" },
    { "<p>甲<5件 乙< 丙</p>", "1:甲<5件 乙< 丙\n", "" },
    { "<span><p>甲</span>乙</p>", "1:甲乙\n", "" },
    { "<h1><p>甲</p></h1><b><p>乙</p></b>", "1b1:甲\n1b:乙\n", "" },
    { "<tr><td>甲<td>乙</tr><tr><td>丙</tr>丁", "1@1:甲\n1@2:乙\n1@3:丙\n1:丁\n",
      "T0(0,0):甲\nT0(0,1):乙\nT0(1,0):丙\n" },
    { "<table><td>甲<td>乙<tr><td>丙</table>", "1@1:甲\n1@2:乙\n1@3:丙\n",
      "T0(0,0):甲\nT0(0,1):乙\nT0(1,0):丙\n" },
    { "<table><tr><td><div><td>甲<span><tr><td>乙</table>", "1e@1:\n1@2:甲\n1@3:乙\n",
      "T0(0,0):\nT0(0,1):甲\nT0(1,0):乙\n" },
    { "<table><tr><td>甲</td></tr><table><tr><td>乙</td></tr></table>丙", "1@1:甲\n1@2:乙\n1:丙\n",
      "T0(0,0):甲\nT1(0,0):乙\n" },
    { "<table><form><tr><td>甲</td></tr></form></table>", "1n@1:甲\n", "T0(0,0):甲\n" },
    { "<p>甲<!-- 乙 <p>丙</p>", "1:甲\n1:丙\n", "" },
    { "<p>甲<script>乙</p>丙", "1:甲\n", "" },
    { "<p>甲<a href=\"x>乙</a>丙</p>丁", "1:甲乙丙\n1:丁\n", "" },
    { "甲</p>乙</div></td>丙", "1:甲\n1:乙丙\n", "" },
    { "<textarea>甲<b></textarea><noscript>乙</noscript><svg><title>丙</title></svg>丁",
      "1n:甲<b>\n1:丁\n", "" },
};

static void reads_pages_alike_with_and_without_thinning(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof both / sizeof both[0]; i++) {
        check(&both[i], true);
        check(&both[i], false);
    }
}

static void reads_broken_pages_as_browsers_do(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof thinned_only / sizeof thinned_only[0]; i++)
        check(&thinned_only[i], true);
}

static const char report[] = /* every kind of thing that drops or keeps a line end */
    "<!DOCTYPE html>\n"
    "\n"
    "<html>\n<head>\n<title>云山县\n报告</title>\n"                           /* 3-6 */
    "<meta name=\"PubDate\"\n content=\"2022-01-20\">\n"                      /* 7-8 */
    "<script>\nvar a;\n</script><!-- a\nb -->\n"                              /* 9-12 */
    "</head>\n<body>\n<div\nid=a\n>\n"                                        /* 13-17 */
    "<p>第一\n第二<b\n>第三</b></p>\n"                                        /* 18-20 */
    "<table>\n<tr\n>\n<td>甲</td>\n<td\nwidth=1>乙\n<a\nhref=u>丙</a></td>\n" /* 21-28 */
    "<td>&nbsp;</td></tr></table>\n"                                          /* 29 */
    "<img src=i.png\nalt=图>\n"                                               /* 30-31 */
    "尾</body></html>\n";                                                     /* 32 */

static void keeps_every_line_number(void **state)
{
    (void)state;
    struct doc *doc = read_page(report, true);
    char *blocks = dump_blocks(doc);
    char *links = dump_links(doc);
    assert_string_equal(blocks, "18:第一 第二第三\n24@1:甲\n26@2:乙 丙\n29e@3:\n32:尾\n");
    assert_string_equal(links, "27 u [丙] 2\n30 !i.png [图] 4@0\n"
                               "5 title=云山县 报告\n7 PubDate=2022-01-20\n");
    assert_int_equal(doc->tables[0].line, 21);
    assert_int_equal(doc->cells[1].line, 25);
    assert_int_equal(doc->cells[2].line, 29);
    struct str third = str_sub(strbuf_view(&doc->raw), 0, doc->raw.n);
    assert_int_equal(doc_line_at(doc, str_find(third, STR("第二"))), 19);
    assert_int_equal(doc_line_at(doc, str_find(third, STR("第三"))), 20);
    free(blocks);
    free(links);
    doc_free(doc);
}

static void collects_links_images_and_metas(void **state)
{
    (void)state;
    static const char page[] =
        "<head><base href='http://a.gov.cn/'><meta property=og:title content='甲 &amp; 乙'>"
        "<meta name=Author></head><body><p>见<a href=' /x?a=1&b=2 '>附件\n一</a></p>"
        "<div style='visibility:hidden'><a href=http://b.example/>丙</a><img src=1.gif></div>"
        "<a href=empty></a><a name=here>丁</a>";
    struct doc *doc = read_page(page, true);
    char *links = dump_links(doc);
    assert_string_equal(links, "1 /x?a=1&b=2 [附件 一] 0\n2h http://b.example/ [丙] 1\n"
                               "2 empty [] 2\n2h !1.gif [] 1@0\n"
                               "1 base=http://a.gov.cn/\n1 og:title=甲 & 乙\n1 Author=\n");
    size_t which = 9;
    assert_true(str_eq_c(doc_meta(doc, "OG:Title", &which), "甲 & 乙"));
    assert_int_equal(which, 1);
    assert_int_equal(doc_meta(doc, "author", NULL).n, 0);
    free(links);
    doc_free(doc);
}

static void takes_a_small_form_for_chrome_but_not_a_wrapped_page(void **state)
{
    (void)state;
    struct strbuf page = { 0 };
    strbuf_c(&page, "<form id=aspnet>");
    for (int i = 0; i < 100; i++)
        strbuf_c(&page, "<p>本县公开信息</p>");
    strbuf_c(&page, "</form><form><label>关键词</label><input name=q></form>");
    struct doc *doc = read_page(page.p, true);
    assert_int_equal(doc->block_count, 101);
    assert_int_equal(doc->blocks[0].flags & DOC_CHROME, 0);
    assert_int_equal(doc->blocks[100].flags & DOC_CHROME, DOC_CHROME);
    strbuf_free(&page);
    doc_free(doc);
}

static void notes_what_is_never_closed(void **state)
{
    (void)state;
    struct doc *doc = read_page("<p>甲\n<!-- 乙 <p>丙</p>", true);
    assert_int_equal(doc->notice_count, 1);
    assert_int_equal(doc->notices[0].code, DOC_NOTICE_UNCLOSED);
    assert_int_equal(doc->notices[0].line, 2);
    doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_pages_alike_with_and_without_thinning),
        cmocka_unit_test(reads_broken_pages_as_browsers_do),
        cmocka_unit_test(keeps_every_line_number),
        cmocka_unit_test(collects_links_images_and_metas),
        cmocka_unit_test(takes_a_small_form_for_chrome_but_not_a_wrapped_page),
        cmocka_unit_test(notes_what_is_never_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
