/* applies.c - see applies.h. */
#include "engine/applies.h"

#include <string.h>

#include "engine/dossier.h"
#include "recognise/form.h"

static struct str said(struct arena *arena, const char *before, const char *message)
{
    return arena_fmt(arena, "%s%s", before, message);
}

void applies_fault(struct bind *b, struct outcome *o, const char *code,
                   const struct audit_text *fault)
{
    struct outcome_open *open = outcome_add_open(o);
    o->broke = true;
    if (!open) { /* the list is full: the error takes the place of its last entry */
        open = &o->open[o->open_count - 1];
        *open = (struct outcome_open){ .order = open->order };
    }
    open->error = true;
    open->reason.code = str_of(code);
    if (o->rule->info.gap) {
        open->reason.message = *fault;
    } else {
        open->reason.message.in[LANG_ZH] = said(b->arena, "规则执行出错：", fault->in[LANG_ZH].p);
        open->reason.message.in[LANG_EN] =
            said(b->arena, "the rule failed: ", fault->in[LANG_EN].p);
    }
    open->reason.cause = str_of("");
    outcome_keep_place(&open->reason.place, b->arena);
}

static void fix(struct bind *b, struct outcome *o, enum audit_state state, const char *code,
                struct audit_text message)
{
    o->fixed = state;
    o->reason = arena_alloc(b->arena, sizeof *o->reason);
    o->reason->code = str_of(code);
    o->reason->message = message;
    o->reason->cause = str_of("");
    outcome_keep_place(&o->reason->place, b->arena);
}

static bool holds_for(const struct rule_info *info, const struct report *r)
{
    for (size_t i = 0; i < info->form_count; i++)
        if (form_is_like(r->forms, r->form, info->forms[i]))
            return true;
    return info->form_count == 0;
}

static void undecided(struct bind *b, struct outcome *o, const char *code,
                      struct audit_text message, const char *const *causes)
{
    struct outcome_open *open = outcome_add_open(o);
    open->reason.code = str_of(code);
    open->reason.message = message;
    open->reason.cause = str_of("");
    for (; *causes; causes++)
        open->cause.rules[open->cause.count++] = str_of(*causes);
    open->cause.anywhere = true;
    outcome_keep_place(&open->reason.place, b->arena);
}

/* What holds for rules of all scopes before anything is looked at. */
static bool may_run(struct bind *b, const struct rule *rule, const struct rule_choice *choice,
                    struct outcome *o)
{
    const struct rule_info *info = &rule->info;
    if (info->gap) /* whatever the profile selects: what is missing is not known */
        applies_fault(b, o, "pack-refused", &info->load_fault);
    else if (choice && choice->selected && !choice->selected(choice->user, info->id))
        fix(b, o, STATE_NOTSELECTED, "not-selected",
            outcome_text("评分细则没有选用", "not selected by the profile"));
    else
        return true;
    return false;
}

static bool form_allows(struct bind *b, const struct rule_info *info, struct outcome *o)
{
    static const char *const no_form[] = { "identity.title", "identity.year", NULL };
    const struct report *r = b->report;
    if (info->form_count && !r->form && r->kind == REPORT_ANNUAL)
        undecided(b, o, "form-unknown",
                  outcome_text("不知道报告年度，无法确定适用的格式",
                               "without the report year no form can be chosen"),
                  no_form);
    else if (info->form_count && (!r->form || !holds_for(info, r)))
        fix(b, o, STATE_NOTAPPLICABLE, "form",
            outcome_text("本年度的格式没有这项要求", "the form of this year has no such duty"));
    else
        return true;
    return false;
}

static struct audit_text one_carrier(void)
{
    return outcome_text("只收到一份文件，没有同一报告的其他文件可比",
                        "it came in as one file only: there is no other to compare it with");
}

