local duty = require "duty"

return rule {
  id       = "words.slogans",
  title    = { zh = "不写套话", en = "No slogans" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.phrase_absent {
    phrase        = { "再创辉煌", "谱写新篇章" },
    unless_before = "会议提出",
    expected      = "具体做法",
  },
}
