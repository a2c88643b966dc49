-- The national checks of annual reports on government information disclosure.
return pack {
  id        = "annual-report",
  version   = "1.0.0",
  interface = 1,
  title     = { zh = "政府信息公开工作年度报告 全国通用检查", en = "Annual reports on information disclosure: national checks" },
}
