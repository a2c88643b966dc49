/* wordless.c - see wordless.h. */
#include "read/wordless.h"

#include "base/lang.h"

static int pictures_only(const char *name, struct error *err)
{
    int rc = error_set(err, ERR_FORMAT,
                       tr("%s：其中只有图片，没有文字；请改交文字可以选中的文件或网页",
                          "%s: it has pictures only and no text; give a file whose text can be "
                          "selected, or the web page"),
                       name);
    return error_because(err, rc, "no_text_layer");
}

static int empty_page(const char *name, struct error *err)
{
    int rc =
        error_set(err, ERR_FORMAT,
                  tr("%s：页面上没有文字（由脚本或框架载入，没有存下来）；请在浏览器中打开，看到"
                     "全文后另存为完整网页，或者改交 PDF、Word 文件",
                     "%s: there is no text on the page (a script or a frame fetches it, which "
                     "was not saved); open it in a browser and save the whole page once all "
                     "of it is shown, or give a PDF or a Word file"),
                  name);
    return error_because(err, rc, "no_text");
}

int wordless_check(const struct doc *doc, const char *name, struct error *err)
{
    for (size_t i = 0; i < doc->block_count; i++)
        if (doc->blocks[i].text_len && !(doc->blocks[i].flags & DOC_CHROME))
            return 0;
    if (doc->image_count)
        return pictures_only(name, err);
    if (doc->format == DOC_HTML)
        return empty_page(name, err);
    return error_set(err, ERR_FORMAT, tr("%s：其中没有文字", "%s: there is no text in it"), name);
}
