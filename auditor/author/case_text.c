/* case_text.c - see case_text.h. */
#include "author/case_text.h"

#include <string.h>

#include "base/lang.h"
#include "read/read.h"
#include "recognise/report.h"

static const char *text_at(const cJSON *object, const char *key)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

/* Replaces `from`, which must stand there exactly once, or everywhere in { from, to, "all" }. */
static int edit(struct strbuf *text, const cJSON *change, struct error *err)
{
    const cJSON *from = cJSON_GetArrayItem(change, 0);
    const cJSON *to = cJSON_GetArrayItem(change, 1);
    const cJSON *all = cJSON_GetArrayItem(change, 2);
    if (!cJSON_IsString(from) || !cJSON_IsString(to) || from->valuestring[0] == '\0')
        return error_set(err, ERR_CONFIG,
                         tr("修改应写作 { 原文, 新文 }", "an edit is written { from, to }"));
    struct str old = str_of(from->valuestring);
    struct strbuf out = { 0 };
    struct str rest = strbuf_view(text);
    size_t hits = 0;
    for (size_t at; (at = str_find(rest, old)) != SIZE_MAX;
         rest = str_sub(rest, at + old.n, rest.n)) {
        strbuf_str(&out, str_sub(rest, 0, at));
        strbuf_c(&out, to->valuestring);
        hits++;
    }
    strbuf_str(&out, rest);
    strbuf_free(text);
    *text = out;
    if (hits == 0 || (hits > 1 && !all))
        return error_set(err, ERR_CONFIG,
                         tr("要修改的“%s”在基准文件中出现 %zu 次",
                            "\"%s\" stands %zu times in the base document"),
                         from->valuestring, hits);
    return 0;
}

static bool is_markup(const cJSON *c)
{
    const char *fragment = text_at(c, "fragment");
    const char *format = text_at(c, "format");
    if (format)
        return strcmp(format, "html") == 0;
    return fragment && str_starts(str_trim(str_of(fragment)), STR("<"));
}

static int read_base(struct strbuf *out, struct engine *engine, const struct rule_info *rule,
                     const cJSON *c, struct error *err)
{
    const char *base = text_at(c, "base");
    struct strbuf name = { 0 };
    struct str bytes = { 0 };
    strbuf_fmt(&name, "cases/%s", base ? base : "clean-2021");
    if (!strchr(name.p, '.'))
        strbuf_c(&name, is_markup(c) ? ".html" : ".txt");
    int rc = engine_pack_file(engine, rule, strbuf_view(&name), &bytes, NULL);
    for (size_t i = 0; rc && i < engine_rule_count(engine); i++)
        rc = engine_pack_file(engine, engine_rule(engine, i), strbuf_view(&name), &bytes, NULL);
    if (rc)
        rc = error_set(err, ERR_CONFIG, tr("没有基准文件 %s", "there is no base document %s"),
                       name.p);
    else
        strbuf_str(out, bytes);
    strbuf_free(&name);
    return rc;
}

/* The lines between a section's heading and the next one: from, and the first one behind them. */
static bool section_lines(const struct doc *doc, const struct report *report, struct str key,
                          uint32_t *from, uint32_t *to)
{
    const struct report_section *s = report_section(report, key);
    if (!s || s->first_block == 0 || s->first_block > doc->block_count)
        return false;
    *from = doc->blocks[s->first_block - 1].line + 1;
    *to = s->end_block < doc->block_count ? doc->blocks[s->end_block].line : UINT32_MAX;
    return *to >= *from;
}

static void put(struct strbuf *text, uint32_t from, uint32_t to, const char *fragment)
{
    struct strbuf out = { 0 };
    struct str rest = strbuf_view(text);
    struct str line;
    for (uint32_t i = 1; str_split(&rest, '\n', &line); i++) {
        if (i == from)
            strbuf_fmt(&out, "%s\n", fragment);
        if (i < from || i >= to) {
            strbuf_str(&out, line);
            strbuf_char(&out, '\n');
        }
    }
    strbuf_free(text);
    *text = out;
}

static int put_fragment(struct strbuf *text, const struct engine *engine, const cJSON *c,
                        struct error *err)
{
    const char *section = text_at(c, "section");
    struct report_hint none = { 0 };
    struct doc *doc = NULL;
    uint32_t from = 0;
    uint32_t to = 0;
    int rc = read_document(&doc, strbuf_view(text), NULL, NULL, err);
    if (rc)
        return rc;
    struct report *report = recognise(doc, engine_forms(engine), &none);
    section = section ? section : "overview";
    if (section_lines(doc, report, str_of(section), &from, &to))
        put(text, from, to, text_at(c, "fragment"));
    else
        rc = error_set(err, ERR_CONFIG,
                       tr("基准文件没有 %s 部分，无处放片段",
                          "the base document has no section %s to put the fragment in"),
                       section);
    report_free(report);
    doc_free(doc);
    return rc;
}

int case_text_make(struct strbuf *out, struct engine *engine, const struct rule_info *rule,
                   const cJSON *c, struct error *err)
{
    const char *document = text_at(c, "document");
    bool fragment = text_at(c, "fragment") != NULL;
    int rc = 0;
    strbuf_clear(out);
    if (document && (fragment || text_at(c, "base")))
        rc = error_set(err, ERR_CONFIG,
                       tr("document 不能与 base 或 fragment 同用",
                          "a document goes with neither base nor fragment"));
    else if (document)
        strbuf_c(out, document);
    else if (fragment || text_at(c, "base"))
        rc = read_base(out, engine, rule, c, err);
    else
        rc = error_set(
            err, ERR_CONFIG,
            tr("案例缺少 base、fragment 或 document", "a case needs base, fragment or document"));
    if (rc == 0 && fragment)
        rc = put_fragment(out, engine, c, err);
    const cJSON *change;
    cJSON_ArrayForEach(change, cJSON_GetObjectItemCaseSensitive(c, "edits")) {
        if (rc == 0)
            rc = edit(out, change, err);
    }
    return rc;
}

const char *case_text_name(const cJSON *c)
{
    const char *path = text_at(c, "path");
    const char *format = text_at(c, "format");
    if (path || !format)
        return path;
    return strcmp(format, "html") == 0 ? "case.html" : "case.txt";
}
