local anchor = "接待查询409人次。"
local anchor_2008 = "全年组织村务公开检查4次。"

local function wrong(name, sentence, found, expected)
  return { name = name, base = "clean-2021", edits = { { anchor, anchor .. sentence } },
    expect = { state = "fail", severity = "minor", findings = 1, found = found, expected = expected } }
end

local function right(name, sentence)
  return { name = name, trap = true, base = "clean-2021", edits = { { anchor, anchor .. sentence } }, expect = { state = "pass" } }
end

local function early(name, sentence, expect, edits)
  return { name = name, trap = expect.state == "pass", base = "clean-2008",
    edits = { { anchor_2008, anchor_2008 .. sentence }, edits }, expect = expect }
end

return cases {
  { name = "the regulation in force", base = "clean-2021", expect = { state = "pass" } },
  { name = "an old report", base = "clean-2008", expect = { state = "pass" } },
  wrong("order 492", "依照《中华人民共和国政府信息公开条例》（国务院令第492号）答复。", "国务院令第492号", "国务院令第711号"),
  wrong("order 492 with another word order", "学习国务院第492号令。", "国务院第492号令", "国务院令第711号"),
  wrong("articles of the annual report", "根据《条例》第三十一条规定，编制年度报告。", "《条例》第三十一条", "第四十九条、第五十条"),
  wrong("articles behind the order", "依据《政府信息公开条例》第三十二条的要求，现公布本报告。", "《政府信息公开条例》第三十二条"),
  wrong("the time for a reply", "所有申请都在规定的15个工作日内答复申请人。", nil, "20个工作日"),
  wrong("the time from the day of receipt", "对申请事项，自收到申请之日起15个工作日内予以答复。", nil, "20个工作日"),
  wrong("the old article in its words", "不能当场答复申请人的，一律在15个工作日内答复。", nil, "20个工作日"),
  right("answered within fifteen days", "全部申请平均用时9天，均在15个工作日内办结。"),
  wrong("the principle", "坚持“公开为原则、不公开为例外”。", "公开为原则、不公开为例外", "以公开为常态、不公开为例外"),
  wrong("twice is one finding", "坚持公开为原则，不公开为例外。落实公开为原则、不公开为例外的要求。", "公开为原则，不公开为例外"),
  right("the history of the regulation", "《条例》于2007年4月5日以国务院令第492号公布，2019年4月3日以国务院令第711号修订。"),
  right("what changed", "对比修订前（国务院令第492号）后的条文开展培训。"),
  right("the time for third parties", "涉及第三方权益的，征求其意见，第三方在规定的15个工作日内答复后办理申请。"),
  right("article 32 of the new text", "根据《条例》第三十二条书面征求第三方意见4件。"),
  right("faster than the law", "将依申请公开的法定时限20个工作日压缩，承诺在规定的15个工作日内答复申请。"),
  right("another procedure", "市民诉求在规定的15个工作日内办结。"),
  right("a regulation of the province", "根据《岚江省政府信息公开条例》第三十一条编制年度报告。"),
  right("the new principle", "坚持以公开为常态、不公开为例外，由“公开为原则、不公开为例外”转为常态。"),
  right("another order", "落实国务院令第722号《优化营商环境条例》。"),
  early("order 711 before its time", "执行国务院令第711号。", { state = "fail", findings = 1, found = "国务院令第711号", expected = "国务院令第492号" }),
  early("articles before their time", "依据《条例》第五十条编制本报告。", { state = "fail", findings = 1, expected = "第三十一条、第三十二条" }),
  early("the old law in its time", "依据《条例》第三十一条编制年度报告（国务院令第492号），坚持公开为原则、不公开为例外，15个工作日内答复。", { state = "pass" }),
  early("a report that came years late", "依据《条例》第五十条编制本报告。", { state = "pass" }, { "发布日期：2017-03-08", "发布日期：2019-08-02" }),
  { name = "what is no annual report has no such duty", base = "no-report", expect = { state = "notapplicable", reason = "not-a-report" } },
  wrong("the old time for a reply to a request", "对申请在15个工作日内作出答复。", nil, "20个工作日"),
  right("the time for a permit", "对许可申请15个工作日内作出答复。"),
  right("the end of order 492", "自2019年5月15日起，国务院令第492号公布的条例不再适用。"),
  wrong("the old time limits were kept", "《条例》规定的15个工作日答复期限全部遵守。", nil, "20个工作日"),
  right("the years since it was issued", "回顾国务院令第492号公布《条例》以来的历程，梳理历年文件。"),
  wrong("the old time limit and its extension", "能当场答复的当场答复，不能的在15个工作日内书面答复，经批准可延长15个工作日。", nil, "20个工作日"),
  wrong("the order before its number", "依据第492号国务院令开展公开。", nil, "国务院令第711号"),
  wrong("the regulation by its first day", "按照2008年5月1日起施行的《条例》开展公开。", nil, "国务院令第711号"),
  right("the first day and the revision", "2008年5月1日起施行的《条例》于2019年修订。"),
  right("the form of former years: no law was repealed", "本报告按照国办公开办函〔2019〕60号的要求编制。"),
  wrong("laws of which the Civil Code took the place", "依据《中华人民共和国合同法》《物权法》审查公开内容。", nil, "《中华人民共和国民法典》"),
  right("a repealed law among what was cleared", "清理涉及《合同法》等废止法律的历史信息11条。"),
  right("what was made under a law while it was in force", "清查根据《合同法》签订的租地协议。按照《收养法》时期的登记材料移交县档案馆。对照民法典梳理引用《物权法》的文件。"),
  right("what others dispute", "来访人对《信访条例》施行期间作出的答复不服，申请公开材料。"),
  right("a law of a similar name", "依据《中华人民共和国劳动合同法》公开仲裁信息。"),
  wrong("letters and visits", "对信访类申请，依照《信访条例》告知申请人。", "《信访条例》", "《信访工作条例》"),
  right("letters and visits as they are", "对信访类申请，依照《信访工作条例》告知申请人。"),
}
