-- The figures of table two are possible (R8, R9, R11, R12, R13). What they must keep to, says the form: `bounds`.

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "disclosure.plausible",
  title    = { zh = "主动公开表的数据合乎情理", en = "The figures of table two are possible" },
  why      = {
    zh = "表二没有合计可以验算，但有些数放在一起不可能同时成立，通常是填错了栏或误解了项目的含义。",
    en = "Table two has no totals, but some figures cannot stand side by side: mostly one stands in the wrong column or an item was misread.",
  },
  severity = "minor",
  forms    = { "2019", "2021" },
  needs    = { "disclosure" },
  basis    = basis.format("表二"),
  remedy   = {
    zh = "对照文件清单和台账核对所列各格，改正填错的数；各栏含义以公开格式的说明为准。",
    en = "Check the cells named against the registers and correct the wrong one; the official format says what a column means.",
  },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  check    = duty.within_bounds { of = "disclosure.plausible" },
}
