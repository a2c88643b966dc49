-- The statistics annex of the years 2014 to 2018 adds up (国办发〔2014〕32号). It is no official table of a form: its rows are
-- found by their labels, in a table or with one cell a line, and what is not there is not added up.

-- Rows by their labels, without ordinals, notes and units. A row that stands twice belongs to the one above it.
local rows = {
  ["收到申请数"] = "received", ["当面申请数"] = "in_person", ["传真申请数"] = "by_fax", ["网络申请数"] = "online", ["信函申请数"] = "by_letter",
  ["申请办结数"] = "done", ["按时办结数"] = "in_time", ["延期办结数"] = "extended",
  ["申请答复数"] = "answered", ["属于已主动公开范围数"] = "known", ["同意公开答复数"] = "granted", ["同意部分公开答复数"] = "partly",
  ["不同意公开答复数"] = "refused", ["涉及国家秘密"] = "r1", ["涉及商业秘密"] = "r2", ["涉及个人隐私"] = "r3",
  ["危及国家安全、公共安全、经济安全和社会稳定"] = "r4", ["不是《条例》所指政府信息"] = "r5", ["法律法规规定的其他情形"] = "r6",
  ["不属于本行政机关公开数"] = "not_ours", ["申请信息不存在数"] = "none", ["告知作出更改补充数"] = "amend", ["告知通过其他途径办理数"] = "elsewhere",
  ["行政复议数量"] = "review", ["行政诉讼数量"] = "suit",
  ["维持具体行政行为数"] = "upheld", ["维持具体行政行为或者驳回原告诉讼请求数"] = "upheld", ["被依法纠错数"] = "corrected", ["其他情形数"] = "rest",
  ["从事政府信息公开工作人员数"] = "staff", ["专职人员数"] = "full_time", ["兼职人员数"] = "part_time",
  ["主动公开政府信息数"] = "published", ["政府公报公开政府信息数"] = "gazette", ["政府网站公开政府信息数"] = "site",
  ["政务微博公开政府信息数"] = "weibo", ["政务微信公开政府信息数"] = "wechat", ["其他方式公开政府信息数"] = "otherwise",
  ["主动公开规范性文件数"] = "documents", ["制发规范性文件总数"] = "documents_made",
  ["参加或举办新闻发布会总次数"] = "briefings", ["主要负责同志参加新闻发布会次数"] = "briefings_head",
  ["政府网站在线访谈次数"] = "interviews", ["主要负责同志参加政府网站在线访谈次数"] = "interviews_head",
  ["政府网站线上访谈次数"] = "interviews", ["主要负责同志参加政府网站线上访谈次数"] = "interviews_head",
}
local heads = { review = "review.", suit = "suit." } -- what stands below them

local equations = {
  { "received", { "in_person", "by_fax", "online", "by_letter" } },
  { "done", { "in_time", "extended" } },
  { "answered", { "known", "granted", "partly", "refused", "not_ours", "none", "amend", "elsewhere" } },
  { "refused", { "r1", "r2", "r3", "r4", "r5", "r6" } },
  { "review", { "review.upheld", "review.corrected", "review.rest" }, open = true }, -- pending cases have no row
  { "suit", { "suit.upheld", "suit.corrected", "suit.rest" }, open = true },
  { "staff", { "full_time", "part_time" } },
}
-- Only a doubt: the row is not more than these together.
local doubts = {
  { "published", { "gazette", "site", "weibo", "wechat", "otherwise" } },
  { "briefings_head", { "briefings" } },
  { "interviews_head", { "interviews" } },
  { "documents", { "documents_made" } },
}

local ordinal = "^(?:[(]?[一二三四五六七八九十0-9]{1,3}[)]?[、.]?)?(?:其中:?)?"
local number = "^([0-9]{1,9}(?:\\.[0-9]+)?)(?:条|件|次|个|人|篇|人次|场)?$"
local unit = "^(?:条|件|次|个|人|篇|人次|场|—|-)$"

-- Key of a row and what stands behind its label in the same paragraph.
local function row_of(s)
  local rest = text.gsub(text.gsub(s, "\\s", ""), ordinal, "", 1)
  local label, tail = text.match(rest, "^([一-龥《》、]{4,30}?)(?:\\([^()]*\\))?(?:[|:](.*))?$")
  if not label then
    label, tail = text.match(rest, "^([一-龥《》、]{4,30}[数量密私定息形])(?:\\([^()]*\\))?(?:条|件|次|个|人|篇|人次|场)?([0-9]+)(?:条|件|次|个|人|篇|人次|场)?$")
  end
  return label and rows[label], label, tail
