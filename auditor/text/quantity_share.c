/* quantity_share.c - percentages, and the part and the whole that they were computed from. */
#include "text/quantity_list.h"
#include "text/quantity_trial.h"

enum { STEPS_MAX = 12 };

void quantity_append_share(struct quantity_reader *r, struct quantity_share share)
{
    struct quantities *out = r->out;
    if (out->share_count == r->share_cap) {
        size_t cap = r->share_cap ? 2 * r->share_cap : 8;
        struct quantity_share *all = arena_alloc(r->arena, cap * sizeof *all);
        for (size_t i = 0; i < out->share_count; i++)
            all[i] = out->shares[i];
        out->shares = all;
        r->share_cap = cap;
    }
    out->shares[out->share_count++] = share;
}

static void add_share(struct quantity_reader *r, size_t percent, size_t part, size_t whole,
                      bool doubtful)
{
    quantity_append_share(
        r, (struct quantity_share){
               .percent = percent, .part = part, .whole = whole, .ambiguous = doubtful });
    r->share_of[part] = r->out->share_count;
}

bool quantity_is_rough(const struct quantity *q)
{
    return q->approximate && !q->rounded;
}

void quantity_settle_trial(struct quantity_reader *r, struct quantity_trial *t)
{
    size_t best = 0;
    int best_grade = 3;
    for (size_t k = 0; k < t->count; k++) {
        struct decimal right;
        int grade = quantity_judge_share(quantity_item(r, t->percent), quantity_item(r, t->part),
                                         quantity_item(r, t->wholes[k]), &right);
        if (grade >= 0 && grade < best_grade) {
            best = k;
            best_grade = grade;
        }
    }
    if (t->count == 0 || best_grade == 3)
        return;
    bool rough = words_has(quantity_label(r, t->percent), "约 近 超 不足 逾 多于 少于") ||
                 quantity_is_rough(quantity_item(r, t->percent)) ||
                 quantity_is_rough(quantity_item(r, t->part)) ||
                 quantity_is_rough(quantity_item(r, t->wholes[best]));
    bool doubtful = rough || (best_grade == 2 && (t->doubtful || t->count > 1));
    add_share(r, t->percent, t->part, t->wholes[best], doubtful);
}

void quantity_add_candidate(const struct quantity_reader *r, struct quantity_trial *t, size_t whole)
{
    const struct quantity *q = quantity_item(r, whole);
    for (size_t k = 0; k < t->count; k++)
        if (t->wholes[k] == whole ||
            decimal_cmp(quantity_item(r, t->wholes[k])->value, q->value) == 0)
            return;
    if (t->count < QUANTITY_CANDIDATES)
        t->wholes[t->count++] = whole;
}

bool quantity_is_comparable(const struct quantity *a, const struct quantity *b)
{
    return a->class == b->class && quantity_counts(b) && !b->comparison;
}

bool quantity_fits_in_other_unit(const struct quantity_reader *r, const struct quantity_trial *t,
                                 size_t i)
{
    struct decimal right;
    return quantity_changes_unit(r, t->part, i) &&
           quantity_judge_share(quantity_item(r, t->percent), quantity_item(r, t->part),
                                quantity_item(r, i), &right) == 0;
}

/* "3357条(机关633条、直属2724条),占15.5%": whether a percentage is said of the item. */
static bool has_percent(const struct quantity_reader *r, size_t i)
{
    const struct quantity *q = quantity_item(r, i), *p = q + 1,
                          *end = r->out->items + r->out->count;
    while (p < end && r->depth[p->at] > r->depth[q->at] && p->class != QUANTITY_PERCENT)
        p++;
    return p < end && p->class == QUANTITY_PERCENT &&
           words_has(quantity_label(r, (size_t)(p - r->out->items)), "占") &&
           p->label_at <= quantity_end(p - 1) + 4;
}

