-- The articles and official formats that rules cite, each in one place.

local reg2008 = "《中华人民共和国政府信息公开条例》（国务院令第492号，2008年施行）"
local reg2019 = "《中华人民共和国政府信息公开条例》（国务院令第711号修订，2019年施行）"
local form2019 = "国办公开办函〔2019〕60号《政府信息公开工作年度报告格式（试行）》"
local form2021 = "国办公开办函〔2021〕30号《政府信息公开工作年度报告格式》"

local basis = {}

--- An article of the regulation in force for each form: of 2008, and of 2019.
--- 各格式适用的条例条文：2008年条例的条号和2019年条例的条号。
--- ```lua
--- local basis = require "basis"
--- assert(text.ends(basis.article("三十一", "四十九")["2021"][1], "第四十九条"))
--- ```
---@param old string
---@param new string
---@return table<string, string[]> basis
function basis.article(old, new)
  return {
    ["2008"] = { reg2008 .. "第" .. old .. "条" },
    ["2019"] = { reg2019 .. "第" .. new .. "条" },
    ["2021"] = { reg2019 .. "第" .. new .. "条" },
  }
end

--- The same article of the regulation of 2019 for its two forms.
--- 2019年条例的同一条，用于其后的两种格式。
--- ```lua
--- local basis = require "basis"
--- assert(basis.regulation("五十")["2019"][1] == basis.regulation("五十")["2021"][1])
--- ```
---@param article string
---@return table<string, string[]> basis
function basis.regulation(article)
  local text = reg2019 .. "第" .. article .. "条"
  return { ["2019"] = { text }, ["2021"] = { text } }
end

--- A part of the official format, with an article of the regulation of 2008 where there is one.
--- 官方格式的一部分，另可写2008年条例的条号。
--- ```lua
--- local basis = require "basis"
--- assert(text.ends(basis.format("表三")["2021"][1], "表三"))
--- ```
---@param part string
---@param old? string
---@return table<string, string[]> basis
function basis.format(part, old)
  return {
    ["2008"] = old and { reg2008 .. "第" .. old .. "条" } or nil,
    ["2019"] = { form2019 .. part },
    ["2021"] = { form2021 .. part },
  }
end

return basis
