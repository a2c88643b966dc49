-- The mutation bench: which defects were put into clean reports, who saw them, what was missed by name, and the
-- matrix of rules and kinds of mutations. docs/schema/prove.schema.json describes the model.

local h = require "html"
local words = require "words"

local function number(n)
  return h.td { class = "n", tostring(n) }
end

-- "12/12", empty where there was nothing to count; marked when it falls short.
local function share(part, whole)
  if whole == 0 then
    return h.td { class = "n" }
  end
  local shown = part .. "/" .. whole
  return h.td { class = "n", part < whole and h.mark { class = "fail", shown } or shown }
end

local function grid(heads, rows)
  local cells = {}
  for i, head in ipairs(heads) do
    cells[i] = h.th { head }
  end
  return h.table { h.thead { h.tr { cells } }, h.tbody { rows } }
end

local function section(title, rows, body)
  if #rows == 0 then
    return nil
  end
  return { h.h2 { title .. " " .. #rows }, body }
end

local function verdict(model, w)
  local t = model.total
  local lines = {
    h.div { class = "grade", model.holds and w("检验成立", "The proof holds") or w("检验不成立", "The proof does not hold") },
    h.div { w("差错 " .. t.defects .. " 处，发现 " .. t.seen .. " 处；位置正确 " .. t.placed .. "/" .. t.placed_of
      .. "；改正值正确 " .. t.right .. "/" .. t.right_of,
      t.defects .. " defects, " .. t.seen .. " seen; placed rightly " .. t.placed .. " of " .. t.placed_of
      .. "; right value " .. t.right .. " of " .. t.right_of) },
    h.div { class = "counts", w("误报 " .. #model.alarms .. " 处；无害改动 " .. t.harmless .. " 处；无从发现 " .. t.coherent .. " 处；未能判定 " .. t.lost .. " 处",
      #model.alarms .. " false alarms; " .. t.harmless .. " harmless changes; " .. t.coherent .. " not to be seen; " .. t.lost .. " not judged") },
  }
  return h.div { class = model.holds and "verdict" or "verdict bad", h.div { lines } }
end

local function kinds_table(model, w)
  local rows = {}
  for _, kind in ipairs(model.kinds) do
    local t = kind.tally
    if t.made > 0 or not model.rule then
      rows[#rows + 1] = h.tr { h.td { kind.title, h.br {}, h.span { class = "rule", kind.id } }, number(t.made),
        share(t.seen, t.defects), share(t.as_meant, t.defects), share(t.placed, t.placed_of), share(t.right, t.right_of),
        number(t.strays), h.td { t.coherent > 0 and kind.note or "" } }
    end
  end
  return section(w("变异种类", "Kinds of mutations"), rows,
    grid({ w("变异", "Mutation"), w("做出", "Made"), w("发现", "Seen"), w("由本职规则", "By the duty"), w("位置正确", "Placed"),
      w("改正值", "Value"), w("他报", "Strays"), w("说明", "Note") }, rows))
end

local function rules_table(model, w)
  local rows = {}
  for i, rule in ipairs(model.rules) do
    rows[i] = h.tr { h.td { rule.title, h.br {}, h.span { class = "rule", rule.id } }, share(rule.found, rule.expected),
      h.td { class = "n", rule.expected > 0 and string.format("%.1f%%", 100 * rule.found / rule.expected) or "" },
      number(rule.fired), number(rule.strays), number(rule.alarms) }
  end
  return section(w("规则", "Rules"), rows,
    grid({ w("规则", "Rule"), w("应发现的", "Due to it"), w("发现率", "Rate"), w("触发", "Fired"), w("他报", "Strays"), w("误报", "False alarms") }, rows))
end

-- Kinds down, rules across: in how many mutations of the kind the rule had a finding.
local function matrix(model, w)
  local heads, rows = { h.th { w("变异", "Mutation") } }, {}
  for _, rule in ipairs(model.rules) do
    heads[#heads + 1] = h.th { class = "up", rule.id }
  end
  for _, kind in ipairs(model.kinds) do
    if kind.tally.made > 0 then
      local cells = { h.td { class = "k", kind.id } }
      for _, rule in ipairs(model.rules) do
        local n = kind.by_rule[rule.id]
        cells[#cells + 1] = h.td { class = n and "n hit" or "n", n and tostring(n) or "" }
      end
      rows[#rows + 1] = h.tr { cells }
    end
  end
  return section(w("规则与变异的矩阵", "Matrix of rules and mutations"), rows, {
    h.p { class = "note", w("格中为该规则在此种变异中报告问题的次数（含由他处引起的）。",
      "How often the rule had a finding after a mutation of the kind, explained by another or not.") },
    h.div { class = "wide", h.table { class = "matrix", h.thead { h.tr { heads } }, h.tbody { rows } } } })
end

local function place(item)
  local parts = {}
  for _, key in ipairs({ item.table ~= "" and "table" or "section", "row", "column" }) do
    if item[key] ~= "" then
      parts[#parts + 1] = item[key]
    end
  end
  return table.concat(parts, "/")
end

local function named(model, title, keep, w)
  local rows = {}
  for _, item in ipairs(model.notable) do
    if keep(item) then
      local change = (item.from ~= "" or item.to ~= "") and w("“" .. item.from .. "”→“" .. item.to .. "”", "\"" .. item.from .. "\" → \"" .. item.to .. "\"")
      rows[#rows + 1] = h.tr { h.td { h.span { class = "rule", item.kind } }, h.td { model.originals[item.original + 1].name },
        h.td { place(item) }, h.td { change or "" }, h.td { table.concat(item.missing, w("、", ", ")) },
        h.td { table.concat(item.seen_by, w("、", ", ")) } }
    end
  end
  return section(title, rows, grid({ w("变异", "Mutation"), w("报告", "Report"), w("位置", "Place"), w("改动", "Change"),
    w("未报的规则", "Silent"), w("报告问题的规则", "Seen by") }, rows))
end

local function alarms(model, w)
  local rows = {}
  for i, a in ipairs(model.alarms) do
    rows[i] = h.tr { h.td { h.span { class = "rule", a.rule } }, h.td { model.originals[a.original + 1].name },
      h.td { a.kind or w("原件", "the original") }, h.td { a.message } }
  end
  return section(w("误报", "False alarms"), rows,
    grid({ w("规则", "Rule"), w("报告", "Report"), w("改动", "Change"), w("问题", "Finding") }, rows))
end

local function list(title, ids)
  local items = {}
  for i, id in ipairs(ids) do
    items[i] = h.li { h.span { class = "rule", id } }
  end
  return section(title, items, h.ul { items })
end

local function originals(model, w)
  local rows = {}
  for i, o in ipairs(model.originals) do
    rows[i] = h.tr { h.td { o.name }, h.td { o.agency }, number(o.year), h.td { o.form or "" } }
  end
  return section(w("无差错报告", "Clean reports"), rows,
    grid({ w("文件", "File"), w("机关", "Agency"), w("年度", "Year"), w("格式", "Form") }, rows))
end

local function page(model)
  local w = words.of(model.lang)
  local title = model.rule and w("规则 " .. model.rule .. " 的变异检验", "Proof of the rule " .. model.rule) or w("规则的变异检验", "Proof of the rules")
  return h.page { title = title, lang = model.lang, style = "report.css",
    h.h1 { title },
    h.p { class = "facts", h.span {
      model.full and w("全部变异", "all mutations") or w("抽样（共可做 " .. model.candidates .. " 处）", "a sample of " .. model.candidates) },
      h.span { w("种子 ", "seed ") .. model.seed } },
    verdict(model, w),
    named(model, w("没有规则发现的变异", "Mutations that no rule saw"), function(m) return not m.seen and not m.lost end, w),
    alarms(model, w),
    list(w("没有变异触发的规则", "Rules that no mutation triggers"), model.untriggered),
    list(w("要看其他年度或机关的规则：只由案例检验", "Rules over years or agencies: proven by their cases alone"), model.unproven),
    named(model, w("未能判定的变异", "Mutations not judged"), function(m) return m.lost end, w),
    rules_table(model, w), kinds_table(model, w), matrix(model, w),
    named(model, w("发现了，但不是由应发现的规则", "Seen, but not by the duty that should"), function(m) return m.seen and m.as_meant == false end, w),
    named(model, w("发现了，但位置不对", "Seen, but placed wrongly"), function(m) return m.seen and m.placed == false end, w),
    named(model, w("发现了，但没有给出改正值", "Seen, but the right value is not named"), function(m) return m.seen and m.right == false end, w),
    named(model, w("另有其他规则报告", "Others fired besides"), function(m) return #m.strays > 0 end, w),
    originals(model, w),
    list(w("未使用的文件：不是年度报告，或不足半份", "Files not used: no annual report, or less than half of one"), model.passed_over),
    h.footer { words.program(model.tool.version, w) .. w("，", ", ") .. words.rules_digest(model.tool.rules_digest, w) } }
end

return layout {
  id = "proof",
  title = { zh = "规则的变异检验", en = "Proof of the rules" },
  html = page,
}
