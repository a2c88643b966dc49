-- No official heading is followed by nothing (D10). Where an official table is due, its lack is the defect.

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "structure.section-empty",
  title    = { zh = "各部分都有内容", en = "No section is empty" },
  why      = {
    zh = "只有标题没有内容，等于没有报告这一部分；没有相关情况也应如实写明。",
    en = "A heading without content reports nothing; that there was nothing to report must be said, too.",
  },
  severity = "major",
  basis    = basis.article("三十二", "五十"),
  remedy   = { zh = "补写该部分内容；没有相关情况的写明“无”。", en = "Write the section; where there is nothing to report, say so." },
  check    = duty.section_filled {},
}
