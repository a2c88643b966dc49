-- The statistics period is stated, and is the whole report year (D08).

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "structure.period",
  title    = { zh = "写明统计期限，且为报告年度全年", en = "The period is stated and is the whole report year" },
  why      = {
    zh = "不写明统计期限，或期限不是全年，各机关、各年度的数据就不能比较。",
    en = "Without the period, or with less than the whole year, figures of agencies and years cannot be compared.",
  },
  severity = "major",
  basis    = basis.article("三十二", "五十"),
  remedy   = {
    zh = "写明“统计期限自报告年度1月1日起至12月31日止”，数据也应按全年统计。",
    en = "State the period as 1 January to 31 December of the report year, and count accordingly.",
  },
  patterns = {
    -- Looked for only where no period could be read: 20233年12月31日, 11月31日.
    dates = {
      pattern = "(?:统计(?:期限|时限|时间|周期|期间|时段)|数据统计)[^。;0-9]{0,12}"
        .. "([0-9Oo]{2,6}年[^。;]{1,6}月[^。;]{1,3}[日号]?[^。;0-9]{0,8}[至到—~-][^。;]{0,12}月[0-9]{1,3}[日号]?)",
      literal = { "统计期限", "统计时限", "统计时间", "统计周期", "统计期间", "统计时段", "数据统计" },
    },
    -- All that is said of the period of the report's figures, not of some of them.
    again = {
      pattern = "(?:(?<=[。;!(])|^)(?:本(?:报告|年报|年度报告|章|部分|节)|以上|上述|所列|报告|年报)(?:的|中|所列|各项|全部|有关)*(?:数据|信息|情况)?的?"
        .. "(?:统计(?:期限|时限|时间|周期|期间|时段)|统计的?起止时间)(?:均|都)?(?:为|自|是|从|:)+20[0-9]{2}年[^。;]{2,60}",
      literal = { "统计期限", "统计时限", "统计时间", "统计周期", "统计期间", "统计时段", "起止时间" },
    },
  },
  check    = duty.period_stated {
    impossible = "dates",
    again      = "again",
    unstated   = "advice",
    by_form    = { ["2008"] = "minor" },
    -- The regulation took effect on 1 May 2008; an agency may have come into being during the year.
    first_days = { ["2008"] = "05-01" },
    younger    = "(?:成立|组建|挂牌|设立|机构改革).{0,30}(?:起|以来|之日)|(?:起|之日).{0,12}(?:成立|组建|挂牌|设立)",
  },
}
