local line = "|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|"

return cases {
  { name = "filled in", base = "clean-2021", expect = { state = "pass" } },
  { name = "a blank", base = "clean-2021", edits = { { line, "|2||0|1|3|1|0|0|0|1|0|0|0|0|0|" } },
    expect = { state = "fail", at = { table = "disputes", row = "review", column = "corrected" } } },
  { name = "a blank in another table", base = "clean-2021", trap = true, edits = { { "|行政强制|0|", "|行政强制||" } }, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
