local block_5 = "|第二十条第（五）项|\n|信息内容|本年处理决定数量|\n|行政许可|316|"

return cases {
  { name = "form 2021 for 2023", base = "clean-2021", expect = { state = "pass" } },
  { name = "form 2019 for 2020", base = "clean-2019", expect = { state = "pass" } },
  { name = "the old form has no tables", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "form 2019 for 2021", base = "clean-2019", edits = { { "2020年", "2021年", "all" } },
    expect = { state = "fail", severity = "major", expected = "2021", found = "2019", at = { table = "disclosure" } } },
  { name = "form 2021 for 2020", base = "clean-2021", edits = { { "2023年", "2020年", "all" } },
    expect = { state = "fail", expected = "2019", found = "2021", at = { table = "requests" } } },
  { name = "one further local row does not make another form", trap = true, base = "clean-2021",
    edits = { { block_5, block_5 .. "\n|其他主动公开文件|12|" } }, expect = { state = "pass" } },
}
