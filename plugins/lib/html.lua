-- Nodes of an HTML page: h.div{ class = "verdict", h.h1{ "…" }, … }.
--
-- A node is a table whose [0] is its tag; string keys are attributes, 1..n are children: text, numbers,
-- nodes, or lists of these. false and nil are left out. The host writes and escapes them; there is no
-- raw HTML, no script, and no address but http, https, relative ones and #fragments.
--
-- h.page{ title =, lang =, style = "name.css", … } is the whole page.

local names = {
  "a", "abbr", "article", "aside", "b", "blockquote", "br", "caption", "circle", "cite", "code", "col",
  "colgroup", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "g",
  "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "ins", "kbd", "li", "line", "main", "mark",
  "meter", "nav", "ol", "p", "page", "path", "polyline", "pre", "q", "rect", "s", "section", "small",
  "span", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "text", "tfoot", "th",
  "thead", "time", "title", "tr", "u", "ul", "var", "wbr",
}

local h = {}

for _, name in ipairs(names) do
  h[name] = function(node)
    if type(node) ~= "table" then
      node = { node }
    elseif node[0] then
      node = { node } -- a single child, as in h.p(h.b{ "…" })
    end
    node[0] = name
    return node
  end
end

--- The members of a list, each made by f(member, index). All tags are functions of the library: h.p{ class = "x", "text" }.
--- 由列表的每个成员做出节点。各标签都是本库的函数：h.p{ class = "x", "文字" }。
--- ```lua
--- local h = require "html"
--- local nodes = h.each({ "甲", "乙" }, function(name) return h.li { name } end)
--- assert(#nodes == 2 and nodes[1][0] == "li" and h.p { "x" }[1] == "x")
--- ```
---@param list table
---@param f fun(member: any, index: integer): any
---@return table nodes
function h.each(list, f)
  local nodes = {}
  for i, member in ipairs(list) do
    nodes[i] = f(member, i) or false
  end
  return nodes
end

return h
