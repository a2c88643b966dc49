/* lua_words.c - see lua_words.h. */
#include "engine/lua_words.h"

#include <string.h>

#include "base/lang.h"

struct wording {
    const char *en, *zh;
};

/* How a message begins. */
static const struct wording beginnings[] = {
    { "attempt to index a ", "不能取成员，它是 " },
    { "attempt to call a ", "不能调用，它是 " },
    { "attempt to perform arithmetic on a ", "不能计算，它是 " },
    { "attempt to concatenate a ", "不能拼接，它是 " },
    { "attempt to get length of a ", "不能取长度，它是 " },
    { "attempt to compare two ", "不能比较两个 " },
    { "attempt to compare ", "不能比较 " },
    { "attempt to perform 'n//0'", "不能除以 0" },
    { "attempt to perform 'n%%0'", "不能除以 0" },
    { "bad argument #", "参数不对：第 " },
    { "unexpected symbol near ", "多余或写错的符号，在这附近：" },
    { "unfinished string near ", "文字缺少结尾的引号，在这附近：" },
    { "malformed number near ", "数写得不对，在这附近：" },
    { "stack overflow", "函数层层调用，超出限度" },
};

/* What stands further on. */
static const struct wording parts[] = {
    { " values", " 值" },
    { " value", " 值" },
    { " with ", " 和 " },
    { " to '", " 个，函数 '" },
    { ", got no value", "，没有给出" },
    { ", got ", "，却是 " },
    { " expected near ", " 应在这附近：" },
    { " expected (to close ", " 缺少（对应 " },
    { " at line ", "，第几行：" },
    { " near ", "，在这附近：" },
    { " (local '", "（局部变量 '" },
    { " (global '", "（全局变量 '" },
    { " (upvalue '", "（外层变量 '" },
    { " (field '", "（字段 '" },
    { " (method '", "（方法 '" },
    { " (constant '", "（常量 '" },
    { " (string expected", "（应为 string" },
    { " (number expected", "（应为 number" },
    { " (table expected", "（应为 table" },
    { "number has no integer representation", "不是整数" },
    { ")", "）" },
};

/* Behind "FILE:LINE: ". */
static size_t behind_place(struct str s)
{
    size_t at = str_find(s, STR(": "));
    while (at != SIZE_MAX && at > 0 && (s.p[at - 1] < '0' || s.p[at - 1] > '9')) {
        size_t next = str_find(str_sub(s, at + 2, s.n), STR(": "));
        at = next == SIZE_MAX ? SIZE_MAX : at + 2 + next;
    }
    return at == SIZE_MAX ? 0 : at + 2;
}

static const struct wording *wording_of(struct str s, const struct wording *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_starts(s, str_of(list[i].en)))
            return &list[i];
    return NULL;
}

void lua_words(struct strbuf *out, struct str message)
{
    size_t at = behind_place(message);
    struct str rest = str_sub(message, at, message.n);
    const struct wording *w = wording_of(rest, beginnings, sizeof beginnings / sizeof *beginnings);
    bool syntax = !w && str_find(rest, STR(" expected ")) != SIZE_MAX &&
                  str_find(rest, STR("near ")) != SIZE_MAX;
    if (lang_get() != LANG_ZH || (!w && !syntax)) {
        strbuf_str(out, message);
        return;
    }
    strbuf_str(out, str_sub(message, 0, at));
    strbuf_c(out, w ? w->zh : "");
    for (size_t i = w ? strlen(w->en) : 0; i < rest.n;) {
        struct str here = str_sub(rest, i, rest.n);
        w = wording_of(here, parts, sizeof parts / sizeof *parts);
        strbuf_add(out, w ? w->zh : here.p, w ? strlen(w->zh) : 1);
        i += w ? strlen(w->en) : 1;
    }
}
