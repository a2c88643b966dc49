-- The report says whether a fee for processing information was charged (D36): in section six, or anywhere.

local duty = require "duty"

return rule {
  id       = "content.fees",
  title    = { zh = "写明信息处理费收取情况", en = "States whether fees for processing information were charged" },
  why      = {
    zh = "发出收费通知的件数和实际收取的金额应当在年度报告中写明，没有收取的也要写明。",
    en = "How many notices to pay were sent and what was charged belongs in the report; also that nothing was charged.",
  },
  severity = "advice",
  forms    = { "2021" },
  basis    = { "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）" },
  remedy   = { zh = "在“其他需要报告的事项”中补写信息处理费收取情况。", en = "Add what was charged to the section on other matters." },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  patterns = {
    stated = {
      pattern = "处理费|(?<!事业性)收费(?!站|公示|清单|目录|项目|标准)|收取[^。;]{0,16}费|缴[纳费][^。;]{0,8}费|费用|(?:提供|答复)[^。;,]{0,8}信息[^。;,]{0,6}免费|免费(?:提供|答复)[^。;,]{0,6}信息",
      literal = { "处理费", "收费", "收取", "缴纳", "缴费", "费用", "免费" },
    },
  },
  check    = duty.phrase_present {
    patterns = "stated",
    belongs  = "other",
    expected = "信息处理费",
    message  = { zh = "没有写信息处理费的收取情况", en = "nothing is said on fees for processing information" },
  },
}
