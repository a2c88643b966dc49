/* rejoin.c - see rejoin.h. */
#include "read/rejoin.h"

#include "document/edit.h"
#include "read/wrap.h"

static bool is_prose(const struct doc_block *b)
{
    enum {
        OTHER = DOC_HIDDEN | DOC_HEADING | DOC_CENTERED | DOC_LINKED | DOC_CHROME | DOC_CELL_EMPTY |
                DOC_RULE
    };
    return b->raw_len > 0 && b->cell == 0 && b->level == 0 && !(b->flags & OTHER);
}

/* A paragraph that fits into no line: the file has not been broken into lines. */
static bool has_long(const struct doc *doc)
{
    for (size_t i = 0; i < doc->block_count; i++)
        if (is_prose(&doc->blocks[i]) && doc->blocks[i].raw_len > WRAP_BEYOND)
            return true;
    return false;
}

/* Titles in a list are as long as each other, too, and have no commas. */
static bool is_running(const struct doc *doc)
{
    enum { LONG = 60 }; /* bytes */
    size_t running = 0, other = 0;
    for (size_t i = 0; i < doc->block_count; i++) {
        struct str text = doc_block_text(doc, i);
        if (is_prose(&doc->blocks[i]) && text.n >= LONG)
            ++*(str_has(text, ",") || str_has(text, "。") ? &running : &other);
    }
    return running >= other;
}

static void measure(struct wrap *w, const struct doc *doc)
{
    struct strbuf text = { 0 };
    for (size_t i = 0; i < doc->block_count; i++) {
        if (!is_prose(&doc->blocks[i]))
            continue;
        strbuf_str(&text, doc_block_raw(doc, i));
        strbuf_char(&text, '\n');
    }
    wrap_measure(w, strbuf_view(&text));
    strbuf_free(&text);
}

/* Paragraphs of a Word file are counted, empty ones too: one that lies between ends the text. */
static bool stands_below(const struct doc *doc, size_t i)
{
    const struct doc_block *a = &doc->blocks[i - 1], *b = &doc->blocks[i];
    return is_prose(a) && is_prose(b) && (doc->format != DOC_DOCX || b->line <= a->line + 1);
}

struct doc *rejoin_lines(struct doc *doc)
{
    struct wrap w;
    if (has_long(doc))
        return doc;
    measure(&w, doc);
    if (w.full == 0 || !is_running(doc))
        return doc;
    struct doc_edit *edit = doc_edit_new(doc);
    bool first = true;
    for (size_t i = 1; i < doc->block_count; i++) {
        struct str rest = doc_block_raw(doc, i);
        unsigned skipped;
        bool joined = stands_below(doc, i) &&
                      wrap_goes_on(&w, doc_block_raw(doc, i - 1), first, &rest, &skipped);
        if (joined)
            doc_edit_join(edit, i);
        first = !joined;
    }
    struct doc *made = doc_edit_end(edit);
    doc_free(doc);
    return made;
}
