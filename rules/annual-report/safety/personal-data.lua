-- No identity number, bank card or private mobile number stands in the report (D28). What is found is shown
-- masked everywhere. Telephones and mailboxes of the office are contact data that must be there.

local page = require "page"

local weights = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 }
local check_digits = "10X98765432"
local provinces = "^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"

-- Numbers of things: documents, indexes, requests, organisations.
local of_things = "(?:编号|编码|索引号|索引|文号|字号|流水号|受理号|受理|备案号|标识码|登记号|登记证|批准|代码|许可证|单号|条形码|序列号|合同号|项目号|案号)[^,。;]{0,8}$"
local of_persons = "(?:身份证|身份号码|身份证件)[^,。;]{0,8}$"
local of_cards = "(?:银行|卡号|账号|帐号|账户|帐户|开户|储蓄|汇入|打款|收款)[^。;]{0,24}$"
local of_offices = "(?:财政|国库|专户|缴款|非税|对公|工会|征收|代收|监督电话专)[^。;]{0,30}$"

local function is_identity(number)
  if not text.find(number, provinces) then
    return false
  end
  local birth = number:sub(7, 10) .. "-" .. number:sub(11, 12) .. "-" .. number:sub(13, 14)
  if not date.valid(birth) or birth < "1900-01-01" or birth > "2035-12-31" then
    return false
  end
  local sum = 0
  for i = 1, 17 do
    sum = sum + tonumber(number:sub(i, i)) * weights[i]
  end
  local digit = sum % 11 + 1
  return check_digits:sub(digit, digit) == number:sub(18, 18):upper()
end

-- A number of the first generation: six digits of the year, month and day of birth, and none to check it by. So only the
-- words before it tell what it is.
local function is_old_identity(number)
  local birth = "19" .. number:sub(7, 8) .. "-" .. number:sub(9, 10) .. "-" .. number:sub(11, 12)
  return text.find(number, "^[0-9]{15}$") ~= nil and text.find(number, provinces) ~= nil and date.valid(birth)
end

local function passes_luhn(number)
  local sum = 0
  for i = 1, #number do
    local digit = tonumber(number:sub(-i, -i))
    if i % 2 == 0 then
      digit = digit * 2
      if digit > 9 then
        digit = digit - 9
      end
    end
    sum = sum + digit
  end
  return sum % 10 == 0
end

local function mask(number)
  return number:sub(1, 3) .. string.rep("*", #number - 7) .. number:sub(-4)
end

-- Long numbers in the words around a finding may be personal too.
local function mask_all(s)
  return text.gsub(s, "[0-9][0-9 -]{8,}[0-9Xx]", "***********")
end

-- The words before and behind the match, nothing of the number.
local function around(m)
  local before = text.match(m:before(24), "[^。;]{0,24}$") or ""
  local behind = text.match(m:behind(8), "^[^。;]{0,8}") or ""
  return before, behind
end

local kinds = {
  identity = { severity = "veto", zh = "公民身份号码", en = "an identity number" },
  card = { severity = "veto", zh = "银行卡号", en = "a bank card number" },
  mobile = { severity = "minor", zh = "手机号码", en = "a mobile number" },
}

local function finding(out, m, number, kind)
  local before, behind = around(m)
  local shown = mask(number)
  out:fail {
    at = m,
    severity = kinds[kind].severity,
    quote = mask_all(before) .. shown .. mask_all(behind),
    message = {
      zh = "报告中有" .. kinds[kind].zh .. "：" .. shown,
      en = kinds[kind].en .. " stands in the report: " .. shown,
    },
    found = shown,
  }
end

-- What the digits are, by themselves and by the words before them; nil for none.
local function kind_of(number, before)
  if text.find(before, of_things) and not text.find(before, of_persons) then
    return nil
  elseif #number == 18 and is_identity(number) then
    return "identity"
  elseif is_old_identity(number) and text.find(before, of_persons) then
    return "identity"
  elseif #number >= 16 and text.find(number, "^[0-9]+$") and passes_luhn(number) then
    local named = text.find(before, of_cards) and not text.find(before, of_offices)
    -- 62 begins cards, but also the codes of a province, whose numbers of 18 digits are of other things
    local known = number:sub(1, 2) == "62" and #number ~= 18 and not text.find(before, of_offices)
    return (named or known) and "card" or nil
  end
end

return rule {
  id        = "safety.personal-data",
  title     = { zh = "没有泄露个人信息", en = "No personal data is exposed" },
  why       = {
    zh = "公开证件号码、银行卡号和私人电话会使当事人受害，并违反个人信息保护的规定。",
    en = "Published identity numbers, cards and private telephones harm people and break the law on personal data.",
  },
  severity  = "veto",
  documents = "any",
  basis     = {
    ["2008"] = { "《中华人民共和国政府信息公开条例》（国务院令第492号，2008年施行）第十四条", "《中华人民共和国个人信息保护法》" },
    ["2019"] = { "《中华人民共和国政府信息公开条例》（国务院令第711号修订，2019年施行）第十五条", "《中华人民共和国个人信息保护法》" },
    ["2021"] = { "《中华人民共和国政府信息公开条例》（国务院令第711号修订，2019年施行）第十五条", "《中华人民共和国个人信息保护法》" },
  },
  remedy    = {
    zh = "立即删除或遮盖该号码，联系方式改用办公电话，并检查同批发布的其他文件。",
    en = "Remove or mask the number at once, give an office telephone instead, and check what was published with it.",
  },
  patterns  = {
    -- No digit is certain to stand in a number: every block is searched, for the first one alone.
    digits = { pattern = "[1-9](?:[ -]?[0-9]){10}", literal = {} }, -- in each of the others
    long = { pattern = "(?<![0-9A-Za-z*/_.=-])[1-9](?:[ -]?[0-9]){13,17}[ -]?[0-9Xx](?![0-9A-Za-z*/_-])", literal = {} },
    mobile = { pattern = "(?<![0-9A-Za-z*/_.=〔\\[-])1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9A-Za-z*/_-]|元|万元|平方|立方|人次|千瓦)", literal = {} },
  },
  check     = function(report, out)
    if page.is_unread(report, out) then
      return
    end
    out:pass()
    if not report:has("digits", "report") then
      return
    end
    for _, m in ipairs(report:matches("long", "report")) do
      local number = text.gsub(m.text, "[ -]", "")
      local kind = kind_of(number, (around(m)))
      if kind then
        finding(out, m, number, kind)
      end
    end
    for _, m in ipairs(report:matches("mobile", "report")) do
      local before = around(m)
      if not text.find(before, of_things) then
        finding(out, m, text.gsub(m.text, "[ -]", ""), "mobile")
      end
    end
  end,
}
