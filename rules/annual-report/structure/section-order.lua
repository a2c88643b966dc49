-- The official sections stand in the official order (D11). What is reported are the fewest sections
-- that would have to move.

local basis = require "basis"

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

-- The first section of each official key, with its rank.
local function first_of_each(report)
  local order, title, seen, list = {}, {}, {}, {}
  for _, official in ipairs(report.official_sections) do
    order[official.key], title[official.key] = official.order, official.title
  end
  for _, section in ipairs(report.sections) do
    local rank = order[section.key]
    if rank and rank > 0 and not seen[section.key] then
      seen[section.key] = true
      list[#list + 1] = { section = section, rank = rank, title = title[section.key] }
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

return rule {
  id       = "structure.section-order",
  title    = { zh = "各部分按规定顺序排列", en = "Sections stand in the official order" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = basis.format("（各部分顺序）"),
  remedy   = { zh = "按规定格式调整各部分顺序。", en = "Put the sections into the official order." },
  check    = function(report, out)
    local list = first_of_each(report)
    local kept = in_place(list)
    for i, item in ipairs(list) do
      local other = not kept[i] and neighbour(list, kept, i)
      if other then
        misplaced(out, item, other)
      else
        out:pass { at = item.section }
      end
    end
  end,
}
