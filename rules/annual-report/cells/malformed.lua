-- Cells of the official tables hold whole numbers not below zero, money in the unit of the form (D20).

local basis = require "basis"
local tables = require "tables"

-- Words that count cases. A figure may bear one; money, shares and measures may not stand here.
local count_units = {}
for _, unit in ipairs({ "件", "宗", "条", "项", "个", "份", "次", "起", "例", "部", "类", "本", "册", "篇", "批", "笔", "单", "户",
  "人", "家", "处", "种", "期", "件次", "项次", "人次", "条次", "宗次", "票" }) do
  count_units[unit] = true
end
local money_units = { ["元"] = true, ["万元"] = true, ["亿元"] = true }

-- What is wrong with a number in a cell of this type, or nil.
local function wrong(cell, unit_due)
  local value = cell.value
  if cell.type == "money" then
    if value < 0 then
      return { zh = "金额为负数", en = "an amount below zero" }
    elseif cell.unit ~= "" and not money_units[cell.unit] then
      return { zh = "金额单位不对", en = "not a unit of money" }
    elseif unit_due ~= "" and cell.unit ~= "" and cell.unit ~= unit_due then
      return { zh = "单位应为" .. unit_due, en = "the unit must be " .. unit_due }
    end
    return nil
  end
  if cell.decimals > 0 and value ~= math.floor(value) then
    return { zh = "件数应为整数", en = "a count must be a whole number" }
  elseif value < 0 and cell.type ~= "signed" then
    return { zh = "件数为负数", en = "a count below zero" }
  elseif cell.unit ~= "" and not count_units[cell.unit] then
    return { zh = "计数单元格带有其他单位", en = "a count with a foreign unit" }
  end
  return nil
end

local function check_cell(out, cell)
  if cell.kind == "text" then
    out:fail {
      at = cell,
      message = { zh = "应填数字，写的是文字", en = "text where a number belongs" },
      found = text.normal(cell.raw),
    }
  elseif cell.kind == "unreadable" then
    out:unknown {
      at = cell,
      reason = { code = "unreadable", zh = "单元格的数据无法确定属于哪一栏", en = "it cannot be told which column the value belongs to" },
    }
  elseif cell.kind == "number" then
    local fault = wrong(cell, cell.unit_due or "")
    if fault then
      out:fail { at = cell, message = fault, found = text.normal(cell.raw) }
    end
  end
end

return rule {
  id       = "cells.malformed",
  title    = { zh = "官方表格的数字格式正确", en = "Numbers in the official tables are well formed" },
  severity = "major",
  forms    = { "2019", "2021" },
  basis    = basis.format("表二至表四"),
  remedy   = {
    zh = "计数填不小于0的整数；金额按表头所列单位填写，不在数字中混写其他文字。",
    en = "Write counts as whole numbers not below zero, and money in the unit of the table's head, without other text.",
  },
  check    = function(report, out)
    tables.each(report, out, function(t)
      out:pass { at = t }
      for _, cell in ipairs(t:cells("text", "unreadable", "odd")) do
        check_cell(out, cell)
      end
    end)
  end,
}
