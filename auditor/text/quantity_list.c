/* quantity_list.c - the parts of a whole, and where their list may end; see quantity_list.h. */
#include "text/quantity_member.h"

#include <string.h>

enum { WALK_MAX = 200, APART = 18 /* bytes between which a mark is missing */ };

static bool is_text_class(enum quantity_class c)
{
    return c == QUANTITY_ITEM || c == QUANTITY_CASE || c == QUANTITY_COPY;
}

static bool same_class(const struct quantity *a, const struct quantity *b)
{
    return a->class == b->class || (is_text_class(a->class) && is_text_class(b->class));
}

/* 项, 个, 家 count anything: only with the very same unit. */
bool quantity_same_unit(const struct quantity_reader *r, size_t a, size_t b)
{
    const struct quantity *x = &r->out->items[a], *y = &r->out->items[b];
    if (!same_class(x, y))
        return false;
    if (x->class == QUANTITY_HOUSES || x->class == QUANTITY_OTHER || x->class == QUANTITY_TIMES)
        return str_eq(str_sub(r->text, x->unit_at, x->unit_len),
                      str_sub(r->text, y->unit_at, y->unit_len));
    return true;
}

/* A second 其中 between members, not in a bracket: what follows belongs to the member before it. */
static bool nests(const struct quantity_reader *r, size_t from, size_t to, unsigned char depth)
{
    for (size_t i = from; i < to; i++)
        if ((unsigned char)r->text.p[i] >= 0xE3 && r->depth[i] == depth &&
            (words_starts(quantity_text(r, i, to), "其中 包括 包含 分别 分属") ||
             (i > from && r->text.p[i - 1] == ',' && words_starts(quantity_text(r, i, to), "含"))))
            return true;
    return false;
}

static bool take_part(const struct quantity_reader *r, struct quantity_list *list, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    if (list->count == QUANTITY_PARTS)
        return false;
    struct decimal sum = list->sums[list->count];
    if (!quantity_add(&sum, q->value))
        return false;
    list->parts[list->count++] = item;
    list->sums[list->count] = sum;
    list->may_end[list->count] = false;
    bool each =
        words_ends(quantity_label(r, item), "各 各有 各为 均为") != 0; /* "房管、人事各3件" */
    list->each = list->each ||
                 (each && list->count > 1 &&
                  quantity_between(r, quantity_end(&r->out->items[list->parts[list->count - 2]]),
                                   q->at) == BREAK_NONE);
    list->rough = list->rough || (q->approximate && !q->rounded) || each;
    return true;
}

/* The state of walking through a list. */
struct walk {
    unsigned char depth;
    enum quantity_break usual; /* the strongest mark inside of the list so far */
    uint16_t year;
    bool verbs;   /* the first member begins with a verb */
    bool bracket; /* the list begins with one, and ends there */
    size_t and_so_on;
    size_t other; /* so many members stood up to the last catch-all that only closes a list's end */
    size_t plain; /* so many members stood up to the last that is called no more than 其他 */
    size_t loose; /* behind so many members a comma follows on the marks 、 */
    enum quantity_break before; /* the mark before the last member */
    bool commas;                /* no stronger mark stands between members */
    bool sentences;             /* a full stop stands between members */
    bool apart[3]; /* a semicolon or more stands behind the first and the second part */
};

/* Skips what belongs to the last member (behind a second 其中): up to a mark that separates members.
 * Returns the next item of the list, or the count of items. */
static size_t skip_nested(const struct quantity_reader *r, struct quantity_list *list,
                          struct walk *w, size_t i, size_t from)
{
    const struct quantities *out = r->out;
    bool only = list->count == 1; /* "咨询833个,其中疫苗138个;投诉1333个": the next follows */
    if (w->usual < BREAK_COMMA && !only)
        return out->count;
    for (size_t end = i + WALK_MAX; i < out->count && i < end; i++) {
        enum quantity_break b = quantity_between(r, from, out->items[i].at);
        if (b == BREAK_STOP || r->depth[out->items[i].at] < w->depth)
            return out->count;
        if (b >= BREAK_SEMICOLON && b >= w->usual && !nests(r, from, out->items[i].at, w->depth))
            return i;
        from = quantity_end(&out->items[i]);
    }
    list->open = true;
    return out->count;
}

/* "动态12条、通知30条,共发布42条;专题18条": the members so far, added up; the list may go on behind it. "其中保留50件,废止34件,
 * 合计处理86件": or the whole once more, whether they make it or not. */
static bool is_subtotal(const struct quantity_reader *r, const struct quantity_list *list,
                        size_t item, size_t whole)
{
    struct str label = quantity_label(r, item);
    struct decimal value = quantity_value(r, item);
    return list->count > 1 &&
           (words_starts(label, "共 合计 小计 总计 累计") || words_ends(label, "合计 共计 共")) &&
           (decimal_cmp(list->sums[list->count], value) == 0 ||
            decimal_cmp(quantity_value(r, whole), value) == 0);
}

