local function page(disputes)
  return [[
<html><head><meta charset="utf-8"><title>青禾县林业局2023年政府信息公开工作年度报告</title></head><body>
<h1>青禾县林业局2023年政府信息公开工作年度报告</h1><p>发布日期：2024-01-10</p>
<p>一、总体情况</p><p>2023年公开信息80条。统计期限自2023年1月1日起至2023年12月31日止。</p>
<p>二、主动公开政府信息情况</p>
<p>三、收到和处理政府信息公开申请情况</p>
<p>四、政府信息公开行政复议、行政诉讼情况</p>]] .. disputes .. [[
<p>五、存在的主要问题及改进情况</p><p>培训偏少，已增加2期。</p>
<p>六、其他需要报告的事项</p><p>无。</p></body></html>]]
end

return cases {
  { name = "tables of text", base = "clean-2021", expect = { state = "pass" } },
  { name = "tables of a page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "the old form has no tables", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "a picture under the heading of table four", document = page('<p><img src="t4.png" width="600"></p>'),
    expect = { state = "fail", severity = "major", at = { table = "disputes" } } },
  { name = "an arrow is no picture of a table", trap = true, document = page('<p><img src="/images/arrow.gif"></p>'),
    expect = { state = "unknown", reason = "table-missing" } },
  { name = "the sign of a file before its link", trap = true, document = page('<p><img src="/fileTypeImages/icon_xls.gif"><a href="4.xls">附表四.xls</a></p>'),
    expect = { state = "unknown", reason = "table-missing" } },
  { name = "a picture that a script hands out", document = page('<p><img src="/download?filetype=png&amp;id=3" width="700"></p>'),
    expect = { state = "fail", severity = "major", at = { table = "disputes" } } },
  { name = "whatever the kind is called", document = page('<p><img src="/file?fileType=jpg" width="700"></p>'),
    expect = { state = "fail", severity = "major", at = { table = "disputes" } } },
  { name = "a folder further up may be called anything", document = page('<p><img src="/uploads/icon/2024/t4.png" width="700"></p>'),
    expect = { state = "fail", severity = "major", at = { table = "disputes" } } },
  { name = "nor is what an editor puts into such a folder a sign by that", document = page('<p><img src="/uploads/icon/t4.png" width="700"></p>'),
    expect = { state = "fail", severity = "major", at = { table = "disputes" } } },
  { name = "a word within a word is none", document = page('<p><img src="/upload/silicon-valley.png" width="700"></p>'),
    expect = { state = "fail", severity = "major", at = { table = "disputes" } } },
  { name = "the sign of a kind in a folder of signs", trap = true, document = page('<p><img src="/images/icon/xls.gif"></p>'),
    expect = { state = "unknown", reason = "table-missing" } },
  { name = "a sign by the second piece of its name", trap = true, document = page('<p><img src="/img/fileIcon2.png?v=3"></p>'),
    expect = { state = "unknown", reason = "table-missing" } },
  { name = "pictures of three tables between the chapters of one paragraph", document = [[
<html><head><meta charset="utf-8"><title>青禾县林业局2023年政府信息公开工作年度报告</title></head><body>
<h1>青禾县林业局2023年政府信息公开工作年度报告</h1>
<p>一、总体情况 2023年公开信息80条。统计期限自2023年1月1日起至2023年12月31日止。经办人员参加了两次培训，登记、办理和答复更加熟悉，群众可以随时查阅，也可以到大厅咨询。
二、主动公开政府信息情况 <img src="t2.png"> 三、收到和处理政府信息公开申请情况 <img src="t3.png"> 四、政府信息公开行政复议、行政诉讼情况 <img src="t4.png">
五、存在的主要问题及改进情况 培训偏少，已增加2期。 六、其他需要报告的事项 无。</p></body></html>]],
    expect = { state = "fail", severity = "major", findings = 3 } },
  { name = "no picture, no table", document = page(""), expect = { state = "unknown", reason = "table-missing" } },
  { name = "a picture beside a table is an ornament", trap = true, base = "clean-2021.html",
    edits = { { "<p><strong>　　三、收到", '<p><img src="chart.png" width="600"></p><p><strong>　　三、收到' } }, expect = { state = "pass" } },
}
