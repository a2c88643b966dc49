local duty = require "duty"

return rule {
  id       = "words.handled",
  title    = { zh = "办结数与表三一致", en = "Requests handled agree with table three" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.text_agrees {
    label = "(?:全年)?(?:办结|答复)(?:申请)?$",
    class = "case",
    table = "requests",
    cell  = { "total.all", "new.all + carried_in.all" },
  },
}
