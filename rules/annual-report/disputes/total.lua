-- Reviews and both kinds of lawsuits add up to the totals they state (R5).

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "disputes.total",
  title    = { zh = "复议、诉讼各项之和等于总计", en = "Reviews and lawsuits add up to their totals" },
  why      = {
    zh = "表四三类案件的总计，应当是结果维持、结果纠正、其他结果、尚未审结之和。",
    en = "In table four each total is the sum of upheld, corrected, other and pending cases.",
  },
  severity = "major",
  forms    = { "2019", "2021" },
  needs    = { "disputes" },
  basis    = basis.format("表四"),
  remedy   = {
    zh = "对照复议、诉讼台账核对该类案件五个数据，改正写错的一个。",
    en = "Check the five figures against the register of cases and correct the wrong one.",
  },
  check    = duty.equation {
    of = "disputes.total",
    message = { zh = "该类案件各项之和与总计不等", en = "the cases do not add up" },
  },
}
