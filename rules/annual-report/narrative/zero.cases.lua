local anchor = "接待查询409人次。"

local function with(sentence)
  return { { anchor, anchor .. sentence } }
end

-- The second table of figures: nobody asked for a review or sued.
local quiet = { "|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|", "|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|" }

return cases {
  { name = "the text says nothing of none", base = "clean-2021", expect = { state = "pass" } },
  { name = "old reports have no official tables", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "none received, and the table has requests", base = "clean-2021", edits = with("2023年，本局未收到政府信息公开申请。"),
    expect = { state = "fail", severity = "major", findings = 1, expected = "128", found = "0", at = { section = "overview", quote = "未收到政府信息公开申请" } } },
  { name = "none received from citizens or organisations", base = "clean-2021", edits = with("本年度没有收到公民、法人或者其他组织提出的政府信息公开申请。"), expect = { state = "fail" } },
  { name = "none, with few words", base = "clean-2021", edits = with("全年无依申请公开申请。"), expect = { state = "fail" } },
  { name = "none, of requests as such", base = "clean-2021", edits = with("今年我局无依申请公开件。"), expect = { state = "fail", findings = 1 } },
  { name = "nought, as a word", base = "clean-2021", edits = with("本年度依申请公开数量为零。"), expect = { state = "fail", findings = 1 } },
  { name = "none under a heading of its own", base = "clean-2021", edits = with("依申请公开工作：本年未发生。"), expect = { state = "fail", findings = 1 } },
  { name = "none on paper and none on line", base = "clean-2021", edits = with("全年未接到书面或网上信息公开申请。"), expect = { state = "fail", findings = 1 } },
  { name = "none on paper", trap = true, base = "clean-2021", edits = with("全年未接到书面申请。"), expect = { state = "pass" } },
  { name = "no late reply", trap = true, base = "clean-2021", edits = with("全年没有依申请公开逾期答复的情形。"), expect = { state = "pass" } },
  { name = "zero as a number", base = "clean-2021", edits = with("全年收到政府信息公开申请0件。"), expect = { state = "fail", found = "0" } },
  { name = "no review and no lawsuit", base = "clean-2021", edits = with("全年未发生因政府信息公开引起的行政复议和行政诉讼案件。"),
    expect = { state = "fail", findings = 2 } },
  { name = "no lawsuit, but a review", base = "clean-2021", edits = with("没有因政府信息公开被提起行政诉讼的案件。"), expect = { state = "fail", expected = "1", findings = 1 } },
  { name = "none, with the table", base = "clean-2021", edits = { quiet, { anchor, anchor .. "未发生因政府信息公开引起的行政复议、行政诉讼。" } }, expect = { state = "pass" } },
  { name = "the reverse: a number, and the table has none", base = "clean-2021", edits = { quiet, { anchor, anchor .. "因政府信息公开引发行政复议2件。" } },
    expect = { state = "fail", expected = "0", found = "2" } },
  { name = "all upheld, and one is pending", base = "clean-2021", edits = with("行政复议案件均获维持。"), expect = { state = "fail", expected = "1" } },
  { name = "all that were concluded are upheld", trap = true, base = "clean-2021", edits = with("行政复议案件已审结的均获维持。"), expect = { state = "pass" } },
  { name = "no normative document was made", base = "clean-2021", edits = with("本年度没有制发行政规范性文件。"), expect = { state = "fail", expected = "2" } },
  { name = "none of one subject was made", trap = true, base = "clean-2021", edits = with("未制定规范性文件管理办法。"), expect = { state = "pass" } },
  { name = "nothing was carried over", base = "clean-2021", edits = with("收到的信息公开申请已全部办结，没有结转下年度办理的申请。"), expect = { state = "fail" } },
  { name = "no petition was carried over", trap = true, base = "clean-2021", edits = with("受理信访事项9件，均已办结，没有结转下年度继续办理的。"), expect = { state = "pass" } },
  { name = "nothing was refused", base = "clean-2021", edits = with("2023年，我局不存在不予公开的情形。"), expect = { state = "fail" } },
  { name = "the word for nought", base = "clean-2021", edits = with("本年度收到政府信息公开申请数量为零。"), expect = { state = "fail", found = "0" } },
  { name = "reviews and lawsuits, none of either", base = "clean-2021", edits = with("政府信息公开行政复议、行政诉讼案件均为0件。"), expect = { state = "fail" } },
  { name = "none received last year", trap = true, base = "clean-2021", edits = with("2022年，本局未收到政府信息公开申请。"), expect = { state = "pass" } },
  { name = "none of one office", trap = true, base = "clean-2021", edits = with("下属事业单位未收到政府信息公开申请。"), expect = { state = "pass" } },
  { name = "none in one quarter", trap = true, base = "clean-2021", edits = with("第一季度未收到政府信息公开申请。"), expect = { state = "pass" } },
  { name = "no review was lost", trap = true, base = "clean-2021", edits = with("全年没有行政复议被纠正、行政诉讼败诉的案件。"), expect = { state = "pass" } },
  { name = "sued without a review before", trap = true, base = "clean-2021", edits = with("未经行政复议直接提起行政诉讼1件。"), expect = { state = "pass" } },
  { name = "no complaint", trap = true, base = "clean-2021", edits = with("未收到申请人投诉举报，未收到书面申请更正的情况。"), expect = { state = "pass" } },
  { name = "an unpaid fee, and no word of a notice", base = "clean-2021", edits = {
      { "行政机关不再处理其政府信息公开申请|0|0|0|0|0|0|0|", "行政机关不再处理其政府信息公开申请|1|0|0|0|0|0|1|" },
      { "2023年，本局没有发出信息处理费收费通知，没有收取信息处理费。", "" } }, expect = { state = "informational" } },
  { name = "no request, in two words", base = "clean-2021", edits = with("全年零申请。"), expect = { state = "fail" } },
  { name = "every lawsuit won", base = "clean-2021", edits = with("政府信息公开行政诉讼全部胜诉，无一被纠正。"), expect = { state = "pass" } },
  { name = "nothing new came", base = "clean-2021", edits = with("没有新收政府信息公开申请。"), expect = { state = "fail" } },
  { name = "no matters on request", base = "clean-2021", edits = with("全年未有依申请公开事项。"), expect = { state = "fail" } },
  { name = "reviews about other things", trap = true, base = "clean-2021", edits = with("行政处罚引起的行政复议案件均获维持。"), expect = { state = "pass" } },
  { name = "none in the towns", trap = true, base = "clean-2021", edits = with("乡镇未收到政府信息公开申请。"), expect = { state = "pass" } },
  { name = "won in court, and a review is pending", trap = true, base = "clean-2021",
    edits = with("政府信息公开行政诉讼1件，未经复议直接起诉1件，均胜诉。"), expect = { state = "pass" } },
  { name = "a lawsuit that was lost", base = "clean-2021",
    edits = { { anchor, anchor .. "政府信息公开行政诉讼全部胜诉。" }, { "|2|0|0|1|3|1|0|0|0|1|", "|2|0|0|1|3|1|1|0|0|2|" } }, expect = { state = "fail", expected = "1" } },
}
