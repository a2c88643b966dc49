-- The official sections are there (D09). Form 2008 prescribed no layout: an item of article 32 is missing
-- only when the text speaks of it nowhere.

local basis = require "basis"
local duty = require "duty"

-- One heading may treat two parts: its words tell.
local words = {
  disclosure = "主动公开",
  requests = "依申请公开|(?:收到|接受|受理|处理|办理)[^、,和及与]{0,8}申请(?!行政复议)|申请(?:的)?(?:受理|处理|办理|答复)",
  disputes = "复议|诉讼",
  problems = "问题|不足|改进",
  other = "其他(?:需要)?(?:报告|说明)?(?:的|等)?(?:事项|情况)",
}

return rule {
  id       = "structure.section-missing",
  title    = { zh = "规定的各部分齐全", en = "All official sections are there" },
  why      = {
    zh = "各部分是条例和格式规定必须报告的内容，缺一部分就没有履行报告的义务。",
    en = "The parts are what regulation and form require; where one is missing the duty to report is not met.",
  },
  severity = "major",
  basis    = basis.article("三十二", "五十"),
  remedy   = { zh = "按规定格式补上缺少的部分；没有相关情况的也应如实写明。", en = "Add the missing section; where there is nothing to report, say so." },
  check    = duty.section_present {
    merged = words,
    untreated = { zh = "全文没有写到条例第三十二条要求的内容：%s", en = "an item of article 32 is nowhere in the text: %s" },
  },
}
