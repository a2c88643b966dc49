/*
 * desk.h - what the verbs that work in an office have in common (prefix desk_).
 *
 * The office is found from the working folder up; its language holds unless --lang was given.
 */
#ifndef AUDITOR_COMMAND_DESK_H
#define AUDITOR_COMMAND_DESK_H

#include "command/command.h"
#include "office/office.h"
#include "store/store.h"
#include "text/date.h"

struct desk {
    struct office *office;
    const char **packs; /* of --pack */
    struct setup *setup;
    const char *profile; /* as the office names the one in use */
    struct store *store;
};

/* Finds the office and loads its plugins, with the profile of the year (0: that of no one year). The exit code of what went wrong, or 0. */
int desk_open(struct desk *desk, const struct cli *cli, int year);
/* As before, and opens the database for reading. */
int desk_open_store(struct desk *desk, const struct cli *cli, int year);
/* Goes on with the profile of another year; what was taken from desk->setup may be gone. */
int desk_turn(struct desk *desk, int year, struct error *err);
/* The office and its database alone, of whatever version: what must work when plugins do not. */
int desk_open_database(struct desk *desk);
void desk_close(struct desk *desk);

/* A report year among the arguments; false after saying what is wrong with it. */
bool desk_year(const struct cli *cli, const char *text, int *year);

/* The day of an option, YYYY-MM-DD; keeps *day when it was not given. False after saying what is wrong. */
bool desk_day(const struct cli *cli, const char *option, struct date *day);

/* Opens the office, and its database for writing, and keeps others out. */
int desk_open_writing(struct desk *desk, const struct cli *cli, int year);

/* Warns when rules, profile or program changed since the year was assessed, or persons decided since. */
void desk_compare(const struct desk *desk, int year);

/* Says that so many agencies had their time yet when the year was assessed; 0: nothing. */
void desk_note_not_due(size_t n, int year);

#endif /* AUDITOR_COMMAND_DESK_H */
