local duty = require "duty"

return rule {
  id       = "tables.form",
  title    = { zh = "表三用当年的格式", en = "Table three is of the year's form" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.table_form { table = "requests" },
}
