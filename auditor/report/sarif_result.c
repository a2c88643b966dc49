/* sarif_result.c - one result with its places; see sarif_work.h. Keys are written in byte order. */
#include <ctype.h>
#include <string.h>

#include "base/json_read.h"
#include "report/check_decision.h"
#include "report/sarif_work.h"
#include "report/text.h"

const char *sarif_level(const char *severity)
{
    if (strcmp(severity, "veto") == 0 || strcmp(severity, "major") == 0)
        return "error";
    return strcmp(severity, "advice") == 0 ? "note" : "warning";
}

void sarif_uri(struct strbuf *out, struct str path)
{
    static const char hex[] = "0123456789ABCDEF";
    if (path.n && path.p[0] == '/')
        strbuf_c(out, "file://");
    while (str_starts(path, STR("./")) && path.n > 2)
        path = str_sub(path, 2, path.n);
    for (size_t i = 0; i < path.n; i++) {
        unsigned char c = (unsigned char)path.p[i];
        if (c < 0x80 && (isalnum(c) || strchr("-._~/", c))) {
            strbuf_char(out, (char)c);
        } else {
            strbuf_char(out, '%');
            strbuf_char(out, hex[c >> 4]);
            strbuf_char(out, hex[c & 15]);
        }
    }
}

static void key_text(struct json *j, const char *key, const cJSON *object)
{
    const char *text = json_string(object, key);
    if (text[0]) {
        json_key(j, key);
        json_c(j, text);
    }
}

/* requests/total/all: what the place is called by its keys, which stay when lines move. */
static void logical(struct json *j, const cJSON *place)
{
    const char *table = json_string(place, "table");
    const char *row = json_string(place, "row");
    const char *column = json_string(place, "column");
    const char *section = json_string(place, "section");
    const char *kind = !table[0]             ? "section"
                       : row[0] && column[0] ? "cell"
                       : row[0]              ? "row"
                                             : "table";
    struct strbuf name = { 0 };
    if (!table[0] && !section[0])
        return;
    strbuf_fmt(&name, "%s", table[0] ? table : section);
    if (table[0] && row[0])
        strbuf_fmt(&name, "/%s", row);
    if (table[0] && column[0])
        strbuf_fmt(&name, "%s/%s", row[0] ? "" : "/*", column);
    json_key(j, "logicalLocations");
    json_array(j);
    json_object(j);
    json_key(j, "fullyQualifiedName");
    json_str(j, strbuf_view(&name));
    json_key(j, "kind");
    json_c(j, strcmp(kind, "table") == 0 && column[0] ? "column" : kind);
    json_end_object(j);
    json_end_array(j);
    strbuf_free(&name);
}

static void region(struct json *j, const cJSON *place)
{
    const cJSON *line = json_member(place, "line");
    if (!cJSON_IsNumber(line))
        return;
    json_key(j, "region");
    json_object(j);
    if (json_string(place, "quote")[0])
        sarif_message(j, "snippet", json_string(place, "quote"));
    json_key(j, "startLine");
    json_int(j, line->valueint);
    json_end_object(j);
}

void sarif_location(struct json *j, const cJSON *place, const struct sarif_where *where, int id)
{
    struct strbuf text = { 0 };
    json_object(j);
    if (id >= 0) {
        json_key(j, "id");
        json_int(j, id);
    }
    if (cJSON_IsObject(place)) {
        logical(j, place);
        text_report_place(&text, place, where->form);
        sarif_message(j, "message", text.p);
        strbuf_clear(&text);
    }
    json_key(j, "physicalLocation");
    json_object(j);
    json_key(j, "artifactLocation");
    json_object(j);
    const char *document =
        json_string(place, "document"); /* another one of the inbox, not listed */
    if (document[0]) {
        strbuf_c(&text, "inbox/");
        sarif_uri(&text, str_of(document));
    } else {
        json_key(j, "index");
        json_int(j, (int64_t)where->artifact);
        sarif_uri(&text, where->path);
    }
    json_key(j, "uri");
    json_str(j, strbuf_view(&text));
    json_end_object(j);
    if (cJSON_IsObject(place))
        region(j, place);
    json_end_object(j);
    json_end_object(j);
    strbuf_free(&text);
}

