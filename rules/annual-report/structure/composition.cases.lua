-- Of table four scraps are left: what stood beside it may be lost, too.
local scraps = "　　结果维\n　　持 尚未\n　　未经复议直\n　　2\n"

local list = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项"
local sentence = "全文由" .. list .. "六部分组成。"

local function instead(name, as, expect)
  return { name = name, trap = expect.state ~= "fail", base = "clean-2021", edits = { { sentence, as } }, expect = expect }
end

return cases {
  { name = "six parts named, six headings", base = "clean-2021", expect = { state = "pass" } },
  { name = "a torn table", base = "clean-2021", section = "disputes", fragment = scraps, expect = { state = "unknown", reason = "table-torn" } },
  instead("aspects of the first part, which are headings below it", "全文包括主动公开、依申请公开、政府信息管理、监督保障等方面。", { state = "informational" }),
  { name = "seven parts of the old form", base = "clean-2008", expect = { state = "pass" } },
  { name = "a statistics sheet behind the report, a cell a line", trap = true, base = "clean-2008",
    edits = { { "2017年3月6日", "2017年3月6日\n附表：2016年度政府信息公开情况统计表\n一、主动公开情况\n——\n二、回应解读情况\n——\n三、依申请公开情况\n——\n（一）收到申请数\n件\n5\n"
      .. "四、行政复议数量\n件\n0\n五、行政诉讼数量\n件\n0\n六、举报投诉数量\n件\n0\n七、依申请公开信息收取的费用\n万元\n0\n八、机构建设和保障经费情况\n——" } },
    expect = { state = "pass" } },
  { name = "not stated", base = "clean-2019", expect = { state = "notapplicable", reason = "not-stated" } },
  instead("the number alone", "本报告共分六个部分。", { state = "pass" }),
  instead("the number in digits", "本报告共6部分。", { state = "pass" }),
  instead("a wrong number alone", "本报告共分五个部分。", { state = "fail", severity = "minor", expected = 6, found = 5 }),
  instead("right by the list, wrong by a number further on", sentence .. "全文共分七个部分，另附图表。", { state = "fail", expected = 6, found = 7 }),
  instead("told twice, right both times", sentence .. "本报告共分六个部分，另附图表。", { state = "pass" }),
  instead("a wrong number behind the list", "全文由" .. list .. "七部分组成。", { state = "fail", expected = 6, found = 7 }),
  instead("a list without a number", "本报告由" .. list .. "组成。", { state = "pass" }),
  instead("including", "主要内容包括" .. list .. "。", { state = "pass" }),
  instead("in quotation marks",
    "本报告由“总体情况”“主动公开政府信息情况”“收到和处理政府信息公开申请情况”“政府信息公开行政复议、行政诉讼情况”“存在的主要问题及改进情况”“其他需要报告的事项”六个部分组成。",
    { state = "pass" }),
  instead("with the comma inside a part",
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六部分组成。",
    { state = "pass" }),
  instead("the words of article 50",
    "本报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，因政府信息公开工作被申请行政复议、提起行政诉讼情况，政府信息公开工作存在的主要问题及改进情况，其他需要报告的事项六部分组成。",
    { state = "informational" }),
  instead("numbered parts",
    "本报告包括：（一）总体情况；（二）主动公开政府信息情况；（三）收到和处理政府信息公开申请情况；（四）政府信息公开行政复议、行政诉讼情况；（五）存在的主要问题及改进情况；（六）其他需要报告的事项。",
    { state = "pass" }),
  instead("an open list", "本报告包括总体情况、主动公开政府信息情况等内容。", { state = "pass" }),
  instead("an open list with the number", "本报告包括总体情况、主动公开政府信息情况等六部分。", { state = "pass" }),
  instead("other words for a part of the same class",
    "全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在问题及改进措施、其他需要报告的事项六部分组成。",
    { state = "informational", expected = "存在的主要问题及改进情况", found = "存在问题及改进措施" }),
  instead("a part that no heading treats",
    "全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开收费及减免情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。",
    { state = "fail", found = "政府信息公开收费及减免情况" }),
  instead("a part left out of the list",
    "全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、其他需要报告的事项组成。",
    { state = "fail", expected = 6, found = 5 }),
  instead("the number first", "本报告由六部分构成：" .. list .. "。", { state = "pass" }),
  instead("a wrong number first", "本报告由七部分组成：" .. list .. "。", { state = "fail", expected = 6, found = 7 }),
  instead("an attachment in place of a part",
    "全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、附表六部分组成。",
    { state = "fail", expected = "其他需要报告的事项", findings = 1 }),
  { name = "a part is listed that no heading treats, in a list of all others", base = "clean-2008",
    edits = { { "依申请公开政府信息情况、收费及减免情况、", "依申请公开政府信息情况、会议培训情况、收费及减免情况、" } }, expect = { state = "fail" } },
  { name = "a closed list without one of the old form's chapters", base = "clean-2008",
    edits = { { "情况、其他需要报告的事项七部分组成", "情况、其他需要报告的事项组成" },
      { "\n七、其他需要报告的事项", "\n七、公开查阅点建设情况\n\n　　设查阅点1处。\n\n八、其他需要报告的事项" } },
    expect = { state = "fail", expected = 8, found = 7 } },
  instead("a number alone, and more behind it", "全文共分五部分，根据条例和县政府要求、结合本局实际编写。", { state = "fail", expected = 6, found = 5 }),
}
