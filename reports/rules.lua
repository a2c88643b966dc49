-- One rule as a page, and the index of all rules by topic.
--
-- model of a rule: see auditor/author/pages.h; of the index:
--   { lang, groups = { { key, rules = { { id, title, severity, severity_label, forms, points, load_error } … } } … },
--     packs = { { name, title } … }, tool = { version } }

local h = require "html"
local words = require "words"

-- What the first word of an id stands for.
local topics = {
  annex = { "2014—2018 年统计附表", "The statistics annex of 2014 to 2018" },
  carrier = { "不同载体", "The report in other files" },
  cells = { "表格单元格", "Cells of the tables" },
  content = { "内容", "Content" },
  copy = { "雷同", "Copied text" },
  disclosure = { "主动公开表（表二）", "Proactive disclosure (table two)" },
  disputes = { "复议诉讼表（表四）", "Reviews and lawsuits (table four)" },
  history = { "与往年比较", "Against earlier years" },
  identity = { "报告的名称和年度", "What the report is" },
  law = { "引用的法规", "Laws cited" },
  narrative = { "文字中的数据", "Figures in the text" },
  publication = { "发布", "Publication" },
  requests = { "申请办理表（表三）", "Requests (table three)" },
  rollup = { "汇总", "Totals over agencies" },
  safety = { "安全", "Safety" },
  structure = { "结构和格式", "Structure and form" },
  text = { "文字质量", "Text" },
  wording = { "用语", "Wording" },
}

local function topic(key, w)
  local t = topics[key]
  return t and w(t[1], t[2]) or key
end

local function number(x)
  return words.points(x)
end

local function points_text(points, w)
  if not points then
    return nil
  elseif not points.kind then
    return w("不计分", "costs nothing")
  elseif points.kind == "veto" then
    return w("一票否决", "vetoes the result")
  elseif points.kind == "gate" then
    return w("门槛，上级指标全扣", "a gate: costs all of the indicator above")
  elseif points.kind == "bonus" then
    return w("通过时加 ", "adds ") .. number(points.points) .. w(" 分", " when it passes")
  end
  local most = points.cap and w("，封顶 ", ", at most ") .. number(points.cap) .. w(" 分", "") or ""
  if points.kind == "graded" then
    return w("按天数分档", "by days") .. most
  elseif points.kind == "each" then
    return w("每处 ", "") .. number(points.unit) .. w(" 分", " each") .. most
  end
  return w("一次 ", "") .. number(points.unit) .. w(" 分", " once")
end

local function row(label, ...)
  return { h.dt { label }, h.dd { ... } }
end

local function list(items)
  if #items == 1 then
    return items[1]
  end
  return h.ul { h.each(items, function(item) return h.li { item } end) }
end

