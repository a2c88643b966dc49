-- @ID@: the overview treats the open-government corners.
--
-- One rule, one file; its cases lie beside it in .cases.lua. See it at work while you write:
-- auditor rules test @ID@ --watch
-- What else can be declared (sections, words that must not stand there, equations, ranges, deadlines and more):
-- docs/declared-rules.md. What cannot is written as a function: auditor rules new ID --function

local duty = require "duty"

return rule {
  -- Lower-case letters, digits, dots and hyphens. To make it cost points, name it in a row of sheet.csv.
  id       = "@ID@",
  title    = { zh = "@TITLE:写到政务公开专区@", en = "@TITLE:Open-government corners are named@" },
  -- Why it is checked, a sentence or two for the agency whose report it is.
  why      = {
    zh = "年度通知要求总体情况写明政务公开专区的建设情况。",
    en = "The yearly notice asks the overview to treat the open-government corners.",
  },
  -- veto, major, minor or advice
  severity = "advice",
  -- 2008 is in force to report year 2018, 2019 for 2019 and 2020, 2021 from 2021 on; without this line, all.
  forms    = { "2019", "2021" },
  -- Document and article; they are printed in the rectification notice.
  basis    = { "（在这里写依据的文件和条款）" },
  remedy   = {
    zh = "在总体情况的平台建设部分补写专区情况。",
    en = "Treat the corners in the overview, where it treats the platforms.",
  },

  -- One of the phrases is enough; width and blanks make no difference. Without a section: anywhere.
  check    = duty.phrase_present {
    section = "overview",
    phrase  = { "政务公开专区", "政府信息公开专区", "政务公开体验区" },
    message = { zh = "总体情况没有写政务公开专区", en = "the overview names no open-government corner" },
    -- To ask it of governments only, take the two strokes off the next line:
    -- only = { levels = { "province", "city", "county", "township" } },
  },
}
