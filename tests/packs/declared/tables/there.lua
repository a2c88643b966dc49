local duty = require "duty"

return rule {
  id       = "tables.there",
  title    = { zh = "表三在文中", en = "Table three is there" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.table_present { table = "requests", attached = "附件|附后" },
}
