/*
 * chosen.h - the standings of a year that a person asks for by agency (prefix chosen_).
 */
#ifndef AUDITOR_COMMAND_CHOSEN_H
#define AUDITOR_COMMAND_CHOSEN_H

#include "base/map.h"
#include "command/desk.h"

struct chosen_agency {
    int64_t id;   /* of its standing */
    char *path;   /* of its report below the inbox; "" there is none */
    char *agency; /* its name in the register */
    char *code;
    char *sha256; /* of its report; "" there is none */
    bool complete, unreadable;
    bool missing; /* there is no report */
    bool not_due; /* likewise, and none was asked for yet when the year was assessed */
    enum audit_severity worst;
};

struct chosen {
    struct chosen_agency *list; /* in the order of the register */
    size_t n, cap;
    struct map by_code;
};

/* agency: code, name or alias; "all" is every agency. ERR_ABSENT when the year was not assessed;
 * ERR_USAGE when nobody is called so. */
int chosen_find(struct chosen *out, struct store *store, int year, const char *agency,
                struct error *err);
/* NULL: it is not among them. */
const struct chosen_agency *chosen_by_code(const struct chosen *chosen, struct str code);
void chosen_free(struct chosen *chosen);

#endif /* AUDITOR_COMMAND_CHOSEN_H */
