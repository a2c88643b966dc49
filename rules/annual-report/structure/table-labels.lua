-- Rows and columns of the official tables are complete and named officially (D17).
-- Notes in brackets and shortened labels are usual; further local rows are noted.

local basis = require "basis"
local tables = require "tables"

local words = {
  ["row-missing"]    = { zh = "缺少行", en = "a row is missing" },
  ["row-renamed"]    = { zh = "行名不是规定表述", en = "a row is renamed" },
  ["column-missing"] = { zh = "缺少栏", en = "a column is missing" },
  ["column-renamed"] = { zh = "栏名不是规定表述", en = "a column is renamed" },
  ["header-broken"]  = { zh = "表头残缺", en = "the table's head is broken" },
  ["row-extra"]      = { zh = "多出行", en = "there is a further row" },
  ["column-extra"]   = { zh = "多出栏", en = "there is a further column" },
}

local function named(problem)
  local label = problem.expected ~= "" and problem.expected or problem.found
  return "“" .. label .. "”", "\"" .. label .. "\""
end

local function judge(out, t, problem)
  if problem.kind == "unplaced" then
    return out:unknown {
      at = problem,
      reason = {
        code = "unplaced",
        zh = "“" .. problem.found .. "”行的数据无法对应到各栏",
        en = "the values of the row \"" .. problem.found .. "\" cannot be given to columns",
      },
    }
  end
  local word = words[problem.kind]
  local zh, en = named(problem)
  local finding = {
    at = problem,
    message = { zh = t.name.zh .. word.zh .. zh, en = t.name.en .. ": " .. word.en .. ": " .. en },
    expected = problem.expected,
    found = text.normal(problem.found),
  }
  if problem.kind == "row-extra" or problem.kind == "column-extra" then
    out:inform(finding)
  else
    out:fail(finding)
  end
end

return rule {
  id       = "structure.table-labels",
  title    = { zh = "表格行、栏齐全且名称规范", en = "Rows and columns of the tables are complete and rightly named" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = basis.format("表二至表四"),
  remedy   = { zh = "按规定格式补全或改正表格的行名、栏名。", en = "Complete or correct the labels as the official form has them." },
  check    = function(report, out)
    tables.each(report, out, function(t)
      out:pass { at = t }
      for _, problem in ipairs(t.problems) do
        judge(out, t, problem)
      end
    end)
  end,
}
