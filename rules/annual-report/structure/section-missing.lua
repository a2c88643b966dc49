-- The official sections are there (D09). Form 2008 prescribed no layout: an item of article 32 is missing
-- only when the text speaks of it nowhere.

local basis = require "basis"

local function of_old_form(report, out)
  for _, section in ipairs(report.official_sections) do
    if section.required then
      if section.found or section.content_at then
        out:pass { at = section.content_at or report:section(section.key) }
      else
        out:fail {
          at = { section = section.key },
          message = {
            zh = "全文没有写到条例第三十二条要求的内容：" .. section.title,
            en = "an item of article 32 is nowhere in the text: " .. section.title,
          },
          expected = section.title,
        }
      end
    end
  end
end

-- One heading may treat two parts: its words tell.
local words = {
  disclosure = "主动公开",
  requests = "依申请公开|(?:收到|接受|受理|处理|办理)[^、,和及与]{0,8}申请(?!行政复议)|申请(?:的)?(?:受理|处理|办理|答复)",
  disputes = "复议|诉讼",
  problems = "问题|不足|改进",
  other = "其他(?:需要)?(?:报告|说明)?(?:的|等)?(?:事项|情况)",
}

local function merged(report, key)
  for _, section in ipairs(report.sections) do
    if words[key] and section.key ~= key and text.find(section.heading.title, words[key]) then
      return section
    end
  end
end

local function of_official_form(report, out)
  local headings = {}
  for _, section in ipairs(report.sections) do
    headings[#headings + 1] = section.heading
  end
  for _, section in ipairs(report.official_sections) do
    if section.required then
      if section.found then
        out:pass { at = report:section(section.key) }
      elseif merged(report, section.key) then
        out:inform {
          at = merged(report, section.key),
          message = {
            zh = "“" .. section.title .. "”没有单列，与其他部分合并",
            en = "\"" .. section.title .. "\" has no heading of its own, it is merged with another part",
          },
          expected = section.title,
        }
      else
        out:fail {
          at = { section = section.key },
          evidence = headings,
          message = {
            zh = "缺少“" .. section.title .. "”部分",
            en = "the section \"" .. section.title .. "\" is missing",
          },
          expected = section.title,
        }
      end
    end
  end
end

return rule {
  id       = "structure.section-missing",
  title    = { zh = "规定的各部分齐全", en = "All official sections are there" },
  severity = "major",
  basis    = basis.article("三十二", "五十"),
  remedy   = { zh = "按规定格式补上缺少的部分；没有相关情况的也应如实写明。", en = "Add the missing section; where there is nothing to report, say so." },
  check    = function(report, out)
    if report.form == "2008" then
      of_old_form(report, out)
    elseif report.form then
      of_official_form(report, out)
    else
      out:unknown {
        reason = { code = "no-year", zh = "不知道报告年度，不能确定适用的格式", en = "without a year it is open which form applies" },
        cause = { rule = "identity.title" },
      }
    end
  end,
}
