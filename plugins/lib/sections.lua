-- Duties that look into sections by their keys.

local sections = {}

local function absent(key)
  return { rule = "structure.section-missing", at = { section = key } }
end

-- The reason where a duty looks into a section that is not there, and so finds nothing to judge.
function sections.unknown(out, key)
  out:unknown {
    at = { section = key },
    reason = { code = "section-missing", zh = "文中没有这一部分", en = "the section is not there" },
    cause = absent(key),
  }
end

-- Calls judge(section) for each section of the keys, or for every section found; a key that is not found is undecided.
function sections.each(report, out, keys, judge)
  if not keys then
    for _, section in ipairs(report.sections) do
      judge(section)
    end
    return
  end
  for _, key in ipairs(keys) do
    local section = report:section(key)
    if section then
      judge(section)
    else
      sections.unknown(out, key)
    end
  end
end

return sections
