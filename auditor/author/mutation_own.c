/* mutation_own.c - whose report it is: publisher, the agency that speaks; hidden links; the annex. */
#include "author/mutation_edit.h"
#include "author/mutation_make.h"

/* Whether the page states its publisher more than once. */
static bool is_stated_twice(const struct mutation *m)
{
    const struct doc *doc = m->original->doc;
    size_t which, n = 0;
    for (size_t b = 0; b < doc->block_count; b++) {
        struct str raw = doc_block_raw(doc, b);
        n += str_find(raw, STR("来源")) != SIZE_MAX;
        n += str_find(raw, STR("发布机构")) != SIZE_MAX;
    }
    return n > 1 || doc_meta(doc, "ContentSource", &which).n > 0;
}

/* "This site" in place of the organ in the byline. */
bool make_publisher(struct mutation *m)
{
    const struct report *r = m->original->report;
    struct strbuf from = { 0 };
    bool done = false;
    strbuf_c(&from, "来源：");
    strbuf_str(&from, r->agency);
    for (size_t b = 0; b < m->original->doc->block_count && r->agency.n && !done; b++)
        done = mutation_replace_in(m, b, strbuf_view(&from), STR("来源：本网"));
    if (done)
        mutation_say(m, strbuf_view(&from), STR("来源：本网"));
    strbuf_free(&from);
    return done && !is_stated_twice(m);
}

/* A sentence of another body of the same kind. */
bool make_other_agency(struct mutation *m)
{
    const struct report *r = m->original->report;
    const char *name = r->level == LEVEL_TOWNSHIP     ? "雁栖坪镇人民政府"
                       : r->level == LEVEL_DEPARTMENT ? "雁栖县盐务管理局"
                       : r->level == LEVEL_COUNTY     ? "雁栖县人民政府"
                                                      : NULL;
    struct strbuf text = { 0 };
    if (!name || !r->year || !r->section_count || !r->agency.n)
        return false;
    strbuf_fmt(&text, "现公布%s%d年政府信息公开工作年度报告。", name, r->year);
    mutation_insert(m, "overview", strbuf_view(&text), 0);
    strbuf_free(&text);
    return true;
}

bool make_hidden_link(struct mutation *m)
{
    if (m->original->doc->format != DOC_HTML || !m->original->doc->block_count)
        return false;
    struct str address = STR("http://www.tuijian-zaixian.com/1.html");
    size_t block =
        doc_edit_insert(m->edit, m->original->report->end_block, STR("推荐"), DOC_HIDDEN);
    doc_edit_add_link(m->edit, block, address);
    mutation_say(m, str_of(""), address);
    return true;
}

/* An annex whose first row is not the sum of those below it. */
bool make_annex(struct mutation *m)
{
    static const char *const rows[] = { "收到申请数|件|9", "当面申请数|件|3", "传真申请数|件|0",
                                        "网络申请数|件|2", "信函申请数|件|1" };
    const struct report *r = m->original->report;
    if (!r->form || !str_eq_c(r->form->id, "2008") || !r->section_count)
        return false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        mutation_insert(m, NULL, str_of(rows[i]), 0);
    mutation_say(m, str_of(""), str_of(rows[0]));
    return true;
}
