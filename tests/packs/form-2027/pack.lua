-- A pack that brings the invented form 2027, and what it asks of reports.
return pack {
  id        = "form-2027",
  version   = "0.1.0",
  interface = 1,
  title     = { zh = "2027年格式（虚构，供测试）", en = "The form of 2027 (invented, for tests)" },
  region    = "全国",
  years     = { first = 2027 },
  needs     = { ["annual-report"] = ">=1.0 <2" },
  replace   = { "requests.balance" },
}
