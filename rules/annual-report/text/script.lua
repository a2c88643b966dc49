-- A report of the mainland is written in simplified characters. It is read all the same.

-- Characters of traditional text only.
local traditional = "[個們來為國會對開關應實現發證書報導機構統計數據條項審議總體況與環無專業務員區縣鎮鄉門長時間從進這說話過還電網頁點擊選擇處辦單張訴訟範規"
  .. "黨產東農財稅稱經濟質優華葉號聽聯職勞動場壓廳歷屬決類題願風飛馬魚鳥齊龍齡強將當錄線編續級組織給結維緊縮]"

-- The first paragraph that holds one, and some of them from there on.
local function examples(article)
  local at, seen, list = nil, {}, {}
  for _, paragraph in ipairs(article) do
    for c in text.gmatch(paragraph.raw, traditional) do
      at = at or paragraph
      if not seen[c] then
        seen[c] = true
        list[#list + 1] = c
      end
      if #list == 6 then
        return at, table.concat(list)
      end
    end
  end
  return at, table.concat(list)
end

-- So many of them close together: a passage that was pasted, no name or title that keeps its characters.
local other = "[^" .. text.sub(traditional, 2, -2) .. "《》“”「」]{0,10}"
local passage = "(?:" .. traditional .. other .. "){5}" .. traditional

-- The one paragraph in traditional characters of a report that is otherwise in simplified ones.
local function pasted(report)
  for _, paragraph in ipairs(report.article) do
    if text.find(paragraph.raw, passage) then
      return paragraph
    end
  end
end

return rule {
  id       = "text.script",
  title    = { zh = "使用规范简化汉字", en = "Written in simplified characters" },
  why      = {
    zh = "政府公文应当使用规范汉字，夹杂繁体字影响检索和阅读。",
    en = "Official texts are written in standard characters; others hinder search and reading.",
  },
  severity = "advice",
  basis    = { "《中华人民共和国国家通用语言文字法》第九条" },
  remedy   = {
    zh = "以规范简化汉字重新发布；网页取自繁体镜像的，改用政府网站的原文。",
    en = "Publish it in simplified characters; where the page comes from a traditional mirror, take the original.",
  },
  check    = function(report, out)
    local article = report.article
    if report.script ~= "hant" and report.script ~= "mixed" then
      local passage_at = pasted(report)
      if not passage_at then
        return out:pass()
      end
      article = { passage_at }
    end
    local at, shown = examples(article)
    out:fail {
      at = at,
      message = report.script == "hant" and {
        zh = "全文使用繁体字，例如“" .. shown .. "”",
        en = "written in traditional characters, such as \"" .. shown .. "\"",
      } or {
        zh = "文中夹用繁体字，例如“" .. shown .. "”",
        en = "traditional characters are mixed in, such as \"" .. shown .. "\"",
      },
      found = shown,
    }
  end,
}
