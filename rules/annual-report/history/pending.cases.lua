local cases_of = "|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|"

local function last(row)
  return { { year = 2022, report = { base = "clean-2021", edits = { { cases_of, row } } } } }
end

return cases {
  { name = "the pending case is among this year's", base = "clean-2021", year = 2023, earlier = last(cases_of), expect = { state = "pass" } },
  { name = "more were pending than there are now", base = "clean-2021", year = 2023, earlier = last("|2|0|0|1|3|1|0|0|2|3|0|0|0|0|0|"),
    expect = { state = "fail", severity = "advice", findings = 1, expected = "≥ 2", found = 1,
      at = { table = "disputes", row = "direct", column = "total" } } },
  { name = "as many as were pending", trap = true, base = "clean-2021", year = 2023, earlier = last("|2|0|0|3|5|1|0|0|1|2|0|0|0|0|0|"),
    expect = { state = "pass" } },
  { name = "form 2019 has the same table", base = "clean-2021", year = 2023, earlier = { { year = 2022, report = { base = "clean-2019" } } },
    expect = { state = "pass" } },
  { name = "no report of last year", base = "clean-2021", year = 2023, expect = { state = "notapplicable", reason = "no-last-year" } },
}
