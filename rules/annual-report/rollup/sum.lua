-- A government's report covers its own figures and those of the agencies below it (R30): no cell of it may be smaller than
-- the sum over its children. What it has beyond them are its own figures, which stand in no report of their own, unless
-- the office says that there are none (parameter `own`). Missing children only make the sum smaller, and so does leaving
-- out cells of a child that may be wrong: one of a broken equation is that child's finding.

local shown = require("duty_equation").shown
local years = require "years"

local names = { requests = true, disputes = true }

-- The children's reports that have the table, and how many children there are.
local function members(dossier, key)
  local tables, children = {}, dossier:children()
  for _, child in ipairs(children) do
    local t = child.report and child.report.form ~= "2008" and child.report:table(key)
    if t and t.present then
      tables[#tables + 1] = { table = t, doubtful = years.doubtful(child.report) }
    end
  end
  return tables, #children
end

-- The sum of a cell over the children, the number of those that state it, and the cells that are not zero.
local function sum_of(tables, key, row, column, form)
  local sum, stated, cells = 0, 0, {}
  for _, member in ipairs(tables) do
    local t = member.table
    local cell = t.form == form and not member.doubtful[key .. "/" .. row .. "/" .. column] and t:cell(row, column)
    if cell and cell.value then
      sum, stated = sum + cell.value, stated + 1
      if cell.value ~= 0 then
        cells[#cells + 1] = cell
      end
    end
  end
  return sum, stated, cells
end

local function coverage(stated, all)
  return { zh = string.format("（下级机关%d个，计入%d个）", all, stated), en = string.format(" (%d of %d agencies below counted)", stated, all) }
end

-- A total that is short because one of its parts is says nothing new.
local function part_of(short, cell)
  local sum = 0
  local first
  for _, other in ipairs(short) do
    if other.cell.table == cell.table and other.cell.row == cell.row then
      sum = sum + other.by
      first = first or other.cell
    end
  end
  return first, sum
end

local function fail(out, short, cell, sum, cells, cover, exact, cause)
  local by = sum - cell.value
  local first, parts = part_of(short, cell)
  if not cause and first and parts == by then
    cause = { rule = "rollup.sum", at = first }
  end
  local formula = string.format("%s %s %s", shown(cell.value), exact and "≠" or "<", shown(sum))
  out:fail {
    at = cell, evidence = cells, expected = (exact and "" or "≥ ") .. shown(sum), found = shown(cell.value),
    formula = formula, cause = cause,
    message = {
      zh = cell.name.zh .. "为" .. shown(cell.value) .. (exact and "，下级机关之和为" or "，少于下级机关之和") .. shown(sum) .. cover.zh,
      en = cell.name.en .. " is " .. shown(cell.value) .. (exact and ", the agencies below add up to " or ", less than the agencies below add up to ")
        .. shown(sum) .. cover.en,
    },
  }
  if cell.column ~= "all" and cell.column ~= "total" then
    short[#short + 1] = { cell = cell, by = by }
  end
end

local many = 15 -- cells of a table that fall short

local function distance(m)
  return math.abs(m.sum - m.cell.value)
end

-- The cell that is furthest off; one that another finding explains only where there is no other.
local function furthest(missed)
  local worst
  for _, m in ipairs(missed) do
    if not worst or worst.cause and not m.cause or not (m.cause and not worst.cause) and distance(m) > distance(worst) then
      worst = m
    end
  end
  return worst
end

local reasons = {
  short = { zh = "可能没有汇总下级机关的数据，或者漏加了机关", en = "which may have been left out, all or some" },
  beyond = { zh = "可能加进了下级机关以外的数据", en = "figures of others may have been added" },
}

-- A government that reports its own figures alone, or left a large agency out, falls short everywhere: that is one mistake,
-- shown in the cell that is furthest off.
local function fail_all(out, t, missed)
  local worst = furthest(missed)
  local value, sum = shown(worst.cell.value), shown(worst.sum)
  local reason = worst.cell.value < worst.sum and reasons.short or reasons.beyond
  out:fail {
    at = worst.cell, evidence = worst.cells, expected = (worst.exact and "" or "≥ ") .. sum, found = value,
    formula = string.format("%s %s %s", value, worst.exact and "≠" or "<", sum), cause = worst.cause,
    message = {
      zh = t.name.zh .. "有" .. #missed .. "格与下级机关之和不符，" .. reason.zh .. "：" .. worst.cell.name.zh .. "为" .. value .. "，下级机关之和为"
        .. sum .. worst.cover.zh,
      en = #missed .. " cells of " .. t.name.en .. " disagree with the agencies below, " .. reason.en .. ": "
        .. worst.cell.name.en .. " is " .. value .. ", the agencies below add up to " .. sum .. worst.cover.en,
    },
  }
end

-- One table of the report against those of the children.
local function judge(dossier, out, key, own)
  local report = dossier.report
  local t = report[key]
  local tables, all = members(dossier, key)
  if not t or #tables == 0 then
    return false
  end
  local missed, rest, doubtful = {}, nil, years.doubtful(report)
  for _, row in ipairs(t.rows) do
    for _, cell in ipairs(row.cells) do
      local sum, stated, cells = sum_of(tables, key, row.key, cell.column, t.form)
      local exact = own == "none" and stated == all
      if cell.value and stated > 0 then
        if cell.value < sum or (exact and cell.value ~= sum) then
          missed[#missed + 1] = { cell = cell, sum = sum, cells = cells, cover = coverage(stated, all), exact = exact,
            cause = doubtful[key .. "/" .. row.key .. "/" .. cell.column] }
        else
          out:pass { at = cell }
        end
        if row.key == "new" and cell.column == "all" then
          rest = { cell = cell, sum = sum, cover = coverage(stated, all), missing = stated < all }
        end
      end
    end
  end
  if #missed >= many then
    fail_all(out, t, missed)
  else
    local short = {}
    for _, m in ipairs(missed) do
      fail(out, short, m.cell, m.sum, m.cells, m.cover, m.exact, m.cause)
    end
  end
  if rest and rest.cell.value >= rest.sum and (rest.missing or rest.cell.value > rest.sum) then
    local more = shown(rest.cell.value - rest.sum)
    out:inform {
      at = rest.cell, formula = shown(rest.cell.value) .. " - " .. shown(rest.sum) .. " = " .. more,
      message = {
        zh = rest.cell.name.zh .. "比下级机关之和多" .. more .. (rest.missing and "，应为本级和未计入机关的数" or "，应为本级的数") .. rest.cover.zh,
        en = rest.cell.name.en .. " exceeds the agencies below by " .. more
          .. (rest.missing and ", which must be its own and those not counted" or ", which must be its own") .. rest.cover.en,
      },
    }
  end
  return true
end

return rule {
  id       = "rollup.sum",
  title    = { zh = "与下级机关汇总相符", en = "Covers what the agencies below report" },
  why      = {
    zh = "政府的报告汇总本级和下级机关的数据，任何一格都不会小于下级机关之和。",
    en = "A government's report sums up its own figures and those of the agencies below it: no cell is smaller than their sum.",
  },
  severity   = "minor",
  scope      = "office",
  forms      = { "2019", "2021" },
  parameters = { own = "some" },
  basis      = require("basis").format("表三、表四"),
  remedy     = { zh = "逐个核对下级机关的数据，补上漏加的机关。", en = "Check the agencies below one by one and add the one that was left out." },
  check      = function(dossier, out, parameters)
    if #dossier:children() == 0 then
      return out:notapplicable { reason = { code = "no-children", zh = "名录中没有以它为上级的机关", en = "no agency of the register has it as its parent" } }
    end
    local any = false
    for _, official in ipairs(dossier.report.official_tables) do
      if names[official.key] then
        any = judge(dossier, out, official.key, parameters.own) or any
      end
    end
    if not any then
      out:notapplicable { reason = { code = "no-figures-below", zh = "没有一个下级机关的报告可以汇总", en = "no report of an agency below can be summed up" } }
    end
  end,
}
