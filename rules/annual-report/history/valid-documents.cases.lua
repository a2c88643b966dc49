local normative = "|行政规范性文件|2|1|9|"

local function last(valid)
  return { { year = 2022, report = { base = "clean-2021", edits = { { normative, "|行政规范性文件|4|0|" .. valid .. "|" } } } } }
end

return cases {
  { name = "last year's, with what was made and without what was repealed", base = "clean-2021", year = 2023, earlier = last(8),
    expect = { state = "pass" } },
  { name = "one too many", base = "clean-2021", year = 2023, earlier = last(7),
    expect = { state = "fail", severity = "minor", findings = 1, expected = 8, found = 9,
      at = { table = "disclosure", row = "normative", column = "valid" } } },
  { name = "items of form 2019", base = "clean-2019", year = 2020,
    earlier = { { year = 2019, report = { base = "clean-2019" } } },
    expect = { state = "fail", at = { table = "disclosure", row = "services", column = "previous" }, expected = 9, found = 11 } },
  { name = "items of form 2019 that follow", base = "clean-2019", year = 2020,
    earlier = { { year = 2019, report = { base = "clean-2019", edits = { { "其他对外管理服务事项\t11\t-2", "其他对外管理服务事项\t13\t-2" },
      { "行政处罚\t19\t1", "行政处罚\t18\t1" } } } } },
    expect = { state = "pass" } },
  { name = "an older break is recalled and costs nothing", trap = true, base = "clean-2021", year = 2023,
    earlier = { last(8)[1], { year = 2021, report = { base = "clean-2021", edits = { { normative, "|行政规范性文件|1|0|3|" } } } } },
    expect = { state = "informational", findings = 1 } },
  { name = "another form counts other things", trap = true, base = "clean-2021", year = 2021,
    edits = { { "2023年", "2021年", "all" } }, earlier = { { year = 2020, report = { base = "clean-2019" } } },
    expect = { state = "notapplicable", reason = "other-form" } },
  { name = "a blank of last year proves nothing", trap = true, base = "clean-2021", year = 2023, earlier = last(""),
    expect = { state = "unknown", reason = "no-number-last-year" } },
  { name = "no report of last year", base = "clean-2021", year = 2023, expect = { state = "notapplicable", reason = "no-last-year" } },
}
