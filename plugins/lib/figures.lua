-- What the ranking and the yearly summary draw and say alike.

local h = require "html"
local words = require "words"

local figures = {}

-- How the scores of a group are distributed, as a drawing.
function figures.distribution(statistics, max, w)
  if not statistics.mean then
    return nil
  end
  local most, width, height = 1, 24, 80
  for _, n in ipairs(statistics.distribution) do
    most = math.max(most, n)
  end
  local bins, nodes = #statistics.distribution, {}
  for i, n in ipairs(statistics.distribution) do
    local tall = height * n / most
    nodes[#nodes + 1] = h.rect { x = tostring((i - 1) * width + 1), y = string.format("%.1f", height - tall + 14), width = tostring(width - 2),
      height = string.format("%.1f", tall), fill = "#1f5a94" }
    if n > 0 then
      nodes[#nodes + 1] = h.text { x = tostring((i - 1) * width + width // 2), y = string.format("%.1f", height - tall + 11), ["font-size"] = "10",
        ["text-anchor"] = "middle", fill = "#5b6670", words.points(n) }
    end
  end
  for i = 0, 4 do
    nodes[#nodes + 1] = h.text { x = tostring(bins * width * i // 4), y = tostring(height + 28), ["font-size"] = "10", ["text-anchor"] = "middle",
      fill = "#5b6670", words.points(max * i / 4) }
  end
  nodes[#nodes + 1] = h.line { x1 = "0", y1 = tostring(height + 14), x2 = tostring(bins * width), y2 = tostring(height + 14), stroke = "#5b6670" }
  return { h.p { class = "facts", h.span { w("平均 ", "mean ") .. words.points(statistics.mean) },
      h.span { w("中位数 ", "median ") .. words.points(statistics.median) },
      h.span { w("最高 ", "highest ") .. words.points(statistics.highest) }, h.span { w("最低 ", "lowest ") .. words.points(statistics.lowest) } },
    h.svg { viewBox = "-16 0 " .. bins * width + 32 .. " " .. height + 34, width = "520", role = "img", nodes } }
end

-- +2 or −1.5: how far a score moved.
function figures.signed(value)
  return (value > 0 and "+" or value < 0 and "−" or "") .. words.points(math.abs(value))
end

-- What a change of a score is put down to: key, and the words of all pages for it.
figures.causes = {
  { "work", "报告改动", "work" }, { "rules", "规则改动", "rules" }, { "profile", "分值改动", "sheet" },
  { "scope", "范围改动", "scope" }, { "other", "其他", "other" },
}

-- "报告改动 +5，分值改动 −2": what is zero is left out.
function figures.moved_text(moved, w)
  local parts = {}
  for _, cause in ipairs(figures.causes) do
    local points = moved and moved[cause[1]] or 0
    if points ~= 0 then
      parts[#parts + 1] = w(cause[2], cause[3]) .. " " .. figures.signed(points)
    end
  end
  return table.concat(parts, w("，", ", "))
end

-- Why the score of a row moved since last year.
function figures.past_text(row, w)
  local past = row.past
  if not past or not past.change then
    return ""
  end
  local parts = figures.moved_text(past.moved, w)
  return figures.signed(past.change) .. (parts ~= "" and w("（", " (") .. parts .. w("）", ")") or "")
end

-- What a range of ranks means.
function figures.range_note(model, w)
  local r = model.range
  return w("名次区间：各项指标的分值各自在 ±" .. r.percent .. "% 内变动，按固定序列（种子 " .. r.seed .. "）试算 " .. r.draws
      .. " 次，所得最好和最差的名次；人工给分和被一票否决的得分不变。",
    "Rank range: the best and the worst rank when each indicator's weight varies by itself within ±" .. r.percent .. " %, " .. r.draws
      .. " draws of a fixed sequence (seed " .. r.seed .. "); points given by persons and vetoed scores stay.")
end

return figures