/* Wholes that stand before the part in its sentence. What has a share itself is a part beside it, and
 * the whole of that share the likely one. */
static void look_back(const struct quantity_reader *r, struct quantity_trial *t)
{
    const struct quantity *part = quantity_item(r, t->part);
    for (size_t i = t->part, steps = 0; i-- > 0 && steps < STEPS_MAX; steps++) {
        const struct quantity *q = quantity_item(r, i);
        if (quantity_between(r, quantity_end(q), part->at) == BREAK_STOP)
            break;
        if (quantity_is_bare(r, i))
            t->doubtful = true; /* a count without its unit may be meant */
        if (quantity_fits_in_other_unit(r, t, i))
            quantity_add_candidate(r, t, i);
        if (!quantity_is_comparable(part, q) || r->depth[q->at] > r->depth[part->at])
            continue;
        if (r->share_of[i]) {
            quantity_add_candidate(r, t, r->out->shares[r->share_of[i] - 1].whole);
            break;
        }
        if (has_percent(r, i))
            break; /* it is one of them, and of what they are shares the text does not say here */
        if (decimal_cmp(q->value, part->value) >= 0 && !quantity_is_rest(r, i))
            quantity_add_candidate(r, t, i);
    }
    if (t->count == 1 &&
        !words_has(quantity_label(r, t->wholes[0]), "共 总 合计 累计 收到 新收 受理 接到"))
        t->doubtful = true; /* no word says that it is divided */
}

/* The whole of the list that the part stands in, or what stands before it. */
static void find_wholes(const struct quantity_reader *r, struct quantity_trial *t)
{
    size_t statement = r->member_of[t->part];
    if (statement == 0) {
        look_back(r, t);
        return;
    }
    const struct quantity_statement *s = &r->out->statements[statement - 1];
    quantity_add_candidate(r, t, s->whole);
    if (s->relation == QUANTITY_AMBIGUOUS) {
        t->doubtful = true;
        look_back(r, t);
    }
    /* a member of a list inside of a list may be a share of the outer whole */
    size_t outer = r->member_of[s->whole];
    if (outer)
        quantity_add_candidate(r, t, r->out->statements[outer - 1].whole);
}

bool quantity_goes_on(const struct quantity_reader *r, size_t part, size_t percent)
{
    size_t end = quantity_end(quantity_item(r, part)), label = quantity_item(r, percent)->label_at;
    return words_starts(quantity_label(r, percent), "占") && label > end &&
           words_starts(quantity_text(r, end, label), "。 ;") == label - end;
}

/* The count that a percentage belongs to: the nearest before it, not behind another mark than a comma. */
static bool find_part(const struct quantity_reader *r, struct quantity_trial *t)
{
    const struct quantity *p = quantity_item(r, t->percent);
    for (size_t i = t->percent, steps = 0; i-- > 0 && steps < 3; steps++) {
        const struct quantity *q = quantity_item(r, i);
        if (r->depth[q->at] > r->depth[p->at] && r->depth[quantity_end(p)] == r->depth[p->at]) {
            steps--; /* "2815条(A 642条、B 2173条),占13.02%" */
            continue;
        }
        if (quantity_between(r, quantity_end(q), p->at) >= BREAK_SEMICOLON &&
            !quantity_goes_on(r, i, t->percent))
            return false;
        if (q->class == QUANTITY_PERCENT)
            t->doubtful = true;
        if (quantity_counts(q) && !q->comparison) {
            t->part = i;
            return r->depth[q->at] <= r->depth[p->at];
        }
    }
    return false;
}

/* The words between 占 and the number. False when they name a whole that is not in the text. */
static bool names_known_whole(struct str label)
{
    return !words_has(
        label, "全国 全省 全市 全县 全区 全州 全盟 全旗 考核 分值 权重 绩效 人口 面积 编制 评分 "
               "总分 预算 经费 上年 去年 同期 增 降 分数 系统 辖区 户数 满意");
}

