-- Table two once more behind the report, with so many rules of conduct in force.
local function once_more(valid)
  return { { "\n【打印】 【关闭】", table.concat({ "", "|第二十条第（一）项|", "|信息内容|本年制发件数|本年废止件数|现行有效件数|", "|规章|0|0|0|",
    "|行政规范性文件|2|1|" .. valid .. "|", "|第二十条第（五）项|", "|信息内容|本年处理决定数量|", "|行政许可|316|", "|第二十条第（六）项|",
    "|信息内容|本年处理决定数量|", "|行政处罚|24|", "|行政强制|0|", "|第二十条第（八）项|", "|信息内容|本年收费金额（单位：万元）|",
    "|行政事业性收费|182.46|", "" }, "\n") } }
end

return cases {
  { name = "official labels", base = "clean-2021", expect = { state = "pass" } },
  { name = "official labels in a page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "form 2019", base = "clean-2019", expect = { state = "pass" } },
  { name = "the old form has no tables", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "a row left out", base = "clean-2021", edits = { { "|8.属于行政查询事项|5|0|0|0|0|0|5|\n", "" } },
    expect = { state = "fail", severity = "minor", at = { table = "requests", row = "refused.8" } } },
  { name = "a row renamed", base = "clean-2021", edits = { { "5.属于三类内部事务信息", "5.内部管理事项" } },
    expect = { state = "fail", at = { table = "requests", row = "refused.5" }, found = "5.内部管理事项" } },
  { name = "a row of table two left out", base = "clean-2021", edits = { { "|行政强制|0|\n", "" } },
    expect = { state = "fail", at = { table = "disclosure", row = "coercion" } } },
  { name = "labels with a word more", trap = true, base = "clean-2021",
    edits = { { "|行政许可|", "|行政许可事项|" }, { "|行政处罚|", "|行政处罚决定|" }, { "|行政事业性收费|", "|行政事业性收费项目|" } }, expect = { state = "pass" } },
  { name = "a note inside a label", trap = true, base = "clean-2021", edits = { { "|行政许可|", "|行政许可（含本级受理）|" } }, expect = { state = "pass" } },
  { name = "a shortened label", trap = true, base = "clean-2021", edits = { { "5.要求行政机关确认或重新出具已获取信息", "5.要求确认或重新出具已获取信息" } },
    expect = { state = "pass" } },
  { name = "ordinals lost", trap = true, base = "clean-2021", edits = { { "|4.保护第三方", "|保护第三方" }, { "|6.属于四类", "|属于四类" } },
    expect = { state = "pass" } },
  { name = "blanks and other quotation marks", trap = true, base = "clean-2021", edits = { { "3.危及“三安全一稳定”", "3. 危及\"三安全 一稳定\"" } },
    expect = { state = "pass" } },
  { name = "a further local row", trap = true, base = "clean-2021", edits = { { "|行政规范性文件|2|1|9|\n", "|行政规范性文件|2|1|9|\n|其他主动公开文件|5|0|40|\n" } },
    expect = { state = "informational" } },
  { name = "a table that stands twice", trap = true, base = "clean-2021", edits = once_more(9), expect = { state = "pass" } },
  { name = "twice with different figures: only one is judged", base = "clean-2021", edits = once_more(11),
    expect = { state = "informational", found = "11", expected = "9" } },
  { name = "a table is not there", base = "clean-2008", year = 2023, expect = { state = "unknown", reason = "table-missing" } },
}
