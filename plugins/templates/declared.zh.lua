-- @ID@：总体情况写到政务公开专区。
--
-- 一个文件一条规则，旁边的 .cases.lua 是它的案例。边改边看：auditor rules test @ID@ --watch
-- 还能声明什么（部分齐全、不得有某些词、等式、范围、期限……）见 docs/declared-rules.md；
-- 声明不了的，用 auditor rules new 编号 --function 写成函数。

local duty = require "duty"

return rule {
  -- 小写字母、数字、点和连字符。要让它扣分，在评分表 sheet.csv 的“规则”一栏写这个编号。
  id       = "@ID@",
  title    = { zh = "@TITLE:写到政务公开专区@", en = "@TITLE:Open-government corners are named@" },
  -- 为什么查这一条，一两句话，写给被检查的单位看。
  why      = {
    zh = "年度通知要求总体情况写明政务公开专区的建设情况。",
    en = "The yearly notice asks the overview to treat the open-government corners.",
  },
  -- veto 否决，major 严重，minor 一般，advice 建议
  severity = "advice",
  -- 2008 用到2018年度，2019 用于2019、2020年度，2021 从2021年度起；不写就是都适用。
  forms    = { "2019", "2021" },
  -- 依据的文件和条款，会印在整改通知里。
  basis    = { "（在这里写依据的文件和条款）" },
  remedy   = {
    zh = "在总体情况的平台建设部分补写专区情况。",
    en = "Treat the corners in the overview, where it treats the platforms.",
  },

  -- 写有其中一个词语就通过；比较时不分全角半角，不管空白。不写 section 就查全文。
  check    = duty.phrase_present {
    section = "overview",
    phrase  = { "政务公开专区", "政府信息公开专区", "政务公开体验区" },
    message = { zh = "总体情况没有写政务公开专区", en = "the overview names no open-government corner" },
    -- 只要求政府写的，去掉下一行开头的两个减号：
    -- only = { levels = { "province", "city", "county", "township" } },
  },
}
