local duty = require "duty"

return rule {
  id       = "cells.regulations",
  title    = { zh = "没有规章制定权的机关不填规章", en = "A body without that power makes no regulations" },
  severity = "minor",
  forms    = { "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.in_range {
    table   = "disclosure",
    cell    = { "regulations.made", "regulations.repealed", "regulations.valid" },
    most    = 0,
    message = { zh = "“%s”不应有数字：没有规章制定权", en = "\"%s\": this body makes no regulations" },
    only    = { levels = { "county", "township", "department" } },
  },
}