/* Whether the rule can be run on this report; otherwise its outcome is written. */
bool applies_report(struct bind *b, const struct rule *rule, const struct rule_choice *choice,
                    struct outcome *o)
{
    const struct rule_info *info = &rule->info;
    if (!may_run(b, rule, choice, o))
        return false;
    if (info->scope == SCOPE_CARRIERS)
        fix(b, o, STATE_NOTAPPLICABLE, "one-carrier", one_carrier());
    else if (info->scope != SCOPE_DOCUMENT)
        fix(b, o, STATE_NOTSELECTED, "scope",
            outcome_text("需要其他年度或其他机关的年报",
                         "needs reports of other years or agencies"));
    else if (info->load_error.n)
        applies_fault(b, o, "broken-rule", &info->load_fault);
    else if (b->report->kind != REPORT_ANNUAL && !info->any_document)
        fix(b, o, STATE_NOTAPPLICABLE, "not-a-report",
            outcome_text("文件不是年度报告", "the document is no annual report"));
    else
        return form_allows(b, info, o);
    return false;
}

/* A rule that compares the report of the year needs one. */
static bool has_report(struct bind *b, const struct dossier *dossier, struct outcome *o)
{
    static const char *const no_cause[] = { NULL };
    switch (dossier->received) {
    case DOSSIER_REPORT:
        return true;
    case DOSSIER_UNREADABLE:
        undecided(b, o, "unreadable",
                  outcome_text("文件无法读取，未检查", "the file could not be read: not checked"),
                  no_cause);
        return false;
    case DOSSIER_OTHER:
        fix(b, o, STATE_NOTAPPLICABLE, "not-a-report",
            outcome_text("文件不是年度报告", "the document is no annual report"));
        return false;
    case DOSSIER_OTHER_YEAR:
        fix(b, o, STATE_NOTAPPLICABLE, "other-year",
            outcome_text("收到的是其他年度的报告", "the report that came in is of another year"));
        return false;
    default:
        fix(b, o, STATE_NOTAPPLICABLE, "no-report",
            outcome_text("本年度没有报告", "there is no report of the year"));
        return false;
    }
}

/* What was stored of an earlier year and cannot be read again leaves its part of the duty open. */
static void note_lost_years(struct bind *b, const struct dossier *dossier, struct outcome *o)
{
    static const char *const no_cause[] = { NULL };
    for (size_t i = 0; i < dossier->past_count; i++) {
        if (dossier->past[i].report)
            continue;
        int year = dossier->past[i].year;
        struct audit_text text;
        text.in[LANG_ZH] = arena_fmt(
            b->arena, "%d年度存档的报告已不能读取，请重新运行 auditor assess %d", year, year);
        text.in[LANG_EN] = arena_fmt(
            b->arena, "the stored report of %d cannot be read again: run auditor assess %d", year,
            year);
        undecided(b, o, "snapshot", text, no_cause);
    }
}

/* One file of a report is judged with the others: the one that counts. Those that cannot be read leave their
 * part of the duty open. */
static bool has_carriers(struct bind *b, const struct dossier *dossier, struct outcome *o)
{
    static const char *const no_cause[] = { NULL };
    struct audit_text text;
    if (dossier->official.n) {
        text.in[LANG_ZH] = arena_fmt(b->arena, "同一报告以 %.*s 为准，差异列在该文件下",
                                     STR_ARG(dossier->official));
        text.in[LANG_EN] =
            arena_fmt(b->arena, "of this report %.*s counts: differences are listed there",
                      STR_ARG(dossier->official));
        fix(b, o, STATE_NOTAPPLICABLE, "other-carrier", text);
        return false;
    }
    if (dossier->carrier_count == 0) {
        fix(b, o, STATE_NOTAPPLICABLE, "one-carrier", one_carrier());
        return false;
    }
    for (size_t i = 0; i < dossier->carrier_count; i++) {
        if (dossier->carriers[i].report)
            continue;
        struct str path = dossier->carriers[i].document;
        text.in[LANG_ZH] = arena_fmt(b->arena, "同一报告的 %.*s 无法读取，未比较", STR_ARG(path));
        text.in[LANG_EN] = arena_fmt(
            b->arena, "%.*s of the same report cannot be read: not compared", STR_ARG(path));
        undecided(b, o, "carrier-unreadable", text, no_cause);
    }
    return true;
}

