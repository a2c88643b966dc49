/* pdf_bare.c - tables without ruled lines, by the places of their words; see pdf_bare.h. */
#include "read/pdf_bare.h"

#include <math.h>

static const float APART = 0.2F; /* em between two cells of a row, at least */
static const float FAR = 4;      /* em between two lines of a table, at most */

struct level {
    size_t first, end; /* atoms */
    float y, em;
    bool seed;   /* a row of a table: values behind a label, or many of them */
    bool prose;  /* running text, or a heading */
    bool framed; /* stands in a frame, which is a table by itself */
};

/* Digits with a unit at most, or a mark in place of a figure. */
static bool is_value(const struct pdf_line *l)
{
    static const char *const marks[] = { "-", "—", "－", "–", "/", "／", "无", "——", "--", "０" };
    struct str t = l->words[0]->text;
    if (l->box.x1 - l->box.x0 > 8 * l->em || pdf_ends_sentence(l))
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (l->n == 1 && str_eq_c(t, marks[i]))
            return true;
    if (l->words[0]->number)
        return l->n <= 2 && !pdf_begins_item(l);
    return t.n > 0 && t.p[0] >= '0' && t.p[0] <= '9' && l->n == 1 && !pdf_enumerated(t);
}

static float width(const struct pdf_line *l)
{
    return l->box.x1 - l->box.x0;
}

static size_t count_rules(const struct pdf_rule *list, size_t n, const struct pdf_box *box)
{
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        const struct pdf_box *r = &list[i].box;
        found += !list[i].vertical && r->y0 > box->y0 && r->y0 < box->y1 &&
                 fminf(r->x1, box->x1) - fmaxf(r->x0, box->x0) > 0.5F * (box->x1 - box->x0);
    }
    return found;
}

size_t pdf_bare_rules(const struct pdf_page *page, const struct pdf_box *box)
{
    return count_rules(page->rules, page->rule_count, box) +
           count_rules(page->edges, page->edge_count, box);
}

bool pdf_bare_parted(const struct pdf_page *page, const struct pdf_box *a, const struct pdf_box *b)
{
    float ya = (a->y0 + a->y1) / 2, yb = (b->y0 + b->y1) / 2;
    struct pdf_box between = { fmaxf(a->x0, b->x0), fminf(ya, yb), fminf(a->x1, b->x1),
                               fmaxf(ya, yb) };
    return pdf_bare_rules(page, &between) > 0;
}

/* Between two lines that are near: a row. */
static bool in_row(const struct pdf_page *page, const struct level *l, const struct pdf_atom *atoms)
{
    static const float NEAR = 3.5F; /* em */
    struct pdf_box box = { atoms[l->first].line->box.x0, l->y - NEAR * l->em,
                           atoms[l->end - 1].line->box.x1, l->y };
    if (pdf_bare_rules(page, &box) == 0)
        return false;
    box.y0 = l->y;
    box.y1 = l->y + NEAR * l->em;
    return pdf_bare_rules(page, &box) > 0;
}

static void judge_level(const struct pdf_page *page, struct level *l, const struct pdf_atom *atoms)
{
    size_t values = 0, texts = 0, behind = 0;
    float covered = 0;
    for (size_t i = l->first; i < l->end; i++) {
        covered += width(atoms[i].line);
        values += atoms[i].value;
        texts += !atoms[i].value && values == 0;
        behind += !atoms[i].value && values > 0;
    }
    float all = atoms[l->end - 1].line->box.x1 - atoms[l->first].line->box.x0;
    l->prose = all > 18 * l->em && covered > 0.8F * all && !in_row(page, l, atoms);
    l->seed = !l->prose && behind == 0 && ((values > 0 && texts > 0) || values >= 3);
}

static bool left_of(const struct level *l, const struct pdf_atom *atoms, float x)
{
    return !l->prose && !atoms[l->first].value && atoms[l->first].line->box.x1 <= x;
}

/* Values alone, with a label of an even number of lines: half of them above, half below. */
static bool between_labels(const struct level *levels, size_t i, const struct pdf_atom *atoms)
{
    const struct level *l = &levels[i];
    for (size_t k = l->first; k < l->end; k++)
        if (!atoms[k].value)
            return false;
    float x = atoms[l->first].line->box.x0;
    return l->y - levels[i - 1].y < 1.1F * l->em && levels[i + 1].y - l->y < 1.1F * l->em &&
           left_of(&levels[i - 1], atoms, x) && left_of(&levels[i + 1], atoms, x);
}

/* A long label of several lines, with its row's figures at a height between two of them; lines of
 * running text are not as near to what stands beside them. */
