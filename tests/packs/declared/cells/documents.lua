local duty = require "duty"

return rule {
  id       = "cells.documents",
  title    = { zh = "本年制发且未废止的都有效", en = "What was made and not repealed is in force" },
  severity = "minor",
  forms    = { "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.equation {
    table = "disclosure",
    holds = { "normative.made - normative.repealed <= normative.valid", "regulations.made - regulations.repealed <= regulations.valid" },
  },
}
