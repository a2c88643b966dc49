-- What stands under a heading treats it (D37, D38): its words are there, and where substance is due it is more than
-- "none". Sections that are tables by their form are judged by the rules for tables.

local basis = require "basis"

-- Words of which one at least stands in a text that treats the heading.
local topics = {
  overview = "公开|信息|公示|政务|申请|条例|解读|网站|栏目|(?:领导|工作)小组|专人|专职|上传|报送|审核|审查",
  disclosure = "公开|信息|公示|发布|网站|栏目|公报|微博|微信",
  requests = "申请|公开|答复|受理|信函",
  fees = "费|减免|元",
  disputes = "复议|诉讼|申诉|投诉|举报|起诉|案件",
  problems = "问题|不足|不够|差距|短板|欠缺|欠佳"
    .. "|薄弱|紧缺|紧张|[慢弱]|滞后|困难|(?:偏|较|太|人员|人手|力量)[少紧]|有待|改进|整改|下一?步|不(?:规范|平衡|均|高|强|深|全|细|多|快|到位|及时|充分|一)|举措|措施|公开|信息|公示|解读|栏目|网站",
}
-- Where none is an answer: nobody asked, nobody sued, nothing was charged.
local due = { overview = true, disclosure = true }

local nothing = "^(?:[(]?[一二三四五1-5][)、.]|本?年度?|20[0-9]{2}年度?|我[局镇县市区委乡]|本[局镇县市区委乡]|本机关|本单位|目前|暂|尚|均?[为是]?无|没有|不存在|不涉及|未涉及|相关|有关|此类|该|项|情况|内容|事项|工作|的"
  .. "|[,、。;:.])*$"

local least = 30 -- characters below which no subject can be told

local function off(out, section, zh, en)
  out:fail {
    at = section.paragraphs[1] or section.heading,
    message = { zh = "“" .. section.title .. "”" .. zh, en = "\"" .. section.title .. "\" " .. en },
    found = text.sub(section.text, 1, 30),
  }
end

local function judge(out, section)
  local body, han = section.text, section.han
  if han == 0 then
    return false
  elseif due[section.key] and han < least and text.find(body, nothing) then
    off(out, section, "只写了没有", "says only that there is nothing")
  elseif han >= least and not text.find(body, topics[section.key]) then
    off(out, section, "写的是别的内容", "is about something else")
  else
    out:pass { at = section }
  end
  return true
end

return rule {
  id       = "content.off-topic",
  title    = { zh = "内容与标题相符", en = "The text treats its heading" },
  why      = {
    zh = "标题下写别的事，或者该写实际情况的地方只写“无”，等于没有报告这一部分。",
    en = "A section about something else, or one that says \"none\" where work is to be told, does not report.",
  },
  severity = "advice",
  basis    = basis.article("三十二", "五十"),
  remedy   = { zh = "删去无关内容，按标题写明本机关的实际情况。", en = "Take out what does not belong there and report what the heading asks for." },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  check    = function(report, out)
    local tabled, looked = {}, false
    for _, official in ipairs(report.official_tables) do
      tabled[official.key] = true
    end
    for _, section in ipairs(report.sections) do
      local key = section.key
      if key and topics[key] and not tabled[key] then
        looked = judge(out, section) or looked
      end
    end
    if not looked then
      out:notapplicable { reason = { code = "no-text", zh = "没有可判断的成文内容", en = "no running text to judge" } }
    end
  end,
}
