-- What last year's report carries out is what this year's carries in, for every kind of applicant (R15).

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "history.carry-over",
  title    = { zh = "上年结转与上一年度报告一致", en = "Carried in is what last year's report carried out" },
  why      = {
    zh = "上一年度报告“结转下年度继续办理”的申请，就是本年度“上年结转”的申请，七栏都应相同。",
    en = "The requests that last year's report carries out are those that this year's carries in, in all seven columns.",
  },
  severity = "major",
  scope    = "agency",
  forms    = { "2019", "2021" },
  needs    = { "requests" },
  basis    = basis.format("表三"),
  remedy   = {
    zh = "与上一年度报告核对；上一年度写错的，在本年度报告中说明并更正上一年度报告。",
    en = "Check against last year's report; where that one was wrong, correct it and say so in this year's.",
  },
  check    = duty.follows {
    table = "requests", each = "column", total = "all", holds = "carried_in = last.carried_out",
    message = { zh = "上年结转与上一年度报告的结转下年度不一致", en = "carried in is not what last year's report carried out" },
  },
}
