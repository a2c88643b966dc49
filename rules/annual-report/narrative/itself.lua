-- One thing has one value in the text (D22): how much was published, how many requests came in, how many reviews
-- there were. Channels, parts of the year, offices and other words count other things.

local basis = require "basis"
local claims = require "claims"
local tables = require "tables"

-- What a sentence may begin with when it speaks of the whole year and the whole agency.
local who = "[我本](?:省|市|县|区|州|盟|旗|镇|乡|街道(?:办事处)?|办事处|局|委|办|厅|机关|单位|部门|院|中心)|管委会|全[省市县区州盟旗镇乡]"
local neutral = "^(?:[(（]?[一二三四五六七八九十0-9]{1,2}[)）、.]?(?:是)?)?(?:[^,。;:0-9]{2,16}[。:])?(?:20[0-9]{2}年度?|本年度?|全年|一年来|年内"
  .. "|总的来看|总的来说|总体来看|总体看|总体上|综合来看|从总量看|综上(?:所述)?|据统计|经统计|据不完全统计|共计?|总计|合计|[,:]|" .. who .. ")*$"
local verbs = "主动公开|公开|发布|召开|举办|举行|编发|编印|制作|印发|推送|征集|刊发|播出"
-- A total of the year: who or when, what was done, to what. The words of the thing are group 1.
local total = "^(?:20[0-9]{2}年度?|本年度?|全年|一年来|年内|" .. who .. "|累计|共计?|总计|合计|一共|已|通过(?:各类|各种|各|多种|多个)(?:渠道|平台|方式|途径|载体))*"
  .. "((?:" .. verbs .. ")(?:了)?(?:各类|各种)?[^0-9,。;:、()]{2,14}?)"
  .. "(?:数量|总数|总量)?(?:共计|共|合计|总计|累计|为|达|达到)?$"
local of_year = "全年|一年来|年内|本年|20[0-9]{2}年"
-- What counts a share, or things that differ each time they are counted.
local no_total = "网站|网上|平台|微信|微博|公众号|新媒体|客户端|抖音|专栏|栏目|公开栏|电话|现场|窗口|信函|邮件|通过|其中|等|申请|涉及|有关|以上"
  .. "|(?:会议|活动|工作|检查|调研|培训|学习|事项|业务|宣传)$"

-- The total of what each channel carried: "我局通过网站发布40条、微信推送20条,累计公开60条".
local sum_of_channels = "^(?:累计|共计?|合计|总计|一共|全年)+(?:主动)?公开(?:了)?(?:各类)?(?:政府)?(?:信息)?(?:共|为)?$"
local channel = "网站|微信|微博|公众号|新媒体|平台|公示?栏|宣传栏|显示屏|电子屏|客户端|抖音|广播|报刊|服务窗口|办事大厅|服务大厅"
local from_channel = "^(?:[(（]?[一二三四五六七八九十0-9]{1,2}[)）、.]?(?:是)?)?(?:[^,。;:0-9]{2,16}[。:])?(?:20[0-9]{2}年度?|本年度?|全年|[,]|" .. who .. ")+"
  .. "(?:主要)?(?:通过|利用|依托|在)?[^,。;:、0-9]{0,10}(?:" .. channel .. ")"

local of_channel = "^[^,。;:0-9]{0,24}(?:网站|平台|微信|新媒体|公众号|专栏)[^,。;:0-9]{0,10}[。:]"

-- What counts as one thing, for claims about requests and disputes.
local one = { disputes = true, new = true, received = true, carried_in = true, carried_out = true, review = true, suits = true, made = true,
  repealed = true, valid = true }

