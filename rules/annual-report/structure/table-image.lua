-- The official tables are text, not pictures (D15).

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "structure.table-image",
  title    = { zh = "规定的表格是文本而不是图片", en = "The official tables are no pictures" },
  why      = {
    zh = "图片中的数据不能检索、复制和核对，视障人士也无法阅读。",
    en = "Figures in a picture cannot be searched, copied or checked, nor read by those who cannot see.",
  },
  severity = "major",
  forms    = { "2019", "2021" },
  basis    = basis.format("表二至表四"),
  remedy   = { zh = "以可复制、可检索的文本表格发布。", en = "Publish the table as text that can be copied and searched." },
  check    = duty.table_text {},
}
