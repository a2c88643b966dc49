/* Nodes become escaped HTML; what could run or reach out is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "base/file.h"
#include "desk.h"

/* Renders `return NODE` with the model { text = … }. */
static int render(struct desk *d, const char *node, const char *text, struct strbuf *out,
                  struct error *err)
{
    struct engine_plugin *plugin = NULL;
    struct strbuf source = { 0 };
    struct cJSON *model = cJSON_CreateObject();
    char *path = file_join(d->folder, "layout.lua");
    cJSON_AddStringToObject(model, "text", text);
    strbuf_fmt(
        &source,
        "local h = require 'html' return layout { id = 'l', html = function(model) return %s end }",
        node);
    strbuf_char(&source, 0);
    desk_file(d, "layout.lua", source.p);
    int code = engine_plugin(d->engine, path, "layout", &plugin, err);
    if (!code)
        code = engine_render(d->engine, plugin, "html", model,
                             (const char *const[]){ d->folder, NULL }, out, err);
    strbuf_char(out, 0);
    cJSON_Delete(model);
    strbuf_free(&source);
    free(path);
    return code;
}

static void test_writes(void **state)
{
    static const struct {
        const char *node, *text, *html;
    } cases[] = {
        { "h.b{ model.text }", "<script>alert('1')</script> & \"",
          "<b>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;</b>" },
        { "h.span{ class = model.text }", "\"><img src=x onerror=y>",
          "<span class=\"&quot;&gt;&lt;img src=x onerror=y&gt;\"></span>" },
        { "h.b{ model.text }",
          "a\xE2\x80\xAE"
          "b\x1B[1m",
          "<b>a⟦U+202E⟧b⟦U+001B⟧[1m</b>" },
        { "h.b{ model.text }", "\xFFz", "<b>\xEF\xBF\xBDz</b>" },
        { "h.b{ 1, false, nil, 2.5, { 'x', h.i{ 'y' } } }", "", "<b>12.5x<i>y</i></b>" },
        { "h.br{}", "", "<br>" },
        { "h.td{ colspan = 2, id = 'a', hidden = true, class = false }", "",
          "<td colspan=\"2\" hidden id=\"a\"></td>" },
        { "h.a{ href = 'https://www.qinghe.gov.cn/x?y=1&z' }", "",
          "<a href=\"https://www.qinghe.gov.cn/x?y=1&amp;z\"></a>" },
        { "h.a{ href = 'a/b.html#c:d' }", "", "<a href=\"a/b.html#c:d\"></a>" },
        { "h.i{ style = 'width: 40%' }", "", "<i style=\"width: 40%\"></i>" },
        { "h.b 'text'", "", "<b>text</b>" },
        { "h.b(h.i{ 'x' })", "", "<b><i>x</i></b>" },
        { "{ h.each({ 1, 2 }, function(n) return h.i{ n } end) }", "", "<i>1</i><i>2</i>" },
    };
    struct desk d;
    (void)state;
    desk_open(&d);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct strbuf out = { 0 };
        struct error err = { 0 };
        if (render(&d, cases[i].node, cases[i].text, &out, &err))
            fail_msg("%s: %s", cases[i].node, err.message);
        assert_string_equal(out.p, cases[i].html);
        strbuf_free(&out);
    }
    desk_close(&d);
}

static void test_refuses(void **state)
{
    static const char *const nodes[] = {
        "{ [0] = 'script', 'x' }",
        "{ [0] = 'iframe' }",
        "{ [0] = 'style', 'x' }",
        "{ [0] = 'b onclick=x' }",
        "{ [0] = 'meta' }",
        "h.b{ onclick = 'x' }",
        "h.b{ ['a b'] = 'x' }",
        "h.a{ href = model.text }",
        "h.a{ href = 'JavaScript:x' }",
        "h.a{ href = 'data:text/html,x' }",
        "h.a{ href = ' javascript:x' }",
        "h.a{ href = 'java\\tscript:x' }",
        "h.i{ style = 'background: url(//x)' }",
        "h.b{ function() end }",
        "h.b{ true }",
        "h.b{ class = {} }",
        "h.div{ h.page{} }",
        "h.page{ style = '../secret.css' }",
        "h.page{ style = 'absent.css' }",
        "h.page{ style = 'breaks.css' }",
        "h.page{ titel = 'x' }",
        "nil",
    };
    struct desk d;
    (void)state;
    desk_open(&d);
    desk_file(&d, "breaks.css", "a { content: '</style><script>' }");
    for (size_t i = 0; i < sizeof nodes / sizeof nodes[0]; i++) {
        struct strbuf out = { 0 };
        struct error err = { 0 };
        if (!render(&d, nodes[i], "javascript:x", &out, &err))
            fail_msg("%s was written: %s", nodes[i], out.p);
        assert_non_null(strstr(err.message, i == 18 ? "absent.css" : "layout.lua"));
        strbuf_free(&out);
    }
    desk_close(&d);
}

static void test_page(void **state)
{
    struct desk d;
    struct strbuf out = { 0 };
    struct error err = { 0 };
    (void)state;
    desk_open(&d);
    desk_file(&d, "report.css", "b { color: red }\n");
    if (render(&d, "h.page{ title = model.text, lang = 'zh', style = 'report.css', h.p{ 'x' } }",
               "a<b", &out, &err))
        fail_msg("%s", err.message);
    assert_non_null(strstr(out.p, "<!DOCTYPE html>\n<html lang=\"zh\">"));
    assert_non_null(strstr(out.p, "<title>a&lt;b</title>"));
    assert_non_null(strstr(out.p, "<style>\nb { color: red }\n</style>"));
    assert_non_null(strstr(out.p, "default-src 'none'"));
    assert_non_null(strstr(out.p, "<p>x</p>\n</body>\n</html>\n"));
    assert_null(strstr(out.p, "<script"));
    strbuf_free(&out);
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_writes),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
