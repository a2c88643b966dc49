-- The overview has facts of its own (D38): a count, a document, an address, a body that is named. What says only what any
-- organ could say in any year is generic. A few words are no overview at all: that is content.off-topic's to tell.

local basis = require "basis"
local sections = require "sections"

-- Numbers are facts, but for years and the numbers of lists.
local count = "(?<![0-9.〔\\[])(?!(?:19|20)[0-9]{2}(?![0-9条件篇次期名场份项家处宗人万余多个]))[0-9]+(?:\\.[0-9]+)?(?![0-9.]|[、)](?=[一-龥“《]))"
local worded = "(?:[二两三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]百)余?(?:次|条|件|篇|期|名|场|份|项|家|处|余|多)"
-- Documents other than the regulation itself, addresses, bodies and places with a name.
local document = "《(?!(?:中华人民共和国)?(?:政府)?信息公开条例|条例)[^》]{3,60}》"
local address = "https?:|www\\.|[a-z0-9-]+\\.gov\\.cn"
local body = "(?<![一-龥])[一-龥]{2,6}(?:县|区|市|省|州|旗|镇|乡)[一-龥]{0,8}(?:人民政府|委员会|局|厅|办公[室厅])|[一-龥]{2,8}街道办事处"
local facts = { count, worded, document, address, body }

-- Words that leave open who did what.
local vague = "各级(?:政府)?部门|一些(?:地区|部门|地方|单位)|部分(?:地区|部门|地方|单位)|各地区|有关部门|各地"

local short, enough = 30, 60

-- Whether a fact stands away from the agency's name, which may look like one itself.
local function has_fact_elsewhere(said, agency)
  for _, pattern in ipairs(facts) do
    local from, to = text.find(said, pattern)
    if from and not (agency and text.contains(said:sub(math.max(1, from - #agency), to + #agency), agency)) then
      return true
    end
  end
  return false
end

-- The agency's own name is a fact only where no words leave open who is meant.
local function has_fact(said, agency)
  local named = false
  if has_fact_elsewhere(said, agency) then -- mostly so, and a long text is not copied
    return true
  elseif agency then
    named = text.contains(said, agency)
    said = text.gsub(said, "\\Q" .. agency .. "\\E", "")
  end
  for _, pattern in ipairs(facts) do
    if text.find(said, pattern) then
      return true
    end
  end
  return named and not text.find(said, vague)
end

return rule {
  id       = "content.generic",
  title    = { zh = "总体情况写有自己的事实", en = "The overview has facts of its own" },
  why      = {
    zh = "换个机关、换个年度也成立的话，没有报告任何工作。",
    en = "Words that would fit any organ in any year report no work.",
  },
  severity = "advice",
  basis    = basis.article("三十二", "五十"),
  remedy   = {
    zh = "写明本机关本年度做了什么：公开的数量、制发的文件、开展的活动。",
    en = "Say what the agency did in the year: how much was published, which documents were issued, what was held.",
  },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  check    = function(report, out)
    local section = report:section("overview")
    if not section then
      if report.form == "2008" then
        return out:notapplicable {
          reason = { code = "no-section", zh = "没有单独的一部分，格式不限", en = "no section of its own; the layout is free" },
        }
      end
      return sections.unknown(out, "overview")
    end
    local said, han = section.text, section.han
    if han < short then
      return out:notapplicable {
        reason = { code = "too-short", zh = "总体情况没有成文的内容", en = "the overview has no running text" },
      }
    elseif han >= enough and not has_fact(said, report.agency) then
      out:fail {
        at = section.paragraphs[1] or section.heading,
        message = { zh = "总体情况没有本机关自己的事实", en = "the overview has no fact of the agency's own" },
        expected = "数量、文件、活动等具体事实",
        found = text.sub(said, 1, 30),
      }
    else
      out:pass { at = section }
    end
  end,
}
