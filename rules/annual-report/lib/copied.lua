-- What two reports share, in words: for the rules on copying.

local copied = {}

-- Sections that are copied to at least `share` percent and are long enough to say something of their own.
function copied.sections(copy, share, report)
  local list = {}
  for _, section in ipairs(report.sections) do
    if (copy.shares[section.key] or 0) >= share and section.length >= 120 then
      list[#list + 1] = section
    end
  end
  return list
end

-- "82%（总体情况 90%、存在的主要问题及改进情况 100%）"
function copied.shown(copy, report)
  local zh, en, seen = {}, {}, {}
  for _, section in ipairs(report.sections) do
    local share = copy.shares[section.key]
    if share and share >= 1 and not seen[section.key] then
      seen[section.key] = true
      local heading = section.title or section.key
      zh[#zh + 1] = string.format("“%s”%.0f%%", heading, share)
      en[#en + 1] = string.format("%s %.0f %%", section.key, share)
    end
  end
  return string.format("%.0f%%（%s）", copy.share, table.concat(zh, "、")),
    string.format("%.0f %% (%s)", copy.share, table.concat(en, ", "))
end

-- The longest passages, in the order of the report; each brings the other text along.
function copied.evidence(copy)
  local list = {}
  for i = 2, math.min(#copy.passages, 6) do
    list[#list + 1] = copy.passages[i]
  end
  return list
end

return copied
