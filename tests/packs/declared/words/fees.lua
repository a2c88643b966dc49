local duty = require "duty"

return rule {
  id       = "words.fees",
  title    = { zh = "写明信息处理费收取情况", en = "States what fees were charged" },
  severity = "minor",
  forms    = { "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.phrase_present { section = "other", phrase = "信息处理费" },
}
