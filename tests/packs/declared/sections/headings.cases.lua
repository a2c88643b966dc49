local function with(name, from, to, expect, trap)
  return { name = name, base = "clean-2021", edits = { { from, to } }, expect = expect, trap = trap }
end

return cases {
  { name = "official", base = "clean-2021", expect = { state = "pass" } },
  with("in other words", "\n一、总体情况\n", "\n一、概述\n", { state = "fail", expected = "总体情况", found = "概述", at = { section = "overview" } }),
  with("a wording that is only noted", "五、存在的主要问题及改进情况", "五、存在问题及改进措施", { state = "informational" }, true),
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
