/*
 * kind_judge.h - what a document is, by its marks and what it holds (prefix kind_; inside recognise only).
 *
 * A list of verdicts, the strongest first: what the title says outright, what a text without tables gives away, what makes a
 * report in spite of its title, what is no report without more. The first that holds counts.
 */
#ifndef AUDITOR_RECOGNISE_KIND_JUDGE_H
#define AUDITOR_RECOGNISE_KIND_JUDGE_H

#include "recognise/page.h"

enum report_kind kind_judge(const struct page *p, const struct report_mark *marks, size_t n);

#endif /* AUDITOR_RECOGNISE_KIND_JUDGE_H */
