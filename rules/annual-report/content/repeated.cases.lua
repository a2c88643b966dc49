local anchor = "接待查询409人次。"
local passage = "依托乡镇便民服务中心开设集中查询窗口，由专人帮助年纪较大的群众查找征地补偿和不动产登记方面的公开内容"

return cases {
  { name = "nothing is repeated", base = "clean-2021", expect = { state = "pass" } },
  { name = "nothing is repeated in an old report", base = "clean-2008", expect = { state = "pass" } },
  { name = "a sentence in two places", base = "clean-2021",
    edits = { { anchor, anchor .. passage .. "。" }, { "检索时间由5天缩短到1天。", "检索时间由5天缩短到1天。" .. passage .. "。" } },
    expect = { state = "fail", severity = "advice", findings = 1, at = { section = "problems" } } },
  { name = "twice in one paragraph", base = "clean-2021", edits = { { anchor, anchor .. passage .. "。" .. passage .. "。" } },
    expect = { state = "fail", findings = 1 } },
  { name = "short phrases may return", trap = true, base = "clean-2021",
    edits = { { anchor, anchor .. "切实做到应公开尽公开。切实做到应公开尽公开。" } },
    expect = { state = "pass" } },
  { name = "according to something that is no law", base = "clean-2021",
    edits = { { anchor, anchor .. ("各股室按照承办清单逐条核对窗口摆放的办事材料和网上登出的内容是否一致，凡有出入的当天改正并在交接簿上写明经手人。"):rep(2) } },
    expect = { state = "fail", findings = 1 } },
  { name = "with other figures it is another sentence", trap = true, base = "clean-2021",
    edits = { { anchor, anchor .. passage .. "12次。" .. passage .. "15次。" } },
    expect = { state = "pass" } },
  { name = "no report", document = "柳汀镇开展便民服务活动\n\n今日，柳汀镇在文化广场开展便民服务活动。", format = "text",
    expect = { state = "notapplicable" } },
}