local function note(known, order, key, at, value)
  if not known[key] then
    known[key] = {}
    order[#order + 1] = key
  end
  table.insert(known[key], { at = at, value = value })
end

local disclosed = "公开政府信息"

-- 主动公开政府信息 and 公开政府信息 are one thing, where what was disclosed on request is not counted beside them. 公开信息 may be another.
local function named(what, sentence)
  local key = text.gsub(text.gsub(what, "了|各类|各种", ""), "^(?:举行|举办)", "召开")
  if key == "主动" .. disclosed and not text.find(sentence, "依申请公开[^,。;:]{0,10}[0-9]") then
    return disclosed
  end
  return key
end

-- The total of a sentence that tells what each channel carried, nil for none.
local function total_of_channels(quantities, i, label, report)
  local q, sum, first = quantities[i], 0, i
  if q.unit ~= "条" or q.approximate or not text.find(label, sum_of_channels) then
    return nil
  end
  while first > 1 and sum < q.value and quantities[first - 1].class ~= "percent" and text.find(quantities[first - 1].label, channel) do
    first = first - 1
    sum = sum + quantities[first].value
  end
  if sum ~= q.value or i - first < 2 then
    return nil
  end
  local lead = text.match(quantities[first].lead, "[^;]*$")
  local year = text.match(lead, "^.*(20[0-9]{2})年")
  if not text.find(lead, from_channel) or not text.find(lead, of_year) or (year and report.year and tonumber(year) ~= report.year)
    or claims.is_of_others(q, report) then
    return nil
  end
  return disclosed .. q.unit
end

-- What a quantity is the total of, nil for none.
local function total_of(q, label, report)
  if q.unit == "" or q.class == "percent" or q.class == "money" or q.approximate or q.comparison then
    return nil
  end
  local what = text.match(label, total)
  if not what or text.find(what, no_total) then
    return nil
  end
  local lead = text.match(q.lead:sub(1, -1 - #label), "[^;]*$")
  local said, head = lead .. label, text.match(q.passage, of_channel)
  if head and q.from - 1 - #said <= #head then
    return nil -- under its heading a channel counts what it carries
  end
  local year = text.match(said, "^.*(20[0-9]{2})年")
  if not text.find(said, of_year) or not text.find(lead, neutral) or (year and report.year and tonumber(year) ~= report.year) then
    return nil
  end
  if claims.is_of_others(q, report) or (not report.level and text.find(said, "全[省市县区州盟旗镇乡]")) then
    return nil
  end
  return named(what, text.match(q.rest, "^[^;]*")) .. q.unit
end

-- The totals of what was done in the year: "全年公开信息1264条", "共召开新闻发布会4场".
local function totals(report, known, order)
  local seen = {}
  for _, m in ipairs(report:matches("done")) do
    local paragraph = m.paragraph.opening
    if not seen[paragraph.order] then
      seen[paragraph.order] = true
      local quantities = paragraph:quantities()
      for i, q in ipairs(quantities) do
        local label = q.label
        local key = label ~= "" and (total_of(q, label, report) or total_of_channels(quantities, i, label, report))
        if key then
          note(known, order, key, q.labelled, q.value)
        end
      end
    end
  end
end

return rule {
  id       = "narrative.itself",
  title    = { zh = "文中前后数字一致", en = "The text gives one value for one thing" },
  why      = {
    zh = "同一件事前后写了两个数，至少有一个是错的，或者口径没有写清楚。",
    en = "Of two values for one thing at least one is wrong, or what they count is not said.",
  },
  severity = "advice",
  basis    = basis.article("六", "六"),
  remedy   = { zh = "核对前后两处，改正写错的数字，或者写明各自的口径。", en = "Check both places; correct the wrong number, or say what each counts." },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  claims   = claims.declared,
  patterns = {
    done = {
      pattern = "(?:全年|一年来|年内|本年|20[0-9]{2}年)[^。;!?]{0,40}?(?:" .. verbs .. ")[^,。;:、0-9]{2}"
        .. "[^,。;:、0-9一二三四五六七八九十两]{0,18}+[0-9一二三四五六七八九十两]",
      literal = { "全年", "一年来", "年内", "本年", "0年", "1年", "2年", "3年", "4年", "5年", "6年", "7年", "8年", "9年" },
    },
  },
  check    = function(report, out)
    -- Where there are tables, narrative.table holds each number against them.
    local has_table = tables.torn(report) ~= nil or (report.requests ~= nil and report.requests.present)
    local known, order, examined = {}, {}, false
    totals(report, known, order)
    for _, claim in ipairs(has_table and {} or report:claims()) do
      local thing = claims.thing(claim, report)
      if thing and one[thing.key] then
        note(known, order, thing.key, claim.labelled, claim.value)
      end
    end
    for _, key in ipairs(order) do
      local first, other = known[key][1], nil
      for i = 2, #known[key] do
        if known[key][i].value ~= first.value then
          other = other or known[key][i]
        end
      end
      if other then
        out:fail {
          at = other.at,
          evidence = { first.at },
          message = {
            zh = "前文“" .. first.at.text .. "”，此处“" .. other.at.text .. "”",
            en = "\"" .. first.at.text .. "\" before, \"" .. other.at.text .. "\" here",
          },
          expected = claims.shown(first.value),
          found = claims.shown(other.value),
          formula = claims.shown(other.value) .. " ≠ " .. claims.shown(first.value),
        }
      elseif #known[key] > 1 then
        out:pass { at = known[key][2].at }
      end
      examined = examined or #known[key] > 1
    end
    if not examined then
      out:notapplicable {
        reason = { code = "said-once", zh = "没有前后写了两次的数字", en = "no number is stated twice" },
      }
    end
  end,
}
