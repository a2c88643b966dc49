local said = "新收申请128件"

return cases {
  { name = "the same number", base = "clean-2021", expect = { state = "pass" } },
  { name = "another number", base = "clean-2021", edits = { { said, "新收申请182件" } },
    expect = { state = "fail", expected = "128", found = "182", at = { section = "overview", quote = "新收申请182件" }, findings = 1 } },
  { name = "not stated", base = "clean-2021", edits = { { said, "新收申请若干" } }, expect = { state = "notapplicable", reason = "not-stated" } },
  { name = "a rough number", base = "clean-2021", trap = true, edits = { { said, "新收申请约130件" } }, expect = { state = "notapplicable" } },
  { name = "also last year's", base = "clean-2021", trap = true, edits = { { said, "新收申请128件（2022年新收申请97件）" } }, expect = { state = "pass" } },
  { name = "the cell is blank", base = "clean-2021", edits = { { "|96|21|2|1|7|1|128|", "|96|21|2|1|7|1||" } },
    expect = { state = "unknown", reason = "cell-without-number" } },
}
