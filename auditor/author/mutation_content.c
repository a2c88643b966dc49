/* mutation_content.c - what the text says, against the tables and against itself; what it leaves out. */
#include "author/mutation_edit.h"
#include "author/mutation_make.h"

/* The number of new requests in the official table; false: the report has none. */
static bool new_requests(const struct mutation_original *o, int64_t *out)
{
    const struct report_table *t = report_table(o->report, STR("requests"));
    if (!t || !t->present)
        return false;
    for (size_t row = 0; row < t->layout->row_count; row++)
        for (size_t column = 0; column < t->layout->column_count; column++) {
            const struct report_cell *c = &t->cells[row * t->layout->column_count + column];
            if (str_eq(t->layout->rows[row].key, STR("new")) &&
                str_eq(t->layout->columns[column].key, STR("all"))) {
                *out = c->value.value;
                return c->kind == CELL_NUMBER && c->value.scale == 0;
            }
        }
    return false;
}

/* Argument 0: another number of new requests than the table's; 1: none, where the table has some. */
bool make_claim(struct mutation *m)
{
    struct strbuf text = { 0 };
    int64_t count;
    if (!new_requests(m->original, &count) || (m->kind->argument == 1 && count == 0))
        return false;
    if (m->kind->argument == 0)
        strbuf_fmt(&text, "本年度新收政府信息公开申请%lld件。", (long long)count + 98765);
    else
        strbuf_c(&text, "本年度未收到政府信息公开申请。");
    mutation_insert(m, "overview", strbuf_view(&text), 0);
    strbuf_free(&text);
    return true;
}

enum passage { TYPO, TWO_VALUES };

/* A passage with a slip of the pen, or with two values for one thing. */
bool make_passage(struct mutation *m)
{
    static const char *const texts[] = {
        [TYPO] = "进一步完善对行政权利运行的监督。",
        [TWO_VALUES] = "全年主动公开政府信息98761条。经过统计，各项工作有序开展。全年主动公开政府信"
                       "息98167条。",
    };
    if (!m->original->report->section_count)
        return false;
    mutation_insert(m, "overview", str_of(texts[m->kind->argument]), 0);
    return true;
}

/* The same passage at two places. */
bool make_repeat(struct mutation *m)
{
    static const char text[] = "在便民服务大厅设立集中查询窗口并安排专人值守帮助年纪较大的群众查找"
                               "补贴发放和救助方面的公开内容。";
    if (!report_section(m->original->report, STR("problems")) ||
        !report_section(m->original->report, STR("overview")))
        return false;
    mutation_insert(m, "problems", str_of(text), 0);
    mutation_insert(m, "overview", str_of(text), 0);
    return true;
}

/* An overview that is longer than the form allows. */
bool make_long(struct mutation *m)
{
    struct strbuf text = { 0 };
    if (!report_section(m->original->report, STR("overview")))
        return false;
    for (int i = 1; i <= 30; i++) {
        strbuf_fmt(&text, "第%d批公开内容涉及道路、饮水和学校改造，", i);
        strbuf_c(&text, "群众可以在公开栏和网站查看进度安排与资金使用。");
    }
    mutation_insert(m, "overview", strbuf_view(&text), 0);
    strbuf_free(&text);
    return true;
}

/* A section says only this: that there are no problems, what any organ could say, something else. */
bool make_section_says(struct mutation *m)
{
    static const struct {
        const char *key, *text;
    } says[] = {
        { "problems", "无。" },
        { "overview",
          "高度重视政府信息公开工作，加强组织领导，完善工作机制，规范工作程序，拓宽公开渠道，"
          "各项任务有序推进，工作人员的服务意识明显增强，群众的知情权得到了较好保障。" },
        { "overview",
          "入冬以来气温偏低，菜农加固大棚、增施有机肥，茭白和莲藕陆续上市，水库蓄水充足，"
          "果园修剪进度比往常要快，农机合作社抓紧检修春耕机具。" },
    };
    const struct report *r = m->original->report;
    struct str key = str_of(says[m->kind->argument].key);
    const struct report_section *s = report_section(r, key);
    size_t same = 0;
    for (size_t i = 0; i < r->section_count; i++)
        same += str_eq(r->sections[i].key, key);
    if (!s || same != 1 || s->end_block <= s->first_block + 1)
        return false;
    doc_edit_drop(m->edit, s->first_block, s->end_block);
    mutation_insert(m, says[m->kind->argument].key, str_of(says[m->kind->argument].text), 0);
    return true;
}

/* The bytes at the start of text that name a fee; 0 for none. */
static size_t fee_word(struct str text)
{
    static const char *const words[] = { "处理费", "收费", "费用", "收取", "缴费", "缴纳" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(text, str_of(words[i])))
            return str_of(words[i]).n;
    return 0;
}

/* Nothing is said on fees any more. */
bool make_fees_drop(struct mutation *m)
{
    const struct doc *doc = m->original->doc;
    bool dropped = false;
    struct strbuf text = { 0 };
    for (uint32_t b = 0; b < doc->block_count; b++) {
        struct str raw = doc_block_raw(doc, b);
        if (!report_in_article(m->original->report, b) || report_in_table(m->original->report, b) ||
            doc->blocks[b].cell)
            continue;
        bool found = false;
        strbuf_clear(&text);
        for (size_t i = 0; i < raw.n;) {
            size_t n = fee_word(str_sub(raw, i, raw.n));
            found = found || n;
            if (n)
                strbuf_c(&text, "情况");
            else
                strbuf_char(&text, raw.p[i]);
            i += n ? n : 1;
        }
        if (found)
            doc_edit_text(m->edit, b, strbuf_view(&text));
        dropped = dropped || found;
    }
    strbuf_free(&text);
    m->section = STR("other");
    return dropped;
}
