-- Duties over the official tables: one outcome for each table that the form prescribes.

--- The finding that reports the absence of a table, as a cause.
--- 报告缺表的发现，用作 cause。
--- ```lua
--- local tables = require "tables"
--- local official = report.official_tables[1]
--- assert(tables.absence(report:table(official.key), official).rule == "structure.table-missing")
--- ```
---@param t Table
---@param official OfficialTable
---@return Cause cause
local function absence(t, official)
  return { rule = t.image and "structure.table-image" or "structure.table-missing", at = { table = official.key } }
end

--- Why nothing can be said of a table of which only scraps are left: its labels are there, its cells cannot be told apart.
--- 表格只剩残片（有项目名称，单元格分不开）时不能判定的原因。
--- ```lua
--- local tables = require "tables"
--- assert(tables.torn_reason(report.official_tables[1]).code == "table-torn")
--- ```
---@param official OfficialTable
---@return Reason reason
local function torn_reason(official)
  return {
    code = "table-torn",
    zh = official.name.zh .. "的项目名称在文中，但单元格分不开，没有检查",
    en = "labels of " .. official.name.en .. " are there, but its cells cannot be told apart: not checked",
  }
end

--- The first official table of which only scraps are left: with it, headings and text may have been lost. nil without any.
--- 第一张只剩残片的官方表格；没有为 nil。有残片时，标题和文字也可能已缺失。
--- ```lua
--- local tables = require "tables"
--- assert(tables.torn(report) == nil)
--- ```
---@param report Report
---@return OfficialTable? official
local function torn(report)
  for _, official in ipairs(report.official_tables) do
    local t = report:table(official.key)
    if t.torn and not t.present then
      return official
    end
  end
end

-- Undecided, because the table is not there as text; the finding on its absence is the cause.
local function unknown(out, t, official)
  if t.torn then
    return out:unknown { at = t, reason = torn_reason(official) }
  end
  out:unknown {
    at = { table = official.key },
    reason = {
      code = "table-missing",
      zh = official.name.zh .. "不在文中",
      en = official.name.en .. " is not there",
    },
    cause = absence(t, official),
  }
end

--- Calls judge(t, official) for every official table that is there, or those in the set of keys. One that is not
--- leaves the rule undecided, and the finding on its absence is the cause.
--- 对文中的每张官方表格（或 keys 所列的）调用 judge；缺的表使结果为无法判定，由缺表引起。
--- ```lua
--- local tables = require "tables"
--- local n = 0
--- tables.each(report, out, function(t, official) n = n + 1; assert(t.key == official.key) end)
--- assert(n == 3)
--- ```
---@param report Report
---@param out Out
---@param judge fun(t: Table, official: OfficialTable)
---@param keys? table<string, boolean>
local function each(report, out, judge, keys)
  for _, official in ipairs(report.official_tables) do
    if not keys or keys[official.key] then
      local t = report:table(official.key)
      if t.present then
        judge(t, official)
      else
        unknown(out, t, official)
      end
    end
  end
end

-- Undecided if the form has no such table: a rule that names one says in `forms` which forms have it.
local function demand(report, out, key)
  for _, official in ipairs(report.official_tables) do
    if official.key == key then
      return
    end
  end
  out:unknown {
    reason = {
      code = "no-such-table",
      zh = "报告年度的格式没有表 " .. key,
      en = "the form of the report year has no table " .. key,
    },
  }
end

--- The cell "row.column" of a table; nil for one that the form does not have.
--- 表中写作“行.列”的一格；格式没有为 nil。
--- ```lua
--- local tables = require "tables"
--- assert(tables.cell(report.requests, "refused.4.all").value == 3)
--- ```
---@param t Table
---@param name string
---@return Cell? cell
local function cell(t, name)
  local row, column = text.match(name, "^(.+)\\.([^.]+)$")
  return t:cell(row, column)
end

--- Undecided, because a cell holds no number: a blank, a text or a missing row proves nothing. The finding that
--- reports the cell is the cause.
--- 有格不是数字，无法判定；由报告那一格的发现引起。
--- ```lua
--- local tables = require "tables"
--- local cell = report.requests:cell("new", "all")
--- if not cell.value then tables.no_number(out, cell) end
--- ```
---@param out Out
---@param at_cell Cell?
---@param at? At
local function no_number(out, at_cell, at)
  local kind = at_cell and at_cell.kind
  local cause
  if kind == nil then
    cause = "structure.table-labels"
  elseif kind == "blank" or kind == "dash" then
    cause = "cells.blank"
  elseif kind == "text" or kind == "number" then
    cause = "cells.malformed"
  end
  out:unknown {
    at = at_cell or at,
    reason = {
      code = "cell-without-number",
      zh = "算式中有单元格不是数字，不能验证",
      en = "a cell of the equation is not a number, so it proves nothing",
    },
    cause = cause and { rule = cause, at = at_cell or at } or nil,
  }
end

return { absence = absence, torn_reason = torn_reason, torn = torn, unknown = unknown, each = each, demand = demand, cell = cell, no_number = no_number }
