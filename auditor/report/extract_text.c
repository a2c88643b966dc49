/* extract_text.c - see extract_text.h. */
#include "report/extract_text.h"

#include <string.h>

#include "base/json_read.h"
#include "base/log.h"
#include "report/extract_numbers.h"

static int line_of(const cJSON *object)
{
    const cJSON *line = cJSON_GetObjectItemCaseSensitive(object, "line");
    return cJSON_IsNumber(line) ? line->valueint : 0;
}

static void field(struct strbuf *out, const char *name, const char *value)
{
    if (!value)
        return;
    strbuf_fmt(out, "  %s", name);
    strbuf_c(out, tr("：", ": "));
    log_safe(out, str_of(value));
    strbuf_char(out, '\n');
}

static void number_field(struct strbuf *out, const char *name, const cJSON *value)
{
    if (cJSON_IsNumber(value))
        strbuf_fmt(out, tr("  %s：%d\n", "  %s: %d\n"), name, value->valueint);
}

static void dates(struct strbuf *out, const cJSON *meta)
{
    const cJSON *d;
    cJSON_ArrayForEach(d, cJSON_GetObjectItemCaseSensitive(meta, "dates")) {
        const char *label = json_string_if(d, "label");
        strbuf_fmt(out, tr("  日期 %s（%s，第 %d 行，%s）\n", "  date %s (%s, line %d, %s)\n"),
                   json_string_if(d, "date"), json_string_if(d, "source"), line_of(d),
                   label ? label : "-");
    }
}

static const char *script_word(const char *script)
{
    if (strcmp(script, "hans") == 0)
        return tr("简体", "simplified");
    if (strcmp(script, "hant") == 0)
        return tr("繁体", "traditional");
    return strcmp(script, "mixed") == 0 ? tr("简繁混用", "both") : NULL;
}

static void head(struct strbuf *out, const cJSON *x)
{
    const cJSON *meta = cJSON_GetObjectItemCaseSensitive(x, "meta");
    field(out, tr("类别", "kind"), text_report_kind(json_string(x, "kind")));
    field(out, tr("标题", "title"), json_string_if(x, "title"));
    field(out, tr("机关", "agency"), json_string_if(x, "agency"));
    field(out, tr("层级", "level"), text_report_level(json_string_if(x, "level")));
    number_field(out, tr("年度", "year"), cJSON_GetObjectItemCaseSensitive(x, "year"));
    field(out, tr("格式", "form"), json_string_if(x, "form"));
    field(out, tr("字形", "script"), script_word(json_string(x, "script")));
    field(out, tr("发布日期", "published"), json_string_if(x, "published"));
    field(out, tr("编码", "charset"), json_string_if(meta, "charset"));
    field(out, tr("网站", "host"), json_string_if(meta, "host"));
    dates(out, meta);
}

static void sections(struct strbuf *out, const cJSON *x)
{
    const cJSON *s;
    const cJSON *p;
    cJSON_ArrayForEach(s, cJSON_GetObjectItemCaseSensitive(x, "sections")) {
        const char *key = json_string_if(s, "key");
        const char *heading = json_string_if(s, "heading");
        strbuf_fmt(out, "\n%5d  ## [%s] ", line_of(s), key ? key : "-");
        log_safe(out, str_of(heading ? heading : ""));
        strbuf_char(out, '\n');
        cJSON_ArrayForEach(p, cJSON_GetObjectItemCaseSensitive(s, "paragraphs")) {
            strbuf_fmt(out, "%5d  ", line_of(p));
            log_safe(out, str_of(json_string_if(p, "text")));
            strbuf_char(out, '\n');
            extract_numbers_text(out, p);
        }
    }
}

static void cell(struct strbuf *out, const char *column, const cJSON *c)
{
    const char *kind = json_string_if(c, "kind");
    const char *raw = json_string_if(c, "raw");
    strbuf_fmt(out, " %s=", column);
    if (kind && strcmp(kind, "number") == 0)
        log_safe(out, str_of(raw));
    else
        strbuf_fmt(out, "<%s>", kind ? kind : "?");
}

static void tables(struct strbuf *out, const cJSON *x, const struct form_set *forms)
{
    const cJSON *all = cJSON_GetObjectItemCaseSensitive(x, "tables");
    const char *id = json_string_if(all, "form");
    const struct form *form = id ? form_by_id(forms, str_of(id)) : NULL;
    for (size_t t = 0; form && t < form->table_count; t++) {
        const struct form_table *layout = &form->tables[t];
        const cJSON *table = cJSON_GetObjectItemCaseSensitive(all, layout->key.p);
        if (!cJSON_IsObject(table))
            continue;
        strbuf_fmt(out, "\n  [%s] %s\n", layout->key.p,
                   lang_get() == LANG_EN ? layout->name_en.p : layout->name_zh.p);
        for (size_t r = 0; r < layout->row_count; r++) {
            const cJSON *row = cJSON_GetObjectItemCaseSensitive(table, layout->rows[r].key.p);
            if (!row)
                continue;
            strbuf_fmt(out, "  %-14s", layout->rows[r].key.p);
            for (size_t c = 0; c < layout->column_count; c++) {
                const cJSON *value =
                    cJSON_GetObjectItemCaseSensitive(row, layout->columns[c].key.p);
                if (value)
                    cell(out, layout->columns[c].key.p, value);
            }
            strbuf_char(out, '\n');
        }
    }
}

void extract_text_document(struct strbuf *out, const cJSON *x, const struct form_set *forms,
                           const struct text_style *style)
{
    (void)style; /* lines stay whole, so that they can be searched */
    log_safe_line(out, str_of(json_string_if(x, "path")));
    strbuf_char(out, '\n');
    const cJSON *problem = cJSON_GetObjectItemCaseSensitive(x, "problem");
    if (cJSON_IsObject(problem)) {
        field(out, tr("无法读取", "unreadable"), json_string_if(problem, "message"));
    } else {
        head(out, x);
        sections(out, x);
        tables(out, x, forms);
    }
    strbuf_char(out, '\n');
}
