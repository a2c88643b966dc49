/* rules_list.c - `auditor rules list`: the packs in use, what judges, and who changed it. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "command/rules.h"
#include "command/sinks.h"
#include "report/wrap.h"

enum { HANG = 8 }; /* where a line goes on that is too long for the terminal */

static const char *state_name(enum pack_state state)
{
    static const char *const names[] = { "used", "refused", "superseded" };
    return names[state];
}

/* As packs re-level it. */
static const char *rule_severity(const struct rule_info *r)
{
    return audit_severity_name(r->relevelled ? r->relevelled : r->severity);
}

/* Prints what was gathered and begins anew; a line that is too long for the terminal goes on below. */
static void end_line(struct strbuf *line, unsigned hang)
{
    struct strbuf out = { 0 };
    wrap_text(&out, strbuf_view(line), &(struct wrap){ .hang = hang, .width = sinks_list_width() });
    fputs(out.p, stdout);
    strbuf_free(&out);
    strbuf_clear(line);
}

/* "2027-", "2021-2026"; nothing for all years. */
static void add_years(struct strbuf *line, const struct pack_info *pack)
{
    if (!pack->first_year && !pack->last_year)
        return;
    strbuf_c(line, tr("；年度 ", "; years "));
    if (pack->first_year)
        strbuf_fmt(line, "%d", pack->first_year);
    strbuf_char(line, '-');
    if (pack->last_year)
        strbuf_fmt(line, "%d", pack->last_year);
}

static void text_pack(const struct pack_info *pack, struct strbuf *line)
{
    if (pack->state == PACK_USED && pack->rule_count == 0 && pack->form_count == 0 &&
        str_eq_c(pack->id, "office"))
        return; /* an empty folder for rules */
    strbuf_fmt(line, "%-30.*s %-8s %.*s", STR_ARG(pack->name), engine_pack_level_name(pack->level),
               STR_ARG(pack->title.in[lang_get()]));
    add_years(line, pack);
    if (pack->region.n)
        strbuf_fmt(line, "%s%.*s", tr("；地区 ", "; region "), STR_ARG(pack->region));
    for (size_t i = 0; i < pack->form_count; i++)
        strbuf_fmt(line, "%s%.*s%s", tr("；格式 ", "; form "), STR_ARG(pack->forms[i]),
                   pack->forms_were[i].n
                       ? tr("（代替原有的）", " (in place of the one that was there)")
                       : "");
    end_line(line, HANG);
    if (pack->state == PACK_USED)
        return;
    strbuf_fmt(line, "    %s%.*s",
               pack->state == PACK_REFUSED ? tr("[拒绝] ", "[refused] ")
                                           : tr("[未用] ", "[not used] "),
               STR_ARG(pack->why.in[lang_get()]));
    end_line(line, HANG);
}

static void text_overrides(const struct rule_info *r, struct strbuf *line)
{
    for (size_t i = 0; i < r->override_count; i++) {
        const struct audit_override *o = &r->overrides[i];
        const char *what =
            o->kind == OVERRIDE_REPLACED
                ? tr("%.*s 代替 %.*s 的规则", "%.*s replaces the rule of %.*s")
            : o->kind == OVERRIDE_DESELECTED
                ? tr("%.*s 不选用 %.*s 的规则", "%.*s deselects the rule of %.*s")
                : tr("%.*s 改变程度，原为 %.*s", "%.*s changes the severity, which was %.*s");
        strbuf_c(line, "    ");
        strbuf_fmt(line, what, STR_ARG(o->by), STR_ARG(o->was));
        end_line(line, HANG);
    }
}

static void list_text(const struct engine *engine)
{
    struct strbuf line = { 0 };
    printf("%s\n", tr("规则包，先载入的在前：", "Packs, in the order in which they load:"));
    for (size_t i = 0; i < engine_pack_count(engine); i++)
        text_pack(engine_pack(engine, i), &line);
    printf("\n%s\n", tr("规则：", "Rules:"));
    for (size_t i = 0; i < engine_rule_count(engine); i++) {
        const struct rule_info *r = engine_rule(engine, i);
        if (r->load_error.n)
            strbuf_fmt(&line, "%-30.*s %s %.*s", STR_ARG(r->id), tr("[出错]", "[broken]"),
                       STR_ARG(r->load_error));
        else
            strbuf_fmt(&line, "%-30.*s %-7s %.*s  %.*s", STR_ARG(r->id), rule_severity(r),
                       STR_ARG(r->pack), STR_ARG(r->title.in[lang_get()]));
        end_line(&line, HANG);
        text_overrides(r, &line);
    }
    strbuf_free(&line);
}

