/*
 * bind.h - the report as Lua sees it: handles (prefix bind_; private to engine/).
 *
 * A handle is a small userdata that names a thing of a report by index. It is read-only, its metatable
 * is locked, and it carries the generation of its report, which tells the open reports of a dossier apart:
 * when the report is done a handle that survived somehow raises instead of reaching freed memory. Every type has a
 * class with its fields and methods, in a file of its own (bind_*.c). A field that a type does not
 * have raises; an absent thing is nil.
 *
 * Lists are built once for a report and shared between rules as read-only views.
 */
#ifndef AUDITOR_ENGINE_BIND_H
#define AUDITOR_ENGINE_BIND_H

#include "engine/api.h"
#include "engine/audit.h"
#include "engine/prefilter.h"
#include "engine/state.h"
#include "recognise/diagnose.h"
#include "recognise/report.h"

enum bind_type {
    BIND_REPORT,
    BIND_SPAN,
    BIND_MATCH,
    BIND_DATE,
    BIND_TITLE,
    BIND_PERIOD,
    BIND_COMPOSITION,
    BIND_PART,
    BIND_SECTION,
    BIND_OFFICIAL,
    BIND_HEADING,
    BIND_PARAGRAPH,
    BIND_OFFICIAL_TABLE,
    BIND_TABLE,
    BIND_ROW,
    BIND_CELL,
    BIND_PROBLEM,
    BIND_DIAGNOSIS,
    BIND_LINK,
    BIND_IMAGE,
    BIND_META,
    BIND_NOTICE,
    BIND_MARK,
    BIND_QUANTITY,
    BIND_CLAIM,
    BIND_STATEMENT,
    BIND_SHARE,
    BIND_OUT,
    BIND_DOSSIER,
    BIND_CHILD,
    BIND_CARRIER,
    BIND_COPY,
    BIND_PASSAGE,
    BIND_TYPES
};

struct bind_handle {
    uint32_t generation;
    uint32_t type;
    uint32_t i, j; /* what they count depends on the type */
    struct span span;
};

struct bind_block {   /* what a block is, worked out once for a report */
    uint32_t section; /* 1-based index into report->sections */
    uint32_t article; /* 1-based index into the list report.article */
    bool in_article, in_table, heading;
};

struct bind_claims;
struct outcome;
struct quantities;

/* A report that rules see. Its arrays are kept from report to report. */
struct bind {
    const struct report *report; /* NULL: a dossier without a report of the year */
    const struct doc *doc;
    struct str document;     /* its path; "" the report under audit */
    const struct rule *rule; /* that is running */
    struct outcome *outcome; /* of it; NULL between rules */
    struct arena *arena;     /* the audit's: what results keep */
    struct arena *scratch;   /* until the report is done */
    uint32_t generation;
    int lists; /* reference of the table of what is built once; LUA_NOREF: nothing yet */
    struct bind_block *blocks;
    size_t block_cap;
    struct table_check **checks;    /* by report->tables, made when asked for */
    struct quantities **quantities; /* by block, made when asked for */
    struct bind_claims *claims;     /* the sets that were asked for */
    const struct prefilter *prefilter;
    struct prefilter_hits hits; /* made when asked for */
    bool scanned;
    const struct rule *matching; /* that `matches` counts for */
    size_t matches;              /* handed out */
};

extern const struct api_class bind_report, bind_span, bind_match, bind_date, bind_title,
    bind_period, bind_composition, bind_part, bind_section, bind_official, bind_heading,
    bind_paragraph, bind_official_table, bind_table, bind_row, bind_cell, bind_problem,
    bind_diagnosis, bind_link, bind_image, bind_meta, bind_notice, bind_mark, bind_quantity,
    bind_claim, bind_statement, bind_share, bind_out, bind_dossier, bind_child, bind_carrier,
    bind_copy, bind_passage;

void bind_open(lua_State *L); /* makes the classes; once, for a new state */
void bind_free(struct engine *engine);
/* Opens a report under audit (NULL in a dossier without one), and one that lies beside it in a dossier. */
struct bind *bind_start(struct engine *engine, const struct report *report, struct arena *arena);
struct bind *bind_add(struct engine *engine, const struct report *report, struct str document);
/* The rule that runs on `subject`, and where it speaks; NULL, NULL: none. A dossier shows all its reports. */
void bind_rule(struct engine *engine, struct bind *subject, const struct rule *rule,
               struct outcome *outcome);
