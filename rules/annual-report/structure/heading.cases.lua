local function worded(section, from, to, state)
  local expect = { state = state }
  if state == "fail" then
    expect.severity = "advice"
    expect.at = { section = section }
  end
  return { name = to, trap = state == "pass", base = "clean-2021", edits = { { "\n" .. from .. "\n", "\n" .. to .. "\n" } }, expect = expect }
end

local overview, disclosure = "一、总体情况", "二、主动公开政府信息情况"
local requests, disputes = "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"
local problems, other = "五、存在的主要问题及改进情况", "六、其他需要报告的事项"

return cases {
  { name = "official", base = "clean-2021", expect = { state = "pass" } },
  { name = "broken into two lines", trap = true, base = "clean-2021", edits = {
      { "\n" .. disclosure .. "\n", "\n二、主动公开政府\n信息情况\n" }, { "\n" .. problems .. "\n", "\n五、存在的主要问题\n及改进情况\n" } },
    expect = { state = "pass" } },
  { name = "official, other form", base = "clean-2019", expect = { state = "pass" } },
  { name = "the old form has no official headings", base = "clean-2008", expect = { state = "notapplicable" } },
  worded("disputes", disputes, "四、政府信息公开行政复议和行政诉讼情况", "pass"),
  worded("disputes", disputes, "四、政府信息公开行政复议及行政诉讼情况", "pass"),
  worded("disputes", disputes, "四、政府信息公开行政复议行政诉讼情况", "pass"),
  worded("disputes", disputes, "四、政府信息公开行政复议/行政诉讼情况", "pass"),
  worded("disputes", disputes, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "pass"),
  worded("disputes", disputes, "四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况", "pass"),
  worded("disputes", disputes, "四、涉诉涉复议情况", "fail"),
  worded("problems", problems, "五、存在的主要问题和改进情况", "pass"),
  worded("problems", problems, "五、政府信息公开工作存在的主要问题及改进情况", "pass"),
  worded("problems", problems, "五、存在的主要问题及改进措施", "informational"),
  worded("problems", problems, "五、存在的主要问题及改进举措", "informational"),
  worded("problems", problems, "五、存在问题及工作打算", "informational"),
  worded("problems", problems, "五、存在的问题及下一步工作计划", "informational"),
  worded("problems", problems, "五、工作中的短板和努力方向", "fail"),
  worded("overview", overview, "一、总体工作情况", "informational"),
  worded("overview", overview, "一、概述", "informational"),
  worded("overview", overview, "一、政府信息公开工作概述", "informational"),
  worded("disclosure", disclosure, "二、行政机关主动公开政府信息情况", "pass"),
  worded("disclosure", disclosure, "二、主动公开政府信息的情况", "pass"),
  worded("disclosure", disclosure, "二、主动公开情况", "informational"),
  worded("requests", requests, "三、行政机关收到和处理政府信息公开申请情况", "pass"),
  worded("requests", requests, "三、依申请公开政府信息办理情况", "fail"),
  worded("other", other, "六、其他需要报告等事项", "informational"),
  worded("other", other, "六、其他应报告的事项", "informational"),
  worded("other", other, "六、其他需要报告的事项：", "pass"),
  worded("disclosure", disclosure, "二、主动公开政府信息情况（表格）", "informational"),
  worded("requests", requests, "三、收到和处理政府信息公开申请情况（单位：件）", "informational"),
}
