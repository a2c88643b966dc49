local duty = require "duty"

return rule {
  id       = "sections.plans",
  title    = { zh = "其他事项写到公开计划", en = "Other matters tell of plans" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.section_says {
    section  = "other",
    least    = 6,
    nothing  = "^(?:无|没有|[^。]{0,10}没有其他需要报告的事项)。?$",
    states   = "计划|打算|拟",
    expected = "下一年的公开计划",
  },
}
