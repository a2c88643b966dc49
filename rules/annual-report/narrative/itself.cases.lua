local anchor = "接待查询409人次。"

local function with(sentence)
  return { { anchor, anchor .. sentence } }
end

return cases {
  { name = "no number is stated twice", base = "clean-2021", expect = { state = "notapplicable", reason = "said-once" } },
  { name = "stated twice, the same", base = "clean-2021", edits = with("全年公开信息1264条。"), expect = { state = "pass" } },
  { name = "how much was published", base = "clean-2021", edits = with("2023年，本局共公开信息1246条。"),
    expect = { state = "fail", severity = "advice", expected = "1264", found = "1246", findings = 1, at = { section = "overview" } } },
  { name = "an old report without tables", base = "clean-2008", edits = { { "没有不予公开的情况。", "没有不予公开的情况。全年共收到政府信息公开申请8件。" } },
    expect = { state = "fail", expected = "5", found = "8" } },
  { name = "conferences of the press", base = "clean-2021", edits = with("全年召开新闻发布会4场。总的来看，2023年召开新闻发布会5场，仍显不足。"),
    expect = { state = "fail", expected = "4", found = "5" } },
  { name = "meetings of one kind or another", trap = true, base = "clean-2021", edits = with("全年召开专题会议4次。2023年，本局召开会议5次。"),
    expect = { state = "notapplicable" } },
  { name = "last year's conferences", trap = true, base = "clean-2021", edits = with("2022年召开新闻发布会4场。2023年召开新闻发布会5场。"),
    expect = { state = "notapplicable" } },
  { name = "the whole county's conferences beside the bureau's", trap = true, base = "clean-2021", edits = with("全县召开新闻发布会9场。2023年，本局召开新闻发布会4场。"),
    expect = { state = "notapplicable" } },
  { name = "other words count other things", trap = true, base = "clean-2021", edits = with("全年公开政务信息2310条。"), expect = { state = "notapplicable" } },
  { name = "one channel", trap = true, base = "clean-2021", edits = with("通过政务微信公开信息263条。通过网站，公开信息801条。"), expect = { state = "notapplicable" } },
  { name = "last year", trap = true, base = "clean-2021", edits = with("2022年公开信息1100条。"), expect = { state = "notapplicable" } },
  { name = "other units", trap = true, base = "clean-2021", edits = with("全年公开信息86件。"), expect = { state = "notapplicable" } },
  { name = "another verb", trap = true, base = "clean-2021", edits = with("全年发布政务信息263条，累计公开信息9264条。"), expect = { state = "notapplicable" } },
}
