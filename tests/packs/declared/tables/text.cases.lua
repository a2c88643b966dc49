local function page(disputes)
  return [[
<html><head><meta charset="utf-8"><title>青禾县林业局2023年政府信息公开工作年度报告</title></head><body>
<h1>青禾县林业局2023年政府信息公开工作年度报告</h1><p>发布日期：2024-01-10</p>
<p>一、总体情况</p><p>2023年公开信息80条。</p>
<p>四、政府信息公开行政复议、行政诉讼情况</p>]] .. disputes .. [[
<p>五、存在的主要问题及改进情况</p><p>培训偏少，已增加2期。</p></body></html>]]
end

return cases {
  { name = "text", base = "clean-2021", expect = { state = "pass" } },
  { name = "a picture", document = page('<p><img src="t4.png" width="600"></p>'), expect = { state = "fail", at = { table = "disputes" } } },
  { name = "neither", document = page("<p>无。</p>"), expect = { state = "unknown", reason = "table-missing" } },
  { name = "a picture beside the table", base = "clean-2021.html", trap = true,
    edits = { { "<p><strong>　　三、收到", '<p><img src="chart.png" width="600"></p><p><strong>　　三、收到' } }, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
