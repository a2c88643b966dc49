local stated = "接受市政务公开办检查2次，自行抽查答复文书1次"

return cases {
  { name = "a number is stated", base = "clean-2027", expect = { state = "pass" } },
  { name = "no number", base = "clean-2027", edits = { { stated, "按要求接受了有关方面的指导" } },
    expect = { state = "fail", severity = "minor", at = { section = "supervision" } } },
  { name = "there were none, which is an answer", trap = true, base = "clean-2027", edits = { { stated, "全年没有接受检查" } },
    expect = { state = "pass" } },
  { name = "the section is missing, which costs once", base = "clean-2027",
    edits = { { "五、政府信息公开监督检查情况\n", "" } }, expect = { state = "unknown", reason = "section-missing" } },
  { name = "the section is empty, which costs once", base = "clean-2027",
    edits = { { "　　" .. stated .. "，发现的6处不规范表述当月改正。\n", "" } }, expect = { state = "unknown", reason = "section-empty" } },
  { name = "no such section before 2027", base = "clean-2021", expect = { state = "notapplicable" } },
}
