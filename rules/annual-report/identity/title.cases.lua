local title = "青禾县自然资源局2023年政府信息公开工作年度报告"

local function worded(as, expect)
  return { name = as, trap = expect.state ~= "fail", base = "clean-2021", year = 2023, edits = { { title, as } }, expect = expect }
end

return cases {
  { name = "the usual order", base = "clean-2021", expect = { state = "pass" } },
  { name = "a county government", base = "clean-2021.html", expect = { state = "pass" } },
  worded("2023年青禾县自然资源局政府信息公开工作年度报告", { state = "pass" }),
  worded("青禾县自然资源局2023年度政府信息公开工作年度报告", { state = "pass" }),
  worded("青禾县自然资源局2023年政府信息公开工作年报", { state = "pass" }),
  worded("青禾县自然资源局关于2023年度政府信息公开工作的年度报告", { state = "pass" }),
  worded("青禾县自然资源局政府信息公开工作年度报告（2023年）", { state = "pass" }),
  worded("青禾县自然资源局政府信息公开工作2023年度报告", { state = "pass" }),
  worded("青禾县自然资源局二〇二三年政府信息公开工作年度报告", { state = "pass" }),
  worded("青禾县柳汀镇２０２３年政府信息公开工作年度报告", { state = "pass" }),
  worded("青禾县柳汀镇2023政府信息公开年度报告", { state = "pass" }),
  worded("2023年度政府信息公开工作年度报告（青禾县柳汀镇）", { state = "pass" }),
  worded("青禾县自然资源局2023年政府信息公开工作报告", { state = "informational" }),
  worded("青禾县自然资源局2023年政务公开工作年度报告", { state = "informational" }),
  worded("青禾县自然资源局政府信息公开工作年度报告", { state = "fail", severity = "minor", found = "青禾县自然资源局政府信息公开工作年度报告",
    expected = "青禾县自然资源局2023年政府信息公开工作年度报告" }),
  worded("2023年政府信息公开工作年度报告", { state = "fail", severity = "minor", found = "2023年政府信息公开工作年度报告" }),
  worded("关于2023年度政府信息公开工作的年度报告", { state = "fail", severity = "minor" }),
  worded("我局2023年政府信息公开工作年度报告", { state = "fail", severity = "minor" }),
  worded("政府信息公开年报", { state = "fail", severity = "minor", findings = 1 }),
  worded("青禾县自然资源局2023年工作年度报告", { state = "fail", severity = "minor", found = "青禾县自然资源局2023年工作年度报告" }),
  { name = "no title at all", base = "clean-2021", year = 2023, edits = { { title .. "\n", "" } }, expect = { state = "fail", severity = "minor" } },
  { name = "agency and report on two lines", trap = true, base = "clean-2021",
    edits = { { title, "青禾县自然资源局\n2023年政府信息公开工作年度报告" } }, expect = { state = "pass" } },
  worded("关于青禾县自然资源局2023年政府信息公开工作年度报告的公示", { state = "pass" }),
  { name = "what is no annual report", base = "no-report", expect = { state = "notapplicable", reason = "no-report" } },
  worded("【年报】青禾县行政审批服务管理局（县数据局）2023年政府信息公开工作年度报告", { state = "pass" }),
  { name = "the way to the page names reports, the page's own title which", trap = true, document = [[
<html><head><title>青禾县自然资源局2023年政府信息公开工作年度报告_青禾县人民政府</title></head><body>
<div>您所在的位置：<a href="/">首页</a> / <a href="/nb/">政府信息公开年报</a></div>
<p>2023年，我局按照条例公开信息。统计期限自2023年1月1日起至2023年12月31日止。</p>
<p>一、总体情况</p><p>全年公开信息126条，其中规划计划类86条。</p><p>二、主动公开政府信息情况</p><p>见政府网站。</p>
<p>三、收到和处理政府信息公开申请情况</p><p>收到申请3件。</p></body></html>
]], format = "html", expect = { state = "pass" } },
}
