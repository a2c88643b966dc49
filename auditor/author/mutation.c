/* mutation.c - how a defect of the catalogue becomes a document; see mutation.h. */
#include "author/mutation.h"

#include <stdlib.h>

#include "author/mutation_edit.h"
#include "read/read.h"

static void add_expected(struct mutation *m)
{
    struct str rest = str_of(m->kind->expect);
    struct str rule;
    while (rest.n && str_split(&rest, ' ', &rule))
        mutation_expect(m, rule);
}

bool mutation_plan(struct mutation *m)
{
    bool bytes = (m->kind->flags & MUTATION_BYTES) != 0;
    m->coherent = (m->kind->flags & MUTATION_COHERENT) != 0;
    if (!bytes)
        m->edit = doc_edit_new(m->original->doc);
    if (!m->kind->make(m))
        return false;
    add_expected(m);
    return true;
}

int mutation_make(struct doc **out, struct mutation *m, struct error *err)
{
    if (!m->edit)
        return read_document(out, strbuf_view(&m->bytes), m->original->path, NULL, err);
    *out = doc_edit_end(m->edit);
    m->edit = NULL;
    return 0;
}

void mutation_free(struct mutation *m)
{
    doc_edit_free(m->edit);
    m->edit = NULL;
    for (size_t i = 0; i < m->patch_n; i++)
        free(m->patches[i].with);
    free(m->patches);
    strbuf_free(&m->bytes);
    strbuf_free(&m->from);
    strbuf_free(&m->to);
}

/* Sites of one kind are told apart where it matters which one it is; of like paragraphs one does. */
void mutation_slot(struct strbuf *out, const struct mutation *m)
{
    const struct form *form = m->original->report->form;
    strbuf_fmt(out, "%s %.*s", m->kind->id, form ? (int)form->id.n : 0, form ? form->id.p : "");
    if (m->table.n || m->section.n)
        strbuf_fmt(out, " %.*s/%.*s/%.*s/%.*s", STR_ARG(m->section), STR_ARG(m->table),
                   STR_ARG(m->row), STR_ARG(m->column));
    if (!m->table.n && !m->section.n && m->kind->sites == mutation_sections)
        strbuf_fmt(out, " %zu", m->site);
}
