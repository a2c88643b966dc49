/* quantity_names.c - a whole that names its members: "人大代表建议和政协提案57件,人大建议32件,政协提案25件"; see quantity_list.h. */
#include "text/quantity_list.h"

enum { NAMES_MAX = 6 };

/* The names that a whole's label lists, in their order; returns how many, 0 where it lists none or more than it names. */
static size_t names_in(struct str label, struct str names[NAMES_MAX])
{
    static struct words marks = WORDS("、 和 与 及 以及");
    size_t n = 0, from = 0, mark;
    if (words_has(label, "等 其他 其它"))
        return 0;
    for (size_t i = words_skip(&marks, label, 0); i < label.n; i = words_skip(&marks, label, i)) {
        mark = words_match_start(&marks, str_sub(label, i, label.n));
        if (mark == 0) {
            str_next(label, &i);
            continue;
        }
        if (n + 1 == NAMES_MAX)
            return 0;
        names[n++] = str_sub(label, from, i - from);
        from = i += mark;
    }
    if (n)
        names[n++] = str_sub(label, from, label.n - from);
    return n;
}

/* Whether a name has all characters of a member's label, in their order: 人大建议 and "办理人大代表建议". */
static bool is_named(struct str name, struct str label)
{
    label = str_sub(label, words_starts(label, QUANTITY_LEADS), label.n);
    label = str_sub(label, 0, label.n - words_ends(label, "共有 共 有 为 的有 的 计 达"));
    size_t i = 0, k = 0;
    while (k < label.n) {
        uint32_t wanted = str_next(label, &k);
        bool found = false;
        while (!found && i < name.n)
            found = str_next(name, &i) == wanted;
        if (!found)
            return false;
    }
    return label.n >= STR("建议").n;
}

bool quantity_is_named_by(const struct quantity_reader *r, const struct quantity_list *list,
                          size_t whole, size_t cue_end)
{
    struct str names[NAMES_MAX];
    if (list->count < 2 || list->count > NAMES_MAX ||
        names_in(quantity_label(r, whole), names) != list->count)
        return false;
    for (size_t k = 0; k < list->count; k++) {
        size_t at = quantity_item(r, list->parts[k])->at,
               label = quantity_item(r, list->parts[k])->label_at;
        if (!is_named(names[k], k || cue_end < label || cue_end > at
                                    ? quantity_label(r, list->parts[k])
                                    : quantity_text(r, cue_end, at)))
            return false;
    }
    return true;
}

bool quantity_find_names(const struct quantity_reader *r, size_t first, size_t from,
                         struct quantity_cue *cue)
{
    struct str names[NAMES_MAX];
    const struct quantity *all = r->out->items;
    if (first == 0 || r->text.p[from] != ',' || all[first].label_at != from + 1 ||
        r->member_of[first - 1] || !quantity_same_unit(r, first - 1, first))
        return false;
    size_t n = names_in(quantity_label(r, first - 1), names);
    if (n == 0 || first + n > r->out->count)
        return false;
    for (size_t k = 0; k < n; k++)
        if (!is_named(names[k], quantity_label(r, first + k)) ||
            !quantity_same_unit(r, first, first + k) ||
            (k && quantity_between(r, quantity_end(&all[first + k - 1]), all[first + k].at) >
                      BREAK_COMMA))
            return false;
    cue->at = cue->end = all[first].label_at;
    return true;
}
