local new = "|96|21|2|1|7|1|128|"
local granted = "|（一）予以公开|51|11|1|1|3|1|68|"

return cases {
  { name = "every row adds up", base = "clean-2021", expect = { state = "pass" } },
  { name = "a page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "form 2019", base = "clean-2019", expect = { state = "pass" } },
  { name = "the old form has no table", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "two digits of a row's total swapped", base = "clean-2021", edits = { { granted, "|（一）予以公开|51|11|1|1|3|1|86|" } },
    expect = { state = "fail", severity = "major", findings = 1, expected = "68", found = "86",
      at = { table = "requests", row = "granted", column = "all" } } },
  { name = "a total of the first row", base = "clean-2021", edits = { { new, "|96|21|2|1|7|1|218|" } },
    expect = { state = "fail", at = { table = "requests", row = "new", column = "all" } } },
  { name = "a cell inside the table breaks its row and its column", base = "clean-2021",
    edits = { { granted, "|（一）予以公开|51|17|1|1|3|1|68|" } }, expect = { state = "fail", at = { table = "requests", row = "granted" } } },
  { name = "a blank proves nothing", base = "clean-2021", edits = { { granted, "|（一）予以公开|51|11|1|1|3||68|" } },
    expect = { state = "unknown", reason = "cell-without-number" } },
  { name = "a stroke proves nothing either", base = "clean-2021", edits = { { granted, "|（一）予以公开|51|11|1|1|3|/|68|" } },
    expect = { state = "unknown", reason = "cell-without-number" } },
  { name = "a cell below zero is at fault itself", base = "clean-2021", edits = { { granted, "|（一）予以公开|51|-11|1|1|3|1|68|" } },
    expect = { state = "fail", findings = 1, at = { table = "requests", row = "granted" } } },
  { name = "thousands", trap = true, base = "clean-2021",
    edits = { { new, "|1,096|21|2|1|7|1|1,128|" }, { "|（七）总计|98|21|2|1|7|1|130|", "|（七）总计|1,098|21|2|1|7|1|1,130|" },
      { granted, "|（一）予以公开|1051|11|1|1|3|1|1068|" } }, expect = { state = "pass" } },
  { name = "the table is not there", base = "clean-2008", year = 2023, expect = { state = "unknown" } },
}
