-- What the constructors of duties share: they check what a rule declares when its file is loaded, and name the
-- rule's file and line, the field and what it must be.
--
-- A check function should hold on to as little of this as it needs (`local fill = declare.fill`): what it holds is
-- looked after at every call.

local declare = {}

local function is_list(v)
  if type(v) ~= "table" or #v == 0 then
    return false
  end
  for _, member in ipairs(v) do
    if type(member) ~= "string" or member == "" then
      return false
    end
  end
  return true
end

-- "row.column"; a row's key may hold points itself.
local function is_cells(v)
  for _, name in ipairs(type(v) == "string" and { v } or is_list(v) and v or { "" }) do
    if not text.find(name, "^[^ ]+\\.[^ .]+$") then
      return false
    end
  end
  return true
end

-- Named values, without places of a list.
local function is_named(v)
  return type(v) == "table" and #v == 0
end

local function is_texts(v)
  if not is_named(v) then
    return false
  end
  for _, member in pairs(v) do
    if type(member) ~= "string" then
      return false
    end
  end
  return true
end

local function is_day(v)
  return type(v) == "string" and date.valid("2000-" .. v)
end

-- A whole number not below zero, or the name of a parameter that holds one.
local function is_limit(v)
  return (math.type(v) == "integer" and v >= 0) or (type(v) == "string" and text.find(v, "^[a-z][a-z0-9_]*$") ~= nil)
end

local function is_entries(v)
  if type(v) ~= "table" or #v == 0 then
    return false
  end
  for _, member in ipairs(v) do
    if type(member) ~= "table" then
      return false
    end
  end
  return true
end

-- A list, or lists by form.
local is_by_form
function is_by_form(v)
  if type(v) == "string" or is_list(v) then
    return v ~= ""
  end
  for _, list in pairs(is_named(v) and v or { {} }) do
    if not is_by_form(list) then
      return false
    end
  end
  return true
end

local function is_messages(v)
  if not is_named(v) then
    return false
  end
  for _, member in pairs(v) do
    if type(member) ~= "table" or type(member.zh) ~= "string" or type(member.en) ~= "string" then
      return false
    end
  end
  return true
end

local severities = { veto = true, major = true, minor = true, advice = true }

local function is_severities(v)
  if not is_named(v) then
    return false
  end
  for _, one in pairs(v) do
    if not severities[one] then
      return false
    end
  end
  return true
end

local bodies = { province = true, city = true, county = true, township = true, department = true, zone = true }

local function is_levels(v)
  for _, level in ipairs(type(v) == "string" and { v } or is_list(v) and v or { "" }) do
    if not bodies[level] then
      return false
    end
  end
  return true
end

-- What a field may be: a test, and how a person is told.
local kinds = {
  text = { function(v) return type(v) == "string" and v ~= "" end, "文字", "a text" },
  list = { function(v) return (type(v) == "string" and v ~= "") or is_list(v) end, "文字或一组文字", "a text or a list of texts" },
  by_form = { is_by_form, "文字、一组文字，或按格式分列", "a text, a list of texts, or such by form" },
  number = { function(v) return type(v) == "number" end, "数字", "a number" },
  count = { function(v) return math.type(v) == "integer" and v >= 0 end, "不小于0的整数", "a whole number not below zero" },
  limit = { is_limit, "不小于0的整数，或本规则参数的名字", "a whole number not below zero, or the name of one of the rule's parameters" },
  flag = { function(v) return type(v) == "boolean" end, "true 或 false", "true or false" },
  patterns = { is_texts, "带名字的正则表达式 { 名字 = \"…\" }", "named regular expressions { name = \"…\" }" },
  only = { is_named, "{ levels = { … } }", "{ levels = { … } }" },
  reason = { is_named, "{ code = \"…\", zh = \"…\", en = \"…\" }", "{ code = \"…\", zh = \"…\", en = \"…\" }" },
  map = { is_texts, "带名字的一组值 { 名字 = 值 }", "named values { name = value }" },
  entries = { is_entries, "一组 { 字段 = 值 }", "a list of { field = value }" },
  message = {
    function(v) return type(v) == "string" or (type(v) == "table" and type(v.zh) == "string" and type(v.en) == "string") end,
    "文字或 { zh = \"…\", en = \"…\" }", "a text or { zh = \"…\", en = \"…\" }",
  },
  messages = { is_messages, "带名字的一组 { zh = \"…\", en = \"…\" }", "named texts { name = { zh = \"…\", en = \"…\" } }" },
  date = { function(v) return type(v) == "string" and date.valid(v) end, "日期，例如 \"2019-05-15\"", "a date such as \"2019-05-15\"" },
  severity = { function(v) return severities[v] == true end, "veto、major、minor、advice 之一", "veto, major, minor or advice" },
  severities = { is_severities, "带名字的一组程度 { [\"2008\"] = \"minor\" }", "named severities { [\"2008\"] = \"minor\" }" },
  levels = { is_levels, "province city county township department zone 中的一个或几个", "some of: province city county township department zone" },
  cells = { is_cells, "“行.列”或一组“行.列”，例如 \"new.all\"", "\"row.column\" or a list of them, such as \"new.all\"" },
  pattern = { function(v) return type(v) == "string" and v ~= "" end, "正则表达式", "a regular expression" },
  regexes = { function(v) return (type(v) == "string" and v ~= "") or is_list(v) end, "正则表达式或一组", "a regular expression or a list of them" },
  day = { is_day, "“月-日”，例如 \"01-31\"", "a month and a day such as \"01-31\"" },
}