static void key_year(struct json *j, const char *key, int year)
{
    json_key(j, key);
    if (year)
        json_int(j, year);
    else
        json_null(j);
}

static void json_pack(struct json *j, const struct pack_info *pack)
{
    json_object(j);
    json_key(j, "forms");
    json_array(j);
    for (size_t i = 0; i < pack->form_count; i++) {
        json_object(j);
        json_key_str(j, "id", pack->forms[i]);
        json_key(j, "replaces");
        json_bool(j, pack->forms_were[i].n > 0);
        json_end_object(j);
    }
    json_end_array(j);
    json_key_str(j, "id", pack->id);
    json_key(j, "level");
    json_c(j, engine_pack_level_name(pack->level));
    json_key_str(j, "pack", pack->name);
    json_key_str(j, "reason", pack->why.in[lang_get()]);
    json_key_str(j, "region", pack->region);
    json_key(j, "rules");
    json_int(j, (int64_t)pack->rule_count);
    json_key(j, "state");
    json_c(j, state_name(pack->state));
    json_key_str(j, "title", pack->title.in[lang_get()]);
    json_key_str(j, "version", pack->version);
    json_key(j, "years");
    json_object(j);
    key_year(j, "first", pack->first_year);
    key_year(j, "last", pack->last_year);
    json_end_object(j);
    json_end_object(j);
}

static void json_overrides(struct json *j, const struct rule_info *r)
{
    json_key(j, "overrides");
    json_array(j);
    for (size_t i = 0; i < r->override_count; i++) {
        json_object(j);
        json_key_str(j, "by", r->overrides[i].by);
        json_key(j, "kind");
        json_c(j, audit_override_name(r->overrides[i].kind));
        json_key_str(j, "was", r->overrides[i].was);
        json_end_object(j);
    }
    json_end_array(j);
}

static void json_rule(struct json *j, const struct rule_info *r)
{
    json_object(j);
    json_key(j, "deselected");
    json_bool(j, r->deselected.n > 0);
    json_key_str(j, "error", r->load_error);
    json_key_str(j, "id", r->id);
    json_overrides(j, r);
    json_key_str(j, "pack", r->pack);
    json_key(j, "scope");
    json_c(j, engine_scope_name(r->scope));
    json_key(j, "severity");
    json_c(j, rule_severity(r));
    json_key_str(j, "title", r->title.in[lang_get()]);
    json_end_object(j);
}

static void list_json(const struct engine *engine)
{
    struct strbuf out = { 0 };
    struct json j;
    json_start(&j, &out);
    json_object(&j);
    json_key(&j, "packs");
    json_array(&j);
    for (size_t i = 0; i < engine_pack_count(engine); i++)
        json_pack(&j, engine_pack(engine, i));
    json_end_array(&j);
    json_key(&j, "rules");
    json_array(&j);
    for (size_t i = 0; i < engine_rule_count(engine); i++)
        json_rule(&j, engine_rule(engine, i));
    json_end_array(&j);
    json_key(&j, "schema");
    json_c(&j, "auditor/rules/1");
    json_end_object(&j);
    printf("%s\n", out.p);
    strbuf_free(&out);
}

/* The list is whole only without a pack that is refused. */
static int exit_code(const struct engine *engine)
{
    for (size_t i = 0; i < engine_pack_count(engine); i++)
        if (engine_pack(engine, i)->state == PACK_REFUSED)
            return EXIT_CONFIG;
    return EXIT_CLEAN;
}

int rules_list(const struct cli *cli, struct setup *setup)
{
    const char *format = cli_value(cli, "output");
    if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
        return cli_usage_error(
            cli, tr("rules list 的输出为 text 或 json", "rules list writes text or json"));
    if (format && strcmp(format, "json") == 0)
        list_json(setup->engine);
    else
        list_text(setup->engine);
    return exit_code(setup->engine);
}
