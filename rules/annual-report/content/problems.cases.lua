-- What the section on problems of the clean report says.
local problem = "　　存在的问题：一是征地批后实施材料由各乡镇分头保管，公开有时滞后；二是涉及历史图件的申请检索耗时较长。"
local measure = "　　改进情况：对第一个问题，建立乡镇月报清单，由征收股每月15日核对上传，下半年补充公开87条；对第二个问题，完成2009年以前纸质图件扫描1.2万余幅，检索时间由5天缩短到1天。"

local function says(sentence)
  return { { problem, sentence }, { measure, "" } }
end

return cases {
  { name = "problems and measures", base = "clean-2021", expect = { state = "pass" } },
  { name = "an old report", base = "clean-2008", expect = { state = "pass" } },
  { name = "none", base = "clean-2021", edits = says("无。"), expect = { state = "fail", severity = "minor", findings = 1, at = { section = "problems" } } },
  { name = "none, in a sentence", base = "clean-2021", edits = says("2023年，本局政府信息公开工作暂不存在主要问题。"), expect = { state = "fail" } },
  { name = "problems without measures", base = "clean-2021", edits = { { measure, "" } }, expect = { state = "fail" } },
  { name = "the section is not there", base = "clean-2021", edits = { { "五、存在的主要问题及改进情况\n", "" } }, expect = { state = "unknown" } },
  { name = "an old report without such a section", base = "clean-2008", edits = { { "六、存在的主要问题及改进情况\n", "" } },
    expect = { state = "notapplicable", reason = "no-section" } },
  { name = "measures in their own words", trap = true, base = "clean-2021",
    edits = says("当前的问题是节点信息有时滞后。对此，从10月起由系统提示经办人更新。"), expect = { state = "pass" } },
  { name = "short but concrete", trap = true, base = "clean-2021", edits = says("个别栏目更新较慢，已改为每周核查一次。"), expect = { state = "pass" } },
  { name = "training is what lacks", base = "clean-2021", edits = says("存在人手紧张、培训偏少的问题。"), expect = { state = "fail" } },
  { name = "none, and more of the same", base = "clean-2021", edits = says("无明显问题，今后将继续努力。"), expect = { state = "fail" } },
  { name = "some problems, to be mended", base = "clean-2021",
    edits = says("2023年，我局政府信息公开工作取得一定成绩，但还存在一些问题，今后将加以改进。"), expect = { state = "fail" } },
  { name = "some problems, one named", trap = true, base = "clean-2021",
    edits = says("我局工作取得一定成绩，但还存在一些问题：征地档案检索慢，今后将逐年扫描。"), expect = { state = "pass" } },
  { name = "a heading for measures, and none below it", base = "clean-2021", edits = says("（一）主要问题\n　　部分图件检索耗时较长。\n　　（二）改进情况\n　　无。"),
    expect = { state = "fail" } },
  { name = "what is to be made of it", trap = true, base = "clean-2021", edits = says("部分图件检索耗时较长，明年要把老图件扫描入库。"), expect = { state = "pass" } },
  { name = "what comes next", trap = true, base = "clean-2021",
    edits = { { problem, "最突出的是懂图件的人手紧，其次是乡镇报送慢。接下来，征收股固定两人负责，请测绘队帮着翻检老图。" }, { measure, "" } }, expect = { state = "pass" } },
  { name = "who is not always the same, and no measure", base = "clean-2021",
    edits = { { problem, "经办人员不固定，各乡镇口径不统一，老图件翻检慢。" }, { measure, "" } }, expect = { state = "fail" } },
  { name = "a promise that would stand anywhere", base = "clean-2021", edits = says("下一步将继续加强信息公开工作。"), expect = { state = "fail" } },
  { name = "what is not yet done, and must be better", base = "clean-2021",
    edits = says("有的专栏尚未开通，经办人员业务能力需要提高，图件公开还不规范，培训组织得较少。"), expect = { state = "fail", severity = "minor" } },
  { name = "subsidies are no addition", base = "clean-2021", edits = says("惠农补贴信息更新间隔偏长，图解和视频数量少。"), expect = { state = "fail" } },
  { name = "the work went well, but", base = "clean-2021", edits = says("各项制度落实取得成效，虽建立了台账，但图件翻检慢，内容更新滞后。"), expect = { state = "fail" } },
  { name = "by what means", trap = true, base = "clean-2021", edits = says("查询的人参与度低，通过开放日扩大参与。"), expect = { state = "pass" } },
  { name = "a new clerk", trap = true, base = "clean-2021", edits = says("人手不足，7月新招录1名工作人员。"), expect = { state = "pass" } },
  { name = "who now sees to it", trap = true, base = "clean-2021", edits = says("答复时有不规范，由法规股负责审核。"), expect = { state = "pass" } },
}
