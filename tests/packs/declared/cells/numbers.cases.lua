return cases {
  { name = "numbers", base = "clean-2021", expect = { state = "pass" } },
  { name = "a word", base = "clean-2021", edits = { { "|行政许可|316|", "|行政许可|若干|" } }, expect = { state = "fail", found = "若干", at = { row = "licences" } } },
  { name = "with its unit", base = "clean-2021", trap = true, edits = { { "|行政许可|316|", "|行政许可|316件|" } }, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
