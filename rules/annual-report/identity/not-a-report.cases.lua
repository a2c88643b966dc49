-- The table on what was disclosed, each figure the same.
local function disclosure(figure)
  return text.gsub([[
二、主动公开政府信息情况
第二十条第（一）项
信息内容	本年制发件数	本年废止件数	现行有效件数
规章	#	#	#
行政规范性文件	#	#	#
第二十条第（五）项
信息内容	本年处理决定数量
行政许可	#
第二十条第（六）项
信息内容	本年处理决定数量
行政处罚	#
行政强制	#
第二十条第（八）项
信息内容	本年收费金额（单位：万元）
行政事业性收费	#
]], "#", figure)
end

return cases {
  { name = "a report", base = "clean-2021", expect = { state = "pass" } },
  { name = "an old report", base = "clean-2008", expect = { state = "pass" } },
  { name = "the first half of the year", document = [[
青禾县水利局2023年上半年政府信息公开工作报告

发布日期：2023-07-12

　　2023年上半年，我局主动公开政府信息310条，收到申请2件，均已答复。现将有关情况报告如下。

一、主动公开情况
　　上半年公开水资源管理信息96条、工程建设信息214条。

二、下半年打算
　　加快水费标准公开。
]], expect = { state = "fail", severity = "veto" } },
  { name = "an enterprise's report", document = [[
青禾县燃气有限公司2023年信息公开年度报告

一、企业基本信息
　　公司供气用户2.1万户。

二、信息公开情况
　　公布停气通知38条、收费标准4条。

三、其他情况
　　无。
]], expect = { state = "fail", severity = "veto" } },
  { name = "an organ beside a school", trap = true, document = "青禾县大学城管理委员会2023年信息公开年度报告\n一、总体情况\n公开信息38条。\n二、存在的主要问题及改进情况\n更新慢，已改为周更。",
    expect = { state = "pass" } },
  { name = "another annual report", document = [[
青禾县司法局2023年法治政府建设年度报告

发布日期：2024-01-20

　　2023年，青禾县司法局推进法治政府建设，现将情况报告如下。

一、主要做法
　　合法性审查文件45件，政府信息公开作为考核内容之一。

二、存在问题
　　执法人员培训不足。

三、2024年打算
　　办好行政复议。
]], expect = { state = "fail", severity = "veto" } },
  { name = "a collection of models", document = [[
政府信息公开工作年度报告范文（精选3篇）

政府信息公开工作年度报告 篇1

一、概述
　　本年度我单位公开信息120条。
二、主动公开情况
　　通过网站公开80条。
三、存在问题
　　公开不及时。

政府信息公开工作年度报告 篇2

一、概述
　　一年来，我镇公开信息60条。
二、主动公开情况
　　通过公开栏公开60条。
三、存在问题
　　形式单一。

政府信息公开工作年度报告 篇3

一、概述
　　我局扎实推进信息公开。
二、主动公开情况
　　公开33条。
三、存在问题
　　人员不足。
]], expect = { state = "fail", severity = "veto" } },
  { name = "a list of further articles under a report", trap = true, base = "clean-2021",
    edits = { { "【打印】 【关闭】", "【打印】 【关闭】\n\n上一篇：青禾县财政局2023年政府信息公开工作年度报告\n下一篇：青禾县2023年法治政府建设年度报告" } },
    expect = { state = "pass" } },
  { name = "a report that speaks of the first half of the year", trap = true, base = "clean-2021",
    edits = { { "下半年补充公开87条", "上半年公开40条，下半年补充公开87条" } }, expect = { state = "pass" } },
  { name = "an annual report by its short name", base = "clean-2021", trap = true,
    edits = { { "2023年政府信息公开工作年度报告", "2023年政府信息公开年报" } }, expect = { state = "pass" } },
  { name = "there was no such report before the regulation of 2008", base = "clean-2008", edits = { { "2016年", "2007年", "all" }, { "2017", "2008", "all" } },
    expect = { state = "notapplicable", reason = "before-the-regulation" } },
  { name = "a page of results that came back among the documents", document = [[
<html><head><meta charset="utf-8"><title>青禾县水务局2023年政府信息公开工作年度报告</title><meta name="generator" content="auditor.check-results"></head><body>
<h1>青禾县水务局2023年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>全年公开信息310条。</p><h2>二、主动公开政府信息情况</h2><p>公开文件5件。</p>
<h2>三、收到和处理政府信息公开申请情况</h2><p>未收到申请。</p><h2>四、政府信息公开行政复议、行政诉讼情况</h2><p>没有。</p></body></html>]],
    expect = { state = "fail", severity = "veto" } },
  { name = "a form that nobody has filled in, though its year is printed",
    document = "（单位名称）2023年政府信息公开工作年度报告\n\n一、总体情况\n（写明五个方面的情况）\n\n" .. disclosure(""),
    expect = { state = "fail", severity = "veto" } },
  { name = "a form with dots where text belongs",
    document = "××局2023年政府信息公开工作年度报告\n\n一、总体情况\n2023年，××局……\n\n" .. disclosure(""),
    expect = { state = "fail", severity = "veto" } },
  { name = "a sample of the form", document = "2023年政府信息公开工作年度报告（样式）\n\n" .. disclosure(""),
    expect = { state = "fail", severity = "veto" } },
  { name = "a filled-in form whose writer forgot the name", trap = true,
    document = "××局2023年政府信息公开工作年度报告\n\n一、总体情况\n2023年，我局公开信息30条。\n\n" .. disclosure("0"),
    expect = { state = "pass" } },
  { name = "what a search has found", document = [[
全站检索 共找到36条结果

青禾县水利局2023年政府信息公开工作年度报告
一、总体情况 2023年，青禾县水利局认真做好公开工作，及时更新栏目内容，方便群众查阅……

青禾县财政局2023年政府信息公开工作年度报告
一、总体情况 2023年，青禾县财政局完善制度，全年公开信息三百余条……

青禾县司法局2023年政府信息公开工作年度报告
一、总体情况 2023年，青禾县司法局……
]], expect = { state = "fail", severity = "veto" } },
  { name = "a page that a script fills", document = '<html><head><title>青禾县</title></head><body><div id="app"></div><script>load()</script></body></html>',
    format = "html", expect = { state = "unknown", reason = "no-text" } },
  { name = "a page of one picture", document = '<html><body><p><img src="nb.png" width="700"></p></body></html>', format = "html",
    expect = { state = "unknown", reason = "no-text" } },
}
