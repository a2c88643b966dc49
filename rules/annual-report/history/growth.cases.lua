local sentence = "新收申请128件，上年结转3件。"
local new = "|一、本年新收政府信息公开申请数量|96|21|2|1|7|1|128|"

local function says(tail)
  return { { sentence, "新收申请128件，" .. tail .. "。上年结转3件。" } }
end

-- 100 requests in the year before.
local before = { { year = 2022, report = { base = "clean-2021", edits = { { new, "|一、本年新收政府信息公开申请数量|68|21|2|1|7|1|100|" } } } } }

return cases {
  { name = "the growth is right", base = "clean-2021", year = 2023, edits = says("同比增长28.0%"), earlier = before, expect = { state = "pass" } },
  { name = "the growth is wrong", base = "clean-2021", year = 2023, edits = says("较上年增长21.9%"), earlier = before,
    expect = { state = "fail", severity = "minor", findings = 1, expected = "+28.0%", found = "+21.9%", at = { section = "overview", quote = "21.9%" } } },
  { name = "the direction is wrong", base = "clean-2021", year = 2023, edits = says("比去年下降28%"), earlier = before,
    expect = { state = "fail", expected = "+28%", found = "-28%" } },
  { name = "a number of cases more", base = "clean-2021", year = 2023, edits = says("与上年相比增加38件"), earlier = before,
    expect = { state = "fail", expected = "+28件", found = "+38件" } },
  { name = "the year is named", base = "clean-2021", year = 2023, edits = says("较2022年增加28件"), earlier = before, expect = { state = "pass" } },
  { name = "cut instead of rounded", trap = true, base = "clean-2021", year = 2023, edits = says("同比增长28.6%"),
    earlier = { { year = 2022, report = { base = "clean-2021", edits = { { new, "|一、本年新收政府信息公开申请数量|67|21|2|1|7|1|99.5|" } } } } },
    expect = { state = "notapplicable", reason = "no-growth" } },
  { name = "received with what was carried in", trap = true, base = "clean-2021", year = 2023,
    edits = { { sentence, "共受理申请131件，同比增长27.2%。" } }, earlier = before, expect = { state = "pass" } },
  { name = "compared with another year", trap = true, base = "clean-2021", year = 2023, edits = says("较2019年增长60%"), earlier = before,
    expect = { state = "notapplicable", reason = "no-growth" } },
  { name = "percentage points are another thing", trap = true, base = "clean-2021", year = 2023, edits = says("办结率同比提高3.1个百分点"), earlier = before,
    expect = { state = "notapplicable" } },
  { name = "nothing is compared", base = "clean-2021", year = 2023, earlier = before, expect = { state = "notapplicable", reason = "no-growth" } },
  { name = "no report of last year", base = "clean-2021", year = 2023, edits = says("同比增长28.0%"), expect = { state = "notapplicable" } },
}
