local anchor = "接待查询409人次。"

-- The clean report with one more sentence in its overview.
local function with(sentence)
  return { { anchor, anchor .. sentence } }
end

return cases {
  { name = "the text agrees with the tables", base = "clean-2021", expect = { state = "pass" } },
  { name = "the form of 2019", base = "clean-2019", expect = { state = "pass" } },
  { name = "old reports have no official tables", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "the text states no number of the tables", base = "clean-2021", edits = {
      { "新收申请128件，上年结转3件。新收申请中，自然人申请96件，占75.0%；法人和其他组织申请32件，占25.0%。按渠道分，网络提交73件、信函寄送34件、当面递交21件。"
        .. "全年办结130件，结转下年度1件，办结率99.2%。办结的申请中，予以公开68件，占52.3%；部分公开13件，占10.0%；不予公开17件，占13.1%；"
        .. "无法提供25件，占19.2%；不予处理5件，占3.8%；其他处理2件，占1.5%。", "畅通申请渠道。" },
      { "制发行政规范性文件2件，废止1件，现行有效9件；", "" } }, expect = { state = "notapplicable", reason = "not-stated" } },
  { name = "new requests mistyped", base = "clean-2021", edits = { { "新收申请128件", "新收申请182件" } },
    expect = { state = "fail", severity = "major", findings = 1, expected = "128 / 131 / 130", found = "182", at = { section = "overview", quote = "新收申请182件" } } },
  { name = "what was carried in", base = "clean-2021", edits = { { "上年结转3件", "上年结转5件" } }, expect = { state = "fail", expected = "3", found = "5" } },
  { name = "what was carried out", base = "clean-2021", edits = { { "结转下年度1件", "结转下年度11件" } }, expect = { state = "fail", expected = "1", found = "11" } },
  { name = "what was handled", base = "clean-2021", edits = { { "全年办结130件", "全年办结103件" } }, expect = { state = "fail", expected = "130", found = "103" } },
  { name = "a result", base = "clean-2021", edits = { { "无法提供25件", "无法提供26件" } }, expect = { state = "fail", expected = "25", found = "26" } },
  { name = "kinds of applicants", base = "clean-2021", edits = { { "自然人申请96件", "自然人申请69件" } }, expect = { state = "fail", found = "69" } },
  { name = "normative documents", base = "clean-2021", edits = { { "现行有效9件", "现行有效19件" } }, expect = { state = "fail", expected = "9", found = "19" } },
  { name = "documents issued", base = "clean-2021", edits = { { "制发行政规范性文件2件", "制发行政规范性文件4件" } }, expect = { state = "fail", expected = "2", found = "4" } },
  { name = "reviews and lawsuits", base = "clean-2021", edits = with("因政府信息公开被申请行政复议4件、被提起行政诉讼2件。"), expect = { state = "fail", findings = 2 } },
  { name = "both together", base = "clean-2021", edits = with("因政府信息公开引发的行政复议、行政诉讼共6件。"), expect = { state = "fail", expected = "4", found = "6" } },
  { name = "received, alone, weighs less", base = "clean-2021", edits = with("我局收到公民、法人和其他组织提出的政府信息公开申请97件。"),
    expect = { state = "fail", severity = "minor", found = "97" } },
  { name = "received, behind the number", base = "clean-2021", edits = with("2023年，本局共受理88件政府信息公开申请。"), expect = { state = "fail", found = "88" } },
  { name = "in the section on requests", base = "clean-2019", edits = { { "三、收到和处理政府信息公开申请情况", "三、收到和处理政府信息公开申请情况\n\n　　2020年新收政府信息公开申请28件。" } },
    expect = { state = "fail", found = "28", at = { section = "requests" } } },
  { name = "a broken table explains that the text says something else", base = "clean-2021", edits = { { "|1|7|1|128|", "|1|7|1|182|" } },
    expect = { state = "fail" } },
  { name = "a blank cell proves nothing", base = "clean-2021", edits = { { "|行政规范性文件|2|1|9|", "|行政规范性文件|2|1||" } }, expect = { state = "unknown" } },
  { name = "received may count what was carried over", trap = true, base = "clean-2021", edits = with("全年共收到政府信息公开申请131件。"), expect = { state = "pass" } },
  { name = "received may mean what was handled", trap = true, base = "clean-2021", edits = with("全年共受理政府信息公开申请130件。"), expect = { state = "pass" } },
  { name = "reviews in the same clause as lawsuits", trap = true, base = "clean-2021", edits = with("全年因政府信息公开引发的行政复议3件，行政诉讼1件。"), expect = { state = "pass" } },
  { name = "petitions are no requests", trap = true, base = "clean-2021", edits = with("受理群众来信75件，已全部答复75件，结转下年度2件。"), expect = { state = "pass" } },
  { name = "proposals are no requests", trap = true, base = "clean-2021", edits = with("办理人大代表建议12件，办结12件，予以公开10件。"), expect = { state = "pass" } },
  { name = "one channel", trap = true, base = "clean-2021", edits = with("通过网上平台收到政府信息公开申请73件。"), expect = { state = "pass" } },
  { name = "one half of the year", trap = true, base = "clean-2021", edits = with("上半年收到政府信息公开申请60件。"), expect = { state = "pass" } },
  { name = "last year", trap = true, base = "clean-2021", edits = with("2022年，本局收到政府信息公开申请107件，办结105件。"), expect = { state = "pass" } },
  { name = "a comparison", trap = true, base = "clean-2021", edits = with("新收政府信息公开申请比上年增加21件。"), expect = { state = "pass" } },
  { name = "roughly", trap = true, base = "clean-2021", edits = with("近年来年均收到政府信息公开申请约120件。"), expect = { state = "pass" } },
  { name = "other reviews than those on information", trap = true, base = "clean-2021", edits = { { "局党组听取", "全局行政执法类行政复议案件15件、行政诉讼案件8件；局党组听取" } },
    expect = { state = "pass" } },
  { name = "requests of another kind", trap = true, base = "clean-2021", edits = with("收到不动产登记申请1860件，收到行政许可申请330件。"), expect = { state = "pass" } },
  { name = "documents that were cleared", trap = true, base = "clean-2021", edits = with("清理规范性文件40件，废止5件，宣布失效3件。"), expect = { state = "pass" } },
  { name = "rules within the house", trap = true, base = "clean-2021", edits = with("制定规章制度6项，审查规范性文件15件。"), expect = { state = "pass" } },
}
