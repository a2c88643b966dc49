-- A finding as a node of a page: place, text, expected and found, which cell is wrong, the article, how to correct it.

local h = require "html"
local words = require "words"

local view = {}

local function diagnosis_text(diagnosis, names, place, w)
  local t = names[place.table]
  local function change(cell)
    local row = t and t.rows[cell.row] or cell.row
    local column = t and t.columns[cell.column] or cell.column
    return row .. " · " .. column .. w("：", ": ") .. (cell.found or "") .. " → " .. (cell.right or "")
  end
  local function changes(cells)
    local list = {}
    for i, cell in ipairs(cells) do
      list[i] = change(cell)
    end
    return table.concat(list, w("；", "; "))
  end
  if diagnosis.unique then
    return w("唯一解释 ", "the only explanation: ") .. changes(diagnosis.cells)
  end
  local list = {}
  for i, candidate in ipairs(diagnosis.candidates or {}) do
    if i <= 4 then
      list[#list + 1] = changes(candidate)
    end
  end
  if #list == 0 then
    return w("一两处改动不能解释", "no change of one or two cells explains it")
  end
  return w("不唯一，共" .. diagnosis.total .. "种最小解释，如 ", "not unique, " .. diagnosis.total .. " smallest explanations, such as ")
    .. table.concat(list, w(" 或 ", " or "))
end

-- Passages that another report has too: each place of this one is followed by the other's. nil for evidence of any other
-- kind.
local function side_by_side(evidence, names, model, w)
  local rows = {}
  for i = 1, #evidence - 1 do
    local own, other = evidence[i], evidence[i + 1]
    if not own.document and own.quote and not own.table and other.document and other.quote and not other.table then
      rows[#rows + 1] = h.tr {
        h.td { h.span { class = "quote", own.quote }, h.div { class = "rule", words.place(own, names, model.lang) } },
        h.td { h.span { class = "quote", other.quote }, h.div { class = "rule", words.place(other, names, model.lang) } },
      }
    end
  end
  return #rows > 0 and h.table { h.tr { h.th { w("本报告", "This report") }, h.th { w("另一份报告", "The other report") } }, rows } or nil
end

-- `item` has a result and one of its findings.
function view.node(item, model, names, w)
  local f, result = item.finding, item.result
  local place = f.evidence[1]
  local severity = f.severity or "informational"
  local list = {}
  local function field(label, value)
    if value and value ~= "" then
      list[#list + 1] = { h.dt { label }, h.dd { value } }
    end
  end
  field(w("位置", "Place"), words.place(place, names, model.lang))
  local passages = side_by_side(f.evidence, names, model, w)
  if passages then
    field(w("对照", "Side by side"), passages)
  else
    field(w("原文", "Text"), place.quote and h.span { class = "quote", place.quote })
  end
  for _, other in ipairs(f.evidence) do
    if other.document and not passages then
      field(w("另见", "See also"), { words.place(other, names, model.lang), other.quote and { "：", h.span { class = "quote", other.quote } } or nil })
    end
  end
  field(w("应为", "Expected"), f.expected)
  field(w("写的是", "Found"), f.found)
  field(w("算式", "Formula"), f.formula)
  if f.diagnosis then
    field(w("错在哪一格", "Wrong cell"), diagnosis_text(f.diagnosis, names, place, w))
  end
  field(w("依据", "Basis"), table.concat(f.basis, w("；", "; ")))
  if f.cause then
    field(w("缘由", "Cause"), w("由另一处问题引起，不另扣分", "follows from another finding and costs nothing"))
  else
    field(w("改正", "Remedy"), f.remedy)
  end
  return h.div { class = "finding " .. severity,
    h.h3 { h.span { class = "chip " .. severity, model.labels.severities[severity] or model.labels.states.informational }, " ",
      f.review and f.review ~= "open" and { h.span { class = "chip", model.labels.reviews[f.review] }, " " } or nil,
      f.message or "", " ", h.span { class = "rule", result.rule } },
    h.dl { list } }
end

return view
