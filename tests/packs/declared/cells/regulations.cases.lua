local row = "|规章|0|0|0|"

return cases {
  { name = "none", base = "clean-2021", expect = { state = "pass" } },
  { name = "two", base = "clean-2021", edits = { { row, "|规章|2|0|0|" } },
    expect = { state = "fail", expected = "≤ 0", found = 2, at = { table = "disclosure", row = "regulations", column = "made" }, findings = 1 } },
  { name = "a city may", base = "clean-2021", agency = "平澜市人民政府", level = "city", edits = { { row, "|规章|2|0|7|" } },
    expect = { state = "notapplicable", reason = "other-bodies" } },
  { name = "blank", base = "clean-2021", edits = { { row, "|规章||0|0|" } }, expect = { state = "unknown", reason = "cell-without-number" } },
  { name = "normative documents are no regulations", base = "clean-2021", trap = true, edits = { { "|行政规范性文件|2|1|9|", "|行政规范性文件|20|1|90|" } },
    expect = { state = "pass" } },
}
