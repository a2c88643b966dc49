-- A page states when it was published; the date of signature under the text is not that (D01).

local basis = require "basis"

return rule {
  id       = "publication.undated",
  title    = { zh = "标明发布日期", en = "States its date of publication" },
  severity = "advice",
  basis    = basis.article("三十一", "四十九"),
  remedy   = { zh = "在页面标题下或信息表中标明发布日期。", en = "State the date of publication under the title or in the page's table of metadata." },
  check    = function(report, out)
    if report.published then
      return out:pass { at = report.published }
    end
    local signed
    for _, d in ipairs(report.dates) do
      if d.source == "signature" then
        signed = d
      end
    end
    out:fail {
      at = signed,
      message = signed and {
        zh = "只有落款日期" .. signed.date .. "，没有发布日期，无法判断是否按期发布",
        en = "only a date of signature (" .. signed.date .. "), so it cannot be told whether it was published on time",
      } or {
        zh = "页面没有发布日期，无法判断是否按期发布",
        en = "the page states no date of publication, so it cannot be told whether it was on time",
      },
    }
  end,
}
