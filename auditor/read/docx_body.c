/* docx_body.c - see docx_body.h. */
#include "read/docx_body.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"
#include "read/docx_state.h"

enum { MOST_MARGINS = 200, MOST_CHUNKS = 50 };

struct docx_body *docx_body_new(struct doc_build *build, const struct docx_styles *styles,
                                struct docx_lists *lists)
{
    struct docx_body *b = mem_zero(1, sizeof *b);
    *b = (struct docx_body){ .build = build,
                             .styles = styles,
                             .lists = lists,
                             .arena = arena_new(),
                             .hyperlink = DOCX_NO_LINK };
    docx_paragraph_start(b); /* the one that keeps what is to be joined */
    b->line = 0;
    return b;
}

static void tell(struct docx_body *b, enum doc_notice_code code, struct docx_noticed noticed)
{
    if (noticed.count)
        doc_build_notice(b->build, code, noticed.count, noticed.line);
}

void docx_body_free(struct docx_body *b)
{
    if (!b)
        return;
    tell(b, DOC_NOTICE_DELETED, b->deleted);
    tell(b, DOC_NOTICE_COMMENTS, b->comments);
    for (size_t i = 0; i < b->cap; i++) {
        strbuf_free(&b->paragraphs[i].text);
        free(b->paragraphs[i].spans);
    }
    for (size_t i = 0; i < b->table_cap; i++) {
        free(b->tables[i].grid);
        free(b->tables[i].above);
    }
    for (size_t i = 0; i < DOCX_MOST_FIELDS; i++)
        strbuf_free(&b->fields[i].code);
    strbuf_free(&b->alt);
    strbuf_free(&b->number);
    strbuf_free(&b->raised);
    free(b->paragraphs);
    free(b->tables);
    free(b->links);
    free(b->taken);
    free(b->margins);
    arena_free(b->arena);
    free(b);
}

static void notice(struct docx_body *b, struct docx_noticed *noticed)
{
    if (!noticed->count++)
        noticed->line = b->line ? b->line : 1;
}

/* What was deleted: text in w:del, the end of a paragraph, a row of a table. Below pPr and trPr it is a
 * mark, else it holds what is no more there. */
static bool on_deleted(struct docx_body *b, const struct docx_tag *tag)
{
    notice(b, &b->deleted);
    if (tag->parent == W_R_PR)
        docx_paragraph_property(b, tag);
    else if (tag->parent == W_TR_PR)
        docx_table_property(b, tag);
    else
        return false;
    return true;
}

/* The same content in several ways, for programs of different age: one of them is read. */
static bool on_alternate(struct docx_body *b, enum docx_name name)
{
    if (name == MC_ALTERNATE) {
        b->taken = mem_grow(b->taken, b->taken_depth, &b->taken_cap, sizeof *b->taken);
        b->taken[b->taken_depth++] = false;
        return true;
    }
    if (!b->taken_depth || b->taken[b->taken_depth - 1])
        return !b->taken_depth;
    b->taken[b->taken_depth - 1] = true;
    return true;
}

static void add_margin(struct docx_body *b, const struct docx_tag *tag)
{
    struct str id;
    docx_relation(tag, "id", &id);
    const struct docx_relation *r = docx_relation_by_id(b->relations, id);
    if (!r || r->outside || b->margin_count == MOST_MARGINS)
        return;
    for (size_t i = 0; i < b->margin_count; i++)
        if (str_eq(b->margins[i], r->target))
            return;
    b->margins = mem_grow(b->margins, b->margin_count, &b->margin_cap, sizeof *b->margins);
    b->margins[b->margin_count++] = arena_str(b->arena, r->target);
}

static void on_chunk(struct docx_body *b, const struct docx_tag *tag)
{
    struct str id;
    docx_relation(tag, "id", &id);
    const struct docx_relation *r = docx_relation_by_id(b->relations, id);
    if (docx_is_muted(b))
        return;
    docx_cell_open(b);
    docx_paragraph_give_up(b);
    bool read = ++b->chunk_count <= MOST_CHUNKS && r && !r->outside && b->take_chunk &&
                b->take_chunk(b->chunk_user, r->target);
    b->chunk_lost = b->chunk_lost || !read;
    doc_build_level(b->build, 0);
    doc_build_flags(b->build, b->part_flags);
}

static bool is_note(const struct docx_tag *tag)
{
    struct str type;
    return !docx_attribute(tag, "type", &type) || str_eq_c(type, "normal");
}

static void start_properties(struct docx_body *b, bool open)
{
    struct docx_paragraph *p = docx_paragraph_open(b);
    if (p)
        p->properties = open;
}

/* What stands in a run besides text. */
static void on_mark(struct docx_body *b, const struct docx_tag *tag)
{
    switch (tag->name) {
    case W_TAB:
    case W_PTAB:
        docx_text(b, STR(" "));
        break;
    case W_BR:
    case W_CR:
        docx_text(b, STR("\v"));
        break;
    case W_NO_BREAK_HYPHEN:
        docx_text(b, STR("-"));
        break;
    case W_SYM:
        docx_symbol(b, tag);
        break;
    case W_FLD_CHAR:
        docx_field_char(b, tag);
        break;
    case W_COMMENT_REFERENCE:
        notice(b, &b->comments);
        break;
    default:
        break;
    }
}

