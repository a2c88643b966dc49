-- The new section says how often the organ was inspected; "none" is an answer, too.

return rule {
  id       = "supervision.stated",
  title    = { zh = "写明监督检查的次数", en = "Says how many inspections there were" },
  why      = {
    zh = "2027年格式新设的第五部分，要写明全年接受或者组织监督检查的次数。",
    en = "The fifth section, new in the form of 2027, states the inspections of the year.",
  },
  severity = "minor",
  forms    = { "2027" },
  basis    = { "政府信息公开工作年度报告格式（2027年，虚构）第五部分" },
  remedy   = { zh = "写明监督检查的次数；没有的，写明没有。", en = "State the number, or that there were none." },
  check    = function(report, out)
    local section = report:section("supervision")
    if not section then
      out:unknown {
        at = { section = "supervision" },
        reason = { code = "section-missing", zh = "没有这一部分", en = "the section is not there" },
        cause = { rule = "structure.section-missing", at = { section = "supervision" } },
      }
    elseif section.length == 0 then
      out:unknown {
        at = section.heading,
        reason = { code = "section-empty", zh = "这一部分没有内容", en = "the section is empty" },
        cause = { rule = "structure.section-empty", at = section.heading },
      }
    elseif text.find(section.text, "(?:检查|督查|抽查)\\D{0,12}\\d+(?:次|轮)|\\d+(?:次|轮)\\D{0,6}(?:检查|督查|抽查)")
      or text.find(section.text, "(?:未|没有)(?:开展|接受|组织|进行).{0,8}(?:检查|督查|抽查)") then
      out:pass { at = section.heading }
    else
      out:fail {
        at = section.heading,
        message = { zh = "没有写明监督检查的次数", en = "no number of inspections is stated" },
      }
    end
  end,
}
