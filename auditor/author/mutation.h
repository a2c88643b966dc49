/*
 * mutation.h - the catalogue of single defects that the bench puts into clean reports (prefix
 * mutation_).
 *
 * A mutation is one kind of defect at one site of one original: +1 in this cell, this section
 * dropped. It is made on the document that was read (document/edit.h), so nothing is read again and
 * what was not touched keeps its place; only what damages bytes works on the file. Cells, rows and
 * sections are addressed through the form, of which nothing stands here.
 *
 * Each kind says which duties must see it. For a changed number these are the equations of the form
 * that no longer hold. Some changes break nothing that a document can show; they are made all the
 * same and marked `coherent`. Harmless kinds change nothing that a person would object to: after
 * them nothing may fire.
 *
 * Ownership  An original owns everything of it. A mutation points into its original.
 */
#ifndef AUDITOR_AUTHOR_MUTATION_H
#define AUDITOR_AUTHOR_MUTATION_H

#include "document/edit.h"
#include "engine/engine.h"

struct mutation_original {
    char *path;          /* as given or found */
    struct strbuf bytes; /* of the file */
    struct doc *doc;     /* NULL: cannot be read */
    struct report *report;
    bool *fires; /* by rule: it has a finding here already, so it is not judged here */
};

enum mutation_flag {
    MUTATION_HARMLESS = 1, /* nothing may fire */
    MUTATION_BYTES = 2,    /* made on the bytes */
    MUTATION_COHERENT = 4  /* by its nature nothing in the document contradicts it */
};

enum { MUTATION_RULES = 12 };

/* Raw bytes of the document that give way to others. */
struct mutation_patch {
    size_t at, len;
    char *with;
};

/* One application of a kind. */
struct mutation {
    const struct mutation_kind *kind;
    const struct mutation_original *original;
    size_t site;
    struct doc_edit *edit; /* being filled; NULL for those on bytes */
    struct strbuf bytes;
    struct mutation_patch *patches;
    size_t patch_n, patch_cap;
    /* What it is about; "" where it has no such place. They point into the form. */
    struct str section, table, row, column;
    bool exact;             /* two equations cross in the cell: place and right value can be told */
    bool line_only;         /* one equation runs through it: only row or column can be told */
    bool coherent;          /* nothing in the document contradicts it */
    struct strbuf from, to; /* what was there, what is there now; short */
    struct str expect[MUTATION_RULES]; /* besides those of the kind */
    size_t expect_n;
};

struct mutation_kind {
    const char *id; /* "cell.plus-one" */
    const char *zh, *en;
    const char *expect; /* rules that must see it, separated by blanks; "a|b": one of them */
    const char *may; /* rules that may fire besides; a group's wildcard "structure.*" is allowed */
    unsigned flags;
    size_t (*sites)(const struct mutation_original *o); /* how many places may be tried */
    bool (*make)(struct mutation *m); /* false: at this site it would change nothing */
    long argument;
    const char *note_zh, *note_en; /* of a coherent kind: why nobody can see it; or NULL */
};

extern const struct mutation_kind mutation_kinds[];
extern const size_t mutation_kind_count;

/* Fills *m, whose kind, original and site are set: the edit is there, the document not yet made.
 * False when the kind changes nothing at this site. mutation_free() in any case. */
bool mutation_plan(struct mutation *m);
/* Makes the document; ERR_FORMAT when damaged bytes cannot be read at all. Ends the edit. */
int mutation_make(struct doc **out, struct mutation *m, struct error *err);
void mutation_free(struct mutation *m);

/* The site as a name that is the same in every original of a form: "requests/new/all". */
void mutation_slot(struct strbuf *out, const struct mutation *m);

#endif /* AUDITOR_AUTHOR_MUTATION_H */
