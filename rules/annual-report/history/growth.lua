-- Growth that the text states against last year is that between the two reports (R29): requests, reviews, lawsuits. Only
-- a count that this year's table has, too, says what is compared; "received" may mean what was carried in as well.

local basis = require "basis"
local shown = require("duty_equation").shown
local years = require "years"

local compared = "(?:同比|环比上年|[较比](?:上|去)年(?:同期|度)?|[较比](20[0-9]{2})年(?:同期|度)?|与(?:上|去)年(?:同期|度)?相比)"
local growth = "[^0-9。;]{0,4}?" .. compared .. "[^0-9。;,]{0,4}?(增长|增加|上升|提高|增|下降|减少|降低|下滑|减)了?([0-9]+(?:\\.[0-9]+)?)(%|件)"

-- What may be counted, by the name of its pattern: sums of cells of a table, the first one first.
local subjects = {
  { name = "requests", table = "requests", sums = { { "new.all" }, { "new.all", "carried_in.all" } } },
  { name = "reviews", table = "disputes", sums = { { "review.total" } } },
  { name = "lawsuits", table = "disputes", sums = { { "direct.total", "after_review.total" } } },
}

local falls = { ["下降"] = true, ["减少"] = true, ["降低"] = true, ["下滑"] = true, ["减"] = true }

local function signed(value, decimals, unit)
  return string.format("%+." .. decimals .. "f", value) .. unit
end

-- The sum that the text counts: what it was, what it is, its cells of last year; nil when none is that number.
local function counted(subject, now, before, stated)
  for _, names in ipairs(subject.sums) do
    local is, was = now:sum(names), before:sum(names)
    if is == stated and was then
      return is, was, before:named(names)
    end
  end
  return nil
end

local function judge(out, m, year, is, was, cells)
  local number, unit = m[4], m[5]
  local _, fraction = text.match(number, "^([0-9]+)\\.?([0-9]*)$")
  local decimals = unit == "件" and 0 or #fraction
  local stated = tonumber(number) * (falls[m[3]] and -1 or 1)
  local due = unit == "件" and is - was or 100 * (is - was) / was
  if math.abs(stated - due) <= 10 ^ -decimals * (unit == "件" and 0 or 1) + 1e-9 then
    return out:pass { at = m }
  end
  local from_to = string.format("%s (%d) → %s", shown(was), year - 1, shown(is))
  out:fail {
    at = m, evidence = cells, expected = signed(due, decimals, unit), found = signed(stated, decimals, unit), formula = from_to,
    message = { zh = "文中称" .. m[3] .. number .. unit .. "，按两年的报告应为" .. signed(due, decimals, unit),
      en = "the text states " .. signed(stated, decimals, unit) .. ", the two reports give " .. signed(due, decimals, unit) },
  }
end

local function examine(dossier, out, subject, m)
  local report = dossier.report
  local now = report[subject.table]
  local stated, year = tonumber(m[1]), tonumber(m[2] or "")
  if not now or (year and year ~= dossier.year - 1) then
    return false
  end
  local before = years.last_table(dossier, out, subject.table)
  local is, was, cells = nil, nil, nil
  if before then
    is, was, cells = counted(subject, now, before, stated)
  end
  if not is or (was == 0 and m[5] == "%") then
    return false
  end
  judge(out, m, dossier.year, is, was, cells)
  return true
end

return rule {
  id       = "history.growth",
  title    = { zh = "文中的同比增减与上一年度报告相符", en = "Growth stated in the text is that between the two reports" },
  why      = {
    zh = "“同比增长”由两年的数据算出；与上一年度报告对不上，不是算错就是引用了别的口径。",
    en = "Growth follows from two years' figures; where it does not agree with last year's report it was computed wrongly or counts something else.",
  },
  severity = "minor",
  scope    = "agency",
  forms    = { "2019", "2021" },
  basis    = basis.format("总体情况"),
  remedy   = { zh = "按上一年度报告的数据重新计算增减幅度。", en = "Compute the growth again from last year's report." },
  patterns = {
    requests = "(?:新收|收到|受理|接收|接到)[^0-9,。;]{0,16}?申请[^0-9,。;]{0,6}([0-9]+)件" .. growth,
    reviews = "行政复议[^0-9,。;讼]{0,8}([0-9]+)件" .. growth,
    lawsuits = "行政诉讼[^0-9,。;]{0,8}([0-9]+)件" .. growth,
  },
  check    = function(dossier, out)
    local any = false
    for _, subject in ipairs(subjects) do
      for _, m in ipairs(dossier.report:matches(subject.name)) do
        any = examine(dossier, out, subject, m) or any
      end
    end
    if not any then
      out:notapplicable { reason = { code = "no-growth", zh = "文中没有可与上一年度报告核对的增减幅度", en = "the text states no growth that last year's report could confirm" } }
    end
  end,
}
