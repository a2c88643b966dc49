-- Duties about what a section says: something of substance, and what is due there.

local declare = require "declare"
local fill = declare.fill
local sections = require "sections"

local says = {}

-- The text of a section; it may stand under several headings, of which all but the first belong to it.
local function text_of(report, key)
  local list, first = {}, nil
  for _, section in ipairs(report.sections) do
    if section.key == key then
      if first then
        list[#list + 1] = section.heading and section.heading.text or ""
      end
      first = first or section
      list[#list + 1] = section.text
    end
  end
  return table.concat(list, "\n"), first
end

-- A form that leaves its parts free (2008) asks for none under this heading, another may not have it.
local function absent(report, out, key)
  for _, official in ipairs(report.official_sections) do
    if official.key == key and official.order > 0 then
      return sections.unknown(out, key)
    end
  end
  if not report.form then
    return sections.unknown(out, key)
  end
  out:notapplicable {
    reason = { code = "no-section", zh = "没有单独的一部分，格式不限", en = "no section of its own; the layout is free" },
  }
end

local function fail(out, section, body, message, expected)
  out:fail {
    at = section.paragraphs[1] or section.heading,
    message = fill(message, section.title),
    expected = expected,
    found = text.sub(body, 1, 30),
  }
end

-- A longer text may begin or end with nothing, but it is not only that.
local short = 60

--- A section says something of substance, and what is due there. Short but concrete is enough.
--- 某部分有实际内容，并写到应写的事项；短而具体即可。
--- ```lua
--- local duty = require "duty"
--- local check = duty.section_says { section = "problems", least = 10, nothing = "^(?:无|没有)。?$", states = "改进|措施" }
--- check(report, out, parameters)
--- ```
---@class SectionSays
---@field section string key; 部分的键名
---@field least? integer Chinese characters; fewer say nothing; 少于这些字就是没有内容
---@field nothing? string regular expression on the whole text, if it is short: this says nothing; 短文字整个符合的，就是没有内容
---@field states? string regular expression: what must be said; 应写到的内容
---@field hollow? string|table what a finding says where nothing is said, %s is the section; 没有内容时的提示语
---@field unstated? string|table the same where `states` is not met; 没有写到应写内容时的提示语
---@field expected? string what is due; 应有的内容
---@field only? table for which bodies; 只适用于哪些机关
---@param o SectionSays
---@return function check
function says.check(o)
  declare.fields("duty.section_says", o, {
    section = "text!", least = "count", nothing = "pattern", states = "pattern", hollow = "message", unstated = "message",
    expected = "text", only = "only",
  })
  if not (o.least or o.nothing or o.states) then
    declare.wrong("duty.section_says", "至少写 least、nothing、states 中的一个", "write one of 'least', 'nothing' and 'states' at least")
  end
  local key, least, nothing, states, expected = o.section, o.least or 1, o.nothing, o.states, o.expected
  local hollow = o.hollow or { zh = "“%s”没有实际内容", en = "\"%s\" says nothing" }
  local unstated = o.unstated or { zh = "“%s”没有写到应有的内容", en = "\"%s\" does not say what is due" }
  return declare.only(o.only, function(report, out)
    local body, section = text_of(report, key)
    if not section then
      return absent(report, out, key)
    end
    local han = text.han(body)
    if han == 0 then
      out:unknown {
        at = section,
        reason = { code = "section-empty", zh = "这一部分没有内容", en = "the section is empty" },
        cause = { rule = "structure.section-empty", at = section.heading },
      }
    elseif han < least or (nothing and han < short and text.find(body, nothing)) then
      fail(out, section, body, hollow, expected)
    elseif states and not text.find(body, states) then
      fail(out, section, body, unstated, expected)
    else
      out:pass { at = section }
    end
  end)
end

return says
