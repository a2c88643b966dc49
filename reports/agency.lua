-- The audit report of one document or several: verdict first, the ledger, each finding with its evidence,
-- what stayed undecided, the report as it was understood with the evidence marked, and every duty.

local h = require "html"
local words = require "words"
local finding_view = require "finding_view"
local ledger_view = require "ledger_view"
local source_view = require "source_view"

local severity_rank = { veto = 1, major = 2, minor = 3, advice = 4 }

-- All findings, gravest first, in their order within a severity; caused ones stand behind.
local function findings_of(document)
  local list = {}
  for _, result in ipairs(document.results) do
    for _, finding in ipairs(result.findings) do
      list[#list + 1] = {
        result = result, finding = finding, order = #list,
        rank = (severity_rank[finding.severity] or 5) + (finding.cause and 0.5 or 0),
      }
    end
  end
  table.sort(list, function(a, b)
    if a.rank ~= b.rank then
      return a.rank < b.rank
    end
    return a.order < b.order
  end)
  return list
end

local function undecided_of(document)
  local list = {}
  for _, result in ipairs(document.results) do
    if result.state == "error" or result.state == "unknown" then
      list[#list + 1] = { result = result, reason = result.reason or result.open[1] or {} }
    else
      for _, reason in ipairs(result.open) do
        list[#list + 1] = { result = result, reason = reason }
      end
    end
  end
  return list
end

local function duties_counted(d, w)
  local n = d.duties
  return w(
    string.format("应查%d项：已查%d，不适用%d，未判定%d", n.total, n.done, n.notapplicable, n.open),
    string.format("%d duties: %d checked, %d not applicable, %d undecided", n.total, n.done, n.notapplicable, n.open))
end

local function verdict(model, w)
  local d = model.document
  local counts = {}
  for _, item in ipairs(findings_of(d)) do
    local severity = not item.finding.cause and item.finding.severity
    if severity then
      counts[severity] = (counts[severity] or 0) + 1
    end
  end
  local summary = {}
  for _, severity in ipairs({ "veto", "major", "minor", "advice" }) do
    if counts[severity] then
      summary[#summary + 1] = model.labels.severities[severity] .. " " .. counts[severity]
    end
  end
  local text = #summary > 0 and table.concat(summary, w("，", ", "))
    or w("没有发现问题（限本次已完成的检查）", "no finding, as far as the checks done reach")
  local class, grade = "verdict", d.grade
  local score
  if d.interval == nil then
    class, score = d.kind == "not-due" and "verdict" or "verdict bad", h.div { class = "grade", words.kind(d.kind, model.lang) }
  elseif not d.complete then
    class, grade = "verdict warn", nil
    score = h.div { h.div { class = "grade", w("未完成", "incomplete") }, h.div { ledger_view.between(d, w) } }
  else
    if d.vetoed or d.score < 0.6 * d.max then
      class = "verdict bad"
    elseif #summary > 0 then
      class = "verdict warn"
    end
    score = h.div { class = "score", words.points(d.score), h.small { " / " .. words.points(d.max) } }
  end
  return h.div { class = class, score, h.div {
    grade and h.div { class = "grade", grade .. (d.vetoed and w("（一票否决）", " (vetoed)") or "") } or nil,
    h.div { text }, h.div { class = "counts", duties_counted(d, w) } } }
end

local function facts(model, w)
  local d = model.document
  local list = {}
  local function fact(label, value)
    if value then
      list[#list + 1] = h.span { label .. " " .. tostring(value) }
    end
  end
  fact(w("类别", "kind"), words.kind(d.kind, model.lang))
  fact(w("层级", "level"), words.level(d.level, model.lang))
  fact(w("年度", "year"), d.year)
  fact(w("格式", "form"), d.form)
  fact(w("发布", "published"), d.published)
  fact(w("文件", "file"), d.path)
  return h.p { class = "facts", list }
end

local function findings(model, names, w)
  local nodes = {}
  for _, item in ipairs(findings_of(model.document)) do
    nodes[#nodes + 1] = finding_view.node(item, model, names, w)
  end
  if #nodes == 0 then
    return nil
  end
  return { h.h2 { w("问题与证据", "Findings and evidence") }, nodes }
end

-- What persons decided, also what no longer holds; and what the result would be without it.
local function decisions(model, w)
  local d, rows = model.document, {}
  for _, decision in ipairs(d.decisions or {}) do
    rows[#rows + 1] = h.tr {
      h.td { class = "n", decision.number },
      h.td { model.labels.decisions[decision.kind], decision.rule and { " ", h.span { class = "rule", decision.rule } } or nil,
        decision.subject and { " ", h.span { class = "rule", decision.subject } } or nil,
        decision.fingerprint and h.div { class = "note", decision.fingerprint } or nil },
      h.td { decision.by, h.div { class = "note", decision.at } },
      h.td { decision.reason or "", decision.document and h.div { class = "note", decision.document } or nil },
      h.td { model.labels.effects[decision.effect], decision["until"] and w("（至 ", " (until ") .. decision["until"] .. w("）", ")") or "" },
    }
  end
  if #rows == 0 then
    return nil
  end
  local without = d.without_decisions
  local note
  if without then
    local score = without.score and words.points(without.score)
      or words.points(without.interval.low) .. "–" .. words.points(without.interval.high)
    note = h.p { class = "note", w("没有这些决定时得分 ", "without these decisions the score would be ") .. score,
      without.grade and w("，", ", ") .. without.grade or "" }
  end
  return { h.h2 { w("人的决定", "Decisions of persons") }, note, h.table { h.thead { h.tr { h.th { class = "n", w("序号", "No.") },
    h.th { w("决定", "Decision") }, h.th { w("决定人", "By") }, h.th { w("理由", "Reason") }, h.th { w("效力", "Effect") } } },
    h.tbody { rows } } }
end

local function undecided(model, names, w)
  local rows = {}
  for i, group in ipairs(model.undecided) do
    local duties, reason = {}, group.reason
    for k, id in ipairs(group.rules) do
      duties[k] = h.div { model.rules[id] and model.rules[id].title or id, " ", h.span { class = "rule", id } }
    end
    rows[i] = h.tr {
      h.td { duties }, h.td { words.place(reason.place, names, model.lang) }, h.td { reason.message or "" },
      h.td { reason.cause and w("缺陷已另行记录", "the defect is a finding of its own") or w("需人工判定", "a person must decide") },
    }
  end
  if #rows == 0 then
    return nil
  end
  return { h.h2 { w("未能判定", "Undecided") },
    h.p { class = "note", w("未查不算过：下列各处没有得出结论。", "Unchecked is never passed: nothing was concluded at these places.") },
    h.table { h.thead { h.tr { h.th { w("检查项", "Duty") }, h.th { w("位置", "Place") },
      h.th { w("原因", "Reason") }, h.th { w("处理", "What is due") } } }, h.tbody { rows } } }
end

-- What packs did to the rule, as people say it.
local function overrides(result, model, w)
  local said = {}
  for i, o in ipairs(result.overrides or {}) do
    if o.kind == "replaced" then
      said[i] = w("代替 " .. o.was .. " 的规则", "in place of the rule of " .. o.was)
    elseif o.kind == "deselected" then
      said[i] = w(o.by .. " 不选用", "deselected by " .. o.by)
    else
      said[i] = w(o.by .. " 改变程度，原为" .. model.labels.severities[o.was], o.by .. " changed its severity, which was " .. o.was)
    end
  end
  return #said > 0 and h.div { class = "note", table.concat(said, w("；", "; ")) } or nil
end

local function duties(model, w)
  local rows = {}
  for _, result in ipairs(model.document.results) do
    local rule = model.rules[result.rule]
    rows[#rows + 1] = h.tr {
      h.td { rule and rule.title or result.rule, " ", h.span { class = "rule", result.rule, " · ", result.pack or "" },
        overrides(result, model, w) },
      h.td { h.span { class = "chip " .. result.state, model.labels.states[result.state] } },
      h.td { result.reason and result.reason.message or "" },
      h.td { class = "n", result.deduction > 0 and "−" .. words.points(result.deduction) or "" },
    }
  end
  return { h.h2 { w("全部检查项", "All duties") },
    h.table { h.thead { h.tr { h.th { w("检查项", "Duty") }, h.th { w("结果", "State") },
      h.th { w("说明", "Reason") }, h.th { class = "n", w("扣分", "Points") } } },
      h.tbody { rows } } }
end

local function footer(model, w)
  local tool = model.tool
  return h.footer { words.program(tool.version, w)
    .. w("；评分细则 ", "; profile ") .. tool.profile
    .. w("；", "; ") .. words.rules_digest(tool.rules_digest, w) .. w("；文件摘要 sha256:", "; file sha256:") .. (model.document.sha256 or "—") }
end

-- What was changed after the report came in; nothing is deducted for it.
local function changes(model, w)
  local rows = {}
  for i, change in ipairs(model.changes or {}) do
    local back = change.kind == "published" and change.dated == "earlier" and w("（日期倒签）", " (dated back)") or ""
    rows[i] = h.tr { h.td { change.seen_on }, h.td { change.label .. back, change.place ~= "" and h.div { class = "note", change.place } or nil },
      h.td { change.before }, h.td { change.after } }
  end
  if #rows == 0 then
    return nil
  end
  return { h.h2 { w("收到之后的改动", "Changed after it came in") },
    h.table { h.thead { h.tr { h.th { w("发现日期", "Seen on") }, h.th { w("改动", "What") }, h.th { w("原来", "Before") }, h.th { w("现在", "Now") } } },
      h.tbody { rows } } }
end

local function title_of(model, w)
  local d = model.document
  if d.agency and d.year then
    return w(d.agency .. " " .. d.year .. "年度报告审核", "Audit of the report of " .. d.agency .. " for " .. d.year)
  end
  return d.title or d.agency or d.path
end

local function document_nodes(model, w, first)
  local names = words.names(model.tables)
  local d = model.document
  if d.kind == "unreadable" then
    return h.section { class = not first and "more" or nil, h.h1 { d.path },
      h.div { class = "verdict bad", h.div { class = "grade", words.kind(d.kind, model.lang) },
        h.div { d.problem.message }, h.div { duties_counted(d, w) } },
      changes(model, w), duties(model, w), footer(model, w) }
  end
  return h.section { class = not first and "more" or nil,
    h.h1 { title_of(model, w) }, facts(model, w),
    d.problem and h.div { class = "verdict bad", h.div { d.problem.message } } or nil, verdict(model, w), ledger_view.nodes(model, w),
    decisions(model, w), findings(model, names, w),
    undecided(model, names, w), changes(model, w),
    d.kind ~= "missing" and d.kind ~= "not-due" and { h.h2 { w("报告全文（按程序的理解）", "The report as it was understood") },
      h.p { class = "note", w("左侧是文件中的行号；标出的是各项问题的证据。表中红格为有误的单元格，黄格为同一算式中的单元格。",
        "Line numbers of the file stand at the left; evidence is marked. In the tables the wrong cell is red, "
        .. "the cells of its equation yellow.") },
      source_view.nodes(model) } or nil,
    duties(model, w), footer(model, w) }
end

local function contents(model, w)
  if #model.documents < 2 then
    return nil
  end
  local rows = {}
  for i, document in ipairs(model.documents) do
    local d = document.document
    local score = d.score and words.points(d.score) or d.interval and w("未完成", "incomplete") or "—"
    rows[i] = h.tr { h.td { title_of(document, w) }, h.td { d.path or "—" }, h.td { class = "n", score }, h.td { d.grade or "" } }
  end
  return { h.h1 { w("审核结果", "Audit results") },
    h.table { h.thead { h.tr { h.th { w("报告", "Report") }, h.th { w("文件", "File") },
      h.th { class = "n", w("得分", "Score") }, h.th { w("等级", "Grade") } } },
      h.tbody { rows } } }
end

local function page(model)
  local w = words.of(model.lang)
  local nodes = {}
  for i, document in ipairs(model.documents) do
    nodes[i] = document_nodes(document, w, i == 1 and #model.documents < 2)
  end
  local title = #model.documents == 1 and title_of(model.documents[1], w) or w("审核结果", "Audit results")
  return h.page { title = title, lang = model.lang, style = "report.css", contents(model, w), nodes }
end

local function sheets(model)
  local w = words.of(model.lang)
  local rows = {}
  for _, document in ipairs(model.documents) do
    local d, names = document.document, words.names(document.tables)
    if d.problem then
      rows[#rows + 1] = { d.path or "", d.agency or "", d.year or "", "", words.kind(d.kind, model.lang), "", d.problem.message,
        "", "", "", "", "", "", "", "" }
    end
    for _, item in ipairs(findings_of(d)) do
      local f = item.finding
      local severity = f.severity and document.labels.severities[f.severity] or document.labels.states.informational
      rows[#rows + 1] = { d.path or "", d.agency or "", d.year or "", item.result.rule, severity,
        words.place(f.evidence[1], names, model.lang),
        f.message or "", f.evidence[1].quote or "", f.expected or "", f.found or "", f.formula or "",
        table.concat(f.basis, w("；", "; ")), f.remedy or "", f.cause and w("否", "no") or w("是", "yes"), f.fingerprint }
    end
    for _, item in ipairs(undecided_of(d)) do
      rows[#rows + 1] = { d.path or "", d.agency or "", d.year or "", item.result.rule, document.labels.states[item.result.state],
        words.place(item.reason.place, names, model.lang), item.reason.message or "", "", "", "", "", "", "", "", "" }
    end
  end
  local function column(zh, en, width, kind)
    return { title = w(zh, en), width = width, kind = kind or "text" }
  end
  return { { name = w("问题", "findings"), rows = rows, columns = {
    column("文件", "path", 30), column("机关", "agency", 24), column("年度", "year", 8, "number"), column("规则", "rule", 24),
    column("程度", "severity", 8), column("位置", "place", 36), column("问题", "message", 48), column("原文", "quote", 36),
    column("应为", "expected", 14), column("写的是", "found", 14), column("算式", "formula", 24), column("依据", "basis", 36),
    column("改正", "remedy", 40), column("单独扣分", "own cost", 8), column("指纹", "fingerprint", 20) } } }
end

return layout {
  id     = "agency",
  title  = { zh = "单份报告审核结果", en = "Audit of a report" },
  html   = page,
  sheets = sheets,
}
