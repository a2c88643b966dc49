-- Duties about single cells of the official tables: filled in, well formed, in a range.

local declare = require "declare"
local fill = declare.fill
local tables = require "tables"
local each_table = tables.each

local cells = {}

local function blanks(row)
  local found = {}
  for _, cell in ipairs(row.cells) do
    if cell.kind == "blank" or cell.kind == "dash" then
      found[#found + 1] = cell
    end
  end
  return found
end

local function blank_row(out, row, found)
  local is_whole = #found == #row.cells
  local first = found[1]
  out:fail {
    at = is_whole and row or first,
    evidence = found,
    message = is_whole and {
      zh = "“" .. row.name.zh .. "”整行" .. #found .. "个单元格没有填写数字",
      en = "the row \"" .. row.name.en .. "\" is blank: " .. #found .. " cells without a number",
    } or {
      zh = "“" .. row.name.zh .. "”有" .. #found .. "个单元格没有填写数字",
      en = #found .. " cell(s) of the row \"" .. row.name.en .. "\" hold no number",
    },
    found = first.kind == "dash" and first.raw or "",
  }
end

-- A table in which nothing is filled in is one defect, not one for each row.
local function blank_table(out, t, found)
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

-- The name of a column.
local function column_name(t, key)
  for _, column in ipairs(t.columns) do
    if column.key == key then
      return column.name
    end
  end
end

local long = 5 -- cells that make a column

-- A column that is blank from top to bottom is one defect, too; its cells no longer count in their rows. Rows that are blank
-- as a whole stay what they are.
local function blank_columns(out, t, rows)
  local total, blank, order = {}, {}, {}
  for _, r in ipairs(rows) do
    for _, cell in ipairs(r.row.cells) do
      total[cell.column] = (total[cell.column] or 0) + 1
    end
    for _, cell in ipairs(r.found) do
      if not blank[cell.column] then
        blank[cell.column] = {}
        order[#order + 1] = cell.column
      end
      table.insert(blank[cell.column], cell)
    end
  end
  local whole = {}
  for _, key in ipairs(order) do
    local found = blank[key]
    if #found >= long and #found == total[key] then
      whole[key] = true
      local name = column_name(t, key)
      out:fail {
        at = found[1],
        evidence = found,
        message = {
          zh = "“" .. name.zh .. "”整列" .. #found .. "个单元格没有填写数字",
          en = "the column \"" .. name.en .. "\" is blank: " .. #found .. " cells without a number",
        },
        found = found[1].kind == "dash" and found[1].raw or "",
      }
    end
  end
  return whole
end

-- What of a row's blank cells is no part of a blank column.
local function beside(r, whole)
  if #r.found == #r.row.cells then
    return r.found
  end
  local rest = {}
  for _, cell in ipairs(r.found) do
    if not whole[cell.column] then
      rest[#rest + 1] = cell
    end
  end
  return rest
end

local function judge_blanks(out, t)
  out:pass { at = t }
  if #t:cells("blank", "dash") == 0 then
    return
  end
  local rows, all, is_whole = {}, {}, true
  for _, row in ipairs(t.rows) do
    if row.present then
      local found = blanks(row)
      rows[#rows + 1] = { row = row, found = found }
      table.move(found, 1, #found, #all + 1, all)
      is_whole = is_whole and #found == #row.cells
    end
  end
  if is_whole and #rows > 1 then
    return blank_table(out, t, all)
  end
  local whole = blank_columns(out, t, rows)
  for _, r in ipairs(rows) do
    local found = beside(r, whole)
    if #found > 0 then
      blank_row(out, r.row, found)
    end
  end
end

--- No cell of the official tables is left blank. One finding a row, or a column that is blank throughout, with every blank cell of it as evidence.
--- 官方表格没有空格。一行（或整列空白的一栏）算一处，其中所有空格列为证据。
--- ```lua
--- local duty = require "duty"
--- local check = duty.cells_filled {}
--- check(report, out, parameters)
--- ```
---@class CellsFilled
---@field table? string|string[] keys: disclosure, requests, disputes; default: all of the form; 表的键名，不写就是全部
---@field only? table for which bodies; 只适用于哪些机关
---@param o? CellsFilled
---@return function check
function cells.filled(o)
  o = o or {}
  declare.fields("duty.cells_filled", o, { table = "list", only = "only" })
  local keys = declare.set(o.table)
  return declare.only(o.only, function(report, out)
    each_table(report, out, function(t)
      judge_blanks(out, t)
    end, keys)
  end)
end

-- What is wrong with a number in a cell of this type, or nil.
local function fault_of(cell, units, money)
  local value, unit, due = cell.value, cell.unit, cell.unit_due or ""
  if cell.type == "money" then
    if value < 0 then
      return { zh = "金额为负数", en = "an amount below zero" }
    elseif unit ~= "" and not money[unit] then
      return { zh = "金额单位不对", en = "not a unit of money" }
    elseif due ~= "" and unit ~= "" and unit ~= due then
      return { zh = "单位应为" .. due, en = "the unit must be " .. due }
    end
    return nil
  end
  if cell.decimals > 0 and value ~= math.floor(value) then
    return { zh = "件数应为整数", en = "a count must be a whole number" }
  elseif value < 0 and cell.type ~= "signed" then
    return { zh = "件数为负数", en = "a count below zero" }
  elseif unit ~= "" and not units[unit] then
    return { zh = "计数单元格带有其他单位", en = "a count with a foreign unit" }
  end
  return nil
end

-- Words that stand for nought.
local nothing = { ["无"] = true, ["暂无"] = true, ["没有"] = true, ["零"] = true, ["〇"] = true, ["○"] = true, O = true, o = true }

-- Nought in words, for all cells of a row that say so: nobody wrote them one by one.
local function judge_nothing(out, row, cells_of_row)
  local found, n = text.normal(cells_of_row[1].raw), #cells_of_row
  out:fail {
    at = cells_of_row[1],
    evidence = cells_of_row,
    message = {
      zh = "“" .. row.name.zh .. "”有" .. n .. "个单元格写的是“" .. found .. "”，没有发生的应填数字0",
      en = n .. " cell(s) of the row \"" .. row.name.en .. "\" say \"" .. found .. "\": none is written 0",
    },
    expected = 0,
    found = found,
  }
end

local function judge_number(out, cell, units, money)
  if cell.kind == "text" then
    local words = text.normal(cell.raw)
    local value, length = text.number(words)
    out:fail {
      at = cell,
      message = { zh = "应填数字，写的是文字", en = "text where a number belongs" },
      expected = length == #words and value or nil, -- 三十二 can be read, and is no figure yet
      found = words,
    }
  elseif cell.kind == "unreadable" then
    out:unknown {
      at = cell,
      reason = { code = "unreadable", zh = "单元格的数据无法确定属于哪一栏", en = "it cannot be told which column the value belongs to" },
    }
  elseif cell.kind == "number" then
    local fault = fault_of(cell, units, money)
    if fault then
      out:fail { at = cell, message = fault, found = text.normal(cell.raw) }
    end
  end
end

--- Cells hold whole numbers not below zero, changes with their sign, money in the unit of the form.
--- 单元格填不小于0的整数，增减数可带正负号，金额用表头的单位。
--- ```lua
--- local duty = require "duty"
--- local check = duty.cell_numbers { units = { "件", "宗" }, money = { "万元" } }
--- check(report, out, parameters)
--- ```
---@class CellNumbers
---@field units string[] words that a count may bear (件, 宗 …); 计数可以带的量词
---@field money string[] units that an amount may bear; 金额可以带的单位
---@field table? string|string[] keys; default: all of the form; 表的键名，不写就是全部
---@field only? table for which bodies; 只适用于哪些机关
---@param o CellNumbers
---@return function check
function cells.numbers(o)
  declare.fields("duty.cell_numbers", o, { units = "list!", money = "list!", table = "list", only = "only" })
  local keys, units, money = declare.set(o.table), declare.set(o.units), declare.set(o.money)
  return declare.only(o.only, function(report, out)
    each_table(report, out, function(t)
      out:pass { at = t }
      local of_row, any = {}, false
      for _, cell in ipairs(t:cells("text", "unreadable", "odd")) do
        if cell.kind == "text" and nothing[text.normal(cell.raw)] then
          local list = of_row[cell.row] or {}
          list[#list + 1] = cell
          of_row[cell.row], any = list, true
        else
          judge_number(out, cell, units, money)
        end
      end
      for _, row in ipairs(any and t.rows or {}) do
        if of_row[row.key] then
          judge_nothing(out, row, of_row[row.key])
        end
      end
    end, keys)
  end)
end

local function range_text(o)
  if o.least and o.most then
    return o.least == o.most and tostring(o.least) or o.least .. "–" .. o.most
  end
  return o.least and "≥ " .. o.least or "≤ " .. o.most
end

local function judge_range(out, cell, at, o)
  if not cell or cell.kind ~= "number" then
    return tables.no_number(out, cell, at)
  end
  local value = cell.value
  if (o.least and value < o.least) or (o.most and value > o.most) then
    local due = range_text(o)
    local name = cell.name
    out:fail {
      at = cell,
      message = fill(o.message or { zh = "“%s”不在合理范围内", en = "\"%s\" is out of its range" }, name.zh, name.en),
      expected = due,
      found = value,
      formula = tostring(value) .. (o.least and value < o.least and " < " .. o.least or " > " .. tostring(o.most)),
    }
  else
    out:pass { at = cell }
  end
end

--- The numbers of cells lie in a range.
--- 单元格的数字在规定范围内。
--- ```lua
--- local duty = require "duty"
--- local check = duty.in_range { table = "requests", cell = "new.all", least = 0, most = 50 }
--- check(report, out, parameters)
--- ```
---@class InRange
---@field table string key of the table; 表的键名
---@field cell string|string[] cells as "row.column", for example "regulations.made"; 单元格，写作“行.列”
---@field least? number not less than; 不小于
---@field most? number not more than; 不大于
---@field message? string|table what a finding says, %s is the cell's name; 提示语
---@field only? table for which bodies: { levels =, named =, not_named =, reason = }; 只适用于哪些机关
---@param o InRange
---@return function check
function cells.in_range(o)
  declare.fields("duty.in_range", o, {
    table = "text!", cell = "cells!", least = "number", most = "number", message = "message", only = "only",
  })
  if not (o.least or o.most) then
    declare.wrong("duty.in_range", "至少写 least、most 中的一个", "write 'least' or 'most' or both")
  elseif o.least and o.most and o.least > o.most then
    declare.wrong("duty.in_range", "least 大于 most", "'least' is more than 'most'")
  end
  local names, keys = declare.list(o.cell), { [o.table] = true }
  return declare.only(o.only, function(report, out)
    tables.demand(report, out, o.table)
    each_table(report, out, function(t)
      for _, name in ipairs(names) do
        judge_range(out, tables.cell(t, name), t, o)
      end
    end, keys)
  end)
end

return cells
