-- A report of 2016; a section that is given stands for the one of the same key.
local function report(sections)
  local s = sections
  return table.concat({
    "青禾县柳汀镇人民政府2016年政府信息公开工作年度报告", "发布日期：2017-03-08    来源：青禾县柳汀镇人民政府", "一、概述",
    s.overview or "2016年在9个行政村各设公开栏1处。", "二、主动公开政府信息情况", s.disclosure or "全年主动公开政府信息236条。", "三、依申请公开政府信息情况",
    s.requests or "未收到申请。", "四、收费及减免情况", s.fees or "没有收费。", "五、行政复议和行政诉讼情况", s.disputes or "无。", "六、存在的主要问题及改进情况",
    s.problems or "部分村公开不够及时，已按月核查。", "七、其他需要报告的事项", s.other or "无。", "青禾县柳汀镇人民政府", "2017年3月6日",
  }, "\n")
end

local harvest = "今年早稻长势良好，油菜籽收购价格稳定，水利冬修进展顺利，农机手培训如期结业，群众种粮积极性较高。"

return cases {
  { name = "every section treats its heading", base = "clean-2021", expect = { state = "pass" } },
  { name = "an old report", base = "clean-2008", expect = { state = "pass" } },
  { name = "the harvest for an overview", document = report({ overview = harvest }),
    expect = { state = "fail", severity = "advice", findings = 1, at = { section = "overview" } } },
  { name = "the harvest for problems", document = report({ problems = harvest }), expect = { state = "fail", at = { section = "problems" } } },
  { name = "the harvest for law suits", document = report({ disputes = harvest }), expect = { state = "fail", at = { section = "disputes" } } },
  { name = "none for an overview", document = report({ overview = "无。" }), expect = { state = "fail", at = { section = "overview" } } },
  { name = "nothing was done", document = report({ disclosure = "本年度没有相关情况。" }), expect = { state = "fail", at = { section = "disclosure" } } },
  { name = "a document that is no report", base = "no-report", expect = { state = "notapplicable" } },
  { name = "none where none is an answer", trap = true, document = report({ requests = "无。", fees = "无。", disputes = "无。" }), expect = { state = "pass" } },
  { name = "problems that never say disclosure", trap = true, document = report({ problems = "一是专职人员不足，业务培训偏少；二是村级资料收集偏慢。下一步，由镇党政办每季度集中培训一次，逐村对账。" }),
    expect = { state = "pass" } },
  { name = "problems in few words", trap = true, document = report({ problems = "会两种话的人员少，翻成村民看得懂的话慢；山里网络时断时续。计划再聘公益岗两个，配对讲机六部。" }),
    expect = { state = "pass" } },
  { name = "other things belong to the last section", trap = true, document = report({ other = harvest }), expect = { state = "pass" } },
  { name = "an overview of who does it", trap = true, document = report({ overview = "2016年，我镇成立由主要领导任组长的工作小组，确定专人收集、审核、上传，全年组织业务学习4次。" }),
    expect = { state = "pass" } },
  { name = "short but to the point", trap = true, document = report({ overview = "设公开栏9处。" }), expect = { state = "pass" } },
}
