return cases {
  { name = "as usual", base = "clean-2021", expect = { state = "pass" } },
  { name = "longer than the sheet allows", fragment = "　　" .. string.rep("公开信息3条，", 100),
    expect = { state = "fail", expected = "≤ 590", found = 600, at = { section = "overview" } } },
  { name = "marks do not count", fragment = "　　" .. string.rep("公开信息3条，", 98), trap = true, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
