/*
 * bind_quantity.c - quantities of a paragraph, with those of the lines that it goes on in.
 * i is the block, j counts what text/quantity.h found in it.
 */
#include "engine/bind_quantity.h"

#include "recognise/passage.h"
#include "text/quantity.h"
#include "text/sentence.h"

const struct quantities *bind_quantities_of(struct bind *b, uint32_t block)
{
    if (!b->quantities)
        b->quantities = arena_alloc(b->scratch, (b->doc->block_count + 1) * sizeof *b->quantities);
    if (!b->quantities[block]) {
        b->quantities[block] = arena_alloc(b->scratch, sizeof **b->quantities);
        quantity_read(b->scratch, passage_text(b->report, block), b->quantities[block]);
    }
    return b->quantities[block];
}

struct span bind_part_of(struct bind *b, uint32_t block, uint32_t at, uint32_t len)
{
    return (struct span){ b->doc->blocks[block].text + at, len, block };
}

int bind_push_quantity(lua_State *L, struct bind *b, uint32_t block, size_t j)
{
    const struct quantity *q = &bind_quantities_of(b, block)->items[j];
    return bind_push(L, BIND_QUANTITY, block, (uint32_t)j, bind_part_of(b, block, q->at, q->len));
}

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    bind_place_span(b, h->span, out);
}

/* Quantities */

static const struct quantity *quantity_of(struct bind *b, const struct bind_handle *h)
{
    return &bind_quantities_of(b, h->i)->items[h->j];
}

static int get_value(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_decimal(L, quantity_of(b, h)->value);
}

static int get_decimals(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, quantity_of(b, h)->decimals);
    return 1;
}

static int get_class(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushstring(L, quantity_class_name(quantity_of(b, h)->class));
    return 1;
}

static int get_percent(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, quantity_of(b, h)->class == QUANTITY_PERCENT);
    return 1;
}

static int get_year(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    if (quantity_of(b, h)->year)
        lua_pushinteger(L, quantity_of(b, h)->year);
    else
        lua_pushnil(L);
    return 1;
}

/* The text that the quantities of a block were read from. */
static struct str text_of(struct bind *b, uint32_t block)
{
    return bind_quantities_of(b, block)->text;
}

static int push_text(lua_State *L, struct bind *b, uint32_t block, uint32_t at, uint32_t len)
{
    return bind_push_str(L, str_sub(text_of(b, block), at, len));
}

static int get_from(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, (lua_Integer)quantity_of(b, h)->at + 1);
    return 1;
}

static int get_passage(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, text_of(b, h->i));
}

static int push_charged(lua_State *L, struct str text)
{
    sandbox_charge(L, text.n / 64);
    return bind_push_str(L, text);
}

/* The words of its sentence before it. */
static int get_lead(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    struct str before = str_sub(text_of(b, h->i), 0, quantity_of(b, h)->at);
    return push_charged(L, sentence_last(before));
}

/* The words of its sentence from it on. */
static int get_rest(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    struct str text = text_of(b, h->i);
    return push_charged(L, sentence_first(str_sub(text, quantity_of(b, h)->at, text.n)));
}

static int get_unit(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_text(L, b, h->i, quantity_of(b, h)->unit_at, quantity_of(b, h)->unit_len);
}

static int get_label(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_text(L, b, h->i, quantity_of(b, h)->label_at, quantity_of(b, h)->label_len);
}

static int get_tail(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_text(L, b, h->i, quantity_of(b, h)->tail_at, quantity_of(b, h)->tail_len);
}

static int get_approximate(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, quantity_of(b, h)->approximate);
    return 1;
}

static int get_chinese(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, quantity_of(b, h)->chinese);
    return 1;
}

static int get_comparison(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, quantity_of(b, h)->comparison);
    return 1;
}

/* The number with the words of its clause before it. */
static int get_labelled(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct quantity *q = quantity_of(b, h);
    return bind_push(L, BIND_SPAN, 0, 0,
                     bind_part_of(b, h->i, q->label_at, q->at + q->len - q->label_at));
}

static int get_cumulative(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, quantity_of(b, h)->cumulative);
    return 1;
}

static const struct api_field quantity_fields[] = {
    { "approximate", get_approximate, "boolean", "约数", "said to be approximate",
      "assert(quantity.approximate == false)" },
    { "chinese", get_chinese, "boolean", "用汉字写", "written in Chinese numerals",
      "assert(quantity.chinese == false)" },
    { "class", get_class, "QuantityClass", "数的是什么", "what it counts",
      "assert(quantity.class == 'case')" },
    { "comparison", get_comparison, "boolean", "与上年等相比的数", "compared with another year",
      "assert(quantity.comparison == false)" },
    { "cumulative", get_cumulative, "boolean", "累计的数", "counted over several years",
      "assert(quantity.cumulative == false)" },
    { "decimals", get_decimals, "integer", "写出的小数位数", "decimals as written",
      "assert(quantity.decimals == 0)" },
    { "from", get_from, "integer", "起始处在 passage 中的字节位置，从 1 起",
      "its first byte in passage, from 1", "assert(quantity.from >= 1)" },
    { "label", get_label, "string", "本句中在它之前的文字", "the words of its clause before it",
      "assert(text.contains(quantity.label, '新收'))" },
    { "labelled", get_labelled, "Span", "数和它之前的文字", "the number with the words before it",
      "assert(text.ends(quantity.labelled.text, '46件'))" },
    { "lead", get_lead, "string", "本句话中在它之前的文字", "the words of its sentence before it",
      "assert(text.ends(quantity.lead, quantity.label))" },
    { "passage", get_passage, "string", "读出它的文字：段落和接着它的各行",
      "the text that it was read from: its paragraph and the lines that it goes on in",
      "assert(text.contains(quantity.passage, quantity.label))" },
    { "percent", get_percent, "boolean", "是百分比", "whether it is a percentage",
      "assert(quantity.percent == false)" },
    { "rest", get_rest, "string", "本句话中从它开始的文字", "the words of its sentence from it on",
      "assert(text.starts(quantity.rest, '46件'))" },
    { "tail", get_tail, "string", "本句中在它之后的文字", "the words of its clause behind it",
      "assert(quantity.tail == '')" },
    { "unit", get_unit, "string", "单位；没有为空", "its unit; \"\" for none",
      "assert(quantity.unit == '件')" },
    { "value", get_value, "number", "数值", "its value", "assert(quantity.value == 46)" },
    { "year", get_year, "integer?", "本句指明的年份", "the year that its clause names",
      "assert(quantity.year == nil)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_quantity = {
    .name = "quantity",
    .base = &bind_span,
    .fields = quantity_fields,
    .place = place,
    .type = "Quantity",
    .zh = "段落中的一个数量",
    .en = "A quantity in a paragraph",
    .example = "local quantity = report:matches('number_of_cases')[1].paragraph:quantities()[1]",
};

/* Methods of paragraphs */

int bind_quantities(lua_State *L)
{
    uint32_t block = bind_self(L)->i;
    struct bind *b = bind_of(L);
    const struct quantities *q = bind_quantities_of(b, block);
    if (bind_kept(L, BIND_QUANTITY, 0, block))
        return 1;
    lua_createtable(L, (int)q->count, 0);
    for (size_t i = 0; i < q->count; i++) {
        bind_push_quantity(L, b, block, i);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return bind_keep(L, BIND_QUANTITY, 0, block);
}
