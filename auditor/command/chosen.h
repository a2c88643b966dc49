/*
 * chosen.h - the standings of a year that a person asks for by agency (prefix chosen_).
 */
#ifndef AUDITOR_COMMAND_CHOSEN_H
#define AUDITOR_COMMAND_CHOSEN_H

#include "command/desk.h"

struct chosen_agency {
    int64_t id;   /* of its standing */
    char *path;   /* of its report below the inbox; "" there is none */
    char *agency; /* its name in the register */
    char *code;
    bool complete, unreadable, missing;
    enum audit_severity worst;
};

struct chosen {
    struct chosen_agency *list; /* in the order of the register */
    size_t n, cap;
};

/* agency: code, name or alias; "all" is every agency. ERR_ABSENT when the year was not assessed;
 * ERR_USAGE when nobody is called so. */
int chosen_find(struct chosen *out, struct store *store, int year, const char *agency,
                struct error *err);
void chosen_free(struct chosen *chosen);

#endif /* AUDITOR_COMMAND_CHOSEN_H */
