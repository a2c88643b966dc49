/* mutation_text.c - the running text: placeholders, sums, what does not belong there. */
#include <stdlib.h>

#include "author/mutation_edit.h"
#include "author/mutation_make.h"
#include "text/quantity.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Argument 0: a number gives way to XX; 1: a year to 20XX; 2: a template's instruction is left. */
bool make_placeholder(struct mutation *m)
{
    static const char *const units[] = { "条", "件", "次", "篇", "期", "人次" };
    size_t block = mutation_paragraph_at(m);
    struct str raw = doc_block_raw(m->original->doc, block);
    size_t base = raw.n ? (size_t)(raw.p - m->original->doc->raw.p) : 0;
    if (block == SIZE_MAX)
        return false;
    mutation_at_section(m, (uint32_t)block);
    if (m->kind->argument == 2) {
        struct strbuf text = { 0 };
        strbuf_str(&text, raw);
        strbuf_c(&text, "（请根据实际情况填写）");
        doc_edit_text(m->edit, block, strbuf_view(&text));
        strbuf_free(&text);
        return true;
    }
    for (size_t i = 0; i < raw.n;) {
        size_t n = 0;
        while (i + n < raw.n && is_digit(raw.p[i + n]))
            n++;
        struct str behind = str_sub(raw, i + n, raw.n);
        bool year = n == 4 && str_starts(behind, STR("年")) && m->kind->argument == 1;
        bool count = false;
        for (size_t k = 0; n && k < sizeof units / sizeof *units && m->kind->argument == 0; k++)
            count = count || str_starts(behind, str_of(units[k]));
        count = count && (i == 0 || (raw.p[i - 1] != '.' && raw.p[i - 1] != ','));
        if (year || count) {
            mutation_say(m, str_sub(raw, i, n), year ? STR("20XX") : STR("XX"));
            return mutation_replace(m, base + i, n, strbuf_view(&m->to));
        }
        i += n ? n : 1;
    }
    return false;
}

enum paragraph { SUM, PERCENT, SPAM, ADDRESS, NUMBER };

/* A paragraph that does not belong there. */
bool make_paragraph(struct mutation *m)
{
    static const char *const texts[] = {
        [SUM] =
            "按内容分类，全年共发布各类信息100条，其中通知公告40条、工作动态50条、其他信息30条。",
        [PERCENT] = "全年共收到意见建议40件，其中采纳10件，占总数的35.0%。",
        [SPAM] = "澳门新葡京娱乐平台，注册即送彩金，欢迎下载体验。",
        [ADDRESS] = "有关内容可登录http://www.xinxi-chaxun-online.top/nianbao查询。",
        [NUMBER] = "落实省政务公开办〔2902〕15号文件部署，公开政府公报。",
    };
    if (!m->original->report->section_count)
        return false;
    mutation_insert(m, "overview", str_of(texts[m->kind->argument]), 0);
    return true;
}

/* Argument 0: the year before, as if it were the report's; else counted up to a year still to come. */
bool make_wrong_year(struct mutation *m)
{
    const struct report *r = m->original->report;
    struct strbuf text = { 0 };
    if (!r->year || !r->section_count)
        return false;
    if (m->kind->argument == 0)
        strbuf_fmt(&text, "%d年，共主动公开政府信息127条，办理答复群众留言16件。", r->year - 1);
    else
        strbuf_fmt(&text, "截至%d年底，累计公开政府信息127条。", r->year + 5);
    mutation_insert(m, "overview", strbuf_view(&text), 0);
    strbuf_free(&text);
    return true;
}

/* The digits of a quantity in a paragraph get another value. */
static bool set_quantity(struct mutation *m, size_t block, const struct quantity *q,
                         struct decimal value)
{
    const struct doc *doc = m->original->doc;
    struct str raw = doc_raw_of(doc, doc->blocks[block].text + q->at, q->len);
    size_t end = 0;
    while (end < raw.n && (is_digit(raw.p[end]) || raw.p[end] == '.'))
        end++;
    struct strbuf text = { 0 };
    decimal_print(&text, value);
    mutation_say(m, str_sub(raw, 0, end), strbuf_view(&text));
    bool ok = end && mutation_replace(m, (size_t)(raw.p - doc->raw.p), end, strbuf_view(&text));
    mutation_at_section(m, (uint32_t)block);
    strbuf_free(&text);
    return ok;
}

