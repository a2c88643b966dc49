-- Duties about headings: their order and their wording.

local declare = require "declare"

local headings = {}

-- The longest run of sections in rising order; all others are out of place. Of equal runs the one
-- whose members stand earliest is kept.
local function in_place(list)
  local best, before, last = {}, {}, nil
  for i, item in ipairs(list) do
    best[i] = 1
    for j = 1, i - 1 do
      if list[j].rank < item.rank and best[j] + 1 > best[i] then
        best[i], before[i] = best[j] + 1, j
      end
    end
    if not last or best[i] > best[last] then
      last = i
    end
  end
  local kept = {}
  while last do
    kept[last] = true
    last = before[last]
  end
  return kept
end

-- The first section of each official key, with its rank in the form, or in the list given.
local function first_of_each(report, ranks)
  local order, title, seen, list = {}, {}, {}, {}
  for _, official in ipairs(report.official_sections) do
    order[official.key], title[official.key] = ranks and ranks[official.key] or official.order, official.title
  end
  for _, section in ipairs(report.sections) do
    local rank = ranks and (ranks[section.key] or 0) or order[section.key]
    if rank and rank > 0 and not seen[section.key] then
      seen[section.key] = true
      list[#list + 1] = { section = section, rank = rank, title = title[section.key] or section.heading.title }
    end
  end
  return list
end

-- The section before or behind which a misplaced one belongs, nearest in the official order.
local function neighbour(list, kept, i)
  local found
  for j, other in ipairs(list) do
    local crossed = (j < i and other.rank > list[i].rank) or (j > i and other.rank < list[i].rank)
    if kept[j] and crossed and (not found or math.abs(other.rank - list[i].rank) < math.abs(found.rank - list[i].rank)) then
      found = other
    end
  end
  return found
end

local function misplaced(out, item, other)
  local before = item.rank < other.rank
  out:fail {
    at = item.section,
    evidence = { other.section },
    message = {
      zh = "“" .. item.title .. "”应在“" .. other.title .. "”之" .. (before and "前" or "后"),
      en = "\"" .. item.title .. "\" must stand " .. (before and "before" or "after") .. " \"" .. other.title .. "\"",
    },
  }
end

--- Sections stand in their order. What is reported are the fewest sections that would have to move.
--- 各部分按顺序排列；只报需要移动的最少几个部分。
--- ```lua
--- local duty = require "duty"
--- local check = duty.section_order { order = { "overview", "requests", "other" } }
--- check(report, out, parameters)
--- ```
---@class SectionOrder
---@field order? string[] keys in their order; default: the form's; 部分键名的顺序，不写就按格式
---@field only? table for which bodies; 只适用于哪些机关
---@param o? SectionOrder
---@return function check
function headings.order(o)
  o = o or {}
  declare.fields("duty.section_order", o, { order = "list", only = "only" })
  local ranks
  if o.order then
    ranks = {}
    for i, key in ipairs(declare.list(o.order)) do
      ranks[key] = i
    end
  end
  return declare.only(o.only, function(report, out)
    local list = first_of_each(report, ranks)
    local kept = in_place(list)
    for i, item in ipairs(list) do
      local other = not kept[i] and neighbour(list, kept, i)
      if other then
        misplaced(out, item, other)
      else
        out:pass { at = item.section }
      end
    end
  end)
end

-- Whether the heading is one of the wordings that break no duty.
local function is_noted(section, noted, prefix)
  local pattern = noted and noted[section.key]
  if not pattern then
    return false
  end
  local title = text.gsub(section.heading.title, "[(（][^()（）]{0,12}[)）]?$|[.。:：;；,，]+$", "")
  if text.find(title, pattern) then
    return true
  end
  local rest = prefix and text.gsub(title, prefix, "") or ""
  return rest ~= "" and text.find(rest, pattern) ~= nil
end

local function other_words(section, noted)
  local title, due = section.heading.title, section.title
  return {
    at = section.heading,
    message = noted and {
      zh = "标题“" .. title .. "”与规定表述“" .. due .. "”略有不同",
      en = "the heading \"" .. title .. "\" differs slightly from \"" .. due .. "\"",
    } or {
      zh = "标题“" .. title .. "”不是规定表述“" .. due .. "”",
      en = "the heading \"" .. title .. "\" is not the official \"" .. due .. "\"",
    },
    expected = due,
    found = title,
  }
end

--- The headings of the official sections are worded officially.
--- 规定的各部分采用规定的标题。
--- ```lua
--- local duty = require "duty"
--- local check = duty.headings_worded {}
--- check(report, out, parameters)
--- ```
---@class HeadingsWorded
---@field noted? table by key, a regular expression: wordings that are only noted; 只作提示的写法
---@field prefix? string regular expression: words that may stand before; 标题前可以多出的词
---@field only? table for which bodies; 只适用于哪些机关
---@param o? HeadingsWorded
---@return function check
function headings.worded(o)
  o = o or {}
  declare.fields("duty.headings_worded", o, { noted = "patterns", prefix = "pattern", only = "only" })
  local noted, prefix = o.noted, o.prefix
  return declare.only(o.only, function(report, out)
    for _, section in ipairs(report.sections) do
      if section.official then
        if section.match ~= "class" then
          out:pass { at = section.heading }
        elseif is_noted(section, noted, prefix) then
          out:inform(other_words(section, true))
        else
          out:fail(other_words(section, false))
        end
      end
    end
  end)
end

return headings
