local sentence = "数据的统计期限自2023年1月1日起至2023年12月31日止。"

local function stated(name, as, expect, trap)
  return { name = name, base = "clean-2021", edits = { { sentence, as } }, expect = expect, trap = trap }
end

return cases {
  { name = "the whole year", base = "clean-2021", expect = { state = "pass" } },
  stated("not stated", "", { state = "fail", severity = "major", findings = 1 }),
  stated("another year", "统计期限自2022年1月1日起至2022年12月31日止。", { state = "fail", severity = "minor", expected = "2023-01-01 / 2023-12-31" }),
  stated("from the day that the year allows", "统计期限自2023年2月1日起至2023年12月31日止。", { state = "pass" }, true),
  stated("from its founding", "统计期限自2023年4月1日（本局组建）起至2023年12月31日止。", { state = "informational" }, true),
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
