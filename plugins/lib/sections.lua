-- Duties that look into sections by their keys.

-- Undecided, because a section is not there, so that nothing in it could be judged; the finding on its absence
-- is the cause.
local function unknown(out, key)
  out:unknown {
    at = { section = key },
    reason = { code = "section-missing", zh = "文中没有这一部分", en = "the section is not there" },
    cause = { rule = "structure.section-missing", at = { section = key } },
  }
end

--- Calls judge(section) for each section of the keys, or for every section found; a key that is not found is undecided.
--- 对 keys 所列的部分（不写为文中各部分）调用 judge；没有的部分为无法判定。
--- ```lua
--- local sections = require "sections"
--- sections.each(report, out, { "other" }, function(section) assert(section.length > 0) end)
--- ```
---@param report Report
---@param out Out
---@param keys string[]?
---@param judge fun(section: Section)
local function each(report, out, keys, judge)
  if not keys then
    for _, section in ipairs(report.sections) do
      judge(section)
    end
    return
  end
  for _, key in ipairs(keys) do
    local section = report:section(key)
    if section then
      judge(section)
    else
      unknown(out, key)
    end
  end
end

-- What may stand before a heading that runs on with its text: the end of a sentence, a number, a bracket. "(一)" and the like
-- number what stands within a section.
local opens = "(?:^|(?<=[。;!?])|(?<=[0-9][、.]))"
local numbered = "(?:(?<=[一二三四五六七八九十][、.,: ])|(?<=[【\\[][一二三四五六七八九十][】\\]])|(?<=部分)|(?<=部分:)|(?<=部分 ))"
-- What is no heading: the beginning of a sentence that speaks of the matter, a reference.
local closes = "(?![、,;]|良好|平稳|较好|来看|和其他|及其他|(?:详见|见|如下|等)[^。]{0,12}(?:表|附件|部分))"

-- The official words of a heading, with the signs and words between them free; article 50 names the work before them.
local function wording(title)
  return "(?:政府信息公开工作)?" .. text.gsub(title, "[、,和及]", "[、,和及与]?")
end

-- A table of contents, the links of a page.
local function is_list(report, paragraph)
  local n = 0
  for _, official in ipairs(report.official_sections) do
    n = n + (text.find(paragraph.text, wording(official.title)) and 1 or 0)
  end
  return n > 1 and not text.contains(paragraph.text, "。")
end

local function find_in(report, pattern)
  local list = report.composition and #report.composition.parts > 2 and report.composition.paragraph
  for _, p in ipairs(report.article) do
    if not (list and list.order == p.order) and text.find(p.text, pattern) and not is_list(report, p) then
      return p
    end
  end
  return nil
end

-- How many of the missing headings stand at the beginning of a sentence.
local function count_loose(report)
  local n = 0
  for _, official in ipairs(report.official_sections) do
    if official.required and not official.found and find_in(report, opens .. wording(official.title) .. closes) then
      n = n + 1
    end
  end
  return n
end

--- The paragraph in which the official heading of a section stands without a line of its own, as in a page saved as one
--- paragraph; nil if none does. What the sentence on the report's parts names is no heading, nor is the beginning of one sentence
--- where all other headings have their lines.
--- 标题没有单独成行、与正文连写时所在的段落；没有则为 nil。“本报告由……组成”一句所列的不算，其他标题都单独成行时某一句的开头也不算。
--- ```lua
--- local sections = require "sections"
--- local paragraph = sections.run_in(report, report.official_sections[1])
--- assert(paragraph == nil or paragraph.text ~= "")
--- ```
---@param report Report
---@param official OfficialSection
---@return Paragraph?
local function run_in(report, official)
  local words = wording(official.title)
  local sure = find_in(report, numbered .. words .. closes .. "|[【\\[*#]" .. words .. "[】\\]*#]|" .. opens .. words .. "(?:$|[。:])")
  if sure then
    return sure
  end
  local paragraph = find_in(report, opens .. words .. closes)
  return paragraph and count_loose(report) > 1 and paragraph or nil
end

return { unknown = unknown, each = each, run_in = run_in }
