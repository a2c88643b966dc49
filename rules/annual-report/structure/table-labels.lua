-- Rows and columns of the official tables are complete and named officially (D17).
-- Notes in brackets and shortened labels are usual; further local rows are noted, and that a table stands twice with different figures.

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "structure.table-labels",
  title    = { zh = "表格行、栏齐全且名称规范", en = "Rows and columns of the tables are complete and rightly named" },
  why      = {
    zh = "缺少、改名或增加行、栏后，数据与规定的项目对不上，不能汇总。",
    en = "With rows or columns missing, renamed or added, figures no longer match the official items and cannot be put together.",
  },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = basis.format("表二至表四"),
  remedy   = { zh = "按规定格式补全或改正表格的行名、栏名。", en = "Complete or correct the labels as the official form has them." },
  check    = duty.table_labels { noted = { "row-extra", "column-extra", "table-again" } },
}
