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
  { name = "disclosed, and disclosed by itself", base = "clean-2021", edits = with("全年公开政府信息1264条。2023年，本局主动公开政府信息1246条。"),
    expect = { state = "fail", expected = "1264", found = "1246" } },
  { name = "the total of the channels", base = "clean-2021",
    edits = with("2023年，本局通过门户网站发布信息801条，通过微信公众号推送445条，累计公开1246条。全年主动公开政府信息1264条。"),
    expect = { state = "fail", expected = "1246", found = "1264", findings = 1 } },
  { name = "the total of the channels is the same", base = "clean-2021",
    edits = with("2023年，本局通过门户网站发布信息801条，通过微信公众号推送463条，累计公开1264条。全年主动公开政府信息1264条。"),
    expect = { state = "pass" } },
  { name = "information of the government and any other", trap = true, base = "clean-2021", edits = with("全年主动公开政府信息1246条。"),
    expect = { state = "notapplicable" } },
  { name = "one matter on all channels", trap = true, base = "clean-2021",
    edits = with("全年公开政府信息1264条。围绕住房保障，2023年通过门户网站发布信息80条，通过微信公众号推送45条，累计公开125条。"), expect = { state = "notapplicable" } },
  { name = "on request beside by itself", trap = true, base = "clean-2021", edits = with("全年公开政府信息1264条。2023年，本局主动公开政府信息1250条，依申请公开政府信息14条。"),
    expect = { state = "notapplicable" } },
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
  { name = "held and convened are one", base = "clean-2021", edits = with("本年度共召开新闻发布会18场。全年共举行新闻发布会16场。"),
    expect = { state = "fail", found = "16" } },
}
