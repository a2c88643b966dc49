-- The tables are those of the form valid for the report year (D16).

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "structure.table-form",
  title    = { zh = "表格采用报告年度适用的格式", en = "The tables are those of the form valid for the year" },
  why      = {
    zh = "各时期表格的项目不同，用错格式的数据不能与同年度的报告汇总。",
    en = "Tables of other years have other items; their figures cannot be put together with those of the same year.",
  },
  severity = "major",
  forms    = { "2019", "2021" },
  basis    = basis.format("表二至表四"),
  remedy   = { zh = "改用报告年度适用的表格格式重新填报。", en = "Fill in the tables of the form valid for the report year." },
  check    = duty.table_form {},
}
