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

return page
