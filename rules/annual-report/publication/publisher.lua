-- The publisher that the page states is an organ, no newspaper and not "this site" (D44). The field for the publisher speaks
-- before the source of the text; of several in one kind of field one organ is enough. A body that publishes its own report is
-- right, whatever it is.

local duty = require "duty"

-- Not an organ, as a whole.
local nobody = "^(?:本网(?:站|原创|讯|转载|整理)?|本站(?:原创|转载|整理|编辑)?|原创|网络|互联网|网站|转载|未知|佚名|匿名|管理员|admin|administrator|站长|网友"
  .. "|[一-龥]{0,12}编辑部|[一-龥]{0,6}(?:小编|编辑|记者|通讯员|管理员)|本报|本报讯|本报记者.*|[一-龥]{2,16}(?:记者|通讯员)(?!协会|站)[一-龥、:]{0,12}|不详|其他)$"
local press = "(?:日报|晚报|早报|晨报|周报|时报|商报|都市报|导报|农民报|法制报|法治报|青年报|报社|杂志社?|通讯社|新华社|新华网|人民网|央视网|中新网|新闻网?|新闻中心|在线|线上|热线|网讯"
  .. "|广播电台|电视台|广播电视台|融媒体中心|融媒|传媒(?:集团|中心|公司)?|文化传播.*|有限公司|有限责任公司|公众号|搜狐|新浪|网易|腾讯|百度|文库)$"
local ends_name = "(?:浏览|阅读|点击|访问|字体|字号|发布|发文|成文|时间|日期|作者|编辑(?!部)|责任|审核|索引|文号|主题|分类|名称|来源|信息|打印|关闭|分享|【|\\[|\\(|\\||<|[0-9]{4}|次数|生成|有效|公开|关键)"

-- What stands behind one of the labels in its line, or in the next cell. The pattern leads with the labels alone, which are
-- soon found; whether one opens its cell is looked at behind it.
local function behind(labels)
  local list, opening = text.split(labels, "\\|"), {}
  for _, label in ipairs(list) do
    opening[#opening + 1] = "^" .. label
    opening[#opening + 1] = "^[\\[【(]" .. label
  end
  return {
    pattern = "(?:" .. labels .. ")(?:(?:[\\]】)]:?|:)(?=([^:。;,《》]{2,40}))|(?<=" .. table.concat(opening, "|") .. ")[\\]】)]?:?$)",
    literal = list,
  }
end

return rule {
  id       = "publication.publisher",
  title    = { zh = "发布机构是行政机关", en = "The publisher is an organ" },
  why      = {
    zh = "年度报告由行政机关以自己的名义发布，来源写成报社或“本网”，说不清由谁负责。",
    en = "An organ publishes its report in its own name; with a newspaper or \"this site\" as source nobody answers for it.",
  },
  severity = "minor",
  basis    = { "《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号）" },
  remedy   = {
    zh = "把发布机构、来源改为编制年度报告的行政机关。",
    en = "State the organ that made the report as publisher and source.",
  },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  patterns = {
    publisher = behind("发布机构|发布单位|发布机关|发文机关|发文机构|公开机构|公开主体"),
    origin = behind("信息来源|文章来源|稿件来源|内容来源|来源或作者|来源|稿源|供稿单位"),
  },
  check    = duty.source_named {
    patterns  = { "publisher", "origin" },
    tags      = "ContentSource",
    cut       = ends_name,
    not_named = nobody .. "|" .. press,
    message   = { zh = "发布机构“%s”不是行政机关", en = "the publisher stated is no organ: %s" },
  },
}
