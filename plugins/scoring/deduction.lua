-- Deductions from full marks: once or per occurrence, with caps, mutual exclusion and group caps.
-- All amounts are whole thousandths of a point. An indicator's rules are charged in their order,
-- so the one that reaches the cap is the one that is spared.

local notes = {
  cap   = { zh = "已达本指标封顶", en = "the indicator's cap is reached" },
  mutex = { zh = "同一互斥组只计扣分最多的一项", en = "of a mutex only the dearest counts" },
  group = { zh = "已达分组封顶", en = "the cap of the group is reached" },
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

local function charge(indicator, rule, fingerprints)
  local count = indicator.kind == "once" and 1 or #fingerprints
  return {
    indicator = indicator.id, rule = rule.rule, fingerprints = fingerprints,
    count = count, unit = indicator.unit, amount = count * indicator.unit,
  }
end

local function charge_indicator(indicator, entries)
  local left = indicator.cap
  local vetoed = false
  for _, rule in ipairs(indicator.rules) do
    local vetoes, others = sort_findings(indicator, rule)
    if #vetoes > 0 then
      vetoed = true
      table.insert(entries, { indicator = indicator.id, rule = rule.rule, veto = true,
        fingerprints = vetoes, count = #vetoes, unit = 0, amount = 0 })
    end
    if #others > 0 then
      local entry = charge(indicator, rule, others)
      limit(entry, left, "cap")
      left = left - entry.amount
      if indicator.kind == "once" then left = 0 end
      entry.mutex, entry.group, entry.group_cap =
        indicator.mutex, indicator.group, indicator.group_cap
      table.insert(entries, entry)
    end
  end
  return vetoed
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

return scoring {
  id    = "deduction",
  title = { zh = "扣分制", en = "Deductions from full marks" },

  score = function(sheet)
    local entries, vetoed = {}, false
    for _, indicator in ipairs(sheet.indicators) do
      vetoed = charge_indicator(indicator, entries) or vetoed
    end
    apply_mutex(entries)
    apply_group_caps(entries)
    return { entries = entries, vetoed = vetoed }
  end,
}
