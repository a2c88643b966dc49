-- Every row of table three adds up to the total it states (R1).

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "requests.row-total",
  title    = { zh = "申请办理表每行各栏之和等于总计", en = "Each row of the requests table adds up to its total" },
  why      = {
    zh = "表三每一行的总计栏，应当是自然人和五类法人或其他组织各栏之和。",
    en = "In table three the total of a row is the sum of natural persons and the five kinds of organisations.",
  },
  severity = "major",
  forms    = { "2019", "2021" },
  needs    = { "requests" },
  basis    = basis.format("表三"),
  remedy   = {
    zh = "逐栏核对该行数据与申请台账，改正写错的单元格。",
    en = "Check the row against the register of requests and correct the wrong cell.",
  },
  check    = duty.equation {
    of = "requests.row-total",
    message = { zh = "该行各栏之和与总计不等", en = "the row does not add up" },
  },
}
