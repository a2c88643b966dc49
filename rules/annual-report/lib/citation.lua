-- What stands around a match, up to the ends of its sentence.

local citation = {}

-- The sentence of a match; `far` characters on each side at most.
function citation.sentence(m, far)
  local before = text.match(m:before(far or 120), "[^。;!?]*$")
  local behind = text.match(m:behind(far or 120), "^[^。;!?]*")
  return before .. m.text .. behind
end

return citation
