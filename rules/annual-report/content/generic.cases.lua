-- A report of 2016 whose overview is given.
local function report(overview)
  return table.concat({
    "青禾县柳汀镇人民政府2016年政府信息公开工作年度报告", "发布日期：2017-03-08    来源：青禾县柳汀镇人民政府", "一、概述", overview, "二、主动公开政府信息情况",
    "全年主动公开政府信息236条。", "三、依申请公开政府信息情况", "未收到申请。", "四、收费及减免情况", "没有收费。", "五、行政复议和行政诉讼情况", "没有此类案件。",
    "六、存在的主要问题及改进情况", "部分村公开不够及时，已按月核查。", "七、其他需要报告的事项", "无。", "青禾县柳汀镇人民政府", "2017年3月6日",
  }, "\n")
end

local anybody = "2016年，我镇高度重视政府信息公开工作，进一步加强领导，健全机制，规范程序，拓宽渠道，各项工作有序开展，工作人员的业务水平和服务意识不断增强，"
  .. "群众的知情权、参与权得到较好保障，政府的公信力持续提高。"

return cases {
  { name = "an overview with facts", base = "clean-2021", expect = { state = "pass" } },
  { name = "an old report", base = "clean-2008", expect = { state = "pass" } },
  { name = "words for anybody", document = report(anybody), expect = { state = "fail", severity = "advice", findings = 1, at = { section = "overview" } } },
  { name = "areas and departments without a name", document = report("2016年，青禾县柳汀镇人民政府要求各级政府部门提高认识。一些地区积极探索，部分地区成效明显，值得学习借鉴。"
    .. "今后要继续加大力度，切实把这项工作抓紧抓好抓出成效，让群众满意。"), expect = { state = "fail" } },
  { name = "numbered words for anybody", document = report("（一）" .. anybody .. "\n（二）认真组织学习，提高思想认识，增强做好这项工作的责任感。"), expect = { state = "fail" } },
  { name = "only the regulation is named", document = report("认真学习《中华人民共和国政府信息公开条例》。" .. anybody), expect = { state = "fail" } },
  { name = "no overview in a free layout", base = "clean-2008", edits = { { "一、概述", "一、镇情" } }, expect = { state = "notapplicable" } },
  { name = "one count is enough", trap = true, document = report(anybody .. "新设公开栏3处。"), expect = { state = "pass" } },
  { name = "a count in words", trap = true, document = report(anybody .. "先后召开推进会三次。"), expect = { state = "pass" } },
  { name = "a document of its own", trap = true, document = report(anybody .. "修订《柳汀镇公开栏管理办法》。"), expect = { state = "pass" } },
  { name = "a body with a name", trap = true, document = report(anybody .. "接受了青禾县人民政府办公室的业务指导。"), expect = { state = "pass" } },
  { name = "none is another rule's", trap = true, document = report("无。"), expect = { state = "notapplicable", reason = "too-short" } },
  { name = "a count that looks like a year", trap = true, document = report(anybody .. "公开信息2069条。"), expect = { state = "pass" } },
}
