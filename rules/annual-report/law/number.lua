-- Numbers of documents are well formed, belong to the body that is named and stand for one document (D33, D34).
-- Brackets of any kind are right, and what was lost on the way (号, a bracket) is not the report's fault.

local office = "国务院办公厅政府信息与政务公开办公室"
local format = "政府信息公开工作年度报告格式"
local format_numbers = { ["国办公开办函〔2019〕60号"] = true, ["国办公开办函〔2021〕30号"] = true }

-- Who issues documents under which letters, among those that reports cite most.
local issuers = {
  ["国办公开办函"] = office, ["国办公开办"] = office, ["国办发"] = "国务院办公厅", ["国办函"] = "国务院办公厅",
  ["国发"] = "国务院", ["国函"] = "国务院", ["国办发明电"] = "国务院办公厅",
}

-- Letters that nobody issues under, and those that are meant.
local misspelt = {
  ["国办法"] = "国办发", ["国发办"] = "国办发", ["国版发"] = "国办发", ["国办涵"] = "国办函", ["国办公开办涵"] = "国办公开办函", ["国办公开函"] = "国办公开办函",
  ["中办法"] = "中办发", ["国法"] = "国发",
}

-- 国办发[2021]3号 and 国办发〔2021〕3号 are one number.
local function number_of(letters, year, serial)
  return letters .. "〔" .. year .. "〕" .. text.gsub(serial, "^0+", "") .. "号"
end

-- A title without what people leave out or add when they cite it.
local function core(title)
  local s = text.gsub(title, "^.{0,30}?(?:关于(?:印发|转发|发布|做好|公布)?|印发|转发)|[《》〈〉“”\"'、,:和及与的了]|\\([^()]*\\)", "")
  return text.gsub(s, "(?:通知|函|意见)$", "")
end

-- 《文件管理办法》 and 《公章管理办法》: the words in which alike titles differ have nothing in common.
local function differs(x, y)
  local _, one, _, other = text.match(x .. "\n" .. y, "^(.*)(.{2,12}?)(.*)\n\\1(.{2,12}?)\\3$")
  return one ~= nil and not text.find(one .. "\n" .. other, "(.).*\n.*\\1")
end

local function is_same(a, b)
  local x, y = core(a), core(b)
  return x == y or text.contains(x, y) or text.contains(y, x) or (text.similar(x, y) >= 0.6 and not differs(x, y))
end

local function last_year(report)
  return report.published and date.year(report.published.date) or report.year and report.year + 2
end

local function malformed(report, out)
  for _, m in ipairs(report:matches("swapped")) do
    out:fail {
      at = m,
      message = { zh = "文号格式不对，应为机关代字〔年份〕序号", en = "a document number is letters, the year in brackets, and the number" },
      expected = "〔" .. (m[1] or m[3] or m[5] or m[7]) .. "〕" .. (m[2] or m[4] or m[6] or m[8]) .. "号",
      found = m.raw,
    }
  end
  for _, m in ipairs(report:matches("broken")) do
    out:fail {
      at = m,
      message = { zh = "文号的年份或序号缺失、多位或夹有字母，应为机关代字〔年份〕序号", en = "a document number whose year or serial number is missing, has too many digits or a letter" },
      found = m.raw,
    }
  end
  for _, m in ipairs(report:matches("misspelt")) do
    out:fail {
      at = m,
      message = { zh = "机关代字写错", en = "the letters of the issuing body are misspelt" },
      expected = misspelt[m[1]],
      found = m[1],
    }
  end
  local last = last_year(report)
  for _, m in ipairs(report:matches("number")) do
    local year, serial = tonumber(m[2]), tonumber(m[3])
    if year < 1949 or (last and year > last + 1) or serial == 0 then
      out:fail {
        at = m,
        message = { zh = "文号的年份或序号不可能", en = "a document number with an impossible year or number" },
        found = m.raw,
      }
    end
  end
end

-- The name of the national office, garbled by replacing words throughout.
local function garbled(report, out)
  for _, m in ipairs(report:matches("office")) do
    if not text.find(m.text, "^国务院办公厅政府信息[与和及、]政务公开办公室$") then
      out:fail {
        at = m,
        message = { zh = "发文机关名称写错", en = "the issuing body's name is wrong" },
        expected = office,
        found = m.raw,
      }
    end
  end
end

-- A body named right before the title: 司法部《关于……》（国办公开办函〔2021〕30号).
local function body_before(m, issuer)
  local lead = m:before(40)
  if text.find(lead, issuer .. "$") then
    return nil
  end
  return text.match(lead, "(?:^|[,。;:、)])(?:[一-龥]{0,6}(?:根据|按照|依据|落实|执行|贯彻|参照|对照|遵照))*+([一-龥]{0,16}(?:国务院|国务院办公厅|部|委员会|局|厅|人民政府|办公[室厅]))$")
end

