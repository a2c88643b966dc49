-- Published by the deadline of its kind of body and era; the day itself is on time (D01).

local basis = require "basis"

local governments = { province = true, city = true, county = true }

-- The parameter that holds the deadline of this report, or nil when the level is not known.
local function deadline_of(report, parameters)
  if report.form == "2008" then
    return parameters.all_to_2018
  end
  if not report.level then
    return nil
  elseif governments[report.level] then
    return parameters.government
  end
  return parameters[report.level]
end

local function late(report, out, deadline)
  local published = report.published
  local days = date.days(deadline, published.date)
  if days > 0 then
    out:fail {
      at = published,
      message = {
        zh = "发布日期" .. published.date .. "，超过期限" .. deadline .. "，迟" .. days .. "天",
        en = "published on " .. published.date .. ", " .. days .. " day(s) after the deadline " .. deadline,
      },
      expected = deadline,
      found = published.date,
      formula = published.date .. " - " .. deadline .. " = " .. days,
    }
  else
    out:pass { at = published }
  end
end

return rule {
  id         = "publication.late",
  title      = { zh = "按期发布", en = "Published on time" },
  severity   = "major",
  basis      = basis.article("三十一", "四十九"),
  remedy     = {
    zh = "说明迟发原因；下一年度在期限前发布并报送。",
    en = "Explain the delay; publish and submit next year's report before the deadline.",
  },
  parameters = {
    all_to_2018 = "03-31",
    government  = "03-31",
    department  = "01-31",
    township    = "01-31",
    zone        = "03-31",
  },
  check      = function(report, out, parameters)
    local published = report.published
    if not published then
      return out:unknown {
        reason = { code = "no-publication-date", zh = "没有发布日期", en = "there is no date of publication" },
        cause = { rule = "publication.undated" },
      }
    elseif not report.year then
      return out:unknown {
        at = published,
        reason = { code = "no-year", zh = "不知道是哪一年度的报告", en = "the report year is not known" },
        cause = { rule = "identity.title" },
      }
    end
    local next_year = string.format("%04d-", report.year + 1)
    local day = deadline_of(report, parameters)
    if day then
      return late(report, out, next_year .. day)
    end
    -- Of a body of unknown kind only what is early or late for every kind can be said.
    if published.date <= next_year .. parameters.department then
      out:pass { at = published }
    elseif published.date > next_year .. parameters.government then
      late(report, out, next_year .. parameters.government)
    else
      out:unknown {
        at = published,
        reason = {
          code = "level-unknown",
          zh = "不知道机关层级，不能确定适用1月31日还是3月31日的期限",
          en = "the kind of body is not known, so it is open which deadline applies",
        },
      }
    end
  end,
}
