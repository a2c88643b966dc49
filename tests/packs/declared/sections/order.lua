local duty = require "duty"

return rule {
  id       = "sections.order",
  title    = { zh = "问题写在其他事项之前", en = "Problems stand before other matters" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.section_order { order = { "problems", "other" } },
}
