local new = "|一、本年新收政府信息公开申请数量|96|21|2|1|7|1|128|"
local disclosure = { { "|行政许可|316|", "|行政许可|298|" } }

local function last(edits)
  return { { year = 2022, report = { base = "clean-2021", edits = edits } } }
end

local function merged(...)
  local list = {}
  for _, edits in ipairs({ ... }) do
    table.move(edits, 1, #edits, #list + 1, list)
  end
  return list
end

return cases {
  { name = "every table has other figures", base = "clean-2021", year = 2023,
    earlier = last(merged(disclosure, { { new, "|一、本年新收政府信息公开申请数量|95|22|2|1|7|1|128|" } })), expect = { state = "pass" } },
  { name = "the requests are last year's again", base = "clean-2021", year = 2023, earlier = last(disclosure),
    expect = { state = "fail", severity = "minor", findings = 1, at = { table = "requests" } } },
  { name = "two tables are last year's again", base = "clean-2021", year = 2023, earlier = last({ { "2023年", "2022年", "all" } }),
    expect = { state = "fail", findings = 2 } },
  { name = "a handful of cases may be the same", trap = true, base = "clean-2021", year = 2023,
    earlier = last(merged(disclosure, { { new, "|一、本年新收政府信息公开申请数量|97|21|2|1|7|1|129|" } })), expect = { state = "pass" } },
  { name = "another form has other tables", base = "clean-2021", year = 2021, edits = { { "2023年", "2021年", "all" } },
    earlier = { { year = 2020, report = { base = "clean-2019" } } }, expect = { state = "notapplicable", reason = "other-form" } },
  { name = "no report of last year", base = "clean-2021", year = 2023, expect = { state = "notapplicable", reason = "no-last-year" } },
}
