local duty = require "duty"

return rule {
  id       = "cells.balance",
  title    = { zh = "表三勾稽关系成立", en = "Table three balances" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  needs    = { "requests" },
  check    = duty.equation { of = "requests.balance" },
}
