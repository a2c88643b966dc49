-- The register lists the agency, its report of the year is due, and none came in.

local basis = require "basis"
local deadline = require "deadline"
local deadlines = require "deadlines"

local messages = {
  nothing = { zh = "没有收到%d年度的报告", en = "no report for %d came in" },
  other = { zh = "收到的文件不是%d年度的年度报告", en = "what came in is no annual report for %d" },
  ["other-year"] = { zh = "收到的是其他年度的报告，没有%d年度的", en = "the report that came in is of another year, not of %d" },
}

-- The last day on which it need not be there yet, and whether that is certain; nil once it is due.
local function awaited_until(dossier, parameters)
  local body = { level = dossier.level, form = dossier.year <= 2018 and "2008" or nil }
  local first, last = deadline.of(deadlines, body, parameters)
  local year = string.format("%04d-", dossier.year + 1)
  if last and dossier.day and dossier.day <= year .. last then
    return year .. last, dossier.day <= year .. first
  end
end

return rule {
  id       = "publication.missing",
  title    = { zh = "编制并发布了年度报告", en = "There is an annual report" },
  why      = {
    zh = "名录中的机关每年都应当编制并公布上一年度的报告；没有报告，其余各项都无从谈起。",
    en = "Every agency of the register publishes a report each year; without one nothing else can be said.",
  },
  severity  = "veto",
  scope     = "office",
  documents = "any",
  basis     = basis.article("三十一", "四十九"),
  remedy    = { zh = "立即编制、公布并报送年度报告；已公布的，报送其网址和文件。",
    en = "Write, publish and hand in the report at once; if it is published, hand in its address and file." },
  parameters    = deadlines.parameters,
  parameters_of = "publication.late",
  check     = function(dossier, out, parameters)
    if dossier.year < 2008 then -- the regulation came into force in May 2008
      return out:notapplicable { reason = { code = "before-regulation", zh = "2008年以前没有编制年度报告的规定",
        en = "before 2008 no regulation asked for annual reports" } }
    elseif dossier.received == "report" then
      return out:pass()
    elseif dossier.received == "unreadable" then
      return out:unknown { reason = { code = "unreadable", zh = "收到的文件无法读取，不知道是不是年度报告",
        en = "the file that came in cannot be read: whether it is a report is not known" } }
    end
    local last, certain = awaited_until(dossier, parameters)
    if certain then
      return out:notapplicable { reason = { code = "not-due", zh = "公布期限" .. last .. "未到，还没有报告",
        en = "there is no report yet; it is due by " .. last } }
    elseif last then
      return out:unknown { reason = { code = "not-due",
        zh = "还没有报告；名录没有写明机关层级，期限最迟为" .. last .. "，不知道是否已经逾期",
        en = "there is no report yet; the register does not name the kind of body, so it may be due only by " .. last } }
    end
    local message = messages[dossier.received]
    local report = dossier.report
    out:fail {
      at = report and (report.title or report) or nil,
      message = { zh = string.format(message.zh, dossier.year), en = string.format(message.en, dossier.year) },
      cause = dossier.received == "other" and { rule = "identity.not-a-report" } or nil,
    }
  end,
}
