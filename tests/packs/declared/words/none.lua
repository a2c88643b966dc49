local duty = require "duty"

return rule {
  id       = "words.none",
  title    = { zh = "写明未收到申请的，表三应为0", en = "Where none were received, table three says so" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.text_agrees {
    class   = "zero",
    tail    = "^(?:任何)?(?:政府)?信息公开申请",
    table   = "requests",
    cell    = "new.all",
    message = { zh = "文中写“%s”，表三有申请", en = "the text says \"%s\", table three has requests" },
  },
}
