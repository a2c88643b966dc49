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

--- Calls judge(section) for each section of the keys, or for every section found; a key that is not found is undecided.
--- 对 keys 所列的部分（不写为文中各部分）调用 judge；没有的部分为无法判定。
--- ```lua
--- local sections = require "sections"
--- sections.each(report, out, { "other" }, function(section) assert(section.length > 0) end)
--- ```
---@param report Report
---@param out Out
---@param keys string[]?
---@param judge fun(section: Section)
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
