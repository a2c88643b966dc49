-- A number belongs in every cell of the official tables; nothing is written 0 (D19).
-- One finding a row, with every blank cell of it as evidence.

local basis = require "basis"
local tables = require "tables"

local function blanks(row)
  local found = {}
  for _, cell in ipairs(row.cells) do
    if cell.kind == "blank" or cell.kind == "dash" then
      found[#found + 1] = cell
    end
  end
  return found
end

local function report_row(out, row, found)
  local whole = #found == #row.cells
  local first = found[1]
  local mark = first.kind == "dash" and first.raw or nil
  out:fail {
    at = whole and row or first,
    evidence = found,
    message = whole and {
      zh = "“" .. row.name.zh .. "”整行" .. #found .. "个单元格没有填写数字",
      en = "the row \"" .. row.name.en .. "\" is blank: " .. #found .. " cells without a number",
    } or {
      zh = "“" .. row.name.zh .. "”有" .. #found .. "个单元格没有填写数字",
      en = #found .. " cell(s) of the row \"" .. row.name.en .. "\" hold no number",
    },
    found = mark or "",
  }
end

-- A table in which nothing is filled in is one defect, not one for each row.
local function report_table(out, t, found)
  out:fail {
    at = t,
    evidence = found,
    message = {
      zh = t.name.zh .. "整张表没有填写数字",
      en = t.name.en .. " is not filled in at all",
    },
    found = "",
  }
end

local function judge(out, t)
  out:pass { at = t }
  if #t:cells("blank", "dash") == 0 then
    return
  end
  local rows, all, whole = {}, {}, true
  for _, row in ipairs(t.rows) do
    if row.present then
      local found = blanks(row)
      rows[#rows + 1] = { row = row, found = found }
      table.move(found, 1, #found, #all + 1, all)
      whole = whole and #found == #row.cells
    end
  end
  if whole and #rows > 1 then
    return report_table(out, t, all)
  end
  for _, r in ipairs(rows) do
    if #r.found > 0 then
      report_row(out, r.row, r.found)
    end
  end
end

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
  check    = function(report, out)
    tables.each(report, out, function(t)
      judge(out, t)
    end)
  end,
}
