/* bind_meta.c - meta tags of the page and notices of the reader; i counts doc->metas or doc->notices. */
#include "engine/bind.h"
#include "text/normalise.h"

static const struct doc_meta *meta_of(struct bind *b, const struct bind_handle *h)
{
    return &b->doc->metas[h->i];
}

static struct str content_of(struct bind *b, const struct bind_handle *h)
{
    return doc_string(b->doc, meta_of(b, h)->content, meta_of(b, h)->content_len);
}

static int get_name(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, doc_string(b->doc, meta_of(b, h)->name, meta_of(b, h)->name_len));
}

static int get_content(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, content_of(b, h));
}

static int get_text(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    bool traditional = b->doc->script == DOC_SCRIPT_HANT || b->doc->script == DOC_SCRIPT_MIXED;
    struct strbuf text = { 0 };
    sandbox_charge(L, 20 + content_of(b, h).n / 4);
    text_normalise(&text, content_of(b, h), traditional ? TEXT_T2S : 0, NULL);
    struct str kept = arena_str(b->scratch, strbuf_view(&text));
    strbuf_free(&text);
    return bind_push_str(L, kept);
}

static int get_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, meta_of(b, h)->line);
    return 1;
}

static int get_section(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    (void)h;
    lua_pushnil(L);
    return 1;
}

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    out->line = meta_of(b, h)->line;
    out->quote = content_of(b, h);
}

static const struct api_field fields[] = {
    { "content", get_content, "string", "内容", "its content",
      "assert(meta.content == '云汀县人民政府')" },
    { "line", get_line, "integer", "行号", "its line", "assert(meta.line == 6)" },
    { "name", get_name, "string", "名称；网页标题为 title",
      "its name; title for the title of the page", "assert(meta.name == 'SiteName')" },
    { "raw", get_content, "string", "内容", "its content", "assert(meta.raw == meta.content)" },
    { "section", get_section, "nil", "总为 nil：标签不在任何部分",
      "always nil: tags stand in no section", "assert(meta.section == nil)" },
    { "text", get_text, "string", "规范形式的内容", "its content in normal form",
      "assert(meta.text == '云汀县人民政府')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_meta = {
    .name = "meta",
    .fields = fields,
    .place = place,
    .type = "Meta",
    .zh = "网页的一个标签",
    .en = "A tag of the page",
    .example = "local meta = report.metas[2]",
};

static const struct doc_notice *notice_of(struct bind *b, const struct bind_handle *h)
{
    return &b->doc->notices[h->i];
}

static int get_code(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    static const char *const names[] = { "invalid-bytes", "charset",  "cut", "unclosed",
                                         "deleted",       "comments", "ocr", "off-paper" };
    uint32_t code = notice_of(b, h)->code;
    lua_pushstring(L, code < sizeof names / sizeof names[0] ? names[code] : "other");
    return 1;
}

static int get_count(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, notice_of(b, h)->count);
    return 1;
}

static int get_notice_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, notice_of(b, h)->line);
    return 1;
}

static void place_notice(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    out->line = notice_of(b, h)->line;
}

static const struct api_field notice_fields[] = {
    { "code", get_code, "string",
      "invalid-bytes charset cut unclosed deleted comments ocr off-paper",
      "invalid-bytes charset cut unclosed deleted comments ocr off-paper",
      "for _, notice in ipairs(report.notices) do assert(notice.code ~= 'cut') end" },
    { "count", get_count, "integer", "几处", "how often",
      "for _, notice in ipairs(report.notices) do assert(notice.count > 0) end" },
    { "line", get_notice_line, "integer", "行号", "its line",
      "for _, notice in ipairs(report.notices) do assert(notice.line >= 0) end" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_notice = {
    .name = "notice",
    .fields = notice_fields,
    .place = place_notice,
    .type = "Notice",
    .zh = "读取文件时注意到的问题",
    .en = "Something noticed while the file was read",
    .example = "local notice = report.notices[1]\n"
               "assert(notice == nil)",
};
