-- The yearly ranking: per group, ties shared; incomplete audits apart with their interval; the missing listed.
--
-- model = {
--   lang, office, year, profile = { name, max }, tool = { profile, rules_digest, version },
--   groups = { { name, ranked = { row… }, incomplete = { row… }, notscored = { row… }, missing = { { code, name } … } } … },
--   unmatched = { path… },
-- }
-- row = { rank, code, agency, level, score, grade, vetoed, low, high, findings = { veto, major, minor, advice }, lost = { { rule, title, points } … },
--         open, path, kind, published }

local h = require "html"
local words = require "words"

local function findings_text(counts)
  return (counts.veto or 0) .. " / " .. (counts.major or 0) .. " / " .. (counts.minor or 0) .. " / " .. (counts.advice or 0)
end

local function lost_text(lost, w)
  local parts = {}
  for i, item in ipairs(lost) do
    if i > 5 then
      parts[#parts + 1] = w("等", "…")
      break
    end
    parts[#parts + 1] = item.title .. " −" .. words.points(item.points)
  end
  return table.concat(parts, w("；", "; "))
end

local function ranked_table(group, w)
  if #group.ranked == 0 then
    return h.p { class = "note", w("本组还没有完成审核的报告。", "No audit of this group is complete yet.") }
  end
  local rows = {}
  for i, row in ipairs(group.ranked) do
    rows[i] = h.tr {
      h.td { class = "n", tostring(row.rank) }, h.td { row.agency }, h.td { class = "n", words.points(row.score) },
      h.td { class = "k", row.grade or "", row.vetoed and w("（一票否决）", " (vetoed)") or "" },
      h.td { class = "n", findings_text(row.findings) }, h.td { lost_text(row.lost, w) },
    }
  end
  return h.table { h.thead { h.tr { h.th { class = "n", w("名次", "Rank") }, h.th { w("机关", "Agency") }, h.th { class = "n", w("得分", "Score") },
    h.th { class = "k", w("等级", "Grade") }, h.th { class = "n", w("否决/严重/一般/建议", "veto/major/minor/advice") }, h.th { w("主要失分", "Points lost") } } },
    h.tbody { rows } }
end

local function incomplete_table(group, w)
  if #group.incomplete == 0 then
    return nil
  end
  local rows = {}
  for i, row in ipairs(group.incomplete) do
    rows[i] = h.tr { h.td { row.agency },
      h.td { class = "n", words.points(row.low) .. w(" 至 ", " to ") .. words.points(row.high) },
      h.td { class = "n", tostring(row.open) } }
  end
  return { h.h3 { w("未完成审核，不参加排名", "Incomplete: not ranked") },
    h.table { h.thead { h.tr { h.th { w("机关", "Agency") }, h.th { class = "n", w("得分区间", "Score between") }, h.th { class = "n", w("未判定项", "Open duties") } } },
      h.tbody { rows } } }
end

local function simple_list(title, rows, text_of)
  if #rows == 0 then
    return nil
  end
  local items = {}
  for i, row in ipairs(rows) do
    items[i] = h.li { text_of(row) }
  end
  return { h.h3 { title }, h.ul { items } }
end

local function group_nodes(group, model, w)
  return { h.h2 { group.name ~= "" and group.name or w("未分组", "No group") },
    ranked_table(group, w), incomplete_table(group, w),
    simple_list(w("不是本年度的年度报告或无法读取，不评分", "No annual report of the year, or unreadable: not scored"), group.notscored, function(row)
      return row.agency .. w("：", ": ") .. words.kind(row.kind, model.lang) .. w("（", " (") .. row.path .. w("）", ")")
    end),
    simple_list(w("没有报告", "No report"), group.missing, function(row) return row.name end) }
end

local function page(model)
  local w = words.of(model.lang)
  local nodes, ranked, missing = {}, 0, 0
  for _, group in ipairs(model.groups) do
    ranked, missing = ranked + #group.ranked, missing + #group.missing
    nodes[#nodes + 1] = group_nodes(group, model, w)
  end
  local title = model.office .. w(" " .. model.year .. "年度政府信息公开工作年度报告审核排名", ": ranking of the annual reports for " .. model.year)
  return h.page { title = title, lang = model.lang, style = "report.css",
    h.h1 { title },
    h.p { class = "facts", h.span { w("评分细则 ", "profile ") .. model.profile.name }, h.span { w("满分 ", "maximum ") .. words.points(model.profile.max) },
      h.span { w("参加排名 ", "ranked ") .. ranked }, h.span { w("没有报告 ", "without report ") .. missing } },
    nodes,
    simple_list(w("没有对应到机关的文件", "Files that match no agency"), model.unmatched, function(path) return path end),
    h.p { class = "note", w("同分并列；有未判定的关键项时不给名次，只给得分区间；一处错误只扣一次。",
      "Equal scores share a rank; where a blocking duty is open there is an interval and no rank; one error costs once.") },
    h.footer { w("审核程序 Auditor ", "Auditor ") .. model.tool.version .. w("；评分细则 ", "; profile ") .. model.tool.profile
      .. w("；规则摘要 ", "; rules digest ") .. model.tool.rules_digest } }
end

local function column(w, zh, en, width, kind)
  return { title = w(zh, en), width = width, kind = kind or "text" }
end

local function ranking_rows(model, w)
  local rows = {}
  for _, group in ipairs(model.groups) do
    for _, row in ipairs(group.ranked) do
      rows[#rows + 1] = { group.name, row.rank, row.code, row.agency, row.score, row.grade or "", row.vetoed and w("是", "yes") or "",
        row.findings.veto or 0, row.findings.major or 0, row.findings.minor or 0, row.findings.advice or 0, lost_text(row.lost, w), row.published or "" }
    end
    for _, row in ipairs(group.incomplete) do
      rows[#rows + 1] = { group.name, w("未完成", "incomplete"), row.code, row.agency,
        words.points(row.low) .. "–" .. words.points(row.high), "", "", row.findings.veto or 0, row.findings.major or 0, row.findings.minor or 0,
        row.findings.advice or 0, w("未判定 " .. row.open .. " 项", row.open .. " open duties"), row.published or "" }
    end
    for _, row in ipairs(group.notscored) do
      local unread = row.kind == "unreadable" -- nothing was counted: a zero would look like a clean report
      rows[#rows + 1] = { group.name, unread and w("无法读取", "unreadable") or w("不评分", "not scored"), row.code, row.agency, "", "", "",
        unread and "" or row.findings.veto or 0, unread and "" or row.findings.major or 0, unread and "" or row.findings.minor or 0,
        unread and "" or row.findings.advice or 0, words.kind(row.kind, model.lang), "" }
    end
    for _, row in ipairs(group.missing) do
      rows[#rows + 1] = { group.name, w("没有报告", "no report"), row.code, row.name, "", "", "", "", "", "", "", "", "" }
    end
  end
  return rows
end

local function sheets(model)
  local w = words.of(model.lang)
  local function c(...)
    return column(w, ...)
  end
  local losses = {}
  for _, group in ipairs(model.groups) do
    for _, list in ipairs({ group.ranked, group.incomplete }) do
      for _, row in ipairs(list) do
        for _, item in ipairs(row.lost) do
          losses[#losses + 1] = { group.name, row.code, row.agency, item.rule, item.title, item.points }
        end
      end
    end
  end
  return {
    { name = w("排名", "ranking"), rows = ranking_rows(model, w), columns = {
      c("分组", "group", 14), c("名次", "rank", 10, "number"), c("代码", "code", 10), c("机关", "agency", 32), c("得分", "score", 10, "points"),
      c("等级", "grade", 10), c("一票否决", "vetoed", 10), c("否决", "veto", 7, "number"), c("严重", "major", 7, "number"),
      c("一般", "minor", 7, "number"), c("建议", "advice", 7, "number"), c("主要失分", "points lost", 60), c("发布日期", "published", 12, "date") } },
    { name = w("失分明细", "deductions"), rows = losses, columns = {
      c("分组", "group", 14), c("代码", "code", 10), c("机关", "agency", 32), c("规则", "rule", 28), c("检查项", "duty", 40), c("扣分", "points", 10, "points") } },
  }
end

return layout {
  id     = "ranking",
  title  = { zh = "年度排名", en = "Yearly ranking" },
  html   = page,
  sheets = sheets,
}
