/* bind_link.c - links and images of the page; i counts doc->links or doc->images. */
#include <string.h>

#include "engine/bind.h"

static const struct doc_link *link_of(struct bind *b, const struct bind_handle *h)
{
    return &b->doc->links[h->i];
}

static struct str href_of(struct bind *b, const struct bind_handle *h)
{
    return str_trim(doc_string(b->doc, link_of(b, h)->href, link_of(b, h)->href_len));
}

static bool in_article(const struct bind *b, uint32_t block)
{
    return block < b->doc->block_count && b->blocks[block].in_article;
}

static bool is_scheme_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '.';
}

/* "https" of "https://www…"; empty for a relative address. */
static struct str scheme_of(struct str href)
{
    size_t n = 0;
    while (n < href.n && is_scheme_char(href.p[n]))
        n++;
    return n > 1 && n < href.n && href.p[n] == ':' ? str_sub(href, 0, n) : str_of("");
}

/* The host without user and port; empty when the address has none. Browsers take '\' for '/'. */
static struct str host_of(struct str href)
{
    struct str scheme = scheme_of(href);
    struct str rest = scheme.n ? str_sub(href, scheme.n + 1, href.n) : href;
    if (rest.n < 3 || !strchr("/\\", rest.p[0]) || !strchr("/\\", rest.p[1]))
        return str_of("");
    size_t n = 2, from = 2;
    for (; n < rest.n && !strchr("/\\?#", rest.p[n]); n++)
        if (rest.p[n] == '@')
            from = n + 1;
    struct str host = str_sub(rest, from, n - from);
    for (size_t i = host.n; i > 0 && host.p[0] != '['; i--)
        if (host.p[i - 1] == ':')
            return str_sub(host, 0, i - 1);
    return host;
}

static int push_lower(lua_State *L, struct str s)
{
    luaL_Buffer out;
    if (s.n == 0) {
        lua_pushnil(L);
        return 1;
    }
    luaL_buffinit(L, &out);
    for (size_t i = 0; i < s.n; i++)
        luaL_addchar(&out, s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] + 32) : s.p[i]);
    luaL_pushresult(&out);
    return 1;
}

static int get_href(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, href_of(b, h));
}

static int get_host(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_lower(L, host_of(href_of(b, h)));
}

static int get_scheme(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_lower(L, scheme_of(href_of(b, h)));
}

static int get_text(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(
        L, str_sub(strbuf_view(&b->doc->raw), link_of(b, h)->raw, link_of(b, h)->raw_len));
}

static int get_hidden(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, link_of(b, h)->hidden);
    return 1;
}

static int get_in_article(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, in_article(b, link_of(b, h)->block));
    return 1;
}

static int get_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, link_of(b, h)->line);
    return 1;
}

static int get_section(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_section(L, b, link_of(b, h)->block);
}

/* Shown: its text and where it leads. */
static void place_link(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    const struct doc_link *link = link_of(b, h);
    struct str text = str_sub(strbuf_view(&b->doc->raw), link->raw, link->raw_len);
    bind_place_block(b, link->block, out);
    out->line = link->line;
    out->raw_at = link->raw;
    out->raw_len = link->raw_len;
    out->quote = text.n ? text : href_of(b, h);
}

static const struct api_field link_fields[] = {
    { "hidden", get_hidden, "boolean", "网页上不显示", "not shown on the page",
      "assert(link.hidden == false)" },
    { "host", get_host, "string?", "域名，小写；相对地址为 nil",
      "its host in lower case; nil for a relative address",
      "assert(link.host == 'www.yunting.gov.cn')" },
    { "href", get_href, "string", "地址", "the address",
      "assert(text.starts(link.href, 'http://'))" },
    { "in_article", get_in_article, "boolean", "在正文中", "whether it stands in the article",
      "assert(link.in_article)" },
    { "line", get_line, "integer", "行号", "its line", "assert(link.line == 19)" },
    { "raw", get_text, "string", "文字原文", "its text as the file has it",
      "assert(link.raw == '云汀县人民政府网站')" },
    { "scheme", get_scheme, "string?", "协议，小写；相对地址为 nil",
      "its scheme in lower case; nil for a relative address", "assert(link.scheme == 'http')" },
    { "section", get_section, "string?", "所在部分的键", "the key of its section",
      "assert(link.section == nil)" },
    { "text", get_text, "string", "文字", "its text", "assert(link.text == '云汀县人民政府网站')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_link = {
    .name = "link",
    .fields = link_fields,
    .place = place_link,
    .type = "Link",
    .zh = "一个链接",
    .en = "A link",
    .example = "local link\n"
               "for _, l in ipairs(report.links) do link = l.in_article and l or link end",
};

static const struct doc_image *image_of(struct bind *b, const struct bind_handle *h)
{
    return &b->doc->images[h->i];
}

static int get_src(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, doc_string(b->doc, image_of(b, h)->src, image_of(b, h)->src_len));
}

static int get_alt(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, doc_string(b->doc, image_of(b, h)->alt, image_of(b, h)->alt_len));
}

static int get_image_hidden(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, image_of(b, h)->hidden);
    return 1;
}

static int get_image_in_article(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, in_article(b, image_of(b, h)->block));
    return 1;
}

static int get_image_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, image_of(b, h)->line);
    return 1;
}

static int get_image_section(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_section(L, b, image_of(b, h)->block);
}

static void place_image(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    const struct doc_image *image = image_of(b, h);
    bind_place_block(b, image->block, out);
    out->line = image->line;
    out->raw_at = out->raw_len = 0;
    out->quote = doc_string(b->doc, image->src, image->src_len);
}

static const struct api_field image_fields[] = {
    { "alt", get_alt, "string", "替代文字", "its alternative text",
      "assert(image.alt == '公开情况示意图')" },
    { "hidden", get_image_hidden, "boolean", "网页上不显示", "not shown on the page",
      "assert(image.hidden == false)" },
    { "in_article", get_image_in_article, "boolean", "在正文中", "whether it stands in the article",
      "assert(image.in_article)" },
    { "line", get_image_line, "integer", "行号", "its line", "assert(image.line == 25)" },
    { "section", get_image_section, "string?", "所在部分的键", "the key of its section",
      "assert(image.section == 'overview')" },
    { "src", get_src, "string", "地址", "its address", "assert(image.src == '/images/zwgk.png')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_image = {
    .name = "image",
    .fields = image_fields,
    .place = place_image,
    .type = "Image",
    .zh = "一张图片",
    .en = "An image",
    .example = "local image = report.images[1]",
};