static bool is_growth(struct str label)
{
    return words_has(
        label, "增长 下降 增加 减少 提高 提升 上升 降低 同比 环比 较 增幅 降幅 满意 好评 覆盖 "
               "合格 准确 完成率 知晓 支持率 通过率 达标 优良 电子化 采纳率 解决率 点击 打开");
}

/* "完成投资43.6亿元,为年度计划41亿元的106.3%": right behind what was done. */
static bool is_of_plan(const struct quantity_reader *r, size_t percent)
{
    struct str plan = quantity_label(r, percent - 1);
    return words_starts(plan, "为 是 达 达到 占 相当于 完成") &&
           !words_has(quantity_label(r, percent - 2), "其中") &&
           words_has(plan, "计划 目标 任务") && !words_has(plan, "上年 去年 累计") &&
           quantity_label(r, percent - 2).n &&
           quantity_between(r, quantity_end(quantity_item(r, percent - 2)),
                            quantity_item(r, percent - 1)->at) <= BREAK_COMMA;
}

/* "占总数的9.1%", "占比9.1%", "占新收128件的75%". */
static void read_share(struct quantity_reader *r, size_t percent)
{
    struct quantity_trial t = { .percent = percent };
    struct str label = quantity_label(r, percent);
    if (percent >= 2 && words_starts(label, "的") &&
        quantity_item(r, percent - 1)->class != QUANTITY_PERCENT &&
        (words_has(quantity_label(r, percent - 1), "占") || is_of_plan(r, percent))) {
        if (words_has(quantity_label(r, percent - 1), "分别"))
            return; /* see read_spread() */
        t.part = percent - 2;
        if (quantity_is_comparable(quantity_item(r, t.part), quantity_item(r, percent - 1))) {
            quantity_add_candidate(r, &t, percent - 1);
            quantity_settle_trial(r, &t);
        }
        return;
    }
    if (!names_known_whole(label) || !find_part(r, &t) ||
        quantity_has_subject(r, t.part, percent) ||
        (words_starts(label, "的") && words_has(quantity_label(r, t.part), "任务 目标 计划")))
        return;
    size_t at = str_find(label, STR("占"));
    size_t end = quantity_end(quantity_item(r, t.part));
    bool same_clause = quantity_item(r, percent)->label_at <= end;
    struct str subject = at == SIZE_MAX ? STR("") : str_sub(label, 0, at);
    if (subject.n && !same_clause && !str_starts(quantity_label(r, t.part), subject) &&
        (words_starts(subject, "其中") ||
         !words_starts(subject, "约 所 共 就 仅 已 分别 各 其 件数 数量 条数 总 均 后者")))
        return; /* the share of something else than the last count */
    find_wholes(r, &t);
    if (t.count == 0) {
        t.doubtful = false;
        quantity_add_named_whole(r, &t, label);
    }
    quantity_settle_trial(r, &t);
}

size_t quantity_row_length(const struct quantity_reader *r, size_t first)
{
    size_t n = 1;
    while (first + n < r->out->count && quantity_item(r, first + n)->class == QUANTITY_PERCENT) {
        struct str label = quantity_label(r, first + n);
        if (label.n > 6 || quantity_between(r, quantity_end(quantity_item(r, first + n - 1)),
                                            quantity_item(r, first + n)->at) > BREAK_COMMA)
            break;
        n++;
    }
    return n;
}

/* Where one percentage of a row is right by a whole, the others are of the same. */
static void agree(struct quantity_reader *r, size_t known)
{
    struct quantities *out = r->out;
    size_t whole = SIZE_MAX;
    for (size_t i = known; i < out->share_count; i++) {
        struct decimal right;
        if (!out->shares[i].ambiguous && quantity_judge(out, &out->shares[i], &right) == 0)
            whole = out->shares[i].whole;
    }
    for (size_t i = known; i < out->share_count; i++) {
        struct quantity_share *s = &out->shares[i];
        if (s->whole == whole && !quantity_item(r, s->part)->approximate &&
            !quantity_item(r, whole)->approximate)
            s->ambiguous = false;
    }
}

