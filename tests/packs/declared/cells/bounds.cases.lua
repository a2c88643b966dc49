local made = "|行政规范性文件|2|1|9|"

return cases {
  { name = "as usual", base = "clean-2021", expect = { state = "pass" } },
  { name = "more made than are in force", base = "clean-2021", edits = { { made, "|行政规范性文件|12|1|9|" } },
    expect = { state = "fail", found = "9", expected = "≥ 11", at = { table = "disclosure", row = "normative", column = "valid" } } },
  { name = "none at all", base = "clean-2021", edits = { { made, "|行政规范性文件|0|0|0|" } }, trap = true, expect = { state = "pass" } },
  { name = "a blank proves nothing", base = "clean-2021", edits = { { made, "|行政规范性文件|2|1||" } }, expect = { state = "unknown" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
