-- New requests and those carried in equal the results and those carried out, in every column (R3).

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "requests.balance",
  title    = { zh = "申请办理表勾稽关系成立", en = "The requests table balances" },
  why      = {
    zh = "表头写明：第一项加第二项之和，等于第三项加第四项之和。每一列都应成立。",
    en = "The head of the form says it: item one plus item two equals item three plus item four, in every column.",
  },
  severity = "major",
  forms    = { "2019", "2021" },
  needs    = { "requests" },
  basis    = basis.format("表三"),
  remedy   = {
    zh = "核对本年新收、上年结转、办理结果总计和结转下年度四个数据，改正写错的一个。",
    en = "Check new, carried in, total of results and carried out, and correct the wrong one.",
  },
  check    = duty.equation {
    of = "requests.balance",
    message = { zh = "本年新收加上年结转，不等于办理结果总计加结转下年度", en = "new plus carried in is not results plus carried out" },
  },
}
