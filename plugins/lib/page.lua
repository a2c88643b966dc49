-- Pages with nothing to read on them, for rules that also run on what is no annual report.

local page = {}

-- Says so and returns true where the page holds no word: of an empty one nothing is asked, of one that is only a
-- picture nothing is known.
function page.is_unread(report, out)
  if report.kind ~= "other" or #report.blocks > 0 then
    return false
  end
  if #report.images > 0 then
    out:unknown {
      at = report.images[1],
      reason = { code = "only-pictures", zh = "页面只有图片，没有可以检查的文字", en = "the page is only pictures, with no text to check" },
    }
  else
    out:notapplicable {
      reason = { code = "no-text", zh = "页面上没有文字", en = "there is no text on the page" },
    }
  end
  return true
end

-- What stands beside a report that is somewhere else: its attachments, buttons, the byline.
local beside = "附件|下载|点击|查看|浏览|打印|加载|扫一扫|分享|发布|来源|作者|日期|时间"

-- Where the report's text is not in the file: in an attachment, in pictures, or fetched by a script.
local elsewhere = {
  { has = function(report)
      for _, link in ipairs(report.links) do
        if text.find(link.href, "(?i)[.](?:pdf|docx?|wps|ofd|xlsx?|zip|rar)(?:$|[?#])") then
          return link
        end
      end
    end,
    reason = { code = "attached", zh = "正文在附件中，附件没有随文提供", en = "the text is in an attachment, which was not handed in" } },
  { has = function(report) return report.images[1] end,
    reason = { code = "only-pictures", zh = "正文只有图片，没有可以检查的文字", en = "the report is only pictures, with no text to check" } },
  { has = function() return true end,
    reason = { code = "no-body", zh = "文件里没有正文，可能由脚本或框架载入", en = "the file does not hold the text: a script or a frame may fetch it" } },
}

-- Nothing of an annual report stands here but its name: gives the reason why nothing can be said of its parts.
function page.bodiless(report)
  if report.kind ~= "annual-report" or #report.headings > 0 then
    return nil
  end
  for _, official in ipairs(report.official_tables) do
    if report:table(official.key).present then
      return nil
    end
  end
  for _, p in ipairs(report.article) do
    if text.find(p.text, "。|.{60}") and not text.find(p.text, beside) then
      return nil
    end
  end
  for _, kind in ipairs(elsewhere) do
    if kind.has(report) then
      return kind.reason
    end
  end
end

return page
