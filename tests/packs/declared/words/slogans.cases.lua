local function with(sentence)
  return "　　全年公开信息120条。" .. sentence
end

return cases {
  { name = "none", base = "clean-2021", expect = { state = "pass" } },
  { name = "one", fragment = with("奋力谱写新篇章。"),
    expect = { state = "fail", found = "谱写新篇章", expected = "具体做法", findings = 1, at = { section = "overview", quote = "谱写新篇章" } } },
  { name = "one twice, the other once", fragment = with("再创辉煌，再创辉煌，谱写新篇章。"), expect = { state = "fail", findings = 2 } },
  { name = "what a meeting said", fragment = with("会议提出谱写新篇章。"), trap = true, expect = { state = "pass" } },
  { name = "many that a meeting said, and one behind them", fragment = with(string.rep("会议提出再创辉煌。", 3000) .. "谱写新篇章。"),
    expect = { state = "fail", found = "谱写新篇章", findings = 1 } },
  { name = "thousands of them", fragment = with(string.rep("再创辉煌。", 5000)), expect = { state = "fail", findings = 1 } },
  { name = "words that hold it only in part", fragment = with("谱写了新的篇章。"), trap = true, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
