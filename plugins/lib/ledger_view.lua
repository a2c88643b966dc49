-- The ledger of a scored report as nodes of a page: every entry, the levels of the sheet, what persons gave.

local h = require "html"
local words = require "words"

local view = {}

-- "between 61 and 97.5": what an unfinished audit may come to.
function view.between(d, w)
  return w("得分在 ", "between ") .. words.points(d.interval.low) .. w(" 至 ", " and ") .. words.points(d.interval.high) .. w(" 之间", "")
end

local limits = {
  cap = { "已达封顶", "capped" }, mutex = { "互斥，不计", "mutually exclusive" }, group = { "已达分组封顶", "group capped" },
  gate = { "上级指标已全扣", "a gate took all" }, level = { "已达上级指标封顶", "capped above" },
  waiver = { "经人决定不扣", "spared by decision" }, threshold = { "未到计入加分的分数", "too few points" },
}

-- A deduction as −5, what adds as +5.
local function signed(amount)
  return amount == 0 and "0" or (amount < 0 and "+" or "−") .. words.points(math.abs(amount))
end

local function entry_note(entry, w)
  local limit, note = entry.limit and limits[entry.limit], entry.note or ""
  if limit and note == "" then
    note = w(limit[1], limit[2])
  end
  return entry.waiver and note .. w("：", ": ") .. entry.waiver or note
end

local function entry_row(entry, w)
  return h.tr {
    h.td { entry.indicator or "", " ", entry.name or "" },
    h.td { h.span { class = "rule", entry.rule or "" } },
    h.td { class = "n", entry.kind == "deduction" and (entry.count .. " × " .. words.points(entry.unit)) or "" },
    h.td { class = "n", signed(entry.amount) },
    h.td { entry_note(entry, w) },
  }
end

-- The subtotals of the levels of a sheet that has some.
local function levels(l, w)
  local rows = {}
  for _, level in ipairs(l.levels or {}) do
    rows[#rows + 1] = h.tr {
      h.td { string.rep("　", level.level - 1), level.indicator, " ", level.name or "" },
      h.td { class = "n", words.points(level.points) },
      h.td { class = "n", signed(level.lost) },
      h.td { class = "n", (level.open and w("至多 ", "at most ") or "") .. words.points(level.score) },
    }
  end
  return #rows > 0 and { h.h2 { w("各级得分", "By level") }, h.table { h.thead { h.tr { h.th { w("指标", "Indicator") },
    h.th { class = "n", w("分值", "Worth") }, h.th { class = "n", w("扣分", "Lost") }, h.th { class = "n", w("得分", "Points") } } },
    h.tbody { rows } } } or nil
end

local given_states = { open = { "待填", "to be filled in" }, excused = { "不适用", "does not apply" }, given = { "已填", "filled in" } }

-- What persons and periods gave, or have yet to give.
local function given(l, w)
  local rows = {}
  for _, row in ipairs(l.given or {}) do
    local said = {}
    for _, key in ipairs { "person", "time", "evidence", "note" } do
      said[#said + 1] = row[key]
    end
    if #row.missing > 0 then
      said[#said + 1] = w("缺第" .. table.concat(row.missing, "、") .. "期", "periods missing: " .. table.concat(row.missing, ", "))
    end
    rows[#rows + 1] = h.tr {
      h.td { row.indicator, " ", row.name or "" },
      h.td { class = "n", words.points(row.points) },
      h.td { class = "n", row.score and words.points(row.score) or "" },
      h.td { w(table.unpack(given_states[row.state])) },
      h.td { table.concat(said, w("，", ", ")) },
    }
  end
  return #rows > 0 and { h.h2 { w("由人和各期评定", "Given by persons and periods") }, h.table { h.thead { h.tr {
    h.th { w("指标", "Indicator") }, h.th { class = "n", w("分值", "Worth") }, h.th { class = "n", w("得分", "Points") },
    h.th { w("状态", "State") }, h.th { w("说明", "Note") } } }, h.tbody { rows } } } or nil
end

function view.nodes(model, w)
  local l = model.document.ledger
  if not l then
    return nil
  end
  local rows = {}
  for _, entry in ipairs(l.entries) do
    rows[#rows + 1] = entry_row(entry, w)
  end
  if #rows == 0 then
    rows[1] = h.tr { h.td { colspan = "5", w("没有扣分", "no deduction") } }
  end
  rows[#rows + 1] = h.tr { class = "sum",
    h.td { colspan = "3", w("满分 ", "maximum ") .. words.points(l.max) .. w("，合计扣分", ", sum of deductions") },
    h.td { class = "n", signed(l.sum) },
    h.td { model.document.complete and w("得分 ", "score ") .. words.points(l.score) or w("未完成，", "incomplete, ") .. view.between(model.document, w) } }
  return { h.h2 { w("扣分账", "Ledger") },
    h.table { h.thead { h.tr { h.th { w("指标", "Indicator") }, h.th { w("规则", "Rule") },
      h.th { class = "n", w("次数×每处", "Count × unit") },
      h.th { class = "n", w("扣分", "Points") }, h.th { w("说明", "Note") } } }, h.tbody { rows } },
    levels(l, w), given(l, w) }
end

return view
