local duty = require "duty"

return rule {
  id       = "whole.period",
  title    = { zh = "写明统计期限", en = "The period is stated" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.period_stated {
    unstated   = "advice",
    by_form    = { ["2021"] = "major" },
    first_days = { ["2023"] = "02-01" },
    younger    = "组建",
  },
}
