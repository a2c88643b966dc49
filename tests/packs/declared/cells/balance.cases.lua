return cases {
  { name = "it balances", base = "clean-2021", expect = { state = "pass" } },
  { name = "it does not", base = "clean-2021", edits = { { "|四、结转下年度继续办理|0|1|0|0|0|0|1|", "|四、结转下年度继续办理|0|4|0|0|0|0|4|" } },
    expect = { state = "fail", at = { row = "carried_out" }, found = "21" } },
  { name = "form 2019 has its own equations", base = "clean-2019", trap = true, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
