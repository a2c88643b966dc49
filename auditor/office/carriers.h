/*
 * carriers.h - files that are one report: a page with its attached Word file and its PDF (prefix carriers_).
 *
 * The stated rule which of them counts: the page, then Word, then PDF, then everything else, by what they are
 * (read/kind.h); among equals the first path. What is no annual report never counts.
 *
 * Without a register, files belong together that have the same folder and the same name but for its ending,
 * unless they name different agencies; likewise a page and the files beside or below it that it links to, unless it
 * links to many; and those of a folder that holds nothing but one file of each kind, if they turn out to be of one
 * agency and year.
 *
 * Ownership  The groups point to the list of files, which must outlive them.
 */
#ifndef AUDITOR_OFFICE_CARRIERS_H
#define AUDITOR_OFFICE_CARRIERS_H

#include "base/file.h"
#include "office/outcome.h"

/* Same folder, same name but for its ending. */
bool carriers_same_stem(struct str a, struct str b);

struct carriers {
    const struct file_list *files;
    struct carriers_entry *entries; /* by file */
    size_t *order;                  /* files, group by group, the best first */
    struct strbuf packed;
};

void carriers_find(struct carriers *out, const struct file_list *files);
void carriers_free(struct carriers *carriers);
/* Fills what the job of a file says of the others; valid until the next call. */
void carriers_fill(struct carriers *carriers, size_t file, struct pipeline_job *job);

/* Runs the rules on the carriers of the job, when it has others. */
void carriers_judge(struct outcome *o);

#endif /* AUDITOR_OFFICE_CARRIERS_H */
