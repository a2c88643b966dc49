-- Duties that are equations over cells: those of the form, or some of the office's own.

local declare = require "declare"
local fill = declare.fill
local equations = require "equations"
local tables = require "tables"
local cell_named, no_number = tables.cell, tables.no_number

local equation = {}

local relations = {
  ["="] = function(a, b) return math.abs(a - b) < 1e-6 end,
  ["<="] = function(a, b) return a < b + 1e-6 end,
  [">="] = function(a, b) return a > b - 1e-6 end,
}
local signs = { ["="] = " = ", ["<="] = " ≤ ", [">="] = " ≥ " }

local term = "[^ +<>=-]+(?:-[^ +<>=-]+)*"
local side = "(" .. term .. "(?: *[+-] +" .. term .. ")*)"
local whole = "^ *" .. side .. " *(=|<=|>=) *" .. side .. " *$"

-- "a.x + b.x" as a list of { name = | value =, sign = }.
local function terms_of(s)
  local list = {}
  for sign, name in text.gmatch(s, "([+-]?) *(" .. term .. ")") do
    list[#list + 1] = { name = name, value = tonumber(name), sign = sign == "-" and -1 or 1 }
  end
  return list
end

-- Raises at the line of the constructor, two functions above.
local function parse(s, by_cell)
  local left, relation, right = text.match(s, whole)
  if not left then
    declare.wrong("duty.equation", "“" .. s .. "”不是算式，例如 \"a.x + b.x = c.x\"",
      "\"" .. s .. "\" is no equation such as \"a.x + b.x = c.x\"", 1)
  end
  local e = { left = terms_of(left), right = terms_of(right), relation = relation, source = s }
  for _, terms in ipairs({ e.left, e.right }) do
    for _, one in ipairs(terms) do
      if by_cell and not one.value and not text.find(one.name, "[^.]\\.[^.]") then
        declare.wrong("duty.equation", "“" .. one.name .. "”应写作“行.列”，或写 each", "\"" .. one.name .. "\" must be \"row.column\", or say 'each'", 1)
      end
    end
  end
  return e
end

-- A number as people write it: 3 and not 3.0.
local function shown(n)
  return tostring(math.tointeger(n) or text.gsub(string.format("%.4f", n), "0+$", ""))
end

equation.shown = shown
equation.parse = parse

-- Sum, formula and cells of a side; the cell that holds no number, if there is one.
local function add_up(terms, cell_of, cells)
  local sum, formula = 0, ""
  for i, one in ipairs(terms) do
    local value = one.value
    if not value then
      local cell, at = cell_of(one.name)
      if not cell or cell.kind ~= "number" then
        return nil, cell, at
      end
      value = cell.value
      cells[#cells + 1] = cell
    end
    sum = sum + one.sign * value
    formula = formula .. (i > 1 and (one.sign < 0 and " - " or " + ") or "") .. shown(value)
  end
  return sum, formula
end

-- The value that a cell standing alone on its side should have, and the sum that is there.
local function judge(out, e, cell_of, message)
  local cells = {}
  local left, shown_left, place = add_up(e.left, cell_of, cells)
  if not left then
    return no_number(out, shown_left, place)
  end
  local first_right = #cells + 1
  local right, shown_right, place_right = add_up(e.right, cell_of, cells)
  if not right then
    return no_number(out, shown_right, place_right)
  end
  if relations[e.relation](left, right) then
    return out:pass { at = cells[1] }
  end
  local by_right = #e.left > 1 and #e.right == 1 and not e.right[1].value
  local due, found = by_right and left or right, by_right and right or left
  out:fail {
    at = by_right and cells[first_right] or cells[1],
    evidence = cells,
    message = message,
    expected = (e.relation == "=" and "" or (e.relation == "<=") ~= by_right and "≤ " or "≥ ") .. shown(due),
    found = shown(found),
    formula = shown_left .. signs[e.relation] .. shown_right,
  }
end

-- Every place where the equation is to hold: once, in each row that is there, or in each column.
local function each_place(t, each, use)
  if not each then
    use(function(name) return cell_named(t, name), t end)
  elseif each == "row" then
    for _, row in ipairs(t.rows) do
      if row.present then
        use(function(name) return row[name], row end)
      end
    end
  else
    for _, column in ipairs(t.columns) do
      use(function(name) return t:cell(name, column.key), t end)
    end
  end
end

--- Equations over cells of an official table hold.
--- 表内勾稽关系成立。
---
--- Either those that the form itself gives to a duty (`of`), with the wrong cell named; or the office's own (`holds`):
--- sums of cells with =, <= or >= between them. A cell is written "row.column"; with each = "row" a term is the key
--- of a column, with each = "column" that of a row.
--- 用 of 引用格式里的算式，会指出错在哪一格；或用 holds 自己写：两边是单元格之和，中间是 =、<= 或 >=。
--- ```lua
--- local duty = require "duty"
--- local check = duty.equation { table = "disputes", holds = "upheld + corrected <= total", each = "row" }
--- check(report, out, parameters)
--- ```
---@class Equation
---@field of? string rule whose equations the form lists, for example "requests.balance"; 格式中列出算式的规则
---@field table? string key of the table, with `holds`; 表的键名
---@field holds? string|string[] equations, for example "review.pending <= review.total"; 算式
---@field each? string "row" or "column": it holds in each of them; 每行、每列都应成立
---@field message? string|table what a finding says, before the numbers; 提示语
---@field only? table for which bodies; 只适用于哪些机关
---@param o Equation
---@return function check
function equation.check(o)
  declare.fields("duty.equation", o, {
    of = "text", table = "text", holds = "list", each = "text", message = "message", only = "only",
  })
  local message = fill(o.message or { zh = "勾稽关系不成立", en = "the equation does not hold" })
  if o.of then
    if o.table or o.holds or o.each then
      declare.wrong("duty.equation", "写了 of，就不写 table、holds、each", "with 'of' there is no 'table', 'holds' or 'each'")
    end
    return declare.only(o.only, equations.check(o.of, message))
  elseif not (o.table and o.holds) then
    declare.wrong("duty.equation", "应写 of，或写 table 和 holds", "write 'of', or 'table' and 'holds'")
  elseif o.each and o.each ~= "row" and o.each ~= "column" then
    declare.wrong("duty.equation", "each 应为 row 或 column", "'each' must be row or column")
  end
  local parsed = {}
  for i, s in ipairs(declare.list(o.holds)) do
    parsed[i] = parse(s, not o.each)
  end
  local keys = { [o.table] = true }
  return declare.only(o.only, function(report, out)
    tables.demand(report, out, o.table)
    tables.each(report, out, function(t)
      for _, e in ipairs(parsed) do
        each_place(t, o.each, function(cell_of)
          judge(out, e, cell_of, message)
        end)
      end
    end, keys)
  end)
end

--- The figures of a table are possible, side by side: the form lists what each may be at most, or needs beside it.
--- 表中各数放在一起合乎情理：格式列出每格至多多少、须有哪一格相配。
--- ```lua
--- local duty = require "duty"
--- local check = duty.within_bounds { of = "disclosure.plausible" }
--- check(report, out, parameters)
--- ```
---@class WithinBounds
---@field of string rule whose bounds the form lists; 格式中列出范围（bounds）的规则
---@field only? table for which bodies; 只适用于哪些机关
---@param o WithinBounds
---@return function check
function equation.bounds(o)
  declare.fields("duty.within_bounds", o, { of = "text!", only = "only" })
  local id = o.of
  return declare.only(o.only, function(report, out)
    local list, held = report:bounds(id)
    for _, bound in ipairs(list) do
      if bound.state == "open" then
        no_number(out, bound.at, bound.at)
      else
        out:fail {
          at = bound.at,
          evidence = bound.cells,
          message = bound.name,
          expected = bound.expected,
          found = bound.found,
          formula = bound.formula,
        }
      end
    end
    if held > 0 then
      out:pass()
    elseif #list == 0 then
      out:notapplicable { reason = { code = "no-bounds", zh = "该格式没有规定合理范围", en = "the form names no bounds" } }
    end
  end)
end

return equation
