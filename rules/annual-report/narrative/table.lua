-- A count in the text agrees with the cell of the official table that counts the same (R18 to R20, R22; D21).
-- "收到" may mean what came in this year or with what was carried over, and what was handled with what is still
-- open: any of these is right, and where the word stands alone the finding weighs less.

local basis = require "basis"
local claims = require "claims"
local tables = require "tables"

-- The sums that the text may state, the first one first, up to the one that it states; nil and the cell that is no
-- number.
local function accepted(t, thing, value)
  local sums = {}
  for _, list in ipairs({ thing.cells, thing.also and thing.also[t.form] or {} }) do
    for _, names in ipairs(list) do
      local sum, cell = t:sum(names)
      if not sum then
        return nil, cell
      end
      sums[#sums + 1] = sum
      if sum == value then
        return sums, true
      end
    end
  end
  return sums, false
end

local factors = { ["元"] = 1, ["万元"] = 10000, ["亿元"] = 100000000 }

-- What one of the last decimal is worth, in yuan.
local function step(unit, decimals)
  return (factors[unit] or 10000) / 10 ^ decimals
end

-- Money is rounded in the text, or in the table: a sum agrees that is less than one of the coarser last decimal away. A cell in yuan where
-- the form asks for ten thousands is another rule's.
local function accepted_amount(t, thing, claim)
  local cell = t:named(thing.cells[1])[1]
  if not cell or not cell.value then
    return nil, cell
  end
  local allowed = math.max(step(text.match(claim.text, "[万亿]?元$"), claim.decimals), step(cell.unit, cell.decimals))
  local off = math.abs(claim.value - cell.value * (factors[cell.unit] or 10000))
  return { claims.shown(cell.value) .. (factors[cell.unit] and cell.unit or "万元") }, off < allowed or claim.value == cell.value
end

-- Each value once, as people read them.
local function due(sums)
  local list, seen = {}, {}
  for _, sum in ipairs(sums) do
    local value = type(sum) == "string" and sum or claims.shown(sum)
    if not seen[value] then
      seen[value] = true
      list[#list + 1] = value
    end
  end
  return table.concat(list, " / ")
end

local function judge(report, out, claim, thing, t)
  local sums, agrees = (thing.amount and accepted_amount or accepted)(t, thing, thing.amount and claim or claim.value)
  if not sums then
    return tables.no_number(out, agrees, t)
  elseif agrees or claims.is_of_others(claim, report) or (not thing.amount and claims.is_part_of(claim, sums[1])) then
    return out:pass()
  end
  local words, cells = claim.labelled, t:named(thing.cells[1])
  local expected, found = due(sums), thing.amount and claim.text or claims.shown(claim.value)
  local cause = claims.cause(report, cells)
  local is_broken = cause ~= nil -- then the cell may be the wrong one
  if claim.value == 0 and not cause then
    cause = { rule = "narrative.zero", at = words }
  end
  out:fail {
    at = words,
    evidence = cells,
    severity = claims.severity(claim, thing),
    message = {
      zh = "文中“" .. words.text .. "”，" .. t.name.zh .. "中为" .. expected,
      en = "the text says \"" .. words.text .. "\", " .. t.name.en .. " " .. expected,
    },
    expected = not is_broken and expected or nil,
    found = found,
    formula = found .. " ≠ " .. expected,
    cause = cause,
  }
end

return rule {
  id       = "narrative.table",
  title    = { zh = "文中的数字与表格一致", en = "Counts in the text agree with the tables" },
  why      = {
    zh = "同一件事在文字和表格中数字不同，读者无从判断哪个是真的。“收到”可以只指新收，也可以包括上年结转，都算一致。",
    en = "Where text and table give two figures for one thing, no reader can tell which is true. "
      .. "What was received may be counted with or without what was carried over.",
  },
  severity = "major",
  forms    = { "2019", "2021" },
  basis    = basis.regulation("五十"),
  remedy   = { zh = "按台账核对文字和表格，改正写错的一处。", en = "Check text and table against the register and correct the wrong one." },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  claims   = claims.declared,
  check    = function(report, out)
    local examined, missing, names = false, {}, {}
    for _, official in ipairs(report.official_tables) do
      names[official.key] = official
    end
    for _, claim in ipairs(report:claims()) do
      local thing, t = claims.thing(claim, report)
      if thing and t.present then
        examined = true
        judge(report, out, claim, thing, t)
      elseif thing and not missing[thing.table] then
        examined, missing[thing.table] = true, true
        tables.unknown(out, t, names[thing.table])
      end
    end
    if not examined then
      out:notapplicable {
        reason = { code = "not-stated", zh = "文中没有与表格相同的数字", en = "the text states no number that a table counts" },
      }
    end
  end,
}
