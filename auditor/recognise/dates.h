/*
 * dates.h - every date that the page's head and foot give the report (prefix dates_; inside
 * recognise only).
 *
 * A labelled date is one of publication (发布日期), one of writing (成文日期), or neither (有效期, 今天是).
 * 生成日期 and 发文时间 are dates of writing where a date of publication stands too, otherwise they are
 * the publication date. A date under the text is a signature. Dates of scripts that made the page
 * anew, of copyright lines and of lists of other articles are none of the report's.
 */
#ifndef AUDITOR_RECOGNISE_DATES_H
#define AUDITOR_RECOGNISE_DATES_H

#include "recognise/page.h"

void dates_find(struct page *p); /* needs the article; sets dates and published */

/* "2024-01-18 某局" under a title: a date in figures beside a name, and nothing else. */
bool dates_beside_name(struct str text);
/* "发布时间:2024-01-18 来源:...": opens with a label of publication and its date. */
bool dates_stated(struct str text);

#endif /* AUDITOR_RECOGNISE_DATES_H */
