/*
 * bind_statement.c - what a paragraph says about its quantities: parts and wholes, percentages.
 * i is the block, j counts what text/quantity.h found in it.
 */
#include "engine/bind_quantity.h"
#include "text/quantity.h"

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_span(b, h->span, out);
}

/* Statements of a whole and its parts */

static const struct quantity_statement *statement_of(struct bind *b, const struct bind_handle *h)
{
    return &bind_quantities_of(b, h->i)->statements[h->j];
}

static int get_at(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    (void)b;
    return bind_push(L, BIND_SPAN, 0, 0, h->span);
}

static int get_whole(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_quantity(L, b, h->i, statement_of(b, h)->whole);
}

static int get_left(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    size_t left = statement_of(b, h)->left;
    if (left)
        return bind_push_quantity(L, b, h->i, left);
    lua_pushnil(L);
    return 1;
}

static int get_parts(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct quantity_statement *s = statement_of(b, h);
    lua_createtable(L, (int)s->part_count, 0);
    for (size_t i = 0; i < s->part_count; i++) {
        bind_push_quantity(L, b, h->i, s->parts[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

static int get_sum(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_decimal(L, statement_of(b, h)->sum);
}

static int get_relation(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushstring(L, quantity_relation_name(statement_of(b, h)->relation));
    return 1;
}

static int get_closed(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, statement_of(b, h)->closed);
    return 1;
}

static int get_ambiguous(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, statement_of(b, h)->relation == QUANTITY_AMBIGUOUS);
    return 1;
}

static int get_reason(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushstring(L, statement_of(b, h)->reason);
    return 1;
}

static const struct api_field statement_fields[] = {
    { "ambiguous", get_ambiguous, "boolean", "关系含糊，不宜判断", "too ambiguous to be judged",
      "assert(statement.ambiguous == (statement.relation == 'ambiguous'))" },
    { "at", get_at, "Span", "全句", "all of it", "assert(statement.at.text == statement.text)" },
    { "closed", get_closed, "boolean", "有兜底项，列举是全的", "a catch-all member closes the list",
      "assert(statement.closed == true or statement.closed == false)" },
    { "left", get_left, "Quantity?", "和总数一起算的：办结之外结转的件数；没有为 nil",
      "counts with the whole: requests that went on, beside those handled; nil for none",
      "assert(statement.left == nil)" },
    { "parts", get_parts, "Quantity[]", "部分", "the parts", "assert(#statement.parts >= 2)" },
    { "reason", get_reason, "\"two-wholes\"|\"list-end\"|\"approximate\"|\"units\"|\"overlap\"|nil",
      "为何含糊", "why it is ambiguous", "assert(statement.ambiguous or statement.reason == nil)" },
    { "relation", get_relation, "\"holds\"|\"over\"|\"short\"|\"open\"|\"ambiguous\"",
      "部分之和与总数的关系", "how the sum of the parts meets the whole",
      "assert(statement.relation == 'holds')" },
    { "sum", get_sum, "number", "部分之和", "the sum of the parts",
      "assert(statement.sum == statement.whole.value)" },
    { "whole", get_whole, "Quantity", "总数", "the whole",
      "assert(statement.whole.value == 8460)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_statement = {
    .name = "statement",
    .base = &bind_span,
    .fields = statement_fields,
    .place = place,
    .type = "Statement",
    .zh = "“共……其中……”：总数和部分",
    .en = "A whole with its parts",
    .example = "local statement\n"
               "for _, s in ipairs(report:statements()) do statement = statement or s end\n"
               "assert(statement, 'no statement')",
};

/* Percentages with what they were computed from */

static const struct quantity_share *share_of(struct bind *b, const struct bind_handle *h)
{
    return &bind_quantities_of(b, h->i)->shares[h->j];
}

static int get_share_percent(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_quantity(L, b, h->i, share_of(b, h)->percent);
}

static int get_share_part(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_quantity(L, b, h->i, share_of(b, h)->part);
}

static int get_share_whole(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_quantity(L, b, h->i, share_of(b, h)->whole);
}

static int get_share_ambiguous(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, share_of(b, h)->ambiguous);
    return 1;
}

static int judge(struct bind *b, const struct bind_handle *h, struct decimal *right)
{
    const struct quantities *q = bind_quantities_of(b, h->i);
    const struct quantity_share *s = share_of(b, h);
    return quantity_judge(q, s, right);
}

/* "right", "adjusted" (cut, or by less than a unit of the last decimal), "wrong"; nil: not computable */
static int get_verdict(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    static const char *const names[] = { "right", "adjusted", "wrong" };
    struct decimal right;
    int verdict = judge(b, h, &right);
    lua_pushstring(L, verdict >= 0 ? names[verdict] : NULL);
    return 1;
}

/* As text, at the decimals stated: "86.92" */
static int get_right(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    struct decimal right;
    struct strbuf text = { 0 };
    sandbox_charge(L, 10);
    if (judge(b, h, &right) < 0) {
        lua_pushnil(L);
        return 1;
    }
    decimal_print(&text, right);
    struct str kept = arena_str(b->scratch, strbuf_view(&text));
    strbuf_free(&text);
    return bind_push_str(L, kept);
}

static int get_growth(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L,
                    share_of(b, h)->of == QUANTITY_GROWTH || share_of(b, h)->of == QUANTITY_CHANGE);
    return 1;
}

static int get_hundred(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, share_of(b, h)->of == QUANTITY_HUNDRED);
    return 1;
}