static bool is_label(const struct level *l, const struct level *near, const struct pdf_atom *atoms)
{
    const struct pdf_atom *last = &atoms[near->end - 1];
    return near->seed && last->value && l->end - l->first == 1 &&
           fabsf(near->y - l->y) < 1.1F * l->em &&
           last->line->box.x0 > atoms[l->first].line->box.x1;
}

static void find_labels(struct level *levels, size_t n, const struct pdf_atom *atoms)
{
    for (size_t i = 0; i < n; i++)
        if (levels[i].prose && ((i > 0 && is_label(&levels[i], &levels[i - 1], atoms)) ||
                                (i + 1 < n && is_label(&levels[i], &levels[i + 1], atoms))))
            levels[i].prose = false;
}

static size_t make_levels(const struct pdf_page *page, struct pdf_atom *atoms, size_t n,
                          struct level *levels)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        struct level *l = count > 0 ? &levels[count - 1] : NULL;
        if (!l || fabsf(atoms[i].y - l->y) > 0.45F * fminf(l->em, atoms[i].line->em)) {
            l = &levels[count++];
            *l = (struct level){ .first = i, .y = atoms[i].y, .em = atoms[i].line->em };
        }
        l->end = i + 1;
        l->em = fmaxf(l->em, atoms[i].line->em);
        atoms[i].level = (uint32_t)count - 1;
    }
    for (size_t i = 0; i < count; i++)
        judge_level(page, &levels[i], atoms);
    find_labels(levels, count, atoms);
    for (size_t i = 1; i + 1 < count; i++)
        levels[i].seed = levels[i].seed || between_labels(levels, i, atoms);
    return count;
}

/* A line by itself that begins a chapter, with no values at the height of one of its lines. */
static bool is_heading(const struct level *levels, size_t n, size_t i, const struct pdf_atom *atoms)
{
    const struct level *l = &levels[i];
    size_t n_atoms = l->end - l->first;
    const struct pdf_line *number = atoms[l->first].line; /* a tab may stand behind it */
    bool apart = n_atoms == 2 && number->n == 1 && number->words[0]->glyphs <= 3 &&
                 !atoms[l->first + 1].value;
    if ((n_atoms != 1 && !apart) || !atoms[l->first].enumerated)
        return false;
    bool near_above = i > 0 && levels[i - 1].seed && l->y - levels[i - 1].y < 1.2F * l->em;
    bool near_below = i + 1 < n && levels[i + 1].seed && levels[i + 1].y - l->y < 1.2F * l->em;
    return !near_above && !near_below;
}

static bool ends_with_stop(const struct pdf_line *l)
{
    struct str t = l->words[l->n - 1]->text;
    return str_ends(t, STR("。")) || str_ends(t, STR("；")) || str_ends(t, STR("："));
}

/* May the level stand in a table, between or around its rows? */
static bool belongs(const struct level *levels, size_t n, size_t i, const struct pdf_atom *atoms)
{
    const struct level *l = &levels[i];
    if (l->framed || l->seed)
        return !l->framed;
    bool stop = l->end - l->first == 1 && ends_with_stop(atoms[l->first].line);
    return !l->prose && !stop && !is_heading(levels, n, i, atoms);
}

/* From one seed: up, not beyond *first, and down as far as the table may reach. */
static void reach(const struct level *levels, size_t n, const struct pdf_atom *atoms, size_t seed,
                  size_t *first, size_t *end)
{
    size_t last = seed, down = seed, top = *first;
    *first = seed;
    while (*first > top && belongs(levels, n, *first - 1, atoms) &&
           levels[*first].y - levels[*first - 1].y < FAR * levels[*first].em)
        --*first;
    while (down + 1 < n && belongs(levels, n, down + 1, atoms) &&
           levels[down + 1].y - levels[down].y < FAR * levels[down].em) {
        down++;
        if (levels[down].seed)
            last = down;
    }
    *end = last + 1; /* behind the last row only what is left of its label */
    while (*end <= down && levels[*end].y - levels[*end - 1].y < 1.9F * levels[*end].em &&
           levels[*end].y - levels[last].y < 4 * levels[last].em)
        ++*end;
}

static bool convincing(const struct level *levels, size_t first, size_t end, size_t seed)
{
    size_t seeds = 0;
    for (size_t i = first; i < end; i++)
        seeds += levels[i].seed;
    bool header = seed > first && levels[seed - 1].end - levels[seed - 1].first >= 2;
    bool many = levels[seed].end - levels[seed].first >= 5;
    return seeds >= 2 || header || many;
}

