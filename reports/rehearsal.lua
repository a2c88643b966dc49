-- A year under other rules: what appears and vanishes, whose grade and rank change, which rules never or nearly
-- always fire. docs/schema/rehearsal.schema.json describes the model.

local h = require "html"
local words = require "words"

local function column(w, zh, en, width, kind)
  return { title = w(zh, en), width = width, kind = kind or "text" }
end

local states = {
  pass = { "通过", "pass" }, fail = { "不通过", "fail" }, error = { "执行出错", "error" }, unknown = { "无法判定", "unknown" },
  notapplicable = { "不适用", "not applicable" }, notchecked = { "未检查", "not checked" }, notselected = { "未选用", "not selected" },
  informational = { "提示", "informational" }, fixed = { "已整改", "fixed" },
}
local severities = { veto = { "否决", "veto" }, major = { "严重", "major" }, minor = { "一般", "minor" }, advice = { "建议", "advice" } }
local fates = { added = { "新增", "added" }, edited = { "改动", "edited" }, removed = { "移除", "removed" }, kept = { "", "" } }

local function word(list, key, w)
  local pair = list[key]
  return pair and w(pair[1], pair[2]) or key or ""
end

local function state_word(key, w)
  return key and word(states, key, w) or w("无此规则", "no such rule")
end

-- "严重", or "严重 → 一般" for a finding that bears another severity now.
local function severity_word(f, w)
  local before, after = f.before and word(severities, f.before, w), f.after and word(severities, f.after, w)
  if before and after and before ~= after then
    return before .. " → " .. after
  end
  return after or before or w("提示", "informational")
end

local function place_word(place, w)
  if place.status == "ranked" then
    return words.points(place.score) .. " " .. (place.grade or "") .. (place.vetoed and w("（一票否决）", " (vetoed)") or "")
  elseif place.status == "incomplete" then
    return w("未完成 ", "incomplete ") .. words.points(place.low) .. "–" .. words.points(place.high)
  end
  return place.status == "missing" and w("没有报告", "no report") or place.status == "notdue" and w("期限未到", "not due")
    or w("不评分", "not scored")
end

local function rank_word(place, w)
  return place.rank and tostring(place.rank) or w("无名次", "no rank")
end

