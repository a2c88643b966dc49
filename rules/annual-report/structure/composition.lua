-- The sentence that lists the report's parts agrees with the headings (D13).
-- Another number or another subject is a defect; another wording of the same part is noted.

local basis = require "basis"

local function same_part(part, section)
  if part.key and part.key ~= "extra" and part.key == section.key then
    return true
  end
  return text.similar(part.text, section.heading.title) >= 0.6
end

local function heading_of(part, sections, taken)
  for i, section in ipairs(sections) do
    if not taken[i] and same_part(part, section) then
      taken[i] = true
      return section
    end
  end
end

local function count_differs(report, out, composition)
  local chapters = #report.sections
  local due = composition.stated or (not composition.open and #composition.parts) or chapters
  if due ~= chapters then
    out:fail {
      at = composition.stated_at or composition,
      message = {
        zh = "写明由" .. due .. "部分组成，实际有" .. chapters .. "部分",
        en = due .. " parts are stated, " .. chapters .. " are there",
      },
      expected = chapters,
      found = due,
    }
    return true
  elseif composition.stated and not composition.open and #composition.parts > 1
    and composition.stated ~= #composition.parts then
    out:fail {
      at = composition.stated_at or composition,
      message = {
        zh = "写明" .. composition.stated .. "部分，列出" .. #composition.parts .. "部分",
        en = composition.stated .. " parts are stated, " .. #composition.parts .. " listed",
      },
      expected = #composition.parts,
      found = composition.stated,
    }
    return true
  end
  return false
end

local function compare_parts(report, out, composition)
  local taken, wording = {}, nil
  for _, part in ipairs(composition.parts) do
    local section = heading_of(part, report.sections, taken)
    if not section then
      out:fail {
        at = part,
        message = {
          zh = "写明有“" .. part.text .. "”部分，文中没有这一部分",
          en = "a part \"" .. part.text .. "\" is stated, no heading treats it",
        },
        found = part.text,
      }
    elseif part.text ~= section.heading.title then
      wording = wording or { part = part, section = section }
    end
  end
  if wording then
    out:inform {
      at = wording.part,
      evidence = { wording.section.heading },
      message = {
        zh = "组成句写作“" .. wording.part.text .. "”，标题写作“" .. wording.section.heading.title .. "”",
        en = "the sentence says \"" .. wording.part.text .. "\", the heading \"" .. wording.section.heading.title .. "\"",
      },
      expected = wording.section.heading.title,
      found = wording.part.text,
    }
  end
end

return rule {
  id       = "structure.composition",
  title    = { zh = "组成句与各部分标题一致", en = "The sentence on the report's parts agrees with its headings" },
  severity = "minor",
  basis    = basis.article("三十二", "五十"),
  remedy   = { zh = "按实际的各部分改写报告开头的组成句。", en = "Rewrite the sentence so that it names the parts that are there." },
  check    = function(report, out)
    local composition = report.composition
    if not composition then
      return out:notapplicable {
        reason = { code = "not-stated", zh = "文中没有写明由哪些部分组成", en = "the text does not state its parts" },
      }
    end
    out:pass { at = composition }
    -- A section lost in the file makes number and parts differ: that defect has a rule of its own.
    if not count_differs(report, out, composition) then
      compare_parts(report, out, composition)
    end
  end,
}
