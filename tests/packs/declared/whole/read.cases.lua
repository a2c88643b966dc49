return cases {
  { name = "a sound page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "bytes that are no characters", base = "clean-2021", edits = { { "接待查询409人次。", "接待查\xFF\xE8询409人次。" } },
    expect = { state = "fail", found = "2", findings = 1 } },
  { name = "the sign of a lost character, quoted", base = "clean-2021", trap = true,
    edits = { { "接待查询409人次。", "接待查询409人次，其中“□”字样的登记已补正。" } }, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