/* A percentage that was right, off by some points. */
bool make_percent(struct mutation *m)
{
    size_t block = mutation_paragraph_at(m);
    struct quantities q;
    struct decimal right;
    if (block == SIZE_MAX)
        return false;
    struct arena *arena = arena_new();
    bool ok = false;
    quantity_read(arena, doc_block_text(m->original->doc, block), &q);
    for (size_t i = 0; i < q.share_count && !ok; i++) {
        const struct quantity_share *s = &q.shares[i];
        const struct quantity *percent = &q.items[s->percent];
        if (s->ambiguous || quantity_judge(&q, s, &right) != 0)
            continue;
        struct decimal value = percent->value;
        int64_t unit = 1;
        for (unsigned k = 0; k < value.scale; k++)
            unit *= 10;
        value.value += (value.value > 50 * unit ? -7 : 7) * unit;
        ok = set_quantity(m, block, percent, value);
    }
    arena_free(arena);
    return ok;
}

/* A part of a sum that held gets a digit too many before it, so that the parts exceed their whole. */
bool make_part(struct mutation *m)
{
    size_t block = mutation_paragraph_at(m);
    struct quantities q;
    if (block == SIZE_MAX)
        return false;
    struct arena *arena = arena_new();
    bool ok = false;
    quantity_read(arena, doc_block_text(m->original->doc, block), &q);
    for (size_t i = 0; i < q.statement_count && !ok; i++) {
        const struct quantity_statement *s = &q.statements[i];
        if (s->relation != QUANTITY_HOLDS || s->part_count < 2)
            continue;
        const struct quantity *whole = &q.items[s->whole];
        const struct quantity *part = &q.items[s->parts[0]];
        if (decimal_cmp(s->sum, whole->value) != 0 || part->value.scale || part->chinese ||
            whole->value.scale || part->value.value <= 0 || part->len == 0)
            continue;
        int64_t more = 10;
        while (more <= part->value.value)
            more *= 10;
        struct decimal value = { part->value.value + more, 0 };
        ok = set_quantity(m, block, part, value);
    }
    arena_free(arena);
    return ok;
}

bool make_hidden(struct mutation *m)
{
    if (m->original->doc->format != DOC_HTML || !m->original->doc->block_count)
        return false;
    struct str text = STR("皇冠体育官网入口 真人百家乐 时时彩");
    doc_edit_insert(m->edit, m->original->report->end_block, text, DOC_HIDDEN);
    mutation_say(m, str_of(""), text);
    return true;
}

/* Argument 0: before the page's title; 1: among its keywords. */
bool make_meta(struct mutation *m)
{
    const struct doc *doc = m->original->doc;
    size_t which = SIZE_MAX;
    if (doc->format != DOC_HTML)
        return false;
    struct str title = doc_meta(doc, "title", &which);
    struct strbuf text = { 0 };
    if (m->kind->argument == 0) {
        strbuf_c(&text, "澳门新葡京官网-");
        strbuf_str(&text, title);
        if (title.n)
            doc_edit_meta(m->edit, which, strbuf_view(&text));
        else
            doc_edit_add_meta(m->edit, STR("title"), strbuf_view(&text));
    } else {
        strbuf_c(&text, "老虎机,澳门葡京,时时彩");
        doc_edit_add_meta(m->edit, STR("keywords"), strbuf_view(&text));
    }
    mutation_say(m, str_of(""), strbuf_view(&text));
    strbuf_free(&text);
    return true;
}

bool make_link(struct mutation *m)
{
    if (m->original->doc->format != DOC_HTML || !m->original->report->section_count)
        return false;
    size_t block = mutation_insert(m, "overview", STR("点击查看图解"), 0);
    doc_edit_add_link(m->edit, block, STR("http://www.tujie-zaixian.com/2.html"));
    mutation_say(m, str_of(""), STR("http://www.tujie-zaixian.com/2.html"));
    return true;
}

/* Appends the digit that makes the number pass its test: that of an identity number. */
static void identity_digit(struct strbuf *number)
{
    static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
    int sum = 0;
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        sum += (number->p[i] - '0') * weights[i];
    strbuf_char(number, "10X98765432"[sum % 11]);
}

/* The same for a bank card. */
static void card_digit(struct strbuf *number)
{
    int sum = 0;
    for (size_t i = 0; i < number->n; i++) {
        int d = number->p[number->n - 1 - i] - '0';
        d = i % 2 ? d : d * 2;
        sum += d > 9 ? d - 9 : d;
    }
    strbuf_char(number, (char)('0' + (10 - sum % 10) % 10));
}

/* Numbers that no person has: only their form is right. */
bool make_personal(struct mutation *m)
{
    struct strbuf number = { 0 };
    struct strbuf text = { 0 };
    if (!m->original->report->section_count)
        return false;
    if (m->kind->argument == 0) {
        strbuf_c(&number, "11010119000101000");
        identity_digit(&number);
        strbuf_fmt(&text, "其中申请人王某（身份证号码%s）的申请已办结。", number.p);
    } else if (m->kind->argument == 1) {
        strbuf_c(&number, "13800000000");
        strbuf_fmt(&text, "申请人联系手机%s，答复书已邮寄送达。", number.p);
    } else {
        strbuf_c(&number, "622200000000000000");
        card_digit(&number);
        strbuf_fmt(&text, "退费已转入申请人银行卡号%s的账户。", number.p);
    }
    mutation_insert(m, "overview", strbuf_view(&text), 0);
    strbuf_free(&text);
    strbuf_free(&number);
    return true;
}

