-- Duties that are equations over the cells of an official table. Which cells, says the form.

local equations = {}

-- A blank, a text or a missing row proves nothing; the rule that reports it is the cause.
local function undecided(out, v)
  local cell = v.open_cell
  local kind = cell and cell.kind
  local cause
  if kind == nil then
    cause = "structure.table-labels"
  elseif kind == "blank" or kind == "dash" then
    cause = "cells.blank"
  elseif kind == "text" or kind == "number" then
    cause = "cells.malformed"
  end
  out:unknown {
    at = cell or v.at,
    reason = {
      code = "cell-without-number",
      zh = "算式中有单元格不是数字，不能验证",
      en = "a cell of the equation is not a number, so it proves nothing",
    },
    cause = cause and { rule = cause, at = cell or v.at } or nil,
  }
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
    cause = not v.lead and { rule = v.lead_rule, at = v.lead_at } or nil,
  }
end

-- The check function of the equations that the form gives to rule `id`.
function equations.check(id, message)
  return function(report, out)
    for _, v in ipairs(report:violations(id)) do
      if v.state == "holds" then
        out:pass { at = v.at }
      elseif v.state == "open" then
        undecided(out, v)
      else
        broken(out, v, message)
      end
    end
  end
end

return equations
