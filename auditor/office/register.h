/*
 * register.h - agencies.csv: the agencies that an office supervises (prefix register_).
 *
 * Columns, by Chinese or English header, in any order: 代码 code, 名称 name (both required), 别名
 * aliases (separated by ; or 、), 层级 level (province|city|county|township|department|zone or its
 * Chinese word), 分组 group, 上级 parent (a code), 域名 host, 截止日 deadline (MM-DD), 起始年度 from and
 * 终止年度 to (the first and the last report year of which it owes a report), 前身 predecessors (codes of
 * agencies that it was, or was made of; separated like aliases). Other columns are not read.
 *
 * Years      The file holds the agencies of all years. register_of_year() gives those that owe a report
 *            of one year; the names of what became of them, or of what they were, are aliases there.
 * Ownership  The register owns all texts until register_free().
 * Errors     ERR_CONFIG; the message names file, row and column.
 */
#ifndef AUDITOR_OFFICE_REGISTER_H
#define AUDITOR_OFFICE_REGISTER_H

#include "base/error.h"
#include "base/map.h"
#include "base/str.h"
#include "recognise/report.h"

struct agency {
    struct str code, name, group, parent, host, deadline;
    struct str *aliases;
    size_t alias_count;
    struct str *predecessors; /* codes */
    size_t predecessor_count;
    enum report_level level; /* LEVEL_UNKNOWN: not stated */
    int from, to;            /* report years; 0: open */
    unsigned line;
};

struct register_assigned { /* a person said whose a document is */
    struct str path, sha256;
    int agency;
};

struct agency_register {
    struct agency *agencies; /* in the order of the file */
    size_t n;
    struct literal_set *names; /* names and aliases of three characters or more, normal text;
                                * NULL: not made */
    struct map codes, exact;   /* by code, by name */
    struct map cores,
        aliases; /* by name and alias without 人民政府; REGISTER_SEVERAL when not unique */
    struct register_assigned *assigned;
    size_t assigned_count, assigned_cap;
    struct str unread; /* names of columns that mean nothing here, "备注、电话" */
    struct arena *arena;
};

enum { REGISTER_SEVERAL = 0x7FFFFFFF };

int register_parse(struct agency_register **out, const char *name, struct str text,
                   struct error *err);
int register_read(struct agency_register **out, const char *path, struct error *err);
void register_free(struct agency_register *reg); /* NULL is allowed */
/* For a register whose agencies did not come out of a file: makes what is looked up in it. Once. The second one
 * makes `names`, by which titles of documents are searched. */
void register_index(struct agency_register *reg);
void register_index_titles(struct agency_register *reg);

/* The agencies that owe a report of the year; the caller frees *out. Its texts are its own. */
void register_of_year(struct agency_register **out, const struct agency_register *reg, int year);
/* Whose report of an earlier (or later) year is that of this agency: itself, when it owed one then, else the
 * only agency that it was, or became. -1: none, or made of several. */
int register_in_year(const struct agency_register *reg, int agency, int year);
bool register_owes(const struct agency *agency, int year);

/* What a document says of itself; "" where nothing is known. */
struct register_clue {
    struct str name; /* the agency as recognised */
    struct str host; /* of the page */
    struct str path; /* below the year's inbox: folder and file names may hold code or name */
    struct str sha256;
};

enum register_match { MATCH_NONE, MATCH_NAME, MATCH_ALIAS, MATCH_HOST, MATCH_PATH, MATCH_ASSIGNED };

/* From now on the document is the agency's: the one of this path whatever it says of itself; one of these bytes
 * elsewhere when it fits nobody. */
void register_assign(struct agency_register *reg, struct str path, struct str sha256, int agency);
/* The index of the agency, or -1. What a person assigned first, then name, then alias, host (only one that a single agency
 * has), folder, file name. What fits two agencies equally fits none. */
int register_find(const struct agency_register *reg, const struct register_clue *clue,
                  enum register_match *how);
/* Of a document that fits none, or several: those whose names are most like what it and its path say, likeliest
 * first, for a person to choose from. */
enum { REGISTER_NEAR = 3 };
size_t register_near(const struct agency_register *reg, const struct register_clue *clue,
                     int near[REGISTER_NEAR]);
/* "X县" and "X县人民政府" are one; "X县人民政府办公室" is another. */
struct str register_core(struct str name);
int register_by_code(const struct agency_register *reg, struct str code); /* or -1 */
/* By code, name or alias, as a person types it; -1 when unknown or ambiguous. */
int register_named(const struct agency_register *reg, struct str text);
/* Is that -1 because several are called so? */
bool register_several(const struct agency_register *reg, struct str text);

const char *register_match_name(enum register_match match); /* "name" ... */

#endif /* AUDITOR_OFFICE_REGISTER_H */