/* "图解5篇、视频3篇,分别占62.5%、37.5%": as many counts as percentages. */
static void read_row(struct quantity_reader *r, size_t first, size_t n)
{
    if (!names_known_whole(quantity_label(r, first)) || first < n)
        return;
    size_t parts = first - n, known = r->out->share_count;
    bool sure = true;
    for (size_t k = 0; k < n; k++) {
        const struct quantity *q = quantity_item(r, parts + k);
        if (!quantity_counts(q) || q->comparison || q->class != quantity_item(r, parts)->class)
            return;
        if (quantity_between(r, quantity_end(q), quantity_item(r, first)->at) == BREAK_STOP)
            return;
    }
    if (parts > 0 && r->member_of[parts] && r->member_of[parts - 1] == r->member_of[parts])
        sure = false; /* the list had more members than there are percentages */
    for (size_t k = 0; k < n; k++) {
        struct quantity_trial t = { .percent = first + k, .part = parts + k, .doubtful = !sure };
        if (r->member_of[t.part]) {
            find_wholes(r, &t);
        } else {
            struct quantity_trial before = { .percent = first, .part = parts };
            look_back(r, &before);
            for (size_t i = 0; i < before.count; i++)
                quantity_add_candidate(r, &t, before.wholes[i]);
        }
        quantity_settle_trial(r, &t);
    }
    agree(r, known);
}

/* "图解5篇、视频3篇,分别占总数8篇的62.5%、37.5%": the whole stands between counts and percentages. */
static size_t read_spread(struct quantity_reader *r, size_t first)
{
    size_t n = quantity_row_length(r, first);
    if (first < n + 1 || n < 2)
        return n;
    for (size_t k = 0; k < n; k++)
        if (!quantity_is_comparable(quantity_item(r, first - 1),
                                    quantity_item(r, first - 1 - n + k)))
            return n;
    for (size_t k = 0; k < n; k++) {
        struct quantity_trial t = { .percent = first + k, .part = first - 1 - n + k };
        quantity_add_candidate(r, &t, first - 1);
        quantity_settle_trial(r, &t);
    }
    return n;
}

/* "自然人96件(75.0%)": a bare percentage in a bracket behind a member of a list. */
static void read_bracket(struct quantity_reader *r, size_t percent)
{
    const struct quantity *p = quantity_item(r, percent);
    size_t end = quantity_end(p);
    if (percent == 0 || p->at == 0 || r->text.p[p->at - 1] != '(' || end >= r->text.n ||
        r->text.p[end] != ')' || quantity_end(quantity_item(r, percent - 1)) + 1 != p->at ||
        !r->member_of[percent - 1])
        return;
    struct quantity_trial t = { .percent = percent, .part = percent - 1 };
    find_wholes(r, &t);
    quantity_settle_trial(r, &t);
}

void quantity_drop_shares(struct quantity_reader *r, size_t known, size_t percent)
{
    struct quantities *out = r->out;
    size_t kept = known;
    for (size_t i = known; i < out->share_count; i++)
        if (out->shares[i].percent != percent)
            out->shares[kept++] = out->shares[i];
    out->share_count = kept;
}

bool quantity_is_settled(const struct quantity_reader *r, size_t known, size_t percent)
{
    struct decimal right;
    const struct quantities *out = r->out;
    for (size_t i = known; i < out->share_count; i++) {
        const struct quantity_share *s = &out->shares[i];
        int grade = s->percent == percent ? quantity_judge(out, s, &right) : -1;
        if (grade == 0 || grade == 1)
            return true;
    }
    return false;
}

