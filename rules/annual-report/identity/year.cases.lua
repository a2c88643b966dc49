local title = "青禾县自然资源局2023年政府信息公开工作年度报告"
local overview = "（一）主动公开。全年公开信息1264条"
local from_to = "自2023年1月1日起至2023年12月31日止"

local function said(name, sentence, expect)
  return { name = name, trap = expect.state == "pass", base = "clean-2021", edits = { { overview, "（一）主动公开。" .. sentence .. "全年公开信息1264条" } }, expect = expect }
end

-- A report on 2019 by its title, with a sentence on another year and the date of its signature.
local function held(sentence, signed)
  return [[
青禾县白露镇人民政府
2019年政府信息公开工作年度报告
一、总体情况
我镇抓好公开工作，更新栏目，]] .. sentence .. [[

二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
人手不足，将增配一人。
六、其他需要报告的事项
无。
青禾县白露镇人民政府
]] .. signed .. "\n"
end

return cases {
  { name = "one year throughout", base = "clean-2021", expect = { state = "pass" } },
  { name = "an old report", base = "clean-2008", expect = { state = "pass" } },
  { name = "last year's period", base = "clean-2021", edits = { { from_to, "自2022年1月1日起至2022年12月31日止" } },
    expect = { state = "fail", expected = 2023, found = 2022 } },
  { name = "last year's title", base = "clean-2008",
    edits = { { "柳汀镇人民政府2016年政府", "柳汀镇人民政府2015年政府" } }, expect = { state = "fail", expected = 2016, found = 2015 } },
  { name = "the overview still speaks of last year", base = "clean-2008",
    edits = { { "　　2016年，柳汀镇把低保", "　　2015年，我镇把低保" } }, expect = { state = "fail", expected = 2016, found = 2015, at = { section = "overview" } } },
  { name = "last year's opening, of the agency by name", base = "clean-2008",
    edits = { { "　　2016年，柳汀镇把低保", "　　2015年，柳汀镇围绕民生，把低保" } }, expect = { state = "fail", expected = 2016, found = 2015 } },
  { name = "no cases, in the year before", base = "clean-2008",
    edits = { { "2016年没有因政府信息公开申请行政复议", "2015年没有因政府信息公开申请行政复议" } },
    expect = { state = "fail", expected = 2016, found = 2015, at = { section = "disputes" } } },
  { name = "title and period of last year, the text and its date of this one", base = "clean-2008",
    edits = { { "柳汀镇人民政府2016年政府", "柳汀镇人民政府2015年政府" }, { "2016年1月1日至2016年12月31日", "2015年1月1日至2015年12月31日" } },
    expect = { state = "fail", expected = 2016, found = 2015 } },
  said("a year that cannot be", "截至2087年底，累计公开信息9211条。", { state = "fail", found = 2087 }),
  said("a year of the Song dynasty", "截至1023年底，累计公开信息9211条。", { state = "fail", found = 1023 }),
  said("the end of the year that has just begun", "截至2024年底，累计公开信息9211条。", { state = "fail", found = 2024 }),
  said("a comparison in the next sentence", "2022年，全局公开信息1100条。2023年，全局公开信息1264条，增长14.9%。", { state = "pass" }),
  said("a comparison in one sentence", "2022年，我局公开信息1100条，2023年比上年增加164条。", { state = "pass" }),
  said("what happened earlier", "2021年，我局被评为全县政务公开先进单位。", { state = "pass" }),
  said("a plan of former years", "2019年，县政府印发《青禾县国土空间总体规划（2019—2035年）》，本年公布修订稿。", { state = "pass" }),
  said("counted since", "2020年以来，累计公开信息3120条。", { state = "pass" }),
  said("accounts of the year before", "公开了2022年部门决算和2023年部门预算。", { state = "pass" }),
  said("up to the end of the report year", "截至2023年12月31日，公众号关注人数2.1万人。", { state = "pass" }),
  said("a plan for later", "对照2035年远景目标，公布分年度任务。", { state = "pass" }),
  { name = "the next year in the plans", trap = true, base = "clean-2021",
    edits = { { "检索时间由5天缩短到1天。", "检索时间由5天缩短到1天。2024年，我局将继续扫描纸质图件。" } }, expect = { state = "pass" } },
  { name = "a title without a year", trap = true, base = "clean-2021", edits = { { title, "青禾县自然资源局政府信息公开工作年度报告" } },
    expect = { state = "pass" } },
  { name = "no report", document = "青禾县2023年法治政府建设年度报告\n\n　　2023年，全县推进法治政府建设。\n\n一、主要做法\n　　审查文件。\n",
    expect = { state = "notapplicable" } },
  { name = "the opening presents last year's report", base = "clean-2008",
    edits = { { "编制2016年度政府信息公开年度报告", "编制2015年度政府信息公开年度报告" } }, expect = { state = "fail", found = 2015 } },
  { name = "a notice on last year's report", trap = true, base = "clean-2008",
    edits = { { "编制2016年度政府信息公开年度报告", "参照县政府关于编制2015年度政府信息公开年度报告的通知，编制2016年度政府信息公开年度报告" } },
    expect = { state = "pass" } },
  { name = "the overview opens with a year long gone", base = "clean-2008", edits = { { "2016年，柳汀镇把低保", "2010年，柳汀镇把低保" } },
    expect = { state = "fail", found = 2010 } },
  said("figures of two years ago, and none of this year", "2021年全县新收申请95件。", { state = "pass" }),
  { name = "the year before last, where the figures are this year's", base = "clean-2008",
    edits = { { "收到政府信息公开申请5件，", "2014年，全镇收到政府信息公开申请5件，" } }, expect = { state = "fail", found = 2014 } },
  { name = "the last section tells of last year", base = "clean-2021",
    edits = { { "2023年，本局没有发出信息处理费收费通知", "2022年，本局没有发出信息处理费收费通知" } }, expect = { state = "fail", found = 2022 } },
  { name = "the year after the title's, throughout", base = "clean-2008", edits = {
      { "柳汀镇人民政府2016年", "柳汀镇人民政府2015年" }, { "2016年1月1日", "2015年1月1日" }, { "2016年12月31日", "2015年12月31日" },
      { "编制2016年度政府信息公开年度报告", "编制2015年度政府信息公开年度报告" },
    }, expect = { state = "fail", expected = 2016, found = 2015, findings = 1 } },
  { name = "what goes on every year, under last year's number", base = "clean-2008",
    edits = { { "全年主动公开政府信息236条", "2015年，我镇继续深化政府信息公开各项工作。\n　　全年主动公开政府信息236条" } }, expect = { state = "fail", found = 2015 } },
  { name = "last year's title, this year's text and date", document = held("2020年，我镇开展宣讲12场。", "2021年1月25日"),
    expect = { state = "fail", expected = 2019, found = 2020 } },
  { name = "the next year's first days amid a sentence", trap = true, document = held("2020年，我镇开展宣讲2场，总结上年经验。", "2020年1月25日"),
    expect = { state = "pass" } },
  { name = "the chapter's first words present last year", base = "clean-2021",
    edits = { { "（一）主动公开。", "（一）主动公开。现将我局2022年政府信息公开工作情况报告如下。" } }, expect = { state = "fail", found = 2022 } },
  { name = "what came in next year", base = "clean-2008",
    edits = { { "全年主动公开政府信息236条", "2017年，我镇新收申请31件。\n　　全年主动公开政府信息236条" } }, expect = { state = "fail", found = 2017 } },
  { name = "the plan of the next year", trap = true, base = "clean-2008",
    edits = { { "全年主动公开政府信息236条", "2017年，我镇将公开村务信息300条。\n　　全年主动公开政府信息236条" } }, expect = { state = "pass" } },
  { name = "the overview opens with what goes on every year, citing the regulation", base = "clean-2008",
    edits = { { "2016年，柳汀镇把低保", "2015年，柳汀镇认真执行《条例》，按县里部署抓好公开工作，规范流程。\n　　2016年，柳汀镇把低保" } },
    expect = { state = "fail", found = 2015 } },
  { name = "last year's doings, and this year's beside them", trap = true, base = "clean-2008",
    edits = { { "2016年，柳汀镇把低保", "2015年，柳汀镇认真执行《条例》，抓好公开工作，打下基础，2016年，柳汀镇把低保" } }, expect = { state = "pass" } },
  { name = "the opening presents last year's report by its title", base = "clean-2008",
    edits = { { "编制2016年度政府信息公开年度报告", "编制了《柳汀镇2015年度政府信息公开年度报告》" } }, expect = { state = "fail", found = 2015 } },
  { name = "last year's work, and what came of it this year", trap = true, base = "clean-2021",
    edits = { { "　　（一）主动公开。", "　　2022年，我局认真落实政务公开工作要点，公开工作取得成效，在此基础上，本年度工作再上台阶。\n\n　　（一）主动公开。" } },
    expect = { state = "pass" } },
  { name = "the opening tells that last year's report was published", trap = true, base = "clean-2021",
    edits = { { "\n一、总体情况", "　　2023年1月，本局公布《青禾县自然资源局2022年政府信息公开工作年度报告》。\n\n一、总体情况" } }, expect = { state = "pass" } },
  { name = "the opening presents this year's report, and goes on from last year's", trap = true, base = "clean-2021",
    edits = { { "\n一、总体情况", "　　本局在编制《2022年度政府信息公开年度报告》的基础上规范格式，编制本报告。\n\n一、总体情况" } }, expect = { state = "pass" } },
  said("up to a year a thousand years ahead", "数据截至3023年底。", { state = "fail", found = "3023" }),
  { name = "the section on problems looks back on another year", base = "clean-2021",
    edits = { { "　　存在的问题：一是", "　　2022年，我局政府信息公开工作取得一定成效，但还有不足。存在的问题：一是" } }, expect = { state = "fail", found = "2022" } },
  { name = "the problems that another year's report named", trap = true, base = "clean-2021",
    edits = { { "　　存在的问题：一是", "　　2022年年报指出的两个问题，2023年已改正。存在的问题：一是" } }, expect = { state = "pass" } },
}
