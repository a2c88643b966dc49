-- No official heading is followed by nothing (D10). Where an official table is due, its lack is the defect.

local basis = require "basis"
local tables = require "tables"

local function table_due(report, key)
  for _, official in ipairs(report.official_tables) do
    if official.section == key then
      local t = report:table(official.key)
      if not t.present then
        return tables.absence(t, official)
      end
    end
  end
end

-- What is attached follows as a file, not as text.
local function attachment(section)
  return not section.official and text.find(section.heading.title, "^附(?:件|表|图|录|:|：)|^附$") ~= nil
end

return rule {
  id       = "structure.section-empty",
  title    = { zh = "各部分都有内容", en = "No section is empty" },
  severity = "major",
  basis    = basis.article("三十二", "五十"),
  remedy   = { zh = "补写该部分内容；没有相关情况的写明“无”。", en = "Write the section; where there is nothing to report, say so." },
  check    = function(report, out)
    for _, section in ipairs(report.sections) do
      if section.length > 0 or #section.tables > 0 or section.images > 0 or attachment(section) then
        out:pass { at = section }
      else
        out:fail {
          at = section,
          message = {
            zh = "“" .. section.heading.title .. "”标题下没有内容",
            en = "nothing stands under the heading \"" .. section.heading.title .. "\"",
          },
          cause = table_due(report, section.key),
        }
      end
    end
  end,
}
