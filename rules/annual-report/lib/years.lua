-- What rules over the years of an agency have in common: last year's table, comparing two cells, and the wrong cell
-- that another rule names already.

local years = {}

local function absent(out, code, zh, en)
  out:notapplicable { reason = { code = code, zh = zh, en = en } }
end

-- The same table of last year's report; nil after saying why there is none to compare with. What is wrong with last
-- year's report was found in last year's audit.
function years.last_table(dossier, out, key)
  local last = dossier:report_of(dossier.year - 1)
  local t = last and last.form ~= "2008" and last:table(key)
  if not last then
    absent(out, "no-last-year", "没有存上一年度的报告，不能比较", "no report of last year is stored to compare with")
  elseif not (t and t.present) then
    absent(out, "no-last-table", "上一年度的报告没有这张表，不能比较", "last year's report has no such table to compare with")
  else
    return t
  end
  return nil
end

local equations = { "requests.balance", "requests.results-total", "requests.row-total", "disputes.total" }

-- The cells of a report's broken equations, by table, row and column, each with the cause that names the finding: any of
-- them may be the wrong one, so they prove nothing about another report.
function years.doubtful(report)
  local cells = {}
  for _, rule in ipairs(equations) do
    for _, v in ipairs(report:violations(rule)) do
      if v.state == "broken" then
        for _, cell in ipairs(v.cells) do
          cells[cell.table .. "/" .. cell.row .. "/" .. cell.column] = { rule = v.lead_rule or rule, at = v.lead_at or v.at }
        end
      end
    end
  end
  return cells
end

-- The rule whose equations name this cell as the wrong one and `right` as its value: the cause of whatever else the cell
-- contradicts.
function years.explained(report, cell, right)
  for _, rule in ipairs(equations) do
    for _, v in ipairs(report:violations(rule)) do
      if v.state == "broken" and v.lead and v.at == cell and v.expected == tostring(right) then
        return { rule = rule, at = cell }
      end
    end
  end
  return nil
end

-- Undecided, because last year's cell holds no number.
function years.no_number_then(out, cell, then_cell)
  out:unknown {
    at = cell,
    reason = { code = "no-number-last-year", zh = "上一年度报告的" .. then_cell.name.zh .. "不是数字",
      en = then_cell.name.en .. " is no number in last year's report" },
  }
end

-- "3": whole numbers without a fraction.
function years.shown(value)
  return value == math.floor(value) and string.format("%d", value) or tostring(value)
end

return years
