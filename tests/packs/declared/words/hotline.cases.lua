return cases {
  { name = "the number of the hotline", base = "clean-2021.html", fragment = "<p>12345热线解答公开咨询311次。</p>", expect = { state = "pass" } },
  { name = "its name", base = "clean-2021.html", fragment = "<p>政务服务便民热线解答公开咨询311次。</p>", trap = true, expect = { state = "pass" } },
  { name = "nothing", base = "clean-2021.html", expect = { state = "fail", expected = "12345热线", at = { section = "overview" } } },
  { name = "a department", base = "clean-2021", expect = { state = "notapplicable", reason = "other-bodies" } },
  { name = "the office of the government", base = "clean-2021.html", agency = "青禾县人民政府办公室", level = "county",
    expect = { state = "notapplicable", reason = "other-bodies" } },
  { name = "nobody knows what body it is", base = "clean-2021.html", agency = "青禾", level = "unknown",
    edits = { { "青禾县人民政府", "青禾", "all" } }, expect = { state = "unknown", reason = "level-unknown" } },
}
