-- Of table four scraps are left: what stood beside it may be lost, too.
local scraps = "　　结果维\n　　持 尚未\n　　未经复议直\n　　2\n"

local other = "六、其他需要报告的事项"

local page = '<html><head><title>青禾县民政局2023年政府信息公开工作年度报告</title></head><body>'
  .. '<h1>青禾县民政局2023年政府信息公开工作年度报告</h1><p>发布日期：2024-01-18</p>'

local headings = { "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况", "六、其他需要报告的事项" }

-- Headings without numbers, in words of one's own; "" for one that is left out.
local function in_words(words, before, behind)
  local edits = {}
  for i, heading in ipairs(headings) do
    local line = words[i] == "" and "" or before .. words[i] .. behind
    edits[i] = { "<p><strong>　　" .. heading .. "</strong></p>", line }
  end
  return edits
end

-- Headings of the sections with tables, each in the first row of its table.
local function in_first_rows()
  local edits = {}
  for i = 2, 4 do
    edits[#edits + 1] = { "<p><strong>　　" .. headings[i] .. "</strong></p>\n<table border=\"1\" cellspacing=\"0\">",
      '<table border="1"><tr><td colspan="15">' .. headings[i] .. "</td></tr>" }
  end
  return edits
end

return cases {
  { name = "six sections", base = "clean-2021", expect = { state = "pass" } },
  { name = "a page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "a heading that runs on with its text", trap = true, base = "clean-2021.html",
    edits = { { "<p><strong>　　六、其他需要报告的事项</strong></p>\n<p>　　", "<p>人手不足的问题将在下一年解决。【其他需要报告的事项】" } },
    expect = { state = "informational" } },
  { name = "two headings that run on without numbers", trap = true, base = "clean-2021.html",
    edits = { { "<p><strong>　　五、存在的主要问题及改进情况</strong></p>\n<p>　　", "<p>存在的主要问题及改进情况" },
      { "</p>\n<p><strong>　　六、其他需要报告的事项</strong></p>\n<p>　　", "其他需要报告的事项" } },
    expect = { state = "informational", findings = 2 } },
  { name = "an item of the overview is called as the lost chapter is", base = "clean-2021",
    edits = { { "\n" .. headings[2] .. "\n", "\n" }, { "（一）主动公开。", "（一）主动公开政府信息情况。" } },
    expect = { state = "fail", at = { section = "disclosure" } } },
  { name = "a sentence begins with the words of the lost heading", base = "clean-2021",
    edits = { { "\n" .. other .. "\n", "\n" }, { "；二是涉及", "。其他需要报告的事项已在上文说明；二是涉及" } },
    expect = { state = "fail", at = { section = "other" } } },
  { name = "links to the chapters are no headings", base = "clean-2021",
    edits = { { "\n" .. headings[2] .. "\n", "\n" }, { "\n一、总体情况", "\n[总体情况][主动公开政府信息情况]\n\n一、总体情况" } },
    expect = { state = "fail", at = { section = "disclosure" } } },
  { name = "that there is nothing further is no heading", base = "clean-2021.html",
    edits = { { "<p><strong>　　六、其他需要报告的事项</strong></p>\n<p>　　", "<p>没有其他需要报告的事项。" } }, expect = { state = "fail", at = { section = "other" } } },
  { name = "headings in the first rows of their tables", trap = true, base = "clean-2021.html", edits = in_first_rows(), expect = { state = "pass" } },
  { name = "all items of article 32", base = "clean-2008", expect = { state = "pass" } },
  { name = "the last section is missing", base = "clean-2021", edits = { { "\n" .. other .. "\n", "\n" } },
    expect = { state = "fail", severity = "major", expected = "其他需要报告的事项", at = { section = "other" }, findings = 1 } },
  { name = "a section is not there beside a torn table", base = "clean-2021", section = "disputes", fragment = scraps,
    edits = { { "\n" .. other .. "\n", "\n" } },
    expect = { state = "unknown", reason = "table-torn" } },
  { name = "the section on problems is missing", base = "clean-2021",
    edits = { { "\n五、存在的主要问题及改进情况\n", "\n" }, { "\n六、其他", "\n五、其他" } },
    expect = { state = "fail", at = { section = "problems" } } },
  { name = "headings without numbers", trap = true, base = "clean-2021",
    edits = { { "\n一、总体情况\n", "\n总体情况\n" }, { "\n二、主动", "\n主动" }, { "\n三、收到", "\n收到" }, { "\n四、政府", "\n政府" },
      { "\n五、存在", "\n存在" }, { "\n六、其他", "\n其他" } }, expect = { state = "pass" } },
  { name = "headings without numbers in words of their own", trap = true, base = "clean-2021.html",
    edits = in_words({ "工作概况", "主动公开", "依申请公开办理", "复议与诉讼", "不足与打算", "补充说明" }, "<p>　　", "</p>"), expect = { state = "pass" } },
  { name = "headings that only their places tell", trap = true, base = "clean-2021.html",
    edits = in_words({ "过去一年我们做了什么", "公开了哪些信息", "收到了哪些申请", "打了哪些官司", "还有哪些不足", "还要说的话" }, "<h2>", "</h2>"),
    expect = { state = "pass" } },
  { name = "headings in the middle, one of them missing", base = "clean-2021.html",
    edits = in_words({ "工作概况", "", "依申请公开办理", "复议与诉讼", "不足与打算", "补充说明" }, '<p align="center">', "</p>"),
    expect = { state = "fail", findings = 1, at = { section = "disclosure" } } },
  { name = "headings in words of their own, the last one missing", base = "clean-2021.html",
    edits = in_words({ "工作概况", "主动公开", "依申请公开办理", "复议与诉讼", "不足与打算", "" }, "<p><b>", "</b></p>"),
    expect = { state = "fail", findings = 1, at = { section = "other" } } },
  { name = "a chapter numbered like a part", trap = true, base = "clean-2021", edits = { { "\n五、存在的主要", "\n（五）存在的主要" } }, expect = { state = "pass" } },
  { name = "a heading on two lines", trap = true, base = "clean-2021", edits = { { "\n二、主动公开", "\n二、\n主动公开" } }, expect = { state = "pass" } },
  { name = "other ordinals", trap = true, base = "clean-2021",
    edits = { { "\n一、总体", "\n（一）总体" }, { "\n二、主动", "\n（二）主动" }, { "\n三、收到", "\n（三）收到" }, { "\n四、政府", "\n（四）政府" },
      { "\n五、存在", "\n（五）存在" }, { "\n六、其他", "\n（六）其他" } }, expect = { state = "pass" } },
  { name = "two parts under one heading", base = "clean-2021",
    edits = { { "\n五、存在的主要问题及改进情况\n", "\n五、存在的主要问题及改进情况和其他需要报告的事项\n" }, { "\n" .. other .. "\n", "\n" } },
    expect = { state = "informational" } },
  { name = "an item of article 32 treated under another heading", trap = true, base = "clean-2008",
    edits = { { "\n四、收费及减免情况\n", "\n" } }, expect = { state = "pass" } },
  { name = "an item of article 32 nowhere in the text", base = "clean-2008",
    edits = { { "收费及减免情况、", "" }, { "\n四、收费及减免情况\n", "\n" }, { "　　2016年未收取检索、复制、邮寄等费用，也没有减免事项。\n", "" } },
    expect = { state = "fail", severity = "major", at = { section = "fees" }, findings = 1 } },
  { name = "applicants named with fees and reviews are no account of requests", format = "text",
    document = "青禾县民政局2016年政府信息公开年度报告\n一、概述\n2016年，我局召开公开工作会议2次。\n二、主动公开政府信息情况\n主动公开信息12条。\n"
      .. "三、收费及减免情况\n没有向申请人收取任何费用。\n四、行政复议、行政诉讼情况\n没有因信息公开被申请复议，没有因政府信息公开申请行政复议的案件。\n"
      .. "五、存在的问题和改进措施\n更新偏慢，今后专人负责。\n",
    expect = { state = "fail", findings = 1, at = { section = "requests" } } },
  { name = "all items in a few sentences without their names", trap = true, format = "text",
    document = "青禾县民政局2013年政府信息公开年度报告\n2013年，我局全年公布办事指南和公示名单53条。无人提出信息公开申请。工作实行免费。未出现行政争议。薄弱之处是更新偏慢，将专人负责。\n",
    expect = { state = "pass" } },
  { name = "what applicants got is not what was disclosed to all", format = "text",
    document = "青禾县民政局2013年政府信息公开年度报告\n2013年，收到公开申请3件，予以公开2件，不予公开1件。没有收费。没有发生复议、诉讼。存在的问题是人手不足，将增配一人。\n",
    expect = { state = "fail", findings = 1, at = { section = "disclosure" } } },
  { name = "other matters are no item when there are none", trap = true, base = "clean-2008",
    edits = { { "\n七、其他需要报告的事项\n", "\n" }, { "　　无其他需要报告的事项。\n", "" } }, expect = { state = "pass" } },
  { name = "what is no annual report has no such duty", base = "no-report", expect = { state = "notapplicable", reason = "not-a-report" } },
  { name = "no case of any kind, said in other words", base = "clean-2008", trap = true,
    edits = { { "　　2016年未收取检索、复制、邮寄等费用，也没有减免事项。", "　　本年度免费向公众提供政府信息。" } }, expect = { state = "pass" } },
  { name = "the text is in an attachment", format = "html", document = page .. '<p>附件：<a href="nb.docx">年度报告.docx</a></p></body></html>',
    expect = { state = "unknown", reason = "attached" } },
  { name = "the text is pictures", format = "html", document = page .. '<p><img src="1.jpg"></p><p><img src="2.jpg"></p></body></html>',
    expect = { state = "unknown", reason = "only-pictures" } },
  { name = "a script fetches the text", format = "html", document = page .. '<div id="app"></div><script src="a.js"></script></body></html>',
    expect = { state = "unknown", reason = "no-body" } },
  { name = "questions of visitors are no problems of the work", base = "clean-2008",
    edits = { { "六、存在的主要问题及改进情况\n", "" },
      { "　　主要问题是部分村的财务公开不够及时，公开内容偏少。改进情况：由镇经管站每季度第一个月10日前审核各村财务报表，审核后三日内张榜，全年通报未按时张榜的村2个，均已补公布。", "　　群众所提问题均已答复。" },
      { "、存在的主要问题及改进情况、", "、" } }, expect = { state = "fail" } },
  { name = "the sentence on the parts treats none of them", base = "clean-2008",
    edits = { { "六、存在的主要问题及改进情况\n", "" },
      { "　　主要问题是部分村的财务公开不够及时，公开内容偏少。改进情况：由镇经管站每季度第一个月10日前审核各村财务报表，审核后三日内张榜，全年通报未按时张榜的村2个，均已补公布。", "　　全年工作平稳。" } },
    expect = { state = "fail" } },
  { name = "chapters whose numbers are written in a way of their own", trap = true, base = "clean-2021",
    edits = { { "\n一、", "\nI. " }, { "\n二、", "\nII. " }, { "\n三、", "\nIII. " }, { "\n四、", "\n4 " }, { "\n五、", "\nV、" }, { "\n六、", "\nVI)" } },
    expect = { state = "pass" } },
}
