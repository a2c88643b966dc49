-- No passage stands twice in the text: a sentence of some length, or shorter ones of one paragraph, word for word.

local basis = require "basis"
local page = require "page"

local least = 40 -- characters; shorter ones are phrases that may return
local part = 16 -- of a sentence that adds to others of its paragraph

-- Sentences that belong twice: what is asked of the reader, what law is cited, contacts.
local formal = "联系(?:电话|地址|人|方式|部门|单位)|(?:电话|传真|地址|邮编|邮箱|网址)[：:为是]|邮政编码|电子版|(?:下载|查阅|查询)本(?:报告|年报)|统计(?:期|时)限"
  .. "|(?:根据|依据|按照|依照|遵照)[^，。；]{0,20}《|[组构]成(?:[。；，]|$)|附件[：:\\d一二三]|附表"

return rule {
  id        = "content.repeated",
  title     = { zh = "没有重复的段落", en = "No passage stands twice" },
  why       = {
    zh = "同样的话出现两遍，多是复制时没有核对。",
    en = "The same words twice show that something was pasted and not checked.",
  },
  severity  = "advice",
  documents = "any",
  basis     = basis.article("六", "六"),
  remedy    = { zh = "删去重复的一处。", en = "Delete one of the two." },
  history   = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  check     = function(report, out)
    if page.is_unread(report, out) then
      return
    end
    local again, first = report:repeated(part)
    local found, told, sums = false, {}, {}
    for i, sentence in ipairs(again) do
      local paragraph, length = sentence.paragraph, text.han(sentence.text)
      if not told[paragraph.order] and length >= part and not text.find(sentence.text, formal) then
        local pair = paragraph.order .. " " .. first[i].paragraph.order
        sums[pair] = (sums[pair] or 0) + length
        if sums[pair] >= least then
          found, told[paragraph.order] = true, true
          out:fail {
            at = paragraph,
            evidence = { first[i].paragraph },
            quote = text.sub(sentence.text, 1, 60),
            message = { zh = "这段话在文中出现了两次", en = "these words stand twice in the text" },
            found = text.sub(sentence.text, 1, 60),
          }
        end
      end
    end
    if not found then
      out:pass()
    end
  end,
}
