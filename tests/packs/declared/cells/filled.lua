local duty = require "duty"

return rule {
  id       = "cells.filled",
  title    = { zh = "表四没有空格", en = "No blank in table four" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.cells_filled { table = "disputes" },
}
