-- The regulation is called by its name (D31). Short forms that the text defines, 《条例》, and the regulations of
-- provinces and cities are right.

local full = "中华人民共和国政府信息公开条例"
local short = "政府信息公开条例"

-- Names that no law bears.
local wrong = {
  ["政务公开条例"] = true, ["信息公开条例"] = true, ["政务信息公开条例"] = true, ["政府公开条例"] = true,
  ["政府信息条例"] = true, ["政府公开信息条例"] = true, ["政府信息公开工作条例"] = true, ["信息公开工作条例"] = true,
  ["政府信息公开法"] = true, ["信息公开法"] = true, ["政务公开法"] = true, ["政府信息公布条例"] = true,
  ["政府信息公开管理条例"] = true, ["政府政务公开条例"] = true, ["政府信息公开实施条例"] = true, ["政府信息公开条列"] = true,
}

-- Other laws that reports cite, under names that they do not bear.
local laws = {
  ["保守秘密法"] = "保守国家秘密法", ["国家保密法"] = "保守国家秘密法", ["国家秘密法"] = "保守国家秘密法", ["保守国家机密法"] = "保守国家秘密法",
  ["国家保守秘密法"] = "保守国家秘密法", ["行政复议条例"] = "行政复议法", ["行政诉讼条例"] = "行政诉讼法", ["行政许可条例"] = "行政许可法",
  ["行政处罚条例"] = "行政处罚法",
}

-- What a name that begins with the whole country goes on with.
local function core_of(name)
  return text.gsub(name, "^(?:中华人民共和国|中华共和国|中华人民|中国|国家|国务院|全国|我国)", "")
end

-- Titles of other texts that merely sound alike.
local other = "(?:指南|目录|规定|办法|报告|年报|制度|格式|通知|意见|解读|释义|方案|要点|细则|规程|流程|手册|清单|读本|问答|标准)(?:\\([^)]*\\))?$"

local function is_local(name)
  return text.find(name, "^[\\p{sc:Han}]{1,10}(?:省|市|县|区|州|盟|旗|镇|乡|特区|经济特区)(?:政府|政务|信息|人民政府)") ~= nil
    and not text.starts(name, "中华人民")
end

-- Whether the text itself says that it will use this short form.
local function is_defined(report, name)
  for _, m in ipairs(report:matches("definition")) do
    if m[1] == name then
      return true
    end
  end
  return false
end

local function is_wrong(report, name)
  local country = text.match(name, "^(.{5,9})" .. short .. "$")
  if laws[core_of(name)] or laws[name] then
    return not is_defined(report, name)
  elseif country and country ~= "中华人民共和国" and text.similar(country, "中华人民共和国") >= 0.6 or text.find(name, "条例法$") then
    return true
  elseif core_of(name) == short and name ~= short and name ~= full then
    return true
  elseif text.find(name, "^中华人民共和国(?:政府|政务)?信息公开(?:工作)?(?:管理)?(?:办法|规定)$") then
    return true
  elseif text.contains(name, short) or text.find(name, other) or is_local(name) then
    return false
  end
  local core = core_of(name)
  if wrong[core] then
    return not is_defined(report, name)
  elseif text.starts(name, "中华人民") or text.starts(name, "中华共和国") then
    return text.similar(name, full) >= 0.8 and text.find(name, "公开|信息") ~= nil
  end
  return text.contains(name, "公开") and text.find(name, "条例$|条列$|条理$") ~= nil and text.similar(name, short) >= 0.75
end

local function collect(report)
  local found, order, judged = {}, {}, {}
  for _, pattern in ipairs({ "titled", "bare" }) do
    for _, m in ipairs(report:matches(pattern)) do
      local name = m[1]
      if judged[name] == nil then
        judged[name] = is_wrong(report, name)
      end
      if judged[name] then
        if not found[name] then
          found[name] = {}
          order[#order + 1] = name
        end
        table.insert(found[name], m)
      end
    end
  end
  return found, order
end

return rule {
  id       = "law.name",
  title    = { zh = "法规名称正确", en = "The regulation's name is right" },
  why      = {
    zh = "报告是法定公开的文书，法规名称写错，引用就失去依据。",
    en = "The report is a document required by law; a citation by a wrong name cites nothing.",
  },
  severity = "minor",
  basis    = { "《中华人民共和国政府信息公开条例》" },
  remedy   = {
    zh = "写明全称《中华人民共和国政府信息公开条例》；使用简称的，在首次出现时注明。",
    en = "Write the full name 《中华人民共和国政府信息公开条例》; define a short form where it first stands.",
  },
  patterns = {
    titled = "[《〈]([^《》〈〉]{4,40})[》〉]",
    bare = "(?<![《〈“省市县区州国府务务]|特区)((?:中华人民共和国)(?:政务信息公开条例|政务公开条例|信息公开条例|政府信息公开法)|政务公开条例|政务信息公开条例|政府信息公开条列|政府信息公开管理条例|政府公开信息条例)(?![》〉])",
    definition = "简称:?[“《〈]{1,2}([^”》〉]{2,20})[”》〉]",
  },
  check    = function(report, out)
    local found, order = collect(report)
    for _, name in ipairs(order) do
      local places = found[name]
      out:fail {
        at = places[1],
        evidence = table.move(places, 2, #places, 1, {}),
        message = {
          zh = "法规名称“" .. name .. "”不正确",
          en = "no regulation is called \"" .. name .. "\"",
        },
        expected = "《" .. (laws[core_of(name)] and "中华人民共和国" .. laws[core_of(name)] or laws[name] or full) .. "》",
        found = places[1].raw,
      }
    end
    if #order == 0 then
      out:pass()
    end
  end,
}
