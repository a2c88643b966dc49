-- @ID@：总体情况写明政务公开专区有几个。
--
-- 一个文件一条规则，旁边的 .cases.lua 是它的案例。边改边看：auditor rules test @ID@ --watch
-- 报告里有什么可看、out 能说什么，见 docs/reference.zh.md。

-- 正则表达式写在正文的“规整文本”上：全角变半角，空白去掉，繁体变简体。\\p{Han} 是一个汉字。
local corner = "(?:政务公开|政府信息公开)(?:服务)?(?:专区|专栏|体验区)"
local numbered = "[0-9]+个" .. corner .. "|" .. corner .. "[\\p{Han}]{0,4}?[0-9]+个"

return rule {
  -- 小写字母、数字、点和连字符。要让它扣分，在评分表 sheet.csv 的“规则”一栏写这个编号。
  id       = "@ID@",
  title    = { zh = "@TITLE:写明政务公开专区的数量@", en = "@TITLE:The number of open-government corners is stated@" },
  -- 为什么查这一条，一两句话，写给被检查的单位看。
  why      = {
    zh = "年度通知要求总体情况写明建成的政务公开专区数量。",
    en = "The yearly notice asks the overview for the number of open-government corners.",
  },
  -- veto 否决，major 严重，minor 一般，advice 建议
  severity = "advice",
  -- 2008 用到2018年度，2019 用于2019、2020年度，2021 从2021年度起；不写就是都适用。
  forms    = { "2019", "2021" },
  -- 依据的文件和条款，会印在整改通知里。
  basis    = { "（在这里写依据的文件和条款）" },
  remedy   = {
    zh = "在总体情况的平台建设部分补写专区数量。",
    en = "State the number in the overview, where it treats the platforms.",
  },

  -- 每份年报调用一次。必须说出结果：什么也没说，就是“无法判定”，不是“通过”。
  check    = function(report, out)
    local overview = report:section("overview")
    if not overview then
      -- 没有可看的地方。cause 指明是哪条规则已经报过的问题造成的，这样不会重复扣分。
      return out:unknown {
        reason = { code = "no-overview", zh = "没有总体情况", en = "there is no overview" },
        cause = { rule = "structure.section-missing" },
      }
    end
    local mentioned
    for _, paragraph in ipairs(overview.paragraphs) do
      local found = paragraph:find(numbered)
      if found then
        return out:pass { at = found }
      end
      mentioned = mentioned or paragraph:find(corner)
    end
    -- at 是问题所在：段落、匹配到的文字、单元格都行；原文、行号由它得出。
    out:fail {
      at = mentioned or overview,
      message = {
        zh = mentioned and "写了政务公开专区，没有写数量" or "没有写政务公开专区",
        en = mentioned and "open-government corners are named without their number" or "open-government corners are not named",
      },
      expected = "政务公开专区…个",
      found = mentioned and mentioned.raw,
    }
  end,
}
