-- By when reports are out (D01); the day itself is on time. What a profile or the register sets for publication.late
-- holds for publication.missing, too.

return {
  parameters = {
    all_to_2018 = "03-31",
    government  = "03-31",
    department  = "01-31",
    township    = "01-31",
    zone        = "03-31",
  },
  by_form  = { ["2008"] = "all_to_2018" },
  by_level = {
    province = "government", city = "government", county = "government",
    department = "department", township = "township", zone = "zone",
  },
}
