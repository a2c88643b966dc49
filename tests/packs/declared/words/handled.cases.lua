local said = "全年办结130件"

return cases {
  { name = "the total of results", base = "clean-2021", expect = { state = "pass" } },
  { name = "received and carried in", base = "clean-2021", trap = true, edits = { { said, "全年办结131件" } }, expect = { state = "pass" } },
  { name = "neither", base = "clean-2021", edits = { { said, "全年办结128件" } }, expect = { state = "fail", expected = "130 / 131", found = "128" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
