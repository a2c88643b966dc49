local results = "政务公开在县政府部门工作考核中占4分，考核结果为优秀的单位9个、良好的单位22个；社会评议收回有效问卷612份，满意率93.6%；对2个更新不及时的单位作了书面提醒，没有发生责任追究情形。"
local problems = "存在的主要问题：乡镇之间"

local function instead(sentence, expect)
  return { name = sentence, trap = expect.state == "pass", base = "clean-2021.html", edits = { { results, sentence } }, expect = expect }
end

return cases {
  { name = "a county government with results", base = "clean-2021.html", expect = { state = "pass" } },
  instead("全县举办培训3期。", { state = "fail", severity = "minor", at = { section = "overview" }, findings = 1 }),
  instead("政务公开列入年度考评，未有追责问责情况。", { state = "pass" }),
  instead("县政府开展民意测评，收回问卷300份。", { state = "pass" }),
  instead("没有因政府信息公开被追究责任的情况。", { state = "pass" }),
  instead("全年公开教师招聘考核公告2条。", { state = "fail" }),
  { name = "nothing but a promise", base = "clean-2021.html", edits = { { results, "" }, { problems, "下一步完善考核和评议办法。" .. problems } },
    expect = { state = "fail" } },
  { name = "a department need not", base = "clean-2021", expect = { state = "notapplicable", reason = "no-government" } },
  { name = "no such item in the old regulation", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "a government, and the office that reports for it", base = "clean-2021.html", edits = { { results, "全县举办培训3期。" } },
    agency = "青禾县人民政府（政府办公室）", level = "county", expect = { state = "fail" } },
  { name = "a sub-district office is no people's government", base = "clean-2021.html",
    agency = "青禾县城关街道办事处", level = "township", expect = { state = "notapplicable" } },
}
