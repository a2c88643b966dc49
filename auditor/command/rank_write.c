/* rank_write.c - see rank_write.h. */
#include "command/rank_write.h"

#include <string.h>

#include "command/layout.h"
#include "command/rank_text.h"

enum { PART = 256 }; /* rows a call of the layout */

struct rank_writer {
    struct outlets *outlets;
    const struct ranking *ranking;
    cJSON *head;
    enum ranking_list list; /* that is being written */
    size_t rows;            /* of it, or of the part */
    cJSON *groups, *group;  /* of the part */
    struct strbuf scratch;
};

static int json_row(void *user, cJSON *row, struct error *err)
{
    struct rank_writer *w = user;
    (void)err;
    strbuf_c(&w->scratch, w->rows++ ? ",\n" : "\n");
    layout_value(&w->scratch, row);
    outlets_write(w->outlets, OUTPUT_JSON, &w->scratch);
    cJSON_Delete(row);
    return 0;
}

static int json_group(struct rank_writer *w, size_t number, struct error *err)
{
    static const enum ranking_list by_name[] = { RANKING_INCOMPLETE, RANKING_MISSING,
                                                 RANKING_NOTDUE, RANKING_NOTSCORED,
                                                 RANKING_RANKED };
    cJSON *group = ranking_group(w->ranking, number);
    int rc = 0;
    strbuf_c(&w->scratch, number ? ",\n{" : "\n{");
    for (size_t i = 0; rc == 0 && i < sizeof by_name / sizeof *by_name; i++) {
        if (by_name[i] == RANKING_NOTDUE) {
            strbuf_c(&w->scratch, "\"name\":");
            layout_value(&w->scratch, cJSON_GetObjectItemCaseSensitive(group, "name"));
            strbuf_char(&w->scratch, ',');
        }
        strbuf_fmt(&w->scratch, "\"%s\":[", ranking_list_name(by_name[i]));
        w->rows = 0;
        rc = ranking_rows(w->ranking, number, by_name[i], SIZE_MAX, json_row, w, err);
        strbuf_c(&w->scratch, "],");
    }
    strbuf_c(&w->scratch, "\"statistics\":");
    layout_value(&w->scratch, cJSON_GetObjectItemCaseSensitive(group, "statistics"));
    strbuf_char(&w->scratch, '}');
    cJSON_Delete(group);
    return rc;
}

static int write_json(struct rank_writer *w, struct error *err)
{
    int rc = 0;
    strbuf_char(&w->scratch, '{');
    layout_members(&w->scratch, w->head, "groups", true);
    strbuf_c(&w->scratch, "\"groups\":[");
    for (size_t i = 0; rc == 0 && i < ranking_groups(w->ranking); i++)
        rc = json_group(w, i, err);
    strbuf_char(&w->scratch, ']');
    layout_members(&w->scratch, w->head, "groups", false);
    strbuf_c(&w->scratch, "}\n");
    outlets_write(w->outlets, OUTPUT_JSON, &w->scratch);
    return rc;
}

static int text_row(void *user, cJSON *row, struct error *err)
{
    struct rank_writer *w = user;
    (void)err;
    rank_text_row(&w->scratch, w->list, row);
    outlets_write(w->outlets, OUTPUT_TEXT, &w->scratch);
    cJSON_Delete(row);
    return 0;
}

static int write_text(struct rank_writer *w, struct error *err)
{
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < ranking_groups(w->ranking); i++) {
        cJSON *group = ranking_group(w->ranking, i);
        rank_text_group(&w->scratch, group);
        cJSON_Delete(group);
        for (w->list = 0; rc == 0 && w->list < RANKING_LISTS; w->list++)
            rc = ranking_rows(w->ranking, i, w->list, SIZE_MAX, text_row, w, err);
        strbuf_char(&w->scratch, '\n');
    }
    rank_text_unmatched(&w->scratch, cJSON_GetObjectItemCaseSensitive(w->head, "unmatched_near"));
    outlets_write(w->outlets, OUTPUT_TEXT, &w->scratch);
    return rc;
}

static int flush_part(struct rank_writer *w, bool last, struct error *err)
{
    cJSON *model = cJSON_CreateObject();
    cJSON *item;
    cJSON_AddItemToObject(model, "groups", w->groups);
    cJSON_AddBoolToObject(model, "last", last);
    cJSON_ArrayForEach(item, w->head)
        if (last || strcmp(item->string, "unmatched") != 0)
            cJSON_AddItemReferenceToObject(model, item->string, item);
    if (!last)
        cJSON_AddArrayToObject(model, "unmatched");
    int rc = outlets_tables(w->outlets, model, err);
    cJSON_Delete(model);
    w->groups = cJSON_CreateArray();
    w->group = NULL;
    w->rows = 0;
    return rc;
}

static cJSON *part_group(struct rank_writer *w, size_t number)
{
    cJSON *group = ranking_group(w->ranking, number);
    for (int list = 0; list < RANKING_LISTS; list++)
        cJSON_AddArrayToObject(group, ranking_list_name(list));
    cJSON_AddItemToArray(w->groups, group);
    return group;
}

struct part_list {
    struct rank_writer *writer;
    size_t group;
};

static int part_row(void *user, cJSON *row, struct error *err)
{
    const struct part_list *list = user;
    struct rank_writer *w = list->writer;
    if (!w->group)
        w->group = part_group(w, list->group);
    cJSON_AddItemToArray(cJSON_GetObjectItemCaseSensitive(w->group, ranking_list_name(w->list)),
                         row);
    return ++w->rows == PART ? flush_part(w, false, err) : 0;
}

static int write_tables(struct rank_writer *w, struct error *err)
{
    struct part_list part = { w, 0 };
    int rc = 0;
    w->rows = 0;
    w->groups = cJSON_CreateArray();
    for (; rc == 0 && part.group < ranking_groups(w->ranking); part.group++) {
        w->group = NULL;
        for (w->list = 0; rc == 0 && w->list < RANKING_LISTS; w->list++)
            rc = ranking_rows(w->ranking, part.group, w->list, SIZE_MAX, part_row, &part, err);
    }
    if (rc == 0)
        rc = flush_part(w, true, err);
    cJSON_Delete(w->groups);
    return rc;
}

static int write_page(struct rank_writer *w, struct error *err)
{
    cJSON *model = NULL;
    int rc = ranking_page(&model, w->ranking, err);
    if (rc == 0)
        rc = outlets_page(w->outlets, model, err);
    cJSON_Delete(model);
    return rc;
}

int rank_write(struct outlets *outlets, const struct ranking *ranking, struct error *err)
{
    struct rank_writer w = { .outlets = outlets,
                             .ranking = ranking,
                             .head = ranking_head(ranking) };
    int rc = 0;
    if (outlets_want(outlets, OUTPUT_JSON))
        rc = write_json(&w, err);
    if (rc == 0 && outlets_want(outlets, OUTPUT_TEXT))
        rc = write_text(&w, err);
    if (rc == 0 && outlets_want_tables(outlets))
        rc = write_tables(&w, err);
    if (rc == 0 && outlets_want(outlets, OUTPUT_HTML))
        rc = write_page(&w, err);
    cJSON_Delete(w.head);
    strbuf_free(&w.scratch);
    return rc;
}
