/* shape_model.c - what the layout of a report gets; see api.h. */
#include "engine/shapes.h"

static const struct shape_field shape_model_fields[] = {
    { "documents", "DocumentModel[]", "各份文件", "the documents", NULL },
    { "lang", "\"zh\"|\"en\"", "页面的语言", "the language of the page", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_model = {
    .name = "Model",
    .zh = "agency.lua 得到的数据：一页上的各份文件。别的版式得到其命令的 --output json "
          "所写的内容，见 docs/schema",
    .en = "What agency.lua gets: the documents of a page. Other layouts get what their command "
          "prints as JSON, see docs/schema",
    .fields = shape_model_fields,
};

static const struct shape_field shape_document_model_fields[] = {
    { "document", "Verdict", "审核结果", "the verdict", NULL },
    { "extract", "table?", "辨认出的内容，即 extract 命令写的；没有要求时为 nil",
      "what was understood, as the command extract prints it; nil where nobody asked", NULL },
    { "labels", "table<string, table<string, string>>",
      "states、severities、reviews、decisions、effects：各结果、程度、复核状态、决定及其效力的名称",
      "states, severities, reviews, decisions, effects: what they are called", NULL },
    { "lang", "\"zh\"|\"en\"", "语言", "the language", NULL },
    { "rules", "table<string, table>", "按规则编号：title、basis、remedy",
      "by rule id: title, basis, remedy", NULL },
    { "tables", "table[]", "格式的各张表：key、name、section、rows、columns、cells",
      "the form's tables: key, name, section, rows, columns, cells", NULL },
    { "tool", "table<string, string>", "profile、rules_digest、version：用什么审核的",
      "profile, rules_digest, version: what judged", NULL },
    { "undecided", "table[]", "未判定的检查项，原因相同的在一起：reason、rules、state",
      "what stayed undecided, duties with one reason together: reason, rules, state", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_document_model = {
    .name = "DocumentModel",
    .zh = "一份文件的审核结果和页面要用的名称",
    .en = "The verdict on a document, and the names that a page needs",
    .fields = shape_document_model_fields,
};

static const struct shape_field shape_verdict_fields[] = {
    { "agency", "string?", "机关", "its agency", NULL },
    { "title", "string?", "标题", "its title", NULL },
    { "path", "string?", "文件；没有收到报告为 nil", "the file; nil where no report came in",
      NULL },
    { "sha256", "string?", "文件的摘要", "digest of the file", NULL },
    { "kind", "\"annual-report\"|\"collection\"|\"other\"|\"unreadable\"|\"missing\"|\"not-due\"",
      "是什么文件", "what it is", NULL },
    { "problem", "table?", "不能读取的原因：code、message", "why it is unreadable: code, message",
      NULL },
    { "year", "integer?", "报告年度", "report year", NULL },
    { "form", "string?", "格式", "its form", NULL },
    { "level", "Level", "机关层级", "kind of body", NULL },
    { "published", "string?", "发布日期", "date of publication", NULL },
    { "script", "Script?", "字体", "script", NULL },
    { "complete", "boolean", "审核是否完成", "whether the audit is complete", NULL },
    { "decisions", "table[]?",
      "人的决定：number、kind、effect、rule、fingerprint、subject、by、at、reason、document、until"
      "；"
      "不在办公文件夹中为 nil",
      "decisions of persons: number, kind, effect, rule, fingerprint, subject, by, at, reason, "
      "document, until; nil outside an office",
      NULL },
    { "without_decisions", "table?", "没有这些决定时的结果：complete、grade、interval、score",
      "what the result would be without them: complete, grade, interval, score", NULL },
    { "duties", "table<string, integer>", "检查项数：done、notapplicable、open、total",
      "counts of duties: done, notapplicable, open, total", NULL },
    { "score", "number?", "得分；不计分、未完成为 nil",
      "points; nil where it is not scored or not complete", NULL },
    { "max", "number?", "满分", "points of the sheet", NULL },
    { "interval", "table?", "未完成时的得分区间：low、high",
      "the interval of an incomplete audit: low, high", NULL },
    { "grade", "string?", "等次", "its grade", NULL },
    { "vetoed", "boolean", "是否被否决", "whether a veto fell", NULL },
    { "ledger", "table?", "扣分账：entries、max、sum、score、vetoed、profile、version",
      "the ledger: entries, max, sum, score, vetoed, profile, version", NULL },
    { "results", "VerdictResult[]", "每条规则的结果", "the result of every rule", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_verdict = {
    .name = "Verdict",
    .zh = "一份文件的审核结果",
    .en = "The verdict on a document",
    .fields = shape_verdict_fields,
};

static const struct shape_field shape_verdict_result_fields[] = {
    { "rule", "string", "规则编号", "its id", NULL },
    { "pack", "string", "规则包和版本", "pack and version", NULL },
    { "state", "State", "结果", "its state", NULL },
    { "severity", "Severity?", "最严重的程度", "the highest severity", NULL },
    { "deduction", "number?", "扣分", "points it costs", NULL },
    { "reason", "table?", "没有结论的原因：code、message、cause、place",
      "why there is no verdict: code, message, cause, place", NULL },
    { "open", "table[]", "未判定之处，字段与 reason 相同", "undecided places, each like a reason",
      NULL },
    { "overrides", "table[]", "规则包所作的改动：by、kind、was",
      "what packs changed: by, kind, was", NULL },
    { "findings", "VerdictFinding[]", "各处问题", "its findings", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_verdict_result = {
    .name = "VerdictResult",
    .zh = "一条规则的结果",
    .en = "The result of a rule",
    .fields = shape_verdict_result_fields,
};

static const struct shape_field shape_verdict_finding_fields[] = {
    { "message", "string", "问题", "what is wrong", NULL },
    { "severity", "Severity?", "程度", "its severity", NULL },
    { "expected", "string?", "应为", "what is due", NULL },
    { "found", "string?", "实为", "what is there", NULL },
    { "formula", "string?", "算式", "the formula", NULL },
    { "remedy", "string", "如何改正", "how to correct it", NULL },
    { "basis", "string[]", "依据", "the articles", NULL },
    { "evidence", "VerdictPlace[]", "所在之处，第一处为主", "where; the first is the place itself",
      NULL },
    { "diagnosis", "table?", "错在哪一格：unique、cells、candidates、total",
      "which cell is wrong: unique, cells, candidates, total", NULL },
    { "cause", "string?", "由哪处问题（指纹）造成，不另扣分",
      "fingerprint of the finding that explains it", NULL },
    { "fingerprint", "string", "指纹", "its fingerprint", NULL },
    { "review", "string?", "复核状态；不在办公文件夹中为 nil",
      "its review state; nil outside an office", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_verdict_finding = {
    .name = "VerdictFinding",
    .zh = "一处问题",
    .en = "A finding",
    .fields = shape_verdict_finding_fields,
};

static const struct shape_field shape_verdict_place_fields[] = {
    { "document", "string?", "所在的其他报告（年度/路径）；不写为这份报告",
      "the other report where it is, as YEAR/PATH; left out: this one", NULL },
    { "quote", "string?", "原文", "the words there", NULL },
    { "line", "integer?", "行号", "its line", NULL },
    { "page", "integer?", "页码；没有页的文件为 nil", "its page; nil in a document without pages",
      NULL },
    { "paragraph", "integer?", "段落序号；只有 Word 文件才有，与 line 相同",
      "its paragraph, the same as line; in Word files only", NULL },
    { "mark", "integer[]?", "在规范化前的文字中的位置：起点、字节数",
      "where in the text as found: first byte, bytes", NULL },
    { "section", "string?", "部分的键", "key of the section", NULL },
    { "table", "string?", "表的键", "key of the table", NULL },
    { "row", "string?", "行的键", "key of the row", NULL },
    { "column", "string?", "栏的键", "key of the column", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape shape_verdict_place = {
    .name = "VerdictPlace",
    .zh = "一处文字或单元格",
    .en = "A place in the document",
    .fields = shape_verdict_place_fields,
};
