local licences = "|行政许可|316|"
local fees = "|行政事业性收费|182.46|"

local function cell(from, to, state, more)
  local expect = more or {}
  expect.state = state
  return { name = to, trap = state == "pass", base = "clean-2021", edits = { { from, to } }, expect = expect }
end

return cases {
  { name = "whole numbers", base = "clean-2021", expect = { state = "pass" } },
  { name = "signed changes and money of form 2019", base = "clean-2019", expect = { state = "pass" } },
  { name = "the old form has no tables", base = "clean-2008", expect = { state = "notapplicable" } },
  cell(licences, "|行政许可|三百余件|", "fail", { severity = "major", found = "三百余件", at = { table = "disclosure", row = "licences", column = "decisions" } }),
  cell(licences, "|行政许可|316人|", "fail", { found = "316人" }),
  cell(licences, "|行政许可|无|", "fail", { severity = "major", found = "无", expected = "0", at = { row = "licences" } }),
  cell(licences, "|行政许可|〇|", "fail", { found = "〇", expected = "0" }),
  cell(licences, "|行政许可|三百一十六|", "fail", { found = "三百一十六", expected = "316" }),
  { name = "a row of 无 is one finding", base = "clean-2021", edits = { { "|3|1|0|0|0|1|0|0|0|0|0|", "|3|1|0|0|0|1|无|无|无|无|无|" } },
    expect = { state = "fail", findings = 1, found = "无", at = { table = "disputes", row = "after_review", column = "upheld" } } },
  cell(licences, "|行政许可|-316|", "fail", { found = "-316", at = { row = "licences" } }),
  cell(licences, "|行政许可|316.5|", "fail", { found = "316.5", at = { row = "licences" } }),
  cell(licences, "|行政许可|316元|", "fail", { found = "316元", at = { row = "licences" } }),
  cell(licences, "|行政许可|316.0|", "pass"),
  cell(licences, "|行政许可|316件|", "pass"),
  cell(licences, "|行政许可|316宗|", "pass"),
  cell(licences, "|行政许可|1,316|", "pass"),
  cell(licences, "|行政许可|1，316|", "pass"),
  cell(licences, "|行政许可|３１６|", "pass"),
  cell(licences, "|行政许可| 316 |", "pass"),
  cell(licences, "|行政许可|3 16|", "pass"),
  cell(licences, "|行政许可|316（件）|", "pass"),
  cell(licences, "|行政许可|316①|", "pass"),
  cell(licences, "|行政许可|316*|", "pass"),
  cell(licences, "|行政许可|316[注2]|", "pass"),
  cell(licences, "|行政许可|316（含延续30件）|", "pass"),
  cell(licences, "|行政许可|316(30)|", "fail", { found = "316(30)", at = { row = "licences" } }),
  cell(licences, "|行政许可|316（人）|", "fail", { found = "316(人)", at = { row = "licences" } }),
  cell(fees, "|行政事业性收费|182.46万元|", "pass"),
  cell(fees, "|行政事业性收费|0|", "pass"),
  cell(fees, "|行政事业性收费|1824600元|", "fail", { found = "1824600元", at = { row = "fees", column = "amount" } }),
  cell(fees, "|行政事业性收费|-3.2|", "fail", { found = "-3.2", at = { row = "fees" } }),
  cell(fees, "|行政事业性收费|12件|", "fail", { found = "12件", at = { row = "fees" } }),
  { name = "a blank is not malformed", base = "clean-2021", edits = { { licences, "|行政许可||" } }, expect = { state = "pass" } },
  { name = "a negative count of form 2019", base = "clean-2019", edits = { { "行政处罚\t19\t1\t4", "行政处罚\t-19\t1\t4" } },
    expect = { state = "fail", found = "-19", at = { table = "disclosure", row = "penalties", column = "previous" } } },
  { name = "a plus before a change", trap = true, base = "clean-2019", edits = { { "行政处罚\t19\t1\t4", "行政处罚\t19\t+1\t4" } }, expect = { state = "pass" } },
  { name = "a change in words", trap = true, base = "clean-2019", edits = { { "行政处罚\t19\t1\t4", "行政处罚\t19\t减1项\t4" } }, expect = { state = "pass" } },
  { name = "words of a change for a count", base = "clean-2019", edits = { { "行政处罚\t19\t1\t4", "行政处罚\t19\t1\t增4" } }, expect = { state = "fail" } },
}
