return rule { id = "hostile.load-loop", title = "x", severity = "minor", check = (function() while true do end end)() }
