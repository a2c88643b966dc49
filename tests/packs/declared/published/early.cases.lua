local line = "发布日期：2024-01-17"

return cases {
  { name = "earlier", base = "clean-2021", expect = { state = "pass" } },
  { name = "later", base = "clean-2021", edits = { { line, "发布日期：2024-01-22" } }, expect = { state = "fail", expected = "2024-01-20", found = "2024-01-22" } },
  { name = "on the day", base = "clean-2021", trap = true, edits = { { line, "发布日期：2024-01-20" } }, expect = { state = "pass" } },
  { name = "without a date", base = "clean-2021", edits = { { line, "" } }, expect = { state = "unknown", reason = "no-publication-date" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
