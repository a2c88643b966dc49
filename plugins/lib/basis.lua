-- The articles and official formats that rules cite, each in one place.

local reg2008 = "《中华人民共和国政府信息公开条例》（国务院令第492号，2008年施行）"
local reg2019 = "《中华人民共和国政府信息公开条例》（国务院令第711号修订，2019年施行）"
local form2019 = "国办公开办函〔2019〕60号《政府信息公开工作年度报告格式（试行）》"
local form2021 = "国办公开办函〔2021〕30号《政府信息公开工作年度报告格式》"

local basis = {}

-- An article of the regulation in force for each form: article("三十一", "四十九").
function basis.article(old, new)
  return {
    ["2008"] = { reg2008 .. "第" .. old .. "条" },
    ["2019"] = { reg2019 .. "第" .. new .. "条" },
    ["2021"] = { reg2019 .. "第" .. new .. "条" },
  }
end

-- The same article of the regulation of 2019 for its two forms.
function basis.regulation(article)
  local text = reg2019 .. "第" .. article .. "条"
  return { ["2019"] = { text }, ["2021"] = { text } }
end

-- A part of the official format: format("表三"). With an article for form 2008 where there is one.
function basis.format(part, old)
  return {
    ["2008"] = old and { reg2008 .. "第" .. old .. "条" } or nil,
    ["2019"] = { form2019 .. part },
    ["2021"] = { form2021 .. part },
  }
end

return basis
