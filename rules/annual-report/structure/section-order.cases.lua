local problems, other = "五、存在的主要问题及改进情况", "六、其他需要报告的事项"

return cases {
  { name = "official order", base = "clean-2021", expect = { state = "pass" } },
  { name = "the old form has none", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "two sections changed places", base = "clean-2021", edits = { { problems, "五、其他需要报告的事项" }, { other, "六、存在的主要问题及改进情况" } },
    expect = { state = "fail", severity = "minor", findings = 1 } },
  { name = "the last section first: one is out of place, not five", base = "clean-2019",
    edits = { { "\n一、总体情况\n", "\n一、其他需要报告的事项\n\n　　无。\n\n二、总体情况\n" }, { "\n六、其他需要报告的事项\n", "\n" } },
    expect = { state = "fail", at = { section = "other" }, findings = 1 } },
  { name = "a missing section leaves the others in order", trap = true, base = "clean-2021", edits = { { "\n" .. problems .. "\n", "\n" } },
    expect = { state = "pass" } },
  { name = "the sentence on the parts is no heading", trap = true, base = "clean-2021",
    edits = { { "全文由总体情况、", "全文由其他需要报告的事项、总体情况、" } }, expect = { state = "pass" } },
  { name = "a section of the agency's own between the official ones", base = "clean-2021", trap = true,
    edits = { { "\n" .. problems .. "\n", "\n五、重点领域信息公开情况\n\n　　公开征地信息342条。\n\n六、存在的主要问题及改进情况\n" }, { "\n" .. other .. "\n", "\n七、其他需要报告的事项\n" } },
    expect = { state = "pass" } },
}
