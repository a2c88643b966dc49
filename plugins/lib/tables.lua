-- Duties over the official tables: one outcome for each table that the form prescribes.

local tables = {}

-- Calls judge(t, official) for every official table that is there. For one that is not, the rule is
-- undecided, and the finding on its absence is the cause.
function tables.each(report, out, judge)
  for _, official in ipairs(report.official_tables) do
    local t = report:table(official.key)
    if t.present then
      judge(t, official)
    else
      out:unknown {
        at = { table = official.key },
        reason = {
          code = "table-missing",
          zh = official.name.zh .. "不在文中",
          en = official.name.en .. " is not there",
        },
        cause = tables.absence(t, official),
      }
    end
  end
end

-- The finding that reports the absence of a table.
function tables.absence(t, official)
  return { rule = t.image and "structure.table-image" or "structure.table-missing", at = { table = official.key } }
end

return tables
