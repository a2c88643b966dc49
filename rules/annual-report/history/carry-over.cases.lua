local carried_in = "|二、上年结转政府信息公开申请数量|2|1|0|0|0|0|3|"
local carried_out = "|四、结转下年度继续办理|0|1|0|0|0|0|1|"

local function last(row, year)
  return { year = year or 2022, report = { base = "clean-2021", edits = { { carried_out, row } } } }
end

return cases {
  { name = "all columns are carried over", base = "clean-2021", year = 2023,
    earlier = { last("|四、结转下年度继续办理|2|1|0|0|0|0|3|") }, expect = { state = "pass" } },
  { name = "a column and with it the total differ: one cause", base = "clean-2021", year = 2023, earlier = { last(carried_out) },
    expect = { state = "fail", severity = "major", findings = 2, expected = 0, found = 2,
      at = { table = "requests", row = "carried_in", column = "natural" } } },
  { name = "two columns exchanged, the total agrees", base = "clean-2021", year = 2023,
    earlier = { last("|四、结转下年度继续办理|1|2|0|0|0|0|3|") },
    expect = { state = "fail", findings = 2, at = { row = "carried_in", column = "business" } } },
  { name = "only the total of last year differs", base = "clean-2021", year = 2023,
    earlier = { last("|四、结转下年度继续办理|2|1|0|0|0|0|4|") },
    expect = { state = "fail", findings = 1, expected = 4, found = 3, at = { column = "all" } } },
  { name = "last year's cell was mistyped, this year's is right", trap = true, base = "clean-2021", year = 2023,
    edits = { { carried_in, "|二、上年结转政府信息公开申请数量|0|1|0|0|0|0|1|" }, { "|一、本年新收政府信息公开申请数量|96|21|2|1|7|1|128|", "|一、本年新收政府信息公开申请数量|98|21|2|1|7|1|130|" } },
    earlier = { last("|四、结转下年度继续办理|9|1|0|0|0|0|1|") }, expect = { state = "informational" } },
  { name = "this year's cell is mistyped and named by its own equations", base = "clean-2021", year = 2023,
    edits = { { carried_in, "|二、上年结转政府信息公开申请数量|7|1|0|0|0|0|3|" } }, earlier = { last("|四、结转下年度继续办理|2|1|0|0|0|0|3|") },
    expect = { state = "fail", findings = 1, expected = 2, found = 7 } },
  { name = "an earlier break is recalled and costs nothing", trap = true, base = "clean-2021", year = 2023,
    earlier = { last("|四、结转下年度继续办理|2|1|0|0|0|0|3|"), last(carried_out, 2021) },
    expect = { state = "informational", severity = "informational", findings = 1, at = { row = "carried_in", column = "all" } } },
  { name = "the year before last says nothing of this year", trap = true, base = "clean-2021", year = 2023, earlier = { last(carried_out, 2021) },
    expect = { state = "notapplicable", reason = "no-last-year" } },
  { name = "a blank cell of last year proves nothing", trap = true, base = "clean-2021", year = 2023,
    earlier = { last("|四、结转下年度继续办理||1|0|0|0|0|3|") }, expect = { state = "unknown", reason = "no-number-last-year" } },
  { name = "a blank cell of this year proves nothing", trap = true, base = "clean-2021", year = 2023,
    edits = { { carried_in, "|二、上年结转政府信息公开申请数量||1|0|0|0|0|3|" } },
    earlier = { last("|四、结转下年度继续办理|2|1|0|0|0|0|3|") }, expect = { state = "unknown", reason = "cell-without-number" } },
  { name = "from the form of 2019 to that of 2021", base = "clean-2021", year = 2023,
    edits = { { carried_in, "|二、上年结转政府信息公开申请数量|1|0|0|0|0|0|1|" } },
    earlier = { { year = 2022, report = { base = "clean-2019" } } }, expect = { state = "pass" } },
  { name = "no report of last year", base = "clean-2021", year = 2023, expect = { state = "notapplicable", reason = "no-last-year" } },
  { name = "last year's report had no tables", base = "clean-2021", year = 2023,
    earlier = { { year = 2022, report = { base = "clean-2008" } } }, expect = { state = "notapplicable", reason = "no-last-table" } },
  { name = "no report of this year", received = "nothing", year = 2023, earlier = { last(carried_out) },
    expect = { state = "notapplicable", reason = "no-report" } },
}
