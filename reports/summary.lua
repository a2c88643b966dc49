-- The yearly summary (通报): how many reported, groups compared, the commonest defects, the best and the worst.
--
-- model = as in ranking.lua, but
--   groups = { { name, statistics, best = { count, rows = { row… } }, worst = { count, rows = { row… } }, missing = { { code, name } … },
--     notdue = { { code, name } … } } … },
--   movers = { row… },
-- }
-- best, worst: the first and the last five ranks of a group, with those who share one; count is how many that are, rows has the first fifty
-- of them. missing: the first hundred. movers: the ten whose score changed by most since last year.

local h = require "html"
local words = require "words"
local figures = require "figures"

local function total(model, what)
  local n = 0
  for _, group in ipairs(model.groups) do
    n = n + group.statistics[what]
  end
  return n
end

local function group_name(group, w)
  return group.name ~= "" and group.name or w("未分组", "No group")
end

local function groups_table(model, w)
  local rows = h.each(model.groups, function(group)
    local s = group.statistics
    return h.tr { h.td { group_name(group, w) }, h.td { class = "n", words.points(s.agencies) }, h.td { class = "n", tostring(s.ranked) },
      h.td { class = "n", tostring(s.incomplete) }, h.td { class = "n", tostring(s.notscored) },
      h.td { class = "n", tostring(s.absent) }, h.td { class = "n", words.points(s.mean) }, h.td { class = "n", words.points(s.median) },
      h.td { class = "n", words.points(s.highest) },
      h.td { class = "n", words.points(s.lowest) } }
  end)
  return h.table { h.thead { h.tr { h.th { w("分组", "Group") }, h.th { class = "n", w("应交", "Owed") }, h.th { class = "n", w("参加排名", "Ranked") },
    h.th { class = "n", w("未完成", "Incomplete") }, h.th { class = "n", w("不评分", "Not scored") }, h.th { class = "n", w("没有报告", "No report") },
    h.th { class = "n", w("平均", "Mean") }, h.th { class = "n", w("中位数", "Median") }, h.th { class = "n", w("最高", "Highest") },
    h.th { class = "n", w("最低", "Lowest") } } }, h.tbody { rows } }
end

local function defects_table(model, w)
  if #model.defects == 0 then
    return h.p { w("没有发现问题。", "Nothing was found.") }
  end
  local judged, rows = 0, {}
  for _, group in ipairs(model.groups) do
    judged = judged + group.statistics.agencies
  end
  for i, d in ipairs(model.defects) do
    if i > 20 then
      break
    end
    rows[i] = h.tr { h.td { class = "n", tostring(i) }, h.td { d.title, " ", h.span { class = "rule", d.rule } },
      h.td { class = "n", words.points(d.agencies) },
      h.td { class = "n", string.format("%.1f%%", 100 * d.agencies / judged) }, h.td { class = "n", words.points(d.count) },
      h.td { class = "n", words.points(d.points) } }
  end
  return h.table { h.thead { h.tr { h.th { class = "n", "" }, h.th { w("未做到的事项", "Duty not met") }, h.th { class = "n", w("机关数", "Agencies") },
    h.th { class = "n", w("占比", "Share") }, h.th { class = "n", w("处数", "Places") }, h.th { class = "n", w("共扣分", "Points in all") } } },
    h.tbody { rows } }
end

local function row_text(row, w)
  return row.agency .. w("：", ": ") .. words.points(row.score) .. w(" 分", " points") .. (row.grade and w("，", ", ") .. row.grade or "")
    .. w("，第 " .. row.rank .. " 名", ", rank " .. row.rank)
end

local function list(title, side, w)
  local items, rest = {}, side.count - #side.rows
  for i, row in ipairs(side.rows) do
    items[i] = h.li { row_text(row, w) }
  end
  if rest > 0 then
    items[#items + 1] = h.li { w("另有 " .. rest .. " 家并列", "and " .. rest .. " more that share a rank") }
  end
  return #items > 0 and { h.h4 { title }, h.ul { items } } or ""
end

-- The names there are, and how many more.
local function names_of(rows, all, w)
  local names = {}
  for i, row in ipairs(rows) do
    names[i] = row.name
  end
  local rest = all - #names
  return table.concat(names, w("、", ", ")) .. (rest > 0 and w("，另有 " .. rest .. " 家", ", and " .. rest .. " more") or "")
end

local function group_nodes(group, model, w)
  return { h.h3 { group_name(group, w) }, figures.distribution(group.statistics, model.profile.max, w),
    list(w("较好", "Best"), group.best, w), list(w("较差", "Worst"), group.worst, w),
    #group.missing > 0 and { h.h4 { w("没有报告", "No report") },
      h.p { names_of(group.missing, group.statistics.absent, w) } } or "",
    #group.notdue > 0 and { h.h4 { w("公布期限未到，还没有报告", "No report yet, and none is due") },
      h.p { names_of(group.notdue, group.statistics.notdue, w) } } or "" }
end

