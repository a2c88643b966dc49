/*
 * chosen.h - the audits of a year that a person asks for by agency (prefix chosen_).
 */
#ifndef AUDITOR_COMMAND_CHOSEN_H
#define AUDITOR_COMMAND_CHOSEN_H

#include "command/desk.h"

struct chosen_audit {
    int64_t id;
    char *path;   /* below the inbox */
    char *agency; /* its name in the register; of the document where it has none */
    char *code;   /* "" none */
    bool complete, unreadable;
    enum audit_severity worst;
};

struct chosen {
    struct chosen_audit *list; /* in the order of the register, then by path */
    size_t n, cap;
};

/* agency: code, name or alias; "all" is the chosen document of every agency. ERR_ABSENT when the year
 * was not assessed, or nothing came in from the agency; ERR_USAGE when nobody is called so. */
int chosen_find(struct chosen *out, struct store *store, int year, const char *agency,
                struct error *err);
void chosen_free(struct chosen *chosen);

#endif /* AUDITOR_COMMAND_CHOSEN_H */
