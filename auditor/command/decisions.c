/* decisions.c - see decisions.h. */
#include "command/decisions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "office/assess.h"
#include "score/points.h"

struct decisions_agency {
    int year;
    char *code, *name, *before;
};

static int write_result(void *user, const struct store_standing *s)
{
    struct strbuf *out = user;
    const struct store_audit *v = &s->verdict;
    struct str grade = lang_get() == LANG_EN ? v->grade_en : v->grade_zh;
    strbuf_clear(out);
    if (!v->scored) {
        strbuf_c(out, tr("没有得分", "no score"));
    } else if (v->complete) {
        points_print(out, v->score);
        if (grade.n)
            strbuf_fmt(out, tr("（%.*s）", " (%.*s)"), STR_ARG(grade));
    } else {
        strbuf_c(out, tr("未完成，", "incomplete, "));
        points_print(out, v->low);
        strbuf_c(out, "–");
        points_print(out, v->high);
    }
    return 0;
}

static int result_of(struct strbuf *out, struct desk *desk, int year, const char *code,
                     struct error *err)
{
    int64_t assessment = 0;
    int rc = assess_find(&assessment, desk->store, year, err);
    strbuf_c(out, "");
    return rc ? rc : store_standings(desk->store, assessment, str_of(code), write_result, out, err);
}

int decisions_note(struct decisions_before *before, struct desk *desk, int year,
                   const struct chosen_agency *agency, struct error *err)
{
    struct strbuf text = { 0 };
    for (size_t i = 0; i < before->n; i++)
        if (before->list[i].year == year && strcmp(before->list[i].code, agency->code) == 0)
            return 0;
    int rc = result_of(&text, desk, year, agency->code, err);
    if (rc == 0) {
        before->list = mem_grow(before->list, before->n, &before->cap, sizeof *before->list);
        before->list[before->n++] =
            (struct decisions_agency){ year, mem_strdup(agency->code), mem_strdup(agency->agency),
                                       strbuf_take(&text) };
    }
    strbuf_free(&text);
    return rc;
}

int decisions_show(struct decisions_before *before, struct desk *desk, struct date today,
                   struct error *err)
{
    struct strbuf after = { 0 };
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < before->n; i++) {
        const struct decisions_agency *a = &before->list[i];
        bool fresh = false;
        rc = desk_turn(desk, a->year, err);
        if (rc == 0)
            rc = assess_again(&fresh, desk->store, desk->office, desk->setup, a->year,
                              str_of(a->code), today, err);
        if (rc == 0 && fresh)
            rc = result_of(&after, desk, a->year, a->code, err);
        struct strbuf name = { 0 };
        log_safe(&name, str_of(a->name));
        if (rc == 0 && fresh)
            printf(tr("%s %d：%s → %s\n", "%s %d: %s → %s\n"), name.p, a->year, a->before, after.p);
        else if (rc == 0)
            printf(tr("%s %d：%s → 已记录；规则、评分细则或程序有改动，请运行 auditor assess %d\n",
                      "%s %d: %s → recorded; rules, profile or program changed: run auditor assess "
                      "%d\n"),
                   name.p, a->year, a->before, a->year);
        strbuf_free(&name);
    }
    strbuf_free(&after);
    return rc;
}

void decisions_free(struct decisions_before *before)
{
    for (size_t i = 0; i < before->n; i++) {
        free(before->list[i].code);
        free(before->list[i].name);
        free(before->list[i].before);
    }
    free(before->list);
    *before = (struct decisions_before){ 0 };
}

int decisions_agency(struct chosen *out, struct desk *desk, int year, const char *name)
{
    struct error err = { 0 };
    int rc = chosen_find(out, desk->store, year, name, &err);
    if (rc == 0 && out->n != 1)
        rc = error_set(&err, ERR_USAGE, tr("请指明一个机关", "name one agency"));
    return rc ? cli_fail(&err) : 0;
}
