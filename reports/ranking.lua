-- The yearly ranking: per group, ties shared; incomplete audits apart with their interval; the missing listed.
--
-- model = {
--   schema, lang, office, year, tool = { profile, rules_digest, version },
--   profile = { name, title, max, indicators = { { id, name, points } … } }, range = { draws, percent, seed },
--   past = { year }?,
--   groups = { { name, ranked = { row… }, incomplete = { row… }, notscored = { row… }, missing = { { code, name } … }, notdue = { { code, name } … },
--     statistics = { agencies, ranked, incomplete, notscored, missing, absent, notdue, distribution = { n… }, highest?, lowest?, mean?,
--       median? } } … },
--   defects = { { rule, title, agencies, count, points } … }, unmatched = { path… }, unmatched_near = { { path, candidates = { { code, name } … } } … },
-- }
-- statistics count all, lists may be cut: `html` gets what a page can show, `sheets` is called with some hundred rows after the other, in
-- the order of a table; the last part has `last` and `unmatched`. An agency without a report is in `missing`, or, when the profile says what it
-- gets, ranked with kind "missing"; `absent` counts both. While its deadline is to come it is in `notdue`, and in neither of them.
-- row = { rank, range = { best, worst }, code, agency, level, score, grade, vetoed, low, high, open, path, kind, published,
--   findings = { veto, major, minor, advice }, lost = { { rule, title, indicator, severity, count, points } … },
--   past = { rank, group, score, change?, moved = { work, rules, profile, scope, other }? }? }

local h = require "html"
local words = require "words"
local figures = require "figures"

local function findings_text(counts)
  return (counts.veto or 0) .. " / " .. (counts.major or 0) .. " / " .. (counts.minor or 0) .. " / " .. (counts.advice or 0)
end

