local neighbour = "青石县人民政府"
local own = [[<p>（一）全年在政府门户网站发布信息1204条。县融媒体中心每周二播出的“办事说明白”节目讲解了养老金认证、宅基地审批和学区划分三类事项，节目文字稿次日上网，群众留言由承办股室在五个工作日内回复。</p>
<p>（二）县档案馆与图书馆共用的查阅室延长到晚上八点开放，备有打印机和老花镜，全年接待查阅的群众以办理土地确权和工龄认定的居多。乡镇便民大厅的触摸屏改由专人每月检查一次。</p>]]
local same = [[<p>（一）全年在政府门户网站发布信息987条。县融媒体中心每周二播出的“办事说明白”节目讲解了养老金认证、宅基地审批和学区划分三类事项，节目文字稿次日上网，群众留言由承办股室在五个工作日内回复。</p>
<p>（二）县档案馆与图书馆共用的查阅室延长到晚上八点开放，备有打印机和老花镜，全年接待查阅的群众以办理土地确权和工龄认定的居多。乡镇便民大厅的触摸屏改由专人每月检查一次。</p>]]
local different = [[<p>（一）全年在门户网站发布信息987条。政务直播间请了自来水公司和公交公司的负责人，现场答复停水通知和线路调整的提问，回放可在网站查看。</p>
<p>（二）各街道公告栏换成带锁的防雨橱窗，张贴和撤下的日期由社区登记；集市日在路口设咨询台，解释医保缴费档次。</p>]]
-- What every report of the county says of its legal basis, with the same titles and figures of its own.
local required = [[<p>（一）本机关依据《中华人民共和国政府信息公开条例》和《政府信息公开信息处理费管理办法》开展工作。全年发布信息1204条。</p>]]

local function report(fragment)
  return { base = "clean-2021", section = "overview", fragment = fragment }
end

return cases {
  { name = "a section taken over from another county, figures changed", base = "clean-2021", section = "overview", fragment = own,
    others = { { name = neighbour, report = report(same) } },
    expect = { state = "fail", severity = "major", findings = 1, at = { section = "overview" } } },
  { name = "the whole report is another agency's", base = "clean-2021",
    others = { { name = neighbour, report = { base = "clean-2021" } } },
    expect = { state = "fail", severity = "major", findings = 1 } },
  { name = "reports that have nothing in common", base = "clean-2021", section = "overview", fragment = own,
    others = { { name = neighbour, report = { base = "clean-2019" } } }, expect = { state = "pass" } },
  { name = "the same office wording and law titles are no copying", trap = true, base = "clean-2021", section = "overview", fragment = required .. different,
    others = { { name = neighbour, report = { document = [[<html><head><title>青石县人民政府2022年政府信息公开工作年度报告</title></head><body><h1>青石县人民政府2022年政府信息公开工作年度报告</h1>
<p>一、总体情况</p>]] .. required .. own .. [[<p>二、主动公开政府信息情况</p><p>五、存在的主要问题及改进情况</p><p>乡镇公开栏更新不及时，已改为每月抽查。</p></body></html>]] } } },
    expect = { state = "pass" } },
  { name = "the agency's own report of last year is for another rule", trap = true, base = "clean-2021", year = 2023,
    earlier = { { year = 2022, report = { base = "clean-2021" } } }, expect = { state = "pass" } },
  { name = "no report of this year", received = "nothing", year = 2022, expect = { state = "notapplicable", reason = "no-report" } },
}
