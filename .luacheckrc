-- Globals that the sandbox gives to each kind of plugin; see docs/rule-interface.md.
std = {
    read_globals = {
        "assert", "error", "ipairs", "pairs", "select", "tonumber", "tostring", "type",
        "rawequal", "rawlen", "require",
        string = { fields = { "byte", "char", "format", "len", "lower", "upper", "rep", "reverse", "sub" } },
        table = { fields = { "concat", "insert", "move", "pack", "remove", "sort", "unpack" } },
        math = { fields = { "abs", "ceil", "floor", "fmod", "huge", "maxinteger", "mininteger", "max",
                            "min", "modf", "pi", "tointeger", "type", "ult" } },
        utf8 = { fields = { "char", "codepoint", "codes", "len", "offset" } },
        text = { other_fields = true }, date = { other_fields = true },
        "rule", "form", "scoring", "layout", "pack", "cases",
    },
}
max_line_length = 160
-- Written by the program for editors; it defines what plugins only read.
exclude_files = { "plugins/types" }
