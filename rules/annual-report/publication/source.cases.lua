local domain = 'content="www.qinghe-xian.gov.cn"'

return cases {
  { name = "a government domain", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "a text file does not tell", base = "clean-2021", expect = { state = "notapplicable", reason = "host-unknown" } },
  { name = "a mirror", base = "clean-2021.html", edits = { { domain, 'content="www.qinghe-info.com"' } },
    expect = { state = "fail", severity = "major", expected = "*.gov.cn", found = "www.qinghe-info.com" } },
  { name = "gov.cn inside another name", base = "clean-2021.html", edits = { { domain, 'content="www.qinghe-xian.gov.cn.bet77.net"' } },
    expect = { state = "fail", found = "www.qinghe-xian.gov.cn.bet77.net" } },
  { name = "letters before gov.cn", base = "clean-2021.html", edits = { { domain, 'content="www.qinghegov.cn"' } },
    expect = { state = "fail", found = "www.qinghegov.cn" } },
  { name = "a department's own subdomain", trap = true, base = "clean-2021.html", edits = { { domain, 'content="zrzy.qinghe-xian.gov.cn"' } },
    expect = { state = "pass" } },
  { name = "the domain 政务", trap = true, base = "clean-2021.html", edits = { { domain, 'content="www.青禾县.政务"' } }, expect = { state = "pass" } },
  { name = "saved inside the office", base = "clean-2021.html", edits = { { domain, 'content="192.168.3.20:8080"' } },
    expect = { state = "notapplicable" } },
  { name = "the page's own title names a mirror", format = "text",
    document = "青禾县人民政府门户网站 www.qinghe-info.com 首页 县情\n首页 > 政务公开 > 年度报告\n青禾县民政局2024年政府信息公开工作年度报告\n发布日期：2025-01-20\n一、总体情况\n全年公开信息12条。\n",
    expect = { state = "fail", found = "www.qinghe-info.com", at = { line = 1 } } },
}
