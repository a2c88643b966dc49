-- Duties about the report's sections: they are there, hold something, stand in order, bear their headings.

local declare = require "declare"
local fill = declare.fill
local section_list = require "sections"
local each_section, run_in = section_list.each, section_list.run_in
local tables = require "tables"
local absence = tables.absence
local bodiless = require("page").bodiless

local parts = {}

local function no_form(out)
  out:unknown {
    reason = { code = "no-year", zh = "不知道报告年度，不能确定适用的格式", en = "without a year it is open which form applies" },
    cause = { rule = "identity.title" },
  }
end

-- A form that leaves sections free (2008) gives them no order: then it is enough that the matter is treated anywhere.
local function free_section(out, section, untreated)
  local treated = section.content_at
  if treated then
    return out:pass { at = treated }
  end
  out:fail {
    at = { section = section.key },
    message = fill(untreated, section.title),
    expected = section.title,
  }
end

-- Another section whose heading speaks of this matter, too.
local function merged_into(report, key, pattern)
  for _, section in ipairs(report.sections) do
    if pattern and section.key ~= key and text.find(section.heading.title, pattern) then
      return section
    end
  end
end

local function headings(report)
  local list = {}
  for _, section in ipairs(report.sections) do
    list[#list + 1] = section.heading
  end
  return list
end

local function lost_section(report, out, section, merged, message)
  local other = merged_into(report, section.key, merged and merged[section.key])
  if other then
    out:inform {
      at = other,
      message = {
        zh = "“" .. section.title .. "”没有单列，与其他部分合并",
        en = "\"" .. section.title .. "\" has no heading of its own, it is merged with another part",
      },
      expected = section.title,
    }
    return
  end
  local paragraph = run_in(report, section)
  if paragraph then
    out:inform {
      at = paragraph,
      message = {
        zh = "“" .. section.title .. "”的标题没有单独成行，与正文写在一段",
        en = "the heading \"" .. section.title .. "\" has no line of its own, it runs on with its text",
      },
      expected = section.title,
    }
  elseif tables.torn(report) then
    out:unknown { at = { section = section.key }, reason = tables.torn_reason(tables.torn(report)) }
  else
    out:fail {
      at = { section = section.key },
      evidence = headings(report),
      message = fill(message, section.title),
      expected = section.title,
    }
  end
end

local function with_heading(report, out, o)
  for _, heading in ipairs(report.headings) do
    if text.find(heading.title, o.heading) then
      return out:pass { at = heading }
    end
  end
  if #report.headings == 0 then
    return out:unknown { reason = { code = "no-headings", zh = "没有辨认出各部分标题", en = "no headings were recognised" } }
  end
  out:fail {
    evidence = headings(report),
    message = fill(o.message or { zh = "没有相应标题的部分", en = "no heading of this kind is there" }),
    expected = o.expected,
  }
end

--- A section is there: one of the official ones by its key, or one under a heading of the office's own.
--- 某部分在文中：用键名指规定的部分，或用标题（正则表达式）指本地要求的部分。
---
--- A form that leaves its sections free (2008) is content with the matter being treated anywhere. Without `section`
--- and `heading`: all sections that the form requires.
--- 2008年格式不规定分部分，文中写到即可。section、heading 都不写，就查格式要求的所有部分。
--- ```lua
--- local duty = require "duty"
--- local check = duty.section_present { section = { "overview", "other" } }
--- check(report, out, parameters)
--- ```
---@class SectionPresent
---@field section? string|string[] keys: overview, disclosure, requests, disputes, problems, other; 部分的键名
---@field heading? string regular expression on the heading's words, in place of `section`; 标题的正则表达式
---@field merged? table by key, a regular expression: a heading that treats this part, too, is only noted; 合并写在别的标题下时只作提示
---@field message? string|table what a finding says, %s is the section's title; 提示语
---@field untreated? string|table the same for forms that leave sections free; 2008年格式的提示语
---@field expected? string with `heading`: the heading that is due; 应有的标题
---@field only? table for which bodies: { levels =, named =, not_named =, reason = }; 只适用于哪些机关
---@param o? SectionPresent
---@return function check
function parts.present(o)
  o = o or {}
  declare.fields("duty.section_present", o, {
    section = "list", heading = "pattern", merged = "patterns", message = "message", untreated = "message", expected = "text", only = "only",
  })
  if o.heading and (o.section or o.merged) then
    declare.wrong("duty.section_present", "heading 与 section 只能写一个", "write either 'heading' or 'section'")
  end
  local wanted = declare.set(o.section)
  local merged = o.merged
  local message = o.message or { zh = "缺少“%s”部分", en = "the section \"%s\" is missing" }
  local untreated = o.untreated or { zh = "全文没有写到：%s", en = "nowhere in the text: %s" }
  local check = o.heading and function(report, out)
    with_heading(report, out, o)
  end or function(report, out)
    local reason = bodiless(report)
    if reason then
      return out:unknown { reason = reason }
    elseif not report.form then
      return no_form(out)
    end
    for _, section in ipairs(report.official_sections) do
      if (wanted and wanted[section.key]) or (not wanted and section.required) then
        if section.found then
          out:pass { at = report:section(section.key) }
        elseif section.order == 0 then
          free_section(out, section, untreated)
        else
          lost_section(report, out, section, merged, message)
        end
      end
    end
  end
  return declare.only(o.only, check)
end

-- What is attached follows as a file, not as text.
local function attachment(section)
  return not section.official and text.find(section.heading.title, "^附(?:件|表|图|录|:|：)|^附$") ~= nil
end

-- The official table of a section, if it is not there as text; whether it is, wherever in the report.
local function table_due(report, key)
  for _, official in ipairs(report.official_tables) do
    if official.section == key then
      local t = report:table(official.key)
      if t.present then
        return nil, nil, true
      end
      return t, absence(t, official), false
    end
  end
end

-- A line that is numbered as headings are, but says what there was: "(一)全年没有收到申请", or is a sentence: "1.验收信息公开不连续。"
local said = "没有|未(?:收|接|受|发|产|出|曾|有)|无(?:申请|依申请|新|此|人)|[0-9] ?(?:余|多)?(?:件|条|次|篇|份|宗|元|起|例)"
  .. "|[\\p{sc:Han},、]{8}(?<!问题|不足|措施|情况|计划|打算|方面|事项|工作|概况|概述|总结|说明)[。;]$"

-- "(略)", "……": in place of what belongs there.
local nothing = "^[(]?(?:略|从略|同上)[)]?[.。]?$|^[^\\p{sc:Han}A-Za-z0-9]+$"

-- What the section holds: cells of a table of the agency's own are no running text, but something; the list
-- of files below the last section is nothing.
local function contents(section)
  local files = false
  for _, p in ipairs(section.paragraphs) do
    local title = p.heading and not text.find(p.text, said)
    if not (title or p.linked or p.chrome or p.hidden) and text.find(p.text, "[\\p{sc:Han}0-9]") then
      if not text.starts(p.text, "附件") then
        return true, files
      end
      files = true
    end
  end
  return false, files
end

local function is_left_out(section)
  return #section.paragraphs == 1 and text.find(section.text, nothing) ~= nil
end

local function is_filled(report, section)
  local due, _, elsewhere = table_due(report, section.key)
  local something, files = contents(section)
  if is_left_out(section) and #section.tables == 0 and section.images == 0 and not due then
    return false
  elseif something or #section.tables > 0 or section.images > 0 or elsewhere or attachment(section) then
    return true
  end
  return (due and (due.image or due.torn)) or (files and due ~= nil) or (section.length > 0 and not files)
end

--- Under each heading stands something: text, a table, a picture.
--- 标题下有内容：文字、表格或图片。
---
--- Where an official table is due, its lack is the defect, and this finding names it as its cause.
--- 应有官方表格而没有的，以缺表为准，本条指明由它造成。
--- ```lua
--- local duty = require "duty"
--- local check = duty.section_filled { section = "problems" }
--- check(report, out, parameters)
--- ```
---@class SectionFilled
---@field section? string|string[] keys; default: every section found; 部分的键名，不写就是所有部分
---@field message? string|table what a finding says, %s is the heading; 提示语
---@field only? table for which bodies; 只适用于哪些机关
---@param o? SectionFilled
---@return function check
function parts.filled(o)
  o = o or {}
  declare.fields("duty.section_filled", o, { section = "list", message = "message", only = "only" })
  local keys = declare.list(o.section)
  local message = o.message or { zh = "“%s”标题下没有内容", en = "nothing stands under the heading \"%s\"" }
  return declare.only(o.only, function(report, out)
    each_section(report, out, keys, function(section)
      if is_filled(report, section) then
        out:pass { at = section }
      elseif tables.torn(report) and table_due(report, section.key) then -- it may have been lost with the other one
        out:unknown { at = section, reason = tables.torn_reason(tables.torn(report)) }
      else
        local _, cause = table_due(report, section.key)
        out:fail { at = section, message = fill(message, section.heading.title), cause = cause }
      end
    end)
  end)
end

-- Characters of a section, tables left out. Without marks: those of words and numbers only.
local function length_of(section, marks)
  return marks ~= false and section.length or section.plain_length
end

local function off_limit(out, section, n, limit, message)
  local short = n < limit
  local title = section.heading.title
  out:fail {
    at = section,
    message = message and fill(message, title) or short and {
      zh = "“" .. title .. "”部分只有" .. n .. "字，不到" .. limit .. "字",
      en = "the section \"" .. title .. "\" has " .. n .. " characters, fewer than " .. limit,
    } or {
      zh = "“" .. title .. "”部分有" .. n .. "字，超过" .. limit .. "字",
      en = "the section \"" .. title .. "\" has " .. n .. " characters, more than " .. limit,
    },
    expected = short and "≥ " .. limit or "≤ " .. limit,
    found = n,
  }
end

--- The text of a section is no shorter and no longer than so many characters (tables left out).
--- 某部分的字数（不含官方表格）在规定范围内。
---
--- A limit is a number, or the name of one of the rule's `parameters`, so that a profile can set another.
--- 字数写作整数，或写本规则 parameters 中的名字，评分方案就可以另定。
--- ```lua
--- local duty = require "duty"
--- local check = duty.section_length { section = "problems", least = 100 }
--- check(report, out, parameters)
--- ```
---@class SectionLength
---@field section string|string[] keys; 部分的键名
---@field least? integer|string characters; 至少多少字
---@field most? integer|string characters; 至多多少字
---@field marks? boolean false: only Chinese characters and digits count; 写 false 时标点不计字数
---@field message? string|table what a finding says, %s is the heading; 提示语
---@field only? table for which bodies; 只适用于哪些机关
---@param o SectionLength
---@return function check
function parts.length(o)
  declare.fields("duty.section_length", o, {
    section = "list!", least = "limit", most = "limit", marks = "flag", message = "message", only = "only",
  })
  if not (o.least or o.most) then
    declare.wrong("duty.section_length", "至少写 least、most 中的一个", "write 'least' or 'most' or both")
  end
  local keys, marks, message = declare.list(o.section), o.marks, o.message
  local limit, lower, upper = declare.limit, o.least, o.most
  return declare.only(o.only, function(report, out, parameters)
    local least, most = limit(lower, parameters), limit(upper, parameters)
    each_section(report, out, keys, function(section)
      local n = section.length
      if not least and n <= most then
        return out:pass { at = section } -- and without marks it is shorter still
      end
      n = length_of(section, marks)
      if least and n < least then
        off_limit(out, section, n, least, message)
      elseif most and n > most then
        off_limit(out, section, n, most, message)
      else
        out:pass { at = section }
      end
    end)
  end)
end

return parts