/* The regulation under a name that it does not bear. */
bool make_law_name(struct mutation *m)
{
    static const char *const names[] = { "《中华人民共和国政府信息公开条例》",
                                         "《政府信息公开条例》" };
    if (!report_in_article(m->original->report, (uint32_t)m->site) ||
        report_in_table(m->original->report, (uint32_t)m->site))
        return false;
    for (size_t i = 0; i < 2; i++)
        if (mutation_replace_in(m, m->site, str_of(names[i]),
                                STR("《中华人民共和国政务公开条例》"))) {
            mutation_at_section(m, (uint32_t)m->site);
            mutation_say(m, str_of(names[i]), STR("《中华人民共和国政务公开条例》"));
            return true;
        }
    return false;
}

/* The regulation by the order that was not in force for the year. */
bool make_law_repealed(struct mutation *m)
{
    const struct report *r = m->original->report;
    if (!r->year || !r->section_count)
        return false;
    struct str text = r->year >= 2019
                          ? STR("依照《中华人民共和国政府信息公开条例》（国务院令第492号）公开。")
                          : STR("依照《中华人民共和国政府信息公开条例》（国务院令第711号）公开。");
    mutation_insert(m, "overview", text, 0);
    return true;
}

static const char *const traditional[][2] = {
    { "个", "個" }, { "们", "們" }, { "来", "來" }, { "为", "為" }, { "国", "國" }, { "会", "會" },
    { "对", "對" }, { "开", "開" }, { "关", "關" }, { "应", "應" }, { "实", "實" }, { "现", "現" },
    { "发", "發" }, { "证", "證" }, { "书", "書" }, { "报", "報" }, { "导", "導" }, { "机", "機" },
    { "构", "構" }, { "统", "統" }, { "计", "計" }, { "数", "數" }, { "据", "據" }, { "条", "條" },
    { "项", "項" }, { "审", "審" }, { "议", "議" }, { "总", "總" }, { "体", "體" }, { "况", "況" },
    { "与", "與" }, { "环", "環" }, { "无", "無" }, { "专", "專" }, { "业", "業" }, { "务", "務" },
    { "员", "員" }, { "区", "區" }, { "县", "縣" }, { "镇", "鎮" }, { "乡", "鄉" }, { "门", "門" },
    { "长", "長" }, { "时", "時" }, { "间", "間" }, { "网", "網" }, { "处", "處" }, { "办", "辦" },
    { "单", "單" }, { "张", "張" }, { "诉", "訴" }, { "讼", "訟" }, { "规", "規" }, { "经", "經" },
    { "济", "濟" }, { "质", "質" }, { "复", "復" }, { "动", "動" }, { "场", "場" }, { "请", "請" },
    { "结", "結" }, { "转", "轉" }, { "编", "編" }, { "级", "級" }, { "织", "織" }, { "给", "給" },
    { "维", "維" }, { "问", "問" }, { "题", "題" }, { "进", "進" }, { "过", "過" }, { "还", "還" },
    { "强", "強" }, { "责", "責" }, { "训", "訓" }, { "监", "監" }, { "评", "評" }, { "须", "須" },
};

static bool to_traditional(struct strbuf *out, struct str raw)
{
    bool changed = false;
    for (size_t i = 0; i < raw.n;) {
        size_t k = 0;
        while (k < sizeof traditional / sizeof *traditional &&
               !str_starts(str_sub(raw, i, raw.n), str_of(traditional[k][0])))
            k++;
        if (k < sizeof traditional / sizeof *traditional) {
            strbuf_c(out, traditional[k][1]);
            i += strlen(traditional[k][0]);
            changed = true;
        } else {
            strbuf_char(out, raw.p[i++]);
        }
    }
    return changed;
}

/* Argument: every how many paragraphs. */
bool make_traditional(struct mutation *m)
{
    const struct doc *doc = m->original->doc;
    bool changed = false;
    struct strbuf text = { 0 };
    for (uint32_t b = 0; b < doc->block_count; b++) {
        strbuf_clear(&text);
        if ((long)b % m->kind->argument != 0 || !report_in_article(m->original->report, b) ||
            !to_traditional(&text, doc_block_raw(doc, b)))
            continue;
        doc_edit_text(m->edit, b, strbuf_view(&text));
        changed = true;
    }
    strbuf_free(&text);
    return changed;
}
