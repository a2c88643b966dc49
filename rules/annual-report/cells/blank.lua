-- A number belongs in every cell of the official tables; nothing is written 0 (D19).
-- One finding a row, or a column that is blank throughout, with every blank cell of it as evidence.

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "cells.blank",
  title    = { zh = "官方表格没有空格、“/”或“-”", en = "No blank, \"/\" or \"-\" in the official tables" },
  why      = {
    zh = "空白不等于零：空格既不能证明没有发生，也使勾稽关系无法验证。没有发生的填0。",
    en = "Blank is not zero: a blank proves nothing and keeps the equations from being checked. None is written 0.",
  },
  severity = "major",
  forms    = { "2019", "2021" },
  basis    = basis.format("表二至表四"),
  remedy   = { zh = "逐格填写实际数字，没有发生的填0。", en = "Fill in every cell; where nothing happened, write 0." },
  check    = duty.cells_filled {},
}
