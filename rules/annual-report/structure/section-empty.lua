-- No official heading is followed by nothing (D10). Where an official table is due, its lack is the defect.

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "structure.section-empty",
  title    = { zh = "各部分都有内容", en = "No section is empty" },
  severity = "major",
  basis    = basis.article("三十二", "五十"),
  remedy   = { zh = "补写该部分内容；没有相关情况的写明“无”。", en = "Write the section; where there is nothing to report, say so." },
  check    = duty.section_filled {},
}
