return cases {
  { name = "of its year", base = "clean-2021", expect = { state = "pass" } },
  { name = "of another year", base = "clean-2021", edits = { { "2023年", "2020年", "all" } },
    expect = { state = "fail", expected = "2019", found = "2021", at = { table = "requests" } } },
  { name = "the last year of its form", base = "clean-2019", trap = true, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
