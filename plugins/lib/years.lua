-- Of which year a report's text speaks: when period and running text agree against the title, the title is wrong.

local years = {}

-- A sentence of the text that opens with its year; declared as a pattern by the rules that ask.
years.pattern = "(?:^|[。;!,:])(20[0-9]{2})年(?:度)?(?!.{0,4}(?:底|末|前))"

-- The year of a period that is a year or lies within one.
function years.of_period(period)
  if period and period.from and period.to and date.year(period.from) == date.year(period.to) then
    return date.year(period.to)
  end
end

-- The year of period and text, where both are stated and agree; nil when that cannot be said.
function years.of_text(report, matches)
  local period = years.of_period(report.period)
  if not period then
    return nil
  end
  local counts = {}
  for _, m in ipairs(matches) do
    local y = tonumber(m[1])
    if m.section ~= "problems" then
      counts[y] = (counts[y] or 0) + 1
    end
  end
  local titled = report.title and report.title.year or 0
  if (counts[period] or 0) > 2 * (counts[titled] or 0) then
    return period
  end
end

return years
