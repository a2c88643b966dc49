-- Duties as an office writes them, one for each constructor of plugins/lib/duty.lua.
return pack {
  id        = "declared",
  version   = "0.1.0",
  interface = 1,
  title     = { zh = "声明式规则（供测试）", en = "Declared rules (for tests)" },
  needs     = { ["annual-report"] = "^1.0" },
}