-- Who moved by most since last year.
local function movers(model, w)
  if not model.past or #model.movers == 0 then
    return ""
  end
  local items = {}
  for i, row in ipairs(model.movers) do
    items[i] = h.li { row.agency .. w("：", ": ") .. words.points(row.past.score) .. " → "
      .. words.points(row.score) .. w("，", ", ") .. figures.past_text(row, w) }
  end
  return { h.h2 { w("与 " .. words.points(model.past.year) .. " 年度相比变动最大的", "Moved most since " .. words.points(model.past.year)) }, h.ul { items } }
end

-- How far the corrections of the year are.
local function corrections(model, w)
  local names = { { "open", "待整改", "open" }, { "overdue", "逾期未整改", "overdue" }, { "fixed", "已整改", "corrected" },
    { "late", "逾期整改", "corrected late" }, { "withdrawn", "不再判为问题", "no longer found" },
    { "spared", "不再要求整改", "not asked for any more" }, { "returned", "再次出现或再次通知", "came back or was asked for again" } }
  local parts = {}
  for _, name in ipairs(names) do
    local n = model.corrections[name[1]]
    if n > 0 then
      parts[#parts + 1] = w(name[2], name[3]) .. " " .. words.points(n)
    end
  end
  local changed = model.changes.changed
  if changed > 0 then
    local back = words.points(model.changes.dated_back)
    parts[#parts + 1] = w("报告收到之后改过 " .. words.points(changed) .. " 次，其中发布日期改早 " .. back .. " 次",
      "changed after they came in " .. words.points(changed) .. ", dated back " .. back)
  end
  if #parts == 0 then
    return ""
  end
  return { h.h2 { w("整改情况", "Corrections") }, h.p { table.concat(parts, w("，", ", ")) .. w("。", ".") } }
end

local function page(model)
  local w = words.of(model.lang)
  local year = words.points(model.year)
  local owed, missing, notdue = total(model, "agencies"), total(model, "absent"), total(model, "notdue")
  local title = model.office .. w("关于 " .. year .. " 年度政府信息公开工作年度报告审核情况的通报", ": summary of the annual reports for " .. year)
  return h.page { title = title, lang = model.lang, style = "report.css",
    h.h1 { title },
    h.p { w("应交报告的机关 " .. owed .. " 家，没有报告的 " .. missing .. " 家，"
        .. (notdue > 0 and "公布期限未到的 " .. notdue .. " 家，" or "") .. "参加排名的 " .. total(model, "ranked") .. " 家，审核未完成的 "
        .. total(model, "incomplete") .. " 家，不评分的 " .. total(model, "notscored") .. " 家。评分细则：" .. model.profile.title .. "，满分 "
        .. words.points(model.profile.max) .. "。",
      owed .. " agencies owe a report; " .. missing .. " have none, "
        .. (notdue > 0 and "from " .. notdue .. " none is due yet, " or "") .. total(model, "ranked") .. " are ranked, " .. total(model, "incomplete")
        .. " incomplete, " .. total(model, "notscored") .. " not scored. Profile " .. model.profile.title
        .. ", maximum " .. words.points(model.profile.max) .. ".") },
    h.h2 { w("各组比较", "Groups compared") }, groups_table(model, w),
    h.h2 { w("常见问题", "Commonest defects") }, defects_table(model, w),
    corrections(model, w),
    h.h2 { w("各组情况", "Group by group") }, h.each(model.groups, function(group) return group_nodes(group, model, w) end),
    movers(model, w),
    h.footer { words.program(model.tool.version, w) .. w("；评分细则 ", "; profile ") .. model.tool.profile
      .. w("；", "; ") .. words.rules_digest(model.tool.rules_digest, w) } }
end

local function sheets(model)
  local w = words.of(model.lang)
  local function column(zh, en, width, kind)
    return { title = w(zh, en), width = width, kind = kind or "text" }
  end
  local groups, defects = {}, {}
  for i, group in ipairs(model.groups) do
    local s = group.statistics
    groups[i] = { group_name(group, w), s.agencies, s.ranked, s.incomplete, s.notscored, s.absent, s.notdue,
      s.mean or "", s.median or "", s.highest or "", s.lowest or "" }
  end
  for i, d in ipairs(model.defects) do
    defects[i] = { d.rule, d.title, d.agencies, d.count, d.points }
  end
  return {
    { name = w("常见问题", "defects"), rows = defects, columns = { column("规则", "rule", 28), column("问题", "defect", 40),
      column("机关数", "agencies", 9, "number"), column("处数", "places", 9, "number"), column("共扣分", "points", 9, "points") } },
    { name = w("各组", "groups"), rows = groups, columns = { column("分组", "group", 14), column("应交", "owed", 8, "number"),
      column("参加排名", "ranked", 9, "number"), column("未完成", "incomplete", 9, "number"), column("不评分", "not scored", 9, "number"),
      column("没有报告", "missing", 9, "number"), column("期限未到", "not due yet", 9, "number"),
      column("平均", "mean", 9, "points"), column("中位数", "median", 9, "points"),
      column("最高", "highest", 9, "points"), column("最低", "lowest", 9, "points") } },
  }
end

return layout {
  id     = "summary",
  title  = { zh = "年度通报", en = "Yearly summary" },
  html   = page,
  sheets = sheets,
}
