local title = "青禾县自然资源局2023年政府信息公开工作年度报告"
local due = "2023年青禾县自然资源局政府信息公开工作年度报告"

local function worded(as, expect, trap)
  return { name = as, base = "clean-2021", year = 2023, edits = { { title, as } }, expect = expect, trap = trap }
end

return cases {
  worded(due, { state = "pass" }),
  worded(title, { state = "informational", expected = due }, true),
  worded("青禾县自然资源局政府信息公开工作年度报告", { state = "fail", expected = due, findings = 1 }),
  worded("2023年政府信息公开工作年度报告", { state = "fail", found = "2023年政府信息公开工作年度报告" }),
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