bool applies_dossier(struct bind *b, const struct rule *rule, const struct rule_choice *choice,
                     const struct dossier *dossier, struct outcome *o)
{
    const struct rule_info *info = &rule->info;
    if (!may_run(b, rule, choice, o))
        return false;
    if (info->load_error.n) {
        applies_fault(b, o, "broken-rule", &info->load_fault);
        return false;
    }
    if (!info->any_document && (!has_report(b, dossier, o) || !form_allows(b, info, o)))
        return false;
    if (info->scope == SCOPE_CARRIERS)
        return has_carriers(b, dossier, o);
    if (info->scope == SCOPE_AGENCY)
        note_lost_years(b, dossier, o);
    return true;
}

/* A table that the rule needs is not there: the finding on its absence explains it. */
bool applies_needs(struct bind *b, const struct rule *rule, struct outcome *o)
{
    static const char *const causes[] = { "structure.table-missing", "structure.table-image",
                                          "structure.table-form", NULL };
    for (size_t i = 0; i < rule->need_count; i++) {
        const struct report_table *t = report_table(b->report, rule->needs[i]);
        if (t && t->present)
            continue;
        if (!t) {
            fix(b, o, STATE_NOTAPPLICABLE, "no-such-table",
                outcome_text("本年度的格式没有这张表", "the form of this year has no such table"));
            return false;
        }
        if (t->torn)
            undecided(b, o, "table-torn",
                      outcome_text("所需的表格有项目名称，但单元格分不开，没有检查",
                                   "labels of the table that it needs are there, but its cells "
                                   "cannot be told apart: not checked"),
                      &causes[3]);
        else
            undecided(b, o, "table-missing",
                      outcome_text("所需的表格不在文中", "the table that it needs is not there"),
                      causes);
        struct outcome_open *open = &o->open[o->open_count - 1];
        open->reason.place.table = t->layout->key;
        open->reason.place.section = t->layout->section;
        outcome_keep_place(&open->reason.place, b->arena);
        open->cause.anywhere = false;
        open->cause.place = open->reason.place;
        return false;
    }
    return true;
}

static struct audit_text of_pack(struct arena *arena, const char *zh, const char *en,
                                 struct str pack)
{
    struct audit_text text;
    text.in[LANG_ZH] = arena_fmt(arena, "规则包 %.*s %s", STR_ARG(pack), zh);
    text.in[LANG_EN] = arena_fmt(arena, "the pack %.*s %s", STR_ARG(pack), en);
    return text;
}

/* What the packs say about the rule for this report; false when it is not run. */
bool applies_packs(struct bind *b, const struct slot *slot, int year, struct slot_view *view,
                   struct outcome *o)
{
    slot_look(view, slot, year);
    o->rule = view->rule ? view->rule : slot_last(slot);
    o->override_count = view->override_count;
    o->overrides = arena_alloc(b->arena, (view->override_count + 1) * sizeof *o->overrides);
    memcpy(o->overrides, view->overrides, view->override_count * sizeof *view->overrides);
    if (view->deselected)
        fix(b, o, STATE_NOTSELECTED, "deselected",
            of_pack(b->arena, "不选用这条规则", "deselects this rule",
                    view->deselected->info.name));
    else if (!view->rule)
        fix(b, o, STATE_NOTAPPLICABLE, "pack-years",
            of_pack(b->arena, "不适用于这个报告年度", "is not for this report year",
                    o->rule->info.pack));
    return view->rule && !view->deselected;
}
