-- What rules over the years of an agency have in common: last year's table, and cells that another rule names as wrong.

local years = {}

local equations = { "requests.balance", "requests.results-total", "requests.row-total", "disputes.total" }

local function absent(out, code, zh, en)
  out:notapplicable { reason = { code = code, zh = zh, en = en } }
end

--- The same table of last year's report; nil after saying why there is none to compare with. What is wrong with last
--- year's report was found in last year's audit.
--- 上一年度报告的同一张表；没有可比较的，说明原因后给出 nil。
--- ```lua
--- local years = require "years"
--- assert(years.last_table(dossier, out, "requests").key == "requests")
--- ```
---@param dossier Dossier
---@param out Out
---@param key string
---@return Table? table
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

--- The cells of a report's broken equations as "table/row/column", each with the finding that names it as a cause: any of
--- them may be the wrong one, so they prove nothing about another report.
--- 一份报告中不成立的算式涉及的各格（表/行/栏），连同说明它的发现。
--- ```lua
--- local years = require "years"
--- assert(years.doubtful(dossier.report)["requests/new/all"].rule)
--- ```
---@param report Report
---@return table<string, Cause> cells
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

--- The finding whose equations name this cell as the wrong one and `right` as its value, as a cause; nil if none does.
--- 已由算式指出此格有误、应为 right 的发现；没有为 nil。
--- ```lua
--- local years = require "years"
--- local cell = dossier.report.requests:cell("new", "all")
--- assert(years.explained(dossier.report, cell, 46).rule == "requests.row-total" and not years.explained(dossier.report, cell, 47))
--- ```
---@param report Report
---@param cell Cell
---@param right number
---@return Cause? cause
function years.explained(report, cell, right)
  for _, rule in ipairs(equations) do
    for _, v in ipairs(report:violations(rule)) do
      if v.state == "broken" and v.lead and v.at == cell and tonumber(v.expected) == right then
        return { rule = rule, at = cell }
      end
    end
  end
  return nil
end

return years
