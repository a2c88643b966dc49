local new = "|一、本年新收政府信息公开申请数量|96|21|2|1|7|1|128|"

local function last(total, natural)
  return { { year = 2022, report = { base = "clean-2021",
    edits = { { new, "|一、本年新收政府信息公开申请数量|" .. natural .. "|0|0|0|0|0|" .. total .. "|" } } } } }
end

return cases {
  { name = "twice as many", base = "clean-2021", year = 2023, earlier = last(60, 60), expect = { state = "pass" } },
  { name = "a tenth of last year's", base = "clean-2021", year = 2023, earlier = last(1280, 1280),
    expect = { state = "fail", severity = "advice", findings = 1, found = 128, at = { table = "requests", row = "new", column = "all" } } },
  { name = "ten times last year's", base = "clean-2021", year = 2023,
    edits = { { new, "|一、本年新收政府信息公开申请数量|1280|0|0|0|0|0|1280|" } }, earlier = { { year = 2022, report = { base = "clean-2021" } } },
    expect = { state = "fail", found = 1280 } },
  { name = "from a few to many says nothing", trap = true, base = "clean-2021", year = 2023, earlier = last(5, 5), expect = { state = "pass" } },
  { name = "exactly five times is no jump", trap = true, base = "clean-2021", year = 2023, earlier = last(640, 640), expect = { state = "pass" } },
  { name = "no report of last year", base = "clean-2021", year = 2023, expect = { state = "notapplicable", reason = "no-last-year" } },
}
