-- A people's government reports the results of assessment, public appraisal and accountability (D35).

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "structure.assessment-results",
  title    = { zh = "政府年报报告工作考核、社会评议和责任追究结果", en = "A government reports assessment, appraisal and accountability" },
  why      = {
    zh = "条例要求各级人民政府的年度报告写明考核、评议和责任追究的结果，公众据此了解监督是否落实。",
    en = "The regulation asks a people's government for these results; they tell the public whether supervision takes place.",
  },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = basis.regulation("五十"),
  remedy   = {
    zh = "在总体情况（监督保障）中写明工作考核、社会评议和责任追究结果情况；没有发生的也应写明。",
    en = "Report in the overview the results of assessment, public appraisal and accountability, also when there are none.",
  },
  patterns = { treated = "考核|考评|评议|测评|民意调查|满意度(?:调查|评价)|第三方评估|追责|问责|责任追究|追究.{0,12}责任" },
  check    = duty.phrase_present {
    patterns = "treated",
    belongs = "overview",
    not_section = "problems", -- what is promised there is no result
    -- Notices on posts and pupils that were published.
    unless_behind = "招聘|招录|招考|录用|聘用|调剂|入围|体检|政审|公告|公示",
    message = {
      zh = "没有写到工作考核、社会评议和责任追究结果情况",
      en = "nothing is said on assessment, public appraisal and accountability",
    },
    -- A sub-district office is at the level of a township, but an agency sent out, no people's government.
    only = {
      levels = { "province", "city", "county", "township" },
      not_named = "街道|办事处|管委会|管理委员会|办公[室厅](?![)）])|(?:师|团|团场)$",
      reason = { code = "no-government", zh = "只有各级人民政府的年报需要报告", en = "only governments must report them" },
    },
  },
}
