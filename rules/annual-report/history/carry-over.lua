-- What last year's report carries out is what this year's carries in, for every kind of applicant (R15). A break between
-- two earlier years was a finding then, and is only recalled here.

local basis = require "basis"
local no_number = require("tables").no_number
local years = require "years"

local function equation(year, carried_out, carried_in)
  return string.format("%d年结转下年度 %s ≠ %d年上年结转 %s", year - 1, years.shown(carried_out.value), year,
    years.shown(carried_in.value))
end

-- The columns whose cells differ; what cannot be compared is said at once.
local function differences(report, out, before)
  local list = {}
  for _, column in ipairs(report.requests.columns) do
    local now, was = report.requests:cell("carried_in", column.key), before:cell("carried_out", column.key)
    if not now.value then
      no_number(out, now)
    elseif not was.value then
      years.no_number_then(out, now, was)
    elseif now.value == was.value then
      out:pass { at = now }
    else
      list[#list + 1] = { column = column.key, now = now, was = was }
    end
  end
  return list
end

-- A total that differs by as much as its columns do says nothing new.
local function total_follows(list)
  local sum, first = 0, nil
  for _, d in ipairs(list) do
    if d.column ~= "all" then
      sum = sum + d.now.value - d.was.value
      first = first or d
    end
  end
  return first, sum
end

-- Last year's own equations name its cell as wrong, and this year's value as the right one: nothing is wrong here.
local function wrong_then(out, before, d, year)
  if not years.explained(before, d.was, d.now.value) then
    return false
  end
  out:inform {
    at = d.now, evidence = { d.was }, formula = equation(year, d.was, d.now),
    message = { zh = "上一年度报告的" .. d.was.name.zh .. "有误，应为本年度的" .. years.shown(d.now.value),
      en = d.was.name.en .. " of last year's report is wrong: it should be this year's " .. years.shown(d.now.value) },
  }
  return true
end

local function report_differences(report, out, all, before, year)
  local list = {}
  for _, d in ipairs(all) do
    if not wrong_then(out, before, d, year) then
      list[#list + 1] = d
    end
  end
  local first, sum = total_follows(list)
  for _, d in ipairs(list) do
    local cause = years.explained(report, d.now, d.was.value)
    if not cause and d.column == "all" and first and sum == d.now.value - d.was.value then
      cause = { rule = "history.carry-over", at = first.now }
    end
    out:fail {
      at = d.now, evidence = { d.was }, cause = cause,
      expected = years.shown(d.was.value), found = years.shown(d.now.value), formula = equation(year, d.was, d.now),
      message = {
        zh = d.now.name.zh .. "为" .. years.shown(d.now.value) .. "，上一年度报告结转下年度的是" .. years.shown(d.was.value),
        en = d.now.name.en .. " is " .. years.shown(d.now.value) .. ", but last year's report carries out " .. years.shown(d.was.value),
      },
    }
  end
end

-- The total of two neighbouring earlier years.
local function recall(dossier, out, year)
  local later, earlier = dossier:report_of(year), dossier:report_of(year - 1)
  if not (later and earlier and later.requests and earlier.requests) then
    return
  end
  local now, was = later.requests:cell("carried_in", "all"), earlier.requests:cell("carried_out", "all")
  if now.value and was.value and now.value ~= was.value then
    out:inform {
      at = dossier.report.requests:cell("carried_in", "all"), evidence = { now, was }, formula = equation(year, was, now),
      message = { zh = "以往年度的结转也有不一致：" .. equation(year, was, now),
        en = string.format("between %d and %d the carried numbers differ, too: %s and %s", year - 1, year,
          years.shown(was.value), years.shown(now.value)) },
    }
  end
end

return rule {
  id       = "history.carry-over",
  title    = { zh = "上年结转与上一年度报告一致", en = "Carried in is what last year's report carried out" },
  why      = {
    zh = "上一年度报告“结转下年度继续办理”的申请，就是本年度“上年结转”的申请，七栏都应相同。",
    en = "The requests that last year's report carries out are those that this year's carries in, in all seven columns.",
  },
  severity = "minor",
  scope    = "agency",
  forms    = { "2019", "2021" },
  needs    = { "requests" },
  basis    = basis.format("表三"),
  remedy   = {
    zh = "与上一年度报告核对；上一年度写错的，在本年度报告中说明并更正上一年度报告。",
    en = "Check against last year's report; where that one was wrong, correct it and say so in this year's.",
  },
  check    = function(dossier, out)
    local report = dossier.report
    local before = years.last_table(dossier, out, "requests")
    if before then
      report_differences(report, out, differences(report, out, before), dossier:report_of(dossier.year - 1), dossier.year)
    end
    for _, year in ipairs(dossier.years) do
      recall(dossier, out, year)
    end
  end,
}
