/* shape_words.c - words and small tables that many signatures name; see api.h. */
#include "engine/shapes.h"

static const struct shape_field shape_words_pair_fields[] = {
    { "zh", "(string|number)?", "中文", "Chinese", NULL },
    { "en", "(string|number)?", "英文", "English", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_words_pair = {
    .name = "Words",
    .zh = "两种语言的文字，缺一种时用另一种；数也可以",
    .en = "A text in both languages; the one that is missing is taken from the other; numbers, too",
    .fields = shape_words_pair_fields,
};

const struct shape shape_text = {
    .name = "Text",
    .zh = "一段文字，或两种语言各一段",
    .en = "A text for both languages, or one for each",
    .alias = "string|Words",
};

const struct shape shape_level = {
    .name = "Level",
    .zh = "机关的层级",
    .en = "The level of an agency",
    .alias = "\"province\"|\"city\"|\"county\"|\"township\"|\"department\"|\"zone\"",
};

const struct shape shape_script = {
    .name = "Script",
    .zh = "文字",
    .en = "The script of a text",
    .alias = "\"hans\"|\"hant\"|\"mixed\"|\"unknown\"",
};

const struct shape shape_severity = {
    .name = "Severity",
    .zh = "严重程度：否决、严重、一般、建议",
    .en = "How grave a finding is",
    .alias = "\"veto\"|\"major\"|\"minor\"|\"advice\"",
};

const struct shape shape_state = {
    .name = "State",
    .zh = "结果的状态",
    .en = "The state of a result",
    .alias = "\"pass\"|\"fail\"|\"error\"|\"unknown\"|\"notapplicable\"|\"notchecked\"|"
             "\"notselected\"|\"informational\"|\"fixed\"",
};

const struct shape shape_where = {
    .name = "Where",
    .zh = "在何处查找：正文（默认，不含表格）、正文和表格、页面显示的全部、连隐藏的",
    .en = "Where to look: the article without tables (default), with them, all that the page "
          "shows, hidden text too",
    .alias = "\"article\"|\"report\"|\"page\"|\"all\"",
};

const struct shape shape_cell_kind = {
    .name = "CellKind",
    .zh = "单元格的类别",
    .en = "Kinds of cells",
    .alias = "\"absent\"|\"number\"|\"blank\"|\"dash\"|\"text\"|\"unreadable\"|\"odd\"|\"plain\"",
};

const struct shape shape_quantity_class = {
    .name = "QuantityClass",
    .zh = "数量的类别：条篇、件宗、份、次、人次、人、个、项、户、种类、金额、时间、分、百分比、未收"
          "到、没有单位、其他",
    .en = "What a quantity counts",
    .alias = "\"item\"|\"case\"|\"copy\"|\"times\"|\"visits\"|\"persons\"|\"units\"|\"matters\"|"
             "\"houses\"|\"kinds\"|\"money\"|\"time\"|\"points\"|\"percent\"|\"zero\"|\"bare\"|"
             "\"other\"",
};

static const struct shape_field shape_column_fields[] = {
    { "key", "string", "键", "its key", NULL },
    { "name", "Names", "名称", "its name", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_column = {
    .name = "TableColumn",
    .zh = "官方表格的一栏",
    .en = "A column of an official table",
    .fields = shape_column_fields,
};

static const struct shape_field shape_bound_fields[] = {
    { "state", "\"broken\"|\"open\"", "不符合、有格不是数而无法验证",
      "it is broken, a cell without a number leaves it open", NULL },
    { "at", "Cell", "在何处：露出矛盾的格；无法验证时为不是数的那一格",
      "where: the cell that gives itself away; where open, the one without a number", NULL },
    { "name", "Names", "格式写的说明", "what the form says of it", NULL },
    { "expected", "string?", "at 应为多少；不符合时才有",
      "what `at` should hold; only where broken", NULL },
    { "found", "string?", "at 写的是多少", "what it holds", NULL },
    { "formula", "string?", "代入数字的算式", "the bound with its numbers", NULL },
    { "cells", "Cell[]?", "涉及的各格", "its cells", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_bound = {
    .name = "Bound",
    .zh = "没有守住的一处合理范围",
    .en = "A bound of a form that the figures do not keep to",
    .fields = shape_bound_fields,
};

static const struct shape_field shape_violation_fields[] = {
    { "state", "\"holds\"|\"broken\"|\"open\"", "成立、不成立、有格不是数而无法验证",
      "it holds, it does not, a cell without a number leaves it open", NULL },
    { "at", "Cell", "在何处：最可能填错的格，否则合计格",
      "where: the cell that is probably wrong, else the one that states the sum", NULL },
    { "left", "number?", "左边的值；不成立时才有", "the left side; only where broken", NULL },
    { "right", "number?", "右边的值", "the right side", NULL },
    { "expected", "string?", "at 应为多少", "what `at` should hold", NULL },
    { "found", "string?", "at 写的是多少", "what it holds", NULL },
    { "formula", "string?", "代入数字的算式", "the equation with its numbers", NULL },
    { "cells", "Cell[]?", "算式中的各格", "the cells of the equation", NULL },
    { "open_cell", "Cell?", "无法验证时：不是数的那一格", "where open: the cell without a number",
      NULL },
    { "lead", "boolean?", "这个算式最能指明错处", "this equation names the wrong cell best", NULL },
    { "lead_rule", "string?", "否则：由哪条规则报告", "else: the rule that reports it", NULL },
    { "lead_at", "Cell?", "否则：在哪一格报告", "else: the cell where it is reported", NULL },
    { "diagnosis", "Diagnosis?", "诊断，交给 out:fail", "the diagnosis, for out:fail", NULL },
    { "summary", "Names?", "诊断的文字说明", "the diagnosis in words", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_violation = {
    .name = "Violation",
    .zh = "一个算式在一张表上的结果",
    .en = "What became of an equation on a table",
    .fields = shape_violation_fields,
};
