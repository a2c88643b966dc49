-- What changed between two assessments: totals, what moved the scores, and each agency with its findings.
--
-- model = { lang, office, more, before = { name, profile, profile_digest, rules_digest, version, year }, after = { … },
--   totals = { better, worse, unchanged, unknown, changed, new, gone, same, moved = { work, rules, profile, scope, other } },
--   agencies = { { agency, code, group, before = side, after = side, change, moved, report, findings = { new = { finding… }, gone = { … }, same } } … } }
-- side = { score, low, high, max, rank, grade, complete, vetoed, kind }; nil: not in that register
-- finding = { rule, title, severity, place, section, table, row, column, line, fingerprint }

local h = require "html"
local words = require "words"
local figures = require "figures"

local function side_text(side, w)
  if side == nil then
    return w("不在名录", "not registered")
  elseif side.score then
    return words.points(side.score) .. (side.rank and w("（第" .. words.points(side.rank) .. "名）", " (no. " .. words.points(side.rank) .. ")") or "")
  elseif side.low then
    return words.points(side.low) .. "–" .. words.points(side.high)
  end
  return side.kind == "missing" and w("没有报告", "no report") or side.kind == "not-due" and w("期限未到", "not due")
    or w("不评分", "not scored")
end

local function findings_list(list, label)
  if #list == 0 then
    return nil
  end
  local items = h.each(list, function(f) return h.li { f.title, " · ", f.place, " ", h.span { class = "rule", f.rule } } end)
  return { h.p { h.b { label } }, h.ul { items } }
end

local reports = {
  changed = { "报告已改", "another report" }, new = { "新交报告", "a report came in" }, gone = { "报告已撤", "the report is gone" },
  same = { "报告未改", "the same report" }, none = { "没有报告", "no report" },
}

local function agency_row(a, same_year, w)
  local report = reports[a.report]
  return h.tr {
    h.td { a.agency }, h.td { class = "k", a.group }, h.td { class = "k", side_text(a.before, w) }, h.td { class = "k", side_text(a.after, w) },
    h.td { class = "n", a.change and figures.signed(a.change) or "" },
    h.td { figures.moved_text(a.moved, w), same_year and h.p { class = "note", w(report[1], report[2]) } or "" },
    h.td {
      findings_list(a.findings.gone, w("消失", "gone")) or "", findings_list(a.findings.new, w("新增", "new")) or "",
      h.p { class = "note", w("仍在 " .. words.points(a.findings.same), words.points(a.findings.same) .. " still there") } },
  }
end

local function assessment(a)
  return a.name .. " (" .. a.profile .. ")"
end

local function what_differs(model, w)
  local parts = {}
  for _, part in ipairs({ { "rules_digest", "规则", "rules" }, { "profile_digest", "评分细则", "scoring sheet" }, { "version", "程序", "program" } }) do
    if model.before[part[1]] ~= model.after[part[1]] then
      parts[#parts + 1] = w(part[2], part[3])
    end
  end
  return #parts == 0 and w("规则、评分细则、程序都没有变。", "Rules, scoring sheet and program are the same.")
    or w("有变动：", "Changed: ") .. table.concat(parts, w("、", ", "))
end

local function page(model)
  local w = words.of(model.lang)
  local t = model.totals
  local movements = figures.moved_text(t.moved, w)
  local title = w("两次审核的比较：", "Two assessments compared: ") .. assessment(model.before) .. " → " .. assessment(model.after)
  local body = #model.agencies == 0 and h.p { w("没有变化。", "Nothing changed.") } or h.table {
    h.thead { h.tr { h.th { w("机关", "Agency") }, h.th { w("分组", "Group") }, h.th { w("之前", "Before") }, h.th { w("之后", "After") },
      h.th { class = "n", w("变动", "Change") }, h.th { w("原因", "Why") }, h.th { w("问题", "Findings") } } },
    h.tbody { h.each(model.agencies, function(a) return agency_row(a, model.before.year == model.after.year, w) end) } }
  return h.page { title = title, lang = model.lang, style = "report.css",
    h.h1 { title }, h.p { class = "facts", model.office }, h.p { what_differs(model, w) },
    h.p { w(
      string.format("%d 个机关有变化：得分升 %d，降 %d，不变 %d，不可比 %d；问题新增 %d，消失 %d，仍在 %d。", t.changed, t.better, t.worse, t.unchanged,
        t.unknown, t.new, t.gone, t.same),
      string.format("%d agencies changed: score up %d, down %d, the same %d, not comparable %d; findings new %d, gone %d, still there %d.", t.changed,
        t.better, t.worse, t.unchanged, t.unknown, t.new, t.gone, t.same)) },
    movements ~= "" and h.p { w("全部变动：", "All movements: "), movements } or "", body, words.more(model, w) }
end

local function sheets(model)
  local w = words.of(model.lang)
  local function column(zh, en, width, kind)
    return { title = w(zh, en), width = width, kind = kind or "text" }
  end
  local rows, findings = {}, {}
  for _, a in ipairs(model.agencies) do
    local before, after, moved = a.before or {}, a.after or {}, a.moved or {}
    rows[#rows + 1] = { a.code, a.agency, a.group, before.score or "", before.rank or "", after.score or "", after.rank or "", a.change or "",
      moved.work or "", moved.rules or "", moved.profile or "", moved.scope or "", moved.other or "", w(reports[a.report][1], reports[a.report][2]),
      #a.findings.new, #a.findings.gone, a.findings.same }
    for _, kind in ipairs({ { "gone", "消失", "gone" }, { "new", "新增", "new" } }) do
      for _, f in ipairs(a.findings[kind[1]]) do
        findings[#findings + 1] = { a.code, a.agency, w(kind[2], kind[3]), f.title, f.rule, f.severity, f.place, f.section, f.table, f.row, f.column, f.line,
          f.fingerprint }
      end
    end
  end
  return {
    { name = w("机关", "agencies"), rows = rows, columns = {
      column("机关代码", "code", 12), column("机关", "agency", 26), column("分组", "group", 14), column("原得分", "score before", 9, "points"),
      column("原名次", "rank before", 8, "number"), column("现得分", "score after", 9, "points"), column("现名次", "rank after", 8, "number"),
      column("变动", "change", 8, "points"), column("报告改动", "work", 9, "points"), column("规则改动", "rules", 9, "points"),
      column("分值改动", "sheet", 9, "points"), column("范围改动", "scope", 9, "points"), column("其他", "other", 9, "points"),
      column("报告", "report", 14), column("新增问题", "new findings", 9, "number"), column("消失问题", "findings gone", 9, "number"),
      column("仍在问题", "still there", 9, "number") } },
    { name = w("问题", "findings"), rows = findings, columns = {
      column("机关代码", "code", 12), column("机关", "agency", 26), column("变化", "change", 8), column("事项", "duty", 30), column("规则", "rule", 24),
      column("程度", "severity", 8), column("位置", "place", 30), column("章节", "section", 12), column("表", "table", 12), column("行", "row", 14),
      column("列", "column", 12), column("行号", "line", 8, "number"), column("指纹", "fingerprint", 20) } },
  }
end

return layout {
  id     = "diff",
  title  = { zh = "两次审核的比较", en = "Two assessments compared" },
  html   = page,
  sheets = sheets,
}
