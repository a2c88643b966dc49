return cases {
  { name = "official", base = "clean-2021", expect = { state = "pass" } },
  { name = "a row left out", base = "clean-2021", edits = { { "|行政强制|0|\n", "" } }, expect = { state = "fail", at = { row = "coercion" } } },
  { name = "a row left out of another table", base = "clean-2021", trap = true, edits = { { "|8.属于行政查询事项|5|0|0|0|0|0|5|\n", "" } },
    expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
