-- Headings are worded officially (D11). Separators are free; both official wordings are right; 措施 for 情况
-- and the like are variants of the same class and only noted.

local basis = require "basis"
local duty = require "duty"

-- What may stand before a heading's own words without changing them.
local prefix = "^(?:20[0-9]{2}年(?:度)?)?(?:我[县市区州镇乡局委]|本[县市区州镇乡局委]|全[县市区州镇乡]|本机关|本单位)?(?:政府)?(?:(?:信息|政务)公开)?(?:工作)?(?:的|中)?"

-- What may differ without breaking a duty: the other wordings of the same class. It is noted.
local noted = {
  overview   = "(?:总体|基本|总的)(?:工作)?(?:情况|概况)$|^.{0,12}工作(?:总体|基本)?(?:情况|概况|概述)?$|^(?:主要)?(?:工作)?(?:概述|概况|综述)$",
  disclosure = "^(?:行政机关)?主动公开(?:政府)?(?:信息)?(?:的)?(?:工作)?(?:情况)?$",
  requests   = "^(?:行政机关)?(?:收到|受理|接受)(?:和|及|、|与)?(?:处理|办理|答复)(?:政府)?信息公开(?:的)?申请(?:的|办理|工作)?(?:情况)?$",
  disputes   = "^(?:因)?(?:政府信息公开|信息公开)(?:工作)?(?:被)?(?:申请|提起)?行政复议(?:、|和|及|与|或|以及|,)?(?:被)?(?:提起)?(?:行政)?诉讼(?:的|工作)?(?:情况)?$",
  problems   = "^(?:工作)?(?:中)?(?:存在)?(?:的)?(?:主要)?问题(?:、|和|及|与|以及|,)?(?:下一?步)?(?:的)?(?:改进|整改)?(?:工作)?(?:情况|措施|举措|方向|计划|安排|打算|建议)?$",
  other      = "^其[他它](?:需要|应当?|需)?(?:报告|说明)?(?:的|等)*(?:有关)?(?:事项(?:情况)?|工作情况)(?:等)?$|^需要(?:说明|报告)的(?:其他)?事项(?:与附表)?$",
}

return rule {
  id       = "structure.heading",
  title    = { zh = "标题采用规定表述", en = "Headings are worded officially" },
  why      = {
    zh = "标题采用规定的表述，各机关的报告才能逐项对照和汇总。",
    en = "Only with the official headings can reports be compared and put together part by part.",
  },
  severity = "advice",
  forms    = { "2019", "2021" },
  basis    = basis.format("（各部分标题）"),
  remedy   = { zh = "按规定格式改写该标题。", en = "Word the heading as the official form does." },
  check    = duty.headings_worded { noted = noted, prefix = prefix },
}
