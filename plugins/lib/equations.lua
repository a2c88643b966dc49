-- Duties that are equations over the cells of an official table. Which cells, says the form.

local no_number = require("tables").no_number

local equations = {}

-- A count below zero, with a part or with the unit of something else: if it may not stand there, whatever it breaks follows from it.
local function is_odd(cell)
  local value = cell.type == "count" and cell.value
  return value and (value < 0 or value ~= math.floor(value) or text.find(cell.unit, "[元万人家户张页%]") ~= nil)
end

-- Who reports the fault, if not this equation: the rule for malformed cells, or the equation that names the wrong cell best.
local function cause_of(v)
  for _, cell in ipairs(v.cells) do
    if is_odd(cell) then
      return { rule = "cells.malformed", at = cell }
    end
  end
  if not v.lead then
    return { rule = v.lead_rule, at = v.lead_at }
  end
end

local function broken(out, v, message)
  out:fail {
    at = v.at,
    evidence = v.cells,
    message = { zh = message.zh .. "：" .. v.summary.zh, en = message.en .. ": " .. v.summary.en },
    -- What follows from a wrong cell elsewhere has no right value of its own.
    expected = v.lead and v.expected or nil,
    found = v.lead and v.found or nil,
    formula = v.formula,
    diagnosis = v.diagnosis,
    cause = cause_of(v),
  }
end

-- The check function of the equations that the form gives to rule `id`.
function equations.check(id, message)
  return function(report, out)
    for _, v in ipairs(report:violations(id)) do
      if v.state == "holds" then
        out:pass { at = v.at }
      elseif v.state == "open" then
        no_number(out, v.open_cell, v.at)
      else
        broken(out, v, message)
      end
    end
  end
end

return equations
