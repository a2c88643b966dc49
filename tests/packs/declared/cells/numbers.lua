local duty = require "duty"

return rule {
  id       = "cells.numbers",
  title    = { zh = "表二填的是数字", en = "Table two holds numbers" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.cell_numbers { table = "disclosure", units = { "件", "个" }, money = { "万元" } },
}
