local withdrawn = "|五、申请人主动撤回申请数量|2|0|0|0|0|0|2|"

return cases {
  { name = "items one and two are three, four and five", base = "clean-2027", expect = { state = "pass", findings = 0 } },
  { name = "a page", base = "clean-2027.html", expect = { state = "pass" } },
  { name = "one withdrawal too many, in cell and total", base = "clean-2027",
    edits = { { withdrawn, "|五、申请人主动撤回申请数量|3|0|0|0|0|0|3|" } },
    expect = { state = "fail", severity = "major", at = { table = "requests" } } },
  { name = "the cell of the new row alone is wrong", base = "clean-2027",
    edits = { { withdrawn, "|五、申请人主动撤回申请数量|5|0|0|0|0|0|2|" } },
    expect = { state = "fail", at = { table = "requests", row = "withdrawn", column = "natural" } } },
  { name = "what is missing in items three and four was withdrawn", trap = true, base = "clean-2027",
    edits = { { "|四、结转下年度继续办理|2|1|0|0|1|0|4|", "|四、结转下年度继续办理|0|1|0|0|1|0|2|" },
      { withdrawn, "|五、申请人主动撤回申请数量|4|0|0|0|0|0|4|" } },
    expect = { state = "pass" } },
  { name = "no such table before form 2019", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "a report of an earlier year is judged by the national rule", base = "clean-2021", expect = { state = "pass" } },
  { name = "the new row is blank", base = "clean-2027",
    edits = { { withdrawn, "|五、申请人主动撤回申请数量||0|0|0|0|0|2|" } },
    expect = { state = "unknown", reason = "cell-without-number" } },
}
