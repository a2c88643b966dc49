-- What the four scoring models of XCCDF 1.2 (NISTIR 7275 revision 4, chapter 7.3) have in common.
-- An indicator is a group whose weight is what it is worth; its rules are rules whose weight is its unit.

local xccdf = {}

local left_out = { notapplicable = true, notchecked = true, notselected = true, informational = true }

--- Whether the result of a rule counts at all.
--- 规则的结果是否计入。
--- ```lua
--- local xccdf = require "xccdf"
--- assert(xccdf.counts { state = "error" } and not xccdf.counts { state = "notapplicable" })
--- ```
---@param rule ScoringRule
---@return boolean
function xccdf.counts(rule)
  return not left_out[rule.state]
end

--- Whether a result that counts is a pass; error and unknown are none.
--- 计入的结果是否算通过；执行出错和无法判定不算。
--- ```lua
--- local xccdf = require "xccdf"
--- assert(xccdf.passes { state = "fixed" } and not xccdf.passes { state = "unknown" })
--- ```
---@param rule ScoringRule
---@return boolean
function xccdf.passes(rule)
  return rule.state == "pass" or rule.state == "fixed"
end

--- An entry of the ledger for a rule that does not pass.
--- 未通过的规则在扣分账中的一条。
--- ```lua
--- local xccdf = require "xccdf"
--- local entry = xccdf.entry({ id = "1" }, { rule = "a.b", findings = {} }, 2500)
--- assert(entry.amount == 2500 and entry.count == 1)
--- ```
---@param indicator ScoringIndicator
---@param rule ScoringRule
---@param amount integer
---@return ScoringEntry
function xccdf.entry(indicator, rule, amount)
  local fingerprints = {}
  for _, finding in ipairs(rule.findings) do
    if finding.cost then
      fingerprints[#fingerprints + 1] = finding.fingerprint
    end
  end
  return { indicator = indicator.id, rule = rule.rule, fingerprints = fingerprints, count = 1, unit = amount, amount = amount }
end

--- Every rule that counts and does not pass costs its weight, out of the weights of all that count.
--- 计入而未通过的规则各失其权重，总分为计入各规则的权重之和。
--- ```lua
--- local xccdf = require "xccdf"
--- local rules = { { rule = "a.b", state = "pass", findings = {} }, { rule = "a.c", state = "fail", findings = {} } }
--- local answer = xccdf.flat({ indicators = { { id = "1", rules = rules } } }, function() return 1000 end)
--- assert(answer.possible == 2000 and #answer.entries == 1)
--- ```
---@param sheet ScoringSheet
---@param weigh fun(indicator: ScoringIndicator): integer
---@return ScoringAnswer
function xccdf.flat(sheet, weigh)
  local entries, possible = {}, 0
  for _, indicator in ipairs(sheet.indicators) do
    local weight = weigh(indicator)
    for _, rule in ipairs(indicator.rules) do
      if weight > 0 and xccdf.counts(rule) then
        possible = possible + weight
        if not xccdf.passes(rule) then
          entries[#entries + 1] = xccdf.entry(indicator, rule, weight)
        end
      end
    end
  end
  return { entries = entries, vetoed = false, possible = possible > 0 and possible or nil }
end

return xccdf
