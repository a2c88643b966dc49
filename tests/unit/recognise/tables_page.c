/* tables_page.c - see tables_page.h. */
#include "tables_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "read/read.h"

static void read_page(struct page *page, const char *content)
{
    struct error err = { 0 };
    if (read_document(&page->doc, str_of(content), "page", NULL, &err) != 0)
        fail_msg("%s", err.message);
}

/* Leaves on the stack what no one wrote for recognition: sanitizers do not see a read of it, a wild address is seen. */
static void soil_the_stack(void)
{
    volatile unsigned char soil[1 << 18];
    for (size_t i = 0; i < sizeof soil; i++)
        soil[i] = 0xA5;
}

static void recognise_page(struct page *page, const struct form_set *forms, int year)
{
    page->report = (struct report){ .doc = page->doc,
                                    .forms = forms,
                                    .arena = arena_new(),
                                    .year = year,
                                    .form = form_of_year(forms, year) };
    soil_the_stack();
    tables_locate(&page->report);
    tables_attach(&page->report);
}

void page_open(struct page *page, const struct form_set *forms, const char *content, int year)
{
    read_page(page, content);
    recognise_page(page, forms, year);
}

void page_open_as(struct page *page, const struct form_set *forms, const char *content, int year,
                  enum doc_format format)
{
    read_page(page, content);
    page->doc->format = format;
    recognise_page(page, forms, year);
}

void page_open_guessed(struct page *page, const struct form_set *forms, const char *content,
                       int year)
{
    read_page(page, content);
    page->doc->format = DOC_PDF;
    for (size_t i = 0; i < page->doc->table_count; i++)
        page->doc->tables[i].guessed = true;
    recognise_page(page, forms, year);
}

void page_close(struct page *page)
{
    arena_free(page->report.arena);
    doc_free(page->doc);
}

const struct report_table *page_table(const struct page *page, const char *key)
{
    for (size_t i = 0; i < page->report.table_count; i++) {
        if (str_eq_c(page->report.tables[i].layout->key, key))
            return &page->report.tables[i];
    }
    fail_msg("no table %s in the form", key);
    return NULL;
}

static void print_cell(const struct report_cell *c, struct strbuf *out)
{
    switch (c->kind) {
    case CELL_ABSENT:
        strbuf_c(out, "-");
        break;
    case CELL_NUMBER:
        decimal_print(out, c->value);
        strbuf_str(out, c->unit);
        break;
    case CELL_BLANK:
        strbuf_c(out, "[blank]");
        break;
    case CELL_DASH:
        strbuf_c(out, "[dash]");
        break;
    case CELL_TEXT:
        strbuf_fmt(out, "[text %.*s]", STR_ARG(c->raw));
        break;
    case CELL_UNREADABLE:
        strbuf_c(out, "[?]");
        break;
    }
}

const char *page_row(const struct page *page, const char *table, const char *row)
{
    static struct strbuf out;
    const struct report_table *t = page_table(page, table);
    int r = form_row(t->layout, str_of(row));
    strbuf_clear(&out);
    strbuf_c(&out, "");
    if (!t->present)
        return "absent";
    assert_true(r >= 0);
    for (size_t c = 0; c < t->layout->column_count; c++) {
        if (c != 0)
            strbuf_char(&out, ' ');
        print_cell(&t->cells[(size_t)r * t->layout->column_count + c], &out);
    }
    return out.p;
}

const char *page_problems(const struct page *page, const char *table)
{
    static struct strbuf out;
    static const char *const NAMES[] = { "row-missing",    "row-renamed",    "row-extra",
                                         "column-missing", "column-renamed", "column-extra",
                                         "header-broken",  "unplaced",       "table-again" };
    const struct report_table *t = page_table(page, table);
    strbuf_clear(&out);
    strbuf_c(&out, "");
    for (size_t i = 0; i < t->problem_count; i++) {
        const struct table_problem *p = &t->problems[i];
        bool row = p->kind <= PROBLEM_ROW_EXTRA || p->kind >= PROBLEM_UNPLACED;
        struct str name = p->index < 0 ? p->found
                          : row        ? t->layout->rows[p->index].key
                                       : t->layout->columns[p->index].key;
        strbuf_fmt(&out, "%s%s %.*s", i == 0 ? "" : "; ", NAMES[p->kind], STR_ARG(name));
    }
    return out.n == 0 ? "" : out.p;
}

