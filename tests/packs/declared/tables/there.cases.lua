local new = "|一、本年新收政府信息公开申请数量|96|21|2|1|7|1|128|"

return cases {
  { name = "there", base = "clean-2021", expect = { state = "pass" } },
  { name = "not there", base = "clean-2008", year = 2023, expect = { state = "fail", at = { table = "requests" }, findings = 1 } },
  { name = "in another notation", base = "clean-2021", trap = true, edits = { { new, "|一、本年新收政府信息公开申请数量（件）|９６|21|2|1|7|1|128|" } },
    expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
