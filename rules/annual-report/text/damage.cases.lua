return cases {
  { name = "a sound page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "a sound text", base = "clean-2021", expect = { state = "pass" } },
  { name = "a question mark that is meant", trap = true, base = "clean-2021",
    edits = { { "接待查询409人次。", "接待查询409人次，其中“？”字样的登记已补正。" } }, expect = { state = "pass" } },
  { name = "a byte that is no character", base = "clean-2021", edits = { { "接待查询409人次。", "接待查\xFF\xE8询409人次。" } },
    expect = { state = "fail", severity = "advice", findings = 1 } },
  { name = "a page without a word", document = "<html><head><title></title></head><body><p> </p></body></html>", format = "html",
    expect = { state = "notapplicable", reason = "no-text" } },
}
