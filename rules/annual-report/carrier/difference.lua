-- The files of one report say the same: page, attached Word file, PDF. Compared are the report year, the official tables cell by cell,
-- the headings of the official sections and their order, title, agency and date of signature, and the text sentence by sentence. Blank and dash
-- both state no number.

local same_words = require "same_words"
local tables = require "tables"
local shown = require("duty_equation").shown

-- What a cell says, for comparing: its number, nothing, or its text; nil if it cannot be read.
local function content(cell)
  local kind = cell and cell.kind
  if kind == "unreadable" then
    return nil
  elseif kind == "number" then
    return cell.value
  elseif kind == "text" then
    return (text.gsub(cell.raw, "\\s+", ""))
  end
  return ""
end

local function spoken(value)
  if value == "" then
    return { zh = "空白", en = "blank" }
  end
  local written = type(value) == "number" and shown(value) or value
  return { zh = written, en = written }
end

local function differ(out, cell, other, path)
  local own, theirs = content(cell), content(other)
  if own == nil or theirs == nil then
    return out:unknown { at = cell, reason = { code = "unreadable-cell", zh = "有一份文件的这一格无法辨认", en = "one of the files has a cell that cannot be read" } }
  elseif own == theirs then
    return out:pass { at = cell }
  end
  local here, there = spoken(own), spoken(theirs)
  out:fail {
    at = cell, evidence = { other }, found = here.zh, expected = there.zh,
    message = {
      zh = cell.name.zh .. "为" .. here.zh .. "，" .. path .. " 中为" .. there.zh,
      en = cell.name.en .. " is " .. here.en .. ", in " .. path .. " " .. there.en,
    },
  }
end

local function only_one(out, has, at, evidence, name, path)
  out:fail {
    at = at, evidence = evidence,
    message = {
      zh = has and path .. " 没有" .. name.zh or name.zh .. "只在 " .. path .. " 中有",
      en = has and path .. " has no " .. name.en or name.en .. " stands in " .. path .. " only",
    },
  }
end

-- A row or a column of which one file has several cells and the other none was left out as a whole: one cause.
local function left_out(both)
  local here, there = 0, 0
  for _, pair in ipairs(both) do
    local own, theirs = content(pair[1]), content(pair[2])
    here = here + (own ~= "" and 1 or 0)
    there = there + (theirs ~= "" and 1 or 0)
  end
  if here > 1 and there == 0 then
    return "there"
  elseif there > 1 and here == 0 then
    return "here"
  end
end

local function report_left_out(out, where, both, name, theirs, path)
  local first = both[1]
  out:fail {
    at = first[1], evidence = { where == "here" and first[2] or theirs },
    message = {
      zh = where == "there" and path .. " 中" .. name.zh .. "没有填写，这里有" or name.zh .. "在这里没有填写，" .. path .. " 中有",
      en = where == "there" and name.en .. " has nothing in " .. path or name.en .. " has nothing here, but in " .. path .. " it has",
    },
  }
end

