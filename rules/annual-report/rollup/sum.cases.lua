local new = "|一、本年新收政府信息公开申请数量|96|21|2|1|7|1|128|"
local granted = "（一）予以公开|51|11|1|1|3|1|68|"
local total = "|（七）总计|98|21|2|1|7|1|130|"

-- A child whose figures are those of the base document less n requests of natural persons, and still add up.
local function child(name, n)
  return { name = name, level = "department", report = { base = "clean-2021", edits = {
    { new, string.format("|一、本年新收政府信息公开申请数量|%d|21|2|1|7|1|%d|", 96 - n, 128 - n) },
    { granted, string.format("（一）予以公开|%d|11|1|1|3|1|%d|", 51 - n, 68 - n) },
    { total, string.format("|（七）总计|%d|21|2|1|7|1|%d|", 98 - n, 130 - n) },
  } } }
end

return cases {
  { name = "the report is what its only child reports", base = "clean-2021", year = 2023, children = { child("青禾县林业局", 0) }, expect = { state = "pass" } },
  { name = "a child has more than the whole: one cause", base = "clean-2021", year = 2023,
    children = { child("青禾县林业局", -1) },
    expect = { state = "fail", severity = "minor", findings = 6, expected = "≥ 97", found = 96,
      at = { table = "requests", row = "new", column = "natural" } } },
  { name = "a child that was left out: the sum of two exceeds the whole", base = "clean-2021", year = 2023,
    children = { child("青禾县林业局", 46), child("青禾县水利局", 46) },
    expect = { state = "fail", findings = 6, expected = "≥ 168", found = 130, at = { table = "requests", row = "total", column = "all" } } },
  { name = "own figures beyond those of the children are no defect", trap = true, base = "clean-2021", year = 2023,
    children = { child("青禾县林业局", 6) },
    expect = { state = "informational", findings = 1, message = "6", at = { row = "new", column = "all" } } },
  { name = "a child without a report only makes the sum smaller", trap = true, base = "clean-2021", year = 2023,
    children = { child("青禾县林业局", 9), { name = "青禾县水利局" } }, expect = { state = "informational", findings = 1 } },
  { name = "a child's own mistyped total is that child's finding", trap = true, base = "clean-2021", year = 2023,
    children = { { name = "青禾县林业局",
      report = { base = "clean-2021", edits = { { new, "|一、本年新收政府信息公开申请数量|96|21|2|1|7|1|182|" } } } } }, expect = { state = "pass" } },
  { name = "a mistyped cell of the whole is explained by its own equation", base = "clean-2021", year = 2023,
    edits = { { new, "|一、本年新收政府信息公开申请数量|69|21|2|1|7|1|128|" } }, children = { child("青禾县林业局", 0) },
    expect = { state = "fail", findings = 1, at = { row = "new", column = "natural" }, found = 69 } },
  { name = "a blank cell of the whole is not compared", trap = true, base = "clean-2021", year = 2023,
    edits = { { new, "|一、本年新收政府信息公开申请数量||21|2|1|7|1|128|" } }, children = { child("青禾县林业局", 0) }, expect = { state = "pass" } },
  { name = "no child handed in a report", base = "clean-2021", year = 2023, children = { { name = "青禾县林业局" } },
    expect = { state = "notapplicable", reason = "no-figures-below" } },
  { name = "no agency below", base = "clean-2021", year = 2023, expect = { state = "notapplicable", reason = "no-children" } },
}
