local sentence = "2023年，本局没有发出信息处理费收费通知，没有收取信息处理费。"

return cases {
  { name = "the fees are stated", base = "clean-2021", expect = { state = "pass" } },
  { name = "nothing on fees", base = "clean-2021", edits = { { sentence, "" } }, expect = { state = "fail", severity = "advice", at = { section = "other" } } },
  { name = "the form of 2019 asks for none", base = "clean-2019", expect = { state = "notapplicable" } },
  { name = "stated with the requests", trap = true, base = "clean-2021", edits = { { sentence, "" }, { "接待查询409人次。", "接待查询409人次。未向申请人收取任何费用。" } },
    expect = { state = "pass" } },
  { name = "free of charge", trap = true, base = "clean-2021", edits = { { sentence, "向申请人提供政府信息均为免费。" } }, expect = { state = "pass" } },
  { name = "a free copy at the reading desk says nothing of it", base = "clean-2021", edits = { { sentence, "信息公开查阅点提供免费打印。" } },
    expect = { state = "fail" } },
  { name = "administrative fees are another thing", base = "clean-2021", edits = { { sentence, "公开行政事业性收费项目清单。" } }, expect = { state = "fail" } },
}
