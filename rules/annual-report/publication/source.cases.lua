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
}
