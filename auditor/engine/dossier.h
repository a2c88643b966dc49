/*
 * dossier.h - what rules of scope agency and office judge: an agency with its years and its children
 * (prefix dossier_).
 *
 * Plain data that the caller gathers. All reports in it stand in one Lua state at once, through the same
 * interface: each handle knows its report.
 *
 * Ownership  Everything belongs to the caller and must outlive the run.
 */
#ifndef AUDITOR_ENGINE_DOSSIER_H
#define AUDITOR_ENGINE_DOSSIER_H

#include "recognise/report.h"
#include "text/date.h"

/* What came in for the year. */
enum dossier_received {
    DOSSIER_NOTHING,
    DOSSIER_UNREADABLE,
    DOSSIER_OTHER,      /* no annual report */
    DOSSIER_OTHER_YEAR, /* the report of another year */
    DOSSIER_REPORT
};

struct dossier_past { /* the agency's report of an earlier year */
    int year;
    const struct report *report; /* NULL: there is one, but it could not be read again */
    struct str document;         /* its path, as evidence names it */
};

struct dossier_child { /* an agency that has this one as its parent */
    struct str code, name;
    enum report_level level;
    const struct report *report; /* of the year; NULL: none that counts */
    struct str document;
};

struct dossier_share { /* how much of a section is copied */
    struct str section;
    unsigned permille;
};

struct dossier_passage {
    struct span own;  /* in this year's report */
    struct str quote; /* the same in the other document, raw */
    uint32_t line;    /* there; 0 unknown */
};

struct dossier_copy { /* another report that this one has passages of */
    struct str code, name;
    int year;
    struct str document;
    unsigned permille; /* of the text, official wording set aside */
    const struct dossier_share *sections;
    size_t section_count;
    const struct dossier_passage *passages; /* in reading order */
    size_t passage_count;
};

/* Another file of the same report: a page's attached Word file, its PDF. */
struct dossier_carrier {
    struct str document;
    const struct report *report; /* NULL: it cannot be read */
};

struct dossier {
    bool carriers_only; /* no register is known: `check` */
    struct str
        official; /* the path of the file that counts, when it is not the one under audit; "" */
    int year;
    struct str code, name; /* in the register */
    enum report_level level;
    enum dossier_received received;
    struct date
        day; /* on which it is judged; no date with DOSSIER_REPORT: what is said of that holds on any day */
    const struct report *report;     /* NULL: nothing that can be read */
    const struct dossier_past *past; /* newest first */
    size_t past_count;
    const struct dossier_child *children; /* in the order of the register */
    size_t child_count;
    const struct dossier_copy *copies; /* the most alike first */
    size_t copy_count;
    const struct dossier_carrier *carriers; /* in the order of their worth, then by path */
    size_t carrier_count;
};

#endif /* AUDITOR_ENGINE_DOSSIER_H */
