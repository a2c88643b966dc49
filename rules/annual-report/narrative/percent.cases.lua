local anchor = "接待查询409人次。"

local function with(sentence)
  return { { anchor, anchor .. sentence } }
end

return cases {
  { name = "every share is right", base = "clean-2021", expect = { state = "pass" } },
  { name = "shares of an old report", base = "clean-2008", expect = { state = "pass" } },
  { name = "no percentage", document = "柳汀镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n全年没有收到申请。", format = "text",
    expect = { state = "notapplicable", reason = "no-percentages" } },
  { name = "a share that is wrong", base = "clean-2021", edits = { { "占52.3%", "占53.2%" } },
    expect = { state = "fail", severity = "minor", expected = "52.3%", found = "53.2%", findings = 1, at = { section = "overview" } } },
  { name = "cut instead of rounded", base = "clean-2008", edits = { { "占31.4%", "占31.3%" } },
    expect = { state = "informational", expected = "31.4%", found = "31.3%" } },
  { name = "two units of the last decimal are wrong", base = "clean-2008", edits = { { "占31.4%", "占31.6%" } },
    expect = { state = "fail", expected = "31.4%", found = "31.6%" } },
  { name = "a rate of two numbers of the sentence", base = "clean-2021", edits = with("受理留言215条，已回复210条，回复率99.7%。"),
    expect = { state = "fail", expected = "97.7%", found = "99.7%" } },
  { name = "shares behind their counts", base = "clean-2021",
    edits = with("解读材料20篇，其中图解10篇、视频6篇、文字4篇，分别占总数的50%、30%、25%。"),
    expect = { state = "fail", expected = "20%", found = "25%" } },
  { name = "a bare percentage in a bracket", base = "clean-2021", edits = with("受理来电40次，其中咨询30次（85%）、投诉10次（25%）。"),
    expect = { state = "fail", expected = "75%", found = "85%" } },
  { name = "growth and satisfaction are not recomputed", trap = true, base = "clean-2021",
    edits = with("接听来电92次，较上年增长36.5%，答复92次，群众满意率为98.1%。"), expect = { state = "pass" } },
  { name = "a share of something else", trap = true, base = "clean-2021", edits = with("本局信息占全县公开总量的14.9%，公开工作占年度考核分值的3%。"), expect = { state = "pass" } },
  { name = "a rough share", trap = true, base = "clean-2021", edits = with("受理来电41次，其中咨询30次，约占七成以上，即70%左右。"), expect = { state = "pass" } },
  { name = "a rate in time is of other numbers", trap = true, base = "clean-2021",
    edits = with("受理来信60件，办结58件，按时办结率100%。"), expect = { state = "pass" } },
  { name = "the percentage is named, not the start of its sentence", base = "clean-2021", edits = with("受理留言215条，已回复210条，回复率99.7%。"),
    expect = { state = "fail", at = { quote = "回复率99.7%" } } },
  { name = "growth by a difference", base = "clean-2021", edits = with("接听来电92次，比上年增加20次，增长37.8%。"),
    expect = { state = "fail", expected = "27.8%", found = "37.8%", at = { quote = "增长37.8%" } } },
  { name = "growth from last year's value", base = "clean-2021", edits = with("接听来电92次，较2022年的80次增长25%。"),
    expect = { state = "fail", expected = "15%", found = "25%" } },
  { name = "a decrease from one value to another", base = "clean-2021", edits = with("平均每件由20次降至15次，下降35%。"),
    expect = { state = "fail", expected = "25%", found = "35%" } },
  { name = "a rate called by its part", base = "clean-2021", edits = with("发布政策52件，同步解读49件，解读比例84.2%。"),
    expect = { state = "fail", expected = "94.2%", found = "84.2%" } },
  { name = "growth that is right", trap = true, base = "clean-2021", edits = with("受理来电29次，办结28次，同比增加6次，增长26.1%。"), expect = { state = "pass" } },
  { name = "growth of several numbers", trap = true, base = "clean-2021", edits = with("来电、来访分别增长18.2%和33.3%，接待来访31人次，增加2人次。"), expect = { state = "pass" } },
  { name = "all that was due", trap = true, base = "clean-2021", edits = with("公开政策50件，其中规章制度6件已解读，解读率100%。"), expect = { state = "pass" } },
}
