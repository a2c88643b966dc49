-- The report as it was understood, with the evidence marked in place: wrong cells with the value that is
-- due, quotes in their paragraphs.

local h = require "html"
local words = require "words"

local view = {}

local function finding_state(result, finding)
  return result.state == "fail" and finding.severity and "fail" or "note"
end

-- All evidence of a document: marks in text by their place, cells by table/row/column.
local function collect(document)
  local marks, cells = {}, {}
  for _, result in ipairs(document.results) do
    for _, finding in ipairs(result.findings) do
      for i, place in ipairs(finding.evidence) do
        local elsewhere = place.document ~= nil -- another report is not shown here
        if not elsewhere and place.table and place.row then
          local key = place.table .. "/" .. place.row .. "/" .. (place.column or "*")
          local entry = cells[key] or {}
          if i == 1 and not finding.cause then
            entry.wrong = true
            entry.expected = finding.expected
          end
          cells[key] = entry
        elseif not elsewhere and place.mark then
          marks[#marks + 1] = {
            at = place.mark[1], len = place.mark[2], state = finding_state(result, finding), rule = result.rule,
            -- A person's number is not shown again: the finding's quote has it masked.
            shown = result.rule == "safety.personal-data" and (place.quote or "***") or nil,
          }
        end
      end
      local diagnosis = finding.diagnosis
      if diagnosis and diagnosis.unique and finding.evidence[1].table then
        for _, cell in ipairs(diagnosis.cells) do
          local key = finding.evidence[1].table .. "/" .. cell.row .. "/" .. cell.column
          cells[key] = { wrong = true, expected = cell.right, diagnosed = true }
        end
      end
    end
  end
  table.sort(marks, function(a, b)
    if a.at ~= b.at then
      return a.at < b.at
    end
    return a.len > b.len
  end)
  return marks, cells
end

-- The text of a paragraph with its marks; overlapping ones keep the first.
local function marked(paragraph, marks)
  local parts, done = {}, 0
  local s, from = paragraph.text, paragraph.at
  for _, mark in ipairs(marks) do
    local a, b = mark.at - from, mark.at - from + mark.len
    if a >= done and a < #s and b > a then
      if b > #s then
        b = #s
      end
      parts[#parts + 1] = s:sub(done + 1, a)
      parts[#parts + 1] = h.mark { class = mark.state, title = mark.rule, mark.shown or s:sub(a + 1, b) }
      done = b
    end
  end
  parts[#parts + 1] = s:sub(done + 1)
  return parts
end

local function line(number, content, class)
  return h.div { class = class or "para", h.span { class = "line", number and tostring(number) or "" }, content }
end

local function cell_node(cell, mark, w)
  local shown = cell and cell.raw or ""
  local class
  if mark and mark.wrong then
    class = "n wrong"
  elseif mark then
    class = "n touched"
  elseif not cell or cell.kind ~= "number" then
    class = "n blank"
  else
    class = "n"
  end
  local due = mark and mark.wrong and mark.expected
  return h.td {
    class = class,
    title = cell and cell.line and w("第" .. cell.line .. "行", "line " .. cell.line) or nil,
    shown ~= "" and shown or (cell and w("（空）", "(blank)") or "—"),
    due and h.span { class = "due", w("应为", "due ") .. due } or nil,
  }
end

local function mark_of(cells, table_key, row, column)
  local whole, cell = cells[table_key .. "/" .. row .. "/*"], cells[table_key .. "/" .. row .. "/" .. column]
  return whole and whole.wrong and whole or cell or whole
end

local function table_node(layout, data, cells, w)
  local head = { h.th { "" } }
  for _, column in ipairs(layout.columns) do
    head[#head + 1] = h.th { class = "n", column.name }
  end
  local rows = {}
  for _, row in ipairs(layout.rows) do
    local has = {}
    for _, key in ipairs(layout.cells[row.key]) do
      has[key] = true
    end
    local values = data[row.key]
    local tds = { h.th { row.name } }
    for _, column in ipairs(layout.columns) do
      if has[column.key] then
        tds[#tds + 1] = cell_node(values and values[column.key], mark_of(cells, layout.key, row.key, column.key), w)
      else
        tds[#tds + 1] = h.td { class = "none" }
      end
    end
    rows[#rows + 1] = h.tr { tds }
  end
  return h.table { class = "official", h.caption { layout.name }, h.thead { h.tr { head } }, h.tbody { rows } }
end

local function tables_of(section, model, cells, w)
  local nodes = {}
  for _, layout in ipairs(model.tables) do
    local data = model.extract.tables[layout.key]
    if layout.section == section and data then
      nodes[#nodes + 1] = table_node(layout, data, cells, w)
    end
  end
  return nodes
end

-- The nodes that show the report of this model; nil when nothing was extracted.
function view.nodes(model)
  local extract = model.extract
  if not extract or not extract.sections then
    return nil
  end
  local w = words.of(model.lang)
  local marks, cells = collect(model.document)
  local nodes, shown = {}, {}
  for _, section in ipairs(extract.sections) do
    if section.heading then
      nodes[#nodes + 1] = line(section.line, h.h3 { marked({ text = section.heading, at = section.at or 0 }, marks) }, "para head")
    end
    for _, paragraph in ipairs(section.paragraphs) do
      nodes[#nodes + 1] = line(paragraph.line, h.p { marked(paragraph, marks) })
    end
    if section.key and not shown[section.key] then
      shown[section.key] = true
      nodes[#nodes + 1] = tables_of(section.key, model, cells, w)
    end
  end
  for _, layout in ipairs(model.tables) do -- tables whose section has no heading
    if not shown[layout.section] and extract.tables[layout.key] then
      nodes[#nodes + 1] = table_node(layout, extract.tables[layout.key], cells, w)
    end
  end
  return h.div { class = "source", nodes }
end

return view
