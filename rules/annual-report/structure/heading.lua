-- Headings are worded officially (D11). Separators are free; both official wordings are right; 措施 for 情况
-- and the like are variants of the same class and only noted.

local basis = require "basis"

-- What may differ without a word being said: the wording is noted, no duty is broken.
local noted = {
  overview   = "^(?:总体|基本|总的|工作)?(?:工作)?情况$|概述$|总体工作情况$",
  disclosure = "^(?:行政机关)?主动公开(?:政府信息)?(?:的)?(?:工作)?情况$",
  requests   = "^(?:行政机关)?(?:收到和处理|依申请公开)(?:政府)?信息(?:公开)?(?:申请)?(?:的|办理)?情况$",
  disputes   = "^(?:因)?(?:政府信息公开)?(?:工作)?(?:被)?(?:申请|提起)?行政复议(?:、|和|及|与|,)?(?:被)?(?:提起)?行政诉讼(?:的)?情况$",
  problems   = "^(?:政府信息公开工作)?存在的?(?:主要)?问题(?:、|和|及|与|以及)?(?:下一步)?(?:改进)?(?:情况|措施|举措|方向|计划|工作打算|打算)$",
  other      = "^其他?(?:需要|应当?)?报告(?:的|等)?事项(?:等)?$|^其他(?:事项|工作情况)$",
}

return rule {
  id       = "structure.heading",
  title    = { zh = "标题采用规定表述", en = "Headings are worded officially" },
  severity = "advice",
  forms    = { "2019", "2021" },
  basis    = basis.format("（各部分标题）"),
  remedy   = { zh = "按规定格式改写该标题。", en = "Word the heading as the official form does." },
  check    = function(report, out)
    for _, section in ipairs(report.sections) do
      if section.official then
        local title = section.heading.title
        if section.match ~= "class" then
          out:pass { at = section.heading }
        elseif noted[section.key] and text.find(title, noted[section.key]) then
          out:inform {
            at = section.heading,
            message = {
              zh = "标题“" .. title .. "”与规定表述“" .. section.title .. "”略有不同",
              en = "the heading \"" .. title .. "\" differs slightly from \"" .. section.title .. "\"",
            },
            expected = section.title,
            found = title,
          }
        else
          out:fail {
            at = section.heading,
            message = {
              zh = "标题“" .. title .. "”不是规定表述“" .. section.title .. "”",
              en = "the heading \"" .. title .. "\" is not the official \"" .. section.title .. "\"",
            },
            expected = section.title,
            found = title,
          }
        end
      end
    end
  end,
}
