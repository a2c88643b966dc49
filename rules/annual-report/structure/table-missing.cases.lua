local disputes = [[
|行政复议|行政诉讼|
|结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|复议后起诉|
|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|
|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|
]]

local page = '<html><head><title>青禾县民政局2023年政府信息公开工作年度报告</title></head><body>'
  .. '<h1>青禾县民政局2023年政府信息公开工作年度报告</h1><p>发布日期：2024-01-18</p>'

return cases {
  { name = "three tables as rows of text", base = "clean-2021", expect = { state = "pass" } },
  { name = "three tables of a page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "three tables of form 2019", base = "clean-2019", expect = { state = "pass" } },
  { name = "the old form has no tables", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "table four is not there", base = "clean-2021", edits = { { disputes, "" } },
    expect = { state = "fail", severity = "major", at = { section = "disputes", table = "disputes" }, findings = 1 } },
  { name = "a sentence is no table", base = "clean-2021", edits = { { disputes, "　　2023年收到行政复议3件、行政诉讼1件。\n" } },
    expect = { state = "fail", at = { table = "disputes" } } },
  { name = "scraps of a table, no cells", base = "clean-2021", edits = { { disputes, "\n　　结果维\n　　持 尚未\n　　未经复议直\n　　2\n" } },
    expect = { state = "unknown", reason = "table-torn", at = { section = "disputes", table = "disputes" } } },
  { name = "attached, but not handed in", base = "clean-2021", edits = { { disputes, "　　详见附件。\n" } },
    expect = { state = "unknown", reason = "attached" } },
  { name = "tables without their captions and headings of columns", base = "clean-2021", trap = true,
    edits = { { "|行政复议|行政诉讼|\n", "" } }, expect = { state = "pass" } },
  { name = "the word attachment in a section whose table is there", base = "clean-2021", trap = true,
    edits = { { "二、主动公开政府信息情况\n", "二、主动公开政府信息情况\n\n　　分领域目录详见附件。\n" } }, expect = { state = "pass" } },
  { name = "the text is in an attachment", format = "html", document = page .. '<p>附件：<a href="nb.docx">年度报告.docx</a></p></body></html>',
    expect = { state = "unknown", reason = "attached" } },
  { name = "the text is pictures", format = "html", document = page .. '<p><img src="1.jpg"></p><p><img src="2.jpg"></p></body></html>',
    expect = { state = "unknown", reason = "only-pictures" } },
  { name = "a script fetches the text", format = "html", document = page .. '<div id="app"></div><script src="a.js"></script></body></html>',
    expect = { state = "unknown", reason = "no-body" } },
}
