local duty = require "duty"

return rule {
  id       = "sections.media",
  title    = { zh = "有政务新媒体部分", en = "A section on the new media is there" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.section_present { heading = "新媒体", expected = "政务新媒体情况" },
}
