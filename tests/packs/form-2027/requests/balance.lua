-- What came in was handled, is carried over or was withdrawn, in every column. Which cells, says the form.

local equations = require "equations"

return rule {
  id       = "requests.balance",
  title    = { zh = "申请办理表勾稽关系成立（含撤回）", en = "The requests table balances, withdrawals included" },
  why      = {
    zh = "2027年格式的表头写明：第一项加第二项之和，等于第三项、第四项、第五项之和。",
    en = "The head of the form of 2027 says it: items one and two equal items three, four and five.",
  },
  severity = "major",
  forms    = { "2027" },
  needs    = { "requests" },
  basis    = { ["2027"] = { "政府信息公开工作年度报告格式（2027年，虚构）表三" } },
  remedy   = {
    zh = "核对本年新收、上年结转、办理结果总计、结转下年度和撤回五个数据，改正写错的一个。",
    en = "Check new, carried in, total of results, carried out and withdrawn, and correct the wrong one.",
  },
  check    = equations.check("requests.balance", {
    zh = "本年新收加上年结转，不等于办理结果总计、结转下年度与撤回之和",
    en = "new plus carried in is not results plus carried out plus withdrawn",
  }),
}
