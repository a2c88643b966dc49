-- Published by the deadline of its kind of body and era; the day itself is on time (D01).

local basis = require "basis"
local duty = require "duty"

return rule {
  id         = "publication.late",
  title      = { zh = "按期发布", en = "Published on time" },
  why        = {
    zh = "条例规定了发布期限，逾期发布使公众不能及时了解和监督。",
    en = "The regulation sets a deadline; a late report keeps the public from knowing and supervising in time.",
  },
  severity   = "major",
  basis      = basis.article("三十一", "四十九"),
  remedy     = {
    zh = "说明迟发原因；下一年度在期限前发布并报送。",
    en = "Explain the delay; publish and submit next year's report before the deadline.",
  },
  parameters = {
    all_to_2018 = "03-31",
    government  = "03-31",
    department  = "01-31",
    township    = "01-31",
    zone        = "03-31",
  },
  check      = duty.before_deadline {
    by_form = { ["2008"] = "all_to_2018" },
    by_level = {
      province = "government", city = "government", county = "government",
      department = "department", township = "township", zone = "zone",
    },
  },
}
