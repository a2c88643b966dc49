local body = [[
　　存在的问题：一是征地批后实施材料由各乡镇分头保管，公开有时滞后；二是涉及历史图件的申请检索耗时较长。

　　改进情况：对第一个问题，建立乡镇月报清单，由征收股每月15日核对上传，下半年补充公开87条；对第二个问题，完成2009年以前纸质图件扫描1.2万余幅，检索时间由5天缩短到1天。
]]

return cases {
  { name = "two paragraphs", base = "clean-2021", expect = { state = "pass" } },
  { name = "a heading alone", base = "clean-2021", edits = { { body, "" } }, expect = { state = "fail", at = { section = "problems" } } },
  { name = "the section is not there", base = "clean-2021", edits = { { "五、存在的主要问题及改进情况\n", "" } },
    expect = { state = "unknown", reason = "section-missing" } },
  { name = "one word", base = "clean-2021", trap = true, edits = { { body, "　　无。\n" } }, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
