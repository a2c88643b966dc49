-- The default model of XCCDF 1.2: the score of a group is the average of what stands in it, by weight.
-- A rule thus holds a share of the maximum. Shares are whole numbers, a millionth of a thousandth fine; the
-- amounts of the ledger are differences of rounded sums, so that all of them together are rounded once.

local xccdf = require "xccdf"

local FINE = 1000000

-- The children of every level and of the whole, each { weight, node or rules }.
local function plant(sheet)
  local root = { children = {} }
  local nodes = {}
  for _, level in ipairs(sheet.levels) do
    nodes[level.id] = { children = {}, weight = level.points }
  end
  for _, level in ipairs(sheet.levels) do
    table.insert((nodes[level.parent] or root).children, nodes[level.id])
  end
  for _, indicator in ipairs(sheet.indicators) do
    local group = { children = {}, weight = indicator.points }
    for _, rule in ipairs(indicator.rules) do
      if xccdf.counts(rule) then
        table.insert(group.children, { rule = rule, indicator = indicator, weight = indicator.unit, children = {} })
      end
    end
    table.insert((nodes[indicator.parent] or root).children, group)
  end
  return root
end

-- A group counts when something in it does, and has weight.
local function prune(node)
  local kept, sum = {}, 0
  for _, child in ipairs(node.children) do
    if child.weight > 0 and (child.rule or prune(child) > 0) then
      table.insert(kept, child)
      sum = sum + child.weight
    end
  end
  node.children, node.sum = kept, sum
  return #kept
end

-- Shares a node's part of the maximum out among its children, nothing lost.
local function share(node, part, lost)
  if node.rule then
    if not xccdf.passes(node.rule) then
      table.insert(lost, { node = node, part = part })
    end
    return
  end
  local before, weights = 0, 0
  local coarse = 1 -- so that no product leaves the integers
  while part // coarse > math.maxinteger // (node.sum + 1) do
    coarse = coarse * 10
  end
  for _, child in ipairs(node.children) do
    weights = weights + child.weight
    local upto = weights == node.sum and part or part // coarse * weights // node.sum * coarse
    share(child, upto - before, lost)
    before = upto
  end
end

return scoring {
  id    = "xccdf-default",
  title = { zh = "XCCDF 默认模型", en = "XCCDF default" },
  whole = true,
  score = function(sheet)
    local root, lost, entries = plant(sheet), {}, {}
    prune(root)
    share(root, sheet.max * FINE, lost)
    local sum, charged = 0, 0
    for _, item in ipairs(lost) do
      sum = sum + item.part
      local upto = (sum + FINE // 2) // FINE
      table.insert(entries, xccdf.entry(item.node.indicator, item.node.rule, upto - charged))
      charged = upto
    end
    return { entries = entries, vetoed = false }
  end,
}
