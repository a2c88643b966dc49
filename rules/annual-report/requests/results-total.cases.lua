local total = "|（七）总计|98|21|2|1|7|1|130|"

return cases {
  { name = "every column adds up", base = "clean-2021", expect = { state = "pass" } },
  { name = "a page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "one row for other results in form 2019", base = "clean-2019", expect = { state = "pass" } },
  { name = "the old form has no table", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "the total of one column", base = "clean-2021", edits = { { total, "|（七）总计|98|12|2|1|7|1|130|" } },
    expect = { state = "fail", severity = "major", at = { table = "requests", row = "total", column = "business" } } },
  { name = "the grand total", base = "clean-2021", edits = { { total, "|（七）总计|98|21|2|1|7|1|103|" } },
    expect = { state = "fail", at = { table = "requests", row = "total", column = "all" } } },
  { name = "a wrong cell and a row that agrees with it", base = "clean-2021",
    edits = { { "|2.重复申请|1|0|0|0|1|0|2|", "|2.重复申请|4|0|0|0|1|0|5|" } }, expect = { state = "fail", at = { table = "requests" } } },
  { name = "the total left blank", base = "clean-2021", edits = { { total, "|（七）总计|98|21|2|1|7|1||" } },
    expect = { state = "unknown", reason = "cell-without-number" } },
  { name = "no requests at all", base = "clean-2019",
    edits = { { "一、本年新收政府信息公开申请数量\t14\t3\t0\t1\t0\t0\t18", "一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0" } },
    expect = { state = "pass" } },
  { name = "the total of the table is not that of the requests received", base = "clean-2021", trap = true,
    edits = { { "|3.其他|1|0|0|0|0|0|1|", "|3.其他|11|0|0|0|0|0|11|" }, { total, "|（七）总计|108|21|2|1|7|1|140|" } }, expect = { state = "pass" } },
}
