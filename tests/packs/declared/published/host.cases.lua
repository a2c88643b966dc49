local domain = 'content="www.qinghe-xian.gov.cn"'

return cases {
  { name = "the county's", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "another county's", base = "clean-2021.html", edits = { { domain, 'content="www.pinglan.gov.cn"' } },
    expect = { state = "fail", expected = "*.qinghe-xian.gov.cn", found = "www.pinglan.gov.cn" } },
  { name = "the platform that the office accepts", base = "clean-2021.html", trap = true, edits = { { domain, 'content="zwgk.lanjiang.gov.cn"' } },
    expect = { state = "pass" } },
  { name = "a file tells no host", base = "clean-2021", expect = { state = "notapplicable", reason = "host-unknown" } },
}
