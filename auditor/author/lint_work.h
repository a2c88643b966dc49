/*
 * lint_work.h - what the parts of the linter share (prefix lint_; private to lint*.c).
 *
 * Each part looks at one kind of thing and adds its complaints; lint.c gathers the files before and sorts
 * what was said after.
 */
#ifndef AUDITOR_AUTHOR_LINT_WORK_H
#define AUDITOR_AUTHOR_LINT_WORK_H

#include "author/lint.h"
#include "engine/lua_token.h"

/* A Lua file of the program or of a pack. */
struct lint_file {
    struct str shown; /* as complaints name it */
    struct str pack;  /* id; "" for the program's own plugins */
    struct str name;  /* below the pack's folder, or below plugins/ */
    bool library, cases;
    const struct rule_info *rule; /* the file's rule; NULL */
    struct lua_tokens tokens;
    const struct lint_file **needs; /* the libraries that it requires */
    size_t need_count;
};

struct lint {
    const struct lint_options *options;
    struct lint_report *report;
    struct lint_file *files;
    size_t n, cap;
};

struct lint_place {
    struct str rule, file;
    unsigned line;
};

void lint_add(struct lint *lint, enum lint_level level, const char *code, struct lint_place at,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

/* A path as people see it: relative where it lies below the working folder. */
struct str lint_shown(struct lint *lint, const char *path);

bool lint_known_rule(const struct lint *lint, struct str id);

/* The line of a field of the table that a rule's file declares; of `return rule` if it has no such field. */
/* The file of a rule; NULL when it has none. */
const struct lint_file *lint_file_of(const struct lint *lint, const struct rule_info *rule);
unsigned lint_field_line(const struct lint_file *file, const char *field);
/* The table of such a field as positions of its brackets; false when none is written out there. */
bool lint_field_table(const struct lint_file *file, const char *field, size_t *open, size_t *close);

/* Which libraries each file requires; when all files are there. */
void lint_needs(struct lint *lint);
/* A file that may stand in a chain of require for another one. */
bool lint_reaches(const struct lint_file *from, const struct lint_file *to);
/* Whether a word, as a name or a string, stands in the file or in a library that it reaches, outside [open, close]. */
bool lint_mentions(const struct lint_file *file, struct str word, size_t open, size_t close);

void lint_rules(struct lint *lint);     /* lint_rule.c: what rules declare */
void lint_sources(struct lint *lint);   /* lint_source.c: what files name */
void lint_libraries(struct lint *lint); /* lint_library.c: what nothing uses */
void lint_profiles(struct lint *lint);  /* lint_profile.c: what scores */

#endif /* AUDITOR_AUTHOR_LINT_WORK_H */