local function basis(rule, w)
  local items = {}
  for _, group in ipairs(rule.basis) do
    for _, item in ipairs(group.items) do
      items[#items + 1] = group.form and { h.span { class = "rule", w("格式 ", "form ") .. group.form .. " " }, item } or item
    end
  end
  return #items > 0 and row(w("依据", "Basis"), list(items)) or nil
end

local function parameters(rule, w)
  if #rule.parameters == 0 then
    return nil
  end
  return { h.h2 { w("可以设置的参数", "Parameters") },
    h.p { class = "note", w("在评分方案的 profile.conf 里写：规则编号.参数 = 值", "To be set in a profile's profile.conf: rule.parameter = value") },
    h.table { h.thead { h.tr { h.th { w("参数", "Parameter") }, h.th { w("默认", "Default") }, h.th { w("本评分方案", "This profile") } } },
      h.tbody { h.each(rule.parameters, function(p)
        return h.tr { h.td { h.code { rule.id .. "." .. p.name } }, h.td { p.default or "" }, h.td { p.set or "" } }
      end) } } }
end

local function patterns(rule, w)
  if #rule.patterns == 0 then
    return nil
  end
  return h.details { h.summary { w("查找用的正则表达式", "Regular expressions") },
    h.dl { h.each(rule.patterns, function(p)
      return { h.dt { p.name }, h.dd { h.code { p.pattern } } }
    end) } }
end

local function lines(mark, class, items)
  return h.each(items, function(line)
    return h.p { class = "example " .. class, h.b { mark }, " ", line }
  end)
end

-- The names of cases are their authors' notes, in one language.
local function readable(name, lang)
  return name and (text.han(name) > 0) == (lang == "zh") and name or nil
end

local function example(title, e, wrong, lang, w)
  if not e then
    return nil
  end
  local about = e.message or readable(e.name, lang)
  local shown = { lines(wrong and "✗" or "✓", wrong and "bad" or "good", e.lines), wrong and lines("✓", "good", e.before) or nil }
  if #e.lines == 0 and #e.before == 0 then
    shown = h.p { class = "note", w("基准文件 ", "the base document ") .. (e.base or "") .. w(" 原样", " as it stands") }
  end
  return h.div { class = "finding " .. (wrong and "major" or "right"), h.h3 { title }, about and h.p { about } or nil, shown,
    (e.expected or e.found) and h.dl {
      e.expected and row(w("应为", "expected"), e.expected) or nil,
      e.found and row(w("实为", "found"), e.found) or nil } or nil }
end

local function figures(rule, w)
  local f = rule.figures
  if not f then
    return h.p { class = "note", w("没有实测数据。", "Not measured.") }
  end
  local rate = f.expected > 0 and string.format("%.1f%%", 100 * f.found / f.expected) or "—"
  return { h.table { h.thead { h.tr { h.th { class = "n", w("应发现的单处错误", "Single defects to see") }, h.th { class = "n", w("发现", "Seen") },
      h.th { class = "n", w("发现率", "Rate") }, h.th { class = "n", w("无错报告", "Clean reports") }, h.th { class = "n", w("误报", "False alarms") } } },
    h.tbody { h.tr { h.td { class = "n", number(f.expected) }, h.td { class = "n", number(f.found) }, h.td { class = "n", rate },
      h.td { class = "n", number(f.originals) }, h.td { class = "n", number(f.alarms) } } } },
    h.p { class = "note", w("由 auditor rules prove 在无错报告上造单处错误测得", "Measured by auditor rules prove, which puts single defects into clean reports")
      .. (f.stale and w("；规则此后有改动", "; the rule has changed since") or "") .. w("。", ".") } }
end

local function history(rule, w)
  if #rule.history == 0 then
    return nil
  end
  return { h.h2 { w("沿革", "History") }, h.dl { h.each(rule.history, function(item) return row(item.date, item.text) end) } }
end

local function joined(items, key)
  local names = {}
  for i, item in ipairs(items) do
    names[i] = key and item[key] or item
  end
  return names
end

local function facts(rule, w)
  return h.dl { class = "facts-list",
    rule.why and row(w("为何检查", "Why"), rule.why) or nil,
    rule.remedy and row(w("如何改正", "How to correct"), rule.remedy) or nil,
    basis(rule, w),
    row(w("适用格式", "Forms"), table.concat(joined(rule.forms), w("、", ", ")),
      rule.documents == "any" and w("（也检查不是年度报告的文件）", " (also what is no annual report)") or nil),
    #rule.needs > 0 and row(w("需要的表", "Needs"), list(joined(rule.needs, "name"))) or nil,
    rule.points and row(w("评分", "Points"), rule.points.profile, w("：", ": "),
      rule.points.indicator and (rule.points.indicator .. " " .. rule.points.name .. w("，", ", ")) or "", points_text(rule.points, w)) or nil,
    rule.deselected and row(w("停用", "Deselected"), rule.deselected) or nil }
end

local function broken(rule, w)
  return h.div { class = "verdict bad", h.div { h.div { class = "grade", w("规则不能用", "This rule cannot be used") }, h.div { rule.load_error } } }
end

local function sound(rule, w)
  return { facts(rule, w),
    h.h2 { w("例子", "Examples") },
    example(w("错的", "Wrong"), rule.examples.wrong, true, rule.lang, w),
    example(w("对的", "Right"), rule.examples.right, false, rule.lang, w),
    not rule.examples.wrong and not rule.examples.right and h.p { class = "note", w("没有案例。", "There are no cases.") } or nil,
    h.h2 { w("实测", "Measured") }, figures(rule, w),
    parameters(rule, w), history(rule, w), patterns(rule, w) }
end

local function rule_page(rule, w)
  return h.page { title = rule.title .. " · " .. rule.id, lang = rule.lang, style = "report.css",
    h.p { h.a { href = "index.html", w("全部规则", "All rules") } },
    h.h1 { rule.title },
    h.p { class = "facts", h.span { class = "rule", rule.id }, h.span { h.span { class = "chip " .. rule.severity, rule.severity_label } } },
    rule.load_error and broken(rule, w) or sound(rule, w),
    h.footer { w("规则包 ", "pack ") .. rule.pack .. w("；文件 ", "; file ") .. rule.file .. w("；摘要 ", "; digest ") .. rule.digest
      .. w("；", "; ") .. words.program(rule.tool.version, w) } }
end

local function index_group(group, w)
  return { h.h2 { id = group.key, topic(group.key, w) },
    h.table { class = "rules", h.thead { h.tr { h.th { w("规则", "Rule") }, h.th { class = "k", w("程度", "Severity") }, h.th { w("评分", "Points") } } },
      h.tbody { h.each(group.rules, function(rule)
        return h.tr { h.td { h.a { href = rule.id .. ".html", rule.title }, h.br {}, h.span { class = "rule", rule.id } },
          h.td { class = "k", h.span { class = "chip " .. rule.severity, rule.load_error and w("不能用", "broken") or rule.severity_label } },
          h.td { points_text(rule.points, w) or "" } }
      end) } } }
end

local function index_page(model, w)
  local title = w("检查规则", "The rules")
  local count = 0
  for _, group in ipairs(model.groups) do
    count = count + #group.rules
  end
  return h.page { title = title, lang = model.lang, style = "report.css",
    h.h1 { title },
    h.p { class = "facts", h.span { w("规则 " .. count .. " 条", count .. " rules") },
      h.each(model.packs, function(pack) return h.span { pack.title .. w("（", " (") .. pack.name .. w("）", ")") } end) },
    h.nav { h.ul { h.each(model.groups, function(group)
      return h.li { h.a { href = "#" .. group.key, topic(group.key, w) }, " " .. #group.rules }
    end) } },
    h.each(model.groups, function(group) return index_group(group, w) end),
    h.footer { words.program(model.tool.version, w) } }
end

return layout {
  id    = "rules",
  title = { zh = "规则说明", en = "Pages about rules" },
  html  = function(model)
    local w = words.of(model.lang)
    return model.groups and index_page(model, w) or rule_page(model, w)
  end,
}
