-- The section on problems names problems, and says what is done about them (D37). Short but concrete is fine.

local basis = require "basis"
local sections = require "sections"

-- The section's own text; it may stand under two headings, one for problems and one for what is done.
local function whole(report)
  local list, first = {}, nil
  for _, section in ipairs(report.sections) do
    if section.key == "problems" then
      first = first or section
      list[#list + 1] = section.heading and section.heading.text or ""
      list[#list + 1] = section.text
    end
  end
  return table.concat(list, "\n"), first
end

local function fail(out, section, zh, en, found)
  out:fail { at = section.paragraphs[1] or section.heading, message = { zh = zh, en = en }, expected = "问题和改进措施", found = found }
end

-- Words that say that there is nothing, and nothing else.
local nothing = "^(?:[(（]?[一二三四五][)）、.]?|存在的?(?:主要)?问题(?:及|和)?|改进(?:情况|措施)?|20[0-9]{2}年度?|本年度?"
  .. "|目前|我[局镇县市区乡委]|本[局镇机关单位]+|政府信息公开(?:工作|方面)?"
  .. "|暂时?|尚|无|没有|不存在|未发现|存在|发现|的|主要|突出|明显|其他|问题|及|和|情况|[:,、。;.])*$"

local measures = "改进|措施|下一?步|整改|加强|完善|提升|提高|优化|强化|健全|建立|推进|加大|规范|将|已|对策|打算|计划|今后|拓宽|丰富|深化|落实|制定|修订|组织"
  .. "|对此|为此|针对|改由|改为|改成|起把|起由|安排|实行|开展|督促|培训|逐|每[日周月季]|建成|完成|增|补|调整|解决|纠正|明确"

return rule {
  id       = "content.problems",
  title    = { zh = "写明存在的问题和改进措施", en = "Names problems and what is done about them" },
  why      = {
    zh = "只写“无”或者只提问题不写改进，看不出工作怎样改进。",
    en = "A section that says \"none\", or names problems without measures, shows no way to improve.",
  },
  severity = "minor",
  basis    = basis.article("三十二", "五十"),
  remedy   = { zh = "写明具体问题，逐项写改进情况。", en = "Name the problems, and for each what was done." },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  check    = function(report, out)
    local all, section = whole(report)
    if not section then
      if report.form == "2008" then
        return out:notapplicable {
          reason = { code = "no-section", zh = "没有单独的一部分，格式不限", en = "no section of its own; the layout is free" },
        }
      end
      return sections.unknown(out, "problems")
    end
    local body = text.gsub(all, "^[^\n]*\n", "")
    local han = text.han(body)
    if han == 0 then
      return out:unknown {
        at = section,
        reason = { code = "section-empty", zh = "这一部分没有内容", en = "the section is empty" },
        cause = { rule = "structure.section-empty", at = section.heading },
      }
    elseif han < 10 or (han < 60 and text.find(body, nothing)) then
      fail(out, section, "存在的问题没有实际内容", "the section on problems says nothing", text.sub(body, 1, 30))
    elseif not text.find(body, measures) then
      fail(out, section, "只写了问题，没有写改进措施", "problems without what is done about them", text.sub(body, 1, 30))
    else
      out:pass { at = section }
    end
  end,
}
