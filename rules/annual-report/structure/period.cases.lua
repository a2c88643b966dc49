local sentence = "数据的统计期限自2023年1月1日起至2023年12月31日止。"

local function instead(as, state, more)
  local expect = more or {}
  expect.state = state
  return { name = as ~= "" and as or "not stated", trap = state == "pass", base = "clean-2021", edits = { { sentence, as } }, expect = expect }
end

return cases {
  { name = "the whole year", base = "clean-2021", expect = { state = "pass" } },
  { name = "the whole year, old form", base = "clean-2008", expect = { state = "pass" } },
  instead("数据统计时限为2023年1月1日至2023年12月31日。", "pass"),
  instead("统计期限从2023年1月1日到12月31日。", "pass"),
  instead("本报告所列数据统计时间：2023年1月1日-2023年12月31日。", "pass"),
  instead("统计期限自２０２３年１月１日起至２０２３年１２月３１日止。", "pass"),
  instead("统计期限自2023年1月1日起，至12月31止。", "pass"),
  instead("统计期限自202311日起至20231231日止。", "pass"),
  instead("统计期限自二〇二三年一月一日起至二〇二三年十二月三十一日止。", "pass"),
  instead("本报告统计期限为2023年度。", "pass"),
  instead("统计期限自2022年1月1日起至2022年12月31日止。", "fail",
    { severity = "major", expected = "2023-01-01 / 2023-12-31", found = "2022-01-01 / 2022-12-31" }),
  instead("统计期限自2023年1月1日起至2023年11月30日止。", "fail", { severity = "major", found = "2023-01-01 / 2023-11-30" }),
  instead("统计期限自2023年3月1日起至2023年12月31日止。", "fail", { found = "2023-03-01 / 2023-12-31" }),
  instead("统计期限自2023年3月1日（本局组建之日）起至2023年12月31日止。", "informational"),
  instead("统计期限自2023年1月1日起至20233年12月31日止。", "fail",
    { severity = "major", findings = 1, found = "2023年1月1日起至20233年12月31日" }),
  instead("统计期限自2023年1月1日起至2023年11月31日止。", "fail", { severity = "major", found = "2023年1月1日起至2023年11月31日" }),
  instead("统计时限为202年1月1日至12月31日。", "fail", { severity = "major" }),
  instead("统计期限自202311日起至1231日止。", "pass"),
  instead(sentence .. "本章数据统计时间为2023年1月1日至2023年11月30日。", "fail", { severity = "major", findings = 1, found = "2023-01-01 / 2023-11-30" }),
  instead(sentence .. "以上数据统计时限为2023年1月1日到12月31日。", "pass"),
  instead(sentence .. "本报告中点击量的统计时间为2023年1月1日至6月30日。上述来电的统计时间为2023年1月1日至10月31日。", "pass"),
  instead(sentence .. "本年报统计期限同前，纸质版的查阅时间为2024年2月1日至2024年12月31日。", "pass"),
  instead(sentence .. "其中网站访问量的统计时间为2023年1月1日至2023年6月30日。", "pass"),
  instead("数据统计每年1月1日报送。", "fail", { severity = "advice", findings = 1 }),
  instead("", "fail", { severity = "advice", findings = 1 }),
  { name = "not stated, old form", base = "clean-2008", edits = { { "，统计期限为2016年1月1日至2016年12月31日", "" } },
    expect = { state = "fail", severity = "minor" } },
  { name = "the first year of the old regulation began in May", trap = true, base = "clean-2008",
    edits = { { "2016年", "2008年", "all" }, { "2008年1月1日", "2008年5月1日" } }, expect = { state = "pass" } },
  { name = "what is no annual report has no such duty", base = "no-report", expect = { state = "notapplicable", reason = "not-a-report" } },
  instead("统计期限为2023年1月1日零时至2023年12月31日24时。", "pass"),
  instead("统计期限为2023.1.1-2023.12.31。", "pass"),
  instead("统计期限是2023年1月1日0时至12月31日24时。", "pass"),
  instead("统计期限自2023年1月1日00:00起至11月30日24:00止。", "fail", { severity = "major", found = "2023-01-01 / 2023-11-30" }),
  instead("统计期限为1月1日至12月31日。", "pass"),
  instead("统计期限为当年1月1日至11月30日。", "fail", { severity = "major", found = "2023-01-01 / 2023-11-30" }),
  instead("本报告数据统计自2023年1月至12月。", "pass"),
  instead("数据的统计期限为2023全年。", "pass"),
  instead("报告所用数据，除另有说明外，均截至2023年12月31日。", "pass"),
  instead("统计期限自202311日起至20231230日止。", "fail", { severity = "major", found = "2023-01-01 / 2023-12-30" }),
  instead("统计期限自202321日起至1230日止。", "unknown"),
}
