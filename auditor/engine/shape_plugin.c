/* shape_plugin.c - the declarations of packs, scoring models, layouts and cases; see api.h. */
#include "engine/shapes.h"

static const struct shape_field shape_pack_fields[] = {
    { "id", "string", "编号：小写字母、数字、点和连字符",
      "its id in lower-case letters, digits, dots and hyphens", NULL },
    { "version", "string", "三段式语义版本，如 1.0.0", "its semantic version, as 1.0.0", NULL },
    { "interface", "integer", "按插件接口第几版编写",
      "the version of the plugin interface that it was written for", NULL },
    { "title", "Text?", "名称", "its name", "id" },
    { "level", "(\"national\"|\"province\"|\"city\"|\"county\"|\"office\")?",
      "层级，决定载入次序；后载入的可以改动先载入的",
      "its level, which decides the order of loading; later packs may change earlier ones", NULL },
    { "region", "string?", "地区", "its region", NULL },
    { "years", "Years?", "适用的报告年度", "the report years that it is for", "nil" },
    { "needs", "table<string, string>?", "需要的规则包和版本范围，如 >=1.0 <2",
      "packs that it needs, with ranges of versions as >=1.0 <2", NULL },
    { "deselect", "string[]?", "不选用的规则", "rules that it deselects", NULL },
    { "replace", "string[]?", "由本包替换的规则", "rules that its own ones replace", NULL },
    { "severity", "table<string, Severity>?", "另定程度的规则", "rules that it re-levels", NULL },
    { "author", "any?", "作者", "who wrote it", NULL },
    { "description", "any?", "说明", "what it is for", NULL },
    { "homepage", "any?", "网址", "where it comes from", NULL },
    { "license", "any?", "许可", "its licence", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_pack = {
    .name = "Pack",
    .zh = "规则包的清单 pack.lua",
    .en = "The manifest of a pack, pack.lua",
    .fields = shape_pack_fields,
    .declares = "pack",
    .example = "return pack {\n"
               "  id        = \"some-city\",\n"
               "  version   = \"1.0.0\",\n"
               "  interface = 1,\n"
               "  title     = { zh = \"某市的检查\", en = \"checks of a city\" },\n"
               "  level     = \"city\",\n"
               "  years     = { first = 2022 },\n"
               "  needs     = { [\"annual-report\"] = \">=1.0 <2\" },\n"
               "  severity  = { [\"structure.numbering\"] = \"advice\" },\n"
               "}",
};

static const struct shape_field shape_years_fields[] = {
    { "first", "integer?", "首年；不写为不限", "the first; left out: open", NULL },
    { "last", "integer?", "末年；不写为不限", "the last; left out: open", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_years = {
    .name = "Years",
    .zh = "报告年度的范围",
    .en = "A range of report years",
    .fields = shape_years_fields,
};

static const struct shape_field shape_scoring_fields[] = {
    { "id", "string", "编号", "its id", NULL },
    { "title", "Text?", "名称", "its name", NULL },
    { "score", "fun(sheet: ScoringSheet): ScoringAnswer",
      "由评分表和各规则的结果得出扣分账；总分下限另用未决项作不合格再问一次",
      "makes the ledger from the sheet with the results of the rules; asked again with the open "
      "duties as findings for the lower end of the interval",
      NULL },
    { "whole", "boolean?", "评分表要列出全部指标和规则，不只有扣分可能的",
      "it wants all indicators and rules in the sheet, not only what can be charged", "false" },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_scoring = {
    .name = "Scoring",
    .zh = "一种评分办法",
    .en = "A scoring model",
    .fields = shape_scoring_fields,
    .declares = "scoring",
    .example =
        "return scoring {\n"
        "  id    = \"flat\",\n"
        "  title = { zh = \"每项一分\", en = \"a point for each indicator\" },\n"
        "  score = function(sheet)\n"
        "    local entries = {}\n"
        "    for _, indicator in ipairs(sheet.indicators) do\n"
        "      for _, r in ipairs(indicator.rules) do\n"
        "        local fingerprints = {}\n"
        "        for _, finding in ipairs(r.findings) do\n"
        "          if finding.cost then fingerprints[#fingerprints + 1] = finding.fingerprint end\n"
        "        end\n"
        "        if #fingerprints > 0 then\n"
        "          entries[#entries + 1] = { indicator = indicator.id, rule = r.rule, fingerprints "
        "= fingerprints,\n"
        "            count = 1, unit = indicator.unit, amount = indicator.unit }\n"
        "        end\n"
        "      end\n"
        "    end\n"
        "    return { entries = entries, vetoed = false }\n"
        "  end,\n"
        "}",
};

static const struct shape_field shape_scoring_sheet_fields[] = {
    { "max", "integer", "满分", "the points to start from", NULL },
    { "indicators", "ScoringIndicator[]", "有扣分可能的指标；各规则都通过或不适用的不列",
      "indicators; those all of whose rules pass or do not apply are left out", NULL },
    { "levels", "ScoringIndicator[]", "所列指标的上级（方式为 sum），最低一级在前",
      "what stands above them, of kind sum, the lowest level first", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_scoring_sheet = {
    .name = "ScoringSheet",
    .zh = "评分办法得到的评分表；分数都是千分之一分的整数",
    .en = "The sheet that a scoring model gets; all amounts are whole thousandths of a point",
    .fields = shape_scoring_sheet_fields,
};

static const struct shape_field shape_scoring_indicator_fields[] = {
    { "id", "string", "编号", "its id", NULL },
    { "kind", "\"once\"|\"each\"|\"graded\"|\"gate\"|\"veto\"|\"hand\"|\"period\"|\"sum\"", "方式",
      "how it costs", NULL },
    { "points", "integer", "分值", "what it is worth", NULL },
    { "unit", "integer", "每处扣分", "what an occurrence costs", NULL },
    { "cap", "integer?", "封顶", "the most that it costs", "no limit" },
    { "parent", "string?", "上级的编号", "id of the indicator above", NULL },
    { "lost", "integer?", "由人填写或按期评分的指标：失多少分",
      "of one that persons or periods give: the points that are lost", NULL },
    { "mutex", "string?", "互斥组", "of a mutex only the dearest counts", NULL },
    { "group", "string?", "分组", "its group", NULL },
    { "group_cap", "integer?", "组封顶", "the most that the group costs", NULL },
    { "rules", "ScoringRule[]", "规则", "its rules", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_scoring_indicator = {
    .name = "ScoringIndicator",
    .zh = "评分表的一个指标",
    .en = "An indicator of the sheet",
    .fields = shape_scoring_indicator_fields,
};

static const struct shape_field shape_scoring_rule_fields[] = {
    { "rule", "string", "规则编号", "id of the rule", NULL },
    { "state", "State", "状态", "its state", NULL },
    { "findings", "ScoringFinding[]", "发现", "its findings", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_scoring_rule = {
    .name = "ScoringRule",
    .zh = "指标的一条规则的结果",
    .en = "The result of a rule of an indicator",
    .fields = shape_scoring_rule_fields,
};

static const struct shape_field shape_scoring_finding_fields[] = {
    { "fingerprint", "string", "指纹", "its fingerprint", NULL },
    { "severity", "Severity", "程度", "how grave it is", NULL },
    { "cost", "boolean", "是否扣分：由别处引起的和提示不扣",
      "whether it costs: not if another one explains it, if it is an observation, or if a person "
      "decided so",
      NULL },
    { "unit", "integer?", "分档的指标：这一处扣几分", "of a graded indicator: what it costs",
      NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_scoring_finding = {
    .name = "ScoringFinding",
    .zh = "一处发现",
    .en = "A finding",
    .fields = shape_scoring_finding_fields,
};

static const struct shape_field shape_scoring_answer_fields[] = {
    { "entries", "ScoringEntry[]", "扣分账", "the ledger", NULL },
    { "vetoed", "boolean", "是否否决", "whether the result is vetoed", NULL },
    { "total", "integer?", "合计，供核对", "the sum, to be checked", NULL },
    { "possible", "integer?", "适用的总分：得分换算为满分的比例，由主机记一条换算",
      "the points that apply: the host scales what is left of them to the maximum, as an entry of "
      "its own",
      "nil" },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_scoring_answer = {
    .name = "ScoringAnswer",
    .zh = "评分办法的回答；主机逐条核对，不符即为评分办法出错",
    .en = "What a scoring model answers; the host checks every entry, and anything wrong is an "
          "error of the model",
    .fields = shape_scoring_answer_fields,
};

static const struct shape_field shape_scoring_entry_fields[] = {
    { "indicator", "string", "指标编号", "id of the indicator", NULL },
    { "rule", "string", "规则编号", "id of the rule", NULL },
    { "fingerprints", "string[]", "所扣的发现", "the findings it charges", NULL },
    { "count", "integer", "几处", "how many", NULL },
    { "unit", "integer", "每处扣分", "what each costs", NULL },
    { "amount", "integer", "扣分：count × unit，有 limit 时可以更少；否决为 0",
      "what it costs: count × unit, with a limit less; 0 for a veto", NULL },
    { "limit", "(\"cap\"|\"mutex\"|\"group\"|\"gate\"|\"level\")?", "为何少扣", "why it is less",
      NULL },
    { "veto", "boolean?", "是否否决", "whether it vetoes", NULL },
    { "note", "Text?", "说明", "a note", NULL },
    { "mutex", "string?", "互斥组", "its mutex", NULL },
    { "group", "string?", "分组", "its group", NULL },
    { "group_cap", "integer?", "组封顶", "the cap of the group", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_scoring_entry = {
    .name = "ScoringEntry",
    .zh = "扣分账的一条",
    .en = "An entry of the ledger",
    .fields = shape_scoring_entry_fields,
};

static const struct shape_field shape_layout_fields[] = {
    { "id", "string", "编号", "its id", NULL },
    { "title", "Text?", "名称", "its name", NULL },
    { "html", "(fun(model: Model): table)?", "由报告的数据做出网页的节点，见 html 库；文字总是转义",
      "makes the nodes of a page from the data of the report, see the html library; text is always "
      "escaped",
      NULL },
    { "sheets", "(fun(model: Model): Sheet[])?", "做出表格，写成 CSV 和 XLSX",
      "makes tables, written as CSV and XLSX", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_layout = {
    .name = "Layout",
    .zh = "一种报告版式；同一模型可出网页和表格",
    .en = "The layout of a report: pages, tables, or both of one model",
    .fields = shape_layout_fields,
    .declares = "layout",
    .example =
        "local h = require \"html\"\n"
        "\n"
        "return layout {\n"
        "  id    = \"verdict\",\n"
        "  title = { zh = \"结论\", en = \"verdict\" },\n"
        "  html  = function(model)\n"
        "    local verdict = model.documents[1].document\n"
        "    return h.page { title = \"Verdict\", lang = model.lang, h.h1 { verdict.agency or "
        "\"?\" } }\n"
        "  end,\n"
        "  sheets = function(model)\n"
        "    local verdict = model.documents[1].document\n"
        "    return { { name = \"verdict\", columns = { { title = \"agency\", width = 30, "
        "kind = \"text\" } },\n"
        "      rows = { { verdict.agency or \"?\" } } } }\n"
        "  end,\n"
        "}",
};

static const struct shape_field shape_sheet_fields[] = {
    { "name", "string", "名称", "its name", NULL },
    { "columns", "SheetColumn[]", "各栏", "its columns", NULL },
    { "rows", "any[][]", "各行的值", "the values, row by row", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_sheet = {
    .name = "Sheet",
    .zh = "一张表格",
    .en = "A table to be written",
    .fields = shape_sheet_fields,
};

static const struct shape_field shape_sheet_column_fields[] = {
    { "title", "string", "标题", "its title", NULL },
    { "width", "number?", "宽度，按字符", "its width in characters", NULL },
    { "kind", "(\"text\"|\"number\"|\"points\"|\"date\")?", "内容", "what it holds", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_sheet_column = {
    .name = "SheetColumn",
    .zh = "表格的一栏",
    .en = "A column of a table",
    .fields = shape_sheet_column_fields,
};

const struct shape shape_cases = {
    .name = "Cases",
    .zh = "规则的案例 RULE.cases.lua：每个案例一份小文件和应有的结果",
    .en = "The cases beside a rule, RULE.cases.lua: small documents with the outcome due",
    .alias = "Case[]",
    .declares = "cases",
    .example = "return cases {\n"
               "  { name = \"two digits of a total are swapped\", base = \"clean-2021\", edits = { "
               "{ \"|46|\", \"|64|\" } },\n"
               "    expect = { state = \"fail\", at = { table = \"requests\", row = \"new\", "
               "column = \"all\" }, expected = \"46\", found = \"64\" } },\n"
               "  { name = \"a figure of another year\", fragment = \"去年新收申请64件。\", trap = "
               "true, expect = { state = \"pass\" } },\n"
               "}",
};

static const struct shape_field shape_case_fields[] = {
    { "name", "string", "名称", "its name", NULL },
    { "document", "string?", "全文", "the document, written out", NULL },
    { "base", "string?", "规则包 cases/ 中的一份文件，如 clean-2021",
      "a document of the cases/ of a pack, as clean-2021", "clean-2021" },
    { "fragment", "string?", "放进 section 的一段",
      "a passage that takes the place of what stands in a section of the base", NULL },
    { "section", "string?", "放进哪个部分", "the section that it goes into", "overview" },
    { "edits", "Edit[]?", "替换；原文应恰好出现一次",
      "replacements; what is replaced must stand there exactly once", NULL },
    { "format", "(\"html\"|\"text\")?", "document 的格式", "the format of the document", NULL },
    { "path", "string?", "文件名", "its file name", NULL },
    { "year", "integer?", "已知的年度", "the year, if it is known", NULL },
    { "agency", "string?", "已知的机关", "the agency, if it is known", NULL },
    { "level", "Level?", "已知的层级", "the level, if it is known", NULL },
    { "received", "(\"nothing\"|\"unreadable\")?",
      "没有收到报告，或收到的无法读取；只用于跨年度、跨机关的规则",
      "no report came in, or none that can be read; for rules over years and agencies", "report" },
    { "on", "string?", "审核的日期，即 dossier.day；不写时次年已经结束",
      "the day of the audit, dossier.day; else the year after has ended", NULL },
    { "earlier", "CaseYear[]?", "以往年度的报告，新的在前",
      "reports of earlier years, newest first", NULL },
    { "children", "CaseChild[]?", "下级机关", "the agencies below", NULL },
    { "others", "CaseOther[]?", "其他机关本年度的报告，与之比较雷同",
      "other agencies' reports of the year, which it is compared with", NULL },
    { "carriers", "CaseReport[]?", "同一报告的其他文件", "the other files of the same report",
      NULL },
    { "trap", "boolean?", "陷阱：看似不合格其实合格", "a trap: it looks like a failure and is none",
      NULL },
    { "expect", "Expected", "应有的结果", "the outcome due", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_case = {
    .name = "Case",
    .zh = "一个案例",
    .en = "A case",
    .fields = shape_case_fields,
};

static const struct shape_field shape_case_report_fields[] = {
    { "document", "string?", "全文", "the document, written out", NULL },
    { "base", "string?", "规则包 cases/ 中的一份文件", "a document of the cases/ of a pack",
      "clean-2021" },
    { "fragment", "string?", "放进 section 的一段",
      "a passage that takes the place of what stands in a section of the base", NULL },
    { "section", "string?", "放进哪个部分", "the section that it goes into", "overview" },
    { "edits", "Edit[]?", "替换", "replacements", NULL },
    { "format", "(\"html\"|\"text\")?", "document 的格式", "the format of the document", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_case_report = {
    .name = "CaseReport",
    .zh = "案例中的另一份报告，写法与案例的文件相同",
    .en = "Another report of a case, written as the document of a case is",
    .fields = shape_case_report_fields,
};

static const struct shape_field shape_case_year_fields[] = {
    { "year", "integer", "年度", "the year", NULL },
    { "report", "CaseReport", "该年度的报告", "the report of that year", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_case_year = {
    .name = "CaseYear",
    .zh = "案例中以往一年的报告",
    .en = "The report of an earlier year in a case",
    .fields = shape_case_year_fields,
};

static const struct shape_field shape_case_other_fields[] = {
    { "name", "string", "名称", "its name", NULL },
    { "report", "CaseReport", "它的报告", "its report", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_case_other = {
    .name = "CaseOther",
    .zh = "案例中的另一个机关",
    .en = "Another agency in a case",
    .fields = shape_case_other_fields,
};

static const struct shape_field shape_case_child_fields[] = {
    { "name", "string", "名称", "its name", NULL },
    { "level", "Level?", "层级", "its level", NULL },
    { "report", "CaseReport?", "本年度的报告；不写为没有", "its report of the year; left out: none",
      NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_case_child = {
    .name = "CaseChild",
    .zh = "案例中的一个下级机关",
    .en = "An agency below the one of a case",
    .fields = shape_case_child_fields,
};

const struct shape shape_edit = {
    .name = "Edit",
    .zh = "一次替换：{ 原文, 新文 }，第三项 \"all\" 为全部替换",
    .en = "A replacement: { from, to }; with \"all\" as its third, everywhere",
    .alias = "string[]",
};

static const struct shape_field shape_expected_fields[] = {
    { "state", "State", "状态", "the state", NULL },
    { "at", "ExpectedPlace?", "在何处", "where", NULL },
    { "severity", "string?", "程度", "how grave", NULL },
    { "expected", "(string|number)?", "应为", "what is expected", NULL },
    { "found", "(string|number)?", "写的是", "what was found", NULL },
    { "message", "string?", "说明中含有", "a part of the message", NULL },
    { "reason", "string?", "理由的代码", "the code of the reason", NULL },
    { "findings", "integer?", "几处发现", "how many findings", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_expected = {
    .name = "Expected",
    .zh = "案例应有的结果；只比较写出的项",
    .en = "The outcome due in a case; only what is written is compared",
    .fields = shape_expected_fields,
};

static const struct shape_field shape_expected_place_fields[] = {
    { "section", "string?", "部分的键", "key of the section", NULL },
    { "table", "string?", "表的键", "key of the table", NULL },
    { "row", "string?", "行的键", "key of the row", NULL },
    { "column", "string?", "栏的键", "key of the column", NULL },
    { "line", "integer?", "行号", "line", NULL },
    { "quote", "string?", "引文中含有", "a part of the quote", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_expected_place = {
    .name = "ExpectedPlace",
    .zh = "发现的位置",
    .en = "The place of a finding",
    .fields = shape_expected_place_fields,
};
