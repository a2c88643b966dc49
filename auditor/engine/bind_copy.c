/* bind_copy.c - another report with passages of this one; i counts the dossier's copies. */
#include "engine/bind.h"
#include "engine/dossier.h"

static const struct dossier_copy *copy_of(lua_State *L, const struct bind_handle *h)
{
    return &engine_of(L)->dossier->copies[h->i];
}

static int get_copy_code(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return bind_push_str(L, copy_of(L, h)->code);
}

static int get_copy_name(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return bind_push_str(L, copy_of(L, h)->name);
}

static int get_copy_document(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return bind_push_str(L, copy_of(L, h)->document);
}

static int get_copy_year(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    lua_pushinteger(L, copy_of(L, h)->year);
    return 1;
}

static int get_share(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    lua_pushnumber(L, (lua_Number)copy_of(L, h)->permille / 10);
    return 1;
}

static int get_shares(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct dossier_copy *copy = copy_of(L, h);
    (void)b;
    lua_createtable(L, 0, (int)copy->section_count);
    for (size_t i = 0; i < copy->section_count; i++) {
        bind_push_str(L, copy->sections[i].section);
        lua_pushnumber(L, (lua_Number)copy->sections[i].permille / 10);
        lua_rawset(L, -3);
    }
    return 1;
}

static int get_passages(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct dossier_copy *copy = copy_of(L, h);
    (void)b;
    if (bind_kept(L, BIND_COPY, BIND_PASSAGE, h->i))
        return 1;
    lua_createtable(L, (int)copy->passage_count, 0);
    for (size_t i = 0; i < copy->passage_count; i++) {
        bind_push(L, BIND_PASSAGE, h->i, (uint32_t)i, copy->passages[i].own);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return bind_keep(L, BIND_COPY, BIND_PASSAGE, h->i);
}

static const struct api_field copy_fields[] = {
    { "code", get_copy_code, "string", "那份报告的机关代码", "the code of its agency",
      "assert(copy.code == 'A02')" },
    { "document", get_copy_document, "string", "那份报告的路径", "the path of that report",
      "assert(copy.document == '2022/A02.html')" },
    { "name", get_copy_name, "string", "那份报告的机关名称", "the name of its agency",
      "assert(copy.name == '云汀县教育局')" },
    { "passages", get_passages, "Passage[]", "雷同的段落，按本报告的次序",
      "the passages they share, in the order of this report", "assert(#copy.passages == 1)" },
    { "share", get_share, "number", "雷同文字占本报告的百分比，不计官方用语",
      "how many percent of this report's text they are, official wording set aside",
      "assert(copy.share == 42.5)" },
    { "shares", get_shares, "table<string, number>", "各部分雷同的百分比，以部分的键为名",
      "the same by the keys of the sections", "assert(copy.shares.overview == 80)" },
    { "year", get_copy_year, "integer", "那份报告的年度", "the year of that report",
      "assert(copy.year == 2022)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_copy = {
    .name = "copy",
    .fields = copy_fields,
    .type = "Copy",
    .zh = "另一份与本报告雷同的报告",
    .en = "Another report with passages of this one",
    .example = "local copy = dossier:similar()[1]",
};

static const struct dossier_passage *passage_of(lua_State *L, const struct bind_handle *h)
{
    return &copy_of(L, h)->passages[h->j];
}

static int get_quote(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return bind_push_str(L, passage_of(L, h)->quote);
}

static int get_other_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    lua_pushinteger(L, passage_of(L, h)->line);
    return 1;
}

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_span(b, h->span, out);
}

bool bind_counterpart(lua_State *L, int index, struct audit_place *out)
{
    if (!bind_is(L, index, UINT64_C(1) << BIND_PASSAGE))
        return false;
    const struct bind_handle *h = lua_touserdata(L, index);
    const struct dossier_passage *p = passage_of(L, h);
    *out = (struct audit_place){ .document = copy_of(L, h)->document,
                                 .quote = p->quote,
                                 .line = p->line };
    return true;
}

static const struct api_field passage_fields[] = {
    { "other_line", get_other_line, "integer", "它在那份报告的行号；不知道为 0",
      "its line in the other report; 0 unknown", "assert(passage.other_line == 12)" },
    { "other_raw", get_quote, "string", "那份报告的原文", "the text of the other report",
      "assert(#passage.other_raw > 0)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_passage = {
    .name = "passage",
    .base = &bind_span,
    .fields = passage_fields,
    .place = place,
    .type = "Passage",
    .zh = "本报告中与另一份报告雷同的一段；作为证据时，那份报告的原文一并列出",
    .en = "A passage of this report that another one has too; as evidence it brings the other text "
          "along",
    .example = "local passage = dossier:similar()[1].passages[1]",
};
