/* text_place.c - places, kinds and levels as a person names them; see text.h. */
#include <string.h>

#include "base/json_read.h"
#include "report/text.h"

void text_report_part(struct strbuf *out, const char *part, size_t n)
{
    if (out->n)
        strbuf_c(out, " · ");
    strbuf_add(out, part, n);
}

static struct str line_name(const struct form_line *line)
{
    return lang_get() == LANG_EN ? line->name_en : line->name_zh;
}

static void table_place(struct strbuf *out, const cJSON *place, const struct form *form,
                        const char *key)
{
    const struct form_table *t = form ? form_table(form, str_of(key)) : NULL;
    if (!t) {
        text_report_part(out, key, strlen(key));
        return;
    }
    struct str name = lang_get() == LANG_EN ? t->name_en : t->name_zh;
    text_report_part(out, name.p, name.n);
    const char *row = json_string_if(place, "row");
    const char *column = json_string_if(place, "column");
    int r = row ? form_row(t, str_of(row)) : -1;
    int c = column ? form_column(t, str_of(column)) : -1;
    if (r >= 0)
        text_report_part(out, line_name(&t->rows[r]).p, line_name(&t->rows[r]).n);
    if (c >= 0)
        text_report_part(out, line_name(&t->columns[c]).p, line_name(&t->columns[c]).n);
}

static const struct form_section *form_section(const struct form *form, const char *key)
{
    for (size_t i = 0; form && i < form->section_count; i++)
        if (str_eq_c(form->sections[i].key, key))
            return &form->sections[i];
    return NULL;
}

void text_report_place(struct strbuf *out, const cJSON *place, const struct form *form)
{
    struct strbuf text = { 0 };
    const char *table = json_string_if(place, "table");
    const char *section = json_string_if(place, "section");
    const struct form_section *official = section ? form_section(form, section) : NULL;
    const char *document = json_string_if(place, "document");
    if (document) /* of another year or agency */
        text_report_part(&text, document, strlen(document));
    if (table)
        table_place(&text, place, form, table);
    else if (official)
        text_report_part(&text, official->title.p, official->title.n);
    const cJSON *line = cJSON_GetObjectItemCaseSensitive(place, "line");
    const cJSON *page = cJSON_GetObjectItemCaseSensitive(place, "page");
    if (cJSON_IsNumber(line)) {
        struct strbuf number = { 0 };
        if (cJSON_IsNumber(page))
            strbuf_fmt(&number, tr("第 %d 页", "page %d, "), page->valueint);
        bool word = cJSON_GetObjectItemCaseSensitive(place, "paragraph") != NULL;
        strbuf_fmt(&number, word ? tr("第 %d 段", "paragraph %d") : tr("第 %d 行", "line %d"),
                   line->valueint);
        text_report_part(&text, number.p, number.n);
        strbuf_free(&number);
    }
    if (text.n == 0)
        strbuf_c(&text, tr("全文", "whole document"));
    strbuf_str(out, strbuf_view(&text));
    strbuf_free(&text);
}

const char *text_report_kind(const char *kind)
{
    if (strcmp(kind, "annual-report") == 0)
        return tr("年度报告", "annual report");
    if (strcmp(kind, "collection") == 0)
        return tr("多篇文章合集，不是年度报告", "a collection of texts, no annual report");
    if (strcmp(kind, "unreadable") == 0)
        return tr("无法读取", "unreadable");
    if (strcmp(kind, "missing") == 0)
        return tr("没有报告", "no report");
    if (strcmp(kind, "not-due") == 0)
        return tr("公布期限未到", "not due yet");
    return tr("不是年度报告", "no annual report");
}

const char *text_report_level(const char *level)
{
    static const char *const words[][3] = {
        { "province", "省级", "province" },     { "city", "市级", "city" },
        { "county", "县级", "county" },         { "township", "乡镇街道", "township" },
        { "department", "部门", "department" }, { "zone", "开发区", "zone" },
    };
    for (size_t i = 0; level && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], level) == 0)
            return tr(words[i][1], words[i][2]);
    return NULL;
}
