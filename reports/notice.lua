-- Rectification notices: to each agency what is to be corrected, by which article, how, until when.
--
-- model = { lang, office, year, more, notices = { notice… } }
-- notice = { again = { { asked, no, returns, text } … }, agency, code, complete, count, date, date_text, deadline, deadline_text, grade, left_out, max,
--            number, office, ordinal, path, published, score, sha256, times, title, year,
--            items = { { article, evidence, expected, fingerprint, formula, found, message, no, place, quote, remedy, rule, severity, severity_label,
--                        title } … }, undecided = { { message, place, rule, title } … } }

local h = require "html"
local words = require "words"

-- A text of several lines as lines.
local function lines(said)
  local nodes = {}
  for line in text.gmatch(said or "", "[^\n]+") do
    if #nodes > 0 then
      nodes[#nodes + 1] = h.br {}
    end
    nodes[#nodes + 1] = line
  end
  return nodes
end

local function items_table(notice, w)
  local rows = {}
  for i, item in ipairs(notice.items) do
    rows[i] = h.tr {
      h.td { class = "n", tostring(item.no) },
      h.td { item.title, h.br {}, h.span { class = "chip " .. item.severity, item.severity_label }, " ", h.span { class = "rule", item.rule } },
      h.td { h.p { item.message }, h.p { class = "note", lines(item.evidence) } },
      h.td { h.p { item.article }, h.p { item.remedy or "" } },
    }
  end
  return h.table { h.thead { h.tr { h.th { class = "n", w("序号", "No.") }, h.th { w("事项", "Duty") },
    h.th { w("问题与所在位置", "What is wrong, and where") }, h.th { w("依据与改正要求", "Basis and what to do") } } }, h.tbody { rows } }
end

local function undecided_list(notice, w)
  if #notice.undecided == 0 then
    return nil
  end
  local rows = {}
  for i, item in ipairs(notice.undecided) do
    rows[i] = h.li { item.title, w("：", ": "), item.message or "", item.place ~= "" and w("（" .. item.place .. "）", " (" .. item.place .. ")") or "" }
  end
  return { h.p { w("下列事项未能判定，不等于没有问题，请自行核对：", "Undecided, which does not mean in order; please look yourselves:") }, h.ul { rows } }
end

local function again_list(notice, w)
  if #notice.again == 0 then
    return nil
  end
  local rows = {}
  for i, row in ipairs(notice.again) do
    rows[i] = h.li { row.text }
  end
  return { h.p { w("其中下列事项不是第一次提出：", "Of these, the following are not asked for, or found, for the first time:") }, h.ul { rows } }
end

local function letter(notice, w, further)
  return h.section { class = further and "more" or nil,
    h.h1 { w("整改通知书", "Notice of rectification") .. notice.ordinal },
    notice.number ~= "" and h.p { class = "facts", notice.number } or nil,
    h.p { w(notice.agency .. "：", "To " .. notice.agency) },
    h.p { w(
      "对你单位" .. words.points(notice.year) .. "年政府信息公开工作年度报告审核，发现需要整改的问题" .. words.points(notice.count) .. "项，逐项列明如下。请于"
        .. notice.deadline_text .. "前改正，重新发布年度报告，并将发布网址和整改情况书面告知我单位。",
      "Your annual report for " .. words.points(notice.year) .. " was audited. " .. words.points(notice.count)
        .. " things in it are to be corrected by " .. notice.deadline_text
        .. ". Please publish the report again, and tell us in writing where it stands and what was done.") },
    again_list(notice, w),
    items_table(notice, w),
    undecided_list(notice, w),
    notice.left_out > 0 and h.p { class = "note", w("另有程度较轻的问题" .. words.points(notice.left_out) .. "项未列入。",
      words.points(notice.left_out) .. " lesser findings are not listed.") } or nil,
    h.p { w("对上述认定有异议的，可在期限内书面提出并附材料。", "Objections may be raised in writing within this time, with the material that supports them.") },
    h.p { class = "signature", notice.office },
    h.p { class = "signature", notice.date_text },
  }
end

local function page(model)
  local w = words.of(model.lang)
  local nodes = {}
  for i, notice in ipairs(model.notices) do
    nodes[i] = letter(notice, w, i > 1)
  end
  if #nodes == 0 then
    nodes[1] = h.p { w("没有需要整改的问题。", "There is nothing to correct.") }
  end
  return h.page { title = w("整改通知书", "Notices of rectification"), lang = model.lang, style = "report.css", nodes, words.more(model, w) }
end

local function sheets(model)
  local w = words.of(model.lang)
  local rows = {}
  for _, notice in ipairs(model.notices) do
    for _, item in ipairs(notice.items) do
      rows[#rows + 1] = { notice.code, notice.agency, notice.number, notice.date, notice.deadline, item.no, item.title, item.severity_label, item.message,
        item.evidence, item.article, item.remedy or "", item.rule, item.fingerprint or "" }
    end
  end
  local function column(zh, en, width, kind)
    return { title = w(zh, en), width = width, kind = kind or "text" }
  end
  return { { name = w("整改事项", "to correct"), rows = rows, columns = {
    column("机关代码", "code", 12), column("机关", "agency", 26), column("文号", "number", 18), column("通知日期", "date", 12),
    column("整改期限", "deadline", 12), column("序号", "no.", 6, "number"), column("事项", "duty", 26), column("程度", "severity", 8),
    column("问题", "message", 40), column("位置与证据", "evidence", 40), column("依据", "basis", 36), column("改正要求", "remedy", 40),
    column("规则", "rule", 24), column("指纹", "fingerprint", 20) } } }
end

return layout {
  id     = "notice",
  title  = { zh = "整改通知书", en = "Notices of rectification" },
  html   = page,
  sheets = sheets,
}
