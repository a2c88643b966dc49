local fees = "　　2023年，本局没有发出信息处理费收费通知，没有收取信息处理费。"

return cases {
  { name = "stated", base = "clean-2021", expect = { state = "pass" } },
  { name = "not stated", base = "clean-2021", edits = { { fees, "　　" } },
    expect = { state = "fail", expected = "信息处理费", at = { section = "other" }, findings = 1, message = "信息处理费" } },
  { name = "stated in another section", base = "clean-2021", edits = { { fees, "　　" }, { "（五）监督保障。", "（五）监督保障。未收取信息处理费。" } },
    expect = { state = "fail" } },
  { name = "no such section", base = "clean-2021", edits = { { "\n六、其他需要报告的事项\n", "\n" } },
    expect = { state = "unknown", reason = "section-missing" } },
  { name = "with blanks between the characters", base = "clean-2021", trap = true, edits = { { fees, "　　未收取信 息 处 理 费。" } }, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