static const struct {
    const char *label, *group;
    int rows; /* of the group, at its first row */
} ROWS[25] = {
    { "一、本年新收政府信息公开申请数量", NULL, 0 },
    { "二、上年结转政府信息公开申请数量", NULL, 0 },
    { "（一）予以公开", NULL, 0 },
    { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", NULL, 0 },
    { "1.属于国家秘密", "（三）不予公开", 8 },
    { "2.其他法律行政法规禁止公开", NULL, 0 },
    { "3.危及“三安全一稳定”", NULL, 0 },
    { "4.保护第三方合法权益", NULL, 0 },
    { "5.属于三类内部事务信息", NULL, 0 },
    { "6.属于四类过程性信息", NULL, 0 },
    { "7.属于行政执法案卷", NULL, 0 },
    { "8.属于行政查询事项", NULL, 0 },
    { "1.本机关不掌握相关政府信息", "（四）无法提供", 3 },
    { "2.没有现成信息需要另行制作", NULL, 0 },
    { "3.补正后申请内容仍不明确", NULL, 0 },
    { "1.信访举报投诉类申请", "（五）不予处理", 5 },
    { "2.重复申请", NULL, 0 },
    { "3.要求提供公开出版物", NULL, 0 },
    { "4.无正当理由大量反复申请", NULL, 0 },
    { "5.要求行政机关确认或重新出具已获取信息", NULL, 0 },
    { "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "（六）其他处理", 3 },
    { "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", NULL, 0 },
    { "3.其他", NULL, 0 },
    { "（七）总计", NULL, 0 },
    { "四、结转下年度继续办理", NULL, 0 },
};
static const char *const COLUMNS[] = { "商业企业", "科研机构", "社会公益组织", "法律服务机构",
                                       "其他" };

struct shape {
    const char *open, *close;   /* of a row */
    const char *before, *after; /* a cell */
};

static const struct shape SHAPES[] = {
    [SHEET_HTML] = { "<tr>", "</tr>\n", "<td>", "</td>" },
    [SHEET_PIPES] = { "", "||\n", "| ", " " },
    [SHEET_LINES] = { "", "", "", "\n" },
    [SHEET_BARS] = { "", "||\n", "", "\n|\n" },
    [SHEET_SPACES] = { "", "\n", " ", "" },
};

static void cell(struct strbuf *out, enum sheet_shape shape, const char *text, int rows, int cols)
{
    const struct shape *s = &SHAPES[shape];
    if (shape == SHEET_HTML && (rows > 1 || cols > 1))
        strbuf_fmt(out, "<td rowspan=%d colspan=%d>%s</td>", rows, cols, text);
    else
        strbuf_fmt(out, "%s%s%s", s->before, text, s->after);
}

static void header(struct strbuf *out, enum sheet_shape shape)
{
    const struct shape *s = &SHAPES[shape];
    strbuf_c(out, s->open);
    cell(out, shape, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3);
    cell(out, shape, "申请人情况", 1, 7);
    strbuf_fmt(out, "%s%s", s->close, s->open);
    cell(out, shape, "自然人", 2, 1);
    cell(out, shape, "法人或其他组织", 1, 5);
    cell(out, shape, "总计", 2, 1);
    strbuf_fmt(out, "%s%s", s->close, s->open);
    for (size_t i = 0; i < 5; i++)
        cell(out, shape, COLUMNS[i], 1, 1);
    strbuf_c(out, s->close);
}

static void values(struct strbuf *out, enum sheet_shape shape, int row, const char *given)
{
    char number[16];
    struct str rest = str_of(given), part;
    for (int c = 0; given == NULL && c < 7; c++) {
        snprintf(number, sizeof(number), "%d", row * 10 + c);
        cell(out, shape, number, 1, 1);
    }
    while (given != NULL && str_split(&rest, ',', &part)) {
        struct strbuf copy = { 0 };
        strbuf_str(&copy, part);
        strbuf_c(&copy, "");
        cell(out, shape, copy.n == 0 ? "" : copy.p, 1, 1);
        strbuf_free(&copy);
    }
}

char *sheet_requests(enum sheet_shape shape, const struct sheet_change *changes, size_t n)
{
    struct strbuf out = { 0 };
    strbuf_c(&out, shape == SHEET_HTML ? "<p>三、收到和处理政府信息公开申请情况</p><table>\n"
                                       : "三、收到和处理政府信息公开申请情况\n");
    header(&out, shape);
    for (int r = 0; r < 25; r++) {
        const struct sheet_change *change = NULL;
        for (size_t i = 0; i < n; i++)
            change = changes[i].row == r ? &changes[i] : change;
        const char *label = change != NULL && change->label != NULL ? change->label : ROWS[r].label;
        bool dropped = label[0] == '\0';
        strbuf_c(&out, SHAPES[shape].open);
        if (r == 2)
            cell(&out, shape, "三、本年度办理结果", 22, 1);
        if (ROWS[r].group != NULL)
            cell(&out, shape, ROWS[r].group, ROWS[r].rows, 1);
        bool leaf = r >= 4 && r <= 22;
        if (!dropped) {
            cell(&out, shape, label, 1, leaf ? 1 : r == 2 || r == 3 || r == 23 ? 2 : 3);
            values(&out, shape, r, change == NULL ? NULL : change->values);
        }
        strbuf_c(&out, SHAPES[shape].close);
    }
    strbuf_c(&out, shape == SHEET_HTML ? "</table><p>四、政府信息公开行政复议、行政诉讼情况</p>\n"
                                       : "四、政府信息公开行政复议、行政诉讼情况\n无。\n");
    return strbuf_take(&out);
}

static void turned_header(struct strbuf *out, int without)
{
    strbuf_c(out, "<table><tr><td colspan=3 rowspan=3></td>");
    for (int r = 0; r < 25; r++)
        if (r < 2 || r == 24)
            strbuf_fmt(out, "<td rowspan=3>%s</td>", r == without ? "" : ROWS[r].label);
        else if (r == 2)
            strbuf_c(out, "<td colspan=22>三、本年度办理结果</td>");
    strbuf_c(out, "</tr><tr>");
    for (int r = 2; r < 24; r++)
        if (ROWS[r].group != NULL)
            strbuf_fmt(out, "<td colspan=%d>%s</td>", ROWS[r].rows, ROWS[r].group);
        else if (r < 4 || r == 23)
            strbuf_fmt(out, "<td rowspan=2>%s</td>", r == without ? "" : ROWS[r].label);
    strbuf_c(out, "</tr><tr>");
    for (int r = 4; r < 23; r++)
        strbuf_fmt(out, "<td>%s</td>", r == without ? "" : ROWS[r].label);
    strbuf_c(out, "</tr>");
}

char *sheet_turned(int without)
{
    struct strbuf out = { 0 };
    turned_header(&out, without);
    for (int c = 0; c < 7; c++) {
        strbuf_c(&out, "<tr>");
        if (c == 0)
            strbuf_c(&out, "<td rowspan=7>申请人情况</td>");
        if (c == 1)
            strbuf_c(&out, "<td rowspan=5>法人或其他组织</td>");
        strbuf_fmt(&out, "<td colspan=%d>%s</td>", c == 0 || c == 6 ? 2 : 1,
                   c == 0   ? "自然人"
                   : c == 6 ? "总计"
                            : COLUMNS[c - 1]);
        for (int r = 0; r < 25; r++)
            strbuf_fmt(&out, "<td>%d</td>", r * 10 + c);
        strbuf_c(&out, "</tr>\n");
    }
    strbuf_c(&out, "</table>");
    return strbuf_take(&out);
}

void same(const char *what, const char *found, const char *wanted)
{
    if (strcmp(found, wanted) != 0)
        fail_msg("%s: \"%s\" instead of \"%s\"", what, found, wanted);
}
