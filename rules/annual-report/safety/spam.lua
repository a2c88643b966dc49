-- No words of gambling, pornography or a betting brand on the page: title, meta tags, head, text, hidden text (D29).
-- Words of ordinary administration (体育局, 体育彩票公益金, 成人教育) are none, nor is a text against gambling.

-- What is said about fighting it.
local against = "打击|整治|查处|严禁|禁止|取缔|治理|清理|清查|防范|抵制|拒绝|举报|非法|违法|违规|涉赌|赌博犯罪|禁赌|扫黄|监管|专项行动|警示|宣传教育|参与赌博|网络赌博"

-- Words that advertise, whoever writes them.
local sells = "官网|官方|网址|入口|下载|登录|注册|开户|直播|在线|平台|app|APP|娱乐|开奖|投注|_"

local function escaped(s)
  return text.gsub(s, "([.+*?()\\[\\]{}|^$\\\\])", "\\\\$1")
end

-- The whole word that the match stands in: 38365365体育在线投注.
local function word_around(all, core)
  return text.match(all, "[\\p{Han}A-Za-z0-9]{0,12}" .. escaped(core) .. "[\\p{Han}A-Za-z0-9]{0,10}") or core
end

-- A sentence that speaks against gambling names it without being it.
local function is_against(all, core)
  local sentence = text.match(all, "[^。;!?]{0,60}" .. escaped(core) .. "[^。;!?]{0,60}") or core
  return text.find(sentence, against) ~= nil and not text.find(text.sub(sentence, 1, 400), "(?:官网|网址|入口|app下载|开户)")
end

local names = { "betting", "casino", "brands", "lottery", "adult", "latin" }

local function finding(out, at, word, where)
  out:fail {
    at = at,
    message = {
      zh = where.zh .. "出现博彩、色情或其他非法推广词语“" .. word .. "”",
      en = where.en .. " holds words of gambling, pornography or another unlawful trade: \"" .. word .. "\"",
    },
    found = word,
  }
end

-- Title and meta tags are no text blocks: the same patterns, read one by one.
local function search_string(parameters, s)
  for _, name in ipairs(names) do
    local hit = text.match(s, "(?:" .. parameters[name] .. ")")
    if hit then
      return hit
    end
  end
end

-- One alternation each, so that the host can look for their words all at once.
local words = {
  betting = "在线投注|投注平台|投注网|投注站官|体育投注|足球投注|篮球投注|电竞投注|彩票投注平台|投注技巧|博彩官|博彩网|博彩平台|博彩公司|博彩app|博彩游戏|博彩导航|博彩推荐|"
    .. "博彩评级|博彩论坛|比分直播|即时比分|足球比分|篮球比分|比分网|滚球盘|让球盘|滚球投注|竞彩推荐|盘口推荐|外围投注|体育买球|买球app|买球网|买球官|体育下注|下注平台|电子竞技下注",
  casino = "真人娱乐|真人百家乐|百家乐|老虎机|真人荷官|赌场官|赌场网|赌场平台|赌场在线|赌场开户|新濠赌场|新濠天地|澳门赌场|澳门新濠|"
    .. "澳门葡京|澳门新葡京|新葡京|葡京赌场|葡京娱乐|澳门威尼斯|威尼斯人娱乐|威尼斯人官|"
    .. "威尼斯人赌|澳门银河|澳门永利|永利娱乐|永利皇宫|永利官网|澳门金沙|金沙娱乐|金沙赌场|金沙官网|澳门皇冠|太阳城娱乐|太阳城集团|"
    .. "太阳城官网|银河娱乐|棋牌官网|棋牌平台|棋牌下载|棋牌app|开元棋牌|捕鱼游戏平台|电子游艺|网上赌场|线上赌场|娱乐城官|娱乐城注册|老虎机平台",
  brands = "皇冠体育|皇冠足球|皇冠比分|皇冠现金|皇冠官网|必威体育|必威官网|必威app|威廉希尔|立博体育|立博官网|亚博体育|亚博官网|亚博app|亚博娱乐|开云体育|开云官网|华体会|乐鱼体育|乐鱼官网|米兰体育|星空体育官|爱游戏体育|爱游戏官|"
    .. "九游体育|九游娱乐|江南体育官|江南体育app|半岛体育|万博体育|万博官网|凯发娱乐|凯发官网|凯发k8|金宝博|伟德体育|"
    .. "伟德国际|优德体育|优德娱乐|明升体育|沙巴体育|平博体育|竞博体育|雷火电竞|龙八国际|大发体育|大发娱乐|体育官网入口|贝博体育|贝博app",
  lottery = "六合彩|六合开奖|六合资料|六合图库|时时彩|北京赛车|赛车pk|快三计划|快三开奖|11选5计划|幸运飞艇|彩票开奖直播|彩票计划软件|彩票官网注册|彩票app下载|彩票平台登录|一肖一码|一肖中特|特码资料|精准特码|四肖八码|"
    .. "平特一肖|管家婆一肖|管家婆彩图|新澳门资料|新澳资料|澳门资料大全|香港马会|马会资料|澳门开奖|香港开奖|澳彩|港彩开奖|大发快三|彩神争霸|彩票网址大全",
  adult = "成人电影|成人视频|成人小说|成人网站|成人影院|成人论坛|成人图片|成人直播|成人片|成人av|色情小说|色情直播|色情电影在线|黄色电影|黄色小说|三级片|毛片免费|毛片视频|毛片网|毛片在线|无码视频|无码高清|无码在线|无码免费|"
    .. "国产精品|国产自拍|国产无码|亚洲无码|亚洲欧美|欧美激情|一本道|麻豆传媒|麻豆视频|麻豆影|久久热|久久精品|"
    .. "久久综合|草榴|约炮|一夜情网|裸聊|援交|性爱视频|激情小说|激情视频|激情电影|看片神器|福利姬|伦理片|av女优",
  latin = "(?i:365bet|bet365|188bet|uedbet|ued体育|betway|manbetx|manbet|ag真人|ag娱乐|ag旗舰|ag亚游|bet博彩|bbin真人|william ?hill|yabo体育|yabovip|kaiyun体育|leyu体育|bob体育|pp体育平台|pg电子|pg官网|jdb电子|mg电子|mg游戏平台)",
}

