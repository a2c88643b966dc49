return cases {
  { name = "every column", base = "clean-2021", expect = { state = "pass" } },
  { name = "one column", base = "clean-2021", edits = { { "|（一）予以公开|51|11|1|1|3|1|68|", "|（一）予以公开|51|19|1|1|3|1|76|" } },
    expect = { state = "fail", expected = "≥ 22", found = "21", at = { column = "business", row = "total" }, findings = 1 } },
  { name = "all were granted", base = "clean-2021", trap = true, edits = { { "|（七）总计|98|21|2|1|7|1|130|", "|（七）总计|60|14|1|1|4|1|81|" } },
    expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
