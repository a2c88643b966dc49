-- The official sections stand in the official order (D11). What is reported are the fewest sections
-- that would have to move.

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "structure.section-order",
  title    = { zh = "各部分按规定顺序排列", en = "Sections stand in the official order" },
  why      = {
    zh = "格式规定了各部分的顺序，按顺序排列便于公众查阅和主管部门汇总。",
    en = "The form sets the order; readers find and authorities collect the parts by it.",
  },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = basis.format("（各部分顺序）"),
  remedy   = { zh = "按规定格式调整各部分顺序。", en = "Put the sections into the official order." },
  check    = duty.section_order {},
}
