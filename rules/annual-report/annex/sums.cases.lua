local foot = "2017年3月6日"

-- The annex as text: a row a line.
local annex = [[

附表

|指标|单位|数量|
|一、主动公开情况||
|（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|236|
|其中：主动公开规范性文件数|条|2|
|制发规范性文件总数|件|2|
|1.政府公报公开政府信息数|条|0|
|2.政府网站公开政府信息数|条|118|
|3.政务微博公开政府信息数|条|0|
|4.政务微信公开政府信息数|条|44|
|5.其他方式公开政府信息数|条|74|
|三、依申请公开情况||
|（一）收到申请数|件|5|
|1.当面申请数|件|3|
|2.传真申请数|件|0|
|3.网络申请数|件|2|
|4.信函申请数|件|0|
|（二）申请办结数|件|5|
|1.按时办结数|件|5|
|2.延期办结数|件|0|
|四、行政复议数量|件|1|
|（一）维持具体行政行为数|件|1|
|（二）被依法纠错数|件|0|
|（三）其他情形数|件|0|
|五、行政诉讼数量|件|0|
|（一）维持具体行政行为或者驳回原告诉讼请求数|件|0|
|（二）被依法纠错数|件|0|
|（三）其他情形数|件|0|
|（三）从事政府信息公开工作人员数|人|3|
|1.专职人员数|人|1|
|2.兼职人员数|人|2|
]]

local function with(name, from, to, expect, trap)
  local edits = { { foot, foot .. "\n" .. annex } }
  if from then
    edits[2] = { from, to }
  end
  return { name = name, trap = trap, base = "clean-2008", edits = edits, expect = expect }
end

local function wrong(name, from, to, found, expected)
  return with(name, from, to, { state = "fail", severity = "minor", findings = 1, found = found, expected = expected })
end

return cases {
  with("an annex that adds up", nil, nil, { state = "pass" }),
  wrong("requests received", "|（一）收到申请数|件|5|", "|（一）收到申请数|件|6|", "6", "5"),
  wrong("requests done", "|2.延期办结数|件|0|", "|2.延期办结数|件|2|", "5", "7"),
  wrong("staff", "|2.兼职人员数|人|2|", "|2.兼职人员数|人|12|", "3", "13"),
  wrong("more results than reviews", "|（三）其他情形数|件|0|\n|五、", "|（三）其他情形数|件|4|\n|五、", "1", "5"),
  { name = "a table of the page", base = "clean-2008", edits = { { foot, foot .. "\n\n" .. [[
收到申请数

件

7

当面申请数

件

3

传真申请数

件

0

网络申请数

件

2

信函申请数

件

0
]] } }, expect = { state = "fail", findings = 1, found = "7", expected = "5" } },
  { name = "lines of text, each value with its unit", base = "clean-2008",
    edits = { { foot, foot .. "\n\n2016年政府信息公开情况统计表\n统计指标　单位　统计数\n（一）收到申请数　件　7件\n1.当面申请数　件　3件\n2.传真申请数　件　0件\n"
      .. "3.网络申请数　件　2件\n4.信函申请数　件　0件\n" } }, expect = { state = "fail", findings = 1, found = "7", expected = "5" } },
  with("a case still pending", "|四、行政复议数量|件|1|", "|四、行政复议数量|件|2|", { state = "informational" }, true),
  with("more disclosed than by all channels", "|条|236|", "|条|336|", { state = "informational" }, true),
  with("one item on several channels", "|2.政府网站公开政府信息数|条|118|", "|2.政府网站公开政府信息数|条|236|", { state = "pass" }, true),
  with("a blank proves nothing", "|1.当面申请数|件|3|", "|1.当面申请数|件||", { state = "pass" }, true),
  { name = "no annex", base = "clean-2008", expect = { state = "notapplicable", reason = "no-annex" } },
  { name = "words of the text are no annex", base = "clean-2008", trap = true,
    edits = { { "全年组织村务公开检查4次。", "全年组织村务公开检查4次，收到申请数量5件。" } }, expect = { state = "notapplicable", reason = "no-annex" } },
  { name = "later forms have no such annex", base = "clean-2021", expect = { state = "notapplicable" } },
}
