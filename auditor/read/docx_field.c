/* docx_field.c - fields and links of a Word file; see docx_state.h. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"
#include "read/docx_state.h"

enum { MOST_CODE = 4096, MOST_LINKS = 200000 };

static struct docx_field *top(struct docx_body *b)
{
    if (!b->field_depth || b->field_depth > DOCX_MOST_FIELDS)
        return NULL;
    return &b->fields[b->field_depth - 1];
}

static int add_link(struct docx_body *b, struct str href)
{
    if (!href.n || b->link_count == MOST_LINKS)
        return DOCX_NO_LINK;
    b->links = mem_grow(b->links, b->link_count, &b->link_cap, sizeof *b->links);
    b->links[b->link_count] = arena_str(b->arena, href);
    return (int)b->link_count++;
}

/* The next word of a field's code, or what stands in quotes. */
static bool next_word(struct str *rest, struct str *word)
{
    *rest = str_trim(*rest);
    if (!rest->n)
        return false;
    bool quoted = rest->p[0] == '"';
    size_t i = quoted;
    while (i < rest->n && (quoted ? rest->p[i] != '"' : rest->p[i] != ' '))
        i++;
    *word = str_sub(*rest, quoted, i - quoted);
    *rest = str_sub(*rest, i + quoted, rest->n);
    return true;
}

/* HYPERLINK "address" \l "place" \o "what is shown when pointed at" */
static struct str address_of(struct docx_body *b, struct str code)
{
    struct str word;
    struct str address = { "", 0 };
    struct str place = { "", 0 };
    while (next_word(&code, &word)) {
        if (str_eq_c(word, "\\l"))
            next_word(&code, &place);
        else if (str_eq_c(word, "\\o") || str_eq_c(word, "\\t"))
            next_word(&code, &word);
        else if (word.n && word.p[0] != '\\' && !address.n)
            address = word;
    }
    return place.n ? arena_fmt(b->arena, "%.*s#%.*s", STR_ARG(address), STR_ARG(place)) : address;
}

static int link_of_code(struct docx_body *b, struct str code, bool *contents)
{
    struct str word;
    *contents = false;
    if (!next_word(&code, &word))
        return DOCX_NO_LINK;
    *contents = str_eq_nocase(word, "TOC");
    return str_eq_nocase(word, "HYPERLINK") ? add_link(b, address_of(b, code)) : DOCX_NO_LINK;
}

void docx_field_char(struct docx_body *b, const struct docx_tag *tag)
{
    struct str type;
    docx_attribute(tag, "fldCharType", &type);
    if (str_eq_c(type, "begin")) {
        b->field_depth++;
        struct docx_field *f = top(b);
        if (f) {
            strbuf_clear(&f->code);
            f->result = f->contents = false;
            f->link = DOCX_NO_LINK;
        }
        return;
    }
    struct docx_field *f = top(b);
    if (str_eq_c(type, "separate") && f) {
        f->result = true;
        f->link = link_of_code(b, strbuf_view(&f->code), &f->contents);
    } else if (str_eq_c(type, "end") && b->field_depth) {
        b->field_depth--;
    }
}

void docx_field_code(struct docx_body *b, struct str text)
{
    struct docx_field *f = top(b);
    if (f && !f->result && f->code.n + text.n <= MOST_CODE)
        strbuf_str(&f->code, text);
}

void docx_field_simple(struct docx_body *b, const struct docx_tag *tag)
{
    struct str code;
    bool contents;
    docx_attribute(tag, "instr", &code);
    b->hyperlink = link_of_code(b, code, &contents);
}

void docx_hyperlink_start(struct docx_body *b, const struct docx_tag *tag)
{
    struct str id, anchor;
    docx_attribute(tag, "anchor", &anchor);
    const struct docx_relation *r =
        docx_relation(tag, "id", &id) ? docx_relation_by_id(b->relations, id) : NULL;
    struct str target = r ? r->target : (struct str){ "", 0 };
    if (anchor.n)
        target = arena_fmt(b->arena, "%.*s#%.*s", STR_ARG(target), STR_ARG(anchor));
    b->hyperlink = add_link(b, target);
}

void docx_hyperlink_end(struct docx_body *b)
{
    b->hyperlink = DOCX_NO_LINK;
}

int docx_link_now(const struct docx_body *b)
{
    size_t n = b->field_depth < DOCX_MOST_FIELDS ? b->field_depth : DOCX_MOST_FIELDS;
    for (size_t i = n; i > 0 && b->hyperlink == DOCX_NO_LINK; i--)
        if (b->fields[i - 1].link != DOCX_NO_LINK)
            return b->fields[i - 1].link;
    return b->hyperlink;
}

bool docx_in_code(const struct docx_body *b)
{
    size_t n = b->field_depth < DOCX_MOST_FIELDS ? b->field_depth : DOCX_MOST_FIELDS;
    for (size_t i = 0; i < n; i++)
        if (!b->fields[i].result)
            return true;
    return false;
}

bool docx_in_contents(const struct docx_body *b)
{
    size_t n = b->field_depth < DOCX_MOST_FIELDS ? b->field_depth : DOCX_MOST_FIELDS;
    for (size_t i = 0; i < n; i++)
        if (b->fields[i].contents)
            return true;
    return false;
}
