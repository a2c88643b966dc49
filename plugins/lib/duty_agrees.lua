-- The duty that the text agrees with a cell of an official table.

local declare = require "declare"
local fill = declare.fill
local each_section = require("sections").each
local shown = require("duty_equation").shown
local tables = require "tables"
local cell_named = tables.cell

local agrees = {}

-- Classes of numbers that are no counts: they are compared only where the rule asks for them.
local uncounted = { percent = true, money = true, time = true, points = true, zero = true }

-- Whether a number of the text states the thing: no rough one, no comparison, none of another year.
local function states(q, o, classes, year)
  if q.approximate or q.comparison or q.cumulative or (q.year and year and q.year ~= year) then
    return false
  elseif classes and not classes[q.class] or (not classes and uncounted[q.class]) then
    return false
  end
  return (not o.label or text.find(q.label, o.label) ~= nil) and (not o.tail or text.find(q.tail, o.tail) ~= nil)
end

-- The sums that the text may state, or the cell that holds no number.
local function accepted(t, alternatives)
  local sums = {}
  for i, names in ipairs(alternatives) do
    local sum, cells = 0, {}
    for _, name in ipairs(names) do
      local cell = cell_named(t, name)
      if not cell or cell.kind ~= "number" then
        return nil, cell
      end
      sum = sum + cell.value
      cells[#cells + 1] = cell
    end
    sums[i] = { value = sum, cells = cells }
  end
  return sums
end

local function judge(out, q, sums, message)
  local due = {}
  for i, sum in ipairs(sums) do
    if math.abs(sum.value - q.value) < 1e-6 then
      return out:pass { at = q }
    end
    due[i] = shown(sum.value)
  end
  local all = table.concat(due, " / ")
  out:fail {
    at = q.labelled,
    evidence = sums[1].cells,
    message = message and fill(message, q.labelled.text) or {
      zh = "文中“" .. q.labelled.text .. "”与表中的" .. all .. "不一致",
      en = "the text says \"" .. q.labelled.text .. "\", the table " .. all,
    },
    expected = all,
    found = shown(q.value),
    formula = shown(q.value) .. " ≠ " .. all,
  }
end

local function stated_in(paragraphs, o, classes, year, list)
  for _, paragraph in ipairs(paragraphs) do
    for _, q in ipairs(paragraph:quantities()) do
      if states(q, o, classes, year) then
        list[#list + 1] = q
      end
    end
  end
end

local function stated(report, out, o, keys, classes)
  local list = {}
  if not keys then
    stated_in(report.article, o, classes, report.year, list)
  else
    each_section(report, out, keys, function(section)
      stated_in(section.paragraphs, o, classes, report.year, list)
    end)
  end
  return list
end

--- A number that the text states agrees with a cell of an official table.
--- 文中写的数字与表中单元格一致。
---
--- The number is known by the words of its clause before it (`label`), and behind it (`tail`). Rough numbers (余, 约),
--- comparisons (较上年), running totals (累计) and those of another year are passed over. A report that does not
--- state the number has no such duty.
--- 按数字前面的文字（label）辨认；约数、同比、累计和其他年度的数字不比。文中没有写的，不适用。
--- ```lua
--- local duty = require "duty"
--- local check = duty.text_agrees { label = "新收", table = "requests", cell = "new.all" }
--- check(report, out, parameters)
--- ```
---@class TextAgrees
---@field label? string regular expression on the words before the number, in its clause; 数字前面的文字（正则表达式）
---@field tail? string the same of the words behind it; one of the two must be there; 数字后面的文字，两者至少写一个
---@field class? string|string[] classes of numbers: item case copy times visits persons units matters money percent …; default: all counts; 数量的种类
---@field table string key of the table; 表的键名
---@field cell string|string[] "row.column", or a sum "row.column + row.column"; one of several may agree; 单元格或其和，写几个的，与其中之一相同即可
---@field section? string|string[] keys of sections to look into; default: the whole report; 只查这些部分
---@field message? string|table what a finding says, %s are the words of the text; 提示语
---@field only? table for which bodies; 只适用于哪些机关
---@param o TextAgrees
---@return function check
function agrees.check(o)
  declare.fields("duty.text_agrees", o, {
    label = "pattern", tail = "pattern", class = "list", table = "text!", cell = "list!", section = "list", message = "message", only = "only",
  })
  if not (o.label or o.tail) then
    declare.wrong("duty.text_agrees", "应写 label 或 tail", "write 'label' or 'tail' or both")
  end
  local classes, keys, within, alternatives = declare.set(o.class), { [o.table] = true }, declare.list(o.section), {}
  for i, sum in ipairs(declare.list(o.cell)) do
    alternatives[i] = text.split(sum, " *[+] *")
    for _, name in ipairs(alternatives[i]) do
      if not text.find(name, "^[^ ]+\\.[^ .]+$") then
        declare.wrong("duty.text_agrees", "cell 应写作“行.列”，却是 \"" .. name .. "\"", "'cell' must be \"row.column\", found \"" .. name .. "\"")
      end
    end
  end
  return declare.only(o.only, function(report, out)
    local list = stated(report, out, o, within, classes)
    if #list == 0 then
      return out:notapplicable {
        reason = { code = "not-stated", zh = "文中没有写这一数字", en = "the text does not state this number" },
      }
    end
    tables.demand(report, out, o.table)
    tables.each(report, out, function(t)
      local sums, cell = accepted(t, alternatives)
      if not sums then
        return tables.no_number(out, cell, t)
      end
      for _, q in ipairs(list) do
        judge(out, q, sums, o.message)
      end
    end, keys)
  end)
end

return agrees
