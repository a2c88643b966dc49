local heading = "五、存在的主要问题及改进情况"

return cases {
  { name = "six sections", base = "clean-2021", expect = { state = "pass" } },
  { name = "left out", base = "clean-2021", edits = { { heading .. "\n", "" } },
    expect = { state = "fail", expected = "存在的主要问题及改进情况", at = { section = "problems" } } },
  { name = "others are not asked for", base = "clean-2021", trap = true, edits = { { "\n六、其他需要报告的事项\n", "\n" } }, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