local function in_blocks(report, out, seen)
  local done = {}
  for _, name in ipairs(names) do
    for _, m in ipairs(report:matches(name, "all")) do
      local all = m.paragraph and m.paragraph.text or m.text
      local word = word_around(all, m.text)
      local key = (m.line or 0) .. " " .. text.sub(all, 1, 40)
      if not done[key] and not seen[word] and not is_against(all, m.text) then
        done[key], seen[word] = true, true
        local hidden = m.paragraph and m.paragraph.hidden
        finding(out, m, word, hidden and { zh = "页面隐藏的文字中", en = "hidden text of the page" }
          or { zh = "页面文字中", en = "the page" })
      end
    end
  end
end

return rule {
  id        = "safety.spam",
  title     = { zh = "页面没有博彩、色情等非法推广内容", en = "No gambling, pornography or hijacked brand on the page" },
  why       = {
    zh = "页面被篡改或被冒用时，常在标题前加上博彩品牌，或把“关于”等词替换为推广词。",
    en = "A page that was tampered with or copied bears a betting brand before its title or in place of ordinary words.",
  },
  severity  = "veto",
  documents = "any",
  basis     = { "《政府网站与政府系统政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决指标“安全、泄密事故等严重问题”" },
  remedy    = {
    zh = "立即清除该内容，检查网站是否被篡改，排查原因并报告主管部门；不要从来历不明的镜像站取用网页。",
    en = "Remove it at once, find out how it came there and report it; do not take pages from unknown mirrors.",
  },
  patterns  = words,
  check     = function(report, out)
    local seen = {}
    local title = report.page_title
    local word = title and search_string(words, title.text)
    if word and not is_against(title.text, word) then
      word = word_around(title.text, word)
      seen[word] = true
      finding(out, title, word, { zh = "网页标题中", en = "the title of the page" })
    end
    for _, meta in ipairs(report.metas) do
      local hit = search_string(words, meta.text)
      local full = hit and word_around(meta.text, hit)
      if hit and not seen[full] and (not is_against(meta.text, hit) or text.find(full, sells)) then
        seen[full] = true
        finding(out, meta, full, { zh = "网页元数据中", en = "a meta tag of the page" })
      end
    end
    in_blocks(report, out, seen)
    out:pass()
  end,
}
