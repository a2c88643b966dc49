local other = "六、其他需要报告的事项"

return cases {
  { name = "under a heading of its own", base = "clean-2021", edits = { { other, "六、政务新媒体情况\n\n　　发布推文263篇。\n\n七、其他需要报告的事项" } },
    expect = { state = "pass" } },
  { name = "nowhere", base = "clean-2021", expect = { state = "fail", expected = "政务新媒体情况", findings = 1 } },
  { name = "named in the text only", base = "clean-2021", edits = { { "政务微信公众号", "政务新媒体公众号" } }, expect = { state = "fail" } },
  { name = "as an item of the overview", base = "clean-2021", trap = true, edits = { { "（四）平台建设。", "（四）平台和新媒体建设。" } }, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
