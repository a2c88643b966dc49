local function with(sentence)
  return "　　全年公开信息120条。" .. sentence
end

return cases {
  { name = "none", base = "clean-2021", expect = { state = "pass" } },
  { name = "one", fragment = with("年初作了布署。"),
    expect = { state = "fail", found = "布署", expected = "部署", findings = 1, at = { section = "overview" } } },
  { name = "two kinds, one of them twice", fragment = with("布署工作，截止到年底，再次布署。"), expect = { state = "fail", findings = 2 } },
  { name = "the width of letters makes no difference", fragment = with("建设WEB站。"), expect = { state = "fail", expected = "网站" } },
  { name = "an exception", fragment = with("工作截止到报名结束。"), trap = true, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
