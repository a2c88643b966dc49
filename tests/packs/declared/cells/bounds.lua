local duty = require "duty"

return rule {
  id       = "cells.bounds",
  title    = { zh = "主动公开表的数合乎情理", en = "The figures of table two are possible" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.within_bounds { of = "disclosure.plausible" },
}