local function shown(v)
  if type(v) == "string" then
    return "\"" .. v .. "\""
  elseif type(v) == "number" or type(v) == "boolean" then
    return tostring(v)
  end
  return v == nil and "nil" or "a " .. type(v)
end

-- Raises at the line of the rule's file where the constructor stands. depth: how many functions lie between the
-- rule's file and this one.
local function refuse(depth, what, zh, en)
  error(what .. "：" .. zh .. " / " .. en, depth + 2)
end

-- The fields of `only`, and of a reason.
local inner = {
  only = { levels = "levels", named = "pattern", not_named = "pattern", reason = "reason" },
  reason = { code = "text!", zh = "text!", en = "text!" },
}

local check_fields

local function check_field(depth, what, name, kind, v)
  local required = kind:sub(-1) == "!"
  local fields = inner[kind]
  kind = kinds[required and kind:sub(1, -2) or kind]
  if v == nil then
    if required then
      refuse(depth + 1, what, "缺少字段 " .. name .. "，应为" .. kind[2], "field '" .. name .. "' is missing, it must be " .. kind[3])
    end
  elseif not kind[1](v) then
    refuse(depth + 1, what, "字段 " .. name .. " 应为" .. kind[2] .. "，却是 " .. shown(v),
      "field '" .. name .. "' must be " .. kind[3] .. ", found " .. shown(v))
  elseif kind == kinds.pattern or kind == kinds.regexes then
    for _, regex in ipairs(type(v) == "table" and v or { v }) do
      text.find("", regex) -- raises what is wrong with it
    end
  elseif fields then
    check_fields(depth + 1, what, v, fields, name .. ".")
  end
end

local function names_of(known)
  local names = {}
  for name in pairs(known) do
    names[#names + 1] = name
  end
  return table.concat(names, " ")
end

check_fields = function(depth, what, o, known, prefix)
  for name in pairs(o) do
    if type(name) ~= "string" or not known[name] then
      refuse(depth + 1, what, "不认识字段 " .. prefix .. tostring(name) .. "；可用的有 " .. names_of(known),
        "unknown field '" .. prefix .. tostring(name) .. "'; there are " .. names_of(known))
    end
  end
  for name, kind in pairs(known) do
    check_field(depth + 1, what, prefix .. name, kind, o[name])
  end
end

-- Checks the fields of a declaration. known: name = kind, with "!" behind it for one that must be there.
function declare.fields(what, o, known)
  if type(o) ~= "table" then
    refuse(2, what, "应写作 " .. what .. " { 字段 = 值 }", "write " .. what .. " { field = value }")
  end
  check_fields(2, what, o, known, "")
end

-- The same for each member of a list of declarations: what it is called in messages, how deep it is declared.
function declare.entries(what, list, name, known)
  for i, entry in ipairs(list) do
    check_fields(2, what, entry, known, name .. "[" .. i .. "].")
  end
end

-- Raises for what the kinds above cannot tell, at the same line. deeper: the functions between it and the constructor.
function declare.wrong(what, zh, en, deeper)
  refuse(2 + (deeper or 0), what, zh, en)
end

-- One text, or a list of them, as a list; nil stays nil.
function declare.list(v)
  if type(v) == "string" then
    return { v }
  end
  return v
end

-- A list as a set; nil stays nil.
function declare.set(v)
  local list = declare.list(v)
  if not list then
    return nil
  end
  local set = {}
  for _, member in ipairs(list) do
    set[member] = true
  end
  return set
end

-- A limit as declared, or the parameter that holds it; nil stays nil.
function declare.limit(declared, parameters)
  if type(declared) ~= "string" then
    return declared
  end
  local n = tonumber(parameters[declared])
  if not n then
    error("参数 " .. declared .. " 不在 parameters 中，或不是数 / 'parameters' has no number " .. declared, 0)
  end
  return n
end

local function put(s, name)
  local from, to = text.find(s, "%s")
  return from and name and s:sub(1, from - 1) .. name .. s:sub(to + 1) or s
end

-- A text in both languages, with %s for a name: fill(message, "总体情况") or fill(message, name_zh, name_en).
function declare.fill(message, zh, en)
  if type(message) == "string" then
    return { zh = put(message, zh), en = put(message, en or zh) }
  end
  return { zh = put(message.zh, zh), en = put(message.en, en or zh) }
end

-- The check with the condition of `only` before it.
function declare.only(only, check)
  if only == nil then
    return check
  end
  local levels, named, not_named = declare.set(only.levels), only.named, only.not_named
  local reason = only.reason or { code = "other-bodies", zh = "不是这条规则所针对的机关", en = "not one of the bodies that this rule is for" }
  return function(report, out, parameters)
    local level, agency = report.level, report.agency or ""
    if levels and not level then
      return out:unknown {
        reason = { code = "level-unknown", zh = "不知道机关层级", en = "the kind of body is not known" },
      }
    elseif (levels and not levels[level]) or (named and not text.find(agency, named))
      or (not_named and text.find(agency, not_named)) then
      return out:notapplicable { reason = reason }
    end
    return check(report, out, parameters)
  end
end

return declare
