-- The sentence that lists the report's parts agrees with the headings (D13).
-- Another number or another subject is a defect; another wording of the same part is noted.

local basis = require "basis"
local run_in = require("sections").run_in
local tables = require "tables"

-- Parts without a heading of their own: what opens the report, and what is attached to it.
local unheaded = "^(?:前言|引言|导语|序言|附表|附件|附图|附录|附后|统计表|相关(?:的)?(?:说明|指标|统计).*|.*(?:统计表|附表|指标说明))$"

-- Titles compared without what is free: separators, 的, quotation marks.
local function bare(s)
  return text.gsub(s, "[、,，和及与暨以并的“”\"'《》()（）:：。;； ]|情况$", "")
end

local function same_wording(part, section)
  return bare(part.text) == bare(section.heading.title)
end

local function same_class(part, section)
  return part.key and part.key ~= "extra" and part.key == section.key
end

local function alike(part, section)
  return text.similar(bare(part.text), bare(section.heading.title)) >= 0.6
end

-- The chapters that the sentence may list: attachments at the end need not be named.
local function chapters_of(report)
  local chapters, attached = {}, 0
  for _, section in ipairs(report.sections) do
    chapters[#chapters + 1] = section
    if not section.official and text.find(section.heading.title, unheaded) then
      attached = attached + 1
    end
  end
  return chapters, attached
end

-- Those whose heading runs on with its text, by their keys, and how many they are.
local function sections_run_in(report)
  local keys, n = {}, 0
  for _, official in ipairs(report.official_sections) do
    if official.required and not official.found and run_in(report, official) then
      keys[official.key], n = true, n + 1
    end
  end
  return keys, n
end

-- Gives each part its section: by wording first, then by class, then by likeness.
local function match_parts(parts, sections)
  local section_of, taken = {}, {}
  for _, same in ipairs({ same_wording, same_class, alike }) do
    for i, part in ipairs(parts) do
      for j, section in ipairs(sections) do
        if not section_of[i] and not taken[j] and same(part, section) then
          section_of[i], taken[j] = section, true
        end
      end
    end
  end
  return section_of, taken
end

-- A part that is neither some heading nor a piece of one.
local function is_left_over(part, sections)
  for _, section in ipairs(sections) do
    local title = bare(section.heading.title)
    if text.contains(title, bare(part.text)) or text.contains(bare(part.text), title) then
      return false
    end
  end
  return not text.find(part.text, unheaded)
end

-- Every heading stands in the sentence, and nothing listed is left over: then it was only split wrongly.
local function names_all(composition, sections, section_of)
  local said = bare(composition.text)
  for i, part in ipairs(composition.parts) do
    if not section_of[i] and is_left_over(part, sections) then
      return false
    end
  end
  for _, section in ipairs(sections) do
    if not text.contains(said, bare(section.heading.title)) then
      return false
    end
  end
  return #sections > 0
end

local function number_differs(out, composition, stated, given)
  out:fail {
    at = composition.stated_at or composition,
    message = {
      zh = "写明由" .. stated .. "部分组成，实际有" .. given .. "部分",
      en = stated .. " parts are stated, " .. given .. " are there",
    },
    expected = given,
    found = stated,
  }
end

local function list_differs(out, composition, listed)
  out:fail {
    at = composition.stated_at or composition,
    message = {
      zh = "写明" .. composition.stated .. "部分，列出" .. listed .. "部分",
      en = composition.stated .. " parts are stated, " .. listed .. " listed",
    },
    expected = listed,
    found = composition.stated,
  }
end

local function unheaded_parts(composition, section_of)
  local n = 0
  for i, part in ipairs(composition.parts) do
    if not section_of[i] and text.find(part.text, unheaded) then
      n = n + 1
    end
  end
  return n
end

-- "主动公开、依申请公开、平台建设": what the report lists are the headings within its first part.
local function stands_below(report, part)
  for _, word in ipairs(text.split(part.text, "、")) do
    local found = false
    for _, heading in ipairs(report.headings) do
      found = found or heading.style ~= "chapter" and text.starts(bare(heading.title), bare(word))
    end
    if not found then
      return false
    end
  end
  return true
end

-- A part that is named, but has no heading. Where the whole section is lost, that finding explains it.
local function untreated(report, out, part)
  local cause
  if part.key and part.key ~= "extra" and not report:section(part.key) then
    cause = { rule = "structure.section-missing", at = { section = part.key } }
  end
  out:fail {
    at = part,
    message = {
      zh = "写明有“" .. part.text .. "”部分，文中没有这一部分",
      en = "a part \"" .. part.text .. "\" is stated, no heading treats it",
    },
    found = part.text,
    cause = cause,
  }
end

-- The number is right, but an attachment stands in the list in place of a part that has a heading.
local function unlisted(out, composition, section)
  out:fail {
    at = composition,
    evidence = { section.heading },
    message = {
      zh = "文中有“" .. section.heading.title .. "”部分，组成句没有列出",
      en = "there is a part \"" .. section.heading.title .. "\", the sentence does not list it",
    },
    expected = section.heading.title,
  }
  return true
end

-- The same part in other words.
local function reworded(out, part, heading)
  out:inform {
    at = part,
    evidence = { heading },
    message = {
      zh = "组成句写作“" .. part.text .. "”，标题写作“" .. heading.title .. "”",
      en = "the sentence says \"" .. part.text .. "\", the heading \"" .. heading.title .. "\"",
    },
    expected = heading.title,
    found = part.text,
  }
end

local function compare_parts(report, out, composition, section_of, hidden)
  for i, part in ipairs(composition.parts) do
    local section = section_of[i]
    if section and not same_wording(part, section) then
      reworded(out, part, section.heading)
    elseif not section and not hidden[part.key or ""] and not text.find(part.text, unheaded) and not stands_below(report, part) then
      untreated(report, out, part)
    end
  end
end

local function judge(report, out, composition)
  local chapters, attached = chapters_of(report)
  local parts = composition.parts
  local section_of, taken = match_parts(parts, chapters)
  local hidden, count = sections_run_in(report)
  local extra = unheaded_parts(composition, section_of) + count
  local whole = names_all(composition, chapters, section_of)
  local function fits(n)
    return n >= #chapters - attached and n <= #chapters + extra
  end
  if composition.stated and not fits(composition.stated) then
    return number_differs(out, composition, composition.stated, #chapters)
  end
  local listed = #parts > 1 and not composition.open and not whole
  if composition.stated and listed and #parts ~= composition.stated and not fits(#parts) then
    return list_differs(out, composition, #parts)
  end
  if not whole then
    compare_parts(report, out, composition, section_of, hidden)
  end
  if not listed or (composition.stated and extra == 0) then
    return
  end
  local all_found = #section_of == #parts
  for i, section in ipairs(chapters) do
    local is_chapter = all_found and section.heading.style == "chapter" and not text.find(section.heading.title, unheaded)
    if not taken[i] and (section.official or is_chapter) then
      local as_many = composition.stated or #parts == #chapters
      return as_many and unlisted(out, composition, section) or number_differs(out, composition, #parts, #chapters)
    end
  end
end

return rule {
  id       = "structure.composition",
  title    = { zh = "组成句与各部分标题一致", en = "The sentence on the report's parts agrees with its headings" },
  why      = {
    zh = "开头说明的组成与实际各部分不符，说明缺了内容，或开头沿用了别的文稿。",
    en = "Where the opening lists other parts than there are, something is missing or the opening comes from another text.",
  },
  severity = "minor",
  basis    = basis.article("三十二", "五十"),
  remedy   = { zh = "按实际的各部分改写报告开头的组成句。", en = "Rewrite the sentence so that it names the parts that are there." },
  check    = function(report, out)
    local composition = report.composition
    if not composition then
      return out:notapplicable {
        reason = { code = "not-stated", zh = "文中没有写明由哪些部分组成", en = "the text does not state its parts" },
      }
    elseif #report.sections == 0 then
      return out:unknown {
        at = composition,
        reason = { code = "no-headings", zh = "没有辨认出各部分标题", en = "no headings were recognised" },
        cause = { rule = "structure.section-missing" },
      }
    end
    if tables.torn(report) then -- headings may have been lost with the table
      return out:unknown { at = composition, reason = tables.torn_reason(tables.torn(report)) }
    end
    out:pass { at = composition }
    judge(report, out, composition)
  end,
}
