local duty = require "duty"

return rule {
  id       = "sections.problems",
  title    = { zh = "有问题及改进部分", en = "The section on problems is there" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.section_present {
    section = "problems",
    merged  = { problems = "问题|不足" },
  },
}
