-- Duties over the years of an agency: this year's figures follow from last year's, do not jump, and are not the same ones.

local declare = require "declare"
local equation = require "duty_equation"
local fill, shown = declare.fill, equation.shown
local tables = require "tables"
local no_number, absence = tables.no_number, tables.absence
local years = require "years"

local duties = {}

-- The list for a form: its own, else that of the last form before it.
local function of_form(by_form, form)
  if by_form[1] then
    return by_form
  end
  local best
  for name in pairs(by_form) do
    if form and name <= form and (not best or name > best) then
      best = name
    end
  end
  return best and by_form[best] or {}
end

-- "last.new.all" is a cell of last year's table.
local function cell_of(now, before, name, column)
  local then_name = text.match(name, "^last\\.(.+)$")
  local t = then_name and before or now
  if column then
    return t:cell(then_name or name, column), then_name ~= nil
  end
  local row, key = text.match(then_name or name, "^(.+)\\.([^.]+)$")
  return t:cell(row, key), then_name ~= nil
end

local function no_number_then(out, at)
  out:unknown { at = at, reason = { code = "no-number-last-year", zh = "上一年度报告的对应数据不是数字", en = "last year's figure is no number" } }
end

-- What the right side comes to: its sum, formula and cells; nil after saying which cell is no number.
local function right_side(out, e, now, before, column, at, year)
  local sum, formula, cells = 0, "", {}
  for i, term in ipairs(e.right) do
    local cell, is_last = nil, false
    if not term.value then
      cell, is_last = cell_of(now, before, term.name, column)
    end
    local value = term.value or (cell and cell.value)
    if not value and is_last then
      no_number_then(out, at)
      return nil
    elseif not value then
      no_number(out, cell, at)
      return nil
    end
    sum = sum + term.sign * value
    formula = formula .. (i > 1 and (term.sign < 0 and " - " or " + ") or "") .. shown(value) .. (is_last and " (" .. year - 1 .. ")" or "")
    cells[#cells + 1] = cell
  end
  return sum, formula, cells
end

-- A difference between this year's cell and what follows from last year's; nil when there is none, or it is not known.
local function compare(out, e, now, before, column, year)
  local at = cell_of(now, before, e.left[1].name, column)
  if not at or not at.value then
    return no_number(out, at, now)
  end
  local sum, formula, cells = right_side(out, e, now, before, column, at, year)
  if not sum then
    return nil
  end
  local holds = math.abs(at.value - sum) < 1e-6 or (e.relation == ">=" and at.value > sum)
  if holds then
    return out:pass { at = at }
  end
  local sign = e.relation == ">=" and " < " or " ≠ "
  return { at = at, due = sum, cells = cells, column = column, single = #e.right == 1, formula = shown(at.value) .. sign .. formula,
    expected = (e.relation == ">=" and "≥ " or "") .. shown(sum) }
end

-- Last year's own equations name its cell as wrong, and this year's value as the right one: nothing is wrong here.
local function wrong_then(out, d, last)
  if not (d.single and d.cells[1] and years.explained(last, d.cells[1], d.at.value)) then
    return false
  end
  local name = d.cells[1].name
  out:inform {
    at = d.at, evidence = d.cells, formula = d.formula,
    message = { zh = "上一年度报告的" .. name.zh .. "有误，应为本年度的" .. shown(d.at.value),
      en = name.en .. " of last year's report is wrong: it should be this year's " .. shown(d.at.value) },
  }
  return true
end

-- The first part and the sum of the differences of all parts: a total that differs by as much says nothing new.
local function of_parts(list, total)
  local first, sum = nil, 0
  for _, d in ipairs(list) do
    if d.column ~= total then
      first, sum = first or d, sum + d.at.value - d.due
    end
  end
  return first, sum
end

local function fail_all(out, report, list, o, message)
  local first, sum = of_parts(list, o.total)
  for _, d in ipairs(list) do
    local cause = years.explained(report, d.at, d.due)
    if not cause and o.total and d.column == o.total and first and math.abs(sum - (d.at.value - d.due)) < 1e-6 then
      cause = { at = first.at }
    end
    out:fail {
      at = d.at, evidence = d.cells, expected = d.expected, found = shown(d.at.value), formula = d.formula, cause = cause,
      message = {
        zh = message.zh .. "：" .. d.at.name.zh .. "为" .. shown(d.at.value) .. "，应为" .. d.expected,
        en = message.en .. ": " .. d.at.name.en .. " is " .. shown(d.at.value) .. ", due is " .. d.expected,
      },
    }
  end
end

-- Every difference of a table of a year from that of the year before.
local function differences(out, parsed, now, before, o, year)
  local list = {}
  for _, e in ipairs(parsed) do
    for _, column in ipairs(o.each and now.columns or { { key = nil } }) do
      list[#list + 1] = compare(out, e, now, before, column.key, year)
    end
  end
  return list
end

local nobody = { pass = function() end, unknown = function() end }

-- Breaks between earlier years were findings then; they are recalled in one observation each and cost nothing.
local function recall(dossier, out, parsed_of, o, at)
  for _, year in ipairs(dossier.years) do
    local report, last = dossier:report_of(year), dossier:report_of(year - 1)
    local now = report and report.form ~= "2008" and report:table(o.table)
    local before = last and last.form ~= "2008" and last:table(o.table)
    if now and before and now.present and before.present and (not o.same_form or now.form == before.form) then
      local list = differences(nobody, parsed_of(now.form), now, before, o, year)
      if list[1] then
        local d = list[#list]
        local evidence = table.move(d.cells, 1, #d.cells, 2, { d.at })
        out:inform {
          at = at, evidence = evidence, formula = d.formula,
          message = { zh = "以往年度（" .. year - 1 .. "至" .. year .. "年度）也有不一致：" .. d.at.name.zh,
            en = "there was a break between " .. year - 1 .. " and " .. year .. ", too: " .. d.at.name.en },
        }
      end
    end
  end
end

local function parse_all(holds, each)
  local by_form = {}
  for form, list in pairs(type(holds) == "table" and not holds[1] and holds or { [""] = holds }) do
    by_form[form] = {}
    for i, s in ipairs(declare.list(list)) do
      by_form[form][i] = equation.parse(s, not each)
    end
  end
  return by_form
end

--- Cells of a table follow from last year's: `last.` before a name is the cell of last year's report.
--- 表中的数与上一年度报告相衔接：名字前加 last. 指上一年度报告的同一张表。
---
--- An equation has one cell of this year on its left side. A total that differs by as much as its parts do is explained by
--- them; a cell that the table's own equations name as wrong is explained by those. Breaks between earlier years are
--- recalled as observations.
--- ```lua
--- local duty = require "duty"
--- local check = duty.follows { table = "requests", each = "column", holds = "carried_in = last.carried_out", total = "all" }
--- check(dossier, out, parameters)
--- ```
---@class Follows
---@field table string key of the table; 表的键名
---@field holds string|string[]|table equations with = or >=; also such by form; 算式，可按格式分列
---@field each? string "column": it holds in each of them, and names are keys of rows; 每栏都应成立
---@field total? string key of the column that totals the others, with `each`; 合计栏
---@field same_form? boolean only between reports of one form; 只比较同一格式的两年
---@field message? string|table what a finding says, before the numbers; 提示语
---@param o Follows
---@return function check
function duties.follows(o)
  declare.fields("duty.follows", o, {
    table = "text!", holds = "by_form!", each = "text", total = "text", same_form = "flag", message = "message",
  })
  if o.each and o.each ~= "column" then
    declare.wrong("duty.follows", "each 应为 column", "'each' must be column")
  end
  local by_form = parse_all(o.holds, o.each)
  local message = fill(o.message or { zh = "与上一年度报告不衔接", en = "does not follow from last year's report" })
  local function parsed_of(form)
    return by_form[""] or of_form(by_form, form)
  end
  return function(dossier, out)
    local report = dossier.report
    local now, last = report:table(o.table), dossier:report_of(dossier.year - 1)
    local before = years.last_table(dossier, out, o.table)
    if before and o.same_form and now.form ~= report.form then
      out:unknown { at = now, cause = { rule = "structure.table-form", at = now },
        reason = { code = "table-form", zh = "表格不是本年度的格式", en = "the table is not of this year's form" } }
    elseif before and o.same_form and now.form ~= before.form then
      out:notapplicable { reason = { code = "other-form", zh = "上一年度是另一种格式，不能比较", en = "last year's report is of another form" } }
    elseif before then
      local list = {}
      for _, d in ipairs(differences(out, parsed_of(now.form), now, before, o, dossier.year)) do
        list[#list + 1] = not wrong_then(out, d, last) and d or nil
      end
      fail_all(out, report, list, o, message)
    end
    recall(dossier, out, parsed_of, o, now)
  end
end

-- This year's table and last year's; nil after saying what is not there.
local function both_tables(dossier, out, key)
  local now = dossier.report:table(key)
  if now and now.torn and not now.present then
    tables.unknown(out, now, now)
    return nil
  elseif now and not now.present then
    out:unknown { at = { table = key }, cause = absence(now, { key = key }),
      reason = { code = "table-missing", zh = now.name.zh .. "不在文中", en = now.name.en .. " is not there" } }
    return nil
  end
  return now, now and years.last_table(dossier, out, key)
end

--- Figures do not jump from one year to the next.
--- 数据没有比上一年度突增突减。
--- ```lua
--- local duty = require "duty"
--- local check = duty.steady { cells = { "requests.new.all" }, times = 5, least = 30 }
--- check(dossier, out, parameters)
--- ```
---@class Steady
---@field cells string|string[] cells as "table.row.column"; 单元格，写作“表.行.栏”
---@field times integer|string how many times as much, or as little, is a jump, or the parameter that says it; 几倍为突变
---@field least integer|string last year's value from which on it is judged; 上一年度达到多少才比较
---@field message? string|table what a finding says, before the numbers; 提示语
---@param o Steady
---@return function check
function duties.steady(o)
  declare.fields("duty.steady", o, { cells = "cells!", times = "limit!", least = "limit!", message = "message" })
  local message = fill(o.message or { zh = "比上一年度变化过大", en = "a jump from last year" })
  local cells = declare.list(o.cells)
  return function(dossier, out, parameters)
    local times, least = declare.limit(o.times, parameters), declare.limit(o.least, parameters)
    for _, name in ipairs(cells) do
      local key, row, column = text.match(name, "^([^.]+)\\.(.+)\\.([^.]+)$")
      local now, before = both_tables(dossier, out, key)
      local at, was = before and now:cell(row, column), before and before:cell(row, column)
      if at and was and at.value and was.value then
        if was.value >= least and (at.value > was.value * times or at.value * times < was.value) then
          out:fail {
            at = at, evidence = { was }, found = shown(at.value),
            formula = shown(was.value) .. " (" .. dossier.year - 1 .. ") → " .. shown(at.value),
            cause = years.doubtful(dossier.report)[key .. "/" .. row .. "/" .. column],
            message = { zh = message.zh .. "：" .. at.name.zh .. "由" .. shown(was.value) .. "变为" .. shown(at.value),
              en = message.en .. ": " .. at.name.en .. " went from " .. shown(was.value) .. " to " .. shown(at.value) },
          }
        else
          out:pass { at = at }
        end
      elseif before and not (at and at.value) then
        no_number(out, at, now)
      elseif before then
        no_number_then(out, at)
      end
    end
  end
end

-- Whether both tables hold the same, the largest of their figures, and how many are not zero; stocks are the same by
-- themselves and count for neither.
local function same(now, before, stocks)
  local largest, counted = 0, 0
  for _, cell in ipairs(now:cells()) do
    local was = before:cell(cell.row, cell.column)
    if not was or not cell.value or cell.value ~= was.value then
      return false
    elseif cell.value ~= 0 and not stocks[cell.column] then
      largest, counted = math.max(largest, cell.value), counted + 1
    end
  end
  return true, largest, counted
end

--- The tables are not those of last year again. What is all zero, or too little to tell, is passed over.
--- 表中数据不是照抄上一年度的。全为零的、数字太少说明不了什么的不算。
--- ```lua
--- local duty = require "duty"
--- local check = duty.renewed { tables = { "requests", "disputes" }, least = 5 }
--- check(dossier, out, parameters)
--- ```
---@class Renewed
---@field tables string|string[] keys of the tables; 表的键名
---@field stocks? string|string[] keys of columns that may stay as they are; 存量，可以不变的栏
---@field least integer|string the largest figure from which on a table is judged, or the parameter that says it; 最大的数达到多少才比较
---@field message? string|table what a finding says, before the table's name; 提示语
---@param o Renewed
---@return function check
function duties.renewed(o)
  declare.fields("duty.renewed", o, { tables = "list!", stocks = "list", least = "limit!", message = "message" })
  local message = fill(o.message or { zh = "与上一年度的数据完全相同", en = "the same figures as last year" })
  local stocks = declare.set(o.stocks or {}) or {}
  local keys = declare.list(o.tables)
  return function(dossier, out, parameters)
    local least = declare.limit(o.least, parameters)
    local last = dossier:report_of(dossier.year - 1)
    for _, key in ipairs(keys) do
      local now, before = both_tables(dossier, out, key)
      if before and now.form == before.form and last.form == dossier.report.form then
        local is_same, largest, counted = same(now, before, stocks)
        if is_same and largest >= least and counted > 2 then
          out:fail {
            at = now, evidence = { before },
            message = { zh = message.zh .. "：" .. now.name.zh .. "（" .. counted .. "个非零数）",
              en = message.en .. ": " .. now.name.en .. " (" .. counted .. " figures that are not zero)" },
          }
        else
          out:pass { at = now }
        end
      elseif before then
        out:notapplicable { reason = { code = "other-form", zh = "上一年度是另一种格式，不能比较", en = "last year's report is of another form" } }
      end
    end
  end
end

return duties
