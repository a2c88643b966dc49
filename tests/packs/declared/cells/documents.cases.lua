local row = "|行政规范性文件|2|1|9|"

return cases {
  { name = "in force are more", base = "clean-2021", expect = { state = "pass" } },
  { name = "in force are fewer", base = "clean-2021", edits = { { row, "|行政规范性文件|12|1|9|" } },
    expect = { state = "fail", expected = "≥ 11", found = "9", at = { table = "disclosure", row = "normative", column = "valid" }, findings = 1 } },
  { name = "none are left", base = "clean-2021", trap = true, edits = { { row, "|行政规范性文件|3|3|0|" } }, expect = { state = "pass" } },
  { name = "a blank", base = "clean-2021", edits = { { row, "|行政规范性文件|2|1||" } }, expect = { state = "unknown", reason = "cell-without-number" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