end

local function cell_value(tail)
  for part in text.gmatch(tail, "[^|]+") do
    local value = text.match(part, number)
    if value then
      return tonumber(value)
    end
  end
  return nil
end

-- The value in one of the next cells: behind the unit.
local function next_value(article, i)
  for k = i + 1, math.min(i + 2, #article) do
    local s = article[k].text
    local value = text.match(s, number)
    if value then
      return tonumber(value)
    elseif not text.find(s, unit) then
      return nil
    end
  end
  return nil
end

local function read(report, first)
  local found, head, n, article = {}, nil, 0, report.article
  for i = first, #article do
    local at = i
    local key, label, tail = row_of(article[i].text)
    if not key and article[i + 1] then -- a label broken into two lines
      key, label, tail = row_of(article[i].text .. article[i + 1].text)
      at = i + 1
    end
    if key then
      if heads[key] then
        head = heads[key]
      elseif key == "upheld" or key == "corrected" or key == "rest" then
        key = (head or "") .. key
      end
      local value = tail and cell_value(tail) or next_value(article, at)
      if not found[key] then
        found[key] = { value = value, at = article[i], label = label }
        n = n + 1
      end
    end
  end
  return found, n
end

-- Sum, formula and places of the parts; nil where one is not there or is no number.
local function add_up(found, parts)
  local sum, formula, places = 0, {}, {}
  for i, key in ipairs(parts) do
    local row = found[key]
    if not row or not row.value then
      return nil
    end
    sum = sum + row.value
    formula[i] = string.format("%d", row.value)
    places[i] = row.at
  end
  return sum, table.concat(formula, " + "), places
end

local function judge(out, found, e)
  local whole = found[e[1]]
  local sum, formula, places = add_up(found, e[2])
  if not whole or not whole.value or not sum then
    return
  end
  local shown = string.format("%d", whole.value)
  local finding = {
    at = whole.at,
    evidence = places,
    message = { zh = "附表“" .. whole.label .. "”不等于各分项之和", en = "a row of the annex is not the sum of its parts: " .. whole.label },
    expected = string.format("%d", sum),
    found = shown,
    formula = formula .. " = " .. string.format("%d", sum) .. " ≠ " .. shown,
  }
  if sum == whole.value then
    out:pass { at = whole.at }
  elseif e.open and sum < whole.value then
    out:inform(finding)
  else
    out:fail(finding)
  end
end

local function doubt(out, found, e)
  local part = found[e[1]]
  local sum, formula, places = add_up(found, e[2])
  if part and part.value and sum and part.value > sum then
    out:inform {
      at = part.at,
      evidence = places,
      message = { zh = "附表“" .. part.label .. "”多于相关各项，请核实", en = "a row of the annex is more than the rows it belongs to: " .. part.label },
      found = string.format("%d", part.value),
      formula = string.format("%d", part.value) .. " > " .. formula,
    }
  end
end

return rule {
  id       = "annex.sums",
  title    = { zh = "统计附表各项相加相符", en = "The statistics annex adds up" },
  why      = {
    zh = "附表上报国家统计，收到、办结、答复各数应当等于所列分项之和。",
    en = "The annex goes into national statistics; requests received, done and answered are the sums of the rows below them.",
  },
  severity = "minor",
  forms    = { "2008" },
  basis    = { "《国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知》（国办发〔2014〕32号）" },
  remedy   = {
    zh = "对照台账核对附表该项及其分项，改正填错的数。",
    en = "Check the row and the rows below it against the registers and correct the wrong one.",
  },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  patterns = {
    annex = {
      pattern = "收到申请数|申请办结数|申请答复数|从事政府信息公开工作人员数|行政复议数量|行政诉讼数量|主动公开政府信息数",
      literal = { "收到申请数", "申请办结数", "申请答复数", "工作人员数", "行政复议数量", "行政诉讼数量", "公开政府信息数" },
    },
  },
  check    = function(report, out)
    local first = report:matches("annex")[1]
    if not first or not first.paragraph.index then
      out:notapplicable { reason = { code = "no-annex", zh = "报告没有附统计表", en = "the report has no statistics annex" } }
      return
    end
    local found, n = read(report, first.paragraph.index)
    for _, e in ipairs(equations) do
      judge(out, found, e)
    end
    for _, e in ipairs(doubts) do
      doubt(out, found, e)
    end
    if n == 0 then
      out:notapplicable { reason = { code = "no-annex", zh = "报告没有附统计表", en = "the report has no statistics annex" } }
    end
  end,
}
