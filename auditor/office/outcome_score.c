/* outcome_score.c - what profile, register and persons make of a judged document: rules, parameters, score; see outcome.h. */
#include "base/mem.h"
#include "office/outcome.h"
#include "office/unchecked.h"

static bool listed(const char *const *list, struct str rule)
{
    for (; *list; list++)
        if (profile_matches(str_of(*list), rule))
            return true;
    return false;
}

static bool rule_selected(void *user, struct str rule)
{
    const struct pipeline *p = ((const struct outcome *)user)->pipeline;
    if ((p->only && !listed(p->only, rule)) || (p->skip && listed(p->skip, rule)))
        return false;
    return p->only || profile_selects(p->profile, rule);
}

static bool is_day(struct str value)
{
    return value.n == 5 && value.p[2] == '-';
}

/* A deadline in the register is that agency's own: it stands for all deadlines of the profile. */
static const char *rule_parameter(void *user, struct str rule, struct str name)
{
    const struct outcome *o = user;
    const struct pipeline *p = o->pipeline;
    const char *value = profile_parameter(p->profile, rule, name);
    const struct agency *agency =
        o->out->agency >= 0 ? &p->agencies->agencies[o->out->agency] : NULL;
    if (!agency || agency->deadline.n == 0 || !str_eq_c(rule, "publication.late"))
        return value;
    const struct rule_info *info = engine_rule_by_id(p->engine, rule);
    for (size_t i = 0; info && i < info->parameter_count; i++)
        if (str_eq(info->parameters[i].name, name) &&
            is_day(value ? str_of(value) : info->parameters[i].value))
            return agency->deadline.p;
    return value;
}

/* What was filled in by a decision comes behind what the file gave: the last one counts. */
static void add_fills(struct input *input, const struct outcome *o)
{
    size_t n = input->fill_count + o->decided->fill_count;
    struct input_fill *all = arena_alloc(o->out->arena, (n + 1) * sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i] = i < input->fill_count ? input->fills[i] : o->decided->fills[i - input->fill_count];
    input->fills = all;
    input->fill_count = n;
}

/* Of which kind and group the agency is: rows of a sheet may be for some only. `with` decisions of persons. */
static struct input score_input(const struct outcome *o, bool with)
{
    const struct pipeline *p = o->pipeline;
    enum report_level known = o->dossier ? o->dossier->level : LEVEL_UNKNOWN;
    struct input input = { .level = o->report ? o->report->level : known,
                           .missing = o->out->missing };
    if (o->out->agency >= 0)
        input.group = p->agencies->agencies[o->out->agency].group;
    if (o->dossier) /* what was given is the agency's, not a document's */
        given_take(p->given, o->out->agency, &input);
    if (o->decided && o->decided->fill_count)
        add_fills(&input, o);
    if (o->decided && with) {
        input.waivers = o->decided->waivers;
        input.waiver_count = o->decided->waiver_count;
        input.accepted = o->decided->accepted;
    }
    return input;
}

struct rule_choice outcome_choice(struct outcome *o)
{
    return (struct rule_choice){ rule_selected, rule_parameter, o };
}

/* Without a score it is still known how many duties there are. */
static void count_duties(struct outcome *o)
{
    const struct pipeline *p = o->pipeline;
    struct input input = score_input(o, true);
    (void)score_audit(&o->score, p->engine, p->model, p->profile, o->audit, &input, false, NULL);
}

void outcome_unchecked(struct outcome *o)
{
    const struct pipeline *p = o->pipeline;
    struct rule_choice choice = outcome_choice(o);
    if (!p->model)
        return;
    o->audit = unchecked_audit(p->engine, &choice,
                               o->out->operational ? UNCHECKED_BROKE : UNCHECKED_UNREADABLE);
    score_add_missing(o->audit, p->profile, p->engine);
    count_duties(o);
}

/* What the result would be if nobody had decided anything. */
static int score_without(struct outcome *o, struct error *err)
{
    const struct pipeline *p = o->pipeline;
    struct input input = score_input(o, false);
    struct check_decisions *all = &o->decided->all;
    struct score *s = NULL;
    int rc = score_audit(&s, p->engine, p->model, p->profile, o->audit, &input, true, err);
    if (rc)
        return rc;
    all->complete = s->complete;
    all->score = s->score;
    all->low = s->low;
    all->high = s->high;
    for (int lang = 0; s->grade && lang < LANG_COUNT; lang++)
        all->grade.in[lang] = arena_str(o->out->arena, s->grade->name.in[lang]);
    score_free(s);
    return 0;
}

static int score(struct outcome *o, struct error *err)
{
    const struct pipeline *p = o->pipeline;
    struct input input = score_input(o, true);
    int rc = score_audit(&o->score, p->engine, p->model, p->profile, o->audit, &input, true, err);
    if (rc == 0 && o->decided && o->decided->all.counted)
        rc = score_without(o, err);
    return rc;
}

void outcome_score(struct outcome *o, bool whole)
{
    struct error err = { 0 };
    if (!whole) {
        if (o->decided)
            o->decided->all.counted = false;
        count_duties(o);
    } else if (score(o, &err) != 0) {
        o->score_failed = true;
        outcome_explain(o, &err, score);
        count_duties(o);
    }
}
