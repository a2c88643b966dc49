local anchor = "接待查询409人次。"
local presents = "青禾县自然资源局编制了本报告。"

local function says(name, from, to, expect, trap)
  return { name = name, trap = trap, base = "clean-2021", edits = { { from, to } }, expect = expect }
end

local function wrong(name, from, to, found)
  return says(name, from, to, { state = "fail", severity = "major", findings = 1, found = found, expected = "青禾县自然资源局" })
end

local function right(name, sentence)
  return says(name, anchor, anchor .. sentence, { state = "pass" }, true)
end

return cases {
  { name = "one agency", base = "clean-2021", expect = { state = "pass" } },
  { name = "a township", base = "clean-2008", expect = { state = "pass" } },
  wrong("another presents the report", presents, "现公布云汀县民政局2023年政府信息公开工作年度报告。", "云汀县民政局"),
  wrong("the same bureau of another county", presents, "现公布云汀县自然资源局2023年政府信息公开工作年度报告。", "云汀县自然资源局"),
  wrong("another reports as follows", presents, "现将云汀县自然资源局2023年政府信息公开工作情况报告如下。", "云汀县自然资源局"),
  wrong("another made the report", presents, "本报告由云汀县自然资源局编制。", "云汀县自然资源局"),
  wrong("another is the subject", anchor, anchor .. "2023年，青禾县水利局高度重视信息公开。", "青禾县水利局"),
  { name = "another township presents the report", base = "clean-2008",
    edits = { { "柳汀镇人民政府编制2016年度政府信息公开年度报告", "白鹭镇人民政府2016年度政府信息公开年度报告如下" } },
    expect = { state = "fail", findings = 1, found = "白鹭镇人民政府" } },
  { name = "another township does what is told", base = "clean-2008",
    edits = { { "全年组织村务公开检查4次。", "全年组织村务公开检查4次。白鹭镇紧紧围绕中心工作，召开专题会议研究公开事项。" } },
    expect = { state = "fail", findings = 1, found = "白鹭镇" } },
  { name = "another township's government", base = "clean-2008",
    edits = { { "全年组织村务公开检查4次。", "全年检查4次。2016年，白鹭乡人民政府按照要求更新了目录。" } },
    expect = { state = "fail", findings = 1, found = "白鹭乡人民政府" } },
  { name = "the township itself, in short", base = "clean-2008", trap = true,
    edits = { { "全年组织村务公开检查4次。", "柳汀镇紧紧围绕中心工作，召开专题会议研究公开事项。" } }, expect = { state = "pass" } },
  { name = "no township by name", base = "clean-2008", trap = true,
    edits = { { "全年组织村务公开检查4次。", "各乡镇通过公开栏公示。新型城镇建立公开点。青禾县持续开展检查。" } }, expect = { state = "pass" } },
  wrong("another county's bureau does", anchor, anchor .. "云汀县民政局全年更新目录12次。", "云汀县民政局"),
  right("the bureau itself, after the year's length", "2023年度我局高度重视公开工作。近年来我局严格按照要求公开信息，现将公开情况报告如下。"),
  right("together with another bureau", "配合县司法局全年办理复议案件2件。会同云汀县民政局及时核对数据。"),
  right("another bureau of the county does", "青禾县民政局全年更新目录12次。县财政局及时提供决算。"),
  { name = "the county is a superior", base = "clean-2008", trap = true,
    edits = { { "全年组织村务公开检查4次。", "全年组织村务公开检查4次。青禾县人民政府高度重视村务公开。" } }, expect = { state = "pass" } },
  right("the agency in short", "自然资源局高度重视信息公开。"),
  right("its office", "青禾县自然资源局办公室认真贯彻信息公开规定。"),
  right("a superior", "岚江省自然资源厅高度重视地质灾害信息公开。"),
  right("the bureau of the city above", "平澜市自然资源局高度重视信息公开。"),
  right("the body before it was renamed", "青禾县国土资源局坚持以公开促规范。"),
  right("another's report is consulted", "组织学习《云汀县民政局2022年政府信息公开工作年度报告》。"),
  { name = "the city above a county", base = "clean-2021", trap = true, agency = "青禾县人民政府", level = "county",
    edits = { { anchor, anchor .. "平澜市人民政府高度重视信息公开。" } }, expect = { state = "pass" } },
  { name = "a draft that bears another bureau's title", agency = "云汀县民政局", level = "department", format = "text",
    document = "青禾县水利局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局主动公开信息12条。\n二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n无。\n",
    expect = { state = "fail", expected = "云汀县民政局", found = "青禾县水利局", at = { line = 1 } } },
  { name = "a draft whose title has the short name", trap = true, agency = "云汀县民政局", level = "department", format = "text",
    document = "民政局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局主动公开信息12条。\n二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n无。\n",
    expect = { state = "pass" } },
  { name = "nobody knows whose it is", document = [[
2023年政府信息公开工作年度报告

一、总体情况

2023年，主动公开政府信息12条，内容为办事指南和工作动态。

二、主动公开政府信息情况

三、收到和处理政府信息公开申请情况

四、政府信息公开行政复议、行政诉讼情况

五、存在的主要问题及改进情况

问题是更新慢，已安排专人更新。

六、其他需要报告的事项

无。
]], format = "text", expect = { state = "unknown", reason = "agency-unknown" } },
  { name = "what is no annual report has no such duty", base = "no-report", expect = { state = "notapplicable", reason = "not-a-report" } },
  { name = "another township, led by its county", base = "clean-2008",
    edits = { { "全年组织村务公开检查4次。", "在县政府的领导下，白石镇坚持公开透明。白石镇将继续做好公开工作。全年组织村务公开检查4次。" } },
    expect = { state = "fail", found = "白石镇" } },
  { name = "another bureau, applying the regulation by its full name", base = "clean-2021",
    edits = { { anchor, anchor .. "青禾县体育局认真贯彻落实《中华人民共和国政府信息公开条例》。" } },
    expect = { state = "fail", severity = "major", found = "青禾县体育局" } },
  { name = "presented for another, without a year", base = "clean-2021",
    edits = { { anchor, anchor .. "现将青禾县体育局政府信息公开工作情况报告如下。" } }, expect = { state = "fail", found = "青禾县体育局" } },
  { name = "a placeholder is no other agency", trap = true, base = "clean-2021",
    edits = { { anchor, anchor .. "某某局认真落实公开要求。" } }, expect = { state = "pass" } },
  { name = "words before the own name", trap = true, base = "clean-2008", edits = {
      { "青禾县柳汀镇人民政府2016年政府信息公开工作年度报告", "延州市柳汀区人民政府2016年政府信息公开工作年度报告" },
      { "柳汀镇人民政府编制2016年度政府信息公开年度报告", "现向社会公布柳汀区人民政府2016年政府信息公开工作年度报告" },
    }, expect = { state = "pass" } },
  { name = "another township, by what it uses", base = "clean-2008", edits = { { "2016年，柳汀镇把低保", "2016年，乌蓬镇把低保" } },
    expect = { state = "fail", found = "乌蓬镇" } },
  { name = "the overview opens with the bureau next door", base = "clean-2021",
    edits = { { "（一）主动公开。全年公开信息1264条", "2023年，县体育局围绕群众关心的事推进公开。全年公开信息1264条" } },
    expect = { state = "fail", found = "县体育局" } },
  { name = "the overview opens with the own bureau in short", trap = true, base = "clean-2021",
    edits = { { "（一）主动公开。全年公开信息1264条", "2023年，县资源局围绕群众关心的事推进公开。全年公开信息1264条" } }, expect = { state = "pass" } },
  says("the bureau next door further on", anchor, anchor .. "2023年，县体育局围绕场馆用地办理查询12件。", { state = "pass" }, true),
  { name = "a township without its 人民政府 presents the report", base = "clean-2008",
    edits = { { "柳汀镇人民政府编制2016年度政府信息公开年度报告", "现将乌蓬镇2016年政府信息公开情况报告如下" } }, expect = { state = "fail", found = "乌蓬镇" } },
  { name = "all of the county", trap = true, base = "clean-2008", agency = "青禾县人民政府", level = "county",
    edits = { { "柳汀镇人民政府编制2016年度政府信息公开年度报告", "现将全县2016年政府信息公开情况报告如下" }, { "青禾县柳汀镇人民政府2016", "青禾县人民政府2016" } },
    expect = { state = "pass" } },
  { name = "the same bureau of another province", base = "clean-2021", agency = "平澜省自然资源厅", level = "department", edits = {
      { "青禾县自然资源局2023年", "平澜省自然资源厅2023年" }, { "青禾县自然资源局编制了本报告。", "平澜省自然资源厅编制了本报告。" },
      { anchor, anchor .. "延州省自然资源厅坚持以公开促落实，认真公开各类信息。" },
    }, expect = { state = "fail", found = "延州省自然资源厅" } },
  { name = "a bureau of another city reports in the opening of an office", base = "clean-2021", agency = "霜原市人民政府办公室", level = "department", edits = {
      { "青禾县自然资源局2023年", "霜原市人民政府办公室2023年" },
      { "　　按照《中华", "　　2023年，沐山市司法局认真执行公开各项规定，现将有关情况报告如下。\n\n　　按照《中华" },
      { "青禾县自然资源局编制了本报告。", "霜原市人民政府办公室编制了本报告。" },
      { "\n青禾县自然资源局\n", "\n" },
    }, expect = { state = "fail", found = "沐山市司法局" } },
  { name = "the town of the same name in another county signs", base = "clean-2008",
    edits = { { "青禾县柳汀镇人民政府\n2017年", "云汀县柳汀镇人民政府\n2017年" } }, expect = { state = "fail", found = "云汀县柳汀镇人民政府" } },
  { name = "a bureau by its short name, two characters of eight", trap = true, base = "clean-2021", agency = "青禾县城市管理和综合执法局", level = "department",
    edits = {
      { "青禾县自然资源局2023年", "青禾县城市管理和综合执法局2023年" }, { "青禾县自然资源局编制了本报告。", "青禾县城市管理和综合执法局编制了本报告。" },
      { anchor, anchor .. "2023年，县城管局高度重视政府信息公开工作。" }, { "\n青禾县自然资源局\n", "\n青禾县城管局\n" },
    }, expect = { state = "pass" } },
  { name = "a bureau that shares but a common character presents the report", base = "clean-2021", agency = "青禾县水务局", level = "department", edits = {
      { "青禾县自然资源局2023年", "青禾县水务局2023年" }, { "青禾县自然资源局编制了本报告。", "青禾县水务局编制了本报告。" },
      { anchor, anchor .. "2023年，青禾县商务局认真贯彻落实条例要求，主动公开信息。" }, { "\n青禾县自然资源局\n", "\n青禾县水务局\n" },
    }, expect = { state = "fail", found = "青禾县商务局" } },
  { name = "another bureau has nothing further to report", base = "clean-2021",
    edits = { { "无其他需要报告的事项。", "青禾县民政局2023年度无其他需要报告的事项。" } }, expect = { state = "fail", found = "青禾县民政局" } },
  { name = "the bureau itself has nothing further to report", trap = true, base = "clean-2021",
    edits = { { "无其他需要报告的事项。", "县自然资源局2023年度无其他需要报告的事项。" } }, expect = { state = "pass" } },
  { name = "a township took no fee, in a bureau's report", base = "clean-2021",
    edits = { { "2023年，本局没有发出信息处理费收费通知，没有收取信息处理费。", "本年度，柳汀镇人民政府没有收取信息处理费。" } },
    expect = { state = "fail", found = "柳汀镇人民政府" } },
  { name = "what a township took, beside what the bureau itself did", trap = true, base = "clean-2021",
    edits = { { "无其他需要报告的事项。", "柳汀镇人民政府没有收取信息处理费。" } }, expect = { state = "pass" } },
  { name = "the bureau took none, by its short name", trap = true, base = "clean-2021",
    edits = { { "无其他需要报告的事项。", "2023年，县自然资源局没有收取信息处理费。" } }, expect = { state = "pass" } },
  { name = "none of its townships took any", trap = true, base = "clean-2021",
    edits = { { "无其他需要报告的事项。", "各镇没有收取信息处理费。" } }, expect = { state = "pass" } },
  { name = "the bureau took none, the year in front of its short name", trap = true, base = "clean-2021",
    edits = { { "无其他需要报告的事项。", "本年度县局未发生信息处理费收费事项。" } }, expect = { state = "pass" } },
  { name = "the bureau and one that belongs to it took none", trap = true, base = "clean-2021",
    edits = { { "无其他需要报告的事项。", "本年度局机关及县林业局未收取信息处理费。" } }, expect = { state = "pass" } },
  { name = "another bureau of the own county took no fee", base = "clean-2021",
    edits = { { "2023年，本局没有发出信息处理费收费通知，没有收取信息处理费。", "2023年，本县林业局未收取信息处理费。" } },
    expect = { state = "fail", found = "林业局" } },
  { name = "the own bureau, of this county", trap = true, base = "clean-2021",
    edits = { { "2023年，本局没有发出信息处理费收费通知，没有收取信息处理费。", "2023年，本县自然资源局未收取信息处理费。" } }, expect = { state = "pass" } },
  { name = "none of the bureaus of this county took any", trap = true, base = "clean-2021",
    edits = { { "2023年，本局没有发出信息处理费收费通知，没有收取信息处理费。", "2023年，本县各局未收取信息处理费。" } }, expect = { state = "pass" } },
  { name = "a bureau that speaks as a township", base = "clean-2021",
    edits = { { "（一）主动公开。全年公开信息1264条", "2023年，我镇围绕中心工作推进公开。全年公开信息1264条" } }, expect = { state = "fail", found = "我镇" } },
  { name = "a township that speaks as a bureau", agency = "青禾县柳汀镇人民政府", level = "township", format = "text",
    document = "青禾县柳汀镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局坚持主动公开，全年发布信息12条。\n二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n无。\n",
    expect = { state = "fail", found = "我局" } },
  right("words of another, further on", "居民来信提到：我镇的公交不便。我镇公交问题已转办。"),
  right("a city whose name begins so", "2023年，向我镇海新区的企业公布办事指南。"),
  { name = "another county's government by its office", base = "clean-2021", agency = "青禾县人民政府", level = "county", edits = {
      { "青禾县自然资源局2023年", "青禾县人民政府2023年" }, { "青禾县自然资源局编制了本报告。", "青禾县人民政府编制了本报告。" },
      { "\n青禾县自然资源局\n", "\n" }, { anchor, anchor .. "云汀县政府办公室统筹推进公开，全年检查4次。" },
    }, expect = { state = "fail", found = "云汀县政府" } },
  { name = "a township's government in short", base = "clean-2008",
    edits = { { "全年组织村务公开检查4次。", "全年检查4次。白鹭镇政府坚持公开透明。" } }, expect = { state = "fail", found = "白鹭镇政府" } },
  { name = "the county's government in short is a superior", trap = true, base = "clean-2008",
    edits = { { "全年组织村务公开检查4次。", "全年检查4次。青禾县政府办公室全面检查村务公开。" } }, expect = { state = "pass" } },
}
