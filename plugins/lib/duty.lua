-- Duties that are declared and not programmed:
--
--   local duty = require "duty"
--   return rule { id = …, title = …, …, check = duty.phrase_present { section = "other", phrase = "信息处理费" } }
--
-- Each constructor gives a check function. It passes only what it looked at, is undecided (with the finding that
-- explains it) where there is nothing to look at, and shows place, expected and found. What a rule declares is
-- checked when its file is loaded: an unknown field or a wrong type is an error at the rule's line.
-- How to choose among them: docs/declared-rules.md.

local agrees = require "duty_agrees"
local cells = require "duty_cells"
local equation = require "duty_equation"
local headings = require "duty_headings"
local law = require "duty_law"
local published = require "duty_published"
local report = require "duty_report"
local says = require "duty_says"
local sections = require "duty_sections"
local source = require "duty_source"
local whole = require "duty_tables"
local words = require "duty_text"
local over_years = require "duty_years"

return {
  -- sections
  section_present = sections.present,
  section_filled = sections.filled,
  section_length = sections.length,
  section_says = says.check,
  section_order = headings.order,
  headings_worded = headings.worded,

  -- words
  phrase_present = words.present,
  phrase_absent = words.absent,
  text_agrees = agrees.check,
  law_in_force = law.in_force,

  -- tables and their cells
  table_present = whole.present,
  table_text = whole.text,
  table_form = whole.form,
  table_labels = whole.labels,
  cells_filled = cells.filled,
  cell_numbers = cells.numbers,
  in_range = cells.in_range,
  equation = equation.check,
  within_bounds = equation.bounds,

  -- publication
  date_stated = published.stated,
  before_deadline = published.before,
  host_allowed = source.host,
  source_named = source.named,

  -- the report as a whole
  title_names = report.title,
  period_stated = report.period,
  text_intact = report.intact,

  -- over years; of rules of scope agency
  follows = over_years.follows,
  steady = over_years.steady,
  renewed = over_years.renewed,
}
