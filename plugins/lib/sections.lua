-- Duties that look into sections by their keys.

-- Undecided, because a section is not there, so that nothing in it could be judged; the finding on its absence
-- is the cause.
local function unknown(out, key)
  out:unknown {
    at = { section = key },
    reason = { code = "section-missing", zh = "文中没有这一部分", en = "the section is not there" },
    cause = { rule = "structure.section-missing", at = { section = key } },
  }
end

-- Calls judge(section) for each section of the keys, or for every section found; a key that is not found is undecided.
local function each(report, out, keys, judge)
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
      unknown(out, key)
    end
  end
end

return { unknown = unknown, each = each }
