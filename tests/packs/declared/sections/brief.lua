local duty = require "duty"

return rule {
  id       = "sections.brief",
  title    = { zh = "总体情况不超过县里定的字数", en = "The overview keeps to the county's length" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  parameters = { most = 590 },
  check    = duty.section_length { section = "overview", most = "most", marks = false },
}
