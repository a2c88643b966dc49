local other = "　　2023年，本局没有发出信息处理费收费通知，没有收取信息处理费。无其他需要报告的事项。"

return cases {
  { name = "all filled", base = "clean-2021", expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "pass" } },
  { name = "nothing to report is said", trap = true, base = "clean-2021", edits = { { other, "　　无。" } }, expect = { state = "pass" } },
  { name = "heads of a table without a cell do not take what the chapters behind it say", trap = true, base = "clean-2021", section = "disputes",
    fragment = "行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n复议后起诉\n", edits = { { other, "无" } }, expect = { state = "pass" } },
  { name = "problems without a word", base = "clean-2008",
    edits = { { "　　主要问题是部分村的财务公开不够及时，公开内容偏少。改进情况：由镇经管站每季度第一个月10日前审核各村财务报表，审核后三日内张榜，全年通报未按时张榜的村2个，均已补公布。", "" } },
    expect = { state = "fail", severity = "major", at = { section = "problems" }, findings = 1 } },
  { name = "a table of a later form under the old form's heading", trap = true, base = "clean-2008",
    edits = { { "　　无其他需要报告的事项。\n", [[
|第二十条第（一）项|
|信息内容|本年制发件数|本年废止件数|现行有效件数|
|规章|0|0|0|
|行政规范性文件|0|0|4|
|第二十条第（五）项|
|信息内容|本年处理决定数量|
|行政许可|0|
|第二十条第（六）项|
|信息内容|本年处理决定数量|
|行政处罚|0|
|行政强制|0|
|第二十条第（八）项|
|信息内容|本年收费金额（单位：万元）|
|行政事业性收费|0|
]] } },
    expect = { state = "pass" } },
  { name = "numbered lines that say what there was", trap = true, base = "clean-2008",
    edits = { { "　　无其他需要报告的事项。\n", "（一）全年没有其他需要报告的事项\n（二）没有收取费用\n" } }, expect = { state = "pass" } },
  { name = "numbered headings without a text", base = "clean-2008",
    edits = { { "　　无其他需要报告的事项。\n", "（一）其他工作\n（二）需要报告的事项\n" } }, expect = { state = "fail", findings = 1 } },
  { name = "the heading of a table without its table", base = "clean-2021",
    edits = { { [[
|行政复议|行政诉讼|
|结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|复议后起诉|
|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|
|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|
]], "" } }, expect = { state = "fail", at = { section = "disputes" } } },
  { name = "the heading of a table that stands behind the text", trap = true, base = "clean-2021",
    edits = { { [[
|行政复议|行政诉讼|
|结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|复议后起诉|
|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|
|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|
]], "" }, { other, other .. [[

附表
|行政复议|行政诉讼|
|结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|复议后起诉|
|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|
|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|
]] } }, expect = { state = "pass" } },
  { name = "the heading of a table of which scraps are left", base = "clean-2021", trap = true,
    edits = { { [[
|行政复议|行政诉讼|
|结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|复议后起诉|
|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|
|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|
]], "\n　　结果维\n　　持 尚未\n　　未经复议直\n　　2\n" } }, expect = { state = "pass" } },
  { name = "an attachment follows as a file", trap = true, base = "clean-2008", edits = { { "　　无其他需要报告的事项。\n", "　　无其他需要报告的事项。\n\n八、附件\n" } },
    expect = { state = "pass" } },
  { name = "what is no annual report has no such duty", base = "no-report", expect = { state = "notapplicable", reason = "not-a-report" } },
  { name = "nothing but numbered sentences", trap = true, base = "clean-2008",
    edits = { { "　　主要问题是部分村的财务公开不够及时，公开内容偏少。改进情况：由镇经管站每季度第一个月10日前审核各村财务报表，审核后三日内张榜，全年通报未按时张榜的村2个，均已补公布。",
      "　　（一）主要问题\n　　1.部分村财务公开不够及时。\n　　（二）改进措施\n　　1.镇经管站按季度审核各村财务报表。" } },
    expect = { state = "pass" } },
  { name = "nothing but headings that end as sentences", base = "clean-2008",
    edits = { { "　　主要问题是部分村的财务公开不够及时，公开内容偏少。改进情况：由镇经管站每季度第一个月10日前审核各村财务报表，审核后三日内张榜，全年通报未按时张榜的村2个，均已补公布。",
      "　　（一）信息公开存在的主要问题。\n　　（二）下一步的改进措施。" } },
    expect = { state = "fail" } },
  { name = "left out", base = "clean-2008", edits = { { "　　无其他需要报告的事项。", "　　（略）" } }, expect = { state = "fail" } },
  { name = "a table one cell to a line, the label of whose column is another", trap = true, format = "text", document = [[
青禾县民政局2023年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
行政复议
行政诉讼
结果维持
结果纠正
其他结果
尚未审结
总计
未经复议直接起诉
经复议后起诉
结果维持
结果纠正
其他结果
尚未审结
总计
结果维持
结果纠正
其他结果
尚未审结
总计
]] .. text.gsub("2,1,0,0,3,0,0,0,1,1,2,0,0,0,2", ",", "\n") .. [[

五、存在的主要问题及改进情况
人手不足，将增配一人。
]], expect = { state = "pass" } },
}