/* 篇 and 件 may be parts of each other, but a list that goes on in the one does not end in the other. */
static bool unit_like(const struct quantity_reader *r, size_t a, size_t b)
{
    const struct quantity *x = &r->out->items[a], *y = &r->out->items[b];
    return str_eq(str_sub(r->text, x->unit_at, x->unit_len),
                  str_sub(r->text, y->unit_at, y->unit_len)) ||
           x->class == y->class;
}

/* "复议后起诉9件;审结案件中,维持10件": what was counted is divided once more. */
static bool divides_anew(const struct quantity_reader *r, size_t item)
{
    size_t at = r->out->items[item].label_at;
    if (words_has(quantity_label(r, item), "办件中 结件中 复件中 理件中"))
        return true; /* "主办71件、协办25件,主办件中A类52件" */
    while (at > 0 && r->text.p[at - 1] == '\n')
        at--;
    return at > 0 && strchr(",:", r->text.p[at - 1]) &&
           words_ends(quantity_text(r, 0, at - 1), "件中 请中 当中 信息中 事项中 解读中") != 0;
}

/* Whether the list may, or must, be over before the item that is separated by b. */
static bool is_over(const struct quantity_reader *r, struct quantity_list *list, struct walk *w,
                    size_t item, enum quantity_break b, bool *may)
{
    struct str label = quantity_label(r, item);
    *may = false;
    if (b == BREAK_STOP)
        return !w->sentences;
    if (b >= BREAK_COMMA && divides_anew(r, item))
        return true;
    if (((b >= BREAK_SEMICOLON && words_starts(label, "行政诉讼 行政复议")) ||
         (list->count > 1 && words_starts(label, "复议后 经复议 提起诉讼 提起行政诉讼"))) &&
        !words_has(quantity_label(r, list->parts[0]), "诉讼 复议"))
        return true;
    unsigned kind = quantity_kind(r, item);
    bool same_kind = kind && kind == quantity_kind(r, list->parts[0]);
    bool came_too =
        list->count == 1 && words_has(label, "新收 新受理 新接收") &&
        quantity_came_over(r, list->parts[0]); /* "468件,其中上年结转41件,本年新收427件" */
    if (b >= BREAK_COMMA && quantity_begins_anew(label) && !same_kind && !came_too)
        return true;
    if (b >= BREAK_COMMA && list->count > 1 && !list->mixed &&
        !unit_like(r, item, list->parts[0])) {
        list->open = list->open || w->other == list->count;
        return true;
    }
    bool rest = quantity_names_rest(r, item) ||
                (b == BREAK_COMMA && quantity_is_catch_all(r, item, 0) &&
                 quantity_is_rest_of_all(r, item, 0)); /* "A 79条、B 39条,其他195条" */
    if (list->count > 1 && b > w->usual && (list->closed || !rest)) {
        *may = true;
        w->loose = b == BREAK_COMMA && !list->closed ? list->count : 0;
        /* "维持2件、其他结果1件,尚未审结1件": one more of the kind behind a comma may belong to it */
        if (list->closed && !(b == BREAK_COMMA && same_kind)) {
            /* "规章11条、其他文件102条;建议1条": 其他文件 may be one member among others */
            list->open =
                list->open || (w->other == list->count && !quantity_begins_with_verb(label));
            return true;
        }
    }
    bool money = r->out->items[item].class == QUANTITY_MONEY; /* spent on what the verb says */
    if (b >= BREAK_COMMA && quantity_begins_with_verb(label) && !w->verbs && !money &&
        !w->bracket) {
        *may = true;
        w->loose = 0;
    }
    if (b >= BREAK_COMMA && list->closed && !w->other && !quantity_is_catch_all(r, item, 0))
        *may = true;
    return false;
}

