-- Duties about words: a phrase is there, a phrase is not there.

local declare = require "declare"
local fill = declare.fill
local bodiless = require("page").bodiless
local each_section = require("sections").each

local words = {}

-- What is wrong and what is right instead: without another search, the wrong words themselves are looked for.
local function phrases_of(right)
  local list = {}
  for wrong in pairs(right) do
    list[#list + 1] = wrong
  end
  return list
end

-- The regular expression of plain words, compared in normal form; nil for none.
local function pattern_of(o)
  local list = declare.list(o.phrase) or (o.right and not (o.pattern or o.patterns) and phrases_of(o.right))
  if not list then
    return o.pattern
  end
  local quoted = {}
  for i, phrase in ipairs(list) do
    quoted[i] = "\\Q" .. text.normal(phrase) .. "\\E"
  end
  return table.concat(quoted, "|")
end

-- By normal form, as matches have it.
local function right_of(o)
  if not o.right then
    return nil
  end
  local right = {}
  for wrong, due in pairs(o.right) do
    right[text.normal(wrong)] = due
  end
  return right
end

local function check_what(what, o)
  local n = (o.phrase and 1 or 0) + (o.pattern and 1 or 0) + (o.patterns and 1 or 0)
  if n > 1 or (n == 0 and not o.right) then
    declare.wrong(what, "phrase、pattern、patterns 写且只写一个", "write one of 'phrase', 'pattern' and 'patterns'", 1)
  end
end

-- Matches in one paragraph. What the rule allows does not count, so that nothing can hide behind it.
local function in_paragraph(paragraph, pattern, list, counts)
  local at = 1
  while #list < list.most do
    local m = paragraph:find(pattern, at)
    if not m then
      return
    end
    if not counts or counts(m) then
      list[#list + 1] = m
    end
    at = m.from + math.max(#m.text, 1)
  end
end

-- Paragraphs are only looked at one by one where the text as a whole has a match.
local function in_section(section, pattern, list, counts)
  if text.find(section.text, pattern) then
    for _, paragraph in ipairs(section.paragraphs) do
      in_paragraph(paragraph, pattern, list, counts)
    end
  end
end

-- What is declared, made ready for searching.
local function plan_of(o)
  return {
    pattern = pattern_of(o),
    patterns = declare.list(o.patterns) or {},
    keys = declare.list(o.section),
    wanted = declare.set(o.section),
  }
end

-- At most `most` matches that count, in the sections named or in the whole article; and whether there was anything to
-- look at.
local function search(report, out, plan, most, counts)
  local list, looked = { most = most }, false
  if plan.keys then
    each_section(report, out, plan.keys, function(section)
      looked = true
      if plan.pattern then
        in_section(section, plan.pattern, list, counts)
      end
    end)
  else
    local reason = bodiless(report)
    looked = #report.article > 0 and not reason
    for _, paragraph in ipairs(plan.pattern and report.article or {}) do
      in_paragraph(paragraph, plan.pattern, list, counts)
    end
    if not looked then
      out:unknown { reason = reason or { code = "no-text", zh = "没有辨认出正文", en = "no text of the report was recognised" } }
    end
  end
  for _, name in ipairs(looked and plan.patterns or {}) do
    for _, m in ipairs(report:matches(name)) do
      if #list < most and (not plan.wanted or plan.wanted[m.section]) and (not counts or counts(m)) then
        list[#list + 1] = m
      end
    end
  end
  return list, looked
end

-- The finding that explains why nothing is said where it belongs: the section is not there.
local function lost_section(report, key)
  for _, section in ipairs(report.official_sections) do
    if section.key == key and section.required and not section.found and section.order > 0 then
      return { rule = "structure.section-missing", at = { section = key } }
    end
  end
end

-- A place that the exceptions of the rule allow.
local function is_allowed(m, o)
  return (o.unless_before and text.find(m:before(60), "(?:" .. o.unless_before .. ")$") ~= nil)
    or (o.unless_behind and text.find(m:behind(60), "^(?:" .. o.unless_behind .. ")") ~= nil)
    or (o.unless and text.find(m:before(60) .. m.text .. m:behind(60), o.unless) ~= nil)
    or (o.not_section ~= nil and m.section == o.not_section)
end

--- A phrase is there: in the whole report, or in one of the sections named.
--- 写有某些词：在全文，或在指定的部分。
--- ```lua
--- local duty = require "duty"
--- local check = duty.phrase_present { phrase = "信息处理费", section = "other" }
--- check(report, out, parameters)
--- ```
---@class PhrasePresent
---@field phrase? string|string[] words; one of them is enough; 词语，写有其中之一即可
---@field pattern? string regular expression on the normal text, in place of `phrase`; 正则表达式，代替 phrase
---@field patterns? string|string[] names of the rule's own `patterns`, searched for all rules at once; 本规则 patterns 中的名字，检查得更快
---@field section? string|string[] keys of sections to look into; default: the whole report; 只查这些部分
---@field not_section? string key of a section in which it does not count; 写在这个部分不算
---@field unless_behind? string regular expression: does not count where the words right behind it match; 紧接在后的文字符合时不算
---@field belongs? string key of the section that a finding is put to; default: `section`; 问题记在哪个部分
---@field message? string|table what a finding says; 提示语
---@field expected? string what is due; default: the phrases; 应有的内容
---@field only? table for which bodies: { levels =, named =, not_named =, reason = }; 只适用于哪些机关
---@param o PhrasePresent
---@return function check
function words.present(o)
  declare.fields("duty.phrase_present", o, {
    phrase = "list", pattern = "pattern", patterns = "list", section = "list", not_section = "text", unless_behind = "pattern",
    belongs = "text", message = "message", expected = "text", only = "only",
  })
  check_what("duty.phrase_present", o)
  local counts = (o.not_section or o.unless_behind) and function(m)
    return not is_allowed(m, o)
  end or nil
  local plan = plan_of(o)
  local home = o.belongs or (plan.keys and plan.keys[1])
  local phrases = declare.list(o.phrase)
  local message = fill(o.message or { zh = "没有写到%s", en = "nothing is said on %s" },
    phrases and "“" .. table.concat(phrases, "”或“") .. "”" or "规定的内容",
    phrases and "\"" .. table.concat(phrases, "\" or \"") .. "\"" or "what is due")
  local expected = o.expected or (phrases and table.concat(phrases, " / ")) or nil
  return declare.only(o.only, function(report, out)
    local hits, looked = search(report, out, plan, 1, counts)
    if hits[1] then
      out:pass { at = hits[1] }
    elseif looked then
      local cause = home and lost_section(report, home)
      out:fail { at = home and report:section(home), message = message, expected = expected, cause = cause }
    end
  end)
end

-- More places tell nothing more.
local enough = 400

--- A phrase is not there. Each wording that stands there is one finding, its further places are evidence.
--- 没有某些词；同一写法只算一处，其余位置列为证据。
--- ```lua
--- local duty = require "duty"
--- local check = duty.phrase_absent { pattern = "XX+", unless_before = "[0-9A-Za-z]" }
--- check(report, out, parameters)
--- duty.phrase_absent { right = { ["布署"] = "部署" } }
--- ```
---@class PhraseAbsent
---@field phrase? string|string[] words, none of which may stand there; 词语，一个也不能有
---@field pattern? string regular expression on the normal text, in place of `phrase`; 正则表达式，代替 phrase
---@field patterns? string|string[] names of the rule's own `patterns`; 本规则 patterns 中的名字
---@field right? table what is wrong and what is right: { ["布署"] = "部署" }; alone, these are the words; 错误写法和正确写法；不写 phrase、pattern 时就查这些词
---@field unless? string regular expression: allowed where the words around (60 characters) match; 前后文字符合时不算
---@field unless_before? string the same of the words right before it; 紧接在前的文字符合时不算
---@field unless_behind? string the same of the words right behind it; 紧接在后的文字符合时不算
---@field section? string|string[] keys of sections to look into; default: the whole report; 只查这些部分
---@field message? string|table what a finding says, %s is what stands there; 提示语
---@field expected? string what is due in its place; 应写作
---@field only? table for which bodies; 只适用于哪些机关
---@param o PhraseAbsent
---@return function check
function words.absent(o)
  declare.fields("duty.phrase_absent", o, {
    phrase = "list", pattern = "pattern", patterns = "list", right = "map", unless = "pattern", unless_before = "pattern", unless_behind = "pattern",
    section = "list", message = "message", expected = "text", only = "only",
  })
  check_what("duty.phrase_absent", o)
  local plan = plan_of(o)
  local counts = (o.unless or o.unless_before or o.unless_behind) and function(m)
    return not is_allowed(m, o)
  end or nil
  local message, expected, right = o.message or { zh = "不应写“%s”", en = "\"%s\" must not stand here" }, o.expected, right_of(o)
  return declare.only(o.only, function(report, out)
    local hits, looked = search(report, out, plan, enough, counts)
    local places, order = {}, {}
    for _, m in ipairs(hits) do
      local known = places[m.text]
      if not known then
        known = {}
        places[m.text] = known
        order[#order + 1] = m.text
      end
      known[#known + 1] = m
    end
    for _, found in ipairs(order) do
      local list = places[found]
      out:fail {
        at = list[1],
        evidence = table.move(list, 2, #list, 1, {}),
        message = right and right[found] and {
          zh = "“" .. found .. "”应为“" .. right[found] .. "”",
          en = "\"" .. found .. "\" should be \"" .. right[found] .. "\"",
        } or fill(message, found),
        expected = right and right[found] or expected,
        found = list[1].raw,
      }
    end
    if looked and #order == 0 then
      out:pass()
    end
  end)
end

return words
