local duty = require "duty"

return rule {
  id       = "cells.columns",
  title    = { zh = "各类申请人的予以公开数不超过办理总数", en = "In each column what was granted is not more than the total" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.equation {
    table = "requests",
    each  = "column",
    holds = "granted + partial <= total",
  },
}
