-- Deductions from full marks: once, per occurrence, by days late, or what persons and periods left; with gates,
-- mutual exclusion and the caps of indicators, groups and levels, laid on in this order.
-- All amounts are whole thousandths of a point. An indicator's rules are charged in their order,
-- so the one that reaches the cap is the one that is spared.

local notes = {
  cap   = { zh = "已达本指标封顶", en = "the indicator's cap is reached" },
  mutex = { zh = "同一互斥组只计扣分最多的一项", en = "of a mutex only the dearest counts" },
  group = { zh = "已达分组封顶", en = "the cap of the group is reached" },
  gate  = { zh = "上级指标已因门槛全扣", en = "a gate took all of the indicator above" },
  level = { zh = "已达上级指标封顶", en = "the cap of an indicator above is reached" },
}

local function limit(entry, amount, why)
  if amount < entry.amount then
    entry.amount, entry.limit, entry.note = amount, why, notes[why]
  end
end

-- The findings of a rule that cost: fingerprints of those that veto, and of the others.
local function sort_findings(indicator, rule)
  local vetoes, others = {}, {}
  for _, finding in ipairs(rule.findings) do
    if finding.cost then
      local plain = indicator.unit == 0 or finding.severity == "veto"
      table.insert(indicator.kind == "veto" and plain and vetoes or others, finding.fingerprint)
    end
  end
  return vetoes, others
end

local function add(entries, indicator, entry)
  entry.indicator = indicator.id
  entry.mutex, entry.group, entry.group_cap = indicator.mutex, indicator.group, indicator.group_cap
  table.insert(entries, entry)
  return entry
end

-- Steps by days: each finding has a price of its own, so each is an entry of its own.
local function charge_graded(indicator, rule, entries)
  for _, finding in ipairs(rule.findings) do
    if finding.cost then
      add(entries, indicator, { rule = rule.rule, fingerprints = { finding.fingerprint }, count = 1,
        unit = finding.unit, amount = finding.unit })
    end
  end
end

local function charge_veto(indicator, rule, vetoes, entries)
  if #vetoes > 0 then
    table.insert(entries, { indicator = indicator.id, rule = rule.rule, veto = true,
      fingerprints = vetoes, count = #vetoes, unit = 0, amount = 0 })
  end
  return #vetoes > 0
end

-- Once for the whole indicator, or for each occurrence.
local function charge_plain(indicator, rule, fingerprints, entries)
  local single = indicator.kind == "once" or indicator.kind == "gate"
  if #fingerprints > 0 and not (single and indicator.charged) then
    local count = single and 1 or #fingerprints
    add(entries, indicator, { rule = rule.rule, fingerprints = fingerprints, count = count,
      unit = indicator.unit, amount = count * indicator.unit })
    indicator.charged = true
  elseif #fingerprints > 0 then
    add(entries, indicator, { rule = rule.rule, fingerprints = fingerprints, count = 1,
      unit = indicator.unit, amount = 0, limit = "cap", note = notes.cap })
  end
end

local function cap_indicator(indicator, entries, from)
  local left = indicator.cap
  for i = from, #entries do
    if left and not entries[i].veto then
      limit(entries[i], left, "cap")
      left = left - entries[i].amount
    end
  end
end

local function charge_indicator(indicator, entries)
  local vetoed, from = false, #entries + 1
  if indicator.kind == "veto" and indicator.lost and indicator.lost ~= 0 then
    vetoed = true
    table.insert(entries, { indicator = indicator.id, veto = true, count = 1, unit = 0, amount = 0 })
  elseif indicator.lost and indicator.lost ~= 0 then
    add(entries, indicator, { count = 1, unit = indicator.lost, amount = indicator.lost })
  end
  for _, rule in ipairs(indicator.rules) do
    local vetoes, others = sort_findings(indicator, rule)
    vetoed = charge_veto(indicator, rule, vetoes, entries) or vetoed
    if indicator.kind == "graded" then
      charge_graded(indicator, rule, entries)
    else
      charge_plain(indicator, rule, others, entries)
    end
  end
  if indicator.kind ~= "gate" then cap_indicator(indicator, entries, from) end
  return vetoed
end

-- The ids of all levels above each indicator.
local function find_paths(sheet)
  local parent, path = {}, {}
  for _, level in ipairs(sheet.levels) do parent[level.id] = level.parent end
  for _, indicator in ipairs(sheet.indicators) do
    local above, id = {}, indicator.parent
    while id do
      above[id] = true
      id = parent[id]
    end
    path[indicator.id] = above
  end
  return path
end

-- The first finding of a gate costs what the level above is worth; nothing else below that costs then.
local function apply_gates(sheet, entries, path)
  local points, shut = {}, {}
  for _, level in ipairs(sheet.levels) do points[level.id] = level.points end
  for _, indicator in ipairs(sheet.indicators) do
    for _, entry in ipairs(indicator.kind == "gate" and indicator.parent and entries or {}) do
      if entry.indicator == indicator.id and not shut[indicator.parent] then
        entry.unit, entry.amount = points[indicator.parent], points[indicator.parent]
        entry.limit, entry.note = nil, nil
        shut[indicator.parent] = entry
      end
    end
  end
  for _, entry in ipairs(entries) do
    for id in pairs(path[entry.indicator]) do
      if shut[id] and shut[id] ~= entry then limit(entry, 0, "gate") end
    end
  end
end

-- Of the indicators of one mutex only the dearest keeps its cost; of equals, the first.
local function apply_mutex(entries)
  local cost, dearest = {}, {}
  for _, entry in ipairs(entries) do
    cost[entry.indicator] = (cost[entry.indicator] or 0) + entry.amount
  end
  for _, entry in ipairs(entries) do
    local best = entry.mutex and dearest[entry.mutex]
    if entry.mutex and (not best or cost[entry.indicator] > cost[best]) then
      dearest[entry.mutex] = entry.indicator
    end
  end
  for _, entry in ipairs(entries) do
    if entry.mutex and dearest[entry.mutex] ~= entry.indicator then limit(entry, 0, "mutex") end
  end
end

local function apply_group_caps(entries)
  local left = {}
  for _, entry in ipairs(entries) do
    if entry.group and entry.group_cap then
      local room = left[entry.group] or entry.group_cap
      limit(entry, room, "group")
      left[entry.group] = room - entry.amount
    end
  end
end

local function apply_levels(sheet, entries, path)
  for _, level in ipairs(sheet.levels) do
    local left = level.cap
    for _, entry in ipairs(entries) do
      if left and path[entry.indicator][level.id] and not entry.veto then
        limit(entry, left, "level")
        left = left - entry.amount
      end
    end
  end
end

return scoring {
  id    = "deduction",
  title = { zh = "扣分制", en = "Deductions from full marks" },

  score = function(sheet)
    local entries, vetoed = {}, false
    for _, indicator in ipairs(sheet.indicators) do
      vetoed = charge_indicator(indicator, entries) or vetoed
    end
    local path = find_paths(sheet)
    apply_gates(sheet, entries, path)
    apply_mutex(entries)
    apply_group_caps(entries)
    apply_levels(sheet, entries, path)
    return { entries = entries, vetoed = vetoed }
  end,
}
