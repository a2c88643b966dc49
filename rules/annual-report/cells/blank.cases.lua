local row = "|2.没有现成信息需要另行制作|3|1|0|0|0|0|4|"
local carried = "|二、上年结转政府信息公开申请数量|2|1|0|0|0|0|3|"

-- The rows of table three up to their third column, and that column.
local third = {
  { "一、本年新收政府信息公开申请数量|96|21|", "2|" },
  { "二、上年结转政府信息公开申请数量|2|1|", "0|" },
  { "（一）予以公开|51|11|", "1|" },
  { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）|9|3|", "0|" },
  { "1.属于国家秘密|0|0|", "0|" },
  { "2.其他法律行政法规禁止公开|0|0|", "0|" },
  { "3.危及“三安全一稳定”|1|0|", "0|" },
  { "4.保护第三方合法权益|3|2|", "0|" },
  { "5.属于三类内部事务信息|0|0|", "0|" },
  { "6.属于四类过程性信息|2|0|", "0|" },
  { "7.属于行政执法案卷|2|1|", "0|" },
  { "8.属于行政查询事项|5|0|", "0|" },
  { "1.本机关不掌握相关政府信息|14|3|", "1|" },
  { "2.没有现成信息需要另行制作|3|1|", "0|" },
  { "3.补正后申请内容仍不明确|2|0|", "0|" },
  { "1.信访举报投诉类申请|3|0|", "0|" },
  { "2.重复申请|1|0|", "0|" },
  { "3.要求提供公开出版物|0|0|", "0|" },
  { "4.无正当理由大量反复申请|0|0|", "0|" },
  { "5.要求行政机关确认或重新出具已获取信息|0|0|", "0|" },
  { "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|1|0|", "0|" },
  { "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|0|0|", "0|" },
  { "3.其他|1|0|", "0|" },
  { "（七）总计|98|21|", "2|" },
  { "四、结转下年度继续办理|0|1|", "0|" },
}

local function column_blank(from)
  local edits = {}
  for i = from, #third do
    edits[#edits + 1] = { third[i][1] .. third[i][2], third[i][1] .. "|" }
  end
  return edits
end

return cases {
  { name = "a number in every cell", base = "clean-2021", expect = { state = "pass" } },
  { name = "a page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "choices in cells", trap = true, base = "clean-2021.html",
    edits = { { "<p>2.重复申请</p></td><td><p>0</p>", "<p>2.重复申请</p></td><td><select><option>1</option><option selected>0</option></select>" },
      { "<p>4.无正当理由大量反复申请</p></td><td><p>0</p>", "<p>4.无正当理由大量反复申请</p></td><td><select><option>0</option><option>1</option></select>" } },
    expect = { state = "pass" } },
  { name = "a picture in a cell", trap = true, base = "clean-2021.html",
    edits = { { "<p>2.重复申请</p></td><td><p>0</p>", "<p>2.重复申请</p></td><td><img src=\"/upload/2024/n7.png\">" } }, expect = { state = "pass" } },
  { name = "form 2019", base = "clean-2019", expect = { state = "pass" } },
  { name = "the old form has no tables", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "one cell blank", base = "clean-2021", edits = { { row, "|2.没有现成信息需要另行制作|3|1||0|0|0|4|" } },
    expect = { state = "fail", severity = "major", found = "", findings = 1,
      at = { table = "requests", row = "unavailable.2", column = "research" } } },
  { name = "three blanks of a row are one finding with three places", base = "clean-2021",
    edits = { { row, "|2.没有现成信息需要另行制作|3|1||||0|4|" } },
    expect = { state = "fail", findings = 1, at = { table = "requests", row = "unavailable.2", column = "legal" } } },
  { name = "a stroke for nought", base = "clean-2021", edits = { { row, "|2.没有现成信息需要另行制作|3|1|/|0|0|0|4|" } },
    expect = { state = "fail", found = "/", at = { row = "unavailable.2", column = "research" } } },
  { name = "a dash for nought", base = "clean-2021", edits = { { "|行政强制|0|", "|行政强制|—|" } },
    expect = { state = "fail", found = "—", at = { table = "disclosure", row = "coercion", column = "decisions" } } },
  { name = "a hyphen", base = "clean-2021", edits = { { "|规章|0|0|0|", "|规章|-|-|-|" } },
    expect = { state = "fail", found = "-", findings = 1, at = { table = "disclosure", row = "regulations" } } },
  { name = "a whole row", base = "clean-2021", edits = { { carried, "|二、上年结转政府信息公开申请数量|||||||" } },
    expect = { state = "fail", findings = 1, at = { table = "requests", row = "carried_in" } } },
  { name = "a column blank from top to bottom is one finding", base = "clean-2021", edits = column_blank(1),
    expect = { state = "fail", findings = 1, found = "", at = { table = "requests", row = "new", column = "research" } } },
  { name = "with one figure in it, each row is one", base = "clean-2021", edits = column_blank(2),
    expect = { state = "fail", findings = 24, at = { table = "requests", row = "carried_in", column = "research" } } },
  { name = "the word for nothing is text, not blank", trap = true, base = "clean-2021", edits = { { "|行政强制|0|", "|行政强制|无|" } },
    expect = { state = "pass" } },
  { name = "nought with a unit", trap = true, base = "clean-2021", edits = { { "|行政强制|0|", "|行政强制|0件|" } }, expect = { state = "pass" } },
  { name = "a blank in a dispute", base = "clean-2021", edits = { { "|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|", "|2|0|0|1|3|1||0|0|1|0|0|0|0|0|" } },
    expect = { state = "fail", at = { table = "disputes", row = "direct", column = "corrected" } } },
  { name = "blank at the end of a line of text", base = "clean-2019", edits = { { "行政处罚\t19\t1\t4", "行政处罚\t\t\t" } },
    expect = { state = "fail", findings = 1, at = { table = "disclosure", row = "penalties" } } },
  { name = "a table is not there", base = "clean-2008", year = 2023, expect = { state = "unknown", reason = "table-missing" } },
  { name = "noughts of full width, and a nought of money", base = "clean-2021", trap = true,
    edits = { { "|行政强制|0|", "|行政强制|０|" }, { "|行政事业性收费|182.46|", "|行政事业性收费|0.00|" } }, expect = { state = "pass" } },
  { name = "cells merged over columns that the row does not have", base = "clean-2021.html", trap = true, expect = { state = "pass" } },
}
