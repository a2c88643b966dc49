/* shape_rule.c - the declaration of a rule; see api.h. */
#include "engine/shapes.h"

static const struct shape_field shape_rule_fields[] = {
    { "id", "string", "编号：小写字母、数字、点和连字符，写作 组.名",
      "its id, GROUP.NAME in lower-case letters, digits, dots and hyphens", NULL },
    { "title", "Text", "标题：要求了什么", "what the duty is", NULL },
    { "why", "Text?", "为何要求，一两句", "why, in one or two sentences", NULL },
    { "severity", "Severity", "程度；每处发现可另定",
      "how grave a finding is; each may say otherwise", NULL },
    { "scope", "(\"document\"|\"carriers\"|\"agency\"|\"office\")?",
      "检查一份文件、同一报告的几份文件、一个机关还是全部",
      "what it judges: a document, the files of one report, an agency, an office", "document" },
    { "documents", "(\"annual-report\"|\"any\")?",
      "不是年报的文件查不查；范围为 agency、office 时：没有本年度报告的机关查不查",
      "whether it runs on what is no annual report, too; in the scopes agency and office, on "
      "agencies "
      "without a report of the year",
      "annual-report" },
    { "forms", "(string|string[])?", "适用的格式，包括与之相仿的格式",
      "the forms it is for, and those that are like them", "nil" },
    { "needs", "(string|string[])?",
      "须有的表格；缺了结果为 unknown，由 structure.table-missing 引起",
      "tables that must be there: without one the rule is `unknown`, caused by "
      "structure.table-missing",
      NULL },
    { "basis", "(string|string[]|table<string, string|string[]>)?", "依据的条文；可按格式分别写",
      "the articles it rests on; or by form", NULL },
    { "remedy", "Text?", "如何改正", "how to correct it", NULL },
    { "parameters", "table<string, string|number>?",
      "参数和默认值；评分细则可以另设同类的值：日期 01-31、数、true/false 或任何文字。check "
      "得到的都是文字",
      "parameters with their defaults; a profile may set others of the same kind: a day 01-31, a "
      "number, true or false, any text. check gets strings",
      NULL },
    { "parameters_of", "string?", "规则编号：评分细则和名录给那条规则的同名参数所设的值，这里也用",
      "the id of a rule: what the profile or the register sets for its parameters of the same "
      "names "
      "holds here, too",
      NULL },
    { "patterns", "table<string, string|Pattern>?",
      "在规范形式的文字上查找的正则表达式，见 report:matches",
      "regular expressions on normal text, see report:matches", NULL },
    { "claims", "Claims?", "文中的数可能数的事，见 report:claims",
      "what numbers of the text may count, see report:claims", NULL },
    { "history", "Change[]?", "何时改了什么，写在规则的说明页上",
      "what changed and when, for the page of the rule", NULL },
    { "check",
      "(fun(report: Report, out: Out, parameters: table<string, string>)|fun(dossier: Dossier, "
      "out: "
      "Out, parameters: table<string, string>))",
      "检查：对每份报告调用一次；其他范围对卷宗调用一次。用 out 说出结论",
      "the check: called once for each report, or, in the other scopes, for the dossier of each "
      "agency (carriers: of each report); says its verdict through out",
      NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_rule = {
    .name = "Rule",
    .zh = "一条规则：一个文件，检查一项要求",
    .en = "A rule: one file that checks one duty",
    .fields = shape_rule_fields,
    .declares = "rule",
    .example = "-- The total of a row may not be smaller than one of its parts.\n"
               "return rule {\n"
               "  id       = \"local.total-covers\",\n"
               "  title    = { zh = \"总计不小于各栏\", en = \"totals cover their parts\" },\n"
               "  severity = \"minor\",\n"
               "  forms    = { \"2019\", \"2021\" },\n"
               "  needs    = { \"requests\" },\n"
               "  basis    = { [\"2021\"] = { \"某文件第三条\" } },\n"
               "  remedy   = { zh = \"核对该行\", en = \"check the row\" },\n"
               "  parameters = { slack = 0 },\n"
               "  patterns = { total = \"总计\", cases = { pattern = \"([0-9]+)件\", literal = "
               "\"件\" } },\n"
               "  history  = { { date = \"2026-11\", text = { zh = \"新建\", en = \"new\" } } },\n"
               "  check = function(report, out, parameters)\n"
               "    for _, row in ipairs(report.requests.rows) do\n"
               "      for _, cell in ipairs(row.cells) do\n"
               "        if cell.value and row.all.value and cell.value > row.all.value + "
               "tonumber(parameters.slack) then\n"
               "          out:fail { at = cell, found = cell.value, message = { zh = \"大于总计\", "
               "en = \"more than the total\" } }\n"
               "        end\n"
               "      end\n"
               "    end\n"
               "    out:pass()\n"
               "  end,\n"
               "}",
};

static const struct shape_field shape_pattern_fields[] = {
    { "pattern", "string", "正则表达式（PCRE2）", "the regular expression (PCRE2)", NULL },
    { "literal", "(string|string[])?", "每处匹配必含其一的文字；不写时由程序推断",
      "one of these stands in every match; found by the program if left out", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_pattern = {
    .name = "Pattern",
    .zh = "一个模式，带它必含的文字",
    .en = "A pattern with a text that stands in all its matches",
    .fields = shape_pattern_fields,
};

static const struct shape_field shape_claims_fields[] = {
    { "counted", "QuantityClass[]", "只看这几类数量", "the classes of quantities to look at",
      NULL },
    { "topics", "string?", "正则表达式，第 1 组是所说的事；数之前最后一处为准",
      "a regular expression whose group 1 is what the text speaks of; the last one before the "
      "number counts",
      NULL },
    { "unless", "Contexts?", "对各项都不能相符", "must not match, for all things", NULL },
    { "things", "Counted[]", "各项；以第一个相符的为准", "the things; the first that fits is taken",
      NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_claims = {
    .name = "Claims",
    .zh = "文中的数可能数的事。同一张表由几条规则共用时，一份报告只读一遍",
    .en =
        "What numbers of the text may count. Read once for a report, however many rules share the "
        "table",
    .fields = shape_claims_fields,
};

static const struct shape_field shape_counted_fields[] = {
    { "key", "string", "名字，即 Claim.key", "its name, Claim.key", NULL },
    { "words", "(string|string[])?",
      "数之前各项的词中最后一个须在其内；不写时数之前不能有词，之后须有",
      "of all words of all things the last one before the number must be one of these; without: "
      "none stands before it, and one behind it",
      NULL },
    { "fits", "Contexts?", "须相符，否则看下一项", "must match, else the next thing is tried",
      NULL },
    { "not_counted", "(QuantityClass|QuantityClass[])?", "不看这几类数量",
      "classes that it is not counted in", NULL },
    { "topic", "string?", "前文所说的事须是它，数之前的词含有它则不论",
      "what the text must speak of, unless the words before the number have it", NULL },
    { "quiet_topic", "boolean?", "前文什么也没说到时，句中有这个词即可",
      "where nothing is spoken of, it is enough that the sentence has the word", "false" },
    { "where", "Contexts?", "须相符，否则不是", "must match, else it is no claim", NULL },
    { "home", "string?", "在这个键的部分中不论 where", "the section in which `where` is not asked",
      NULL },
    { "unless", "Contexts?", "不能相符", "must not match", NULL },
    { "any_year", "boolean?", "不限于报告年度", "also of other years than the report's", "false" },
    { "lasting", "boolean?", "累计的数也算", "also when it was counted over several years",
      "false" },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_counted = {
    .name = "Counted",
    .zh = "可能数的一件事，和说到它的词",
    .en = "A thing that may be counted, and the words that tell it",
    .fields = shape_counted_fields,
};

static const struct shape_field shape_contexts_fields[] = {
    { "label", "string?", "本句中在数之前的文字", "the words of its clause before the number",
      NULL },
    { "tail", "string?", "本句中在数之后的文字", "the words of its clause behind it", NULL },
    { "before", "string?", "数之前的至多 300 字节", "up to 300 bytes before it", NULL },
    { "sentence", "string?", "其中最后一个句号之后的", "those since the last full stop", NULL },
    { "clause", "string?", "其中最后一个分号之后的", "those since the last semicolon", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_contexts = {
    .name = "Contexts",
    .zh = "在数的周围查找的正则表达式",
    .en = "Regular expressions on what stands around a number",
    .fields = shape_contexts_fields,
};

static const struct shape_field shape_change_fields[] = {
    { "date", "string", "年月", "when", NULL },
    { "text", "Text", "改了什么", "what changed", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_change = {
    .name = "Change",
    .zh = "规则的一次改动",
    .en = "A change of a rule",
    .fields = shape_change_fields,
};
