/*
 * outcome.h - what became of a document, and its way into an output (prefix outcome_).
 *
 * Private to the pipeline and the second pass: pipeline.c and standing_judge.c take the steps, outcome_score.c those of the
 * score, outcome.c turns their results into the summary, the JSON texts and the rows.
 */
#ifndef AUDITOR_OFFICE_OUTCOME_H
#define AUDITOR_OFFICE_OUTCOME_H

#include "engine/dossier.h"
#include "office/decided.h"
#include "office/pipeline.h"
#include "score/score.h"

struct outcome {
    const struct pipeline *pipeline;
    const struct pipeline_job *job;
    struct pipeline_output *out;
    struct str shown; /* the label as a person reads it, terminated; for names in what is written */
    struct strbuf bytes; /* while it is being opened */
    struct doc *doc;
    struct report *report;
    struct audit *audit;
    struct score *score;
    bool score_failed;             /* the scoring model broke down: never taken for a score */
    struct audit_text problem;     /* its message */
    const struct dossier *dossier; /* of the second pass; NULL */
    struct decided *decided;       /* likewise: decisions of persons; NULL */
};

void outcome_start(struct outcome *o, struct pipeline_output *out, const struct pipeline *pipeline,
                   const struct pipeline_job *job);
/* The document is unreadable. The code is kept; the message goes into o->problem. */
void outcome_problem(struct outcome *o, const char *code, bool operational);

/* Steps of pipeline.c. The document of the job; false: there is none (doc stays NULL), and the problem is known. */
bool outcome_open(struct outcome *o);
/* Another document, read beside that of the outcome; NULL: it cannot be, or its bytes have another sha256 than
 * the job states. */
struct doc *outcome_beside(const struct outcome *o, const struct pipeline_job *file);
/* Recognises it. The agency is found unless the dossier names it. */
void outcome_recognise(struct outcome *o);
/* A message exists in the language of the program only, and the stored verdict needs both: the step that failed and said
 * it is asked again in the other. */
void outcome_explain(struct outcome *o, const struct error *said,
                     int (*step)(struct outcome *o, struct error *err));

/* Steps of outcome_score.c. Which rules run, with what parameters. */
struct rule_choice outcome_choice(struct outcome *o);
/* No rule could run: every duty is there, and open. */
void outcome_unchecked(struct outcome *o);
/* Scores the audit; `whole`: a verdict and no mere count of duties. */
void outcome_score(struct outcome *o, bool whole);

/* Fills the output and frees everything else. */
void outcome_finish(struct outcome *o);

#endif /* AUDITOR_OFFICE_OUTCOME_H */
