local duty = require "duty"

return rule {
  id       = "tables.labels",
  title    = { zh = "表二行名规范", en = "Table two bears the official labels" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.table_labels { table = "disclosure", noted = "row-extra" },
}
