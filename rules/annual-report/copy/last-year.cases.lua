local tables_only = [[<html><head><title>柳坪县人民政府2021年政府信息公开工作年度报告</title></head><body><h1>柳坪县人民政府2021年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>全年清理了过期的办事指南，公开栏移到一楼大厅，盲文版的社保问答由残联印制后放在窗口。</p>
<p>二、主动公开政府信息情况</p><p>五、存在的主要问题及改进情况</p><p>]]
local problems = "问题是部分股室把应主动公开的会议纪要当作内部材料，公开前的审查拖得太久；乡镇对补正通知的写法拿不准，申请人往往要跑两趟；网站检索按文号查不到文件。"
  .. "改进的办法是把审查时限写进办文流程，到期由系统提醒；补正通知统一由县政府办审看一遍；检索改为按文号、标题和主题词三种方式，由信息中心每季度试查五十件。"

local function last(fragment)
  return { { year = 2021, report = { base = "clean-2021", section = "problems", fragment = fragment } } }
end

return cases {
  { name = "last year's report again", base = "clean-2021", year = 2023,
    earlier = { { year = 2022, report = { base = "clean-2021" } } }, expect = { state = "fail", severity = "minor", findings = 1 } },
  { name = "the problems are last year's to the letter", base = "clean-2021", year = 2022, section = "problems", fragment = "<p>" .. problems .. "</p>",
    earlier = { { year = 2021, report = { document = tables_only .. problems .. "</p></body></html>" } } },
    expect = { state = "fail", severity = "minor", findings = 1, at = { section = "problems" } } },
  { name = "another text every year", base = "clean-2021", year = 2023,
    earlier = { { year = 2022, report = { base = "clean-2019" } } }, expect = { state = "pass" } },
  { name = "one paragraph in the same words", trap = true, base = "clean-2021", year = 2022, section = "overview",
    fragment = "<p>县融媒体中心每周二播出“办事说明白”节目，节目文字稿次日上网，群众留言由承办股室在五个工作日内回复。</p>",
    earlier = { { year = 2021, report = { document = tables_only .. "县融媒体中心每周二播出“办事说明白”节目，节目文字稿次日上网，群众留言由承办股室在五个工作日内回复。</p></body></html>" } } },
    expect = { state = "pass" } },
  { name = "no report of last year", base = "clean-2021", year = 2023, expect = { state = "notapplicable", reason = "no-last-year" } },
  { name = "no report of this year", received = "nothing", year = 2022, earlier = last("<p>" .. problems .. "</p>"),
    expect = { state = "notapplicable", reason = "no-report" } },
}