static void note_member(const struct quantity_reader *r, struct quantity_list *list, struct walk *w,
                        size_t item, size_t cue_end, enum quantity_break b)
{
    bool other = quantity_is_catch_all(r, item, cue_end);
    if (quantity_is_and_so_on(r, item, cue_end))
        w->and_so_on++;
    size_t at = r->out->items[item].at, label = r->out->items[item].label_at;
    unsigned kind = quantity_kind(r, item);
    if (other && (w->other || !list->closed))
        w->other = kind || quantity_is_rest_of_all(r, item, cue_end) ? 0 : list->count;
    list->closed = list->closed || other;
    w->commas = w->commas && b <= BREAK_COMMA;
    bool in_step = w->commas || (b == BREAK_SEMICOLON && b == w->before);
    w->before = b;
    if (other && in_step && quantity_is_rest_of_all(r, item, cue_end))
        list->rest = list->count;
    bool plain = other && quantity_own_label(r, item, cue_end).n <= STR("其他申请").n;
    if (plain || (kind && kind == quantity_kind(r, list->parts[0])))
        list->sure = list->count;
    bool next = list->run + 1 == list->count ||
                (list->run + 2 == list->count && w->plain + 1 == list->count);
    if (kind && kind == quantity_kind(r, list->parts[0]) && next &&
        (list->run == 0 || b <= BREAK_COMMA))
        list->run = list->count; /* "维持4件,纠正2件,其他2件,未审结1件" */
    w->plain = plain ? list->count : w->plain;
    if (list->count == 1 || !quantity_is_worded_alike(r, list->parts[list->count - 2], item))
        list->alike = list->count;
    if (list->count == 1)
        w->verbs = quantity_begins_with_verb(
            quantity_text(r, cue_end > label && cue_end <= at ? cue_end : label, at));
}

/* "办结26件:予以公开9件、部分公开4件、不予公开5件、无法提供7件、其他处理1件": the official results, down to the last of them. */
static bool ends_replies(const struct quantity_reader *r, const struct quantity_list *list,
                         size_t whole)
{
    enum { LEAST = 4 };
    if (list->count < LEAST ||
        !words_starts(quantity_label(r, list->parts[list->count - 1]), "其他处理 其它处理") ||
        quantity_stage(r, whole) != STAGE_HANDLED)
        return false;
    for (size_t k = 0; k < list->count; k++)
        if (quantity_stage_of_kind(r, list->parts[k]) != STAGE_HANDLED)
            return false;
    return true;
}

/* What is known of a list once it was read to its end. */
static void finish(const struct quantity_reader *r, struct quantity_list *list,
                   const struct walk *w, size_t cue_end, size_t whole)
{
    if (list->count == 0)
        return;
    list->spread = words_has(quantity_label(r, list->parts[0]), "分别");
    list->may_end[list->count] = true;
    /* "复议6件,其中维持4件;诉讼5件": a list of semicolons begins with a mark, or is closed, or names one kind */
    size_t word = STR("其中").n;
    bool announced =
        cue_end < r->text.n &&
        (strchr(",:", r->text.p[cue_end]) || (cue_end > 0 && r->text.p[cue_end - 1] == ':') ||
         (cue_end > word && r->text.p[cue_end - word - 1] == ':'));
    if (list->count > 1 && w->apart[1] && !announced && !quantity_names_rest(r, list->parts[1]) &&
        !quantity_is_refrain(r, list, whole) &&
        !(quantity_tells_share(r, list->parts[0]) && quantity_tells_share(r, list->parts[1])) &&
        (list->count == 2 || !w->apart[2] || (!list->closed && list->sure < 2)))
        list->may_end[1] = true;
    list->apart = list->count > 1 && w->apart[1] && (list->count == 2 || w->apart[2]) && !announced;
    size_t last = list->parts[list->count - 1];
    if (w->loose && w->loose + 3 <= list->count)
        list->may_end[w->loose] = false; /* "A 14条、B 9条,C 8条、D 5条,E 2条": marks at random */
    if (w->other && w->other < list->count)
        list->closed = false;
    if (w->and_so_on == 1 && list->count > 1 && quantity_is_and_so_on(r, last, cue_end))
        list->closed = true;
    list->closed = list->closed || ends_replies(r, list, whole);
    list->named = quantity_is_named_by(r, list, whole, cue_end);
    list->closed = list->closed || list->named || quantity_is_all(r, list, cue_end);
    list->open = list->open || quantity_says_open(r, last);
    list->undone = quantity_names_rest(r, last) &&
                   words_starts(quantity_tail(r, last),
                                "未 尚未 正在 仍 待 将 结转 转入 按规定 在办 在审") != 0;
}

/* "其中:水源地公告20期。出厂水公告36期。": the next sentence is worded as the last member. */
static bool goes_on(const struct quantity_reader *r, const struct quantity_list *list, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    size_t last = list->parts[list->count - 1];
    return quantity_same_unit(r, last, item) && !words_has(quantity_label(r, item), "共 累计") &&
           !words_starts(quantity_text(r, quantity_end(q), r->text.n),
                         ",其中 ,包括 。其中 (其中") &&
           quantity_between(r, quantity_end(&r->out->items[last]), q->label_at) == BREAK_STOP &&
           quantity_between(r, q->label_at, q->at) == BREAK_NONE &&
           quantity_same_end(quantity_label(r, last), quantity_label(r, item)) >= STR("公告").n &&
           !quantity_begins_anew(quantity_label(r, item));
}

