local anchor = "接待查询409人次。"

local function with(sentence)
  return { { anchor, anchor .. sentence } }
end

local function clean(name, sentence)
  return { name = name, trap = true, base = "clean-2021", edits = with(sentence), expect = { state = "pass" } }
end

local function wrong(name, sentence, found)
  return { name = name, base = "clean-2021", edits = with(sentence),
    expect = { state = "fail", severity = "minor", expected = "《中华人民共和国政府信息公开条例》", found = found, findings = 1 } }
end

return cases {
  { name = "the full name, then 《条例》", base = "clean-2021", expect = { state = "pass" } },
  { name = "an old report", base = "clean-2008", expect = { state = "pass" } },
  wrong("another name", "学习《政务公开条例》。", "《政务公开条例》"),
  wrong("a word is missing", "学习《中华人民共和国信息公开条例》。", "《中华人民共和国信息公开条例》"),
  wrong("a character is missing", "学习《中华人民共和国政府信公开条例》。", "《中华人民共和国政府信公开条例》"),
  wrong("a character is wrong", "学习《中华人民共和国政府信息公开条列》。", "《中华人民共和国政府信息公开条列》"),
  wrong("a law instead of a regulation", "学习《中华人民共和国政府信息公开法》。", "《中华人民共和国政府信息公开法》"),
  wrong("a word too many", "学习《中华人民共和国政府信息公开管理条例》。", "《中华人民共和国政府信息公开管理条例》"),
  wrong("a short form that was not defined", "学习《信息公开条例》。", "《信息公开条例》"),
  wrong("without marks", "认真学习政务公开条例。", "政务公开条例"),
  wrong("twice is one finding", "学习《政务公开条例》，宣传《政务公开条例》。", "《政务公开条例》"),
  { name = "traditional script is quoted as it stands", document = [[
柳汀鎮人民政府2020年政府信息公開工作年度報告

一、總體情況

2020年,我鎮組織幹部學習《政務公開條例》,對群眾關心的財政、農業、醫療等領域及時發布,開展業務培訓。
]], format = "text", expect = { state = "fail", found = "《政務公開條例》" } },
  wrong("the country before the short name", "学习《国家政府信息公开条例》。", "《国家政府信息公开条例》"),
  { name = "another law, a word missing", base = "clean-2021", edits = with("落实《中华人民共和国保守秘密法》，严格审查。"),
    expect = { state = "fail", severity = "minor", expected = "《中华人民共和国保守国家秘密法》", found = "《中华人民共和国保守秘密法》", findings = 1 } },
  { name = "a regulation for a law", base = "clean-2021", edits = with("对照《行政复议条例》办理。"),
    expect = { state = "fail", severity = "minor", expected = "《中华人民共和国行政复议法》", found = "《行政复议条例》", findings = 1 } },
  clean("laws by short names and their regulations", "对照《保密法》《保守国家秘密法》《行政复议法》《行政复议法实施条例》《岚江省行政处罚条例》。"),
  clean("the short name of the regulation", "学习《政府信息公开条例》。"),
  clean("a defined short form", "学习《中华人民共和国政府信息公开条例》（以下简称《信息公开条例》），落实《信息公开条例》。"),
  clean("regulations of provinces and cities", "执行《岚江省政府信息公开条例》《平澜市政府信息公开规定》《岚江省政务公开条例》。"),
  clean("other titles that sound alike", "修订《政府信息公开指南》《政府信息公开工作制度》《政府信息依申请公开办法》。"),
  clean("other laws", "贯彻《中华人民共和国政府采购法》《企业信息公示暂行条例》《中华人民共和国档案法》《优化营商环境条例》。"),
  clean("a title in a title", "印发《关于贯彻〈中华人民共和国政府信息公开条例〉的意见》和《政府信息公开条例释义》。"),
  { name = "thousands of them are no less a fault", base = "clean-2021",
    edits = { { anchor, anchor .. string.rep("落实《政务公开条例》。", 10000) } }, expect = { state = "fail" } },
  { name = "what is no annual report has no such duty", base = "no-report", expect = { state = "notapplicable", reason = "not-a-report" } },

  clean("the regulation with its number", "依照《中华人民共和国政府信息公开条例》（国务院令第711号）和新《条例》答复。"),
  wrong("a measure of the whole country", "执行《中华人民共和国政府信息公开办法》。", "《中华人民共和国政府信息公开办法》"),
  wrong("the country by a slip of the pen", "依据《中国人民共和国政府信息公开条例》公开。", "《中国人民共和国政府信息公开条例》"),
  wrong("a character of the country lost", "深入贯彻《中华人民共国政府信息公开条例》。", "《中华人民共国政府信息公开条例》"),
  wrong("a regulation and a law at once", "宣传《中华人民共和国政府信息公开条例法》。", "《中华人民共和国政府信息公开条例法》"),
  clean("the regulation of a city's government", "落实《霜原市人民政府政府信息公开条例》。"),
}