local function changed_words(a, w)
  local parts = {}
  if a.grade_changed then
    parts[#parts + 1] = w("等级", "grade")
  end
  if a.score_changed then
    parts[#parts + 1] = w("得分", "score")
  end
  if a.rank_changed then
    parts[#parts + 1] = w("名次", "rank")
  end
  return table.concat(parts, w("、", ", "))
end

local function grid(heads, rows)
  local cells = {}
  for i, head in ipairs(heads) do
    cells[i] = h.th { head }
  end
  return h.table { h.thead { h.tr { cells } }, h.tbody { rows } }
end

local function section(title, count, body)
  if count == 0 then
    return nil
  end
  return { h.h2 { title .. " " .. count }, body }
end

local function agency_section(model, w)
  local rows = {}
  for _, a in ipairs(model.agencies) do
    if a.grade_changed or a.score_changed or a.rank_changed then
      rows[#rows + 1] = h.tr { h.td { a.group or "" }, h.td { a.agency or "" }, h.td { changed_words(a, w) },
        h.td { place_word(a.before, w) }, h.td { place_word(a.after, w) },
        h.td { class = "n", rank_word(a.before, w) }, h.td { class = "n", rank_word(a.after, w) } }
    end
  end
  return section(w("得分、等级或名次改变的机关", "Agencies whose score, grade or rank changes"), #rows,
    grid({ w("分组", "Group"), w("机关", "Agency"), w("改变", "Changes"), w("之前", "Before"), w("之后", "After"),
      w("名次之前", "Rank before"), w("名次之后", "Rank after") }, rows))
end

local function rule_section(model, w)
  local rows = {}
  for _, r in ipairs(model.rules) do
    if r.fate ~= "kept" or r.appear + r.vanish + r.change + r.states > 0 then
      local after = r.after or { fires = 0, applies = 0 }
      rows[#rows + 1] = h.tr { h.td { h.code { r.id } }, h.td { r.title or "" }, h.td { word(fates, r.fate, w) },
        h.td { class = "n", tostring(r.appear) }, h.td { class = "n", tostring(r.vanish) }, h.td { class = "n", tostring(r.change) },
        h.td { class = "n", tostring(r.states) }, h.td { class = "n", after.fires .. " / " .. after.applies } }
    end
  end
  return section(w("有变化的规则", "Rules with changes"), #rows,
    grid({ w("规则", "Rule"), w("检查项", "Duty"), w("规则本身", "The rule"), w("新出现", "Appear"), w("消失", "Vanish"), w("改变", "Changed"),
      w("判定改变", "States"), w("触发 / 适用", "Fires / applies") }, rows))
end

-- What of a finding that is on both sides reads otherwise.
local function was_nodes(f, w)
  if not f.was then
    return nil
  end
  local nodes = {}
  if f.was.message ~= f.message then
    nodes[#nodes + 1] = h.p { class = "note", w("之前：", "before: ") .. (f.was.message or "") }
  end
  if f.was.caused ~= f.caused then
    nodes[#nodes + 1] = h.p { class = "note", f.caused and w("现在由另一处问题引起，不另扣分", "follows from another finding now, costs nothing")
      or w("原由另一处问题引起，现在单独计", "followed from another finding, counts by itself now") }
  end
  return nodes
end

local function finding_section(title, list, w)
  local rows = {}
  for i, f in ipairs(list) do
    rows[i] = h.tr { h.td { h.code { f.rule } }, h.td { class = "k", severity_word(f, w) }, h.td { f.agency or f.path },
      h.td { f.where }, h.td { f.message or "", was_nodes(f, w) } }
  end
  return section(title, #rows, grid({ w("规则", "Rule"), w("程度", "Severity"), w("机关", "Agency"), w("位置", "Place"), w("问题", "Finding") }, rows))
end

local function state_section(model, w)
  local rows = {}
  for i, s in ipairs(model.states) do
    rows[i] = h.tr { h.td { h.code { s.rule } }, h.td { s.agency or s.path }, h.td { class = "k", state_word(s.before, w) },
      h.td { class = "k", state_word(s.after, w) }, h.td { s.reason or "" } }
  end
  return section(w("判定改变", "States that change"), #rows,
    grid({ w("规则", "Rule"), w("机关", "Agency"), w("之前", "Before"), w("之后", "After"), w("原因", "Reason") }, rows))
end

local function rule_list(model, key, title, w)
  local items = {}
  for _, r in ipairs(model.rules) do
    if r[key] then
      local count = key == "broken" and w("：出错 ", ": breaks on ") .. (r.after.states.error or 0) .. w("/", " of ") .. r.after.documents
        or w("：触发 ", ": fires on ") .. r.after.fires .. w("/", " of ") .. r.after.applies
      items[#items + 1] = h.li { h.code { r.id }, " " .. (r.title or "") .. count }
    end
  end
  return section(title, #items, h.ul { items })
end

local function lost_section(model, w)
  local items = {}
  for _, d in ipairs(model.documents) do
    if d.lost then
      items[#items + 1] = h.li { d.path .. w("：", ": ") .. d.lost }
    end
  end
  return section(w("没有重判、按原样计的文件", "Not judged again, taken as they were"), #items, h.ul { items })
end

local function judge_word(judge, w, other)
  local edited = other and other.profile == judge.profile and other.profile_digest ~= judge.profile_digest
  local note = edited and w("（内容有改动）", " (edited)") or ""
  return w("评分细则 ", "profile ") .. judge.profile .. note .. w("，", ", ") .. words.rules_digest(judge.rules_digest:sub(1, 19), w)
end

local function page(model)
  local w = words.of(model.lang)
  local title = w(model.year .. "年度规则预演", "Rehearsal of the rules on " .. model.year)
  local before = model.before.stored and w("已存的审核结果", "what is stored") or
    w("按现状重判：已存结果与现在 assess 会给出的不同", "judged again by what is in use: what is stored is not what assess would give now")
  local after = model.overlay and w("现用规则之上加 ", "rules in use, overlaid by ") .. model.overlay or w("现用规则", "rules in use")
  return h.page { title = title, lang = model.lang, style = "report.css",
    h.h1 { title },
    h.p { class = "facts", h.span { model.office }, h.span { w("重判文件 ", "documents judged again ") .. model.summary.judged },
      h.span { w("没有改写任何结果", "nothing was written") } },
    h.p { w("之前：", "Before: "), before, w("；", "; "), judge_word(model.before, w) },
    h.p { w("之后：", "After: "), after, w("；", "; "), judge_word(model.after, w, model.before) },
    not model.summary.changed and h.p { class = "note", w("没有任何变化。", "Nothing changes.") },
    rule_section(model, w), agency_section(model, w),
    finding_section(w("新出现的问题", "Findings that appear"), model.findings.appear, w),
    finding_section(w("消失的问题", "Findings that vanish"), model.findings.vanish, w),
    finding_section(w("说法或程度改变的问题", "Findings that read otherwise"), model.findings.change, w),
    state_section(model, w),
    rule_list(model, "broken", w("执行出错的规则", "Rules that break"), w),
    rule_list(model, "nearly", w("几乎处处触发的规则（适用文件的九成以上）", "Rules that fire nearly always (90 % or more of what they apply to)"), w),
    rule_list(model, "never", w("从不触发的规则", "Rules that never fire"), w),
    lost_section(model, w),
    h.footer { words.program(model.after.version, w) } }
end

-- One row a change, so that a single table (CSV) holds them all.
local function change_rows(model, w)
  local rows = {}
  local function add(kind, item, rule, before, after, where, text)
    rows[#rows + 1] = { kind, item.code or "", item.agency or "", item.path or "", rule, before, after, where, text }
  end
  for _, a in ipairs(model.agencies) do
    local item = { code = a.code, agency = a.agency, path = a.after.path or a.before.path }
    if a.grade_changed or a.score_changed then
      add(a.grade_changed and w("等级", "grade") or w("得分", "score"), item, "", place_word(a.before, w), place_word(a.after, w), "", "")
    end
    if a.rank_changed then
      add(w("名次", "rank"), item, "", rank_word(a.before, w), rank_word(a.after, w), a.group or "", "")
    end
  end
  local lists = { { "appear", "问题新出现", "finding appears" }, { "vanish", "问题消失", "finding vanishes" }, { "change", "问题改变", "finding changes" } }
  for _, list in ipairs(lists) do
    for _, f in ipairs(model.findings[list[1]]) do
      local none = w("提示", "informational")
      add(w(list[2], list[3]), f, f.rule, list[1] == "appear" and "" or f.before and word(severities, f.before, w) or none,
        list[1] == "vanish" and "" or f.after and word(severities, f.after, w) or none, f.where, f.message or "")
    end
  end
  for _, s in ipairs(model.states) do
    add(w("判定", "state"), s, s.rule, state_word(s.before, w), state_word(s.after, w), "", s.reason or "")
  end
  return rows
end

local function note_word(rule, w)
  return rule.broken and w("执行出错", "breaks") or rule.never and w("从不触发", "never") or rule.nearly and w("几乎处处", "nearly always") or ""
end

local function rule_rows(model, w)
  local rows = {}
  for i, r in ipairs(model.rules) do
    local before, after = r.before or { fires = "", applies = "" }, r.after or { fires = "", applies = "" }
    rows[i] = { r.id, r.title or "", word(fates, r.fate, w), r.pack_before or "", r.pack_after or "", r.appear, r.vanish, r.change, r.states,
      before.fires, after.fires, after.applies, note_word(r, w) }
  end
  return rows
end

local function sheets(model)
  local w = words.of(model.lang)
  local function c(...)
    return column(w, ...)
  end
  return {
    { name = w("变化", "changes"), rows = change_rows(model, w), columns = {
      c("变化", "change", 12), c("代码", "code", 10), c("机关", "agency", 32), c("文件", "document", 32), c("规则", "rule", 28),
      c("之前", "before", 18), c("之后", "after", 18), c("位置", "place", 32), c("说明", "text", 60) } },
    { name = w("规则", "rules"), rows = rule_rows(model, w), columns = {
      c("规则", "rule", 28), c("检查项", "duty", 40), c("规则本身", "the rule", 10), c("规则包之前", "pack before", 22), c("规则包之后", "pack after", 22),
      c("新出现", "appear", 8, "number"), c("消失", "vanish", 8, "number"), c("改变", "changed", 8, "number"), c("判定改变", "states", 10, "number"),
      c("触发之前", "fired before", 10, "number"), c("触发之后", "fires after", 10, "number"), c("适用", "applies", 8, "number"),
      c("提醒", "note", 14) } },
  }
end

return layout {
  id     = "rehearsal",
  title  = { zh = "规则预演", en = "Rehearsal of rules" },
  html   = page,
  sheets = sheets,
}