local function issued(out, m, title, letters, number)
  local named = text.match(title, "^(国务院办公厅政府信息与政务公开办公室|国务院办公厅|国务院)(?=关于|印发|转发)")
  if not named and issuers[letters] then
    named = text.match(title, "^([一-龥]{0,14}(?:[省市县区州](?:委|政府)?|人民政府|厅|局|委员会|办公室))(?=关于|印发)")
    named = named and not text.find(named, "国务院|中共中央|中办|国办") and named or body_before(m, issuers[letters])
  end
  if named and issuers[letters] and named ~= issuers[letters] then
    out:fail {
      at = m,
      message = { zh = "文号“" .. number .. "”与发文机关不符", en = "the number " .. number .. " is not one of the issuing body named" },
      expected = issuers[letters],
      found = named,
    }
    return false
  elseif text.contains(title, format) and text.starts(letters, "国") and not misspelt[letters] and not format_numbers[number] then
    out:fail {
      at = m,
      message = { zh = "年度报告格式的文号写错", en = "the number of the official format is wrong" },
      expected = "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号",
      found = number,
    }
    return false
  end
  return true
end

-- Titles by number; several titles before one number were issued together.
local function cited(report, out)
  local seen = {}
  for _, m in ipairs(report:matches("cited")) do
    local number = number_of(m[2], m[3], m[4])
    local entry = seen[number]
    local several = text.find(m:before(4), "》[、和及,]?$") ~= nil
    if issued(out, m, m[1], m[2], number) then
      if not entry then
        seen[number] = { title = m[1], at = m, several = several }
      elseif not several and not entry.several and not entry.told and not is_same(entry.title, m[1]) then
        entry.told = true
        out:fail {
          at = m,
          evidence = { entry.at },
          message = { zh = "同一文号“" .. number .. "”用于两个不同的文件", en = "two documents are cited under the number " .. number },
          expected = "《" .. entry.title .. "》",
          found = "《" .. m[1] .. "》",
        }
      end
    end
  end
end

local open, close = "[〔\\[(﹝【]", "[〕\\])﹞】]"
local letters = "[一-龥]{1,12}"

return rule {
  id       = "law.number",
  title    = { zh = "文号、发文机关和文件名称相符", en = "Document number, issuing body and title agree" },
  why      = {
    zh = "文号是查找文件的依据，写错就查不到，也说明引用未经核对。",
    en = "By its number a document is found; a wrong one finds nothing and shows that nobody checked.",
  },
  severity = "minor",
  basis    = { "《党政机关公文格式》（GB/T 9704—2012）", "《党政机关公文处理工作条例》（中办发〔2012〕14号）" },
  remedy   = {
    zh = "对照原文件改正文号、发文机关和文件名称。",
    en = "Correct number, issuing body and title by the document itself.",
  },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  patterns = {
    number = { pattern = "([一-龥])" .. open .. "([0-9]{4})" .. close .. "第?([0-9]{1,5})号", literal = "号" },
    swapped = {
      pattern = "(?:[一-龥]?(?:发|函|办|字|政))((?:19|20)[0-9]{2})[〔\\[﹝]([0-9]{1,3})[〕\\]﹞]号|(?:[一-龥]?(?:发|函|办|字|政))[〔\\[﹝]((?:19|20)[0-9]{2})年[〕\\]﹞]([0-9]{1,4})号"
        .. "|(?:[一-龥]?(?:发|函|办|政))[〔\\[(﹝]((?:19|20)[0-9]{2})[〕\\])﹞]第([0-9]{1,4})号"
        .. "|(?:办发|办函|办字|政发|政函|府发|府函)((?:19|20)[0-9]{2})第([0-9]{1,4})号",
      literal = { "〔", "[", "﹝", "发(", "函(", "办(", "政(", "发20", "函20", "字20", "发19", "函19", "字19" },
    },
    -- A year of other than four digits (of two, only behind the letters of an office), a letter for a digit, no number behind it; lost brackets are no fault.
    broken = {
      pattern = "[一-龥]{1,12}[〔\\[﹝](?:[0-9]{5,6}[〕\\]﹞]第?[0-9]{1,5}号|[0-9]{3}[〕\\]﹞]第?[0-9]{1,5}号|(?:19|20)[0-9]{2}[〕\\]﹞]第?号|[〕\\]﹞]第?[0-9]{1,4}号"
        .. "|(?=[0-9]{0,3}[OoIl])[12][0-9OoIl]{3}[〕\\]﹞]第?[0-9]{1,5}号|(?:19|20)[0-9]{2}[〕\\]﹞]第?(?=[0-9]{0,3}[OoIl])[0-9OoIl]{1,4}号"
        .. "|(?<=[发函办字政文][〔\\[﹝])[0-9]{2}[〕\\]﹞]第?[0-9]{0,4}号(?!窗|楼|会|院))",
      literal = { "〔", "[", "﹝" },
    },
    misspelt = {
      pattern = "(?<![一-龥])(国办法|国发办|国版发|国办涵|国办公开办涵|国办公开函|中办法|国法)(?=[〔\\[(﹝【][0-9]{4}[〕\\])﹞】])",
      literal = { "国办法", "国发办", "国版发", "国办涵", "公开办涵", "国办公开函", "中办法", "国法" },
    },
    office = { pattern = "国务院办公厅政[府务]信息[与和及、][^,。;:《》()、关印发]{0,8}?公开办公室", literal = "公开办公室" },
    cited = {
      pattern = "《((?:[^《》]|《[^《》]*》){2,90})》\\((" .. letters .. ")" .. open .. "([0-9]{4})" .. close .. "第?([0-9]{1,5})号\\)?",
      literal = "》(",
    },
  },
  check    = function(report, out)
    malformed(report, out)
    garbled(report, out)
    cited(report, out)
    out:pass()
  end,
}
