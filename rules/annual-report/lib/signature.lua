-- Who signs a report: the agency named in its last lines.

-- The name, which ends as `suffix` says, and its paragraph; before a sheet that stands behind the report, where its date is in the
-- same line or on the next one.
return function(report, suffix)
  local article, last = report.article, report.sections[#report.sections]
  local from = math.max(1, last and last.heading and last.heading.index or #article - 4)
  local line = "^([一-龥]{2,24}" .. suffix .. ")(?:\\((?:公章|盖章|印章|章)\\))?(20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日?)?$"
  for i = #article, from, -1 do
    local p = article[i]
    if #p.text <= 90 and not p.heading then
      local name, day = text.match(p.text, line)
      local below = article[i + 1]
      if name and (i >= #article - 4 or day or below and text.find(below.text, "^20[0-9]{2}[年.-][0-9]{1,2}[月.-][0-9]{1,2}日?$")) then
        return name, p
      end
    end
  end
end