void bind_map_blocks(struct bind *b); /* fills b->blocks */
void bind_end(struct engine *engine); /* all handles are stale from here on */

/* From here on what is made belongs to the report of this handle: so begins every field and method.
 * Raises when the report is done. */
struct bind *bind_turn(lua_State *L, const struct bind_handle *h);
struct bind *bind_of(lua_State *L); /* in a method: the report of its handle */
/* The report of a fresh handle. */
struct bind *bind_holder(lua_State *L, const struct bind_handle *h);

/* The handle whose method was called: argument 1, which its signature has been held against. */
static inline const struct bind_handle *bind_self(lua_State *L)
{
    return lua_touserdata(L, 1);
}

/* The place in the other document that a copied passage at index has; false for any other value. */
bool bind_counterpart(lua_State *L, int index, struct audit_place *out);

/* The handle at index of any type; NULL when it is none. Raises when it is stale. */
struct bind_handle *bind_any(lua_State *L, int index);

/* Classes as sets of 1 << enum bind_type: those that a type of a signature names ("Handle": all that can stand
 * as a place), whether the value at index is a handle of one, the class that a set is all of or NULL. */
uint64_t bind_class_bits(const char *type);
bool bind_is(lua_State *L, int index, uint64_t bits);
const struct api_class *bind_class_of_bits(uint64_t bits);
const char *bind_class_name(const struct bind_handle *h);

/* The open report as a handle; nil for NULL. */
int bind_push_report(lua_State *L, struct bind *b);
int bind_push(lua_State *L, enum bind_type type, uint32_t i, uint32_t j, struct span span);
struct bind_handle *bind_push_sized(lua_State *L, enum bind_type type, size_t size);
int bind_push_str(lua_State *L, struct str s);   /* always a string */
int bind_push_some(lua_State *L, struct str s);  /* nil when empty */
int bind_push_date(lua_State *L, struct date d); /* "2025-01-20"; nil when invalid */
int bind_push_decimal(lua_State *L, struct decimal d);
int bind_push_names(lua_State *L, struct str zh, struct str en); /* { zh =, en = } */
int bind_push_section(lua_State *L, struct bind *b,
                      uint32_t block); /* key of its section, or nil */

/* n handles of a type, i counting from 0: a list that is built once for `owner`. */
int bind_push_list(lua_State *L, enum bind_type owner, enum bind_type type, size_t n);
/* A list or a string that is built once: pushes it and returns true when it is there; otherwise the caller
 * builds it and hands it to bind_keep(), which leaves the string, or the read-only view of the list. */
bool bind_kept(lua_State *L, enum bind_type type, unsigned what, uint32_t index);
int bind_keep(lua_State *L, enum bind_type type, unsigned what, uint32_t index);

/* Fills the place of a handle; false when the value at index is none. */
bool bind_place(lua_State *L, int index, struct audit_place *place);
/* What else its line is known by: page, paragraph. */
void bind_place_number(struct audit_place *place, const struct doc *doc);
void bind_place_span(struct bind *b, struct span span, struct audit_place *place);
void bind_place_block(struct bind *b, uint32_t block, struct audit_place *place);

const struct table_check *bind_check_of(struct bind *b,
                                        uint32_t table); /* NULL: table not present */
int bind_bounds(lua_State *L);                           /* report:bounds() */
int bind_violations(lua_State *L);                       /* report:violations() */
int bind_matches(lua_State *L);                          /* report:matches() */
int bind_claims(lua_State *L);                           /* report:claims() */
int bind_find_raw(lua_State *L);                         /* report:find_raw() */
int bind_has(lua_State *L);                              /* report:has() */
int bind_repeated(lua_State *L);                         /* report:repeated() */
int bind_search(lua_State *L);                           /* report:search() */
/* A match of groups that lie in the normal text of the document. */
int bind_push_match(lua_State *L, uint32_t block, const struct pattern_match *m, size_t base);
/* The diagnosis behind a handle, for a finding. */
void bind_diagnose(struct bind *b, const struct bind_handle *h, struct audit_diagnosis *out);

#endif /* AUDITOR_ENGINE_BIND_H */
