local function with(sentence)
  return "　　全年公开信息120条。" .. sentence
end

return cases {
  { name = "none", base = "clean-2021", expect = { state = "pass" } },
  { name = "the repealed one, twice", fragment = with("落实青政办发〔2017〕41号。再落实青政办发〔2017〕41号。"),
    expect = { state = "fail", findings = 1, found = "青政办发〔2017〕41号", expected = "青政办发〔2023〕6号", at = { section = "overview" } } },
  { name = "how it was repealed", fragment = with("青政办发〔2017〕41号于3月废止。"), trap = true, expect = { state = "pass" } },
  { name = "in force in the year before", base = "clean-2019", trap = true,
    edits = { { "一、总体情况\n", "一、总体情况\n\n　　落实青政办发〔2017〕41号。" } }, expect = { state = "pass" } },
  { name = "one of the year to come", fragment = with("按照青政办发〔2025〕3号填报。"), expect = { state = "fail", found = "青政办发〔2025〕3号" } },
  { name = "it is only named", fragment = with("青政办发〔2025〕3号正在起草。"), trap = true, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