static void properties(struct json *j, const struct sarif_item *item)
{
    const cJSON *law;
    json_key(j, "properties");
    json_object(j);
    json_key(j, "basis");
    json_array(j);
    cJSON_ArrayForEach(law, json_member(item->item, "basis"))
        json_c(j, law->valuestring);
    json_end_array(j);
    key_text(j, "cause", item->item);
    key_text(j, "code", item->item);
    key_text(j, "expected", item->item);
    key_text(j, "formula", item->item);
    key_text(j, "found", item->item);
    key_text(j, "pack", item->result);
    key_text(j, "remedy", item->item);
    key_text(j, "severity", item->item);
    key_text(j, "state", item->result);
    json_end_object(j);
}

static void related(struct json *j, const struct sarif_item *item, const struct sarif_where *where)
{
    const cJSON *evidence = json_member(item->item, "evidence");
    int n = cJSON_GetArraySize(evidence);
    if (n < 2)
        return;
    json_key(j, "relatedLocations");
    json_array(j);
    for (int i = 1; i < n; i++)
        sarif_location(j, cJSON_GetArrayItem(evidence, i), where, i);
    json_end_array(j);
}

/* What a person decided about a finding, and what became of that. */
static const char *suppression_status(const cJSON *decision)
{
    static const char *const kinds[][2] = {
        { "dismiss", "accepted" },
        { "waive", "accepted" },
        { "appeal", "underReview" },
        { "uphold", "rejected" },
    };
    bool holds = strcmp(json_string(decision, "effect"), "holds") == 0;
    for (size_t i = 0; holds && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(json_string(decision, "kind"), kinds[i][0]) == 0)
            return kinds[i][1];
    return NULL;
}

/* "免扣：系统迁移（张三，2024-02-03T09:30:00+08:00，政公开〔2024〕3号）" */
static void suppression(struct json *j, const cJSON *decision, const char *status)
{
    enum decision_kind kind;
    struct strbuf text = { 0 };
    const char *number = json_string(decision, "document");
    if (decision_kind_parse(&kind, str_of(json_string(decision, "kind"))))
        strbuf_c(&text, decision_kind_label(kind));
    strbuf_fmt(&text, tr("：%s（%s，%s%s%s）", ": %s (%s, %s%s%s)"),
               json_string(decision, "reason"), json_string(decision, "by"),
               json_string(decision, "at"), number[0] ? tr("，", ", ") : "", number);
    json_object(j);
    json_key(j, "justification");
    json_str(j, strbuf_view(&text));
    json_key(j, "kind");
    json_c(j, "external");
    json_key(j, "status");
    json_c(j, status);
    json_end_object(j);
    strbuf_free(&text);
}

/* Where decisions are known an empty list says that there is none. */
static void suppressions(struct json *j, const struct sarif_item *item,
                         const struct sarif_where *where)
{
    const cJSON *decision;
    const char *fingerprint = json_string(item->item, "fingerprint");
    if (!where->decisions)
        return;
    json_key(j, "suppressions");
    json_array(j);
    cJSON_ArrayForEach(decision, where->decisions) {
        const char *status = suppression_status(decision);
        if (status && fingerprint[0] &&
            strcmp(json_string(decision, "fingerprint"), fingerprint) == 0 &&
            strcmp(json_string(decision, "rule"), json_string(item->result, "rule")) == 0)
            suppression(j, decision, status);
    }
    json_end_array(j);
}

void sarif_result(struct json *j, struct sarif *s, const struct sarif_item *item,
                  const struct sarif_where *where)
{
    const char *rule = json_string(item->result, "rule");
    const char *message = json_string(item->item, "message");
    json_object(j);
    json_key(j, "kind");
    json_c(j, item->kind);
    json_key(j, "level");
    json_c(j, item->level);
    json_key(j, "locations");
    json_array(j);
    sarif_location(j, item->place, where, -1);
    json_end_array(j);
    sarif_message(j, "message", message[0] ? message : json_string(item->result, "state"));
    if (json_string(item->item, "fingerprint")[0]) {
        json_key(j, "partialFingerprints");
        json_object(j);
        json_key(j, "auditorFingerprint/v1");
        json_c(j, json_string(item->item, "fingerprint"));
        json_end_object(j);
    }
    properties(j, item);
    related(j, item, where);
    json_key(j, "ruleId");
    json_c(j, rule);
    json_key(j, "ruleIndex");
    json_int(j, (int64_t)sarif_rule(s, rule));
    suppressions(j, item, where);
    json_end_object(j);
}
