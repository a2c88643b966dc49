/* report.c - what can be asked of a recognised report; see report.h. */
#include "recognise/report.h"

#include <stdlib.h>

static const char *const kind_names[] = { "annual-report", "collection", "other" };
static const char *const level_names[] = { "unknown",  "province",   "city", "county",
                                           "township", "department", "zone" };
static const char *const source_names[] = { "meta", "table",     "byline",
                                            "page", "signature", "written" };
static const char *const cell_names[] = { NULL, "number", "blank", "dash", "text", "unreadable" };

const char *report_kind_name(enum report_kind kind)
{
    return kind_names[kind];
}

const char *report_level_name(enum report_level level)
{
    return level_names[level];
}

enum report_level report_level_parse(struct str name, bool *ok)
{
    for (size_t i = 0; i < sizeof level_names / sizeof *level_names; i++) {
        if (str_eq_c(name, level_names[i])) {
            *ok = true;
            return (enum report_level)i;
        }
    }
    *ok = false;
    return LEVEL_UNKNOWN;
}

enum report_level report_level_read(struct str word, bool *ok)
{
    static const struct {
        const char *word;
        enum report_level level;
    } words[] = {
        { "省", LEVEL_PROVINCE },       { "省级", LEVEL_PROVINCE },   { "市", LEVEL_CITY },
        { "市级", LEVEL_CITY },         { "县", LEVEL_COUNTY },       { "县级", LEVEL_COUNTY },
        { "区", LEVEL_COUNTY },         { "县区", LEVEL_COUNTY },     { "乡镇", LEVEL_TOWNSHIP },
        { "乡镇街道", LEVEL_TOWNSHIP }, { "乡", LEVEL_TOWNSHIP },     { "镇", LEVEL_TOWNSHIP },
        { "街道", LEVEL_TOWNSHIP },     { "部门", LEVEL_DEPARTMENT }, { "开发区", LEVEL_ZONE },
        { "管委会", LEVEL_ZONE },
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_c(word, words[i].word)) {
            *ok = true;
            return words[i].level;
        }
    return report_level_parse(word, ok);
}

const char *report_script_name(enum doc_script script)
{
    switch (script) {
    case DOC_SCRIPT_HANS:
        return "hans";
    case DOC_SCRIPT_HANT:
        return "hant";
    case DOC_SCRIPT_MIXED:
        return "mixed";
    case DOC_SCRIPT_NONE:
        break;
    }
    return NULL;
}

const char *report_cell_kind_name(enum report_cell_kind kind)
{
    return cell_names[kind];
}

const char *report_date_source_name(enum report_date_source source)
{
    return source < DATE_SOURCES ? source_names[source] : NULL;
}

const struct report_table *report_table(const struct report *r, struct str key)
{
    for (size_t i = 0; i < r->table_count; i++)
        if (str_eq(r->tables[i].layout->key, key))
            return &r->tables[i];
    return NULL;
}

const struct report_section *report_section(const struct report *r, struct str key)
{
    for (size_t i = 0; i < r->section_count; i++)
        if (str_eq(r->sections[i].key, key))
            return &r->sections[i];
    return NULL;
}

/* A section's heading counts as part of it. */
const struct report_section *report_section_of_block(const struct report *r, uint32_t block)
{
    for (size_t i = 0; i < r->section_count; i++) {
        const struct report_section *s = &r->sections[i];
        if (block >= r->headings[s->heading].block && block < s->end_block)
            return s;
    }
    return NULL;
}

bool report_in_article(const struct report *r, uint32_t block)
{
    return block < r->doc->block_count && r->roles[block] >= ROLE_TITLE &&
           !(r->doc->blocks[block].flags & (DOC_HIDDEN | DOC_CHROME));
}

struct str heading_title(const struct report *r, const struct report_heading *h)
{
    return h->joined.p ? h->joined : span_text(r, h->title);
}

struct str span_text(const struct report *r, struct span s)
{
    return str_sub(strbuf_view(&r->doc->text), s.at, s.len);
}

struct str span_raw(const struct report *r, struct span s)
{
    return s.len == 0 ? (struct str){ "", 0 } : doc_raw_of(r->doc, s.at, s.len);
}

uint32_t span_line(const struct report *r, struct span s)
{
    struct str raw = span_raw(r, s);
    if (s.len == 0)
        return s.block < r->doc->block_count ? r->doc->blocks[s.block].line : 0;
    return doc_line_at(r->doc, (size_t)(raw.p - r->doc->raw.p));
}

void report_free(struct report *report)
{
    if (report)
        arena_free(report->arena); /* the report itself lies in it */
}
