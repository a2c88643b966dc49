local duty = require "duty"

return rule {
  id       = "whole.title",
  title    = { zh = "标题用全称", en = "The title is complete" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.title_names {
    parts = {
      { pattern = { "20[0-9]{2}", "年" }, name = { zh = "年度", en = "the year" } },
      { beyond = { "[0-9]+|年度?|政府信息公开|工作|报告" }, name = { zh = "机关", en = "the agency" } },
    },
    expected = "{year}年{agency}政府信息公开工作年度报告",
    usual    = "^20[0-9]{2}年",
  },
}
