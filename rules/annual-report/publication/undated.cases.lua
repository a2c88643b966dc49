local line = "发布日期：2024-01-17    "

return cases {
  { name = "a line under the title", base = "clean-2021", expect = { state = "pass" } },
  { name = "meta tags and a line", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "only signed", base = "clean-2021", edits = { { line, "" } },
    expect = { state = "fail", severity = "advice", at = { quote = "2024年1月16日" } } },
  { name = "no date at all", base = "clean-2021", edits = { { line, "" }, { "2024年1月16日", "" } },
    expect = { state = "fail", severity = "advice", findings = 1 } },
  { name = "the label on another word", trap = true, base = "clean-2021", edits = { { line, "信息时间：2024-01-17  " } }, expect = { state = "pass" } },
  { name = "a date without a label", trap = true, base = "clean-2021", edits = { { line, "2024-01-17 08:30  " } }, expect = { state = "pass" } },
  { name = "in Chinese", base = "clean-2021", edits = { { line, "发布时间：2024年01月17日 " } }, expect = { state = "pass" } },
  { name = "in brackets", trap = true, base = "clean-2021", edits = { { "发布日期：2024-01-17    来源：青禾县自然资源局    浏览次数：95", "【时间：2024-01-17】 【来源：本局】" } },
    expect = { state = "pass" } },
  { name = "a date alone, with seconds", trap = true, base = "clean-2021",
    edits = { { "发布日期：2024-01-17    来源：青禾县自然资源局    浏览次数：95", "2024-01-17 09:00:12" } }, expect = { state = "pass" } },
  { name = "meta tag only", trap = true, base = "clean-2021.html", edits = { { "发布日期：2023-03-10　", "" } }, expect = { state = "pass" } },
  { name = "line only, in a page without meta tags", base = "clean-2021.html",
    edits = { { '<meta name="PubDate" content="2023-03-10 09:20">', "" } }, expect = { state = "pass" } },
  { name = "dates in the text are none of publication", base = "clean-2021",
    edits = { { line, "" }, { "2024年1月16日", "" }, { "由5天缩短到1天", "由5天缩短到1天，2024年1月5日起施行" } }, expect = { state = "fail" } },
  { name = "what is no annual report has no such duty", base = "no-report", expect = { state = "notapplicable", reason = "not-a-report" } },
}