static void on_property(struct docx_body *b, const struct docx_tag *tag)
{
    switch (tag->name) {
    case W_P_STYLE:
    case W_JC:
    case W_OUTLINE_LVL:
    case W_NUM_ID:
    case W_ILVL:
        docx_paragraph_property(b, tag);
        break;
    case W_BOLD:
    case W_VANISH:
    case W_VERT_ALIGN:
    case W_R_STYLE:
        docx_run_property(b, tag);
        break;
    case W_GRID_COL:
    case W_GRID_BEFORE:
    case W_GRID_SPAN:
    case W_HIDDEN:
    case W_V_MERGE:
    case W_H_MERGE:
    case W_CELL_DEL:
        docx_table_property(b, tag);
        break;
    default:
        on_mark(b, tag);
    }
}

static bool on_start(void *user, const struct docx_tag *tag)
{
    struct docx_body *b = user;
    struct str drawn;
    switch (tag->name) {
    case W_P:
        docx_cell_open(b);
        docx_paragraph_start(b);
        return true;
    case W_P_PR:
        start_properties(b, true);
        return true;
    case W_R:
        docx_run_start(b);
        return true;
    case W_TBL:
        return docx_table_start(b);
    case W_TR:
        docx_row_start(b);
        return true;
    case W_TC:
        return docx_cell_start(b);
    case W_DEL:
    case W_MOVE_FROM:
        return on_deleted(b, tag);
    case MC_ALTERNATE:
    case MC_CHOICE:
    case MC_FALLBACK:
        return on_alternate(b, tag->name);
    case W_FOOTNOTE:
    case W_ENDNOTE:
        return is_note(tag);
    case W_HYPERLINK:
        docx_hyperlink_start(b, tag);
        return true;
    case W_FLD_SIMPLE:
        docx_field_simple(b, tag);
        return true;
    case W_HEADER_REFERENCE:
    case W_FOOTER_REFERENCE:
        add_margin(b, tag);
        return true;
    case D_DOC_PR:
        docx_picture_words(b, tag);
        return true;
    case D_BLIP:
    case D_CHART:
    case V_IMAGE:
        docx_picture(b, tag);
        return true;
    case V_TEXT_PATH:
        docx_attribute(tag, "string", &drawn);
        docx_text(b, drawn);
        return true;
    case W_ALT_CHUNK:
        on_chunk(b, tag);
        return true;
    default:
        on_property(b, tag);
        return true;
    }
}

static void on_end(void *user, enum docx_name name)
{
    struct docx_body *b = user;
    switch (name) {
    case W_P:
        docx_paragraph_end(b);
        break;
    case W_P_PR:
        start_properties(b, false);
        break;
    case W_R_PR:
        docx_run_settle(b);
        break;
    case W_TC_PR:
        docx_cell_open(b);
        break;
    case W_TC:
        docx_cell_end(b);
        break;
    case W_TBL:
        docx_table_end(b);
        break;
    case W_TXBX_CONTENT:
        docx_paragraph_give_up(b);
        break;
    case W_HYPERLINK:
    case W_FLD_SIMPLE:
        docx_hyperlink_end(b);
        break;
    case MC_ALTERNATE:
        b->taken_depth--;
        break;
    default:
        break;
    }
}

static void on_text(void *user, enum docx_name in, struct str text)
{
    if (in == W_T || in == M_TEXT)
        docx_text(user, text);
    else if (in == W_INSTR_TEXT)
        docx_field_code(user, text);
}

int docx_body_read(struct docx_body *b, struct str part, const struct docx_relations *relations,
                   unsigned flags, const char *what, struct error *err)
{
    struct docx_reader reader = { b, on_start, on_end, on_text };
    b->relations = relations;
    b->part_flags = flags;
    b->field_depth = 0;
    b->hyperlink = DOCX_NO_LINK;
    doc_build_flags(b->build, flags);
    int rc = docx_parse(part, what, &reader, err);
    if (rc == 0)
        docx_paragraph_give_up(b);
    return rc;
}

struct str docx_body_margin(const struct docx_body *b, size_t i)
{
    return i < b->margin_count ? b->margins[i] : (struct str){ "", 0 };
}

void docx_body_on_chunk(struct docx_body *b, bool (*take)(void *user, struct str path), void *user)
{
    b->take_chunk = take;
    b->chunk_user = user;
}

bool docx_body_lost_chunk(const struct docx_body *b)
{
    return b->chunk_lost;
}

uint32_t docx_body_line(const struct docx_body *b)
{
    return b->line;
}

void docx_body_go_on(struct docx_body *b, uint32_t line)
{
    b->line = line > b->line ? line : b->line;
}