static void add_table(struct pdf *pdf, struct pdf_page *page, struct pdf_atom *atoms, size_t n)
{
    struct pdf_table t = { 0 };
    if (page->table_count == PDF_TABLES || !pdf_bare_grid(pdf, page, atoms, n, &t))
        return;
    for (size_t i = 0; i < t.n; i++)
        for (size_t k = 0; k < t.cells[i].n; k++)
            ((struct pdf_word *)t.cells[i].words[k])->used = true;
    t.line = pdf_table_line(&t);
    page->tables[page->table_count++] = t;
}

static bool touches(const struct pdf_atom *a, const struct pdf_atom *b)
{
    return !a->value && fabsf(a->y - b->y) < 0.45F * b->line->em &&
           fmaxf(a->line->box.x0, b->line->box.x0) - fminf(a->line->box.x1, b->line->box.x1) <
               b->line->em;
}

/* A word that stands for a figure, close to other characters at its height: of a drawn out label. */
static void check_words(struct pdf_atom *atoms, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct pdf_atom *a = &atoms[i];
        if (a->value && a->line->words[0]->wide && !a->line->words[0]->number &&
            ((i > 0 && touches(a - 1, a)) || (i + 1 < n && touches(a + 1, a))))
            a->value = false;
    }
}

/* What is counted in a table; the 年 of a date is not. */
static bool names_unit(struct str text)
{
    static const char *const units[] = { "件", "条", "项", "个", "份",   "宗",   "起",
                                         "次", "篇", "人", "元", "万元", "千元", "人次" };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_eq_c(text, units[i]))
            return true;
    return false;
}

/* A figure and its unit, apart: 12 件. */
static bool is_unit(const struct pdf_line *figure, const struct pdf_line *unit)
{
    static const float NEAR = 0.6F; /* em */
    float gap = unit->box.x0 - figure->box.x1;
    return figure->n == 1 && figure->words[0]->number && unit->n == 1 &&
           names_unit(unit->words[0]->text) && gap > 0 && gap < NEAR * unit->em &&
           unit->words == figure->words + 1 &&
           fabsf(figure->box.y0 + figure->box.y1 - unit->box.y0 - unit->box.y1) < unit->em;
}

static void join_units(struct pdf_lines *lines)
{
    size_t kept = 0;
    for (size_t i = 0; i < lines->n; i++) {
        struct pdf_line l = lines->list[i];
        if (i + 1 < lines->n && is_unit(&l, &lines->list[i + 1])) {
            l.box.x1 = lines->list[++i].box.x1;
            l.n = 2; /* its words lie side by side in memory, too */
        }
        lines->list[kept++] = l;
    }
    lines->n = kept;
}

static struct pdf_atom *make_atoms(struct pdf *pdf, struct pdf_page *page, size_t *n)
{
    const struct pdf_word **words = arena_alloc(pdf->arena, (page->word_count + 1) * sizeof *words);
    size_t count = 0;
    for (size_t i = 0; i < page->word_count; i++)
        if (!page->words[i].used)
            words[count++] = &page->words[i];
    struct pdf_lines lines = pdf_lines(pdf->arena, words, count, APART);
    join_units(&lines);
    struct pdf_atom *atoms = arena_alloc(pdf->arena, (lines.n + 1) * sizeof *atoms);
    for (size_t i = 0; i < lines.n; i++) {
        const struct pdf_line *l = &lines.list[i];
        atoms[i] = (struct pdf_atom){ .line = l,
                                      .y = (l->box.y0 + l->box.y1) / 2,
                                      .value = is_value(l),
                                      .enumerated = pdf_begins_item(l),
                                      .cell = -1 };
    }
    check_words(atoms, lines.n);
    *n = lines.n;
    return atoms;
}

void pdf_bare(struct pdf *pdf, struct pdf_page *page)
{
    size_t n = 0, end;
    struct pdf_atom *atoms = make_atoms(pdf, page, &n);
    struct level *levels = arena_alloc(pdf->arena, (n + 1) * sizeof *levels);
    size_t count = make_levels(page, atoms, n, levels);
    size_t behind = 0; /* the last table */
    for (size_t i = 0; i < count; i++)
        levels[i].framed = pdf_frame_at(page, levels[i].y) != NULL;
    for (size_t i = 0; i < count; i = end) {
        size_t first = behind;
        const struct pdf_box *frame = pdf_frame_at(page, levels[i].y);
        end = i + 1;
        if (frame) {
            while (end < count && levels[end].y < frame->y1)
                end++;
            add_table(pdf, page, &atoms[levels[i].first], levels[end - 1].end - levels[i].first);
            behind = end;
            continue;
        }
        if (!levels[i].seed)
            continue;
        reach(levels, count, atoms, i, &first, &end);
        behind = end;
        if (convincing(levels, first, end, i))
            add_table(pdf, page, &atoms[levels[first].first],
                      levels[end - 1].end - levels[first].first);
    }
}
