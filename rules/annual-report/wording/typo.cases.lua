local anchor = "接待查询409人次。"

local function with(sentence)
  return { { anchor, anchor .. sentence } }
end

return cases {
  { name = "no slip", base = "clean-2021", expect = { state = "pass" } },
  { name = "no slip in an old report", base = "clean-2008", expect = { state = "pass" } },
  { name = "rights for powers", base = "clean-2021", edits = with("健全对行政权利的监督机制。"),
    expect = { state = "fail", severity = "advice", expected = "行政权力", found = "行政权利", findings = 1 } },
  { name = "a regulation by a wrong name is another rule's", trap = true, base = "clean-2021", edits = with("学习《政府信息公开条列》。"), expect = { state = "pass" } },
  { name = "up to", base = "clean-2021", edits = with("截止至2023年底，建成公开专区6个。"), expect = { state = "fail", expected = "截至" } },
  { name = "a day lost", base = "clean-2019", edits = { { "2020年12月31日止", "2020年12月31止" } }, expect = { state = "fail", expected = "12月31日止" } },
  { name = "a wrong aspect", base = "clean-2021", edits = with("进一步完善看申请办理流程。"), expect = { state = "fail", expected = "完善了" } },
  { name = "rights are rights", trap = true, base = "clean-2021", edits = with("保障公民权利，宣传行政权利义务知识，报名截止到下午五时。"), expect = { state = "pass" } },
  { name = "civil affairs", trap = true, base = "clean-2021", edits = with("与县民政互动交流信息12条，完善看护服务公开内容。"), expect = { state = "pass" } },
  { name = "no report", document = "柳汀镇开展便民服务活动\n\n今日，柳汀镇在文化广场开展便民服务活动，健全对行政权利的监督。", format = "text",
    expect = { state = "notapplicable" } },
  { name = "when a call ends", trap = true, base = "clean-2021", edits = with("征集意见截止到8月15日。"), expect = { state = "pass" } },
  { name = "when a payment ends", trap = true, base = "clean-2021", edits = with("社保缴费截止到12月20日的公告已发布。"), expect = { state = "pass" } },
  { name = "up to a day, as dictionaries have it", trap = true, base = "clean-2021", edits = with("截止到2023年底，建成公开专区6个。"), expect = { state = "pass" } },
  { name = "the time of a call ends", trap = true, base = "clean-2021", edits = with("报名时间截止至2023年5月，逾期不受理。"), expect = { state = "pass" } },
  { name = "fair, and no notary", base = "clean-2021", edits = with("做到公开、公平、公证。"), expect = { state = "fail", expected = "公开、公平、公正" } },
  { name = "arranged by its sound", base = "clean-2021", edits = with("妥善按排人员。"), expect = { state = "fail", expected = "妥善安排" } },
  { name = "a notary's office", trap = true, base = "clean-2021", edits = with("公开、公平、公证机构信息一并公开，报刊按排名陈列。"), expect = { state = "pass" } },
}
