/*
 * reference.h - the reference of the plugin interface and the annotations for editors, written from the
 * descriptors that check the calls (prefix reference_; engine/api.h).
 *
 * Helper libraries are documented where they are written: a block of `---` comments (LuaCATS) before a function
 * of plugins/lib/ makes it part of the interface. Lines that begin with a Han character are the Chinese
 * text, a ```lua fence is its example; behind "; " a note may go on in Chinese.
 *
 * Ownership  Texts of a struct reference_libs live until reference_libs_free().
 * Errors     ERR_IO and its kin for files that cannot be read or written.
 */
#ifndef AUDITOR_AUTHOR_REFERENCE_H
#define AUDITOR_AUTHOR_REFERENCE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/lang.h"
#include "base/str.h"

/* A note on a parameter, a result or a field: "name?", its type, what it means in both languages. */
struct reference_item {
    struct str name, type;
    struct str text[LANG_COUNT];
};

struct reference_list {
    struct reference_item *items;
    size_t n, cap;
};

struct reference_function {
    struct str library;   /* for require */
    struct str name;      /* "duty.in_range", as it is called behind require */
    struct str arguments; /* "o", "report, out" */
    struct str text[LANG_COUNT];
    struct str example; /* "" none */
    struct reference_list parameters, results;
    struct reference_list
        fields; /* of the table that its first parameter's class is; name "" of none */
    struct str class;
};

struct reference_libs {
    struct arena *arena;
    struct reference_function *functions; /* by library, in their order there */
    size_t n, cap;
};

/* Reads all *.lua of a folder. */
int reference_libs_read(struct reference_libs *out, const char *folder, struct error *err);
void reference_libs_free(struct reference_libs *libs);

/* Append the reference as Markdown, and the annotations. */
void reference_markdown(struct strbuf *out, const struct reference_libs *libs, enum lang lang);
void reference_types(struct strbuf *out);

/* reference.md, reference.zh.md and auditor.lua into a folder. lib: plugins/lib. */
int reference_write(const char *folder, const char *lib, struct error *err);

#endif /* AUDITOR_AUTHOR_REFERENCE_H */
