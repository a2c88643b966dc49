-- A page states when it was published; the date of signature under the text is not that (D01).

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "publication.undated",
  title    = { zh = "标明发布日期", en = "States its date of publication" },
  why      = {
    zh = "没有发布日期，公众和主管部门都不能判断是否按期公开。",
    en = "Without a date of publication nobody can tell whether the report was in time.",
  },
  severity = "advice",
  basis    = basis.article("三十一", "四十九"),
  remedy   = { zh = "在页面标题下或信息表中标明发布日期。", en = "State the date of publication under the title or in the page's table of metadata." },
  check    = duty.date_stated {},
}
