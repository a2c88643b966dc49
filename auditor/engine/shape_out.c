/* shape_out.c - what a rule hands to out:fail and its kin; see api.h. */
#include "engine/shapes.h"

static const struct shape_field shape_place_fields[] = {
    { "section", "string?", "部分的键", "key of the section", NULL },
    { "table", "string?", "表的键", "key of the table", NULL },
    { "row", "string?", "行的键", "key of the row", NULL },
    { "column", "string?", "栏的键", "key of the column", NULL },
    { "line", "integer?", "行号", "line", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_place = {
    .name = "Place",
    .zh = "文中没有的东西的位置（如缺少的部分）",
    .en = "The place of what is not there (a missing section)",
    .fields = shape_place_fields,
};

const struct shape shape_at = {
    .name = "At",
    .zh = "在何处：报告的任一句柄，或没有的东西的位置；不写为全文。卷宗中其他报告的句柄只能写入 "
          "evidence",
    .en = "Where: any handle of the report, or the place of what is not there; left out: the whole "
          "document. Handles of other reports of a dossier go into evidence alone",
    .alias = "Handle|Place",
};

static const struct shape_field shape_cause_fields[] = {
    { "rule", "string?", "规则编号", "id of the rule", "this rule" },
    { "at", "At?", "在何处；不写为任何一处", "where; left out: anywhere", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_cause = {
    .name = "Cause",
    .zh = "由另一条规则在某处的发现引起：不重复扣分。没有那个发现时，本发现照算",
    .en = "This follows from the finding of another rule at a place and costs nothing; if there is "
          "no such finding, it stands for itself",
    .fields = shape_cause_fields,
};

static const struct shape_field shape_reason_table_fields[] = {
    { "code", "string?", "代码，供程序识别", "a code for programs", NULL },
    { "zh", "(string|number)?", "中文", "Chinese", NULL },
    { "en", "(string|number)?", "英文", "English", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_reason_table = {
    .name = "ReasonTable",
    .zh = "理由，带代码",
    .en = "A reason with a code",
    .fields = shape_reason_table_fields,
};

static const struct shape_field shape_finding_fields[] = {
    { "at", "At?", "在何处", "where", "nil" },
    { "evidence", "At[]?", "还在何处可以看到，至多 31 处", "where else it can be seen", NULL },
    { "quote", "(string|number)?", "引文", "what is quoted", "at.raw" },
    { "message", "Text?", "错在何处", "what is wrong", "title" },
    { "expected", "(string|number)?", "应为", "what is expected", NULL },
    { "found", "(string|number)?", "写的是", "what was found", NULL },
    { "formula", "(string|number)?", "代入数字的算式", "the equation with its numbers", NULL },
    { "severity", "Severity?", "这一处的程度", "how grave this one is", "severity" },
    { "remedy", "Text?", "如何改正", "how to correct it", "remedy" },
    { "basis", "(string|string[])?", "依据", "the articles of law", "basis" },
    { "diagnosis", "Diagnosis?", "算式的诊断", "the diagnosis of a violation", NULL },
    { "cause", "Cause?", "由别处引起", "what it follows from", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_finding = {
    .name = "Finding",
    .zh = "out:fail 和 out:inform 的内容",
    .en = "What out:fail and out:inform say",
    .fields = shape_finding_fields,
};

static const struct shape_field shape_passed_fields[] = {
    { "at", "At?", "看过何处", "the place that was examined", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_passed = {
    .name = "Passed",
    .zh = "out:pass 的内容；现在不进入结果",
    .en = "What out:pass says; nothing shows it yet",
    .fields = shape_passed_fields,
};

static const struct shape_field shape_undecided_fields[] = {
    { "at", "At?", "在何处", "where", NULL },
    { "reason", "(string|ReasonTable)?", "为何", "why", "title" },
    { "cause", "Cause?", "有已知的缺陷引起时，这项检查不算未完成",
      "what it follows from; with it the duty is closed, without it open", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_undecided = {
    .name = "Undecided",
    .zh = "out:unknown 和 out:notapplicable 的内容",
    .en = "What out:unknown and out:notapplicable say",
    .fields = shape_undecided_fields,
};
