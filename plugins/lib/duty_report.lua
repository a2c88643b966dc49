-- Duties about the report as a whole: its title, its period, its text as it was read.

local declare = require "declare"
local fill = declare.fill
local is_unread = require("page").is_unread
local bodiless = require("page").bodiless

local whole = {}

-- What is left of a title when these words are taken away names something of its own.
local function is_named(title, beyond)
  for _, pattern in ipairs(beyond) do
    title = text.gsub(title, pattern, "")
  end
  return text.han(title) >= 2
end

local function has_all(title, patterns)
  for _, pattern in ipairs(patterns or {}) do
    if not text.find(title, pattern) then
      return false
    end
  end
  return true
end

local function lacking(title, parts)
  local zh, en = {}, {}
  for _, part in ipairs(parts) do
    if not has_all(title, part.pattern) or (part.beyond and not is_named(title, part.beyond)) then
      zh[#zh + 1], en[#en + 1] = part.name.zh, part.name.en
    end
  end
  return table.concat(zh, "、"), table.concat(en, ", ")
end

-- A line at the head that stands where a title stands, but names no report of this kind: "…2023年工作年度报告".
local function line_like_title(report)
  for i = 1, math.min(12, #report.blocks) do
    local line = report.blocks[i]
    if not line.hidden and not line.linked and text.find(line.text, "^[^。;,:<>]{6,40}(?:报告|年报)$") then
      return line
    end
  end
end

-- How the title should read, as far as that is known: {agency} and {year} of the report.
local function proposal(report, expected)
  local s = text.gsub(expected, "\\{agency\\}", report.agency or "（机关全称）")
  return (text.gsub(s, "\\{year\\}", report.year and string.format("%d", report.year) or "××××"))
end

--- The title of the report names what it must: the year, the agency, the kind of document …
--- 标题写全了应有的内容：年度、机关、文种等。
---
--- A part is found by regular expressions (`pattern`, one or several that must all match), or by what is left when other words are taken away (`beyond`);
--- `name` is what a finding calls it. A title complete in other words than `usual` is only noted.
--- 每一部分用 pattern（标题中应有）或 beyond（去掉这些词后还应有剩余）说明，name 是它的名称；齐全但不合 usual 的只作提示。
--- ```lua
--- local duty = require "duty"
--- local year = { pattern = "[0-9]{4}", name = { zh = "年度", en = "the year" } }
--- local check = duty.title_names { parts = { year }, expected = "{agency}{year}年政府信息公开工作年度报告" }
--- check(report, out, parameters)
--- ```
---@class TitleNames
---@field parts table[] { pattern =, name = { zh =, en = } } or { beyond = { … }, name = … }; 应有的各部分
---@field expected string how it should read, with {agency} and {year}; 应有的标题
---@field usual? string|string[] regular expressions of the usual wording; 通行写法的正则表达式
---@field only? table for which bodies; 只适用于哪些机关
---@param o TitleNames
---@return function check
function whole.title(o)
  declare.fields("duty.title_names", o, { parts = "entries!", expected = "text!", usual = "regexes", only = "only" })
  declare.entries("duty.title_names", o.parts, "parts", { pattern = "regexes", beyond = "regexes", name = "message!" })
  local parts, expected, usual = {}, o.expected, declare.list(o.usual)
  for i, part in ipairs(o.parts) do
    parts[i] = { pattern = declare.list(part.pattern), beyond = declare.list(part.beyond), name = fill(part.name) }
  end
  return declare.only(o.only, function(report, out)
    local title = report.title or line_like_title(report)
    if report.kind ~= "annual-report" then
      return out:notapplicable {
        reason = { code = "no-report", zh = "不是年度报告，不评价标题", en = "no annual report, so its title is not judged" },
      }
    elseif not title then
      return out:fail { message = { zh = "没有标题", en = "there is no title" }, expected = proposal(report, expected) }
    end
    local zh, en = lacking(title.text, parts)
    if zh ~= "" then
      out:fail {
        at = title,
        message = { zh = "标题缺少" .. zh, en = "the title lacks " .. en },
        expected = proposal(report, expected),
        found = title.raw,
      }
    elseif not has_all(title.text, usual) then
      out:inform {
        at = title,
        message = { zh = "标题中的报告名称与通行写法不同", en = "the title words the report's name in another way" },
        expected = proposal(report, expected),
        found = title.raw,
      }
    else
      out:pass { at = title }
    end
  end)
end

local function wrong_period(out, period, from, to, younger)
  local finding = {
    at = period,
    message = {
      zh = "统计期限为" .. period.from .. "至" .. period.to .. "，不是报告年度全年",
      en = "the period is " .. period.from .. " to " .. period.to .. ", not the whole report year",
    },
    expected = from .. " / " .. to,
    found = period.from .. " / " .. period.to,
  }
  local around = period.paragraph and period.paragraph.text or period.text
  if younger and period.to == to and period.from > from and text.find(around, younger) then
    return out:inform(finding)
  end
  out:fail(finding)
end

local function unreadable(out, period, zh, en)
  out:unknown { at = period, reason = { code = "unreadable", zh = zh, en = en } }
end

-- Marks lost when the page was saved: beyond doubt is a whole other year, and an end that kept all eight digits.
local whole_end = "(?<![0-9])20[0-9]{2}1[0-2](?:[12][0-9]|3[01])(?![0-9])"

local function is_doubtful(period)
  return period.damaged and not (period.from:sub(5) == "-01-01" and (period.to:sub(5) == "-12-31" or text.find(period.text, whole_end)))
end

local function judge_period(out, period, year, o)
  local from, to = string.format("%04d-01-01", year), string.format("%04d-12-31", year)
  local other = o.first_days and o.first_days[tostring(year)]
  if period.to == to and (period.from == from or (other and period.from == from:sub(1, 5) .. other)) then
    out:pass { at = period }
  elseif is_doubtful(period) then
    unreadable(out, period, "统计期限的日期残缺，无法辨认", "the dates of the period are damaged")
  else
    wrong_period(out, period, from, to, o.younger)
  end
end

-- "自2023年1月1日起至(2023年)11月30日": first and last day.
local function days_of(s)
  local year, month, day, other, last_month, last_day =
    text.match(s, "(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日[^0-9。;]{0,8}(?:(20[0-9]{2})年)?([0-9]{1,2})月([0-9]{1,2})日")
  if not year then
    return nil
  end
  local function day_of(y, m, d)
    return string.format("%s-%02d-%02d", y, tonumber(m), tonumber(d))
  end
  return day_of(year, month, day), day_of(other ~= "" and other or year, last_month, last_day)
end

-- Other sentences on the period of the report's figures name the same days.
local function judge_again(report, out, period, name)
  for _, m in ipairs(name and report:matches(name) or {}) do
    local from, to = days_of(m.text)
    if from and (from ~= period.from or to ~= period.to) then
      out:fail {
        at = m, evidence = { period },
        message = {
          zh = "文中写了两个统计期限：" .. period.from .. "至" .. period.to .. "，" .. from .. "至" .. to,
          en = "the text states two periods: " .. period.from .. " to " .. period.to .. ", " .. from .. " to " .. to,
        },
        expected = period.from .. " / " .. period.to,
        found = from .. " / " .. to,
      }
    end
  end
end

--- The period of the figures is stated, and is the whole report year.
--- 写明统计期限，且为报告年度全年。
--- ```lua
--- local duty = require "duty"
--- local check = duty.period_stated { unstated = "minor", younger = "成立|组建", impossible = "dates" }
--- check(report, out, parameters)
--- ```
---@class PeriodStated
---@field unstated? string severity where it is not stated; default: the rule's; 没有写明的程度
---@field by_form? table the same by form, before that: { ["2008"] = "minor" }; 按格式
---@field first_days? table years that may begin later: { ["2008"] = "05-01" }; 可以从别的日子起算的年度
---@field younger? string regular expression: a later start is only noted where its paragraph says so; 段落写明新成立等情况的，晚起算只作提示
---@field impossible? string name of the rule's pattern that finds a period with dates that no calendar has; 找出日期有误的统计期限的模式名
---@field again? string name of the rule's pattern that finds sentences on the period of the report: all name the same days; 找出写统计期限的各句的模式名，各句应一致
---@field only? table for which bodies; 只适用于哪些机关
---@param o? PeriodStated
---@return function check
function whole.period(o)
  o = o or {}
  declare.fields("duty.period_stated", o, {
    unstated = "severity", by_form = "severities", first_days = "map", younger = "pattern", impossible = "text", again = "text",
    only = "only",
  })
  local unstated, by_form = o.unstated, o.by_form
  local plan = { first_days = o.first_days, younger = o.younger }
  return declare.only(o.only, function(report, out)
    local period = report.period
    local reason = not period and bodiless(report)
    local impossible = not period and o.impossible and report:matches(o.impossible)[1]
    if reason then
      out:unknown { reason = reason }
    elseif impossible then
      out:fail {
        at = impossible,
        message = {
          zh = "统计期限的日期写错：“" .. impossible[1] .. "”",
          en = "the period names a date that does not exist: \"" .. impossible[1] .. "\"",
        },
        found = impossible[1],
      }
    elseif not period then
      out:fail {
        severity = by_form and report.form and by_form[report.form] or unstated,
        message = { zh = "没有写明统计期限", en = "the statistics period is not stated" },
      }
    elseif not report.year then
      out:unknown {
        at = period,
        reason = { code = "no-year", zh = "不知道报告年度", en = "the report year is not known" },
        cause = { rule = "identity.title" },
      }
    elseif not (period.from and period.to) then
      unreadable(out, period, "统计期限的日期无法辨认", "the dates of the period cannot be read")
    else
      judge_period(out, period, report.year, plan)
      judge_again(report, out, period, o.again)
    end
  end)
end

-- Garbled words where bytes were lost are those bytes: one cause, one finding.
local function judge_words(report, out, words, lost_bytes)
  for name, message in pairs(lost_bytes and {} or words.lost) do
    for _, m in ipairs(report:matches(name)) do
      out:fail { at = m, message = fill(message), remedy = message.remedy, found = m.raw }
    end
  end
  for name, message in pairs(words.noted) do
    local m = report:matches(name)[1]
    if m then
      out:inform { at = m, message = fill(message), remedy = message.remedy, found = m.raw }
    end
  end
  for pattern, message in pairs(words.raw) do
    local paragraph = report:find_raw(pattern)
    if paragraph then
      out:inform { at = paragraph, message = fill(message), remedy = message.remedy }
    end
  end
end

--- The text came here whole: what was lost on the way is a finding, what could be repaired is noted.
--- 文字没有损坏：丢失了的算问题，能还原的只作提示。
---
--- `lost` and `noted` go by the codes of `report.notices`; %s in a message is how many places there are.
--- lost、noted 按 report.notices 的 code 写提示语，%s 是处数。
---
--- Each message may have a `remedy` of its own, { zh = …, en = … }; else it is the rule's.
--- 每条提示语可以另写自己的 remedy，不写则用规则的。
---
--- `lost_words` and `noted_words` go by the rule's own patterns; `noted_raw` by patterns on the text as the file has it,
--- which the normal text no longer shows.
--- lost_words、noted_words 按规则自己的 patterns 写提示语；noted_raw 的正则表达式在原文上匹配，规整文本中已经没有的。
--- ```lua
--- local duty = require "duty"
--- local check = duty.text_intact { lost = { ["invalid-bytes"] = { zh = "%s处无法解码", en = "%s places undecoded" } } }
--- check(report, out, parameters)
--- ```
---@class TextIntact
---@field lost table messages by code; 算问题的
---@field noted? table messages by code; 只作提示的
---@field lost_words? table messages by the name of a pattern: every match counts; 按正则名，每处都算
---@field noted_words? table messages by the name of a pattern: the first match is noted; 按正则名，提示第一处
---@field noted_raw? table messages by regular expression on the raw text: noted once; 按原文上的正则表达式，提示一次
---@field only? table for which bodies; 只适用于哪些机关
---@param o TextIntact
---@return function check
function whole.intact(o)
  declare.fields("duty.text_intact", o, {
    lost = "messages!", noted = "messages", lost_words = "messages", noted_words = "messages", noted_raw = "messages", only = "only",
  })
  local lost, noted = o.lost, o.noted or {}
  local words = { lost = o.lost_words or {}, noted = o.noted_words or {}, raw = o.noted_raw or {} }
  return declare.only(o.only, function(report, out)
    if is_unread(report, out) then
      return
    end
    local lost_bytes = false
    for _, notice in ipairs(report.notices) do
      local code, count = notice.code, tostring(notice.count)
      if lost[code] then
        lost_bytes = true
        out:fail { at = notice, message = fill(lost[code], count), remedy = lost[code].remedy, found = count }
      elseif noted[code] then
        out:inform { at = notice, message = fill(noted[code], count), remedy = noted[code].remedy }
      end
    end
    judge_words(report, out, words, lost_bytes)
    out:pass()
  end)
end

return whole
