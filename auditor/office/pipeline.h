/*
 * pipeline.h - one document: bytes -> document -> report -> rules -> score -> JSON text
 * (prefix pipeline_).
 *
 * The same steps for `check`, `extract` and `assess`. A pipeline is made before the workers are
 * forked; each of them runs documents through its copy.
 *
 * Ownership  The pipeline points to engine, profile, model and register, which must outlive it.
 *            An output owns its texts until pipeline_output_free().
 * Errors     A document that cannot be read is no error: its output is `unreadable` and says why.
 */
#ifndef AUDITOR_OFFICE_PIPELINE_H
#define AUDITOR_OFFICE_PIPELINE_H

#include "office/given.h"
#include "office/register.h"
#include "office/setup.h"
#include "read/read.h"
#include "report/check_json.h"
#include "report/extract_json.h"

struct pipeline {
    struct engine *engine;
    struct engine_plugin *model;            /* NULL: nothing is scored, no rule runs (extract) */
    const struct profile *profile;          /* NULL with the model */
    const struct agency_register *agencies; /* NULL: no office */
    const struct given *given; /* to the agencies: counts in their standings; NULL: nothing */
    struct read_options read;
    struct report_hint hint; /* for every document; year, agency, level as the caller knows them */
    const char *const *only; /* rule ids or wildcards, NULL-terminated; NULL: all */
    const char *const *skip;
    /* What to make: */
    bool check;  /* the published verdict, in `lang` */
    bool stored; /* the stored verdict, in both languages: for people's formats and the database */
    bool extract;
    enum extract_json_form extract_form;
    enum lang lang;
    bool facts; /* findings as rows, and the snapshot: for the database */
};

/* Where the bytes come from. */
enum pipeline_source {
    PIPELINE_FILE,  /* the worker reads the file at `path` */
    PIPELINE_BYTES, /* `bytes` are the file's content (standard input) */
    PIPELINE_UNREAD, /* `bytes` are the stored verdict of a file that could not be read: it is said again */
    PIPELINE_SNAPSHOT /* `bytes` are a stored snapshot: nothing is parsed, unless the snapshot is
                       * of another version; then the file is read, or without a path the problem
                       * is "snapshot" */
};

struct pipeline_job {
    enum pipeline_source source;
    struct str path;  /* to open */
    struct str label; /* as printed and stored; "" : path */
    struct str bytes;
    struct str sha256; /* of a snapshot's file */
    struct str
        carriers;  /* paths of the other files of the report, each with its NUL, the best first */
    size_t better; /* so many of them come before this one */
};

/* A finding as the database keeps it. */
struct pipeline_finding {
    struct str rule, fingerprint, section, table, row, column;
    enum audit_severity severity;
    bool caused; /* another finding explains it */
    uint32_t line;
    int64_t deduction; /* its part of what the rule cost; the parts add up exactly */
};

struct pipeline_output {
    /* The summary: */
    bool unreadable;
    bool missing;     /* there is no document: the standing of an agency without a report */
    bool not_due;     /* likewise, and none is asked for yet */
    char problem[24]; /* code of what made it unreadable: format, limit, io, crash, timeout ... */
    bool operational; /* crash, timeout or memory: never taken as the last word on the document */
    bool from_file;   /* the file was read: stamp, digests and snapshot are new */
    enum report_kind kind;
    enum report_level level;
    int year; /* 0 unknown */
    bool complete;
    size_t open, open_blocking;
    enum audit_severity worst; /* of findings that no other one explains; SEVERITY_NONE */
    size_t finding_count;      /* likewise, observations left out */
    bool scored, vetoed;
    int64_t score, low, high, max; /* thousandths */
    struct audit_text grade;       /* "" none */
    int agency;                    /* index in the register, -1 none */
    enum register_match match;
    uint64_t xxh3;           /* of the bytes */
    struct file_stamp stamp; /* of a file, taken before it was read */
    struct str label, agency_name, host, form, published, sha256;
    /* The texts asked for: */
    struct str check, stored, extract, snapshot;
    struct str met; /* of a standing: rules with something to correct that pass now, " a b " */
    struct str
        changes; /* of a standing: what its report says otherwise than before (changes.h); of a report's output: all that it said otherwise */
    struct str marks;                  /* of a document, with facts (copies.h) */
    struct pipeline_finding *findings; /* with facts */
    size_t findings_n;
    struct arena *arena;
};

/* Several documents together, each judged by itself. Never fails. */
void pipeline_documents(struct pipeline_output *outs, const struct pipeline *pipeline,
                        const struct pipeline_job *jobs, size_t n);
/* What a document gets whose worker died: code is "crash", "timeout" or "memory". */
void pipeline_lost(struct pipeline_output *out, const struct pipeline *pipeline,
                   const struct pipeline_job *job, const char *code);
/* Its kind as results tell it: that of a report, "unreadable", "missing" or "not-due". */
const char *pipeline_kind(const struct pipeline_output *out);
void pipeline_output_free(struct pipeline_output *out);

/* Job and output as bytes, for the pipe between parent and worker. Unpacked views point into the
 * bytes. False when they are damaged. */
void pipeline_pack_job(struct strbuf *out, const struct pipeline_job *job);
bool pipeline_unpack_job(struct pipeline_job *out, struct str bytes);
void pipeline_pack_output(struct strbuf *out, const struct pipeline_output *output);
bool pipeline_unpack_output(struct pipeline_output *out, struct str bytes);

/* A digest of what the register says about an agency that can change its audit; "" for none. */
enum { PIPELINE_CONTEXT = 17 };
void pipeline_context(char out[PIPELINE_CONTEXT], const struct agency_register *agencies,
                      int agency);

#endif /* AUDITOR_OFFICE_PIPELINE_H */
