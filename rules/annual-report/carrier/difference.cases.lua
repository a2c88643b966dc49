local new = "|一、本年新收政府信息公开申请数量|96|21|2|1|7|1|128|"

local function with(edits)
  return { { base = "clean-2021", edits = edits } }
end

return cases {
  { name = "the same in every file", base = "clean-2021", carriers = with({}), expect = { state = "pass" } },
  { name = "one file only", base = "clean-2021", expect = { state = "notapplicable", reason = "one-carrier" } },
  { name = "a cell has another number", base = "clean-2021",
    carriers = with({ { new, "|一、本年新收政府信息公开申请数量|69|21|2|1|7|1|128|" } }),
    expect = { state = "fail", severity = "major", findings = 1, found = 96, expected = 69, at = { table = "requests", row = "new", column = "natural" } } },
  { name = "a cell is blank in the other file", base = "clean-2021",
    carriers = with({ { new, "|一、本年新收政府信息公开申请数量|96|21|2|1|7||128|" } }),
    expect = { state = "fail", findings = 1, at = { row = "new", column = "other" } } },
  { name = "a dash and a blank both state no number", trap = true, base = "clean-2021",
    edits = { { new, "|一、本年新收政府信息公开申请数量|96|21|2|1|7|-|128|" } },
    carriers = with({ { new, "|一、本年新收政府信息公开申请数量|96|21|2|1|7||128|" } }), expect = { state = "pass" } },
  { name = "two files differ from the page, each by itself", base = "clean-2021",
    carriers = {
      { base = "clean-2021", edits = { { new, "|一、本年新收政府信息公开申请数量|96|21|2|1|7|1|127|" } } },
      { base = "clean-2021", edits = { { new, "|一、本年新收政府信息公开申请数量|96|22|2|1|7|1|128|" } } },
    }, expect = { state = "fail", findings = 2 } },
  { name = "a column that the other file lacks is one finding", base = "clean-2021",
    carriers = with({ { "|规章|0|0|0|", "|规章|0|0||" }, { "|行政规范性文件|2|1|9|", "|行政规范性文件|2|1||" } }),
    expect = { state = "fail", findings = 1, at = { table = "disclosure", column = "valid" } } },
  { name = "a column that only the other file has is one finding", base = "clean-2021",
    edits = { { "|规章|0|0|0|", "|规章|0|0||" }, { "|行政规范性文件|2|1|9|", "|行政规范性文件|2|1||" } }, carriers = with({}),
    expect = { state = "fail", findings = 1, at = { table = "disclosure", column = "valid" } } },
  { name = "a row that the other file lacks is one finding", base = "clean-2021", carriers = with({ { new .. "\n", "" } }),
    expect = { state = "fail", findings = 1, at = { table = "requests", row = "new" } } },
  { name = "another year is one cause", base = "clean-2021",
    carriers = with({ { "2023年", "2022年", "all" }, { new, "|一、本年新收政府信息公开申请数量|96|22|2|1|7|1|129|" } }),
    expect = { state = "fail", findings = 1, found = 2023, expected = 2022 } },
  { name = "other words in running text are not compared", trap = true, base = "clean-2021",
    carriers = { { base = "clean-2021", fragment = "全年围绕重点领域做好主动公开，回应群众关切，各项工作平稳推进。", section = "overview" } }, expect = { state = "pass" } },
}
