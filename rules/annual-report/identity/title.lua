-- The title names the agency, the year and the report (D05).
-- 年报 for 年度报告, a year before or behind the agency, a doubled 年度 are usual; other words for the
-- report (工作报告, 政务公开) are an observation.

local basis = require "basis"
local duty = require "duty"

local year = "(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|[一二][0〇○零oO一二三四五六七八九]{3}(?=年)|[一二]千[〇○零一二三四五六七八九十]{1,4}(?=年)"
local subject = "信息公开|政务公开|公开政府信息|政府公开信息|公开信息|政府信息"
local kind = "报告|年报"

-- What is left of a title without year, subject and kind is its agency.
local no_agency = {
  year, "《|》|[\\[\\](){}〔〕【】<>\"“”,.:;|_+*/—－-]", "关于|公布|发布|公开发布|公示|公告|印发|全文|附件|下载|标题",
  "政府信息公开|政务信息公开|政务公开|信息公开|公开政府信息|政府公开信息|公开信息|政府信息",
  "年度|年报|报告|工作|情况|统计|数据|的|和|与|及|暨|年|度|本(?:机关|单位|局|委|办|镇|乡|县|市|区)|我(?:局|委|办|镇|乡|县|市|区)",
}

return rule {
  id        = "identity.title",
  title     = { zh = "标题写明机关、年度和报告名称", en = "The title names agency, year and report" },
  why       = {
    zh = "公众靠标题查找报告。缺少机关、年度或名称，就分不清是谁的、哪一年的报告。",
    en = "People find a report by its title. Without agency, year or name nobody can tell whose report it is, or of which year.",
  },
  severity  = "minor",
  documents = "any",
  basis     = basis.format("（标题）", "三十二"),
  remedy    = {
    zh = "标题写作“机关全称＋年度＋政府信息公开工作年度报告”。",
    en = "Write the title as agency, year and the official name of the report.",
  },
  check     = duty.title_names {
    parts = {
      { pattern = year, name = { zh = "年度", en = "the year" } },
      { beyond = no_agency, name = { zh = "机关名称", en = "the agency" } },
      { pattern = { subject, kind }, name = { zh = "“政府信息公开工作年度报告”", en = "the name of the report" } },
    },
    expected = "{agency}{year}年政府信息公开工作年度报告",
    usual    = { "信息公开", "年度报告|年报" },
  },
}
