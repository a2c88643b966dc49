local duty = require "duty"

return rule {
  id       = "sections.length",
  title    = { zh = "总体情况的字数", en = "The length of the overview" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.section_length { section = "overview", least = 50, most = 800 },
}
