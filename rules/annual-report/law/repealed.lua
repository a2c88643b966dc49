-- The law that the report applies was in force for its year (D32): from 2019 on the regulation as revised by order 711,
-- before that the one of order 492. What tells the history of the regulation applies nothing.

local duty = require "duty"

local new = "《中华人民共和国政府信息公开条例》（国务院令第711号修订，2019年5月15日起施行）"
local old = "《中华人民共和国政府信息公开条例》（国务院令第492号，2008年5月1日起施行）"
local own_report = "年度报告|年报|本报告|编制|报告如下|向社会公布"

local revised = "2019-05-15"

local told = "废止|失效|清理|原《|旧|历史|代替|替代|取代|修订前|不再|时期|期间|当时|当年|历年|以往|存量|档案|签订|梳理|引用|差异|民法典|时施行"

-- Wordings of the regulation before its revision, and of the revised one before its day.
local cited = {
  {
    patterns = "order_492", ended = revised,
    unless = "711|不再适用|停止执行|失效|修订|修正|修改|新《?条例|[原旧]《?条例|废止"
      .. "|回顾|历程|(?:公布|颁布|施行|实施|出台)[^,。;]{0,12}以来",
    expected = "国务院令第711号",
    message = { zh = "引用了修订前的条例（国务院令第492号）", en = "cites the regulation before its revision (order 492)" },
    basis = new,
  },
  {
    patterns = "article_old", ended = revised,
    need = own_report,
    unless = "第三方|征求|修订前|原《",
    expected = "第四十九条、第五十条",
    message = { zh = "年度报告的依据引用了修订前的条文", en = "cites the articles on annual reports by their numbers before the revision" },
    basis = new,
  },
  {
    patterns = "days_15", ended = revised,
    need = "申请|答复",
    unless = "第三方|征求|复议|诉|压缩|缩短|提前|提速|承诺|延长(?!(?:不超过|至多|不得超过)?(?:15|十五)个?工作日)|补正"
      .. "|信访|提案|建议|留言|来信|热线|更正|移送|由原来|原来",
    expected = "20个工作日",
    message = { zh = "答复期限仍按修订前的15个工作日", en = "the time for a reply is that before the revision, 15 working days" },
    basis = new,
  },
  {
    patterns = "principle", ended = revised,
    unless = "常态",
    expected = "以公开为常态、不公开为例外",
    message = { zh = "“公开为原则、不公开为例外”是修订前的提法", en = "the principle is worded as before the revision" },
    basis = new,
  },
  {
    patterns = "civil", ended = "2021-01-01", -- with the Civil Code
    unless = told,
    expected = "《中华人民共和国民法典》",
    message = { zh = "引用了民法典施行后废止的法律", en = "cites a law that the Civil Code repealed" },
    basis = "《中华人民共和国民法典》第一千二百六十条",
  },
  {
    patterns = "letters", ended = "2023-01-01", -- it was applied until May 2022
    unless = told,
    expected = "《信访工作条例》",
    message = { zh = "引用了2022年5月1日起废止的《信访条例》", en = "cites the Regulation on Letters and Visits, repealed on 1 May 2022" },
    basis = "《信访工作条例》（2022年5月1日起施行）",
  },
  {
    patterns = "order_711", began = revised,
    expected = "国务院令第492号",
    message = { zh = "引用了报告年度尚未施行的条例（国务院令第711号）", en = "cites the regulation of order 711, not in force for the year" },
    basis = old,
  },
  {
    patterns = "article_new", began = revised,
    need = own_report,
    expected = "第三十一条、第三十二条",
    message = { zh = "年度报告的依据引用了报告年度尚未施行的条文", en = "cites articles on annual reports not in force for the year" },
    basis = old,
  },
}

return rule {
  id       = "law.repealed",
  title    = { zh = "引用的法规在报告年度有效", en = "The law that is applied was in force" },
  why      = {
    zh = "条例2019年修订后，条文序号、答复期限和公开原则都有变化，沿用旧文说明报告照抄往年。",
    en = "The revision of 2019 changed article numbers, time limits and the principle; old wording shows a report copied from former years.",
  },
  severity = "minor",
  basis    = { new },
  remedy   = {
    zh = "按报告年度有效的条例改正法规名称、文号、条文序号和期限。",
    en = "Correct name, number, articles and time limits to the regulation in force for the report year.",
  },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  patterns = {
    order_492 = { pattern = "国务院令?\\(?第?492号令?|国令第492号|第492号国务院令|2008年5月1日起(?:正式)?(?:施行|实施)的《(?:中华人民共和国)?(?:政府信息公开)?条例》",
      literal = { "492号", "2008年5月1日" } },
    order_711 = { pattern = "国务院令?\\(?第?711号令?|国令第711号", literal = "711号" },
    article_old = {
      pattern = "(?:《(?:中华人民共和国)?(?:政府)?信息公开条例》|《条例》)(?:\\([^()]{0,50}\\))?(?:中的?|的)?第(?:三十[一二]条|3[12]条)",
      literal = { "条例》" },
    },
    article_new = {
      pattern = "(?:《(?:中华人民共和国)?(?:政府)?信息公开条例》|《条例》)(?:\\([^()]{0,50}\\))?(?:中的?|的)?第(?:四十九条|五十条|49条|50条)",
      literal = { "条例》" },
    },
    days_15 = {
      pattern = "(?:法定|规定|《条例》)的?[^。;,《》]{0,12}?(?<![0-9十])(?:15|十五)个?工作日|(?<![0-9十])(?:15|十五)个?工作日的?(?:法定|规定)(?:期限|时限|时间)"
        .. "|(?:收到|受理|登记)[^。;,]{0,12}?之?日起,?(?:在)?(?:15|十五)个?工作日(?:之?内)?"
        .. "|(?<!许可|救助|认定|登记|复核|听证)申请[^。;,]{0,8}?(?<![0-9十])(?:15|十五)个?工作日内[^。;,]{0,4}答复|(?:不能|无法|当场答复的当场)[^。;]{0,24}?(?<![0-9十])(?:15|十五)个?工作日",
      literal = { "5个工作日", "5工作日", "十五个工作日", "十五工作日" },
    },
    civil = {
      pattern = "(?<=依据|依照|根据|按照)《(?:中华人民共和国)?(?:合同法|物权法|侵权责任法|婚姻法|继承法|收养法|担保法|民法通则|民法总则)》",
      literal = { "合同法》", "物权法》", "侵权责任法》", "婚姻法》", "继承法》", "收养法》", "担保法》", "民法通则》", "民法总则》" },
    },
    letters = { pattern = "(?<=依据|依照|根据|按照)《(?:国务院)?信访条例》", literal = "信访条例》" },
    principle = { pattern = "公开(?:是|为)原则[,、。;]?(?:以)?不公开(?:是|为)例外", literal = "原则" },
  },
  check    = duty.law_in_force { cited = cited },
}
