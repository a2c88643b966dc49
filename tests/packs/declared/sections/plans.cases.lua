-- Other matters of the clean report are put aside; what stands there is the case's.
local function says(name, words, expect, trap)
  return { name = name, section = "other", fragment = "　　" .. words, expect = expect, trap = trap }
end

return cases {
  says("plans", "2024年计划公开不动产登记办事指南12种。", { state = "pass" }),
  says("short but concrete", "拟新建专栏1个。", { state = "pass" }, true),
  says("nothing", "无。", { state = "fail", found = "无。", expected = "下一年的公开计划", at = { section = "other" } }),
  says("nothing, in a sentence", "本局没有其他需要报告的事项。", { state = "fail", findings = 1 }),
  says("no plans", "全年没有收取信息处理费，人员没有变动。", { state = "fail", expected = "下一年的公开计划" }),
  says("a long text that begins with nothing", "没有其他需要报告的事项。" .. string.rep("公开专栏由专人更新，", 8) .. "明年拟增加两类。", { state = "pass" }, true),
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
