/* form_shape.c - what a form file declares; see form_shape.h. */
#include "recognise/form_shape.h"

static const struct shape_field form_shape_names_fields[] = {
    { "zh", "string", "中文", "Chinese", NULL },
    { "en", "string", "英文", "English", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape form_shape_names = {
    .name = "Names",
    .zh = "两种语言的文字",
    .en = "A text in both languages",
    .fields = form_shape_names_fields,
};

static const struct shape_field form_shape_fields[] = {
    { "id", "string", "编号；结果里写它", "its id, which results show", NULL },
    { "like", "string?", "相仿的格式：为它写的规则也适用于本格式",
      "the form whose duties it has, too", NULL },
    { "years", "FormYears?", "适用的报告年度", "the report years that it is for", NULL },
    { "sections", "FormSection[]", "各部分，按次序", "its sections, in their order", NULL },
    { "tables", "FormTable[]?", "官方表格", "its tables", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape form_shape = {
    .name = "Form",
    .zh = "一种官方格式：只有数据，没有函数。标签比较时不计序号、空白、标点和括注",
    .en = "An official form: data without functions. Labels are compared without ordinals, blanks, "
          "punctuation and notes in brackets",
    .fields = form_shape_fields,
    .declares = "form",
    .example =
        "local shared = { name = { zh = \"表一 示例\", en = \"Table 1: an example\" } }\n"
        "\n"
        "return form {\n"
        "  id = \"2031\",\n"
        "  years = { first = 2031 },\n"
        "  sections = {\n"
        "    { key = \"overview\", order = 1, required = true, title = \"总体情况\", class = "
        "\"总体情况|概述\" },\n"
        "  },\n"
        "  tables = {\n"
        "    { key = \"example\", section = \"overview\", name = shared.name,\n"
        "      columns = {\n"
        "        { key = \"a\", name = { zh = \"甲\", en = \"a\" }, label = \"甲项\" },\n"
        "        { key = \"b\", name = { zh = \"乙\", en = \"b\" }, label = \"乙项\", aliases = { "
        "\"乙类\" } },\n"
        "        { key = \"all\", name = { zh = \"合计\", en = \"total\" }, label = \"合计\" },\n"
        "      },\n"
        "      rows = { { key = \"number\", name = { zh = \"件数\", en = \"number\" }, label = "
        "\"件数\" } },\n"
        "      equations = { { rule = \"local.total\", each = \"row\", stated = \"all\", parts = { "
        "\"a\", \"b\" } } } },\n"
        "  },\n"
        "}",
};

static const struct shape_field form_shape_years_fields[] = {
    { "first", "integer?", "首年；不写为不限", "the first; left out: open", NULL },
    { "last", "integer?", "末年；不写为不限", "the last; left out: open", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape form_shape_years = {
    .name = "FormYears",
    .zh = "报告年度的范围",
    .en = "A range of report years",
    .fields = form_shape_years_fields,
};

static const struct shape_field form_shape_section_fields[] = {
    { "key", "string", "键", "its key", NULL },
    { "title", "string", "官方标题，不带序号", "the official heading without its number", NULL },
    { "titles", "string[]?", "也算官方的其他写法", "other wordings that are official, too", NULL },
    { "class", "string", "正则表达式：何种标题属于这个部分",
      "a regular expression: what a heading of this section looks like", NULL },
    { "content", "string[]?", "正则表达式：不限部分的格式，写到此事的文字",
      "regular expressions: text that treats the matter, for forms that leave sections free",
      NULL },
    { "required", "boolean?", "是否必须有", "whether it must be there", "false" },
    { "order", "integer?", "次序；不写为不限", "its place in the order; left out: anywhere", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape form_shape_section = {
    .name = "FormSection",
    .zh = "格式的一个部分",
    .en = "A section of a form",
    .fields = form_shape_section_fields,
};

static const struct shape_field form_shape_table_fields[] = {
    { "key", "string", "键", "its key", NULL },
    { "section", "string", "所属部分的键", "key of its section", NULL },
    { "name", "Names", "名称", "its name", NULL },
    { "heads", "string[]?", "表头的其他文字", "other texts in its header", NULL },
    { "columns", "FormColumn[]", "各栏", "its columns", NULL },
    { "rows", "FormRow[]", "各行", "its rows", NULL },
    { "record", "boolean?", "表头几行、数据一行；行即是栏组",
      "one line of figures under several header rows; its rows are groups of columns", "false" },
    { "equations", "FormEquation[]?", "算式", "its equations", NULL },
    { "bounds", "FormBound[]?", "合理范围", "what plausible figures keep to", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape form_shape_table = {
    .name = "FormTable",
    .zh = "格式的一张表",
    .en = "A table of a form",
    .fields = form_shape_table_fields,
};

static const struct shape_field form_shape_column_fields[] = {
    { "key", "string", "键", "its key", NULL },
    { "name", "Names", "名称", "its name", NULL },
    { "label", "string", "印出的标签", "its label as printed", NULL },
    { "aliases", "string[]?", "也接受的标签", "labels accepted, too", NULL },
    { "group", "string?", "上面一级的标签", "the heading above it", NULL },
    { "optional", "boolean?", "缺了不算问题", "its absence is no defect", "false" },
    { "type", "(\"count\"|\"signed\"|\"money\")?", "内容：件数、可为负数、金额",
      "what its cells hold", "count" },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape form_shape_column = {
    .name = "FormColumn",
    .zh = "表的一栏",
    .en = "A column of a table",
    .fields = form_shape_column_fields,
};

static const struct shape_field form_shape_row_fields[] = {
    { "key", "string", "键", "its key", NULL },
    { "name", "Names", "名称", "its name", NULL },
    { "label", "string", "印出的标签", "its label as printed", NULL },
    { "aliases", "string[]?", "也接受的标签", "labels accepted, too", NULL },
    { "group", "string?", "上面一级的标签", "the heading above it", NULL },
    { "optional", "boolean?", "缺了不算问题", "its absence is no defect", "false" },
    { "columns", "string[]?", "这一行有哪些栏", "the columns that it has", NULL },
    { "unit", "string?", "数字的单位", "what its figures are counted in", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape form_shape_row = {
    .name = "FormRow",
    .zh = "表的一行",
    .en = "A row of a table",
    .fields = form_shape_row_fields,
};

static const struct shape_field form_shape_equation_fields[] = {
    { "rule", "string", "由哪条规则检查", "the rule that checks it", NULL },
    { "each", "\"row\"|\"column\"", "每行成立（键为栏）或每栏成立（键为行）",
      "holds in every row, and the keys are columns; or in every column, and they are rows", NULL },
    { "stated", "string?", "写出合计的", "the one that states the sum", NULL },
    { "parts", "string[]?", "加起来的", "what is added up", NULL },
    { "left", "string[]?", "左边加起来的", "the left side", NULL },
    { "right", "string[]?", "右边加起来的", "the right side", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape form_shape_equation = {
    .name = "FormEquation",
    .zh = "一个算式：stated 等于 parts 之和，或 left 之和等于 right 之和",
    .en = "An equation: stated is the sum of parts, or the sum of left that of right",
    .fields = form_shape_equation_fields,
};

static const struct shape_field form_shape_bound_fields[] = {
    { "rule", "string", "由哪条规则检查", "the rule that checks it", NULL },
    { "name", "Names", "不符合时怎么说", "what is said where it is broken", NULL },
    { "each", "\"row\"|\"column\"", "每行成立（键为栏）或每栏成立（键为行）",
      "holds in every row, and the keys are columns; or in every column, and they are rows", NULL },
    { "lines", "string[]?", "只在这些行（栏）成立；不写为全部",
      "holds only in these rows (columns); left out: in all", NULL },
    { "sum", "string[]", "加起来的", "what is added up", NULL },
    { "most", "string[]?", "不多于这些之和", "it is not more than the sum of these", NULL },
    { "needs", "string[]?", "大于0时，这些之和也应大于0",
      "where it is above zero, so is the sum of these", NULL },
    { "levels", "Level[]?", "只适用于这些层级；不写为全部",
      "holds only for bodies of these levels; left out: for all", NULL },
    { "except", "string?", "正则表达式：不适用的机关名称",
      "a regular expression: names of agencies that it does not hold for", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape form_shape_bound = {
    .name = "FormBound",
    .zh = "数字的合理范围：sum 之和不多于 most 之和；或大于0时 needs 之和也大于0；两者都不写，sum "
          "应为0",
    .en = "What plausible figures keep to: the sum is not more than that of most; or, above zero, "
          "needs that of needs to be so, too; with neither of them it is zero",
    .fields = form_shape_bound_fields,
};