local function compare_cells(out, own, theirs, name, path)
  local done, columns = {}, {}
  for _, row in ipairs(own.rows) do
    for _, cell in ipairs(row.cells) do
      local column = columns[cell.column] or {}
      columns[cell.column] = column
      column[#column + 1] = { cell, theirs:cell(row.key, cell.column) }
    end
  end
  for _, column in ipairs(own.columns) do
    local cells = columns[column.key] or {}
    local where = #own.rows > 1 and left_out(cells)
    if where then
      done[column.key] = true
      local of = { zh = name.zh .. "的“" .. column.name.zh .. "”一栏", en = "the column \"" .. column.name.en .. "\" of " .. name.en }
      report_left_out(out, where, cells, of, theirs, path)
    end
  end
  for _, row in ipairs(own.rows) do
    local cells = {}
    for _, cell in ipairs(row.cells) do
      if not done[cell.column] then
        cells[#cells + 1] = { cell, theirs:cell(row.key, cell.column) }
      end
    end
    local where = left_out(cells)
    if where then
      local of = { zh = name.zh .. "的“" .. row.name.zh .. "”一行", en = "the row \"" .. row.name.en .. "\" of " .. name.en }
      report_left_out(out, where, cells, of, theirs, path)
    else
      for _, pair in ipairs(cells) do
        differ(out, pair[1], pair[2], path)
      end
    end
  end
end

local function compare_table(out, report, other, official, path)
  local own, theirs = report:table(official.key), other:table(official.key)
  if not own or not theirs then
    return
  elseif own.image or theirs.image then
    return out:unknown { at = own, reason = { code = "table-image", zh = "有一份文件以图片代替表格", en = "one of the files has an image for the table" } }
  elseif own.present ~= theirs.present and (own.torn or theirs.torn) then
    return tables.unknown(out, own.present and theirs or own, official)
  elseif own.present ~= theirs.present then
    return only_one(out, own.present, own.present and own or report, { theirs.present and theirs or nil }, official.name, path)
  elseif own.present then
    compare_cells(out, own, theirs, official.name, path)
  end
end

-- A heading without blanks and punctuation: how it is set differs from file to file.
local function plain(heading)
  return (text.gsub(heading.title, "[\\s\\p{P}]+", ""))
end

local function compare_section(out, report, other, official, path)
  local own, theirs = report:section(official.key), other:section(official.key)
  if not own and not theirs then
    return
  elseif not own or not theirs then
    local name = { zh = "“" .. official.title .. "”部分", en = "section \"" .. official.title .. "\"" }
    return only_one(out, own ~= nil, own or report, { theirs }, name, path)
  elseif own.heading and theirs.heading and plain(own.heading) ~= plain(theirs.heading) then
    return out:fail {
      at = own.heading, evidence = { theirs.heading }, severity = "minor", found = own.heading.title, expected = theirs.heading.title,
      message = { zh = "标题与 " .. path .. " 中的不同", en = "the heading differs from that in " .. path },
    }
  end
  out:pass { at = own.heading }
end

-- { key, at } of what both reports have, in the order of this one.
local function in_order(list, has)
  local order = {}
  for _, of in ipairs(list) do
    if has[of.key] then
      order[#order + 1] = of
      has[of.key] = nil
    end
  end
  return order
end

local function keys_of(list)
  local has = {}
  for _, of in ipairs(list) do
    has[of.key] = true
  end
  return has
end

local function compare_order(out, own, theirs, path)
  local here, there = in_order(own, keys_of(theirs)), in_order(theirs, keys_of(own))
  for i, of in ipairs(here) do
    if of.key ~= there[i].key then
      out:fail {
        at = of.at, evidence = { there[i].at }, severity = "minor",
        message = { zh = "“" .. of.name .. "”的次序与 " .. path .. " 中的不同", en = "\"" .. of.name .. "\" stands in another order in " .. path },
      }
      return false
    end
  end
  return true
end

local function sections_of(report)
  local list = {}
  for _, section in ipairs(report.sections) do
    if section.official and section.heading then
      list[#list + 1] = { key = section.key, at = section.heading, name = section.title or section.heading.title }
    end
  end
  return list
end

local function tables_of(report)
  local list = {}
  for _, official in ipairs(report.official_tables) do
    local t = report:table(official.key)
    if t and t.present and t.line then
      list[#list + 1] = { key = official.key, at = t, name = official.name.zh, line = t.line }
    end
  end
  table.sort(list, function(a, b)
    return a.line < b.line
  end)
  return list
end

local function name_of(report, key)
  for _, section in ipairs(report.sections) do
    if section.key == key and key ~= "" then
      local name = section.title or section.heading and section.heading.title or key
      return { zh = "“" .. name .. "”", en = "\"" .. name .. "\"" }
    end
  end
  return { zh = "正文", en = "the text" }
end

local function compare_words(out, report, other, path)
  for _, of in ipairs(same_words.sections(report, other)) do
    local name = name_of(report, of.key)
    local more = of.count > 1 and { zh = "（" .. of.count .. "句）", en = " (" .. of.count .. " sentences)" } or { zh = "", en = "" }
    local zh, en = name.zh .. "的文字与 " .. path .. " 中的不同" .. more.zh, "the words of " .. name.en .. " differ from those in " .. path .. more.en
    if not of.expected then
      zh, en = name.zh .. "中的文字在 " .. path .. " 中没有" .. more.zh, path .. " lacks words of " .. name.en .. more.en
    elseif not of.found then
      zh, en = path .. " 中" .. name.zh .. "的文字在这里没有" .. more.zh, path .. " has more words in " .. name.en .. more.en
    end
    out:fail {
      at = of.at or { section = of.key ~= "" and of.key or nil }, evidence = { of.there }, severity = "minor",
      quote = of.found, found = of.found, expected = of.expected, message = { zh = zh, en = en },
    }
  end
end

local function compare_frame(out, report, other, path)
  if not same_words.title(report.title, other.title) then
    out:fail {
      at = report.title, evidence = { other.title }, severity = "minor", found = report.title.text, expected = other.title.text,
      message = { zh = "标题与 " .. path .. " 中的不同", en = "the title differs from that in " .. path },
    }
  end
  local own, theirs = same_words.signed(report, other)
  if own then
    out:fail {
      at = own, evidence = { theirs }, severity = "minor", found = own.date, expected = theirs.date,
      message = { zh = "落款日期与 " .. path .. " 中的不同", en = "the date of signature differs from that in " .. path },
    }
  end
  local signer, another = same_words.signer(report, other)
  if signer then
    out:fail {
      at = signer.at, evidence = { another.at }, severity = "minor", found = signer.name, expected = another.name,
      message = { zh = "落款机关与 " .. path .. " 中的不同", en = "the agency that signs differs from that in " .. path },
    }
  end
end

local function compare(out, report, carrier)
  local other, path = carrier.report, carrier.document
  if report.year and other.year and report.year ~= other.year then
    return out:fail { -- that the tables differ, too, follows
      at = report.title, evidence = { other.title }, found = report.year, expected = other.year,
      message = { zh = "报告年度与 " .. path .. " 不同", en = "the report year differs from that of " .. path },
    }
  end
  if report.form ~= other.form then
    return out:unknown { reason = { code = "other-form", zh = path .. " 是另一种格式，表格无法对照", en = path .. " is of another form: the tables cannot be compared" } }
  end
  if same_words.noticed(other, "off-paper") then
    return out:unknown { reason = {
      code = "off-paper",
      zh = path .. " 的纸面放不下，有文字被截掉，无法对照",
      en = path .. " lost text at the paper's edge: not compared",
    } }
  end
  for _, official in ipairs(report.official_tables) do
    compare_table(out, report, other, official, path)
  end
  if tables.torn(report) or tables.torn(other) then
    return -- headings and text may have been lost with the table
  end
  for _, official in ipairs(report.official_sections) do
    compare_section(out, report, other, official, path)
  end
  if compare_order(out, sections_of(report), sections_of(other), path) then
    compare_order(out, tables_of(report), tables_of(other), path)
  end
  compare_frame(out, report, other, path)
  compare_words(out, report, other, path)
end

return rule {
  id       = "carrier.difference",
  title    = { zh = "同一报告的各份文件一致", en = "The files of one report agree" },
  why      = {
    zh = "同一份报告常以网页、Word 和 PDF 同时发布，读者会各取一份。内容不一致，就不知道以哪一份为准。",
    en = "A report is often published as a page, a Word file and a PDF at once. Where they disagree nobody knows which holds.",
  },
  severity = "major",
  scope    = "carriers",
  basis    = require("basis").article("六", "六"),
  remedy   = { zh = "核对哪一份正确，改正其余各份后一并重新发布。", en = "Find out which file is right, correct the others and publish all of them again." },
  check    = function(dossier, out)
    for _, carrier in ipairs(dossier:carriers()) do
      if carrier.report then
        out:pass()
        compare(out, dossier.report, carrier)
      end
    end
  end,
}
