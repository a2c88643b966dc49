-- No official heading is followed by nothing (D10). Where an official table is due, its lack is the defect.

local basis = require "basis"
local tables = require "tables"

-- What is attached follows as a file, not as text.
local function attachment(section)
  return not section.official and text.find(section.heading.title, "^附(?:件|表|图|录|:|：)|^附$") ~= nil
end

-- The official table of a section, if it is not there as text.
local function table_due(report, key)
  for _, official in ipairs(report.official_tables) do
    if official.section == key then
      local t = report:table(official.key)
      if not t.present then
        return t, tables.absence(t, official)
      end
    end
  end
end

-- What the section holds: cells of a table of the agency's own are no running text, but something; the list
-- of files below the last section is nothing.
local function contents(section)
  local files = false
  for _, p in ipairs(section.paragraphs) do
    if not (p.heading or p.linked or p.chrome or p.hidden) and text.find(p.text, "[\\p{Han}0-9]") then
      if not text.starts(p.text, "附件") then
        return true, files
      end
      files = true
    end
  end
  return false, files
end

local function filled(report, section)
  local due = table_due(report, section.key)
  local something, files = contents(section)
  if something or #section.tables > 0 or section.images > 0 or attachment(section) then
    return true
  end
  return (due and due.image) or (files and due ~= nil) or (section.length > 0 and not files)
end

return rule {
  id       = "structure.section-empty",
  title    = { zh = "各部分都有内容", en = "No section is empty" },
  severity = "major",
  basis    = basis.article("三十二", "五十"),
  remedy   = { zh = "补写该部分内容；没有相关情况的写明“无”。", en = "Write the section; where there is nothing to report, say so." },
  check    = function(report, out)
    for _, section in ipairs(report.sections) do
      if filled(report, section) then
        out:pass { at = section }
      else
        local _, cause = table_due(report, section.key)
        out:fail {
          at = section,
          message = {
            zh = "“" .. section.heading.title .. "”标题下没有内容",
            en = "nothing stands under the heading \"" .. section.heading.title .. "\"",
          },
          cause = cause,
        }
      end
    end
  end,
}
