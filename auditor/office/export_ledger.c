/* export_ledger.c - see export_ledger.h. */
#include "office/export_ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { OWNER, POSITION, FIRST_KEY };

/* Behind owner and position: the keys of an entry. A list is joined, a bilingual text told apart by language. */
static const struct store_column keys[] = {
    { "amount", STORE_POINTS, { "扣去的分", "points taken" } },
    { "basis", STORE_TEXT, { "依据", "articles" } },
    { "count", STORE_NUMBER, { "处数", "how many" } },
    { "fingerprints", STORE_TEXT, { "问题指纹", "fingerprints of the findings" } },
    { "group", STORE_TEXT, { "指标分组", "group of the indicator" } },
    { "indicator", STORE_TEXT, { "指标编号", "id of the indicator" } },
    { "kind", STORE_TEXT, { "种类", "kind of the entry" } },
    { "limit", STORE_TEXT, { "封顶方式", "what limited it" } },
    { "name", STORE_TEXT, { "指标名称", "name of the indicator" } },
    { "note_en", STORE_TEXT, { "说明（英文）", "note, English" } },
    { "note_zh", STORE_TEXT, { "说明", "note, Chinese" } },
    { "rule", STORE_TEXT, { "规则", "rule" } },
    { "unit", STORE_POINTS, { "每处分值", "points each" } },
    { "waiver", STORE_TEXT, { "免扣决定", "the decision that spares it" } },
};

enum { KEYS = sizeof keys / sizeof *keys };

void export_ledger_init(struct export_ledger *out, const char *owner)
{
    struct strbuf name = { 0 };
    strbuf_fmt(&name, "%s_ledger", owner);
    *out = (struct export_ledger){ .name = strbuf_take(&name) };
    out->columns[OWNER] =
        (struct store_column){ owner, STORE_NUMBER, { "所属结果的编号", "number of its result" } };
    out->columns[POSITION] = (struct store_column){ "position", STORE_NUMBER, { "次序", "order" } };
    memcpy(&out->columns[FIRST_KEY], keys, sizeof keys);
    out->table = (struct store_table){ out->name,
                                       { "扣分账：满分减去各笔之和等于得分",
                                         "ledger: the maximum less all amounts is the score" },
                                       out->columns,
                                       FIRST_KEY + KEYS };
}

void export_ledger_free(struct export_ledger *ledger)
{
    free(ledger->name);
}

static void join(struct strbuf *out, const cJSON *list)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list) {
        strbuf_c(out, out->n ? "; " : "");
        strbuf_c(out, cJSON_IsString(item) ? item->valuestring : "");
    }
}

static const cJSON *value_of(const cJSON *entry, const char *key)
{
    if (strncmp(key, "note_", 5) == 0)
        return cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(entry, "note"),
                                                key + 5);
    return cJSON_GetObjectItemCaseSensitive(entry, key);
}

static void take(struct store_value *out, struct strbuf *joined, const struct store_column *column,
                 const cJSON *entry)
{
    const cJSON *item = value_of(entry, column->name);
    if (cJSON_IsArray(item)) {
        join(joined, item);
        out->text = strbuf_view(joined);
    } else if (cJSON_IsString(item)) {
        out->text = str_of(item->valuestring);
    } else if (cJSON_IsNumber(item)) {
        double value = item->valuedouble * (column->kind == STORE_POINTS ? 1000 : 1);
        out->number = (int64_t)(value < 0 ? value - 0.5 : value + 0.5);
    } else {
        out->null = true;
    }
}

static void one_entry(struct export_table *t, int64_t owner, int64_t position, const cJSON *entry)
{
    struct store_value values[FIRST_KEY + KEYS] = { 0 };
    struct strbuf joined[KEYS] = { 0 };
    values[OWNER].number = owner;
    values[POSITION].number = position;
    for (size_t i = 0; i < KEYS; i++)
        take(&values[FIRST_KEY + i], &joined[i], &keys[i], entry);
    export_table_row(t, values);
    for (size_t i = 0; i < KEYS; i++)
        strbuf_free(&joined[i]);
}

/* Of a result, the ledger alone is parsed: it stands near the beginning. */
static cJSON *ledger_of(struct str result)
{
    const struct str key = STR("\"ledger\":");
    size_t at = str_find(result, key);
    if (at == SIZE_MAX)
        return NULL;
    struct str rest = str_sub(result, at + key.n, result.n);
    const char *end = NULL;
    return cJSON_ParseWithLengthOpts(rest.p, rest.n, &end, false);
}

int export_ledger_rows(struct export_table *t, int64_t owner, struct str result, struct error *err)
{
    cJSON *ledger = ledger_of(result);
    const cJSON *entry;
    int64_t position = 0;
    if (!ledger)
        return error_set(err, ERR_FORMAT,
                         tr("存储的审核结果不是有效的 JSON", "a stored result is no valid JSON"));
    cJSON_ArrayForEach(entry, cJSON_GetObjectItemCaseSensitive(ledger, "entries"))
        one_entry(t, owner, position++, entry);
    cJSON_Delete(ledger);
    return 0;
}