/* Whether a list behind a colon, which is not complete yet, goes on behind a full stop. */
static bool is_next(const struct quantity_reader *r, const struct quantity_list *list, size_t item,
                    size_t cue_end, size_t whole)
{
    return list->count && cue_end < r->text.n && r->text.p[cue_end] == ':' &&
           goes_on(r, list, item) &&
           decimal_cmp(list->sums[list->count], quantity_value(r, whole)) != 0;
}

/* "推进17个中有6个为上年遗留": some of the member before it. */
static bool is_of_member(const struct quantity_reader *r, const struct quantity_list *list,
                         size_t i)
{
    return list->count && i - 1 == list->parts[list->count - 1] &&
           quantity_same_unit(r, i, i - 1) && quantity_among(r, i, i - 1);
}

void quantity_collect(const struct quantity_reader *r, size_t first, size_t cue_end, size_t whole,
                      struct quantity_list *list)
{
    const struct quantities *out = r->out;
    unsigned kind = quantity_kind(r, first), kind_of_whole = quantity_kind(r, whole);
    struct walk w = { .depth = r->depth[out->items[first].at], .year = out->items[whole].year };
    w.commas = true;
    w.bracket =
        (cue_end > 0 && r->text.p[cue_end - 1] == '(') || w.depth > r->depth[out->items[whole].at];
    size_t last_end = cue_end;
    for (size_t i = first; i < out->count && i < first + WALK_MAX; i++) {
        const struct quantity *q = &out->items[i];
        if (r->depth[q->at] > w.depth)
            continue;
        enum quantity_break b = quantity_between(r, last_end, q->at);
        bool may = false, next = b == BREAK_STOP && is_next(r, list, i, cue_end, whole);
        if (r->depth[q->at] < w.depth || (b == BREAK_STOP && !next))
            break;
        w.sentences = next;
        if (list->count && nests(r, last_end, q->at, w.depth)) {
            if (b >= BREAK_SEMICOLON && w.usual < BREAK_SEMICOLON)
                break; /* it divides something else behind the list */
            i = skip_nested(r, list, &w, i, quantity_end(q));
            if (i == out->count)
                break;
            q = &out->items[i];
            b = BREAK_SEMICOLON;
        }
        if (quantity_same_unit(r, i, first) && is_subtotal(r, list, i, whole)) {
            list->may_end[list->count] = true;
            list->closed = false; /* what closed it, closed the members of this sum */
            last_end = quantity_end(q);
            continue;
        }
        if (is_of_member(r, list, i))
            continue;
        if (!quantity_same_unit(r, i, first) ||
            quantity_is_aside(r, i, w.year, first,
                              list->count ? list->parts[list->count - 1] : first)) {
            if (list->count && !q->comparison && !q->approximate && r->depth[q->at] == w.depth &&
                q->class != QUANTITY_MONEY && quantity_counts(q))
                quantity_add(&list->beside, q->value);
            bool of_member = q->class == QUANTITY_MONEY &&
                             words_has(quantity_label(r, i), "金额 资金 投资额 总额");
            if (list->count && quantity_counts(q) && b >= BREAK_COMMA && !of_member)
                list->may_end[list->count] = true; /* a clause about something else */
            if (list->count && b >= BREAK_COMMA && quantity_begins_anew(quantity_label(r, i)) &&
                quantity_counts(q))
                break;
            continue;
        }
        if (list->count > 1 && kind && w.usual == BREAK_SEMICOLON && b <= BREAK_COMMA &&
            quantity_kind(r, i) != kind)
            continue; /* "予以公开5件;不予公开3件,理由是…2件;": said of the member before it */
        if (list->count &&
            (is_over(r, list, &w, i, b, &may) ||
             (b >= BREAK_SEMICOLON && kind_of_whole && quantity_kind(r, i) == kind_of_whole)))
            break; /* "不予处理10件,其中:信访9件;其他处理3件" */
        if (list->count && b >= BREAK_SEMICOLON &&
            decimal_cmp(q->value, out->items[whole].value) > 0 &&
            quantity_between(r, quantity_end(&out->items[whole]), cue_end) < BREAK_SEMICOLON)
            may = true; /* "我局举办46场,其中:甲7场;县区举办118场" */
        list->may_end[list->count] = list->may_end[list->count] || may;
        list->pause[list->count] =
            b == BREAK_PAUSE || (b == BREAK_NONE && q->at < last_end + APART);
        if (list->count < 3)
            w.apart[list->count] = b >= BREAK_SEMICOLON;
        if (!take_part(r, list, i))
            break;
        if (list->count > 1 && b > w.usual)
            w.usual = b;
        note_member(r, list, &w, i, cue_end, b);
        list->mixed = list->mixed || q->class != out->items[whole].class;
        last_end = quantity_end(q);
    }
    finish(r, list, &w, cue_end, whole);
}
