local duty = require "duty"

return rule {
  id       = "tables.text",
  title    = { zh = "表四不是图片", en = "Table four is no picture" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.table_text { table = "disputes" },
}
