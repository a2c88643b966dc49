local line = "发布日期：2024-01-17    "

return cases {
  { name = "dated", base = "clean-2021", expect = { state = "pass" } },
  { name = "only signed", base = "clean-2021", edits = { { line, "" } }, expect = { state = "fail", at = { quote = "2024年1月16日" } } },
  { name = "without a label", base = "clean-2021", trap = true, edits = { { line, "2024-01-17    " } }, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
