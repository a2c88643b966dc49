local duty = require "duty"

return rule {
  id       = "sections.headings",
  title    = { zh = "标题用规定的写法", en = "Headings as prescribed" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.headings_worded {
    prefix = "^本局(?:的)?",
    noted  = { problems = "问题" },
  },
}
