-- What pages say in two languages, and how they write numbers and places.

local words = {}

--- A function that picks the text of the page's language.
--- 按页面语言取文字的函数。
--- ```lua
--- local words = require "words"
--- local tr = words.of("en")
--- assert(tr("结论", "verdict") == "verdict")
--- ```
---@param lang string
---@return fun(zh: string, en: string): string pick
function words.of(lang)
  return function(zh, en)
    return lang == "en" and en or zh
  end
end

--- 92.5 for 92.5, 92 for 92.0: points as people write them.
--- 按习惯写分数：92.5、92。
--- ```lua
--- local words = require "words"
--- assert(words.points(92.0) == "92" and words.points(92.5) == "92.5")
--- ```
---@param value number?
---@return string text
function words.points(value)
  if value == nil then
    return ""
  end
  local whole = math.tointeger(value)
  if whole then
    return tostring(whole)
  end
  local s = string.format("%.3f", value)
  while s:sub(-1) == "0" do
    s = s:sub(1, -2)
  end
  return s
end

-- What a page says of the members of a long list that it has no room for.
function words.more(model, tr)
  local more = model.more or 0
  return more > 0 and { [0] = "p", class = "note", tr("另有 " .. words.points(more) .. " 项没有列在网页上，请用 csv、xlsx 或 json 输出。",
    words.points(more) .. " more are not on this page; csv, xlsx and json have them all.") } or ""
end

-- The program at the foot of a page of results, and the rules that were used. A page that comes back on paper is known by these
-- words (auditor/recognise/kind.c): both change together.
function words.program(version, tr)
  return tr("审核程序 Auditor ", "Auditor ") .. version
end

function words.rules_digest(digest, tr)
  return tr("规则摘要 ", "rules digest ") .. digest
end

-- Names by key: rows and columns of the official tables of a model.
function words.names(tables)
  local names = {}
  for _, t in ipairs(tables or {}) do
    local rows, columns = {}, {}
    for _, row in ipairs(t.rows) do
      rows[row.key] = row.name
    end
    for _, column in ipairs(t.columns) do
      columns[column.key] = column.name
    end
    names[t.key] = { name = t.name, rows = rows, columns = columns }
  end
  return names
end

local sections = {
  overview   = { "总体情况", "overview" },
  disclosure = { "主动公开政府信息情况", "proactive disclosure" },
  requests   = { "收到和处理政府信息公开申请情况", "requests" },
  disputes   = { "行政复议、行政诉讼情况", "reviews and lawsuits" },
  problems   = { "存在的主要问题及改进情况", "problems and improvement" },
  other      = { "其他需要报告的事项", "other matters" },
  fees       = { "收费及减免情况", "fees" },
}

-- A place as a person names it: table, row and column, or section; then the line of the file.
function words.place(place, names, lang)
  if not place then
    return ""
  end
  local w = words.of(lang)
  local parts = { place.document }
  local t = place.table and names[place.table]
  if t then
    parts[#parts + 1] = t.name
    parts[#parts + 1] = place.row and (t.rows[place.row] or place.row)
    parts[#parts + 1] = place.column and (t.columns[place.column] or place.column)
  elseif place.section and sections[place.section] then
    parts[#parts + 1] = w(sections[place.section][1], sections[place.section][2])
  end
  if place.line then
    local page = place.page and w("第" .. place.page .. "页", "page " .. place.page .. ", ") or ""
    local number = place.paragraph and w("第" .. place.line .. "段", "paragraph " .. place.line) or w("第" .. place.line .. "行", "line " .. place.line)
    parts[#parts + 1] = page .. number
  end
  if #parts == 0 then
    return w("全文", "the whole document")
  end
  return table.concat(parts, " · ")
end

local levels = {
  province = { "省级", "province" }, city = { "市级", "city" }, county = { "县级", "county" },
  township = { "乡镇街道", "township" }, department = { "部门", "department" }, zone = { "开发区", "zone" },
}

function words.level(key, lang)
  local level = levels[key]
  return level and words.of(lang)(level[1], level[2])
end

local kinds = {
  ["annual-report"] = { "年度报告", "annual report" },
  collection = { "多篇文章合集，不是年度报告", "a collection of texts, no annual report" },
  other = { "不是年度报告", "no annual report" },
  ["other-year"] = { "其他年度的报告", "a report of another year" },
  unreadable = { "无法读取", "unreadable" },
  missing = { "没有报告", "no report" },
  ["not-due"] = { "公布期限未到", "not due yet" },
}

function words.kind(key, lang)
  local kind = kinds[key] or kinds.other
  return words.of(lang)(kind[1], kind[2])
end

return words
