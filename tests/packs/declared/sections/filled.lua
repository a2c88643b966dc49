local duty = require "duty"

return rule {
  id       = "sections.filled",
  title    = { zh = "问题部分有内容", en = "The section on problems is not empty" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.section_filled { section = "problems" },
}
