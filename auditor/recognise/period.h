/*
 * period.h - the statistics period that the report states (prefix period_; inside recognise only).
 */
#ifndef AUDITOR_RECOGNISE_PERIOD_H
#define AUDITOR_RECOGNISE_PERIOD_H

#include "recognise/page.h"

void period_find(struct page *p); /* needs the article */

#endif /* AUDITOR_RECOGNISE_PERIOD_H */