local function lost_text(lost, w)
  local parts = {}
  for _, item in ipairs(lost) do
    if item.points > 0 and #parts == 5 then
      parts[#parts + 1] = w("等", "…")
      break
    elseif item.points > 0 then
      parts[#parts + 1] = item.title .. " −" .. words.points(item.points)
    end
  end
  return table.concat(parts, w("；", "; "))
end

local function range_text(row)
  local range = row.range
  return range.best == range.worst and tostring(range.best) or range.best .. "–" .. range.worst
end

-- Places that a row went up (positive) or down; nil when there is nothing to compare with.
local function climb(row, group)
  return row.past and row.past.group == group.name and row.rank and row.past.rank - row.rank or nil
end

local function past_text(row, group, w)
  if not row.past then
    return w("无", "none")
  end
  local up = climb(row, group)
  if not up then -- ranked in another group then
    return row.past.rank .. w("（", " (") .. (row.past.group ~= "" and row.past.group or w("未分组", "no group")) .. w("）", ")")
  end
  return row.past.rank .. (up > 0 and " ↑" .. up or up < 0 and " ↓" .. -up or " =")
end

-- What a page leaves out is said.
local function more(rows, all, w)
  local rest = all - #rows
  return rest > 0 and h.p { class = "note", w("此处只列前 " .. #rows .. " 项，另有 " .. rest .. " 项，见 Excel 或 CSV 表。",
    "The first " .. #rows .. " only; " .. rest .. " more are in the workbook and the CSV table.") } or ""
end

-- What is to be said beside a grade.
local function remark(row, w)
  return (row.vetoed and w("（一票否决）", " (vetoed)") or "") .. (row.kind == "missing" and w("（没有报告）", " (no report)") or "")
end

local function ranked_table(group, model, w)
  if #group.ranked == 0 then
    return h.p { class = "note", w("本组还没有完成审核的报告。", "No audit of this group is complete yet.") }
  end
  local rows = {}
  for i, row in ipairs(group.ranked) do
    rows[i] = h.tr {
      h.td { class = "n", tostring(row.rank) }, h.td { row.agency }, h.td { class = "n", words.points(row.score) },
      h.td { class = "k", row.grade or "", remark(row, w) },
      h.td { class = "n", range_text(row) },
      model.past and { h.td { class = "k", past_text(row, group, w) }, h.td { figures.past_text(row, w) } } or "",
      h.td { class = "n", findings_text(row.findings) }, h.td { lost_text(row.lost, w) },
    }
  end
  local past = model.past and { h.th { class = "k", w(model.past.year .. "年名次", "Rank of " .. model.past.year) },
    h.th { w("分数变动及原因", "Score moved by") } } or ""
  return { h.table { h.thead { h.tr { h.th { class = "n", w("名次", "Rank") }, h.th { w("机关", "Agency") }, h.th { class = "n", w("得分", "Score") },
    h.th { class = "k", w("等级", "Grade") }, h.th { class = "n", w("名次区间", "Rank range") }, past,
    h.th { class = "n", w("否决/严重/一般/建议", "veto/major/minor/advice") }, h.th { w("未做到的要求及失分", "Not met, and points lost") } } },
    h.tbody { rows } }, more(group.ranked, group.statistics.ranked, w) }
end

local function incomplete_table(group, w)
  if #group.incomplete == 0 then
    return nil
  end
  local rows = {}
  for i, row in ipairs(group.incomplete) do
    rows[i] = h.tr { h.td { row.agency, remark(row, w) },
      h.td { class = "n", words.points(row.low) .. w(" 至 ", " to ") .. words.points(row.high) },
      h.td { class = "n", tostring(row.open) } }
  end
  return { h.h3 { w("未完成审核，不参加排名", "Incomplete: not ranked") },
    h.table { h.thead { h.tr { h.th { w("机关", "Agency") }, h.th { class = "n", w("得分区间", "Score between") }, h.th { class = "n", w("未判定项", "Open duties") } } },
      h.tbody { rows } }, more(group.incomplete, group.statistics.incomplete, w) }
end

local function simple_list(title, rows, all, text_of, w, level)
  if #rows == 0 then
    return nil
  end
  local items = {}
  for i, row in ipairs(rows) do
    items[i] = h.li { text_of(row) }
  end
  return { (level or h.h3) { title }, h.ul { items }, more(rows, all, w) }
end

local function group_nodes(group, model, w)
  return { h.h2 { group.name ~= "" and group.name or w("未分组", "No group") },
    figures.distribution(group.statistics, model.profile.max, w), ranked_table(group, model, w), incomplete_table(group, w),
    simple_list(w("不是本年度的年度报告或无法读取，不评分", "No annual report of the year, or unreadable: not scored"), group.notscored, group.statistics.notscored,
      function(row)
        return row.agency .. w("：", ": ") .. words.kind(row.kind, model.lang) .. w("（", " (") .. row.path .. w("）", ")")
      end, w),
    simple_list(w("没有报告", "No report"), group.missing, group.statistics.missing, function(row) return row.name end, w),
    simple_list(w("公布期限未到，还没有报告", "No report yet, and none is due"), group.notdue, group.statistics.notdue,
      function(row) return row.name end, w) }
end

-- How many agencies there are and what became of each; who is in no rank is not left out.
local function counts(model, w)
  local kinds = {
    { "agencies", w("机关 ", "agencies ") }, { "ranked", w("参加排名 ", "ranked ") }, { "incomplete", w("未完成审核 ", "incomplete "), true },
    { "notscored", w("不评分 ", "not scored "), true }, { "absent", w("没有报告 ", "without report ") },
    { "notdue", w("期限未到 ", "not due yet "), true },
  }
  local spans = {}
  for _, kind in ipairs(kinds) do
    local n = 0
    for _, group in ipairs(model.groups) do
      n = n + group.statistics[kind[1]]
    end
    if n > 0 or not kind[3] then
      spans[#spans + 1] = h.span { kind[2] .. n }
    end
  end
  return spans
end

local function page(model)
  local w = words.of(model.lang)
  local nodes = {}
  for i, group in ipairs(model.groups) do
    nodes[i] = group_nodes(group, model, w)
  end
  local title = model.office .. w(" " .. model.year .. "年度政府信息公开工作年度报告审核排名", ": ranking of the annual reports for " .. model.year)
  return h.page { title = title, lang = model.lang, style = "report.css",
    h.h1 { title },
    h.p { class = "facts", h.span { w("评分细则 ", "profile ") .. model.profile.title }, h.span { w("满分 ", "maximum ") .. words.points(model.profile.max) },
      counts(model, w) },
    nodes,
    simple_list(w("没有对应到机关的文件", "Files that match no agency"), model.unmatched, #model.unmatched, function(path) return path end, w, h.h2),
    h.p { class = "note", w("同分并列，不设其他排序条件，并列者按机关代码先后列出；有未判定的关键项时不给名次，只给得分区间；一处错误只扣一次。",
      "Equal scores share a rank: there is no tie-breaker, and those who share one are listed by code. "
        .. "Where a blocking duty is open there is an interval and no rank; one error costs once.") },
    h.p { class = "note", figures.range_note(model, w) },
    model.past and h.p { class = "note", w("分数变动按原因分列：报告改动、规则改动、分值改动（评分细则）、范围改动（检查项增减）、其他（人工决定、封顶等），各项之和等于变动。",
      "What moved a score: work (the report itself), rules, sheet (prices), scope (duties added or dropped), other (decisions, caps); "
      .. "they sum to the change.") } or "",
    h.footer { words.program(model.tool.version, w) .. w("；评分细则 ", "; profile ") .. model.tool.profile
      .. w("；", "; ") .. words.rules_digest(model.tool.rules_digest, w) } }
end

local function column(w, zh, en, width, kind)
  return { title = w(zh, en), width = width, kind = kind or "text" }
end

local function severity_text(severity, w)
  local names = { veto = w("否决", "veto"), major = w("严重", "major"), minor = w("一般", "minor"), advice = w("建议", "advice") }
  return names[severity] or w("提示", "note")
end

local function moved(row, cause)
  local causes = row.past and row.past.moved
  return causes and causes[cause] or ""
end

local function ranking_rows(model, w)
  local rows = {}
  for _, group in ipairs(model.groups) do
    for _, row in ipairs(group.ranked) do
      local past = row.past or {}
      rows[#rows + 1] = { group.name, row.rank, row.code, row.agency, row.score,
        (row.grade or "") .. (row.kind == "missing" and w("（没有报告）", " (no report)") or ""), row.vetoed and w("是", "yes") or "",
        row.findings.veto or 0, row.findings.major or 0, row.findings.minor or 0, row.findings.advice or 0, lost_text(row.lost, w), row.published or "",
        row.range.best, row.range.worst, past.rank or "", climb(row, group) or "", past.score or "", past.change or "", moved(row, "work"),
        moved(row, "rules"), moved(row, "profile"), moved(row, "scope"), moved(row, "other") }
    end
    for _, row in ipairs(group.incomplete) do
      rows[#rows + 1] = { group.name, w("未完成", "incomplete"), row.code, row.agency,
        words.points(row.low) .. "–" .. words.points(row.high), "", "", row.findings.veto or 0, row.findings.major or 0, row.findings.minor or 0,
        row.findings.advice or 0, w("未判定 " .. row.open .. " 项", row.open .. " open duties"), row.published or "",
        "", "", row.past and row.past.rank or "", "", row.past and row.past.score or "", "", "", "", "", "", "" }
    end
    for _, row in ipairs(group.notscored) do
      local unread = row.kind == "unreadable" -- nothing was counted: a zero would look like a clean report
      rows[#rows + 1] = { group.name, unread and w("无法读取", "unreadable") or w("不评分", "not scored"), row.code, row.agency, "", "", "",
        unread and "" or row.findings.veto or 0, unread and "" or row.findings.major or 0, unread and "" or row.findings.minor or 0,
        unread and "" or row.findings.advice or 0, words.kind(row.kind, model.lang), "", "", "", "", "", "", "", "", "", "", "", "" }
    end
    for _, list in ipairs({ { group.missing, w("没有报告", "no report") }, { group.notdue, w("期限未到", "not due yet") } }) do
      for _, row in ipairs(list[1]) do
        rows[#rows + 1] = { group.name, list[2], row.code, row.name, "", "", "", "", "", "", "", "", "",
          "", "", "", "", "", "", "", "", "", "", "" }
      end
    end
  end
  return rows
end

-- Points lost by indicator; what no indicator explains (points of persons, caps, floors, a bonus) stands under `other`, so that
-- a row sums to its score.
local function indicator_row(group, row, model)
  local by_id, cells, sum = {}, { group.name, row.code, row.agency, model.profile.max }, 0
  for _, item in ipairs(row.lost) do
    if item.indicator then
      by_id[item.indicator] = (by_id[item.indicator] or 0) + item.points
    end
  end
  for _, indicator in ipairs(model.profile.indicators) do
    local lost = by_id[indicator.id] or 0
    cells[#cells + 1] = -lost
    sum = sum + lost
  end
  cells[#cells + 1] = math.floor((row.score - model.profile.max + sum) * 1000 + 0.5) / 1000
  cells[#cells + 1] = row.score
  return cells
end

local function sheets(model)
  local w = words.of(model.lang)
  local function c(...)
    return column(w, ...)
  end
  local losses, indicators, absent = {}, {}, {}
  local heads = { c("分组", "group", 14), c("代码", "code", 10), c("机关", "agency", 32), c("满分", "maximum", 9, "points") }
  for _, indicator in ipairs(model.profile.indicators) do
    heads[#heads + 1] = { title = indicator.id .. " " .. indicator.name, width = 12, kind = "points" }
  end
  heads[#heads + 1], heads[#heads + 2] = c("其他", "other", 9, "points"), c("得分", "score", 9, "points")
  for _, group in ipairs(model.groups) do
    for _, list in ipairs({ group.ranked, group.incomplete }) do
      for _, row in ipairs(list) do
        for _, item in ipairs(row.lost) do
          losses[#losses + 1] = { group.name, row.code, row.agency, item.rule, item.title,
            severity_text(item.severity, w), item.count, item.points }
        end
        if row.kind == "missing" then
          absent[#absent + 1] = { group.name, row.code, row.agency, w("没有报告", "no report"), "" }
        end
      end
    end
    for _, row in ipairs(group.ranked) do
      indicators[#indicators + 1] = indicator_row(group, row, model)
    end
    for _, row in ipairs(group.missing) do
      absent[#absent + 1] = { group.name, row.code, row.name, w("没有报告", "no report"), "" }
    end
    for _, row in ipairs(group.notdue) do
      absent[#absent + 1] = { group.name, row.code, row.name, w("公布期限未到，还没有报告", "no report yet, not due"), "" }
    end
    for _, row in ipairs(group.notscored) do
      absent[#absent + 1] = { group.name, row.code, row.agency, words.kind(row.kind, model.lang), row.path }
    end
  end
  for _, path in ipairs(model.unmatched) do
    absent[#absent + 1] = { "", "", "", w("没有对应到机关", "matches no agency"), path }
  end
  return {
    { name = w("排名", "ranking"), rows = ranking_rows(model, w), columns = {
      c("分组", "group", 14), c("名次", "rank", 10, "number"), c("代码", "code", 10), c("机关", "agency", 32), c("得分", "score", 10, "points"),
      c("等级", "grade", 10), c("一票否决", "vetoed", 10), c("否决", "veto", 7, "number"), c("严重", "major", 7, "number"),
      c("一般", "minor", 7, "number"), c("建议", "advice", 7, "number"), c("未做到的要求及失分", "not met, points lost", 60), c("发布日期", "published", 12, "date"),
      c("名次上限", "best rank", 9, "number"), c("名次下限", "worst rank", 9, "number"), c("上年名次", "last rank", 9, "number"),
      c("名次升降", "places gained", 9, "number"), c("上年得分", "last score", 9, "points"), c("分数变动", "change", 9, "points"),
      c("报告改动", "work", 9, "points"), c("规则改动", "rules", 9, "points"), c("分值改动", "sheet", 9, "points"), c("范围改动", "scope", 9, "points"),
      c("其他", "other", 8, "points") } },
    { name = w("指标", "indicators"), rows = indicators, columns = heads },
    { name = w("问题", "findings"), rows = losses, columns = {
      c("分组", "group", 14), c("代码", "code", 10), c("机关", "agency", 32), c("规则", "rule", 28), c("检查项", "duty", 40),
      c("程度", "severity", 8), c("处数", "places", 8, "number"), c("扣分", "points", 10, "points") } },
    { name = w("缺报", "missing"), rows = absent, columns = {
      c("分组", "group", 14), c("代码", "code", 10), c("机关", "agency", 32), c("情况", "state", 20), c("文件", "file", 40) } },
  }
end

return layout {
  id     = "ranking",
  title  = { zh = "年度排名", en = "Yearly ranking" },
  html   = page,
  sheets = sheets,
}
