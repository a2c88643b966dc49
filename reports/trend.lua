-- Scores, ranks and findings over the years, with lines drawn.
--
-- model = { lang, office, agency (its name when it is about one), more, last,
--   years = { { year, profile, profile_digest, rules_digest, agencies, groups = { { name, mean, ranked } … } } … },
--   agencies = { { agency, code, group, years = { { year, score, max, rank, grade, complete, kind } … } } … },
--   rules = { { rule, title, counts = { n … } } … } }   counts stand as the years do: of one agency its findings, else agencies that have any

local h = require "html"
local words = require "words"

local colours = { "#1f5a94", "#b3261e", "#1c6b3a", "#8a5a00", "#6a3d9a", "#5b6670" }

-- Where a year stands between the first and the last, from 0 to 1.
local function position(model, y)
  local first, last = model.years[1].year, model.years[#model.years].year
  return last > first and (model.years[y].year - first) / (last - first) or 0
end

-- The lines of a chart; a year without a value breaks a line.
local function runs_of(model, values, width, height)
  local runs, run = {}, {}
  for y = 1, #model.years do
    if values[y] then
      run[#run + 1] = { position(model, y) * width, height * (1 - math.max(0, math.min(1, values[y]))) }
    elseif #run > 0 then
      runs[#runs + 1], run = run, {}
    end
  end
  if #run > 0 then
    runs[#runs + 1] = run
  end
  return runs
end

local function draw(model, values, width, height, colour, thick)
  return h.each(runs_of(model, values, width, height), function(run)
    if #run == 1 then
      return h.circle { cx = string.format("%.1f", run[1][1]), cy = string.format("%.1f", run[1][2]), r = tostring(thick * 1.5), fill = colour }
    end
    local points = {}
    for i, point in ipairs(run) do
      points[i] = string.format("%.1f,%.1f", point[1], point[2])
    end
    return h.polyline { points = table.concat(points, " "), fill = "none", stroke = colour, ["stroke-width"] = tostring(thick) }
  end)
end

local function share(score, max)
  return score and max and max > 0 and score / max or false
end

local function best_max(model)
  local max = 100
  for _, agency in ipairs(model.agencies) do
    for _, year in ipairs(agency.years) do
      max = math.max(max, year.max or 0)
    end
  end
  return max
end

local function swatch(colour)
  return h.svg { width = "18", height = "8", viewBox = "0 0 18 8", h.rect { x = "0", y = "2", width = "16", height = "4", fill = colour } }
end

-- A line for each group's mean, and the agency's own when there is only one.
local function chart(model, w)
  local width, height = 720, 220
  local names, lines, max = {}, {}, best_max(model)
  for y, year in ipairs(model.years) do
    for _, group in ipairs(year.groups) do
      if not lines[group.name] then
        lines[group.name] = {}
        for i = 1, #model.years do
          lines[group.name][i] = false
        end
        names[#names + 1] = group.name
      end
      lines[group.name][y] = share(group.mean, max)
    end
  end
  local nodes, legend = {}, {}
  for i = 0, 4 do
    local y = height * i / 4
    nodes[#nodes + 1] = h.line { x1 = "0", y1 = tostring(y), x2 = tostring(width), y2 = tostring(y), stroke = "#d5dbe1" }
    nodes[#nodes + 1] = h.text { x = tostring(width + 6), y = tostring(y + 4), ["font-size"] = "11", fill = "#5b6670", words.points(max * (4 - i) / 4) }
  end
  for i, year in ipairs(model.years) do
    local x = width * position(model, i)
    nodes[#nodes + 1] = h.text { x = string.format("%.1f", x), y = tostring(height + 18), ["font-size"] = "11", ["text-anchor"] = "middle", fill = "#5b6670",
      words.points(year.year) }
  end
  for i, name in ipairs(names) do
    local colour = colours[(i - 1) % #colours + 1]
    nodes[#nodes + 1] = draw(model, lines[name], width, height, colour, 2)
    legend[#legend + 1] = h.span { swatch(colour),
      (name == "" and w("未分组", "no group") or name) .. w("平均", ", mean") }
  end
  if model.agency and model.agencies[1] then
    local own = h.each(model.agencies[1].years, function(year) return share(year.score, max) end)
    nodes[#nodes + 1] = draw(model, own, width, height, "#1d2329", 3)
    legend[#legend + 1] = h.span { swatch("#1d2329"), model.agencies[1].agency }
  end
  return { h.svg { viewBox = "-20 -10 800 250", width = "100%", role = "img", nodes }, h.p { class = "facts", legend } }
end

-- Why a year has no score, in the words of the ranking.
local reasons = { [""] = { "–", "–" }, missing = { "没有报告", "missing" }, ["not-due"] = { "期限未到", "not due" },
  unreadable = { "无法读取", "unreadable" }, ["annual-report"] = { "未完成", "open" } }

local function year_text(year, w)
  if year.score then
    return words.points(year.score) .. (year.rank and w("（" .. words.points(year.rank) .. "）", " (" .. words.points(year.rank) .. ")") or "")
  end
  local reason = reasons[year.kind] or { "不评分", "not scored" }
  return w(reason[1], reason[2])
end

local function year_heads(model)
  return h.each(model.years, function(year) return h.th { class = "n", words.points(year.year) } end)
end

local function agencies_table(model, w)
  local max = best_max(model)
  local rows = h.each(model.agencies, function(a)
    local line = draw(model, h.each(a.years, function(year) return share(year.score, max) end), 90, 22, "#1f5a94", 1.5)
    return h.tr { h.td { a.agency }, h.td { a.group }, h.each(a.years, function(year) return h.td { class = "n", year_text(year, w) } end),
      h.td { h.svg { width = "96", height = "28", viewBox = "-3 -3 96 28", line } } }
  end)
  return h.table { h.thead { h.tr { h.th { w("机关", "Agency") }, h.th { w("分组", "Group") }, year_heads(model), h.th { w("走势", "Trend") } } }, h.tbody { rows } }
end

local function rules_table(model, w)
  if #model.rules == 0 then
    return h.p { w("各年度都没有发现问题。", "No year has any finding.") }
  end
  local rows = h.each(model.rules, function(r)
    return h.tr { h.td { r.title, " ", h.span { class = "rule", r.rule } }, h.each(r.counts, function(n) return h.td { class = "n", words.points(n) } end) }
  end)
  return h.table { h.thead { h.tr { h.th { w("事项", "Duty") }, year_heads(model) } }, h.tbody { rows } }
end

local function page(model)
  local w = words.of(model.lang)
  local single = model.agency ~= nil
  local title = model.agency or w("历年走势", "Over the years")
  return h.page { title = title, lang = model.lang, style = "report.css",
    h.h1 { title }, h.p { class = "facts", model.office },
    chart(model, w),
    h.h2 { w("得分（名次）", "Score (rank)") }, agencies_table(model, w), words.more(model, w),
    h.h2 { single and w("问题数", "Findings") or w("有问题的机关数", "Agencies with findings") }, rules_table(model, w) }
end

local function sheets(model)
  local w = words.of(model.lang)
  local function column(zh, en, width, kind)
    return { title = w(zh, en), width = width, kind = kind or "text" }
  end
  local rows, rules, rule_columns = {}, {}, { column("规则", "rule", 24), column("事项", "duty", 36) }
  for _, a in ipairs(model.agencies) do
    for _, year in ipairs(a.years) do
      rows[#rows + 1] = { a.code, a.agency, a.group, year.year, year.score or "", year.max or "", year.rank or "", year.grade, year.kind }
    end
  end
  for _, year in ipairs(model.years) do
    rule_columns[#rule_columns + 1] = { title = words.points(year.year), width = 8, kind = "number" }
  end
  for i, r in ipairs(model.last and model.rules or {}) do
    rules[i] = { r.rule, r.title, table.unpack(r.counts) }
  end
  return {
    { name = w("得分", "scores"), rows = rows, columns = { column("机关代码", "code", 12), column("机关", "agency", 26), column("分组", "group", 14),
      column("年度", "year", 8, "number"), column("得分", "score", 9, "points"), column("满分", "maximum", 9, "points"), column("名次", "rank", 8, "number"),
      column("等级", "grade", 10), column("种类", "kind", 16) } },
    { name = w("问题", "findings"), rows = rules, columns = rule_columns },
  }
end

return layout {
  id     = "trend",
  title  = { zh = "历年走势", en = "Over the years" },
  html   = page,
  sheets = sheets,
}
