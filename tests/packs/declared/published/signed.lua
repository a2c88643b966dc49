local duty = require "duty"

return rule {
  id       = "published.signed",
  title    = { zh = "落款在期限前", en = "Signed in time" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.before_deadline {
    date     = "signed",
    by_level = { county = "03-31", department = "01-15", township = "01-31" },
    by_form  = { ["2019"] = "02-10" },
  },
}
