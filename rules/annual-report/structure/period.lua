-- The statistics period is stated, and is the whole report year (D08).

local basis = require "basis"


-- The regulation took effect on 1 May 2008; an agency may have come into being during the year.
local function shorter_year(report, period)
  return report.year == 2008 and period.from == "2008-05-01" and period.to == "2008-12-31"
end

local function founded(period)
  local around = period.paragraph and period.paragraph.text or period.text
  return text.find(around, "(?:成立|组建|挂牌|设立|机构改革).{0,30}(?:起|以来|之日)|(?:起|之日).{0,12}(?:成立|组建|挂牌|设立)") ~= nil
end

local function wrong(out, period, from, to)
  local finding = {
    at = period,
    message = {
      zh = "统计期限为" .. period.from .. "至" .. period.to .. "，不是报告年度全年",
      en = "the period is " .. period.from .. " to " .. period.to .. ", not the whole report year",
    },
    expected = from .. " / " .. to,
    found = period.from .. " / " .. period.to,
  }
  if period.to == to and period.from > from and founded(period) then
    return out:inform(finding)
  end
  out:fail(finding)
end

-- Marks lost when the page was saved: only a whole other year is beyond doubt.
local function doubtful(period)
  return period.damaged and not (period.from:sub(5) == "-01-01" and period.to:sub(5) == "-12-31")
end

return rule {
  id       = "structure.period",
  title    = { zh = "写明统计期限，且为报告年度全年", en = "The period is stated and is the whole report year" },
  why      = {
    zh = "不写明统计期限，或期限不是全年，各机关、各年度的数据就不能比较。",
    en = "Without the period, or with less than the whole year, figures of agencies and years cannot be compared.",
  },
  severity = "major",
  basis    = basis.article("三十二", "五十"),
  remedy   = {
    zh = "写明“统计期限自报告年度1月1日起至12月31日止”，数据也应按全年统计。",
    en = "State the period as 1 January to 31 December of the report year, and count accordingly.",
  },
  check    = function(report, out)
    local period = report.period
    if not period then
      local old = report.form == "2008"
      return out:fail {
        severity = old and "minor" or "advice",
        message = { zh = "没有写明统计期限", en = "the statistics period is not stated" },
      }
    elseif not report.year then
      return out:unknown {
        at = period,
        reason = { code = "no-year", zh = "不知道报告年度", en = "the report year is not known" },
        cause = { rule = "identity.title" },
      }
    elseif not (period.from and period.to) then
      return out:unknown {
        at = period,
        reason = { code = "unreadable", zh = "统计期限的日期无法辨认", en = "the dates of the period cannot be read" },
      }
    end
    local from = string.format("%04d-01-01", report.year)
    local to = string.format("%04d-12-31", report.year)
    if (period.from == from and period.to == to) or shorter_year(report, period) then
      out:pass { at = period }
    elseif doubtful(period) then
      out:unknown {
        at = period,
        reason = { code = "unreadable", zh = "统计期限的日期残缺，无法辨认", en = "the dates of the period are damaged" },
      }
    else
      wrong(out, period, from, to)
    end
  end,
}
