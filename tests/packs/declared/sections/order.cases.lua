local problems, other = "五、存在的主要问题及改进情况", "六、其他需要报告的事项"

return cases {
  { name = "in order", base = "clean-2021", expect = { state = "pass" } },
  { name = "exchanged", base = "clean-2021", edits = { { problems, "五、其他需要报告的事项" }, { other, "六、存在的主要问题及改进情况" } },
    expect = { state = "fail", findings = 1 } },
  { name = "the order of the others is not asked", base = "clean-2021", trap = true,
    edits = { { "一、总体情况", "一、主动公开政府信息情况" }, { "二、主动公开政府信息情况", "二、总体情况" } }, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
