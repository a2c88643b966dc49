local new = "|96|21|2|1|7|1|128|"
local carried_out = "|四、结转下年度继续办理|0|1|0|0|0|0|1|"

return cases {
  { name = "one plus two is three plus four", base = "clean-2021", expect = { state = "pass" } },
  { name = "a page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "form 2019", base = "clean-2019", expect = { state = "pass" } },
  { name = "the old form has no table", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "a column does not balance though its row adds up", base = "clean-2021", edits = { { new, "|99|18|2|1|7|1|128|" } },
    expect = { state = "fail", severity = "major", at = { table = "requests" } } },
  { name = "more carried out than there can be", base = "clean-2021", edits = { { carried_out, "|四、结转下年度继续办理|0|4|0|0|0|0|4|" } },
    expect = { state = "fail", at = { table = "requests", row = "carried_out" } } },
  { name = "one new request too many, in cell and total", base = "clean-2021", edits = { { new, "|97|21|2|1|7|1|129|" } },
    expect = { state = "fail", at = { table = "requests", column = "natural" } } },
  { name = "what was carried in is blank", base = "clean-2021",
    edits = { { "|二、上年结转政府信息公开申请数量|2|1|0|0|0|0|3|", "|二、上年结转政府信息公开申请数量|2||0|0|0|0|3|" } },
    expect = { state = "unknown", reason = "cell-without-number" } },
  { name = "more was handled than came in, for some was carried in", base = "clean-2021", trap = true, expect = { state = "pass" } },
  { name = "cases pass from one column to another and still balance in each", base = "clean-2021", trap = true,
    edits = { { new, "|95|22|2|1|7|1|128|" }, { "|二、上年结转政府信息公开申请数量|2|1|0|0|0|0|3|", "|二、上年结转政府信息公开申请数量|3|0|0|0|0|0|3|" } },
    expect = { state = "pass" } },
}
