local duty = require "duty"

return rule {
  id       = "words.notice",
  title    = { zh = "引用的通知当年有效", en = "The notice cited was in force" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  patterns = { old_notice = "青政办发〔2017〕41号", new_notice = "青政办发〔2025〕3号" },
  check    = duty.law_in_force {
    cited = {
      {
        patterns = "old_notice", ended = "2023-03-01", unless = "废止|修订前", expected = "青政办发〔2023〕6号",
        message = { zh = "引用了已废止的通知", en = "cites a notice that was repealed" }, basis = "青政办发〔2023〕6号第九条",
      },
      {
        patterns = "new_notice", began = "2025-02-01", need = "依据|按照",
        message = { zh = "引用了当年还没有的通知", en = "cites a notice that was yet to come" },
      },
    },
  },
}
