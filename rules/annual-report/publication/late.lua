-- Published by the deadline of its kind of body and era; the day itself is on time (D01).

local basis = require "basis"
local deadlines = require "deadlines"
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
  parameters = deadlines.parameters,
  check      = duty.before_deadline { by_form = deadlines.by_form, by_level = deadlines.by_level },
}
