-- By which day of the next year the report of a body is out, as a rule declares it.

local deadline = {}

-- A day as it is declared, or the parameter that holds it.
local function day_of(declared, parameters)
  return declared and (parameters[declared] or declared)
end

-- The earliest and the latest day of all kinds of bodies.
local function extremes(by_level, parameters)
  local first, last
  for _, declared in pairs(by_level) do
    local day = day_of(declared, parameters)
    first = (not first or day < first) and day or first
    last = (not last or day > last) and day or last
  end
  return first, last
end

--- The first and the last day that can be the deadline: both the same one where the kind of body is known; nil where none is set for it.
--- 可能的最早和最晚的期限：知道机关层级的，两者相同；没有规定期限的为 nil。
---
--- A rule's own parameter `deadline` stands for all of them.
--- 规则的参数 deadline 代替各个期限。
--- ```lua
--- local deadline = require "deadline"
--- local days = { day = "03-31", by_level = { department = "01-31" } }
--- assert(deadline.of(days, { level = "department" }, {}) == "01-31")
--- local first, last = deadline.of({ by_level = { county = "03-31", department = "early" } }, {}, { early = "01-31" })
--- assert(first == "01-31" and last == "03-31")
--- ```
---@param declared BeforeDeadline
---@param body table its `form` and `level`, as far as they are known; 格式和层级
---@param parameters table<string, string>
---@return string? first
---@return string? last
function deadline.of(declared, body, parameters)
  local by_form, by_level = declared.by_form, declared.by_level
  local day = parameters.deadline or day_of(by_form and body.form and by_form[body.form], parameters)
    or day_of(by_level and body.level and by_level[body.level], parameters)
  if not day and (body.level or not by_level) then
    day = day_of(declared.day, parameters)
  end
  if day or body.level or not by_level then
    return day, day
  end
  return extremes(by_level, parameters)
end

return deadline
