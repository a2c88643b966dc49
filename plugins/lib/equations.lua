-- Duties that are equations over the cells of an official table. Which cells, says the form.

local no_number = require("tables").no_number

local equations = {}

-- Who reports the fault, if not this equation: the one that names the wrong cell best, or the rule for a count below zero.
local function cause_of(v)
  if not v.lead then
    return { rule = v.lead_rule, at = v.lead_at }
  elseif v.at.type == "count" and v.at.value and v.at.value < 0 then
    return { rule = "cells.malformed", at = v.at }
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
