-- The official tables are there (D14). A table that is only a picture is structure.table-image's.

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "structure.table-missing",
  title    = { zh = "规定的表格齐全", en = "The official tables are there" },
  why      = {
    zh = "表格数据是年度报告的核心，缺表就无法了解公开和办理的情况。",
    en = "The tables are the core of the report; without one nobody learns what was opened and handled.",
  },
  severity = "major",
  forms    = { "2019", "2021" },
  basis    = basis.format("表二至表四"),
  remedy   = { zh = "在相应部分补上规定的表格，没有发生的填0。", en = "Add the official table to its section; where nothing happened, write 0." },
  check    = duty.table_present {
    attached = "(?:附件|附表|附后|另附|见附|点击(?:查看|下载)|[.](?:pdf|docx?|xlsx?))",
  },
}
