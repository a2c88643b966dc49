-- Hosts to which a government page may point: the government's own, other public institutions, the large platforms.

local known = {
  "qq.com", "weixin.qq.com", "weibo.com", "weibo.cn", "douyin.com", "iesdouyin.com", "kuaishou.com", "toutiao.com",
  "bilibili.com", "xiaohongshu.com", "people.com.cn", "people.cn", "peopleapp.com", "xinhuanet.com", "news.cn",
  "xuexi.cn", "cctv.com", "cntv.cn", "chinanews.com", "chinanews.com.cn", "gmw.cn", "cnr.cn", "youth.cn", "ce.cn",
  "china.com.cn", "chinadaily.com.cn", "legaldaily.com.cn", "wjx.cn", "wjx.top", "amap.com", "map.baidu.com",
  "12306.cn", "12388.gov.cn", "tmall.com", "alipay.com", "ixigua.com", "ximalaya.com", "zhihu.com", "w3.org",
  "sina.com.cn", "sohu.com", "163.com", "baidu.com", "ifeng.com", "huanqiu.com", "thepaper.cn", "12371.cn", "wenming.cn", "chsi.com.cn",
  -- where sites keep their files
  "aliyuncs.com", "myqcloud.com", "myhuaweicloud.com", "bcebos.com", "ctyun.cn", "ctyunxs.cn", "cmecloud.cn", "ksyuncs.com",
  "cebpubservice.com", "conac.cn", "12315.cn", "landchina.com", "cpta.com.cn", "chinacourt.org",
}
-- Institutions and state bodies whose hosts end otherwise.
local endings = { ".gov.cn", ".mil.cn", ".edu.cn", ".ac.cn", ".org.cn", ".政务.cn", ".政务", ".公益.cn", ".公益", ".xn--zfr164b", ".xn--55qw42g" }

local function ends(host, ending)
  return host:sub(-#ending) == ending or host == ending:sub(2)
end

local is_ending = {} -- both lists, without the point
for _, name in ipairs(known) do
  is_ending[name] = true
end
for _, ending in ipairs(endings) do
  is_ending[ending:sub(2)] = true
end

local function is_known(host, extra)
  for i = 1, #host do
    if (i == 1 or host:sub(i - 1, i - 1) == ".") and is_ending[host:sub(i)] then
      return true
    end
  end
  for _, name in ipairs(extra ~= "" and text.split(extra, "[ ,;]+") or {}) do
    if name ~= "" and ends(host, "." .. name) then
      return true
    end
  end
  return text.find(host, "^[0-9.]+$|^localhost$") ~= nil
end

return { is_known = is_known, ends = ends }
