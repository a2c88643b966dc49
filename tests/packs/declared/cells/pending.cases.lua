local line = "|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|"

return cases {
  { name = "fewer", base = "clean-2021", expect = { state = "pass" } },
  { name = "more", base = "clean-2021", edits = { { line, "|2|0|0|4|3|1|0|0|0|1|0|0|0|0|0|" } },
    expect = { state = "fail", expected = "≤ 3", found = "4", at = { row = "review", column = "pending" } } },
  { name = "all of them", base = "clean-2021", trap = true, edits = { { line, "|0|0|0|3|3|1|0|0|0|1|0|0|0|0|0|" } }, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