/* Whether a percentage is said of two counts together. */
static bool is_of_both(const struct quantity_reader *r, size_t known, size_t percent)
{
    for (size_t i = known; i < r->out->share_count; i++)
        if (r->out->shares[i].percent == percent && r->out->shares[i].total.value)
            return true;
    return false;
}

/* What the words left open, the places of the numbers may tell. */
static void reconsider(struct quantity_reader *r, size_t known, size_t percent)
{
    struct quantity_share share;
    if (is_of_both(r, known, percent) || quantity_is_settled(r, known, percent) ||
        !quantity_find_ratio(r, percent, &share))
        return;
    quantity_drop_shares(r, known, percent);
    quantity_append_share(r, share);
    r->share_of[share.part] = r->out->share_count;
}

/* A part several times its whole, as no slip of the pen makes it, is of another one. */
static void doubt_parts(struct quantity_reader *r)
{
    for (size_t i = 0; i < r->out->share_count; i++) {
        struct quantity_share *s = &r->out->shares[i];
        struct decimal part = quantity_value(r, s->part), whole = quantity_value(r, s->whole);
        struct decimal p = quantity_value(r, s->percent);
        if (s->of != QUANTITY_SHARE || decimal_cmp(part, whole) <= 0 || part.scale || whole.scale ||
            p.value <= 0 || p.scale > 2 || part.value > INT32_MAX)
            continue;
        int64_t unit = p.scale == 2 ? 10000 : p.scale == 1 ? 1000 : 100;
        bool slip = quantity_is_slip(part.value, whole.value);
        for (int64_t off = -1; off <= 1 && !slip; off++)
            slip = quantity_is_slip(part.value, p.value * whole.value / unit + off) ||
                   quantity_is_slip(whole.value, part.value * unit / p.value + off);
        s->ambiguous = s->ambiguous || !slip;
    }
}

void quantity_find_shares(struct quantity_reader *r)
{
    for (size_t i = 0; i < r->out->count; i++) {
        const struct quantity *p = quantity_item(r, i);
        struct quantity_share growth;
        size_t known = r->out->share_count, first = i;
        if (p->class == QUANTITY_POINTS
                ? quantity_find_rise(r, i, &growth)
                : p->class != QUANTITY_PERCENT && quantity_find_mean(r, i, &growth))
            quantity_append_share(r, growth);
        if (p->class != QUANTITY_PERCENT)
            continue;
        if (quantity_find_growth(r, i, &growth) || quantity_find_change_behind(r, i, &growth))
            quantity_append_share(r, growth);
        bool found = false;
        if (p->comparison)
            continue;
        struct str label = quantity_label(r, i);
        if (quantity_find_together(r, i, &growth, &found)) {
            if (found)
                quantity_append_share(r, growth);
            continue;
        }
        if (i > 0 && words_starts(label, "的") &&
            words_has(quantity_label(r, i - 1), "分别占 分别约占")) {
            i += read_spread(r, i) - 1;
        } else if (words_has(label,
                             "分别占 各占 占比分别 比例分别 分别约占 占比依次 依次占 比例依次 "
                             "比重依次 比重分别")) {
            size_t n = quantity_row_length(r, i);
            if (n > 1)
                read_row(r, i, n);
            i += n - 1;
        } else if (i > 0 && !words_has(label, "办结率 答复率 回复率 办复率 审结率") &&
                   quantity_rate_of(label).n) {
            quantity_read_ratio(r, i, quantity_rate_of(label));
        } else if (is_growth(label)) {
            ;
        } else if (words_has(label, "办结率 答复率 回复率 办复率 审结率")) {
            quantity_read_rate(r, i);
        } else if (words_has(label, "占 所占比例 比例为 比重") || words_starts(label, "的")) {
            read_share(r, i);
        } else if (label.n == 0) {
            read_bracket(r, i);
        }
        if (first == i)
            reconsider(r, known, i);
    }
    doubt_parts(r);
    quantity_find_rows(r);
    quantity_find_hundreds(r);
}
