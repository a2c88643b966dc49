-- Cells of the official tables hold whole numbers not below zero, money in the unit of the form (D20).

local basis = require "basis"
local duty = require "duty"

-- Words that count cases and documents. A figure may bear one; people, money, shares and measures may not stand here.
local counted = {
  "件", "宗", "条", "项", "个", "份", "次", "起", "例", "部", "类", "本", "册", "篇", "批", "笔", "单", "处", "种", "期",
  "件次", "项次", "条次", "宗次", "票",
}

return rule {
  id       = "cells.malformed",
  title    = { zh = "官方表格的数字格式正确", en = "Numbers in the official tables are well formed" },
  why      = {
    zh = "表中的数据要逐级汇总。文字、负数、小数或其他单位使合计无法进行，也说明数据没有核对。",
    en = "The figures are added up level by level. Text, negative or broken numbers and other units stop that, and show that nobody checked them.",
  },
  severity = "major",
  forms    = { "2019", "2021" },
  basis    = basis.format("表二至表四"),
  remedy   = {
    zh = "计数填不小于0的整数；金额按表头所列单位填写，不在数字中混写其他文字。",
    en = "Write counts as whole numbers not below zero, and money in the unit of the table's head, without other text.",
  },
  check    = duty.cell_numbers { units = counted, money = { "元", "万元", "亿元" } },
}