/* "37 / 46" */
static int get_formula(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    struct strbuf text = { 0 };
    sandbox_charge(L, 10);
    quantity_print_share(&text, bind_quantities_of(b, h->i), share_of(b, h));
    struct str kept = arena_str(b->scratch, strbuf_view(&text));
    strbuf_free(&text);
    return bind_push_str(L, kept);
}

static const struct api_field share_fields[] = {
    { "ambiguous", get_share_ambiguous, "boolean", "可能另有总数，不宜判断",
      "another whole may be meant: judge nothing",
      "assert(share.ambiguous == true or share.ambiguous == false)" },
    { "at", get_at, "Span", "三个数所在的一段", "from the first of the three numbers to the last",
      "assert(share.at.text == share.text)" },
    { "formula", get_formula, "string", "什么除以什么", "what is divided by what",
      "assert(share.formula == '37 / 46')" },
    { "growth", get_growth, "boolean", "是增减的幅度，不是占比", "growth, not a share",
      "assert(share.growth == false)" },
    { "hundred", get_hundred, "boolean", "一列没有件数、合计应为100%的占比",
      "percentages without counts that make a hundred", "assert(share.hundred == false)" },
    { "part", get_share_part, "Quantity", "部分；幅度的差额或后来的数",
      "the part; of growth the difference, or what it became", "assert(share.part.value == 37)" },
    { "percent", get_share_percent, "Quantity", "百分比", "the percentage",
      "assert(share.percent.value == 80.4)" },
    { "right", get_right, "string?", "按所写小数位应为多少；算不出为 nil",
      "the right value at the decimals stated; nil if it cannot be computed",
      "assert(share.right == '80.4')" },
    { "verdict", get_verdict, "\"right\"|\"adjusted\"|\"wrong\"|nil",
      "正确、取舍不同、错误；算不出为 nil",
      "right, rounded otherwise, wrong; nil if it cannot be computed",
      "assert(share.verdict == 'right')" },
    { "whole", get_share_whole, "Quantity",
      "总数，或总数未写时同一列举的另一项；幅度的现数或原来的数",
      "the whole, or another member of the list whose sum it is; of growth what it became, or what "
      "it was",
      "assert(share.whole.value == 46)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_share = {
    .name = "percentage",
    .base = &bind_span,
    .fields = share_fields,
    .place = place,
    .type = "Share",
    .zh = "百分比和算它的两个数",
    .en = "A percentage and the two numbers it is made of",
    .example = "local share = report:percentages()[1]",
};

/* Appends what a block says to the list on top of the stack. */
static void append_statements(lua_State *L, struct bind *b, uint32_t block)
{
    const struct quantities *q = bind_quantities_of(b, block);
    for (size_t i = 0; i < q->statement_count; i++) {
        const struct quantity_statement *s = &q->statements[i];
        bind_push(L, BIND_STATEMENT, block, (uint32_t)i, bind_part_of(b, block, s->at, s->len));
        lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    }
}

/* From the first of the three quantities to the last. */
static struct span share_span(struct bind *b, uint32_t block, const struct quantity_share *s)
{
    const struct quantity *items = bind_quantities_of(b, block)->items;
    const size_t three[] = { s->percent, s->part, s->whole };
    uint32_t from = UINT32_MAX, to = 0;
    for (size_t i = 0; i < 3; i++) {
        const struct quantity *q = &items[three[i]];
        from = q->at < from ? q->at : from;
        to = q->at + q->len > to ? q->at + q->len : to;
    }
    return bind_part_of(b, block, from, to - from);
}

static void append_shares(lua_State *L, struct bind *b, uint32_t block)
{
    const struct quantities *q = bind_quantities_of(b, block);
    for (size_t i = 0; i < q->share_count; i++) {
        bind_push(L, BIND_SHARE, block, (uint32_t)i, share_span(b, block, &q->shares[i]));
        lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    }
}

/* Lists of a paragraph, and of all paragraphs of the article */

enum list_of { OF_PARAGRAPH, OF_ARTICLE };

static int push_paragraph(lua_State *L, enum bind_type type,
                          void (*append)(lua_State *, struct bind *, uint32_t))
{
    uint32_t block = bind_self(L)->i;
    if (bind_kept(L, type, OF_PARAGRAPH, block))
        return 1;
    lua_newtable(L);
    append(L, bind_of(L), block);
    return bind_keep(L, type, OF_PARAGRAPH, block);
}

static int push_article(lua_State *L, enum bind_type type,
                        void (*append)(lua_State *, struct bind *, uint32_t))
{
    struct bind *b = bind_of(L);
    if (bind_kept(L, type, OF_ARTICLE, 0))
        return 1;
    lua_newtable(L);
    for (uint32_t i = 0; i < b->doc->block_count; i++)
        if (b->blocks[i].article) {
            sandbox_charge(L, 20);
            append(L, b, i);
        }
    return bind_keep(L, type, OF_ARTICLE, 0);
}

int bind_statements(lua_State *L)
{
    return push_paragraph(L, BIND_STATEMENT, append_statements);
}

int bind_percentages(lua_State *L)
{
    return push_paragraph(L, BIND_SHARE, append_shares);
}

int bind_all_statements(lua_State *L)
{
    return push_article(L, BIND_STATEMENT, append_statements);
}

int bind_all_percentages(lua_State *L)
{
    return push_article(L, BIND_SHARE, append_shares);
}
