local duty = require "duty"

return rule {
  id       = "cells.pending",
  title    = { zh = "未审结不多于总计", en = "Pending cases are not more than all" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.equation { table = "disputes", each = "row", holds = "pending <= total" },
}
