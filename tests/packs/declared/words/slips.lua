local duty = require "duty"

return rule {
  id       = "words.slips",
  title    = { zh = "没有错别字", en = "No slips of the pen" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.phrase_absent {
    right = { ["布署"] = "部署", ["截止到"] = "截至", ["ＷＥＢ站"] = "网站" },
    unless_behind = "报名",
  },
}
